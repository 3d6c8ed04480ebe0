"""What is much louder than usual is noticed, whatever is usual; nothing strange in the sound matters."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from omnisight_desktop.core.ports.capture import Sound
from omnisight_desktop.core.ports.hearing import Loud
from omnisight_desktop.perception.hearing.loudness import Loudness
from tests.material import need

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
RATE = 16_000
Samples = NDArray[np.float32]


def noise(seconds: float, dbfs: float, seed: int = 1) -> Samples:
    """A steady hiss of this level."""
    chance = np.random.default_rng(seed)
    return (chance.standard_normal(round(seconds * RATE)) * 10 ** (dbfs / 20)).astype(np.float32)


def joined(*parts: Samples) -> Samples:
    return np.concatenate(parts)


def hear(
    samples: Samples,
    piece: int | Iterable[int] = 1024,
    ears: Loudness | None = None,
    rate: int = RATE,
) -> list[Loud]:
    """All records, of sound that comes in pieces."""
    ears = ears or Loudness()
    sizes = iter(piece) if not isinstance(piece, int) else iter(lambda: piece, 0)
    louds: list[Loud] = []
    at = 0
    while at < len(samples):
        size = next(sizes)
        sound = Sound(at / rate, rate, samples[at : at + size])
        louds += ears.hear(sound, NOON + timedelta(seconds=at / rate))
        at += size
    return [*louds, *ears.close()]


def ended(louds: list[Loud]) -> list[Loud]:
    return [loud for loud in louds if loud.end is not None]


def second(moment: datetime | None) -> float:
    assert moment is not None
    return (moment - NOON).total_seconds()


BANG = joined(noise(10, -60), noise(0.5, -10, seed=2), noise(10, -60, seed=3))


def test_a_bang_is_told_when_it_begins_and_when_it_is_over() -> None:
    began, over = hear(BANG)
    assert began.end is None
    assert began.start == over.start
    assert second(over.start) == pytest.approx(10, abs=0.05)
    assert second(over.end) == pytest.approx(10.5, abs=0.06)
    assert over.above_db == pytest.approx(50, abs=2)
    assert -3 < over.peak_dbfs < 6


@pytest.mark.parametrize("piece", [1, 7, 160, 800, 12_345, 10**6], ids=str)
def test_the_size_of_the_pieces_makes_no_difference(piece: int) -> None:
    whole = joined(noise(1.2, -60), noise(0.5, -10, seed=2), noise(3, -60, seed=3))
    assert [_told(loud) for loud in hear(whole, piece)] == [_told(loud) for loud in hear(whole)]


@pytest.mark.parametrize("dbfs", [-75, -50, -30, -6])
def test_what_is_always_as_loud_is_usual(dbfs: float) -> None:
    assert hear(noise(120, dbfs)) == []


def test_a_rise_too_small_or_too_short_is_nothing() -> None:
    assert hear(joined(noise(10, -40), noise(2, -30), noise(10, -40))) == []
    click = noise(10, -60)
    click[80_000:80_100] = 1.0
    assert hear(click) == []


def test_what_is_loud_for_here_may_still_be_too_quiet_to_matter() -> None:
    rise = joined(noise(10, -75), noise(2, -45), noise(5, -75))
    assert hear(rise) == []
    assert len(ended(hear(rise, ears=Loudness(floor_dbfs=-55)))) == 1


def test_rain_that_sets_in_is_loud_once_and_usual_soon_after() -> None:
    ears = Loudness()
    (rain,) = ended(hear(joined(noise(30, -60), noise(300, -25)), ears=ears))
    assert second(rain.start) == pytest.approx(30, abs=0.1)
    assert second(rain.end) < 60
    assert ears.usual_dbfs == pytest.approx(-25, abs=2)


def test_in_rain_only_what_is_louder_than_the_rain_is_loud() -> None:
    thunder = joined(noise(60, -30), noise(2, -8), noise(20, -30))
    (loud,) = ended(hear(thunder))
    assert loud.above_db == pytest.approx(22, abs=2)


def test_a_microphone_that_is_off_teaches_nothing() -> None:
    off = np.zeros(60 * RATE, np.float32)
    assert hear(joined(off, noise(20, -30), off, noise(20, -30))) == []
    assert len(ended(hear(joined(noise(10, -60), off, noise(1, -10))))) == 1


def test_a_constant_offset_is_no_sound() -> None:
    assert hear(np.full(20 * RATE, 0.5, np.float32)) == []
    shifted = hear(BANG + np.float32(0.3))
    assert [second(loud.start) for loud in ended(shifted)] == [pytest.approx(10, abs=0.05)]


def test_clipping_and_samples_that_are_no_numbers_do_no_harm() -> None:
    overdriven = np.clip(BANG * 30, -1, 1).astype(np.float32)
    assert max(loud.peak_dbfs for loud in hear(overdriven)) == 0.0
    broken = BANG.copy()
    broken[::97] = np.nan
    broken[5::101] = np.inf
    broken[7::103] = -np.inf
    (loud,) = ended(hear(broken))
    assert np.isfinite([loud.peak_dbfs, loud.above_db]).all()
    assert hear(np.full(20 * RATE, np.nan, np.float32)) == []


def test_an_empty_piece_is_nothing() -> None:
    ears = Loudness()
    assert ears.hear(Sound(0, RATE, np.zeros(0, np.float32)), NOON) == ()
    assert ears.usual_dbfs is None


def test_a_gap_in_the_sound_ends_what_was_loud_before_it() -> None:
    ears = Loudness()
    (began,) = hear_open(ears, joined(noise(10, -60), noise(0.5, -10)))
    later = NOON + timedelta(hours=1)
    (over,) = ears.hear(Sound(0, RATE, noise(0.2, -60)), later)
    assert over.start == began.start
    assert second(over.end) == pytest.approx(10.5, abs=0.06)


def test_another_rate_is_followed() -> None:
    ears = Loudness()
    hear_open(ears, noise(10, -60))
    chance = np.random.default_rng(4)
    bang = (chance.standard_normal(48_000) * 0.3).astype(np.float32)
    (began,) = ears.hear(Sound(10, 48_000, bang), NOON + timedelta(seconds=10))
    assert second(began.start) == pytest.approx(10, abs=0.01)


def _told(loud: Loud) -> tuple[object, ...]:
    # To the millisecond: the moments of many small pieces are rounded many times.
    moments = [m and round(second(m), 3) for m in (loud.start, loud.end)]
    return (*moments, loud.peak_dbfs, loud.above_db)


def hear_open(ears: Loudness, samples: Samples) -> tuple[Loud, ...]:
    """In one piece, and what is loud stays open."""
    return ears.hear(Sound(0, RATE, samples), NOON)


# Real sounds, in a quiet place: ten seconds of hiss before and after.


@pytest.mark.parametrize(
    ("file", "starts"),
    [
        ("glass_break.wav", (10.0, 10.2)),
        ("coughing_blocksafe.wav", (11.0, 14.0)),
        ("esc50_1-100032-A-0.wav", (10.0, 12.5)),  # a dog
        ("esc50_3-103051-C-19.wav", (10.0, 12.0)),  # thunder, which comes slowly
    ],
)
def test_what_everybody_would_turn_round_for_is_loud(
    file: str, starts: tuple[float, float]
) -> None:
    sound = _read(need("footage", "audio", file))
    louds = ended(hear(_in_hiss(sound, -60)))
    assert 1 <= len(louds) <= 2
    assert starts[0] - 0.05 <= second(louds[0].start) <= starts[1]
    assert second(louds[-1].end) <= 10 + len(sound) / RATE + 0.1
    assert louds[0].above_db > 25


def test_a_conversation_is_as_loud_as_conversations_are() -> None:
    spoken = ("katiesteve_mono.wav", "jfk_16k.wav", "librispeech_84-121550-0000.flac")
    voices = [_read(need("footage", "audio", name)) for name in spoken]
    talk = joined(*(_at_level(voice, -35) for voice in voices * 4))
    assert hear(_in_hiss(talk, -40)) == []  # in a street
    # In a quiet room it is loud when it sets in, and then no more, however long it lasts.
    louds = ended(hear(_in_hiss(talk, -60)))
    assert 1 <= len(louds) <= 2
    assert second(louds[-1].end) < 10 + 30
    assert len(talk) > 120 * RATE


def test_a_dog_is_heard_beside_a_conversation() -> None:
    talk = _at_level(_read(need("footage", "audio", "katiesteve_mono.wav")), -40)
    barks = _read(need("footage", "audio", "esc50_1-100032-A-0.wav"))
    whole = _in_hiss(joined(talk, talk, talk), -50)
    place = 50 * RATE
    whole[place : place + len(barks)] += barks
    *before, bark = ended(hear(whole))
    assert 50 <= second(bark.start) <= 53
    assert all(second(loud.end) < 20 for loud in before)  # when they began to talk


def _in_hiss(sound: Samples, dbfs: float) -> Samples:
    silence = np.zeros(10 * RATE, np.float32)
    whole = joined(silence, sound, silence)
    return whole + noise(len(whole) / RATE, dbfs)


def _at_level(sound: Samples, dbfs: float) -> Samples:
    return np.asarray(sound / sound.std() * 10 ** (dbfs / 20), np.float32)


def _read(path: Path) -> Samples:
    parts: list[Any] = []
    with av.open(str(path)) as file:
        resampler = av.AudioResampler("flt", "mono", RATE)
        for frame in file.decode(audio=0):
            parts += [part.to_ndarray()[0] for part in resampler.resample(frame)]
        parts += [part.to_ndarray()[0] for part in resampler.resample(None)]
    return np.concatenate(parts).astype(np.float32)
