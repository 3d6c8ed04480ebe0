"""Points that tremble made calm: a slow one is smoothed much, a quick one hardly at all.

The one-euro filter (Casiez, Roussel, Vogel 2012), over all points of a body at once. How quick is
quick is measured in lengths of the trunk, so that it is the same near the camera and far from it.
"""

from __future__ import annotations

from math import hypot

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.gesture import Joint, Points, Take

_SLOWEST_HZ = 2.0  # what trembles more quickly while nothing moves is no movement
_BETA = 3.0  # by how much a movement of one trunk length a second widens that
_SPEED_HZ = 3.0
_LONGEST_GAP_S = 0.8

_TRUNK = np.asarray(
    [Joint.LEFT_SHOULDER, Joint.RIGHT_SHOULDER, Joint.LEFT_HIP, Joint.RIGHT_HIP], np.intp
)

Values = NDArray[np.float64]


class OneEuro:
    """Smooths one body's points, pose by pose."""

    def __init__(self) -> None:
        self._at_s = -np.inf
        self._last: Values | None = None
        self._speed: Values = np.zeros(0)

    def smooth(self, points: Points, at_s: float) -> Points:
        """The pose of this moment, calmer; how surely each point is seen stays as it is."""
        now = points[:, :3].astype(np.float64)
        step_s = at_s - self._at_s
        self._at_s = at_s
        last = self._last
        if last is None or not 0 < step_s <= _LONGEST_GAP_S:
            self._last, self._speed = now, np.zeros_like(now)
            return points
        moved = now - last
        speed = moved / (step_s * _trunk(now))
        self._speed += _share(_SPEED_HZ, step_s) * (speed - self._speed)
        quick = np.sqrt((self._speed * self._speed).sum(axis=1, keepdims=True))
        self._last = last + _share(_SLOWEST_HZ + _BETA * quick, step_s) * moved
        calm = points.copy()
        calm[:, :3] = self._last
        return calm


def smoothed(take: Take) -> Take:
    """The same movement, calmer; poses that are missing stay missing."""
    calm = OneEuro()
    points = take.points.copy()
    for number, (pose, at_s) in enumerate(zip(take.points, take.times_s, strict=True)):
        if np.isfinite(pose).all():
            points[number] = calm.smooth(pose, float(at_s))
    return Take(points, take.times_s)


def _share(cutoff_hz: Values | float, step_s: float) -> Values | float:
    """How much of what is new is taken over."""
    return 1 / (1 + 1 / (2 * np.pi * cutoff_hz * step_s))


def _trunk(points: Values) -> float:
    """Roughly how long the trunk is."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = points[_TRUNK, :2].tolist()
    across = hypot(ax - bx, ay - by) * 1.45
    down = hypot(cx + dx - ax - bx, cy + dy - ay - by) / 2
    return max(across, down, 1e-3)
