"""A stream of people who mean nothing by it: hours of it, composed of movements that were never taught.

People exercising, signs of a sign language and signals of aircraft marshals follow one another at
paces, in sizes and on sides drawn by chance, with a short way from each to the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.gesture import JOINTS, Joint, Points, Take
from omnisight_desktop.perception.gesture.features import resampled

_RATE_HZ = 15.0
_UPPER_ARM = 0.85  # of a trunk length is what the marshals' unit is

#: Where the marshals' set has what: hand tip, elbow, wrist and thumb, first of the left arm.
_MARSHAL = {"tip": 0, "elbow": 2, "wrist": 4, "thumb": 6}


def stream(
    kinds: Sequence[Sequence[Take]], hours: float, seed: int
) -> Iterator[tuple[Points, float]]:
    """Poses and their times, one movement after another without a break, as many of each kind."""
    chance = np.random.default_rng(seed)
    at_s, last = 0.0, None
    while at_s < hours * 3600:
        movements = kinds[int(chance.integers(len(kinds)))]
        take = movements[int(chance.integers(len(movements)))]
        take = take.mirrored() if chance.random() < 0.3 else take
        paced = resampled(Take(take.points, take.times_s / chance.uniform(0.75, 1.3)), _RATE_HZ)
        points = _placed(paced.points, chance)
        for pose in [*_way(last, points[0], chance), *points]:
            yield pose, at_s
            at_s += 1 / _RATE_HZ
        last = points[-1]


def marshals(movements: Sequence[NDArray[np.float32]]) -> list[Take]:
    """Signals of marshals as bodies: what the set does not hold stands still."""
    takes = []
    for rows in movements:
        points = np.zeros((len(rows), JOINTS, 4), np.float32)
        points[..., 3] = 0.99
        _stand(points)
        parts = rows.reshape(len(rows), 8, 3)
        for side, offset in ((0, 0), (1, 1)):
            for name, first in _MARSHAL.items():
                for joint in _JOINTS_OF[name][offset]:
                    place = parts[:, first + side]
                    # Its x goes to the person's right and its y up.
                    points[:, joint, 0] = -place[:, 0] * _UPPER_ARM
                    points[:, joint, 1] = -place[:, 1] * _UPPER_ARM
                    points[:, joint, 2] = place[:, 2] * _UPPER_ARM
        points[..., :3] *= 150
        takes.append(Take(points, np.arange(len(rows)) / 22.0))
    return takes


_JOINTS_OF = {
    "tip": ((17, 19), (18, 20)),
    "elbow": ((13,), (14,)),
    "wrist": ((15,), (16,)),
    "thumb": ((21,), (22,)),
}


def _stand(points: Points) -> None:
    for joint, place in {
        Joint.NOSE: (0, -0.45),
        Joint.LEFT_SHOULDER: (0.34, 0),
        Joint.RIGHT_SHOULDER: (-0.34, 0),
        Joint.LEFT_HIP: (0.2, 1),
        Joint.RIGHT_HIP: (-0.2, 1),
        Joint.LEFT_KNEE: (0.2, 1.85),
        Joint.RIGHT_KNEE: (-0.2, 1.85),
        Joint.LEFT_ANKLE: (0.2, 2.7),
        Joint.RIGHT_ANKLE: (-0.2, 2.7),
    }.items():
        points[:, joint, :2] = place


def _placed(points: Points, chance: np.random.Generator) -> Points:
    """The same body between the same shoulders, a little larger or smaller, and trembling."""
    left, right = points[:, Joint.LEFT_SHOULDER, :2], points[:, Joint.RIGHT_SHOULDER, :2]
    middle = (left + right).mean(axis=0) / 2
    width = float(np.median(np.linalg.norm(left - right, axis=1)))
    placed = points.copy()
    placed[..., :2] = (placed[..., :2] - middle) / max(width, 1e-3) * chance.uniform(90, 110) + 320
    placed[..., :2] += chance.normal(0, 1.0, placed[..., :2].shape)
    return placed


def _way(last: Points | None, first: Points, chance: np.random.Generator) -> list[Points]:
    if last is None:
        return []
    steps = int(chance.integers(4, 12))
    shares = [np.float32((n + 1) / (steps + 1)) for n in range(steps)]
    return [last * (1 - share) + first * share for share in shares]
