"""How often gestures are made, added up by day, camera and person."""

from __future__ import annotations

from datetime import timedelta

import pytest

from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.services.gestures.statistics import DAYS, since, statistics_of
from omnisight_desktop.storage.gestures import Performance
from tests.storage.store import NOON


def made(days_ago: float, camera: str = "hall", person: str | None = None) -> Performance:
    return Performance("wave", to_ms(NOON - timedelta(days=days_ago)), camera, person, 0.8)


def test_each_counts_for_its_day_camera_and_person() -> None:
    told = statistics_of([made(0, "hall", "anna"), made(0, "door"), made(2, "hall", "anna")], NOON)
    assert told.count == 3
    assert (told.days[-1], told.days[-3], sum(told.days)) == (2, 1, 3)
    assert told.cameras == (("hall", 2), ("door", 1))
    assert told.people == (("anna", 2),)
    assert told.last == NOON
    assert told.sure == pytest.approx(0.8)


def test_what_is_older_does_not_count() -> None:
    assert statistics_of([made(DAYS + 1)], NOON).count == 0
    assert statistics_of([], NOON).last is None
    assert NOON - since(NOON) < timedelta(days=DAYS)
