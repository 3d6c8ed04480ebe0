from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.core.clock import (
    Clock,
    ManualClock,
    SystemClock,
    from_ms,
    parse_time,
    to_ms,
    utc,
)
from omnisight_desktop.core.errors import UsageError

_zones = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
_FIRST = datetime.fromisoformat("1900-01-02")
_LAST = datetime.fromisoformat("2200-01-01")
_naive = st.datetimes(_FIRST, _LAST)
_aware = st.datetimes(_FIRST, _LAST, timezones=_zones)
START = datetime(2026, 5, 3, 14, 5, tzinfo=UTC)


@given(st.integers(-(10**13), 10**13))
def test_milliseconds_survive_the_round_trip(milliseconds: int) -> None:
    assert to_ms(from_ms(milliseconds)) == milliseconds
    assert from_ms(milliseconds).tzinfo is UTC


@given(_aware)
def test_a_moment_survives_to_the_millisecond(moment: datetime) -> None:
    back = from_ms(to_ms(moment))
    assert timedelta(0) <= moment - back < timedelta(milliseconds=1)


@given(_aware, _aware)
def test_milliseconds_keep_the_order(a: datetime, b: datetime) -> None:
    assert a > b or to_ms(a) <= to_ms(b)


@given(_naive)
def test_a_moment_without_a_zone_is_refused(moment: datetime) -> None:
    with pytest.raises(UsageError, match="no time zone"):
        utc(moment)
    with pytest.raises(UsageError):
        to_ms(moment)
    with pytest.raises(UsageError):
        ManualClock(moment)


@given(_aware)
def test_utc_is_the_same_moment(moment: datetime) -> None:
    assert utc(moment) == moment
    assert utc(moment).tzinfo is UTC
    assert parse_time(moment.isoformat()) == moment


@given(_naive)
def test_a_typed_time_without_an_offset_is_meant_here(moment: datetime) -> None:
    assert parse_time(moment.isoformat()) == moment.astimezone(UTC)


@given(st.text())
def test_no_text_breaks_the_reader_of_times(text: str) -> None:
    with suppress(UsageError):
        assert parse_time(text).tzinfo is UTC


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13-01", "0001-01-01T00:00:00+14:00"])
def test_what_is_no_time_is_said_in_words(text: str) -> None:
    with pytest.raises(UsageError, match="is not a time") as caught:
        parse_time(text)
    assert "2026-05-03T14:05:00" in caught.value.fix


@given(st.lists(st.integers(0, 10_000).map(lambda ms: ms / 1000)))
def test_a_manual_clock_moves_when_told_to(steps: list[float]) -> None:
    clock = ManualClock(START)
    for seconds in steps:
        clock.advance(seconds)
    assert clock.mono() == pytest.approx(sum(steps))
    assert (clock.now() - START).total_seconds() == pytest.approx(sum(steps), abs=1e-3)


def test_stepping_the_time_of_day_leaves_durations_alone() -> None:
    clock = ManualClock(START)
    clock.advance(5)
    clock.set(START - timedelta(days=1))
    assert clock.now() == START - timedelta(days=1)
    assert clock.mono() == 5


def test_the_systems_clock_is_aware_and_its_durations_grow() -> None:
    clock: Clock = SystemClock()
    assert clock.now().tzinfo is UTC
    first = clock.mono()
    assert clock.mono() >= first
