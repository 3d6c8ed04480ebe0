"""Activities that nobody has to teach: somebody falls, or raises both hands.

They are told by what they are, not by an example. Who lies down slowly has not fallen; who stretches
for a moment has not raised their hands.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

import numpy as np

from omnisight_desktop.core.gesture import Joint, Points, Pose, Take
from omnisight_desktop.perception.gesture.spotter import Spotted

FALL, RAISED_HANDS = "fall", "raised hands"
ACTIVITIES = (FALL, RAISED_HANDS)

_REMEMBERED_S = 4.0
_MOST = 120  # poses in that time, however quick the camera
_SEEN = 0.5

_HELD_S = 0.8  # so long hands are up
_ABOVE = 0.1  # trunk lengths above the nose
_DOWN_S = 1.0  # so long they are down again before they can be raised anew

_UPRIGHT, _LYING = 20.0, 60.0  # degrees of the trunk from upright
_FALLS_S = 1.5  # so quick is a fall
_LIES_S = 1.0  # and so long one lies then
_DROP = 0.7  # trunk lengths that the head comes down

_SURE = 0.9  # what is measured, not compared, is as sure as its joints are seen


class Activities:
    """Watches one person for some activities."""

    def __init__(self, labels: Sequence[str]) -> None:
        makers: dict[str, Callable[[], _Falls | _RaisedHands]] = {
            FALL: _Falls,
            RAISED_HANDS: _RaisedHands,
        }
        self._watched = [(label, makers[label]()) for label in labels]
        self._past: deque[tuple[float, Points]] = deque(maxlen=_MOST)

    def see(self, pose: Pose, at_s: float) -> list[Spotted]:
        """One more pose; what is sure now."""
        if not self._watched or not np.isfinite(pose.points).all():
            return []
        if self._past and not 0 < at_s - self._past[-1][0] < _REMEMBERED_S:
            self._past.clear()
        self._past.append((at_s, pose.points))
        while at_s - self._past[0][0] > _REMEMBERED_S:
            self._past.popleft()
        found = []
        for label, activity in self._watched:
            since_s = activity.since(pose.points, at_s)
            if since_s is not None:
                found.append(Spotted(label, since_s, at_s, _SURE, self._taken(since_s)))
        return found

    def _taken(self, since_s: float) -> Take:
        kept = [(at_s, points) for at_s, points in self._past if at_s >= since_s] or [*self._past]
        times = np.asarray([at_s for at_s, _ in kept])
        return Take(np.stack([points for _, points in kept]), times - times[0])


class _RaisedHands:
    """Both hands above the head for a while."""

    def __init__(self) -> None:
        self._up_since_s: float | None = None
        self._down_since_s: float | None = None
        self._told = False

    def since(self, points: Points, at_s: float) -> float | None:
        """Since when, at the moment when it becomes sure."""
        wrists = points[[Joint.LEFT_WRIST, Joint.RIGHT_WRIST]]
        high = points[Joint.NOSE, 1] - _ABOVE * _trunk(points)
        if bool((wrists[:, 1] < high).all() and (wrists[:, 3] > _SEEN).all()):
            self._down_since_s = None
            if self._up_since_s is None:
                self._up_since_s = at_s
            if not self._told and at_s - self._up_since_s >= _HELD_S:
                self._told = True
                return self._up_since_s
            return None
        self._up_since_s = None
        if self._down_since_s is None:
            self._down_since_s = at_s
        if at_s - self._down_since_s >= _DOWN_S:
            self._told = False
        return None


class _Falls:
    """Upright a moment ago, and now lying there."""

    def __init__(self) -> None:
        self._upright: tuple[float, float, float] | None = None  # when, how high, how long a trunk
        self._lying_since_s: float | None = None
        self._began_s: float | None = None

    def since(self, points: Points, at_s: float) -> float | None:
        """Since when, at the moment when it becomes sure."""
        joints = points[
            [Joint.LEFT_SHOULDER, Joint.RIGHT_SHOULDER, Joint.LEFT_HIP, Joint.RIGHT_HIP]
        ]
        if joints[:, 3].min() < _SEEN:
            return None
        tilt = _tilt(points)
        if tilt < _UPRIGHT:
            self._upright = at_s, float(points[Joint.NOSE, 1]), _trunk(points)
            self._lying_since_s = self._began_s = None
            return None
        if tilt < _LYING or self._upright is None:
            self._lying_since_s = None
            return None
        stood_s, high, trunk = self._upright
        if self._lying_since_s is None:
            self._lying_since_s = at_s
            dropped = float(points[Joint.NOSE, 1]) - high > _DROP * trunk
            self._began_s = stood_s if dropped and at_s - stood_s <= _FALLS_S else None
        if self._began_s is None or at_s - self._lying_since_s < _LIES_S:
            return None
        since_s, self._began_s, self._upright = self._began_s, None, None
        return since_s


def _trunk(points: Points) -> float:
    shoulders, hips = _middles(points)
    return max(float(np.linalg.norm(shoulders - hips)), 1e-3)


def _tilt(points: Points) -> float:
    """How far the trunk leans, in degrees; ninety is level."""
    shoulders, hips = _middles(points)
    aside, up = abs(float(shoulders[0] - hips[0])), float(hips[1] - shoulders[1])
    return float(np.degrees(np.arctan2(aside, up)))


def _middles(points: Points) -> tuple[Points, Points]:
    shoulders = points[[Joint.LEFT_SHOULDER, Joint.RIGHT_SHOULDER], :2].mean(axis=0)
    hips = points[[Joint.LEFT_HIP, Joint.RIGHT_HIP], :2].mean(axis=0)
    return shoulders, hips
