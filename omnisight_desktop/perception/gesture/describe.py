"""Movements as rows at the pace at which gestures are looked for: whole takes, or pose by pose."""

from __future__ import annotations

from collections import deque

import numpy as np

from omnisight_desktop.core.gesture import Points, Take
from omnisight_desktop.perception.gesture.features import (
    LEAST_TRUNK,
    LOOKS_BACK,
    Features,
    features_of,
    headings,
    resampled,
    shape_of,
    trunks,
)
from omnisight_desktop.perception.pose.smooth import smoothed

RATE_HZ = 15.0  # rows a second, of templates and of what is looked at


def described(take: Take) -> Features:
    """The rows of a take."""
    return features_of(resampled(smoothed(take), RATE_HZ))


def movement_in(rows: Features) -> float:
    """How much goes on in it: the mean square of what differs from its own middle."""
    return float(((rows - rows.mean(axis=0)) ** 2).sum(axis=1).mean())


def padded(rows: Features) -> Features:
    """With a moment of stillness at both ends, for what was cut more closely than a template."""
    if not len(rows):
        return rows
    return np.concatenate([rows[:1].repeat(2, axis=0), rows, rows[-1:].repeat(2, axis=0)])


class Describer:
    """Describes somebody while they move; what ``features_of`` a take says, row by row.

    Each pose is looked at once. Its row is told when the next pose is there: where it is headed
    needs both its neighbours.
    """

    def __init__(self) -> None:
        self._lengths: deque[float] = deque(maxlen=LOOKS_BACK + 1)
        self._still: Features | None = None
        self._arms: deque[Points] = deque(maxlen=3)

    def next(self, points: Points) -> Features | None:
        """The row of the pose before this one, if there was one."""
        pose = points[None]
        length = float(trunks(pose)[0])
        missing = self._lengths.maxlen or 0
        # The first pose stands for all that nobody saw before it.
        self._lengths.extend([length] * (1 if self._lengths else missing))
        usual = max(sorted(self._lengths)[LOOKS_BACK // 2], LEAST_TRUNK)
        before = self._still
        self._still, arms = shape_of(pose, np.asarray([usual], np.float32))
        self._arms.append(arms)
        if before is None:
            return None
        steps = (len(self._arms) - 1) / RATE_HZ
        speed = (self._arms[-1] - self._arms[0]) / np.float32(steps)
        row: Features = np.concatenate([before, headings(speed)], axis=1)[0]
        return row
