"""Boxes and their arithmetic. A box is a row ``x1 y1 x2 y2``; many boxes are an (N, 4) array."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Boxes = NDArray[np.float32]

EMPTY_BOXES: Boxes = np.zeros((0, 4), np.float32)
EMPTY_BOXES.setflags(write=False)


def area(boxes: Boxes) -> NDArray[np.float32]:
    """Area of each box; a box turned inside out has none."""
    size = np.clip(boxes[:, 2:] - boxes[:, :2], 0, None)
    return np.asarray(size[:, 0] * size[:, 1], np.float32)


def iou(a: Boxes, b: Boxes) -> NDArray[np.float32]:
    """Intersection over union of each box in ``a`` with each in ``b``, as an (A, B) matrix."""
    shared = _intersection(a, b)
    union = area(a)[:, None] + area(b)[None, :] - shared
    return np.asarray(np.divide(shared, union, out=np.zeros_like(shared), where=union > 0))


def coverage(inner: Boxes, outer: Boxes) -> NDArray[np.float32]:
    """How much of each ``inner`` box lies in each ``outer`` box, 0..1, as an (I, O) matrix."""
    shared = _intersection(inner, outer)
    whole = np.broadcast_to(area(inner)[:, None], shared.shape)
    return np.asarray(np.divide(shared, whole, out=np.zeros_like(shared), where=whole > 0))


def clip(boxes: Boxes, width: int, height: int) -> Boxes:
    """The boxes cut at the edges of a picture."""
    limits = np.asarray([width, height, width, height], np.float32)
    return np.asarray(np.clip(boxes, 0, limits), np.float32)


def normalised(boxes: Boxes, width: int, height: int) -> Boxes:
    """Pixels to 0..1."""
    return np.asarray(boxes / np.asarray([width, height, width, height], np.float32), np.float32)


def pixels(boxes: Boxes, width: int, height: int) -> Boxes:
    """0..1 to pixels."""
    return np.asarray(boxes * np.asarray([width, height, width, height], np.float32), np.float32)


def suppress(boxes: Boxes, scores: NDArray[np.float32], threshold: float) -> NDArray[np.intp]:
    """Indices of the boxes that stay when better ones push out those that overlap them."""
    order = np.argsort(-scores, kind="stable")
    overlap = iou(boxes, boxes)
    kept: list[int] = []
    for candidate in order:
        if not kept or overlap[candidate, kept].max() <= threshold:
            kept.append(int(candidate))
    return np.asarray(kept, np.intp)


def _intersection(a: Boxes, b: Boxes) -> NDArray[np.float32]:
    low = np.maximum(a[:, None, :2], b[None, :, :2])
    high = np.minimum(a[:, None, 2:], b[None, :, 2:])
    size = np.clip(high - low, 0, None)
    return np.asarray(size[..., 0] * size[..., 1], np.float32)


def merged(boxes: Boxes) -> Boxes:
    """Boxes that touch, joined into one, until none touch."""
    todo = [box.copy() for box in boxes]
    done: list[np.ndarray[tuple[int], np.dtype[np.float32]]] = []
    while todo:
        box = todo.pop()
        touching = [o for o in done if _touch(box, o)]
        if not touching:
            done.append(box)
            continue
        done = [o for o in done if not any(o is t for t in touching)]
        group = np.stack([box, *touching])
        todo.append(np.concatenate([group[:, :2].min(axis=0), group[:, 2:].max(axis=0)]))
    return np.stack(done) if done else boxes


def _touch(
    a: np.ndarray[tuple[int], np.dtype[np.float32]], b: np.ndarray[tuple[int], np.dtype[np.float32]]
) -> bool:
    return bool(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3])
