"""Times and lengths as people say them."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from omnisight_desktop.gui.viewmodels.storage import counted
from omnisight_desktop.gui.words import amount, clock_time, days, length, number, several, thing
from omnisight_desktop.services.naming import one
from omnisight_desktop.storage.shelves import Kind

NOW = datetime(2026, 5, 6, 14, 30).astimezone()


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(minutes=25), "14:05"),
        (timedelta(hours=16, minutes=20), "yesterday 22:10"),
        (timedelta(days=3), "3 May 14:30"),
        (timedelta(days=365), "6 May 2025 14:30"),
    ],
)
def test_a_moment_is_said_as_briefly_as_it_is_clear(ago: timedelta, words: str) -> None:
    assert clock_time(NOW - ago, NOW) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "0 s"), (59, "59 s"), (61, "1 min"), (7500, "2 h 5 min"), (-3, "0 s")],
)
def test_a_length_is_said_in_its_largest_unit(seconds: float, words: str) -> None:
    assert length(seconds) == words


def test_a_thing_begins_with_a_capital() -> None:
    assert thing("traffic_light") == "Traffic light"
    assert thing(None) == "Something"


@pytest.mark.parametrize(
    ("value", "places", "words"), [(3, 0, "3"), (9.36, 1, "9.4"), (0.5, 2, "0.50")]
)
def test_a_number_is_written_with_so_many_places(value: float, places: int, words: str) -> None:
    assert number(value, places) == words


@pytest.mark.parametrize(
    ("count", "words"), [(232_589, "233 kB"), (6_534_387, "6.5 MB"), (145e6, "145 MB")]
)
def test_bytes_are_said_in_the_largest_unit(count: float, words: str) -> None:
    assert amount(count) == words


def test_several_of_a_thing() -> None:
    assert several(2, "person") == "2 people"
    assert several(3, "hot_dog") == "3 × hot dog"


def test_one_of_them_is_no_several() -> None:
    assert (days(1), days(7)) == ("1 day", "7 days")
    assert several(2, "bus") == "2 buses"
    assert counted(Kind.TRANSCRIPTS, 1) == "1 transcript"
    assert one("raised hands") == "raised hands"
