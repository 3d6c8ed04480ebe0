"""The timeline tells what happened and what was recorded at any scale, and every scale agrees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.event import Event, Gap
from omnisight_desktop.core.kinds import Sort, sort_of
from omnisight_desktop.core.segment import Segment, Unrecorded
from omnisight_desktop.services.house import House
from omnisight_desktop.services.timeline import Lane, Lanes, step_of
from omnisight_desktop.storage import spans
from omnisight_desktop.storage.events import EventFilter
from tests.home import NOON, furnished

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ALL = EventFilter()
KINDS = (
    ("appeared", "person"),
    ("appeared", "car"),
    ("stationary", "bicycle"),
    ("appeared", "dog"),
    ("appeared", "umbrella"),
    ("loud", None),
    ("camera_down", None),
    ("left", "person"),
    ("door_bell", None),
)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Two cameras over two months: events every three hours, footage on the last day."""
    with furnished(tmp_path_factory.mktemp("house")) as house:
        house.keeper.commit(Camera("front", "Front", ""), Camera("back", "Back", ""))
        house.keeper.commit(*_events())
        house.keeper.commit(*_footage())
        yield house


def _events() -> Iterator[Event]:
    for number in range(480):
        kind, label = KINDS[number % len(KINDS)]
        start = NOON - timedelta(hours=3 * number, minutes=number % 50)
        told: dict[str, Any] = {"label": label, "zone": "gate" if number % 4 == 0 else None}
        camera = "front" if number % 3 else "back"
        yield Event(f"E{number}", camera, kind, start, start + timedelta(seconds=5), **told)


def _footage() -> Iterator[Any]:
    for minute in range(120):
        start = NOON - timedelta(hours=3) + timedelta(minutes=minute)
        if 40 <= minute < 60:
            continue
        path = f"footage/front/{start:%H%M}.mp4"
        moved = 15.0 if minute % 2 else 0.0
        yield Segment(
            f"S{minute}", "front", start, start + timedelta(minutes=1), path, 9, motion_s=moved
        )
    hole = NOON - timedelta(hours=2, minutes=20)
    yield Unrecorded("front", hole, hole + timedelta(minutes=20), "The disk was full.")
    yield Clip("C1", "back", "clips/back/1.mp4", NOON - HOUR, NOON - HOUR + timedelta(seconds=9), 9)
    yield Gap("back", NOON - DAY, NOON - DAY + timedelta(seconds=30), "Unplugged.")


def lanes(house: House, ago: timedelta, wanted: EventFilter = ALL) -> Lanes:
    return house.timeline.lanes(("front", "back"), NOON - ago, NOON + timedelta(minutes=1), wanted)


def summed(lane: Lane) -> Counter[Sort]:
    found: Counter[Sort] = Counter()
    for tick in lane.ticks:
        found[tick.sort] += tick.events
    return found


def expected(camera: str, ago: timedelta, **fits: Any) -> Counter[Sort]:
    return Counter(
        sort_of(event.type, event.label)
        for event in _events()
        if event.camera == camera
        and event.type != "left"
        and event.start >= NOON - ago
        and all(getattr(event, name) == value for name, value in fits.items())
    )


@pytest.mark.parametrize("ago", [HOUR, DAY, 2 * DAY], ids=str)
def test_short_stretches_tell_every_event_by_what_it_is_about(house: House, ago: timedelta) -> None:
    for lane in lanes(house, ago).lanes:
        assert summed(lane) == expected(lane.camera, ago)


