"""When a rule holds: weekdays and times of day as the clock on the wall shows them.

The wall is followed through the changes of summer time: an hour that is left out is left out here,
and an hour that comes twice counts twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from omnisight_desktop.core.errors import UsageError

EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)
_DAY = timedelta(days=1)
_LOOKED_AHEAD = 9  # days: a week, and one on either side for what goes over midnight
_LONGEST_SHIFT = timedelta(hours=3)  # more than any clock was ever put on by
_EXACT = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Hours:
    """A span of the day, on the weekdays on which it begins; Monday is 0.

    One that ends before it begins goes over midnight; one that ends as it begins lasts a day.
    """

    start: time = time(0)
    end: time = time(0)
    days: tuple[int, ...] = EVERY_DAY

    def __post_init__(self) -> None:
        if not self.days or not set(self.days) <= set(EVERY_DAY):
            raise UsageError("Hours need weekdays.", fix="Name one or more, from mon to sun.")
        if self.start.tzinfo is not None or self.end.tzinfo is not None:
            raise UsageError(
                "Hours have no time zone of their own.", fix="Write them as 22:00, without one."
            )

    def hold(self, wall: datetime) -> bool:
        """Whether this moment, as the wall clock shows it, is within."""
        now, today = wall.time(), wall.weekday()
        if self.start < self.end:
            return today in self.days and self.start <= now < self.end
        began_yesterday = (today - 1) % 7 in self.days and now < self.end
        return (today in self.days and now >= self.start) or began_yesterday


@dataclass(frozen=True, slots=True)
class Schedule:
    """Spans of the week; where there are none, always."""

    hours: tuple[Hours, ...] = ()

    def is_open(self, at: datetime, home: tzinfo) -> bool:
        """Whether it holds at this moment in that time zone."""
        if not self.hours:
            return True
        wall = at.astimezone(home)
        return any(hours.hold(wall) for hours in self.hours)

    def opens(self, at: datetime, home: tzinfo) -> datetime | None:
        """The first moment from ``at`` on at which it holds; None if none comes within a week."""
        if self.is_open(at, home):
            return at.astimezone(UTC)
        at = at.astimezone(UTC)
        starts = sorted({start for start in self._starts(at, home) if start > at})
        for start in starts:
            if self.is_open(start, home):
                return self._opening(max(at, start - _LONGEST_SHIFT), start, home)
        return None

    def _starts(self, at: datetime, home: tzinfo) -> Iterator[datetime]:
        today = at.astimezone(home).date()
        for day in range(-1, _LOOKED_AHEAD):
            date = today + day * _DAY
            for hours in self.hours:
                if date.weekday() in hours.days:
                    for fold in (0, 1):
                        wall = datetime.combine(date, hours.start, home).replace(fold=fold)
                        yield wall.astimezone(UTC)

    def _opening(self, closed: datetime, opened: datetime, home: tzinfo) -> datetime:
        """Where the hour that is left out swallows a beginning, it begins when the clock jumps."""
        if self.is_open(closed, home) or not self.is_open(opened - _EXACT, home):
            return opened
        while opened - closed > _EXACT:
            middle = closed + (opened - closed) / 2
            if self.is_open(middle, home):
                opened = middle
            else:
                closed = middle
        return opened.replace(microsecond=0)  # clocks jump on the second


def zone_named(name: str) -> tzinfo:
    """The time zone of that name, such as ``Europe/Berlin``."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UsageError(
            f"There is no time zone '{name}'.", fix="Write it as Europe/Berlin or UTC."
        ) from error
