"""Bodies as points, movements as takes, and the gestures that somebody taught by showing them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.identity import Identity

Points = NDArray[np.float32]

JOINTS = 33


class Joint(IntEnum):
    """Those of the 33 points of a body that the house speaks of; left and right are the person's own."""

    NOSE = 0
    LEFT_SHOULDER = 11
    RIGHT_SHOULDER = 12
    LEFT_ELBOW = 13
    RIGHT_ELBOW = 14
    LEFT_WRIST = 15
    RIGHT_WRIST = 16
    LEFT_INDEX = 19
    RIGHT_INDEX = 20
    LEFT_HIP = 23
    RIGHT_HIP = 24
    LEFT_KNEE = 25
    RIGHT_KNEE = 26
    LEFT_ANKLE = 27
    RIGHT_ANKLE = 28


#: Which point each one is in a mirror.
MIRRORED = np.asarray(
    [0, 4, 5, 6, 1, 2, 3, 8, 7, 10, 9]
    + [pair for left in range(11, JOINTS, 2) for pair in (left + 1, left)],
    np.intp,
)


@dataclass(frozen=True, slots=True, eq=False)
class Pose:
    """One body in one picture. ``points`` is 33 x 4: x and y in pixels, depth in the same unit, and
    how surely it is seen, 0..1. ``world`` is 33 x 3: metres from the middle of the hips."""

    points: Points
    world: Points | None = None
    hands: Points | None = None  # 2 x 21 x 3, left and right, where somebody looked for them

    def __post_init__(self) -> None:
        if self.points.shape != (JOINTS, 4):
            raise ValueError("a pose has 33 points of four numbers")


@dataclass(frozen=True, slots=True, eq=False)
class Take:
    """A movement shown once: F x 33 x 4 points, NaN where nobody was seen, and when each was."""

    points: Points
    times_s: NDArray[np.float64]

    def __post_init__(self) -> None:
        if self.points.ndim != 3 or self.points.shape[1:] != (JOINTS, 4):
            raise ValueError("a take is a list of poses")
        if len(self.times_s) != len(self.points):
            raise ValueError("a take has one time per pose")

    def __len__(self) -> int:
        return len(self.points)

    @property
    def length_s(self) -> float:
        """How long it lasts."""
        return float(self.times_s[-1] - self.times_s[0]) if len(self) else 0.0

    def part(self, first: int, last: int) -> Take:
        """From one pose up to but without another."""
        return Take(self.points[first:last], self.times_s[first:last] - self.times_s[first])

    def mirrored(self) -> Take:
        """As it looks in a mirror."""
        points = self.points[:, MIRRORED].copy()
        points[..., 0] *= -1
        return Take(points, self.times_s)


@dataclass(frozen=True, slots=True, eq=False)
class Gesture:
    """A movement that was taught: its name, and the takes in which it was shown."""

    id: str
    label: str
    takes: tuple[Take, ...]
    created: datetime
    created_by: str | None = None
    mirrored: bool = False  # whether it counts with left and right changed over, too
    enabled: bool = True

    @property
    def num_frames(self) -> int:
        """How many pictures long it is, in the middle of its takes."""
        return int(np.median([len(take) for take in self.takes])) if self.takes else 0


@dataclass(frozen=True, slots=True)
class Made:
    """Somebody made a gesture: who, which, from when to when, and how sure that is."""

    track: str
    label: str
    start: datetime
    end: datetime
    confidence: float
    identity: Identity | None = None


@dataclass(frozen=True, slots=True, eq=False)
class EventPoses:
    """How somebody moved while they did what became an event; it can be drawn over its clip."""

    event: str
    start: datetime
    take: Take
    size: tuple[int, int] | None = None  # width and height of the pictures that it lies in
