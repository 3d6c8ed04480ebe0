"""Where somebody surely is: a single sighting, or one on the border, changes nothing."""

from __future__ import annotations

from dataclasses import dataclass

from omnisight_desktop.rules.reading import INSIDE, OUTSIDE, UNSURE


@dataclass(frozen=True, slots=True)
class Patience:
    """How often in a row, or for how long, something must be seen before it is believed."""

    sightings: int
    steady_ms: int

    def is_over(self, seen: int, since_ms: int, now_ms: int) -> bool:
        """Whether that is enough."""
        return seen >= self.sightings or (seen > 1 and now_ms - since_ms >= self.steady_ms)


@dataclass(slots=True, eq=False)
class Stay:
    """Whether one thing is in one zone."""

    inside: bool = False
    since_ms: int = 0  # when it came to the side it is on
    been_in: bool = False  # at any time
    been_out: bool = False  # seen outside, and not only first seen within
    seen: int = 0  # in a row on the other side
    other_ms: int = 0  # the first of those

    def see(self, where: int, now_ms: int, patience: Patience, *, believed: bool) -> bool:
        """It was seen there; True when that moved it to the other side."""
        if where == UNSURE:
            return False
        if not self.inside and where == OUTSIDE:
            self.been_out = True
        if (where == INSIDE) == self.inside:
            self.seen = 0
            return False
        self.seen += 1
        if self.seen == 1:
            self.other_ms = now_ms
        if not believed or not patience.is_over(self.seen, self.other_ms, now_ms):
            return False
        self.inside, self.seen, self.since_ms = not self.inside, 0, self.other_ms
        self.been_in |= self.inside
        return True

    @property
    def is_calm(self) -> bool:
        """Whether another sighting where it is would change nothing."""
        return self.seen == 0


@dataclass(slots=True, eq=False)
class Passage:
    """The way of one thing over one line: it counts once it is clear of the line again."""

    ways: int = 0  # over the line since it was last clear of it
    came: bool = False  # it was seen clear of the line before
    seen: int = 0
    since_ms: int = 0

    def see(
        self, clear: bool, passed: int, now_ms: int, patience: Patience, *, believed: bool
    ) -> int:
        """It was seen clear of the line or not, and passed it; 1 when it went in, -1 when out."""
        if passed:
            self.ways += passed
            self.seen = 0
        if not clear:
            return 0
        if not self.ways:
            self.came, self.seen = True, 0
            return 0
        self.seen += 1
        if self.seen == 1:
            self.since_ms = now_ms
        if not believed or not patience.is_over(self.seen, self.since_ms, now_ms):
            return 0
        return self.finish()

    def finish(self) -> int:
        """It is over the line, or was last seen there; the way that it went."""
        way = 0
        if self.came and self.seen and self.ways:
            way = 1 if self.ways > 0 else -1
        self.ways, self.seen, self.came = 0, 0, True
        return way

    def start_anew(self) -> None:
        """Where it was before says nothing about how it came here."""
        self.ways, self.seen, self.came = 0, 0, False

    @property
    def is_calm(self) -> bool:
        """Whether another sighting on the same spot would change nothing."""
        return self.ways == 0
