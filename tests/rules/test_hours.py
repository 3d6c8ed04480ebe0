"""Hours as people write them."""

from __future__ import annotations

from datetime import time

import pytest

from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.rules.hours import hours_of, schedule_of
from omnisight_desktop.rules.schedule import EVERY_DAY, Hours


def test_hours_with_days_ranges_and_over_midnight() -> None:
    assert hours_of("22:00-06:00") == Hours(time(22), time(6), EVERY_DAY)
    assert hours_of("mon-fri 08:00-18:30") == Hours(time(8), time(18, 30), (0, 1, 2, 3, 4))
    assert hours_of("Sat,Sun 00:00-24:00") == Hours(time(0), time(0), (5, 6))
    assert hours_of("fri-mon 10:00-11:00") == Hours(time(10), time(11), (0, 4, 5, 6))
    assert hours_of("mon,wed-thu 10:00-11:00").days == (0, 2, 3)
    assert schedule_of([]).hours == ()


@pytest.mark.parametrize("words", ["", "always", "mon", "25:00-26:00", "mo 8-18", "8:00-18:00"])
def test_what_are_no_hours_is_refused(words: str) -> None:
    with pytest.raises(UsageError, match="no hours"):
        hours_of(words)
