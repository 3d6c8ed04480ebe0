"""Poses with MediaPipe: 33 points of each body, also in metres, and 21 of each hand if wanted.

Its libraries take a hundred megabytes and talk to the standard error as they please: they are loaded
in a process of their own (see ``remote``), never in the program.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import BackendUnavailable
from omnisight_desktop.core.frame import Image
from omnisight_desktop.perception.pose.crop import cut
from omnisight_desktop.perception.pose.remote import (
    Body,
    Looking,
    Question,
    RemotePoseFinder,
    answering,
)

_LEAST = 0.5  # of certainty that there is a body at all
_LEAST_IN_BOX = 0.25  # where a detector has found one already
_MOST = 3  # bodies that are looked for in a whole picture


def open_finder(weights: Path) -> RemotePoseFinder:
    """MediaPipe with that ``.task`` file."""
    return RemotePoseFinder(
        "mediapipe", "omnisight_desktop.perception.pose.mediapipe:finder", weights
    )


def finder(weights: Path) -> Callable[[Question], list[Body | None]]:
    """What answers over there."""
    return answering(_looking(weights))


def _looking(weights: Path) -> Looking:
    _hush()
    import mediapipe as mp
    from mediapipe.tasks.python import BaseOptions, vision

    made: dict[int, Any] = {}

    def landmarker(most: int) -> Any:
        """One for a box where somebody is, by 0, and one for so many anywhere."""
        if most not in made:
            options = vision.PoseLandmarkerOptions(
                base_options=BaseOptions(model_asset_path=str(weights)),
                running_mode=vision.RunningMode.IMAGE,
                num_poses=max(1, most),
                min_pose_detection_confidence=_LEAST if most else _LEAST_IN_BOX,
            )
            try:
                made[most] = vision.PoseLandmarker.create_from_options(options)
            except (RuntimeError, ValueError) as error:
                raise BackendUnavailable(
                    f"MediaPipe cannot load {weights.name}: {error}.",
                    fix="Get the file anew with 'omnisight models pull pose'.",
                ) from error
        return made[most]

    def look_at(image: Image, most: int) -> list[Body]:
        turned = np.ascontiguousarray(image[..., ::-1])
        found = landmarker(most).detect(mp.Image(image_format=mp.ImageFormat.SRGB, data=turned))
        height, width = image.shape[:2]
        bodies = zip(found.pose_landmarks, found.pose_world_landmarks, strict=True)
        return [(_points(body, width, height), _world(world), None) for body, world in bodies]

    def look(image: Image, boxes: list[list[float]], most: int) -> list[Body | None]:
        if not boxes:
            return [*look_at(image, min(max(1, most), _MOST))]
        return [_in_box(image, box, look_at) for box in boxes]

    return look


def _in_box(
    image: Image, box: list[float], look_at: Callable[[Image, int], list[Body]]
) -> Body | None:
    part = cut(image, box)
    found = look_at(part[0], 0) if part is not None else []
    if not found or part is None:
        return None
    points, world, hands = found[0]
    points[:, 0] += part[1]
    points[:, 1] += part[2]
    return points, world, hands


def _points(body: Any, width: int, height: int) -> NDArray[np.float32]:
    rows = [(p.x * width, p.y * height, p.z * width, p.visibility or 0.0) for p in body]
    return np.asarray(rows, np.float32)


def _world(body: Any) -> NDArray[np.float32]:
    return np.asarray([(p.x, p.y, p.z) for p in body], np.float32)


def _hush() -> None:
    """What it says on the standard error is meant for its makers."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
