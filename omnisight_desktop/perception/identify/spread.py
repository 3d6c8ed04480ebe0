"""Which looks at somebody to remember: few, good, and unlike one another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from omnisight_desktop.core.face import Vector

#: So many looks at somebody are remembered.
MOST = 12
_TWIN = 0.95  # of cosine: what is so alike says nothing new


def choose(vectors: Vector, worths: Sequence[float], most: int = MOST) -> list[int]:
    """The rows to keep: the best first, then each time the one that is furthest from those kept."""
    if not len(vectors):
        return []
    worth = np.asarray(worths, np.float64)
    worth = 0.3 + 0.7 * worth / max(float(worth.max()), 1e-9)
    chosen = [int(np.argmax(worth))]
    nearest = vectors @ vectors[chosen[0]]
    while len(chosen) < min(most, len(vectors)):
        gain = (1 - nearest) * worth
        gain[chosen] = -1
        row = int(np.argmax(gain))
        if nearest[row] >= _TWIN:
            break
        chosen.append(row)
        nearest = np.maximum(nearest, vectors @ vectors[row])
    return chosen


def is_new(vector: Vector, known: Vector) -> bool:
    """Whether a look shows something that those known do not."""
    return not len(known) or float((known @ vector).max()) < _TWIN
