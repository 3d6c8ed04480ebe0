"""Which detection goes on with which track: how alike two boxes are, and the best pairs of all."""

from __future__ import annotations

import lap
import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.perception.track.kalman import Floats, Rows

_NOBODY: Rows = np.zeros(0, np.intp)


def overlaps(a: Floats, b: Floats) -> Floats:
    """Intersection over union of boxes that have a size, as an (A, B) matrix."""
    width = np.minimum(a[:, 2, None], b[:, 2]) - np.maximum(a[:, 0, None], b[:, 0])
    height = np.minimum(a[:, 3, None], b[:, 3]) - np.maximum(a[:, 1, None], b[:, 1])
    shared = np.maximum(width, 0) * np.maximum(height, 0)
    sizes = [(c[:, 2] - c[:, 0]) * (c[:, 3] - c[:, 1]) for c in (a, b)]
    return np.asarray(shared / (sizes[0][:, None] + sizes[1] - shared))


def likeness(a: Floats, b: Floats, *, grown: float, shape: float) -> Floats:
    """How alike boxes are: their overlap, grown a little, times how much their heights overlap.

    People who walk past each other overlap in width; that one is taller tells them apart.
    """
    a, b = _grow(a, grown), _grow(b, grown)
    together = np.minimum(a[:, 3, None], b[:, 3]) - np.maximum(a[:, 1, None], b[:, 1])
    either = np.maximum(a[:, 3, None], b[:, 3]) - np.minimum(a[:, 1, None], b[:, 1])
    ratio = np.maximum(together, 0) / either
    return np.asarray(overlaps(a, b) * (ratio if shape == 1 else ratio**shape))


def pairs(alike: Floats, least: float) -> tuple[Rows, Rows]:
    """Rows and columns of the pairs that are most alike taken together, none less than ``least``."""
    if not alike.size or not (alike >= least).any():
        return _NOBODY, _NOBODY
    cost = np.where(alike > 0, 1 - alike, 2.0)
    _, column_of, _ = lap.lapjv(cost, extend_cost=True, cost_limit=1 - least)
    rows = np.flatnonzero(column_of >= 0)
    return rows, column_of[rows].astype(np.intp)


def mutual(alike: NDArray[np.float64], least: float) -> tuple[Rows, Rows]:
    """Rows and columns of the pairs that are each other's best."""
    if not alike.size:
        return _NOBODY, _NOBODY
    rows = np.arange(len(alike))
    best = alike.argmax(axis=1)
    good = (alike.argmax(axis=0)[best] == rows) & (alike[rows, best] > least)
    return rows[good], best[good]


def _grow(boxes: Floats, share: float) -> Floats:
    margin = (boxes[:, 2:] - boxes[:, :2]) * share
    return np.concatenate([boxes[:, :2] - margin, boxes[:, 2:] + margin], axis=1)
