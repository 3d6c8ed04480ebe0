"""Words are spoken instead of typed: as long as the button is held, and no longer than half a minute."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

from omnisight_desktop.capture.microphone import MicrophoneSource
from omnisight_desktop.core.errors import ModelMissing
from omnisight_desktop.core.ports.capture import Source, Wants
from omnisight_desktop.core.speech import Said
from omnisight_desktop.flow.errand import Stop
from omnisight_desktop.services.dictation import Dictation


class Speaker:
    """A microphone into which somebody speaks; the button is let go of after so many pieces."""

    rate_hz = 16_000

    def __init__(self, stop: Stop, pieces: int) -> None:
        self._stop, self._pieces = stop, pieces
        self.read_s = 0.0
        self.closed = False

    def read(self, samples: int) -> NDArray[np.float32]:
        self._pieces -= 1
        self.read_s += samples / self.rate_hz
        if self._pieces == 0:
            self._stop.say()
        return np.full(samples, 0.3, np.float32)

    def close(self) -> None:
        self.closed = True


class Writer:
    """Says how long it was that it was given."""

    closed = False

    def write(self, samples: NDArray[np.float32]) -> Said:
        return Said(f"{len(samples) / 16_000:.1f} seconds")

    def close(self) -> None:
        self.closed = True


def _from(speaker: Speaker) -> Callable[[], Source]:
    return lambda: MicrophoneSource("", Wants(sound=True), lambda _: speaker)


@pytest.fixture
def stop() -> Iterator[Stop]:
    stop = Stop()
    yield stop
    stop.say()


def test_what_is_said_while_it_is_wanted_is_written_down(stop: Stop) -> None:
    speaker = Speaker(stop, pieces=20)
    said = Dictation(Writer, _from(speaker)).take(stop)
    assert float(said.text.split()[0]) == pytest.approx(2.0, abs=0.2)
    assert speaker.closed


def test_half_a_minute_is_enough(stop: Stop) -> None:
    speaker = Speaker(stop, pieces=1000)
    said = Dictation(Writer, _from(speaker)).take(stop)
    assert float(said.text.split()[0]) == pytest.approx(30.0, abs=0.3)
    assert speaker.closed


def test_a_button_that_was_only_touched_says_nothing(stop: Stop) -> None:
    assert Dictation(Writer, _from(Speaker(stop, pieces=1))).take(stop) == Said("")


def test_why_it_cannot_be_written_down_is_said(stop: Stop) -> None:
    def missing() -> Writer:
        raise ModelMissing("The speech model 'base' is not on this machine.", fix="Bring it.")

    dictation = Dictation(missing, _from(Speaker(stop, pieces=9)))
    assert dictation.unable() == "The speech model 'base' is not on this machine. Bring it."
    assert Dictation(Writer).unable() == ""


def test_the_engine_is_let_go_of_and_comes_again(stop: Stop) -> None:
    made: list[Writer] = []

    def make() -> Writer:
        made.append(Writer())
        return made[-1]

    dictation = Dictation(make, _from(Speaker(stop, pieces=9)))
    assert dictation.unable() == ""
    dictation.close()
    assert made[0].closed
    assert dictation.take(stop).text
    assert len(made) == 2
