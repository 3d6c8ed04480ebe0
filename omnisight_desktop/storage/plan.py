"""A plan of what is to go: how far each kind goes, how much that is, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from omnisight_desktop.core.segment import Tier
from omnisight_desktop.storage.keeping import FootageMark
from omnisight_desktop.storage.shelves import LONG_AGO, Edge, Kind


class Reason(StrEnum):
    """Why something goes."""

    AGE = "age"
    SIZE = "size"  # footage takes more room than it may
    DISK = "disk"  # too little room is left on the disk


class Act(StrEnum):
    """What is done with it."""

    REMOVE = "remove"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class Marks:
    """How far each kind goes: up to an edge of its order, or up to a moment."""

    aged: Edge = LONG_AGO  # clips, by their age
    sized: Edge = LONG_AGO  # and early, for all footage together is too large
    crowded: Edge = LONG_AGO  # and early, for the disk is too full
    pictures: Edge = LONG_AGO
    sized_pictures: Edge = LONG_AGO
    events_ms: int = LONG_AGO.at_ms
    unseen_ms: int = LONG_AGO.at_ms
    forgotten_ms: int = LONG_AGO.at_ms
    footage: Mapping[str, FootageMark] = field(default_factory=dict)  # of each camera

    def bound(self) -> dict[str, Any]:
        """As parameters of the shelves' conditions."""
        clips = max(self.aged, self.sized, self.crowded)
        pictures = max(self.pictures, self.sized_pictures)
        return {
            "clips_ms": clips.at_ms,
            "clips_id": clips.key,
            "pictures_ms": pictures.at_ms,
            "pictures_id": pictures.key,
            "events_ms": self.events_ms,
            "unseen_ms": self.unseen_ms,
            "forgotten_ms": self.forgotten_ms,
        }

    def bound_of(self, camera: str | None) -> dict[str, Any]:
        """What holds for the footage of one camera."""
        return self.footage.get(camera or "", FootageMark()).bound()


@dataclass(frozen=True, slots=True)
class Line:
    """So much of a kind goes for one reason."""

    kind: Kind
    reason: Reason
    count: int
    size_bytes: int
    oldest: datetime
    newest: datetime
    act: Act = Act.REMOVE


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to go, why, and how much; drawn up without touching anything."""

    now: datetime
    lines: tuple[Line, ...]
    marks: Marks
    short_bytes: int = 0  # what should go besides, and may not
    note: str = ""  # why it may not
    export_days: float = 36500.0  # older exports go; no row speaks of them

    @property
    def count(self) -> int:
        """How many things in all."""
        return sum(line.count for line in self.lines)

    @property
    def size_bytes(self) -> int:
        """How much of the disk they take."""
        return sum(line.size_bytes for line in self.lines)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is to go, with the files that go with it."""

    kind: Kind
    key: tuple[Any, ...]
    at: datetime
    size_bytes: int = 0
    files: tuple[str, ...] = ()
    reason: Reason = Reason.AGE
    act: Act = Act.REMOVE
    tier: Tier = Tier.FAST  # on which disk the files lie

    @property
    def id(self) -> str:
        """What it is called."""
        return " ".join(str(part) for part in self.key)
