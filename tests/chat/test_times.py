"""Time phrases mean what a person in that zone means by them."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from omnisight_desktop.chat.understanding.times import find_span
from omnisight_desktop.core.clock import LocalZone

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 5, 6, 14, 30, tzinfo=BERLIN)  # a Wednesday


@pytest.mark.parametrize(
    ("question", "since", "until"),
    [
        ("what happened today", "05-06 00:00", "05-07 00:00"),
        ("who was there yesterday", "05-05 00:00", "05-06 00:00"),
        ("who was at the door yesterday evening", "05-05 17:00", "05-05 23:00"),
        ("anyone this morning", "05-06 05:00", "05-06 12:00"),
        ("what happened last night", "05-05 20:00", "05-06 06:00"),
        ("how many people in the last 3 hours", "05-06 11:30", "05-06 14:30"),
        ("anything in the past hour", "05-06 13:30", "05-06 14:30"),
        ("how many this week", "05-04 00:00", "05-06 14:30"),
        ("in the last two days", "05-04 14:30", "05-06 14:30"),
        ("since tuesday", "05-05 00:00", "05-06 14:30"),
        ("between 2 and 4 yesterday", "05-05 14:00", "05-05 16:00"),
        ("last night between 2 and 4", "05-06 02:00", "05-06 04:00"),
        ("the weekend before last", "04-25 00:00", "04-27 00:00"),
        ("last weekend", "05-02 00:00", "05-04 00:00"),
        ("the day before yesterday", "05-04 00:00", "05-05 00:00"),
        ("around three yesterday", "05-05 14:30", "05-05 15:30"),
        ("on 3 may before noon", "05-03 00:00", "05-03 12:00"),
        ("from monday to tuesday", "05-04 00:00", "05-06 00:00"),
        ("last week", "04-27 00:00", "05-04 00:00"),
    ],
)
def test_a_phrase_is_resolved_in_the_users_zone(question: str, since: str, until: str) -> None:
    span = find_span(question, NOW, BERLIN)
    assert span is not None
    assert f"{span.since.astimezone(BERLIN):%m-%d %H:%M}" == since
    assert f"{span.until.astimezone(BERLIN):%m-%d %H:%M}" == until


def test_no_phrase_is_no_span() -> None:
    assert find_span("who is anna", NOW, BERLIN) is None


def test_the_day_the_clocks_go_forward_has_23_hours() -> None:
    span = find_span("today", datetime(2026, 3, 29, 12, tzinfo=BERLIN), BERLIN)
    assert span is not None
    assert (span.until - span.since).total_seconds() == 23 * 3600


def test_the_computers_own_zone_knows_its_summer_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    try:
        zone = LocalZone()
        winter, summer = (datetime(2026, month, 1, 12, tzinfo=UTC) for month in (1, 7))
        assert winter.astimezone(zone).hour == 13
        assert summer.astimezone(zone).hour == 14
        span = find_span("today", datetime(2026, 3, 29, 12, tzinfo=zone), zone)
        assert span is not None
        assert (span.until - span.since).total_seconds() == 23 * 3600
        late = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # half past two, the first of two times
        assert late.astimezone(zone).astimezone(UTC) == late
        again = late + timedelta(hours=1)
        assert again.astimezone(zone).astimezone(UTC) == again
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_year_before_all_years_is_no_date() -> None:
    assert find_span("2025 years ago", NOW, BERLIN) is None
