"""A pause ends by itself, holds over a new start, and leaves a gap that says why."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.core.event import Gap
from omnisight_desktop.services.pause import REASON, Pause, Rest, Span, until
from omnisight_desktop.storage.records import AuditEntry
from tests.home import NOON

HOUR = timedelta(hours=1)


class Book:
    """What was kept."""

    def __init__(self) -> None:
        self.gaps: list[Gap] = []
        self.acts: list[str] = []

    def keep(self, value: Gap | AuditEntry) -> None:
        if isinstance(value, Gap):
            self.gaps.append(value)
        else:
            self.acts.append(value.action)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(NOON)


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
def pause(tmp_path: Path, clock: ManualClock, book: Book) -> Pause:
    return Pause(tmp_path / "pause.json", book.keep, clock)


@pytest.mark.parametrize(
    ("span", "hours"), [(Span.QUARTER, 0.25), (Span.HOUR, 1.0)], ids=["15 min", "1 h"]
)
def test_a_span_is_as_long_as_it_says(span: Span, hours: float) -> None:
    assert until(span, NOON) == NOON + timedelta(hours=hours)


@pytest.mark.parametrize("hour", [0, 5, 6, 12, 23])
def test_tomorrow_is_the_next_morning_and_never_today(hour: int) -> None:
    now = datetime(2026, 5, 3, hour, 30).astimezone()
    morning = until(Span.TOMORROW, now).astimezone()
    assert (morning.day, morning.hour) == (4, 6)


def test_it_is_over_when_its_time_has_come(pause: Pause, clock: ManualClock) -> None:
    pause.begin(NOON + HOUR)
    assert not pause.over
    clock.advance(3600)
    assert pause.over


def test_what_was_not_seen_is_a_gap_of_each_camera(
    pause: Pause, clock: ManualClock, book: Book
) -> None:
    pause.begin(NOON + HOUR)
    clock.advance(600)
    pause.begin(NOON + 2 * HOUR)  # longer now; it is still the same pause
    clock.advance(600)
    pause.end(["porch", "yard"])
    gap = Gap("porch", NOON, NOON + timedelta(seconds=1200), REASON)
    assert book.gaps[0] == gap
    assert [g.camera for g in book.gaps] == ["porch", "yard"]
    assert book.acts == ["pause", "pause", "resume"]
    assert pause.rest is None


def test_it_goes_on_at_the_next_start(
    pause: Pause, clock: ManualClock, book: Book, tmp_path: Path
) -> None:
    pause.begin(NOON + HOUR)
    clock.advance(60)
    pause.leave(["porch"])
    assert book.gaps == [Gap("porch", NOON, clock.now(), REASON)]
    clock.advance(60)
    again = Pause(tmp_path / "pause.json", book.keep, clock)
    assert again.rest == Rest(clock.now(), NOON + HOUR)
    again.end([])
    assert Pause(tmp_path / "pause.json", book.keep, clock).rest is None


def test_one_whose_time_has_passed_meanwhile_is_none(
    pause: Pause, clock: ManualClock, book: Book, tmp_path: Path
) -> None:
    pause.begin(NOON + HOUR)
    clock.advance(3700)
    assert Pause(tmp_path / "pause.json", book.keep, clock).rest is None


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"until": "never"}', '{"until": "2999-01-01"}'])
def test_a_file_that_says_nothing_sensible_pauses_nothing(
    text: str, tmp_path: Path, clock: ManualClock, book: Book
) -> None:
    (tmp_path / "pause.json").write_text(text)
    assert Pause(tmp_path / "pause.json", book.keep, clock).rest is None


@pytest.mark.parametrize("end", [NOON, NOON - HOUR, datetime(2026, 6, 1, tzinfo=UTC)])
def test_it_cannot_end_before_it_began_nor_go_on_for_weeks(pause: Pause, end: datetime) -> None:
    with pytest.raises(UsageError):
        pause.begin(end)
