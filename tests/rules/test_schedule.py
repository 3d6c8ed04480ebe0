"""Hours as the clock on the wall shows them, also when it is put on or back."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest

from omnisight_desktop.core.clock import LocalZone
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.rules.drawn import Zone
from omnisight_desktop.rules.rule import Rule, Rulebook
from omnisight_desktop.rules.schedule import EVERY_DAY, Hours, Schedule, zone_named
from omnisight_desktop.rules.simulate import Watched, simulate
from omnisight_desktop.rules.trigger import Enter, Loiter, Presence
from tests.rules.walkers import NOON, SIZE, path, stand

BERLIN = zone_named("Europe/Berlin")
FRI, SAT, SUN, MON = 4, 5, 6, 0


def wall(text: str, fold: int = 0) -> datetime:
    """A moment as the wall clock in Berlin shows it."""
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN, fold=fold)


@pytest.mark.parametrize(
    ("hours", "at", "is_open"),
    [
        (Hours(time(8), time(18)), "2026-05-04T08:00", True),
        (Hours(time(8), time(18)), "2026-05-04T18:00", False),
        (Hours(time(8), time(18)), "2026-05-04T07:59:59.999", False),
        (Hours(time(8), time(18), (SAT, SUN)), "2026-05-04T12:00", False),
        (Hours(time(22), time(6), (FRI,)), "2026-05-08T23:00", True),  # a Friday
        (Hours(time(22), time(6), (FRI,)), "2026-05-09T05:59", True),
        (Hours(time(22), time(6), (FRI,)), "2026-05-09T06:00", False),
        (Hours(time(22), time(6), (FRI,)), "2026-05-09T23:00", False),
        (Hours(time(22), time(6), (FRI,)), "2026-05-08T05:00", False),
        (Hours(time(22), time(6), (SUN,)), "2026-05-11T01:00", True),  # a Monday
        (Hours(days=(MON,)), "2026-05-11T23:59", True),
        (Hours(days=(MON,)), "2026-05-12T00:00", False),
        # The night in which the clock is put on from two to three.
        (Hours(time(1), time(4)), "2026-03-29T03:30", True),
        (Hours(time(22), time(3)), "2026-03-29T03:00", False),
        # The night in which it is put back from three to two.
        (Hours(time(1), time(2, 30)), "2026-10-25T02:29", True),
        (Hours(time(1), time(2, 30)), "2026-10-25T02:31", False),
    ],
)
def test_when_it_holds(hours: Hours, at: str, is_open: bool) -> None:
    assert Schedule((hours,)).is_open(wall(at), BERLIN) is is_open
    assert Schedule((hours,)).is_open(wall(at).astimezone(UTC), BERLIN) is is_open


def test_an_hour_that_comes_twice_counts_twice() -> None:
    hours = Schedule((Hours(time(2, 15), time(2, 45)),))
    for fold in (0, 1):
        assert hours.is_open(wall("2026-10-25T02:30", fold).astimezone(UTC), BERLIN)
    first = datetime(2026, 10, 25, 0, 15, tzinfo=UTC)
    assert hours.opens(first - timedelta(hours=1), BERLIN) == first
    assert hours.opens(first + timedelta(minutes=30), BERLIN) == first + timedelta(hours=1)


def test_an_hour_that_is_left_out_is_left_out() -> None:
    hours = Schedule((Hours(time(2, 15), time(2, 45)),))
    night = datetime(2026, 3, 28, 12, tzinfo=UTC)
    assert not any(
        hours.is_open(night + timedelta(minutes=minute), BERLIN) for minute in range(24 * 60)
    )
    assert hours.opens(night, BERLIN) == datetime(2026, 3, 30, 0, 15, tzinfo=UTC)


def test_what_begins_in_an_hour_that_is_left_out_begins_as_the_clock_jumps() -> None:
    hours = Schedule((Hours(time(2, 30), time(5)),))
    assert hours.opens(wall("2026-03-29T01:00"), BERLIN) == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_the_next_opening() -> None:
    nights = Schedule((Hours(time(22), time(6), (FRI,)),))
    assert nights.opens(wall("2026-05-09T06:00"), BERLIN) == wall("2026-05-15T22:00")
    inside = wall("2026-05-09T03:00")
    assert nights.opens(inside, BERLIN) == inside
    assert Schedule().opens(inside, BERLIN) == inside
    assert Schedule((Hours(time(8), time(9)),)).opens(inside, LocalZone()) is not None


def test_a_day_of_the_week_over_a_whole_year() -> None:
    sundays = Schedule((Hours(days=(SUN,)),))
    minutes = range(0, 366 * 24 * 60, 30)
    began = wall("2026-01-01T00:00").astimezone(UTC)
    held = [began + timedelta(minutes=m) for m in minutes]
    assert all(
        sundays.is_open(at, BERLIN) is (at.astimezone(BERLIN).weekday() == SUN) for at in held
    )


def test_bad_hours_are_refused() -> None:
    for days in ((), (7,), (-1, 0)):
        with pytest.raises(UsageError, match="weekdays"):
            Hours(days=days)
    with pytest.raises(UsageError, match="time zone"):
        Hours(time(1, tzinfo=UTC))
    for name in ("Europe/Nowhere", "", "../etc/passwd"):
        with pytest.raises(UsageError, match="no time zone"):
            zone_named(name)
    assert Hours().days == EVERY_DAY


ZONE = Zone("box", ((0.4, 0.4), (0.6, 0.4), (0.6, 0.8), (0.4, 0.8)))
# In Berlin it is two hours later than the noon at which the tests begin.
LATER = Schedule((Hours(time(14, 1), time(14, 2)),))


@pytest.mark.parametrize(
    ("rule", "seconds"),
    [
        pytest.param(Rule("r", Enter("box"), schedule=LATER), [65.4], id="who enters then"),
        pytest.param(
            Rule("r", Loiter("box", 10), schedule=LATER), [60, 75], id="who is still there"
        ),
        pytest.param(Rule("r", Presence("box", 10), schedule=LATER), [60], id="somebody"),
    ],
)
def test_a_rule_holds_in_its_hours(rule: Rule, seconds: list[float]) -> None:
    paths = [
        path("T1", stand(0.45, 0.6, 70), start_s=20),
        path("T2", stand(0.55, 0.75, 30), start_s=65),
    ]
    outcome = simulate(Rulebook("yard", (ZONE,), rules=(rule,)), paths, SIZE, home=BERLIN)
    assert [(hit.at - NOON).total_seconds() for hit in outcome.hits] == seconds


def test_nobody_there_is_told_when_the_hours_begin() -> None:
    rule = Rule("r", Presence("box", 10, somebody=False), schedule=LATER)
    watched = Watched(NOON, NOON + timedelta(minutes=5))
    book = Rulebook("yard", (ZONE,), rules=(rule,))
    (hit,) = simulate(book, [], SIZE, home=BERLIN, watched=watched).hits
    assert (hit.at, hit.since) == (NOON + timedelta(minutes=1), NOON)


def test_hours_of_a_rule_follow_the_summer_time() -> None:
    rule = Rule("r", Enter("box"), schedule=Schedule((Hours(time(7), time(8)),)))
    book = Rulebook("yard", (ZONE,), rules=(rule,))
    found = []
    for day in (28, 29):
        for hour in (5, 6):
            start = datetime(2026, 3, day, hour, 30, tzinfo=UTC)
            visit = path("T1", stand(0.5, 0.6, 4), start_s=(start - NOON).total_seconds())
            if simulate(book, [visit], SIZE, home=BERLIN).hits:
                found.append((day, hour))
    assert found == [(28, 6), (29, 5)]
