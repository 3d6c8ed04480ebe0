"""A piece of footage on disk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Clip:
    """A file that shows an event, pre-roll included; ``path`` is relative to the media folder."""

    id: str
    camera: str
    path: str
    start: datetime
    end: datetime
    size_bytes: int
    sha256: str = ""
    protected: bool = False

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return (self.end - self.start).total_seconds()
