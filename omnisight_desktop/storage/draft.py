"""A plan of what is to go while it is drawn up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from omnisight_desktop.core.clock import from_ms
from omnisight_desktop.storage.plan import Line, Reason
from omnisight_desktop.storage.shelves import LONG_AGO, Edge, Kind


@dataclass(slots=True)
class Tally:
    """What is taken from a row of things, oldest first, until it is enough."""

    count: int = 0
    size_bytes: int = 0
    oldest_ms: int = 0
    edge: Edge = LONG_AGO

    def take(self, rows: Iterator[Any], needed: int) -> Tally:
        """Take from the rows (moment, key, bytes) until so many bytes are together."""
        while self.size_bytes < needed and (row := next(rows, None)) is not None:
            at_ms, key, size = row
            self.oldest_ms = self.oldest_ms if self.count else at_ms
            self.count, self.size_bytes = self.count + 1, self.size_bytes + size
            self.edge = Edge(at_ms, key)
        return self

    def line(self, kind: Kind, reason: Reason) -> list[Line]:
        """As a line of the plan, if there is anything."""
        if not self.count:
            return []
        oldest, newest = from_ms(self.oldest_ms), from_ms(self.edge.at_ms)
        return [Line(kind, reason, self.count, self.size_bytes, oldest, newest)]


@dataclass(slots=True)
class Draft:
    """A plan while it is drawn up."""

    lines: list[Line] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    short_bytes: int = 0
    far_bytes: int = 0  # of what goes, on another disk than the one that may be too full

    def goes(self) -> int:
        """How many bytes go so far."""
        return sum(line.size_bytes for line in self.lines)
