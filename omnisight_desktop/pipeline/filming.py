"""When a camera is recorded without a break: always, in some hours, or while something moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from omnisight_desktop.core.segment import RecordMode
from omnisight_desktop.rules.schedule import Schedule

_ROUND = timedelta(minutes=1)  # hours begin and end with a minute
_LONGEST = timedelta(days=31)  # nobody looks for footage that was missed before


@dataclass(frozen=True, slots=True)
class Filming:
    """When one camera is recorded, and in which pieces."""

    mode: RecordMode = RecordMode.OFF
    hours: Schedule = Schedule()
    home: tzinfo = UTC  # where the hours hold
    length: timedelta = timedelta(minutes=1)
    before: timedelta = timedelta(seconds=5)  # what moved
    after: timedelta = timedelta(seconds=10)

    @property
    def steady(self) -> bool:
        """Whether what is not recorded is missing, and not just uninteresting."""
        return self.mode in (RecordMode.ALWAYS, RecordMode.SCHEDULE)

    def is_due(self, at: datetime) -> bool:
        """Whether a moment is to be recorded, whatever happens."""
        if self.mode is RecordMode.SCHEDULE:
            return self.hours.is_open(at, self.home)
        return self.mode is RecordMode.ALWAYS

    def due(self, since: datetime, until: datetime) -> Iterator[tuple[datetime, datetime]]:
        """The parts of a stretch of time that are to be recorded."""
        if self.mode is RecordMode.ALWAYS:
            if since < until:
                yield since, until
            return
        at = max(since, until - _LONGEST)
        begun: datetime | None = None
        while at < until and self.steady:
            if self.is_due(at):
                begun = begun or at
            elif begun is not None:
                yield begun, at
                begun = None
            at = min(until, at - (at - _MIDNIGHT) % _ROUND + _ROUND)
        if begun is not None:
            yield begun, until


_MIDNIGHT = datetime(1970, 1, 1, tzinfo=UTC)
