"""Time is passed in, never read in passing. Stored times are aware UTC."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Protocol

from omnisight_desktop.core.errors import UsageError


class Clock(Protocol):
    """Tells the time of day and the seconds that have passed."""

    def now(self) -> datetime:
        """Aware UTC; may step when somebody sets the computer's clock."""
        ...

    def mono(self) -> float:
        """Seconds that only grow; for durations."""
        ...


class SystemClock:
    """The computer's own clocks."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def mono(self) -> float:
        return time.monotonic()


class ManualClock:
    """A clock that moves when told to: for replays, files and tests."""

    def __init__(self, start: datetime) -> None:
        self._now = utc(start)
        self._mono = 0.0

    def now(self) -> datetime:
        return self._now

    def mono(self) -> float:
        return self._mono

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self._now += timedelta(seconds=seconds)
        self._mono += seconds

    def set(self, now: datetime) -> None:
        """Step the time of day, as a person or NTP would; durations go on undisturbed."""
        self._now = utc(now)


class LocalZone(tzinfo):
    """The zone this computer is set to, with its summer times, for each moment by itself."""

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        return None if moment is None else moment.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, moment: datetime | None) -> timedelta | None:  # noqa: ARG002 - the offset has it
        return None

    def tzname(self, moment: datetime | None) -> str | None:
        return None if moment is None else moment.replace(tzinfo=None).astimezone().tzname()

    def fromutc(self, moment: datetime) -> datetime:
        there = moment.replace(tzinfo=UTC).astimezone()
        here = there.replace(tzinfo=self)
        # An hour that comes twice: the second time is marked, or it would be read as the first.
        return here if here.utcoffset() == there.utcoffset() else here.replace(fold=1)


def utc(moment: datetime) -> datetime:
    """The same moment in UTC; a moment without a zone is refused, for nobody can know when it is."""
    if moment.tzinfo is None:
        raise UsageError(f"The time {moment.isoformat()} has no time zone.")
    return moment.astimezone(UTC)


def parse_time(text: str) -> datetime:
    """An ISO 8601 moment as aware UTC; without an offset it is taken in the computer's own zone."""
    try:
        moment = datetime.fromisoformat(text).astimezone(UTC)
        if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
            raise ValueError("out of range")
        return moment
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(
            f"'{text}' is not a time.", fix="Write it as 2026-05-03T14:05:00 or with +02:00 behind."
        ) from error


def to_ms(moment: datetime) -> int:
    """Milliseconds since 1970, exactly."""
    # A zone of its own makes no difference to a difference, and this is asked for every row.
    past = (moment if moment.tzinfo else utc(moment)) - _EPOCH
    return past.days * 86_400_000 + past.seconds * 1000 + past.microseconds // 1000


def from_ms(milliseconds: int) -> datetime:
    """The moment of so many milliseconds since 1970."""
    return _EPOCH + timedelta(milliseconds=milliseconds)


_FIRST_YEAR, _LAST_YEAR = 2, 9998  # so that every zone can show it
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
