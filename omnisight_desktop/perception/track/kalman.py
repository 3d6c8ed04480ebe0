"""Guessing where boxes will be next: a Kalman filter over many boxes at once.

A box is its middle, its aspect and its height, each with a speed; uncertainty scales with the height,
so that near and far people are treated alike.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.geometry import Boxes

Floats = NDArray[np.float64]

_POSITION, _SPEED = 1 / 20, 1 / 160
_STEP: Floats = np.eye(8) + np.diag(np.ones(4), 4)
_SEEN: Floats = np.eye(4, 8)


def begin(boxes: Boxes) -> tuple[Floats, Floats]:
    """Means (N, 8) and covariances (N, 8, 8) of boxes seen for the first time."""
    seen = _to_state(boxes)
    means = np.concatenate([seen, np.zeros_like(seen)], axis=1)
    spread = _spread(seen[:, 3], 2 * _POSITION, 10 * _SPEED)
    return means, _diagonal(spread)


def predict(means: Floats, covariances: Floats) -> tuple[Floats, Floats]:
    """One step of time."""
    noise = _diagonal(_spread(means[:, 3], _POSITION, _SPEED))
    return means @ _STEP.T, _STEP @ covariances @ _STEP.T + noise


def correct(means: Floats, covariances: Floats, boxes: Boxes) -> tuple[Floats, Floats]:
    """What is believed after boxes were seen, row by row."""
    height = means[:, 3]
    noise = _diagonal(_spread(height, _POSITION, _SPEED)[:, :4])
    inner = _SEEN @ covariances @ _SEEN.T + noise
    gain = covariances @ _SEEN.T @ np.linalg.inv(inner)
    surprise = _to_state(boxes) - means[:, :4]
    return (
        means + np.einsum("nij,nj->ni", gain, surprise),
        covariances - gain @ _SEEN @ covariances,
    )


def boxes_of(means: Floats) -> Boxes:
    """The believed boxes as corners."""
    x, y, aspect, height = means[:, :4].T
    half_w, half_h = aspect * height / 2, height / 2
    return np.stack([x - half_w, y - half_h, x + half_w, y + half_h], axis=1).astype(np.float32)


def _to_state(boxes: Boxes) -> Floats:
    corners = boxes.astype(np.float64)
    width = np.maximum(corners[:, 2] - corners[:, 0], 1e-3)
    height = np.maximum(corners[:, 3] - corners[:, 1], 1e-3)
    middle = (corners[:, :2] + corners[:, 2:]) / 2
    return np.stack([middle[:, 0], middle[:, 1], width / height, height], axis=1)


def _spread(height: Floats, position: float, speed: float) -> Floats:
    steady = np.full_like(height, 0.01)
    slow = np.full_like(height, 1e-5)
    place, pace = position * height, speed * height
    return np.stack([place, place, steady, place, pace, pace, slow, pace], axis=1)


def _diagonal(spread: Floats) -> Floats:
    return np.asarray(spread[:, :, None] ** 2 * np.eye(spread.shape[1]))
