"""Cosines of one embedder as likeness from 0 to 1, the same for all embedders."""

from __future__ import annotations

import numpy as np

from omnisight_desktop.core.ports.faces import Scale

#: How likeness reads: below the first two are surely not one person, from the second on they are.
FAR, SAME = 0.4, 0.6


class Reading:
    """Turns cosines into likeness and back."""

    def __init__(self, scale: Scale) -> None:
        self._cosines = (-1.0, scale.far, scale.same, 1.0)
        self._likeness = (0.0, FAR, SAME, 1.0)

    def similarity(self, cosine: float) -> float:
        """A cosine as likeness."""
        return round(float(np.interp(cosine, self._cosines, self._likeness)), 4)

    def cosine(self, similarity: float) -> float:
        """A likeness as cosine."""
        return float(np.interp(similarity, self._likeness, self._cosines))
