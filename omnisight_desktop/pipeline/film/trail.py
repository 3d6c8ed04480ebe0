"""Where followed things are at the moment of each picture, between the moments when they were seen.

Paths hold some sightings a second, pictures come more often. What is marked is drawn where it most
likely is; what is hidden is covered wherever it may be, for there too much is better than too little.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.geometry import Boxes

Box = tuple[float, float, float, float]

#: Nobody vanishes for so short a time: between two sightings they went from here to there.
_BRIDGED_S = 2.0
#: A path that was thinned out has its sightings further apart, but evenly.
_USUAL_STEPS = 2.5
_SHOWN_AFTER_S = 0.3

#: Streams to look at and to record need not agree to the picture.
_UNSURE_S = 0.25
#: Before somebody is seen first, and after the last time, they are there already and still.
LEAD_S, HOLD_S = 1.5, 2.0
_MARGIN = 0.15  # of a side: heads and hands stick out of boxes
_DRIFT = 0.6  # of a side more, towards the end of a time in which nobody saw them


@dataclass(frozen=True, slots=True, eq=False)
class Trail:
    """Where one was seen: boxes as 0..1 of the picture at seconds since 1970, in their order."""

    name: str
    hue: int
    times_s: NDArray[np.float64]
    boxes: Boxes

    @property
    def begin_s(self) -> float:
        """When it was seen first."""
        return float(self.times_s[0])

    @property
    def end_s(self) -> float:
        """When it was seen last."""
        return float(self.times_s[-1])

    def box_at(self, at_s: float) -> Box | None:
        """Where it most likely is at a moment; None where nobody saw it."""
        if not self.begin_s <= at_s <= self.end_s + _SHOWN_AFTER_S:
            return None
        after = int(np.searchsorted(self.times_s, at_s, side="right"))
        before = after - 1
        if after == len(self.times_s):
            return _box(self.boxes[before])
        from_s, to_s = float(self.times_s[before]), float(self.times_s[after])
        if to_s - from_s > self._bridged_s(before):
            return _box(self.boxes[before]) if at_s - from_s <= _SHOWN_AFTER_S else None
        share = (at_s - from_s) / (to_s - from_s)
        return _box(_between(self.boxes[before], self.boxes[after], share))

    def cover_at(self, at_s: float) -> Box | None:
        """What surely covers it at a moment, as far as its sightings tell; it may reach outside."""
        if not self.begin_s - LEAD_S <= at_s <= self.end_s + HOLD_S:
            return None
        first, last = self._around(at_s - _UNSURE_S), self._around(at_s + _UNSURE_S)
        some = np.concatenate([first, last, self._seen(at_s - _UNSURE_S, at_s + _UNSURE_S)])
        low, high = some[:, :2].min(axis=0), some[:, 2:].max(axis=0)
        unseen = max(0.0, (self.begin_s - at_s) / LEAD_S, (at_s - self.end_s) / HOLD_S)
        # By its own size, not by that of the way it went: or one who runs would grow without end.
        size = (some[:, 2:] - some[:, :2]).max(axis=0) * (_MARGIN + _DRIFT * unseen)
        return _box(np.concatenate([low - size, high + size]))

    def _around(self, at_s: float) -> Boxes:
        """Where it is, as one box; in a hole of its path both ends of it; at the ends the last one."""
        after = int(np.searchsorted(self.times_s, at_s, side="right"))
        if after == 0 or after == len(self.times_s):
            return self.boxes[[min(after, len(self.times_s) - 1)]]
        from_s, to_s = float(self.times_s[after - 1]), float(self.times_s[after])
        ends = self.boxes[after - 1 : after + 1]
        if to_s - from_s > _BRIDGED_S:
            return ends
        return _between(ends[0], ends[1], (at_s - from_s) / (to_s - from_s))[None]

    def _seen(self, since_s: float, until_s: float) -> Boxes:
        first, last = np.searchsorted(self.times_s, [since_s, until_s])
        return self.boxes[first:last]

    def _bridged_s(self, before: int) -> float:
        """How long a step from that sighting to the next may be; as those beside it, where it was
        thinned out."""
        beside = self.times_s[max(0, before - 1) : before + 3]
        steps = np.delete(np.diff(beside), min(before, 1))
        return max(_BRIDGED_S, _USUAL_STEPS * float(steps.max(initial=0.0)))


class Cast:
    """Those of many trails that matter at a moment; the moments have to grow."""

    def __init__(self, trails: Iterable[Trail]) -> None:
        self._coming = sorted((t for t in trails if len(t.times_s)), key=lambda t: -t.begin_s)
        self._present: list[Trail] = []

    def at(self, at_s: float) -> list[Trail]:
        """Who is or may be there."""
        while self._coming and self._coming[-1].begin_s - LEAD_S <= at_s:
            self._present.append(self._coming.pop())
        if any(trail.end_s + HOLD_S < at_s for trail in self._present):
            self._present = [one for one in self._present if one.end_s + HOLD_S >= at_s]
        return self._present

    def seen(self, at_s: float) -> Iterator[tuple[Trail, Box]]:
        """Who is there, and where."""
        for trail in self.at(at_s):
            box = trail.box_at(at_s)
            if box is not None:
                yield trail, box

    def covers(self, at_s: float) -> Iterator[Box]:
        """What covers everybody who may be there."""
        for trail in self.at(at_s):
            box = trail.cover_at(at_s)
            if box is not None:
                yield box


def _between(a: Boxes, b: Boxes, share: float) -> Boxes:
    return np.asarray(a + (b - a) * share, np.float32)


def _box(row: NDArray[np.floating[Any]]) -> Box:
    x1, y1, x2, y2 = (float(value) for value in row)
    return x1, y1, x2, y2
