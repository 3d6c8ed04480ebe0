"""The stage that watches how people move: only where a gesture is known, and only those who move."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
import pytest

from omnisight_desktop.core.errors import ModelMissing
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.frame import ArrayPicture, Frame
from omnisight_desktop.core.gesture import EventPoses
from omnisight_desktop.core.ports.vision import PoseFinder
from omnisight_desktop.perception.gesture.lexicon import Lexicon, lexicon_of
from omnisight_desktop.pipeline.gesturing import GestureSense
from omnisight_desktop.pipeline.outlets import Outlets
from omnisight_desktop.pipeline.stages import Walk
from omnisight_desktop.rules.rule import Rule, Rulebook
from omnisight_desktop.rules.ruled import Ruled
from omnisight_desktop.rules.trigger import Gestured
from tests.fakes.bodies import Puppets, joined, moving, numbered, taught, waving
from tests.pipeline.test_walk import BrightSquares, stages_of

START = datetime(2026, 5, 3, 12, tzinfo=UTC)
LOOKS_EVERY = 3  # pictures, at fifteen a second
REST = moving(seconds=1.0, fps=15, seed=90)
SHOWN = joined(REST, moving(waving, fps=15, seed=30), REST)
KNOWN = lexicon_of([taught("wave", *(moving(waving, seed=n, fps=15) for n in range(2)))])


class Hall:
    """A hall in which somebody stands and moves an arm, fifteen pictures a second."""

    def __init__(
        self, finder: PoseFinder | Exception, lexicons: list[tuple[Lexicon | None] | None]
    ) -> None:
        self.asked = 0
        self.activities: tuple[str, ...] = ()

        def found() -> PoseFinder:
            self.asked += 1
            if isinstance(finder, Exception):
                raise finder
            return finder

        def newest() -> Iterator[tuple[Lexicon | None] | None]:
            yield from lexicons
            while True:
                yield None

        book = Rulebook("hall", rules=(Rule("R", Gestured("wave"), "Disarm"),))
        stages = replace(
            stages_of(BrightSquares),
            ruled=lambda: Ruled(iter([book, *[None] * 999]), UTC),
            gestures=GestureSense(found, newest, activities=lambda: self.activities),
        )
        self.walk = Walk("hall", stages)
        self.kept: list[Any] = []
        self.outlets = Outlets("hall", self.kept.append, lambda _: None)

    def run(self, pictures: int, *, stirs: bool = True) -> None:
        for number in range(pictures):
            image = np.full((360, 640, 3), 90, np.uint8)
            image[150:250, 300:350] = 240
            if stirs:  # an arm moves, and the motion gate sees that something does
                image[180 + 3 * (number % 20) :, 310:330] = 230
                image[250:] = 90
            frame = self._frame(numbered(image, number), number)
            if number % LOOKS_EVERY == 0:
                self.outlets.take(self.walk.look(frame))
            else:
                scene = self.walk.glance(frame)
                if scene is not None:
                    self.outlets.take_moves(scene)

    def end(self) -> None:
        self.outlets.take_events(self.walk.close(), moves=self.walk.left)

    def of(self, kind: str) -> list[Event]:
        return [value for value in self.kept if isinstance(value, Event) and value.type == kind]

    @staticmethod
    def _frame(image: Any, number: int) -> Frame:
        return Frame(
            "hall", number, START + timedelta(seconds=number / 15), 0.0, ArrayPicture(image)
        )


def test_a_gesture_is_an_event_with_its_movement_and_sets_off_its_rule() -> None:
    hall = Hall(Puppets(SHOWN), [(KNOWN,)])
    hall.run(len(SHOWN))
    hall.end()
    [made] = hall.of("gesture")
    assert (made.label, made.camera) == ("wave", "hall")
    assert made.track is not None
    assert made.score is not None
    assert made.score >= 0.7
    assert made.end is not None
    assert 1.5 < (made.end - made.start).total_seconds() < 2.6
    [moved] = [value for value in hall.kept if isinstance(value, EventPoses)]
    assert (moved.event, moved.start) == (made.id, made.start)
    assert len(moved.take) > 20
    assert (moved.size, moved.take.times_s[0]) == ((640, 360), 0)
    [rule] = hall.of("rule")
    assert rule.text == "Disarm: wave in the picture"
    [appeared] = [e for e in hall.of("appeared") if e.end is None]
    assert made.story == rule.story == appeared.story


def test_what_nobody_has_to_teach_is_switched_on_while_it_is_watched() -> None:
    def up(share: float) -> tuple[float, float]:
        return 0.5, 1.1 - 2.0 * min(1.0, share * 2)

    hall = Hall(Puppets(joined(moving(seconds=3, fps=15), moving(up, up, seconds=3, fps=15))), [])
    hall.run(1)
    assert hall.asked == 0
    hall.activities = ("raised hands",)
    hall.run(90)
    hall.end()
    assert [made.label for made in hall.of("gesture")] == ["raised hands"]


def test_the_skeleton_comes_with_every_look() -> None:
    hall = Hall(Puppets(SHOWN), [(KNOWN,)])
    hall.run(10)
    scene = hall.walk.glance(hall._frame(numbered(np.zeros((360, 640, 3), np.uint8), 10), 10))
    assert scene is not None
    [(track, pose)] = scene.bodies
    assert track == scene.tracks[0].id
    assert np.array_equal(pose.points, SHOWN.points[10])


def test_where_no_gesture_is_known_nobody_looks() -> None:
    hall = Hall(Puppets(SHOWN), [(None,)])
    hall.run(len(SHOWN))
    assert hall.asked == 0
    assert hall.walk.glances_hz == 0
    assert hall.of("gesture") == []


def test_who_only_stands_there_is_left_in_peace() -> None:
    hall = Hall(Puppets(SHOWN), [(KNOWN,)])
    hall.run(150, stirs=False)
    asked = hall.asked
    assert asked < 80  # while they were new
    hall.run(1, stirs=False)
    assert hall.walk.glances_hz == 0


def test_a_gesture_that_the_end_of_a_recording_cuts_short_counts() -> None:
    hall = Hall(Puppets(SHOWN), [(KNOWN,)])
    hall.run(15 + 30)  # the arm has just come down
    assert hall.of("gesture") == []
    hall.end()
    assert [event.label for event in hall.of("gesture")] == ["wave"]
    assert [type(value) for value in hall.kept].count(EventPoses) == 1


def test_without_the_model_everything_else_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    missing = ModelMissing("The pose model is not here.", fix="Pull it.")
    hall = Hall(missing, [(KNOWN,)])
    hall.run(len(SHOWN))
    hall.end()
    assert hall.of("appeared")
    assert hall.of("gesture") == []
    assert caplog.text.count("gestures are not recognised at hall") == 1
    assert hall.asked == 1  # it is not tried again at every picture


def test_a_gesture_that_is_taught_meanwhile_is_looked_for() -> None:
    hall = Hall(Puppets(SHOWN), [(None,), (KNOWN,)])
    hall.run(31)
    assert hall.asked == 0 or hall.walk.glances_hz > 0
    hall.run(31)
    assert hall.asked > 0
