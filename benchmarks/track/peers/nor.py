"""Norfair over boxes, with its own advice for them: overlap as the distance, the rest as it comes."""

from __future__ import annotations

import importlib
from typing import Any

import numpy as np

from benchmarks.track.peers.scene import Dress, Rows, Step, answer

_norfair: Any = importlib.import_module("norfair")


def _dress(boxes: Rows) -> Any:
    return [
        _norfair.Detection(points=row[:4].reshape(2, 2), scores=np.full(2, row[4])) for row in boxes
    ]


def _begin(fps: float) -> tuple[Dress, Step]:  # noqa: ARG001 - it counts in frames
    tracker = _norfair.Tracker(distance_function="iou", distance_threshold=0.7)
    return _dress, tracker.update


def _read(found: Any) -> Rows:
    rows = [[thing.id, *thing.estimate.ravel()] for thing in found]
    return np.asarray(rows, np.float64).reshape(-1, 5)


if __name__ == "__main__":
    answer({"norfair": (_begin, _read)})
