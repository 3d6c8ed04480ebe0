"""SORT after its paper (Bewley and others, 2016): one Kalman filter a box, one match by overlap.

Written here from the description: a box is its middle, area and aspect, of which all but the aspect
have a speed; a track that misses one frame ends, and is shown after three sightings in a row.
"""

from __future__ import annotations

import importlib
from typing import Any

import numpy as np

from benchmarks.track.peers.scene import Dress, Rows, Step, answer

_optimize: Any = importlib.import_module("scipy.optimize")

_SIGHTINGS, _OVERLAP = 3, 0.3
_STEP = np.eye(7) + np.eye(7, k=4)
_SEEN = np.eye(4, 7)
_NOISE = np.diag([1.0, 1.0, 1.0, 1.0, 0.01, 0.01, 0.0001])
_MEASURED = np.diag([1.0, 1.0, 10.0, 10.0])


class Followed:
    """One box and what is believed of it."""

    def __init__(self, number: int, box: Rows) -> None:
        self.number = number
        self.state = np.concatenate([_to_state(box), np.zeros(3)])
        self.doubt = np.diag([10.0, 10.0, 10.0, 10.0, 1e4, 1e4, 1e4])
        self.missed = 0
        self.streak = 0

    def predict(self) -> Rows:
        if self.state[2] + self.state[6] <= 0:
            self.state[6] = 0
        self.state = _STEP @ self.state
        self.doubt = _STEP @ self.doubt @ _STEP.T + _NOISE
        if self.missed:
            self.streak = 0
        self.missed += 1
        return _to_box(self.state)

    def correct(self, box: Rows) -> None:
        self.missed = 0
        self.streak += 1
        inner = _SEEN @ self.doubt @ _SEEN.T + _MEASURED
        gain = self.doubt @ _SEEN.T @ np.linalg.inv(inner)
        self.state = self.state + gain @ (_to_state(box) - self.state[:4])
        self.doubt = (np.eye(7) - gain @ _SEEN) @ self.doubt


class Sort:
    """All tracks of a scene."""

    def __init__(self) -> None:
        self._tracks: list[Followed] = []
        self._frames = 0
        self._given = 0

    def update(self, found: Rows) -> Rows:
        self._frames += 1
        believed = np.asarray([t.predict() for t in self._tracks]).reshape(-1, 4)
        overlap = _iou(found[:, :4], believed)
        pairs = [
            (row, column)
            for row, column in zip(*_optimize.linear_sum_assignment(-overlap), strict=True)
            if overlap[row, column] >= _OVERLAP
        ]
        for row, column in pairs:
            self._tracks[column].correct(found[row, :4])
        for row in set(range(len(found))) - {row for row, _ in pairs}:
            self._given += 1
            self._tracks.append(Followed(self._given, found[row, :4]))
        shown = [
            [t.number, *_to_box(t.state)]
            for t in self._tracks
            if not t.missed and (t.streak >= _SIGHTINGS or self._frames <= _SIGHTINGS)
        ]
        self._tracks = [t for t in self._tracks if t.missed <= 1]
        return np.asarray(shown, np.float64).reshape(-1, 5)


def _to_state(box: Rows) -> Rows:
    width, height = box[2] - box[0], box[3] - box[1]
    return np.asarray(
        [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2, width * height, width / height]
    )


def _to_box(state: Rows) -> Rows:
    width = np.sqrt(max(state[2] * state[3], 1e-9))
    height = state[2] / width
    x, y = state[:2]
    return np.asarray([x - width / 2, y - height / 2, x + width / 2, y + height / 2])


def _iou(a: Rows, b: Rows) -> Rows:
    low = np.maximum(a[:, None, :2], b[None, :, :2])
    high = np.minimum(a[:, None, 2:], b[None, :, 2:])
    shared = np.clip(high - low, 0, None).prod(axis=2)
    sizes = [(c[:, 2:] - c[:, :2]).prod(axis=1) for c in (a, b)]
    return np.asarray(shared / (sizes[0][:, None] + sizes[1][None] - shared))


def _begin(fps: float) -> tuple[Dress, Step]:  # noqa: ARG001 - it counts in frames
    return (lambda boxes: boxes), Sort().update


if __name__ == "__main__":
    answer({"SORT (Bewley)": (_begin, lambda rows: rows)})
