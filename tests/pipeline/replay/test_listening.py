"""The sound of a recording comes from the right moment on, and no other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.pipeline.replay.listening import BYTES_A_S, RATE, Listening, heard
from omnisight_desktop.pipeline.replay.moved import Moved
from omnisight_desktop.pipeline.replay.values import Course, Followed, Strip
from tests.fakes.films import film, greys
from tests.home import NOON

T0 = NOON.timestamp()
TRIES = 1000


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four seconds of a hum of 200 Hz."""
    return film(tmp_path_factory.mktemp("film") / "a.mp4", greys(range(40)), sound=True)


class Shelf:
    """One file from noon on."""

    def __init__(self, file: Path) -> None:
        end = NOON + timedelta(seconds=4)
        self.strip = Strip(file, NOON, NOON, end)

    def strips(self, camera: str, since: datetime, until: datetime) -> Sequence[Strip]:
        there = camera == "porch" and self.strip.until > since and self.strip.since < until
        return [self.strip] if there else []

    def next_start(self, camera: str, after: datetime) -> datetime | None:
        return None

    def last_end(self, camera: str, before: datetime) -> datetime | None:
        return None

    def moved(self, camera: str, since: datetime, until: datetime) -> Sequence[Moved]:
        return ()

    def followed(self, camera: str, since: datetime, until: datetime) -> Sequence[Followed]:
        return ()


@pytest.fixture
def listening(file: Path) -> Iterator[Listening]:
    listening = Listening(Shelf(file), ManualClock(NOON))
    yield listening
    listening.close()


def taken(listening: Listening, size: int) -> bytes:
    """So much, as soon as it is there."""
    found = b""
    for _ in range(TRIES):
        found += listening.take(size - len(found))
        if len(found) >= size:
            break
        listening._worker.pause(0.01)
    return found


def pitch(sound: bytes) -> float:
    """Which tone is the loudest."""
    left = np.frombuffer(sound, np.int16)[::2].astype(np.float64)
    spectrum = np.abs(np.fft.rfft(left * np.hanning(len(left))))
    return float(np.argmax(spectrum) * RATE / len(left))


@pytest.mark.parametrize("second", [0.0, 1.3, 3.0])
def test_a_file_is_heard_from_a_second_on(file: Path, second: float) -> None:
    pieces = list(heard(file, second))
    assert pieces[0][0] == pytest.approx(second, abs=0.01)
    size = sum(len(piece) for _, piece in pieces)
    assert size / BYTES_A_S == pytest.approx(4 - second, abs=0.1)
    assert pitch(b"".join(piece for _, piece in pieces)) == pytest.approx(200, abs=5)


def test_a_silent_file_is_not_heard(tmp_path: Path) -> None:
    assert list(heard(film(tmp_path / "a.mp4", greys(range(5))), 0.0)) == []


def test_what_plays_is_heard(listening: Listening) -> None:
    listening.follow("porch", Course(1, T0 + 1, 0.0, 1.0))
    sound = taken(listening, BYTES_A_S // 2)
    assert len(sound) == BYTES_A_S // 2
    assert pitch(sound) == pytest.approx(200, abs=5)


@pytest.mark.parametrize("speed", [0.0, 2.0, -1.0])
def test_only_what_plays_as_fast_as_it_was_is_heard(listening: Listening, speed: float) -> None:
    listening.follow("porch", Course(1, T0 + 1, 0.0, speed))
    listening.follow("porch", Course(2, T0 + 3.75, 0.0, 1.0))
    assert len(taken(listening, BYTES_A_S // 5)) == BYTES_A_S // 5


def test_what_was_wanted_before_is_not_heard_any_more(listening: Listening) -> None:
    listening.follow("porch", Course(1, T0, 0.0, 1.0))
    taken(listening, BYTES_A_S // 10)
    listening.follow("nowhere", Course(2, T0, 0.0, 1.0))
    for _ in range(10):  # what was on its way arrives meanwhile, and is let go
        assert listening.take(BYTES_A_S) == b""
        listening._worker.pause(0.01)


def test_it_does_not_run_far_ahead(listening: Listening) -> None:
    listening.follow("porch", Course(1, T0, 0.0, 1.0))
    taken(listening, 1000)
    pieces = listening._pieces
    for _ in range(TRIES):
        if pieces._load > pieces.capacity * 0.7:
            break
        listening._worker.pause(0.01)
    assert 0.4 < len(listening.take(10 * BYTES_A_S)) / BYTES_A_S < 0.8
