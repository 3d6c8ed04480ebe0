"""Poses with MediaPipe: 33 points of each body, also in metres, and 21 of each hand if wanted.

Its libraries take a hundred megabytes and talk to the standard error as they please: they are loaded
in a process of their own (see ``remote``), never in the program.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import BackendUnavailable
from omnisight_desktop.core.frame import Image
from omnisight_desktop.flow.child import hush
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
_NEAR_WRIST = 0.6  # of a forearm; a hand that begins farther off is somebody else's

#: The tips of little finger, index finger and thumb: of a body's two hands, and of a hand.
_TIPS, _FINGERS = ((17, 19, 21), (18, 20, 22)), (20, 8, 4)
_MOST = 3  # bodies that are looked for in a whole picture


def open_finder(weights: Path, hands: Path | None = None) -> RemotePoseFinder:
    """MediaPipe with that ``.task`` file, and with the one for hands if fingers matter."""
    target = "omnisight_desktop.perception.pose.mediapipe:finder"
    return RemotePoseFinder("mediapipe", target, weights, hands)


def finder(weights: Path, hands: Path | None = None) -> Callable[[Question], list[Body | None]]:
    """What answers over there."""
    return answering(_looking(weights, hands))


def _looking(weights: Path, hands: Path | None) -> Looking:
    hush()
    import mediapipe as mp
    from mediapipe.tasks.python import BaseOptions, vision

    made: dict[int, Any] = {}
    fingers = _hands(hands) if hands is not None else None

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
        plain = [(_points(body, width, height), _world(world)) for body, world in bodies]
        if fingers is None:
            return [(points, world, None) for points, world in plain]
        return [(points, world, _with_hands(points, fingers(turned))) for points, world in plain]

    def look(image: Image, boxes: list[list[float]], most: int) -> list[Body | None]:
        if not boxes:
            return [*look_at(image, min(max(1, most), _MOST))]
        return [_in_box(image, box, look_at) for box in boxes]

    return look


def _hands(weights: Path) -> Callable[[Image], list[NDArray[np.float32]]]:
    """What finds the hands of whoever is in a picture: 21 points each, in pixels."""
    import mediapipe as mp
    from mediapipe.tasks.python import BaseOptions, vision

    options = vision.HandLandmarkerOptions(
        base_options=BaseOptions(model_asset_path=str(weights)),
        running_mode=vision.RunningMode.IMAGE,
        num_hands=2,
    )
    try:
        landmarker = vision.HandLandmarker.create_from_options(options)
    except (RuntimeError, ValueError) as error:
        raise BackendUnavailable(
            f"MediaPipe cannot load {weights.name}: {error}.",
            fix="Get the file anew with 'omnisight models pull hands'.",
        ) from error

    def look(turned: Image) -> list[NDArray[np.float32]]:
        height, width = turned.shape[:2]
        found = landmarker.detect(mp.Image(image_format=mp.ImageFormat.SRGB, data=turned))
        return [
            np.asarray([(p.x * width, p.y * height, p.z * width) for p in hand], np.float32)
            for hand in found.hand_landmarks
        ]

    return look


def _with_hands(
    points: NDArray[np.float32], hands: list[NDArray[np.float32]]
) -> NDArray[np.float32]:
    """The left and the right hand of a body; their finger tips take the place of what it guessed."""
    own = np.full((2, 21, 3), np.nan, np.float32)
    forearms = np.linalg.norm(points[[13, 14], :2] - points[[15, 16], :2], axis=1)
    for hand in hands:
        away = np.linalg.norm(points[[15, 16], :2] - hand[0, :2], axis=1)
        side = int(away.argmin())
        if away[side] > max(float(forearms[side]), 1.0) * _NEAR_WRIST:
            continue  # somebody else's
        own[side] = hand
        for ours, theirs in zip(_TIPS[side], _FINGERS, strict=True):
            points[ours, :2] = hand[theirs, :2]
            points[ours, 3] = 1.0
    return own


def _in_box(
    image: Image, box: list[float], look_at: Callable[[Image, int], list[Body]]
) -> Body | None:
    part = cut(image, box)
    found = look_at(part[0], 0) if part is not None else []
    if not found or part is None:
        return None
    points, world, hands = found[0]
    for some in (points, hands) if hands is not None else (points,):
        some[..., 0] += part[1]
        some[..., 1] += part[2]
    return points, world, hands


def _points(body: Any, width: int, height: int) -> NDArray[np.float32]:
    rows = [(p.x * width, p.y * height, p.z * width, p.visibility or 0.0) for p in body]
    return np.asarray(rows, np.float32)


def _world(body: Any) -> NDArray[np.float32]:
    return np.asarray([(p.x, p.y, p.z) for p in body], np.float32)
