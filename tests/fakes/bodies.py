"""Bodies that move as told: the 33 points of somebody in front of a webcam."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.frame import Image, Picture
from omnisight_desktop.core.geometry import Boxes
from omnisight_desktop.core.gesture import JOINTS, Gesture, Joint, Points, Pose, Take

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)

#: Where a hand is at a share of a movement, 0 to 1, in lengths of the trunk from between the
#: shoulders: to its own side, and down.
Way = Callable[[float], tuple[float, float]]

_PLACES = {
    Joint.NOSE: (0, -0.45), Joint.LEFT_SHOULDER: (0.34, 0), Joint.RIGHT_SHOULDER: (-0.34, 0),
    Joint.LEFT_HIP: (0.2, 1), Joint.RIGHT_HIP: (-0.2, 1), Joint.LEFT_KNEE: (0.2, 1.85),
    Joint.RIGHT_KNEE: (-0.2, 1.85), Joint.LEFT_ANKLE: (0.2, 2.7), Joint.RIGHT_ANKLE: (-0.2, 2.7),
}  # fmt: skip


def hanging(_: float) -> tuple[float, float]:
    """A hand at rest."""
    return 0.45, 1.1


def waving(share: float) -> tuple[float, float]:
    """Up, three times to and fro, and down again."""
    up = _eased(share / 0.25) * (1 - _eased((share - 0.75) / 0.25))
    swing = np.sin((share - 0.25) * 2 * np.pi * 6) if 0.25 < share < 0.75 else 0.0
    return 0.45 + 0.1 * up + 0.25 * float(swing), 1.1 - 1.5 * up


def circling(share: float) -> tuple[float, float]:
    """A large circle in front of the body, begun and ended at rest."""
    up = _eased(share / 0.2) * (1 - _eased((share - 0.8) / 0.2))
    turn = 2 * np.pi * 2 * share
    return 0.45 + up * (0.4 * float(np.cos(turn)) - 0.2), 1.1 - up * (
        0.6 + 0.4 * float(np.sin(turn))
    )


def pushing(share: float) -> tuple[float, float]:
    """Straight out to the side and back."""
    out = _eased(share / 0.4) * (1 - _eased((share - 0.6) / 0.4))
    return 0.45 + 0.8 * out, 1.1 - 0.95 * out


def moving(
    right: Way = hanging,
    left: Way = hanging,
    *,
    seconds: float = 2.0,
    fps: float = 30.0,
    seed: int = 0,
    size_px: float = 200.0,
) -> Take:
    """Somebody whose hands go those ways, trembling a little, another way with each seed."""
    chance = np.random.default_rng(seed)
    count = max(1, round(seconds * fps))
    shares = np.linspace(0, 1, count)
    points = np.zeros((count, JOINTS, 4), np.float64)
    points[..., 3] = 0.99
    for joint, place in _PLACES.items():
        points[:, joint, :2] = place
    bend = chance.normal(0, 0.02, 2)
    for side, first, way in ((1, Joint.LEFT_SHOULDER, left), (-1, Joint.RIGHT_SHOULDER, right)):
        wrist = np.asarray([way(float(share)) for share in shares]) + bend
        _arm(points, side, first, wrist)
    points[..., :2] += chance.normal(0, 0.006, points[..., :2].shape)
    points[..., :2] = points[..., :2] * size_px + (320, 150)
    return Take(points.astype(np.float32), np.linspace(0, (count - 1) / fps, count))


def joined(*takes: Take) -> Take:
    """One after the other without a break."""
    step_s = float(takes[0].times_s[1])
    points = np.concatenate([take.points for take in takes])
    return Take(points, np.arange(len(points), dtype=np.float64) * step_s)


def taught(label: str, *takes: Take, **more: object) -> Gesture:
    """A gesture as it is kept."""
    return Gesture(f"G-{label}", label, takes, NOON, **more)  # type: ignore[arg-type]


def hidden(take: Take, *joints: int) -> Take:
    """The same with joints that cannot be seen."""
    points: Points = take.points.copy()
    points[:, list(joints), 3] = 0.05
    return Take(points, take.times_s)


def _arm(points: NDArray[np.float64], side: int, first: Joint, wrist: NDArray[np.float64]) -> None:
    shoulder = np.asarray([0.34, 0.0])
    middle = (shoulder + wrist) / 2 + (0.12, 0.1)
    hand = wrist - middle
    hand = hand / np.maximum(np.linalg.norm(hand, axis=1, keepdims=True), 1e-6) * 0.2
    turn = np.asarray([side, 1.0])
    points[:, first + 2, :2] = middle * turn
    points[:, first + 4, :2] = wrist * turn
    for offset, spread in ((6, 0.05), (8, 0.0), (10, -0.08)):
        points[:, first + offset, :2] = (wrist + hand + (spread, 0)) * turn


def _eased(share: float) -> float:
    share = min(1.0, max(0.0, share))
    return share * share * (3 - 2 * share)


class Puppets:
    """Finds poses where it was told: the number of a pose is written into each picture's corner."""

    def __init__(self, *takes: Take) -> None:
        self._takes = takes
        self.asked = 0
        self.closed = False

    def find(self, picture: Picture, boxes: Boxes) -> list[Pose | None]:
        self.asked += 1
        number = _number_in(picture)
        bodies = [self._pose(take, number) for take in self._takes]
        return [bodies[n] if n < len(bodies) else None for n in range(len(boxes))]

    def everybody(self, picture: Picture, most: int) -> list[Pose]:
        self.asked += 1
        found = [self._pose(take, _number_in(picture)) for take in self._takes[:most]]
        return [pose for pose in found if pose is not None]

    def close(self) -> None:
        self.closed = True

    @staticmethod
    def _pose(take: Take, number: int) -> Pose | None:
        if number >= len(take) or not np.isfinite(take.points[number]).all():
            return None
        return Pose(take.points[number])


def numbered(image: Image, number: int) -> Image:
    """A picture with a number in its corner."""
    image[0, 0] = (number % 256, number // 256, 77)
    return image


def _number_in(picture: Picture) -> int:
    low, high, _ = picture.bgr()[0, 0]
    return int(low) + 256 * int(high)
