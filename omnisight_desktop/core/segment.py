"""Footage of every hour: pieces that lie end to end, what was noticed in each, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

#: Cells of a motion map, across and down, row by row from the upper left.
MAP_WIDTH, MAP_HEIGHT = 16, 9
#: A cell counts for how long something moved in it, in steps of so many seconds, up to 255 of them.
MAP_STEP_S = 0.25


_MISSING = "missing since"


class RecordMode(StrEnum):
    """When a camera is recorded, besides the clips of its events."""

    OFF = "off"
    ALWAYS = "always"
    MOTION = "motion"  # while something moves, and shortly before and after
    SCHEDULE = "schedule"  # in the hours that were set


class Tier(StrEnum):
    """On which disk a piece lies."""

    FAST = "fast"  # the media folder
    SLOW = "slow"  # the slow place of the settings


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of continuous footage; ``path`` is relative to the folder of its tier."""

    id: str
    camera: str
    start: datetime
    end: datetime
    path: str
    size_bytes: int
    sha256: str = ""
    motion_s: float = 0.0  # for how long something moved
    objects: int = 0  # how many things were followed
    loudness_dbfs: float | None = None  # at its loudest; none where nobody listened
    motion_map: bytes = field(
        default=b"", repr=False
    )  # one byte a cell; nothing where all is still
    tier: Tier = Tier.FAST
    protected: bool = False

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return (self.end - self.start).total_seconds()


@dataclass(frozen=True, slots=True)
class Unrecorded:
    """Seconds that should have been recorded and were not, and why."""

    camera: str
    start: datetime
    end: datetime
    reason: str


def note_of(gap: Unrecorded) -> str:
    """A gap as the piece after it tells of it, should the memory lose both to a full disk."""
    return f"{_MISSING} {gap.start.isoformat(timespec='milliseconds')}: {gap.reason}"


def noted(text: str) -> tuple[datetime, str] | None:
    """Since when something is missing before a piece, and why, from its note."""
    since, colon, reason = text.removeprefix(f"{_MISSING} ").partition(": ")
    if not text.startswith(_MISSING) or not colon:
        return None
    try:
        return datetime.fromisoformat(since), reason
    except ValueError:
        return None
