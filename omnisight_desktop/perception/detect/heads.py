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


def rows_of_whole(output: Floats, floor: float, *, every_label: bool = False) -> Rows:
    """From an output that holds boxes already: ``(4 + classes, anchors)``, or ``(rows, 6)`` from a
    network that has suppressed overlaps by itself.

    ``every_label`` makes a row of each label that is certain enough, not of the best one only.
    """
    if output.shape[1] == 6:
        output = output[output[:, 4] >= floor]
        return output[:, :4], output[:, 4], output[:, 5].astype(np.int32)
    labels, rows, scores = _certain(output[4:], floor, every_label=every_label)
    x, y, w, h = output[:4, rows]
    boxes = np.stack([x - w / 2, y - h / 2, x + w / 2, y + h / 2], axis=1)
    return boxes, scores, labels


def rows_of_parts(
    sides: Floats,
    classes: Floats,
    size: tuple[int, int],
    floor: float,
    *,
    every_label: bool = False,
) -> Rows:
    """From a network that was cut before its boxes are worked out: ``sides`` holds the distances of
    the four sides as distributions, ``classes`` the certainties before they are squeezed to 0..1.

    Only the few anchors that count are worked out, which the network would do for thousands.
    """
    least = float(-np.log(1 / max(floor, 1e-6) - 1)) if floor < 1 else np.inf
    labels, rows, scores = _certain(classes, least, every_label=every_label)
    centres, strides = _anchors(*size)
    spread = sides[:, rows].reshape(4, BINS, -1)
    weights = np.exp(spread - spread.max(axis=1, keepdims=True))
    steps = np.arange(BINS, dtype=np.float32)[None, :, None]
    distances = (weights * steps).sum(axis=1) / weights.sum(axis=1)  # left, top, right, bottom
    corners = np.concatenate([centres[:, rows] - distances[:2], centres[:, rows] + distances[2:]])
    boxes = (corners * strides[rows]).T.astype(np.float32)
    return boxes, (1 / (1 + np.exp(-scores))).astype(np.float32), labels


def anchors_in(size: tuple[int, int]) -> int:
    """How many anchors a network of that input size has."""
    return int(_anchors(*size)[0].shape[1])


def _certain(
    classes: Floats, floor: float, *, every_label: bool
) -> tuple[NDArray[np.int32], NDArray[np.intp], Floats]:
    """Labels, anchors and scores of what is certain enough, the most certain first."""
    if every_label:
        labels, rows = np.nonzero(classes >= floor)
    else:
        rows = np.flatnonzero(classes.max(axis=0) >= floor)
        labels = classes[:, rows].argmax(axis=0)
    scores = classes[labels, rows]
    first = np.argsort(-scores)[:_MOST]
    return labels[first].astype(np.int32), rows[first], scores[first]


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
