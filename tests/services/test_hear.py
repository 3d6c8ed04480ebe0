"""Listening to recordings of every kind: speech is found in each, and of the others it is said what they are."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from omnisight_desktop.capture.soundfile import sounds_of
from omnisight_desktop.core.errors import NotFound, SourceBroken
from omnisight_desktop.core.speech import SPEECH_HZ, Said
from omnisight_desktop.services.hear import Listened, listen
from tests.material import need

Samples = NDArray[np.float32]


def listened(path: Path) -> Listened:
    """With an engine that writes how long it was."""
    return listen(path, lambda samples: Said(f"{len(samples) / SPEECH_HZ:.1f} s"), "none")


@pytest.fixture(scope="module")
def speech() -> Samples:
    """A sentence that somebody reads."""
    path = need("footage", "audio", "whatstheweatherlike.wav")
    return np.concatenate([piece.samples for piece in sounds_of(path)])


def at_rate(sound: Samples, rate: int) -> Samples:
    places = np.arange(round(len(sound) * rate / SPEECH_HZ)) * (SPEECH_HZ / rate)
    return np.asarray(np.interp(places, np.arange(len(sound)), sound), np.float32)


def write(path: Path, samples: Samples, rate: int) -> Path:
    """A WAV file of 16 bits; the second dimension, if any, is its channels."""
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1 if samples.ndim == 1 else samples.shape[1])
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
    return path


@pytest.mark.parametrize("rate", [8_000, 11_025, 44_100, 96_000])
def test_speech_is_found_at_any_rate(tmp_path: Path, speech: Samples, rate: int) -> None:
    told = listened(write(tmp_path / "said.wav", at_rate(speech, rate), rate))
    assert abs(told.length_s - len(speech) / SPEECH_HZ) < 0.1
    assert len(told.lines) == 1
    assert not told.silent


@pytest.mark.parametrize("channel", [0, 2, 5, 7])  # front left, centre, back right, side right
def test_speech_is_found_in_any_channel_of_a_cinema(
    tmp_path: Path, speech: Samples, channel: int
) -> None:
    sound = np.zeros((len(speech) * 3, 8), np.float32)
    sound[:, channel] = at_rate(speech, 48_000)
    assert len(listened(write(tmp_path / "cinema.wav", sound, 48_000)).lines) == 1


def test_silence_and_noise_are_told_apart(tmp_path: Path) -> None:
    noise = np.random.default_rng(3).normal(0, 0.1, 2 * SPEECH_HZ).astype(np.float32)
    for name, sound, silent in (
        ("silence.wav", np.zeros(2 * SPEECH_HZ, np.float32), True),
        ("offset.wav", np.full(2 * SPEECH_HZ, 0.2, np.float32), True),
        ("noise.wav", noise, False),
        ("hum.wav", np.sin(np.arange(2 * SPEECH_HZ) / 50).astype(np.float32), False),
    ):
        told = listened(write(tmp_path / name, sound, SPEECH_HZ))
        assert (told.silent, told.lines) == (silent, ()), name
        assert told.as_json()["silent"] is silent


def test_samples_that_are_no_numbers_are_silence(tmp_path: Path, speech: Samples) -> None:
    broken = speech.copy()
    broken[: len(broken) // 8] = np.nan
    broken[-200:] = np.inf
    path = tmp_path / "float.wav"
    data = broken.astype("<f4").tobytes()
    path.write_bytes(
        b"RIFF" + (36 + len(data)).to_bytes(4, "little") + b"WAVEfmt " + (16).to_bytes(4, "little")
        + (3).to_bytes(2, "little") + (1).to_bytes(2, "little")
        + SPEECH_HZ.to_bytes(4, "little") + (4 * SPEECH_HZ).to_bytes(4, "little")
        + (4).to_bytes(2, "little") + (32).to_bytes(2, "little")
        + b"data" + len(data).to_bytes(4, "little") + data
    )  # fmt: skip
    assert len(listened(path).lines) == 1


def test_of_a_file_that_is_cut_off_what_is_there_is_heard(tmp_path: Path, speech: Samples) -> None:
    whole = write(tmp_path / "whole.wav", np.concatenate([speech, speech]), SPEECH_HZ)
    cut = tmp_path / "cut.wav"
    cut.write_bytes(whole.read_bytes()[: 44 + 2 * len(speech) + 1])
    told = listened(cut)
    assert abs(told.length_s - len(speech) / SPEECH_HZ) < 0.1
    assert len(told.lines) == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"RIFF", "cannot be read"),
        (b"This is a letter.\n" * 40, "cannot be read"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00\x80>\x00\x00\x00}\x00\x00"
         b"\x02\x00\x10\x00data\x00\x00\x00\x00", "no sound"),
    ],
)  # fmt: skip
def test_what_is_no_sound_is_told_in_words(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "bad.wav"
    path.write_bytes(content)
    with pytest.raises(SourceBroken, match=words) as told:
        listened(path)
    assert told.value.fix
    with pytest.raises(NotFound):
        listened(tmp_path)
