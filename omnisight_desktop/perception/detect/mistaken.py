"""Places where somebody said that a finding was none: there, of that size, more certainty is asked.

Nothing is forbidden anywhere: who is found with more certainty than the mistake ever was gets through,
and beyond the place, or at another size, everything is as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.geometry import EMPTY_BOXES, Boxes, iou, normalised
from omnisight_desktop.core.mistake import Mistake, Place

#: What overlaps a marked place by less lies elsewhere, or is of another size.
REACH = 0.5

_SAME = 0.7  # sightings that overlap so much were at one place
_MOST_PLACES = 8  # of one mistake; what wandered about is not learnt all along its way
_MOST_SIGHTINGS = 400  # that are compared; of a longer path, evenly spread ones
_MARGIN = 0.1  # above what the mistake was taken for at its most certain
_UNKNOWN_MARGIN = 0.2  # where only the certainty of one moment is known
_HALF = 0.5  # of what is left to full certainty: somebody who stands there plainly is to be seen


@dataclass(frozen=True, slots=True, eq=False)
class Mistaken:
    """All mistakes of one camera that are in force; none is the usual case and costs nothing."""

    labels: tuple[str, ...] = ()  # of each place
    places: Boxes = field(default_factory=lambda: EMPTY_BOXES)
    floors: NDArray[np.float32] = field(default_factory=lambda: np.zeros(0, np.float32))

    @classmethod
    def of(cls, mistakes: Iterable[Mistake]) -> Mistaken:
        """Those that somebody marked."""
        rows = [(one.label, place, one.floor) for one in mistakes for place in one.places]
        if not rows:
            return cls()
        return cls(
            tuple(label for label, _, _ in rows),
            np.asarray([place for _, place, _ in rows], np.float32),
            np.asarray([floor for _, _, floor in rows], np.float32),
        )

    def __len__(self) -> int:
        return len(self.labels)

    def without(self, found: Detections, size: tuple[int, int]) -> Detections:
        """What was found in a picture of that size, less what is not certain enough for its place."""
        if not len(self) or not len(found):
            return found
        reached = iou(normalised(found.boxes, *size), self.places) >= REACH
        meant = np.asarray(found.names, np.str_)[found.labels][:, None] == np.asarray(self.labels)
        asked = np.where(reached & meant, self.floors[None], np.float32(0)).max(axis=1)
        return found if not asked.any() else found.where(found.scores >= asked)


def places_of(boxes: Boxes) -> tuple[Place, ...]:
    """The few places where something was for longest, out of all its sightings as 0..1."""
    step = -(-len(boxes) // _MOST_SIGHTINGS) or 1
    some = boxes[::step]
    alike = iou(some, some) >= _SAME
    left = np.ones(len(some), np.bool_)
    chosen: list[Place] = []
    while left.any() and len(chosen) < _MOST_PLACES:
        best = int(np.where(left, (alike & left).sum(axis=1), -1).argmax())
        x1, y1, x2, y2 = (round(float(v), 5) for v in some[best])
        chosen.append((x1, y1, x2, y2))
        left &= ~alike[best]
    return tuple(chosen)


def floor_over(most: float | None, told: Sequence[float]) -> float:
    """How much certainty is asked where something was mistaken.

    ``most`` is how certain the detector ever was of it; where that was not kept, there is what some
    moments tell.
    """
    known, margin = (most, _MARGIN) if most is not None else (max(told, default=0), _UNKNOWN_MARGIN)
    return round(known + min(margin, _HALF * max(0.0, 1 - known)), 3)