@pytest.mark.parametrize("ago", [10 * DAY, 59 * DAY, 400 * DAY], ids=str)
def test_long_stretches_tell_as_many(house: House, ago: timedelta) -> None:
    told = lanes(house, ago)
    # Whole hours and days are counted: what lies in the first of them may be told as well.
    edge = timedelta(milliseconds=told.step_ms)
    for lane in told.lanes:
        least, most = expected(lane.camera, ago), expected(lane.camera, ago + edge)
        assert all(least[sort] <= summed(lane)[sort] <= most[sort] for sort in Sort)


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        (EventFilter(labels=("car",)), {"label": "car"}),
        (EventFilter(types=("loud",)), {"type": "loud"}),
        (EventFilter(zone="gate"), {"zone": "gate"}),
        (EventFilter(zone="gate", labels=("person",)), {"zone": "gate", "label": "person"}),
        (EventFilter(text="umbrella"), {"label": "umbrella"}),
    ],
    ids=str,
)
@pytest.mark.parametrize("ago", [2 * DAY, 59 * DAY], ids=str)
def test_only_wanted_events_are_told(
    house: House, ago: timedelta, wanted: EventFilter, fits: dict[str, Any]
) -> None:
    told = lanes(house, ago, wanted)
    edge = timedelta(milliseconds=told.step_ms)
    for lane in told.lanes:
        least = expected(lane.camera, ago, **fits)
        most = expected(lane.camera, ago + edge, **fits)
        assert all(least[sort] <= summed(lane)[sort] <= most[sort] for sort in Sort)


def test_a_camera_that_is_not_wanted_has_an_empty_lane(house: House) -> None:
    front, back = lanes(house, 59 * DAY, EventFilter(cameras=("back",))).lanes
    assert not front.ticks
    assert back.ticks


def test_a_crowded_stretch_is_told_by_the_hour(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spans, "_MOST_ROWS", 2)
    told = lanes(house, DAY)
    steps = {tick.step_ms for lane in told.lanes for tick in lane.ticks}
    assert steps == {3_600_000}


def test_what_was_recorded_is_told_piece_by_piece_and_joined(house: House) -> None:
    front, back = lanes(house, 2.5 * HOUR).lanes
    minutes = [((one.end_ms - one.start_ms) / 60_000) for one in front.recorded]
    assert minutes == [10, 60]
    assert [one.end_ms - one.start_ms for one in back.recorded] == [9000]
    assert {round(one.share, 2) for one in front.moved} == {0.25}
    assert [gap.reason for gap in front.missing] == ["The disk was full."]


@pytest.mark.parametrize("ago", [DAY, 10 * DAY, 200 * DAY], ids=str)
def test_over_a_long_time_as_much_was_recorded(house: House, ago: timedelta) -> None:
    front, back = lanes(house, ago).lanes
    recorded = sum((one.end_ms - one.start_ms) * one.share for one in front.recorded)
    assert recorded / 60_000 == pytest.approx(100, rel=0.03)
    assert sum((one.end_ms - one.start_ms) * one.share for one in back.recorded) > 0
    assert front.moved


def test_a_pause_that_nobody_could_see_is_left_out(house: House) -> None:
    assert [gap.reason for gap in lanes(house, 1.5 * DAY).lanes[1].missing] == []
    around = house.timeline.lanes(("back",), NOON - DAY - HOUR, NOON - DAY + HOUR, ALL)
    assert [gap.reason for gap in around.lanes[0].missing] == ["Unplugged."]


def test_steps_are_those_that_people_know_and_never_too_many() -> None:
    span, before = 1000, 0
    while span < to_ms(NOON):
        step = step_of(span)
        assert step >= before
        assert span / step <= 320
        before, span = step, span * 2


def test_sums_follow_what_goes_and_what_changes(tmp_path: Any) -> None:
    with furnished(tmp_path) as house:
        seen = Event("E1", "front", "appeared", NOON - HOUR, label="person")
        path = "footage/front/a.mp4"
        piece = Segment("S1", "front", NOON - HOUR, NOON, path, 9, motion_s=60)
        house.keeper.commit(Camera("front", "Front", ""), seen, piece)

        def told() -> tuple[dict[Sort, int], float]:
            lane = house.timeline.lanes(("front",), NOON - 100 * DAY, NOON, ALL).lanes[0]
            shown = sum((one.end_ms - one.start_ms) * one.share for one in lane.recorded)
            return dict(summed(lane)), round(shown / 3_600_000, 1)

        assert told() == ({Sort.PERSON: 1}, 1.0)
        house.keeper.commit(Event("E1", "front", "appeared", NOON - HOUR, label="dog"))
        assert told()[0] == {Sort.ANIMAL: 1}
        house.keeper.erase("event", ["E1"])
        house.keeper.erase("segment", ["S1"])
        assert told() == ({}, 0.0)
