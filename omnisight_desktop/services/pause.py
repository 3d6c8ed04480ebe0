"""A pause of all watching, by the wish of whoever sits there: until when it goes, and what it leaves."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from omnisight_desktop.core.clock import Clock, parse_time
from omnisight_desktop.core.errors import OmniSightError, UsageError
from omnisight_desktop.core.event import Gap
from omnisight_desktop.services.handout import whole_file
from omnisight_desktop.storage.records import AuditEntry

log = logging.getLogger(__name__)

_LONGEST = timedelta(days=2)
_SHORTEST_GAP = timedelta(seconds=1)
REASON = "Watching was paused by hand."


class Span(StrEnum):
    """How long people want to be left alone."""

    QUARTER = "15 min"
    HOUR = "1 h"
    TOMORROW = "tomorrow"


def until(span: Span, now: datetime) -> datetime:
    """When such a pause ends; tomorrow begins at six, when most who pause it are asleep."""
    if span is Span.QUARTER:
        return now + timedelta(minutes=15)
    if span is Span.HOUR:
        return now + timedelta(hours=1)
    morning = now.astimezone().replace(hour=6, minute=0, second=0, microsecond=0)
    return morning if morning.date() != now.astimezone().date() else morning + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Rest:
    """A pause that holds."""

    since: datetime
    until: datetime


class Pause:
    """It holds over a new start of the program, leaves a gap with its reason, and is written down."""

    def __init__(
        self, file: Path, keep: Callable[[Gap | AuditEntry], object], clock: Clock
    ) -> None:
        self._file = file
        self._keep = keep
        self._clock = clock
        self.rest = self._found()

    @property
    def over(self) -> bool:
        """Whether there is one whose time has come."""
        return self.rest is not None and self._clock.now() >= self.rest.until

    def begin(self, until: datetime) -> None:
        """Nothing is watched until then; one that holds already is made longer or shorter."""
        now = self._clock.now()
        if not now < until <= now + _LONGEST:
            raise UsageError("A pause ends later than now, and within two days.")
        since = self.rest.since if self.rest is not None else now
        self.rest = Rest(since, until)
        self._write(until)
        self._keep(AuditEntry(now, "owner", "pause", f"until {until.isoformat()}"))

    def end(self, cameras: Iterable[str]) -> None:
        """It is watched again; what these cameras did not see is a gap."""
        self.leave(cameras)
        self.rest = None
        self._file.unlink(missing_ok=True)
        self._keep(AuditEntry(self._clock.now(), "owner", "resume"))

    def leave(self, cameras: Iterable[str]) -> None:
        """The program ends: up to now it is a gap, and the pause goes on at the next start."""
        rest, now = self.rest, self._clock.now()
        if rest is None or now - rest.since < _SHORTEST_GAP:
            return
        for camera in cameras:
            self._keep(Gap(camera, rest.since, now, REASON))

    def _found(self) -> Rest | None:
        try:
            told = json.loads(self._file.read_text("utf-8"))
            until = parse_time(str(told["until"]))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, LookupError, TypeError, OmniSightError) as error:
            log.warning("the pause in %s cannot be read: %s", self._file.name, error)
            return None
        now = self._clock.now()
        return Rest(now, until) if now < until <= now + _LONGEST else None

    def _write(self, until: datetime) -> None:
        with whole_file(self._file) as part:
            part.write_text(json.dumps({"until": until.isoformat()}) + "\n", "utf-8")
