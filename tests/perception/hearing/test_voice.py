"""Speech is cut out of what is heard; noise and silence are not speech."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from numpy.typing import NDArray

from omnisight_desktop.capture.soundfile import sounds_of
from omnisight_desktop.core.ports.capture import Sound
from omnisight_desktop.core.speech import SPEECH_HZ, Utterance
from omnisight_desktop.perception.hearing.sounds import SoundHeard, Sounds, YamNet
from omnisight_desktop.perception.hearing.voice import LONGEST_S, Voice, voice_detector
from tests.material import need

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)


class LoudIsSpeech:
    """Takes whatever is loud for speech."""

    def reset(self) -> None:
        """It remembers nothing."""

    def process_samples(self, samples: list[float]) -> float:
        return float(max(samples) > 0.5)


def tone(seconds: float, level: float = 0.8) -> NDArray[np.float32]:
    return np.full(round(seconds * SPEECH_HZ), level, np.float32)


def listened(*parts: NDArray[np.float32], piece_s: float = 0.1) -> list[Utterance]:
    voice, samples = Voice("porch", LoudIsSpeech()), np.concatenate(parts)
    size, found = round(piece_s * SPEECH_HZ), list[Utterance]()
    for begin in range(0, len(samples), size):
        at = NOON + timedelta(seconds=begin / SPEECH_HZ)
        found += voice.hear(Sound(0.0, SPEECH_HZ, samples[begin : begin + size]), at)
    return [*found, *voice.close()]


def test_an_utterance_ends_with_a_pause_and_begins_a_little_before() -> None:
    one, two = listened(tone(1, 0), tone(1), tone(1.5, 0), tone(0.5), tone(1, 0))
    assert abs((one.start - NOON).total_seconds() - 0.75) < 0.15
    assert 1.5 < one.length_s < 2.3
    assert one.camera == two.camera == "porch"
    assert two.start > one.start + timedelta(seconds=one.length_s)


def test_a_breath_ends_nothing_and_a_click_is_no_word() -> None:
    assert len(listened(tone(1), tone(0.3, 0), tone(1), tone(1, 0))) == 1
    assert listened(tone(1, 0), tone(0.1), tone(2, 0)) == []


def test_who_talks_on_is_heard_piece_by_piece() -> None:
    found = listened(tone(LONGEST_S * 2 + 1))
    assert len(found) == 3
    assert max(one.length_s for one in found) <= LONGEST_S + 0.1


def test_a_gap_in_the_sound_ends_what_was_said() -> None:
    voice = Voice("porch", LoudIsSpeech())
    assert voice.hear(Sound(0.0, SPEECH_HZ, tone(1)), NOON) == ()
    (one,) = voice.hear(Sound(0.0, SPEECH_HZ, tone(0.1)), NOON + timedelta(seconds=30))
    assert one.start == NOON


def test_broken_samples_and_other_rates() -> None:
    voice = Voice("porch", LoudIsSpeech())
    assert voice.hear(Sound(0.0, SPEECH_HZ, np.full(3000, np.nan, np.float32)), NOON) == ()
    with pytest.raises(ValueError, match="16000"):
        voice.hear(Sound(0.0, 8000, tone(0.1)), NOON)


@pytest.mark.parametrize(
    ("name", "least"), [("whatstheweatherlike.wav", 1), ("coughing_blocksafe.wav", 0)]
)
def test_real_speech_is_told_from_a_cough(name: str, least: int) -> None:
    voice, found = Voice("x", voice_detector()), list[Utterance]()
    for piece in sounds_of(need("footage", "audio", name)):
        found += voice.hear(piece, NOON + timedelta(seconds=piece.at_s))
    assert len([*found, *voice.close()]) == least


def test_noise_is_no_speech() -> None:
    voice = Voice("x", voice_detector())
    noise = np.random.default_rng(1).normal(0, 0.2, 2 * SPEECH_HZ).astype(np.float32)
    assert voice.hear(Sound(0.0, SPEECH_HZ, noise), NOON) == ()
    assert voice.close() == ()


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("glass_break.wav", {"glass"}),
        ("esc50_1-100032-A-0.wav", {"bark"}),
        ("whatstheweatherlike.wav", set()),
    ],
)
def test_sounds_that_matter_are_recognised(name: str, kinds: set[str]) -> None:
    sounds = Sounds(YamNet(need("models", "yamnet.tflite")))
    found: list[SoundHeard] = []
    for piece in sounds_of(need("footage", "audio", name)):
        found += sounds.hear(piece, NOON + timedelta(seconds=piece.at_s))
    assert {one.kind for one in [*found, *sounds.close()]} == kinds


def test_a_dog_that_barks_on_is_one_sound_and_silence_is_none() -> None:
    def dog(_: NDArray[np.float32]) -> NDArray[np.float32]:
        scores = np.zeros(521, np.float32)
        scores[70] = 0.9
        return scores

    sounds = Sounds(dog)
    assert [one.kind for one in sounds.hear(Sound(0, SPEECH_HZ, tone(5)), NOON)] == ["bark"]
    later = NOON + timedelta(seconds=60)
    assert len(sounds.hear(Sound(0, SPEECH_HZ, tone(1)), later)) == 1
    assert Sounds(dog).hear(Sound(0, SPEECH_HZ, tone(3, 0)), NOON) == ()
