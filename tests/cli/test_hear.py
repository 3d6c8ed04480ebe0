"""``omnisight hear``: words and names of a recording, and clear words where there are none."""

from __future__ import annotations

import wave
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from tests.cli.conftest import Omnisight
from tests.material import need


def write(path: Path, samples: np.ndarray[tuple[int, ...], np.dtype[np.int16]], rate: int) -> Path:
    """A WAV file; the second dimension, if any, is its channels."""
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1 if samples.ndim == 1 else samples.shape[1])
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(samples.astype("<i2").tobytes())
    return path


def noise(
    seconds: float, rate: int, channels: int = 1
) -> np.ndarray[tuple[int, ...], np.dtype[np.int16]]:
    shape = (round(seconds * rate), channels)
    made = np.random.default_rng(3).normal(0, 3000, shape).astype(np.int16)
    return made if channels > 1 else made[:, 0]


def test_silence_noise_and_strange_formats_hold_no_words(
    omnisight: Omnisight, tmp_path: Path
) -> None:
    for name, samples, rate in (
        ("silence.wav", np.zeros(32000, np.int16), 16000),
        ("noise.wav", noise(2, 16000), 16000),
        ("telephone.wav", noise(2, 8000), 8000),
        ("cinema.wav", noise(1, 48000, 8), 48000),
        ("blink.wav", noise(0.01, 16000), 16000),
    ):
        told = omnisight("hear", str(write(tmp_path / name, samples, rate)), "--json")
        assert told.code == 0, told.err
        assert told.json["segments"] == [], name
        assert told.json["silent"] is (name == "silence.wav")
    assert omnisight("hear", str(tmp_path / "silence.wav")).out == "It is silent.\n"
    assert omnisight("hear", str(tmp_path / "blink.wav")).out == "Nothing is said.\n"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.wav", b"", "is empty"),
        ("corrupt.wav", bytes(range(256)) * 20, "cannot be read"),
        ("headless.mp3", b"\xff\xfb\x90" + b"\x00" * 900, "sound"),
    ],
)
def test_files_without_sound_say_so(
    omnisight: Omnisight, tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    told = omnisight("hear", str(path))
    assert told.code != 0
    assert words in told.err
    assert name in told.err


def test_a_film_without_sound_says_so(omnisight: Omnisight, tmp_path: Path) -> None:
    path = tmp_path / "silent.mp4"
    with av.open(str(path), "w") as film:
        stream = film.add_stream("mpeg4", rate=5)
        stream.width = stream.height = 64
        stream.pix_fmt = "yuv420p"
        stream.time_base = Fraction(1, 5)
        film.mux(stream.encode(av.VideoFrame(64, 64, "yuv420p")))
        film.mux(stream.encode(None))
    told = omnisight("hear", str(path))
    assert told.code != 0
    assert "has no sound" in told.err


def test_a_file_that_is_not_there(omnisight: Omnisight, tmp_path: Path) -> None:
    told = omnisight("hear", str(tmp_path / "nowhere.wav"))
    assert told.code != 0
    assert "There is no file" in told.err


def test_words_are_heard_in_a_real_recording(omnisight: Omnisight) -> None:
    path = need("footage", "audio", "whatstheweatherlike.wav")
    told = omnisight("hear", str(path), "--json").json
    assert "weather" in told["segments"][0]["text"].lower()
    assert told["engine"] == "pocketsphinx"
    assert told["names"] == []


def test_words_that_were_written_are_read_for_names(omnisight: Omnisight) -> None:
    said = "May I come in? Tell Peter I called. Hi, I'm John, and this is my wife Carla."
    told = omnisight("hear", "--text", said, "--json").json
    assert [(one["name"], one["relation"]) for one in told["names"]] == [
        ("John", "self"),
        ("Carla", "present"),
        ("Peter", "third"),
    ]
    assert all(0 < one["confidence"] <= 1 for one in told["names"])
    (segment,) = told["segments"]
    assert {"start", "end", "text"} <= set(segment)
    assert segment["text"] == said
    assert "Peter (spoken of)" in omnisight("hear", "--text", said).out
    assert omnisight("hear", "--text", "I'm fine.", "--json").json["names"] == []
    for wrong in (("hear",), ("hear", "a.wav", "--text", "b")):
        assert omnisight(*wrong).code == 2
