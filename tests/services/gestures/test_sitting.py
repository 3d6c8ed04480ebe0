"""Somebody sits in front of a camera: takes are recorded, gestures tried, and the camera is let go of."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from omnisight_desktop.core.errors import ModelMissing, SourceUnreachable
from omnisight_desktop.core.frame import ArrayPicture, Picture
from omnisight_desktop.core.gesture import Take
from omnisight_desktop.core.ports.vision import PoseFinder
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.perception.gesture.activities import RAISED_HANDS
from omnisight_desktop.perception.gesture.lexicon import lexicon_of
from omnisight_desktop.services.gestures.sitting import Feed, Sitting
from tests.fakes.bodies import Puppets, joined, moving, numbered, taught, waving

REST = moving(seconds=1.0, fps=15)
WAVE = joined(REST, moving(waving, fps=15), REST)


def shows(take: Take, before: Callable[[int], None] = lambda _: None) -> Feed:
    """A film of that many pictures; ``before`` each of them something may be asked for."""

    def feed(_: Worker) -> Iterator[tuple[Picture, float] | None]:
        for number in range(len(take)):
            before(number)
            yield ArrayPicture(numbered(np.zeros((8, 8, 3), np.uint8), number)), number / 15
            yield None

    return feed


def ended(sitting: Sitting) -> Sitting:
    sitting.start()
    for _ in range(2000):
        if sitting.over:
            break
        threading.Event().wait(0.005)
    assert sitting.close()
    return sitting


def test_a_whole_film_is_a_take() -> None:
    sitting = ended(Sitting(shows(WAVE), lambda: Puppets(WAVE), take_s=60))
    recording = sitting.taken()
    assert recording is not None
    assert np.array_equal(recording.take.points, WAVE.points)
    assert sitting.taken() is None
    assert sitting.newest is not None
    assert sitting.newest.pose is not None


def test_a_take_begins_when_it_is_asked_for_and_ends_by_itself() -> None:
    def ask(number: int) -> None:
        if number == 20:
            sitting.record(1.0)

    sitting = Sitting(shows(WAVE, ask), lambda: Puppets(WAVE))
    recording = ended(sitting).taken()
    assert recording is not None
    assert recording.take.length_s == pytest.approx(1.0, abs=0.15)
    assert np.array_equal(recording.take.points[0], WAVE.points[20])
    assert sitting.taken() is None


def test_a_take_can_be_ended_early() -> None:
    def ask(number: int) -> None:
        if number == 5:
            sitting.record(60.0)
        if number == 15:
            sitting.enough()

    sitting = Sitting(shows(WAVE, ask), lambda: Puppets(WAVE))
    recording = ended(sitting).taken()
    assert recording is not None
    assert len(recording.take) == 10


def test_what_is_tried_is_told_with_how_sure_that_is() -> None:
    known = lexicon_of([taught("wave", *(moving(waving, seed=n) for n in range(3)))])

    def ask(number: int) -> None:
        if number == 0:
            sitting.try_out(known, 0.7, (RAISED_HANDS,))

    sitting = Sitting(shows(WAVE, ask), lambda: Puppets(WAVE))
    ended(sitting)
    assert sitting.tried is not None
    assert [one.label for one in sitting.tried.made] == ["wave"]
    assert sitting.tried.best["wave"] > 0.7
    assert sitting.taken() is None


def test_two_people_are_seen_and_spoil_a_take() -> None:
    sitting = ended(Sitting(shows(WAVE), lambda: Puppets(WAVE, WAVE), take_s=60))
    recording = sitting.taken()
    assert recording is not None
    assert recording.fault is not None
    assert sitting.newest is not None
    assert sitting.newest.people == 2


def test_an_engine_or_a_camera_that_is_missing_is_told() -> None:
    def missing() -> PoseFinder:
        raise ModelMissing("The model is not here.", fix="Get it.")

    assert isinstance(ended(Sitting(shows(WAVE), missing)).trouble, ModelMissing)

    def gone(_: Worker) -> Iterator[tuple[Picture, float] | None]:
        yield from ()
        raise SourceUnreachable("Nobody answers.")

    assert isinstance(ended(Sitting(gone, lambda: Puppets(WAVE))).trouble, SourceUnreachable)
