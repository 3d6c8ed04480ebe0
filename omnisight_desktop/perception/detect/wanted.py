"""Which of the things that were found count: by kind, by certainty, by size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from omnisight_desktop.core.detection import Detections


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of one camera; no labels at all means every kind."""

    score: float
    labels: frozenset[str] = frozenset()
    scores: Mapping[str, float] = field(default_factory=dict)  # least certainty of a kind
    smallest: Mapping[str, float] = field(default_factory=dict)  # least height, 0..1 of the picture

    def of(self, found: Detections, width: int, height: int) -> Detections:  # noqa: ARG002
        """Those that count."""
        if not len(found):
            return found
        wanted = np.asarray([not self.labels or n in self.labels for n in found.names], np.bool_)
        floors = np.asarray([self.scores.get(n, self.score) for n in found.names], np.float32)
        heights = np.asarray([self.smallest.get(n, 0.0) for n in found.names], np.float32)
        tall = (found.boxes[:, 3] - found.boxes[:, 1]) / height
        labels = found.labels
        return found.where(
            wanted[labels] & (found.scores >= floors[labels]) & (tall >= heights[labels])
        )
