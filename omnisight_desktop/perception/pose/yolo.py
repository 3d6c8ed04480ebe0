"""Poses with YOLO: 17 points of each body, all bodies of a picture in one go.

It sees people who are far away better than the other engine does, and hands not at all: where a hand
would be is guessed from its arm. The framework runs in a process of its own (see ``remote``).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import BackendUnavailable
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.gesture import JOINTS, Joint
from omnisight_desktop.perception.detect.trained import stand_in_for_torchvision
from omnisight_desktop.perception.pose.crop import cut
from omnisight_desktop.perception.pose.remote import (
    Body,
    Looking,
    Question,
    RemotePoseFinder,
    answering,
)

_LEAST = 0.4  # of certainty that there is a body at all
_HAND = 0.3  # of a forearm, beyond the wrist

#: Which of our points each of its seventeen is.
_POINTS = (0, 2, 5, 7, 8, 11, 12, 13, 14, 15, 16, 23, 24, 25, 26, 27, 28)

#: What it does not know lies where something is that it knows.
_LENT = {
    1: 2, 3: 2, 4: 5, 6: 5, 9: 0, 10: 0,
    29: 27, 30: 28, 31: 27, 32: 28,
}  # fmt: skip
_TIPS = {Joint.LEFT_WRIST: (17, 19, 21), Joint.RIGHT_WRIST: (18, 20, 22)}


def open_finder(weights: Path, hands: Path | None = None) -> RemotePoseFinder:
    """The framework with that ``.pt`` file."""
    if hands is not None:
        raise BackendUnavailable(
            "This engine sees no fingers.",
            fix="Set gestures.backend to mediapipe, or gestures.hands to false.",
        )
    return RemotePoseFinder("yolo", "omnisight_desktop.perception.pose.yolo:finder", weights)


def finder(weights: Path) -> Callable[[Question], list[Body | None]]:
    """What answers over there."""
    return answering(_looking(weights))


def _looking(weights: Path) -> Looking:
    stand_in_for_torchvision()
    from ultralytics.models.yolo.model import YOLO

    model = YOLO(str(weights))
    if model.task != "pose":
        raise BackendUnavailable(
            f"{weights.name} finds no poses.", fix="Give the weights of a pose model."
        )

    def look_at(image: Image) -> list[Body]:
        results: Any = model.predict(image, conf=_LEAST, verbose=False, device="cpu")
        table = results[0].keypoints.data.cpu().numpy()
        return [(as_body(rows), None, None) for rows in table.reshape(-1, 17, 3)]

    def look(image: Image, boxes: list[list[float]], most: int) -> list[Body | None]:
        if not boxes:
            found = sorted(look_at(image), key=_size, reverse=True)
            return [*found[:most]]
        return [_in_box(image, box, look_at) for box in boxes]

    return look


def as_body(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Seventeen points as thirty-three."""
    points = np.zeros((JOINTS, 4), np.float32)
    points[_POINTS, :2] = rows[:, :2]
    points[_POINTS, 3] = rows[:, 2]
    for joint, lender in _LENT.items():
        points[joint] = points[lender]
    for wrist, tips in _TIPS.items():
        elbow = points[wrist - 2]
        beyond = (points[wrist, :2] - elbow[:2]) * _HAND
        for tip in tips:
            points[tip] = points[wrist]
            points[tip, :2] += beyond
    return points


def _in_box(image: Image, box: list[float], look_at: Callable[[Image], list[Body]]) -> Body | None:
    part = cut(image, box)
    found = look_at(part[0]) if part is not None else []
    if not found or part is None:
        return None
    points, _, _ = max(found, key=_size)
    points[:, 0] += part[1]
    points[:, 1] += part[2]
    return points, None, None


def _size(body: Body) -> float:
    return float(np.ptp(body[0][:, 1]))
