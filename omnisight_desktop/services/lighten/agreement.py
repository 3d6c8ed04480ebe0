"""How well two networks agree on the same pictures, box by box."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.geometry import iou

_SAME = 0.5  # boxes that overlap so much are of one thing
_GIVE = 0.1  # of certainty: a box just below the line is not lost


@dataclass(slots=True)
class Agreement:
    """Counts what a full network and a lighter one make of picture after picture."""

    score: float  # from which certainty on a box counts
    labels: Collection[str] = ()  # that count; none: all of them
    frames: int = 0
    boxes: int = 0  # of the full network
    both: int = 0
    either: int = 0
    overlaps: list[float] = field(default_factory=list)
    shifts: list[float] = field(default_factory=list)

    def add(self, full: Detections, light: Detections) -> None:
        """What both make of one picture; the doubtful finds are needed, too."""
        full, light = self._wanted(full), self._wanted(light)
        self.frames += 1
        counts = full.scores >= self.score
        sure = full.where(counts)
        pairs = self._pairs(sure, light)
        self.boxes += len(sure)
        self.both += len(pairs)
        self.overlaps += [overlap for _, _, overlap in pairs]
        self.shifts += [float(light.scores[b] - sure.scores[a]) for a, b, _ in pairs]
        known = np.isin(np.arange(len(light)), [b for _, b, _ in pairs])
        extra = light.where((light.scores >= self.score) & ~known)
        doubtful = self._pairs(extra, full.where(~counts))  # almost found, which is no invention
        self.either += len(sure) + len(extra) - len(doubtful)

    @property
    def share(self) -> float:
        """Of all boxes that either is sure of, how many both find; 1 where there are none."""
        return self.both / self.either if self.either else 1.0

    @property
    def overlap(self) -> float:
        """How much boxes of the same thing overlap, in the mean."""
        return float(np.mean(self.overlaps)) if self.overlaps else 1.0

    @property
    def shift(self) -> float:
        """By how much the lighter one is more certain, in the mean."""
        return float(np.mean(self.shifts)) if self.shifts else 0.0

    def _wanted(self, found: Detections) -> Detections:
        if not self.labels or not len(found):
            return found
        wanted = np.asarray([name in self.labels for name in found.names], np.bool_)
        return found.where(wanted[found.labels])

    def _pairs(self, sure: Detections, other: Detections) -> list[tuple[int, int, float]]:
        """Which are of the same thing, the most alike first; each is paired once."""
        if not len(sure) or not len(other):
            return []
        alike = iou(sure.boxes, other.boxes) * _same_names(sure, other)
        alike[:, other.scores < self.score - _GIVE] = 0
        pairs: list[tuple[int, int, float]] = []
        while (best := float(alike.max())) >= _SAME:
            a, b = (int(place) for place in np.unravel_index(int(alike.argmax()), alike.shape))
            pairs.append((a, b, best))
            alike[a], alike[:, b] = 0, 0
        return pairs


def _same_names(a: Detections, b: Detections) -> NDArray[np.bool_]:
    first, second = np.asarray(a.names, np.str_), np.asarray(b.names, np.str_)
    return np.asarray(first[a.labels][:, None] == second[b.labels][None, :], np.bool_)
