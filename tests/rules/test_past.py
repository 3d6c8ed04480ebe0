"""What is judged again from stored paths is what was judged when it was seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from omnisight_desktop.core.event import Event, EventType, Gap
from omnisight_desktop.core.track import TrackPath
from omnisight_desktop.rules.judge import JudgeSettings
from omnisight_desktop.rules.past import judge_paths
from tests.rules.stage import NOON, SIZE, Yard, parked, walking


def told(events: list[Event] | tuple[Event, ...]) -> list[tuple[object, ...]]:
    """What events say, whatever their ids: who leads their story, instead of its number."""
    leader = {event.id: event.track for event in events}
    return sorted(
        (
            e.start,
            e.end,
            str(e.type),
            e.track or "",
            e.label,
            e.text or "",
            leader[e.story or ""] or "",
        )
        for e in events
    )


def passers_by(yard: Yard) -> None:
    yard.add("T1", "person", walking(0, 150))
    yard.add("T2", "person", walking(0, 140, 430, start=2))
    yard.add("T3", "person", walking(1220, -200, 100, start=40))


def guests(yard: Yard) -> None:
    yard.add("T1", "car", parked(400, end=50))
    yard.add("T2", "person", walking(500, 90, start=12))
    yard.add("T3", "car", parked(402, start=55))
    stays = walking(0, 100, end=6)
    yard.add("T4", "person", lambda s: stays(s) or ((600, 400, 660, 580) if s < 40 else None))


def half_hidden(yard: Yard) -> None:
    before, behind = walking(200, 60, end=4), walking(500, 60, start=5.4)
    yard.add("T1", "person", lambda s: before(s) or behind(s))
    yard.add("T2", "dog", lambda s: (900, 500, 980, 560) if int(s) % 3 else None)


@pytest.mark.parametrize("play", [passers_by, guests, half_hidden])
def test_the_past_is_judged_as_the_present_was(play: Callable[[Yard], None]) -> None:
    yard = Yard()
    play(yard)
    yard.run(80)
    yard.actors.update({name: replace(a, way=lambda _: None) for name, a in yard.actors.items()})
    yard.run(5)
    again = judge_paths(yard.paths(), SIZE)
    assert told(again) == told([replace(event, score=None) for event in yard.events()])
    assert {EventType.APPEARED, EventType.LEFT} <= {EventType(event.type) for event in again}


def test_other_measures_can_be_tried_on_the_past() -> None:
    yard = Yard()
    yard.add("T1", "car", parked(400, end=50))
    yard.run(60)
    impatient = judge_paths(yard.paths(), SIZE, JudgeSettings(stationary_s=60))
    assert [e.type for e in impatient] == [EventType.APPEARED, EventType.LEFT]
    usual = judge_paths(yard.paths(), SIZE)
    assert EventType.STATIONARY in {EventType(e.type) for e in usual}


def test_nobody_leaves_while_the_camera_is_down() -> None:
    yard = Yard()
    yard.add("T1", "person", walking(300, 20, end=5))
    yard.add("T2", "person", walking(900, 20, start=20, end=25))
    yard.run(30)
    down = Gap("yard", NOON + timedelta(seconds=5), NOON + timedelta(seconds=9), "no power")
    left = [
        e.track for e in judge_paths(yard.paths(), SIZE, gaps=[down]) if e.type == EventType.LEFT
    ]
    assert left == ["T2"]


def test_cameras_are_judged_apart() -> None:
    yard = Yard()
    yard.add("T1", "person", walking(300, 20, end=5))
    yard.run(10)
    (path,) = yard.paths()
    other = TrackPath("T9", "porch", path.label, path.start, path.offsets_ms, path.boxes)
    alerts = [e.camera for e in judge_paths([path, other], SIZE) if e.story == e.id]
    assert sorted(alerts) == ["porch", "yard"]


def test_a_path_without_points_is_passed_over() -> None:
    yard = Yard()
    yard.add("T1", "person", walking(300, 20, end=5))
    yard.run(10)
    (path,) = yard.paths()
    empty = replace(path, track="T0", offsets_ms=path.offsets_ms[:0], boxes=path.boxes[:0])
    assert {e.track for e in judge_paths([empty, path], SIZE)} == {"T1"}
    assert judge_paths([], SIZE) == ()
