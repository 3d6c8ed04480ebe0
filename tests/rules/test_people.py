"""Rules about people: somebody comes, somebody unknown comes, somebody does not come in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

import pytest

from omnisight_desktop.core.event import Event
from omnisight_desktop.core.identity import STRANGERS, Identity
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.rules.drawn import Zone
from omnisight_desktop.rules.rule import Rule, Rulebook
from omnisight_desktop.rules.ruled import Ruled
from omnisight_desktop.rules.rulings import Lately, never
from omnisight_desktop.rules.schedule import Hours, Schedule
from omnisight_desktop.rules.trigger import Enter, Gestured, Leave, Loiter, Presence, Trigger
from omnisight_desktop.rules.written import rule_from_dict, rule_to_dict

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
SIZE = (1000.0, 500.0)
ANNA = Identity("Person_A47B8C12", "Anna")
RENAMED = Identity("Person_A47B8C12", "Anna Berg")
BEN = Identity("Person_00000001", "Ben")
GUEST = Identity("Person_00000007", "Visitor 7", visitor=True)
LAWN = Zone("Lawn", ((0.5, 0.0), (1.0, 0.0), (1.0, 1.0), (0.5, 1.0)))


def ruled(
    when: Trigger,
    *people: str,
    hours: tuple[time, time] | None = None,
    lately: Lately = never,
) -> Ruled:
    schedule = Schedule((Hours(*hours),)) if hours else Schedule()
    rule = Rule("R", when, "About Anna", people=people, schedule=schedule)
    return Ruled(iter([Rulebook("hall", (LAWN,), (), (rule,))]), UTC, lately)


def looks(
    begun: datetime, seconds: float, *, known_at: float, who: Identity | None, x: float = 800.0
) -> Iterator[tuple[tuple[Track, ...], datetime]]:
    """Somebody stands somewhere, and is recognised a while later."""
    for step in range(int(seconds * 5)):
        at = begun + timedelta(seconds=step / 5)
        identity = who if step / 5 >= known_at else None
        box = (x - 20, 200.0, x + 20, 400.0)
        yield (Track("T1", "person", box, 0.9, TrackState.ACTIVE, begun, at, identity),), at


def told(rules: Ruled, who: Identity | None, known_at: float = 3.0) -> list[Event]:
    events: list[Event] = []
    for tracks, at in looks(NOON, 8, known_at=known_at, who=who):
        events += rules.judge(tracks, at, SIZE)
    return events


def minutes(rules: Ruled, begun: datetime, count: int) -> list[Event]:
    """Nobody is there for so many minutes."""
    events: list[Event] = []
    for minute in range(count):
        events += rules.judge((), begun + timedelta(minutes=minute), SIZE)
    return events


@pytest.mark.parametrize("when", [Enter(), Enter("Lawn"), Loiter("Lawn", 1), Presence("Lawn", 1)])
def test_somebody_sets_it_off_once_they_are_recognised(when: Trigger) -> None:
    [event] = told(ruled(when, ANNA.person), ANNA)
    assert (event.type, event.track) == ("rule", "T1")
    assert len(told(ruled(when, ANNA.person), RENAMED)) == 1  # another name, the same person
    assert told(ruled(when, ANNA.person), BEN) == []
    assert told(ruled(when, ANNA.person), None) == []


def test_who_is_recognised_before_they_come_in_is_told_of_once() -> None:
    assert len(told(ruled(Enter("Lawn"), ANNA.person), ANNA, known_at=0)) == 1
    assert told(ruled(Enter("Lawn", appearing=False), ANNA.person), ANNA, known_at=0) == []


def test_strangers_are_those_whom_nobody_has_named() -> None:
    assert len(told(ruled(Enter(), STRANGERS), GUEST)) == 1
    assert told(ruled(Enter(), STRANGERS), ANNA) == []
    assert told(ruled(Enter(), STRANGERS), None) == []  # nobody knows yet whether they are known
    assert len(told(ruled(Enter(), STRANGERS, ANNA.person), ANNA)) == 1


def test_who_is_known_only_when_they_are_gone_is_told_of_still() -> None:
    rules = ruled(Enter(), STRANGERS)
    events: list[Event] = []
    for tracks, at in looks(NOON, 3, known_at=99, who=GUEST):
        events += rules.judge(tracks, at, SIZE)
    box = (780.0, 200.0, 820.0, 400.0)
    over = NOON + timedelta(seconds=5)
    ended = Track("T1", "person", box, 0.9, TrackState.ENDED, NOON, NOON, GUEST)
    assert len(rules.judge((ended,), over, SIZE)) == 1
    assert events == []


def test_only_they_leave() -> None:
    for who, times in ((ANNA, 1), (BEN, 0)):
        rules = ruled(Leave("Lawn"), ANNA.person)
        told(rules, who)
        assert len(minutes(rules, NOON + timedelta(minutes=1), 2)) == times


def test_who_is_not_seen_in_time_is_missed_at_the_hour() -> None:
    rules = ruled(Presence("", 3600, False), ANNA.person, hours=(time(16), time(16, 30)))
    [event] = minutes(rules, NOON, 5 * 60)
    assert event.end == NOON.replace(hour=16)
    assert event.text == "About Anna: not seen since 2026-05-03 12:00"
    assert event.track is None


def test_who_came_in_time_is_not_missed_and_another_does_not_stand_in() -> None:
    for who, times in ((ANNA, 0), (BEN, 1), (None, 1)):
        rules = ruled(Presence("", 3600, False), ANNA.person, hours=(time(16), time(16, 30)))
        events = minutes(rules, NOON, 220)
        for tracks, at in looks(NOON.replace(hour=15, minute=45), 8, known_at=3, who=who):
            events += rules.judge(tracks, at, SIZE)
        events += minutes(rules, NOON.replace(hour=15, minute=46), 44)
        assert len(events) == times


def test_who_came_by_another_camera_is_not_missed() -> None:
    seen = NOON.replace(hour=15, minute=50)

    def lately(people: tuple[str, ...]) -> datetime | None:
        assert people == (ANNA.person,)
        return seen

    hours = (time(16), time(16, 30))
    assert minutes(ruled(Presence("", 3600, False), ANNA.person, hours=hours), NOON, 300)
    rules = ruled(Presence("", 3600, False), ANNA.person, hours=hours, lately=lately)
    assert minutes(rules, NOON, 300) == []
    rules = ruled(Presence("Lawn", 3600, False), ANNA.person, hours=hours, lately=lately)
    assert len(minutes(rules, NOON, 300)) == 1  # there she was not


def test_a_restart_shortly_before_the_hour_misses_nobody_less() -> None:
    hours = (time(16), time(16, 30))
    rules = ruled(
        Presence("", 3600, False),
        ANNA.person,
        hours=hours,
        lately=lambda _: NOON.replace(hour=9),
    )
    [event] = minutes(rules, NOON.replace(hour=15, minute=58), 30)
    assert event.end == NOON.replace(hour=16)


def test_people_are_written_and_read() -> None:
    rule = Rule("R", Enter("Lawn"), people=(ANNA.person, STRANGERS))
    assert rule_from_dict(rule_to_dict(rule)) == rule
    assert "people" not in rule_to_dict(Rule("R", Gestured("wave")))
