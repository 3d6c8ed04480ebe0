"""Which of the things that were found count: by kind and by size; and how certain they must be."""

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

    def sure(self, label: str) -> float:
        """How certain a finding of that kind has to be to count by itself.

        Less certain ones are kept: they help to follow what was found before.
        """
        return self.scores.get(label, self.score)

    def of(self, found: Detections, height: int) -> Detections:
        """Those of a kind and size that counts, in a picture so high."""
        if not len(found):
            return found
        wanted = np.asarray([not self.labels or n in self.labels for n in found.names], np.bool_)
        heights = np.asarray([self.smallest.get(n, 0.0) for n in found.names], np.float32)
        tall = (found.boxes[:, 3] - found.boxes[:, 1]) / height
        labels = found.labels
        return found.where(wanted[labels] & (tall >= heights[labels]))
