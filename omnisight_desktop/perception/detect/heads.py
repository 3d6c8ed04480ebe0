"""What the last layers of a YOLO network say, as boxes: every kind of ending that is met with."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.geometry import Boxes

Floats = NDArray[np.float32]
#: Corner boxes, scores and labels, row by row.
Rows: TypeAlias = tuple[Boxes, Floats, NDArray[np.int32]]

_MOST = 4000  # before overlaps are suppressed
_STRIDES = (8, 16, 32)
BINS = 16  # a side's distance is told as a distribution over so many steps


def rows_of_whole(output: Floats, floor: float) -> Rows:
    """From an output that holds boxes already: ``(4 + classes, anchors)``, or ``(rows, 6)`` from a
    network that has suppressed overlaps by itself."""
    if output.shape[1] == 6:
        output = output[output[:, 4] >= floor]
        return output[:, :4], output[:, 4], output[:, 5].astype(np.int32)
    best = output[4:].max(axis=0)
    rows = _best(best, floor)
    labels = output[4:, rows].argmax(axis=0).astype(np.int32)
    x, y, w, h = output[:4, rows]
    boxes = np.stack([x - w / 2, y - h / 2, x + w / 2, y + h / 2], axis=1)
    return boxes, best[rows], labels


def rows_of_parts(sides: Floats, classes: Floats, size: tuple[int, int], floor: float) -> Rows:
    """From a network that was cut before its boxes are worked out: ``sides`` holds the distances of
    the four sides as distributions, ``classes`` the certainties before they are squeezed to 0..1.

    Only the few anchors that count are worked out, which the network would do for thousands.
    """
    best = classes.max(axis=0)
    rows = _best(best, float(-np.log(1 / max(floor, 1e-6) - 1)) if floor < 1 else np.inf)
    labels = classes[:, rows].argmax(axis=0).astype(np.int32)
    centres, strides = _anchors(*size)
    spread = sides[:, rows].reshape(4, BINS, -1)
    weights = np.exp(spread - spread.max(axis=1, keepdims=True))
    steps = np.arange(BINS, dtype=np.float32)[None, :, None]
    distances = (weights * steps).sum(axis=1) / weights.sum(axis=1)  # left, top, right, bottom
    corners = np.concatenate([centres[:, rows] - distances[:2], centres[:, rows] + distances[2:]])
    boxes = (corners * strides[rows]).T.astype(np.float32)
    return boxes, (1 / (1 + np.exp(-best[rows]))).astype(np.float32), labels


def anchors_in(size: tuple[int, int]) -> int:
    """How many anchors a network of that input size has."""
    return int(_anchors(*size)[0].shape[1])


def _best(scores: Floats, floor: float) -> NDArray[np.intp]:
    rows = np.flatnonzero(scores >= floor)
    return rows[np.argsort(-scores[rows])[:_MOST]]


@lru_cache(maxsize=8)
def _anchors(width: int, height: int) -> tuple[Floats, Floats]:
    """Their middles in cells, and the size of their cells in pixels."""
    centres, strides = [], []
    for stride in _STRIDES:
        columns, rows = width // stride, height // stride
        y, x = np.mgrid[:rows, :columns].astype(np.float32) + np.float32(0.5)
        centres.append(np.stack([x.ravel(), y.ravel()]))
        strides.append(np.full(rows * columns, stride, np.float32))
    return np.concatenate(centres, axis=1), np.concatenate(strides)
