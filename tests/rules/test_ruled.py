"""What sets off somebody's own rule is an event of the visit it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import chain, repeat

from omnisight_desktop.core.counting import LineCount
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.rules.drawn import Line, Zone
from omnisight_desktop.rules.rule import Rule, Rulebook
from omnisight_desktop.rules.ruled import Ruled, rule_behind
from omnisight_desktop.rules.trigger import Cross, Direction, Enter, Leave

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
SIZE = (1000.0, 500.0)
BOOK = Rulebook(
    "yard",
    (Zone("Lawn", ((0.5, 0.0), (1.0, 0.0), (1.0, 1.0), (0.5, 1.0))),),
    (Line("Fence", ((0.3, 0.0), (0.3, 1.0))),),
    (Rule("enter", Enter("Lawn"), name="Keep off"), Rule("pass", Cross("Fence", Direction.EITHER))),
)


def _somebody(x: float, at: datetime) -> tuple[Track, ...]:
    return (Track("T1", "person", (x - 20, 200, x + 20, 400), 0.9, TrackState.ACTIVE, NOON, at),)


def _walked(ruled: Ruled, looks: int = 60) -> list[Event]:
    events: list[Event] = []
    for look in range(looks):
        at = NOON + timedelta(seconds=look * 0.2)
        events += ruled.judge(_somebody(100 + 15 * look, at), at, SIZE, {"T1": "visit"}.get)
    return events


def test_a_hit_is_an_event_in_words_that_belongs_to_the_visit() -> None:
    crossed, entered = _walked(Ruled(iter([BOOK]), UTC))
    assert {event.type for event in (crossed, entered)} == {EventType.RULE}
    assert crossed.text in ("pass: went in over Fence", "pass: went out over Fence")
    assert (entered.text, entered.zone) == ("Keep off: entered Lawn", "Lawn")
    assert (entered.camera, entered.track, entered.label) == ("yard", "T1", "person")
    assert entered.story == "visit"
    assert entered.end is not None
    assert NOON < entered.start <= entered.end


def test_a_changed_rulebook_holds_within_seconds_and_an_unreadable_one_changes_nothing() -> None:
    def books() -> Iterator[Rulebook | None]:
        yield Rulebook("yard")
        yield None
        yield BOOK
        while True:
            yield None

    ruled = Ruled(books(), UTC)
    events = _walked(ruled)
    assert [event.zone for event in events] == ["Lawn"]  # the fence was passed before there was one


def test_without_rules_nothing_happens() -> None:
    ruled = Ruled(iter([Rulebook("yard")]), UTC)
    assert _walked(ruled) == []
    assert ruled.close() == ()


def _over_the_fence(ruled: Ruled, at: datetime, times: int = 1) -> datetime:
    """Somebody else each time goes over the fence."""
    for _ in range(times):
        name = f"T{at:%H%M%S%f}"
        for look in range(30):
            box = (180.0 + 10 * look, 200, 220.0 + 10 * look, 400)
            seen = Track(name, "person", box, 0.9, TrackState.ACTIVE, at, at)
            ruled.judge((seen,), at, SIZE)
            at += timedelta(seconds=0.2)
        at += timedelta(seconds=30)
        ruled.judge((), at, SIZE)
    return at


def test_crossings_are_counted_by_the_hour_and_told_when_they_grow() -> None:
    ruled = Ruled(chain([BOOK], repeat(None)), UTC)
    at = _over_the_fence(ruled, NOON, 2)
    (first,) = ruled.counts()
    assert (first.camera, first.rule, first.line, first.hour) == ("yard", "pass", "Fence", NOON)
    assert (first.inward, first.outward) == (0, 2)
    assert ruled.counts() == ()
    _over_the_fence(ruled, at)
    assert ruled.counts() == (replace(first, outward=3),)
    _over_the_fence(ruled, NOON + timedelta(hours=1))
    (second,) = ruled.counts()
    assert second == replace(first, id=second.id, hour=NOON + timedelta(hours=1), outward=1)
    assert second.id != first.id


def test_a_new_rulebook_loses_no_count() -> None:
    more = replace(BOOK, rules=(*BOOK.rules, Rule("leave", Leave("Lawn"))))
    ruled = Ruled(chain([BOOK], repeat(None, 300), [more], repeat(None)), UTC)
    ids = set()
    at = NOON
    for _ in range(30):
        at = _over_the_fence(ruled, at)
        ids |= {one.id for one in ruled.counts()}
        last = ruled._counting._hours["pass"]
    assert len(ids) == 1
    assert last.outward == 30


def test_a_restart_within_the_hour_counts_beside_what_was_counted() -> None:
    told: list[LineCount] = []
    for minute in (0, 20):
        ruled = Ruled(chain([BOOK], repeat(None)), UTC)
        _over_the_fence(ruled, NOON + timedelta(minutes=minute))
        told += ruled.counts()
    assert [(one.hour, one.outward) for one in told] == [(NOON, 1)] * 2
    assert told[0].id != told[1].id


def test_the_rule_behind_an_event_is_known_by_its_words() -> None:
    crossed, entered = _walked(Ruled(iter([BOOK]), UTC))
    assert rule_behind(entered, BOOK) == BOOK.rules[0]
    assert rule_behind(crossed, BOOK) == BOOK.rules[1]
    assert rule_behind(replace(entered, type=EventType.APPEARED), BOOK) is None
    assert rule_behind(entered, Rulebook("yard")) is None
    longer = Rule("again", Enter("Lawn"), name="Keep off: entered Lawn")
    both = replace(BOOK, rules=(*BOOK.rules, longer))
    assert rule_behind(replace(entered, text="Keep off: entered Lawn: x"), both) == longer


def test_a_rule_that_only_counts_has_nothing_filmed() -> None:
    quiet = replace(BOOK.rules[1], record=False)
    ruled = Ruled(iter([replace(BOOK, rules=(BOOK.rules[0], quiet))]), UTC)
    unfilmed: dict[str, bool] = {}
    for look in range(60):
        at = NOON + timedelta(seconds=look * 0.2)
        for event in ruled.judge(_somebody(100 + 15 * look, at), at, SIZE):
            unfilmed[event.zone or ""] = event.id in ruled.unfilmed
    assert unfilmed == {"Fence": True, "Lawn": False}
