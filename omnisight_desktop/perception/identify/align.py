"""Faces cut out of pictures, upright and at the size that a network wants."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.face import Points
from omnisight_desktop.core.frame import Image

#: Where eyes, nose and mouth lie in a face of 112 by 112, as networks of the ArcFace kind learn it.
_ARCFACE_PX = 112
_ARCFACE = np.asarray(
    [[38.2946, 51.6963], [73.5318, 51.5014], [56.0252, 71.7366], [41.5493, 92.3655],
     [70.7299, 92.2041]],
    np.float64,
)  # fmt: skip

_PORTRAIT_PX = 224
_PORTRAIT_MARGIN = 0.45


def by_points(image: Image, points: Points, side: int = _ARCFACE_PX) -> Image:
    """The face turned, moved and scaled such that its five points lie where they belong."""
    matrix = _similarity(np.asarray(points, np.float64), _ARCFACE * (side / _ARCFACE_PX))
    return np.asarray(cv2.warpAffine(image, matrix, (side, side)), np.uint8)


def by_eyes(
    image: Image, box: NDArray[np.float32], points: Points, size: tuple[int, int]
) -> NDArray[np.float32]:
    """The box turned until the eyes are level, in a canvas of that width and height, as 0..1.

    It follows DeepFace step by step, so that its networks see just what they see there.
    """
    x, y = (int(side) for side in box[:2])
    w, h = int(box[2] - box[0]), int(box[3] - box[1])
    beside, above = int(0.5 * w), int(0.5 * h)
    part: Any = _with_margin(image, (x - beside, y - above), (w + 2 * beside, h + 2 * above))
    eyes = np.asarray(points[:2], np.float64).astype(int)
    angle = float(np.degrees(np.arctan2(eyes[1, 1] - eyes[0, 1], eyes[1, 0] - eyes[0, 0])))
    high, wide = part.shape[:2]
    turn = cv2.getRotationMatrix2D((wide // 2, high // 2), angle, 1.0)
    part = cv2.warpAffine(
        part, turn, (wide, high), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT
    )
    x1, y1, x2, y2 = _turned((beside, above, beside + w, above + h), angle, (wide, high))
    face: Any = part[y1:y2, x1:x2]
    if not face.size:
        return np.zeros((size[1], size[0], 3), np.float32)
    return _framed(face / 255 if face.max() > 1 else face, size)


def portrait(image: Image, box: NDArray[np.float32]) -> Image:
    """The face with something around it, small, for people to look at and to be found again."""
    w, h = float(box[2] - box[0]), float(box[3] - box[1])
    beside, above = _PORTRAIT_MARGIN * w, _PORTRAIT_MARGIN * h
    height, width = image.shape[:2]
    left, top = max(0, int(box[0] - beside)), max(0, int(box[1] - above))
    right, bottom = min(width, int(box[2] + beside)), min(height, int(box[3] + above))
    part = image[
        min(top, height - 1) : max(bottom, top + 1), min(left, width - 1) : max(right, left + 1)
    ]
    scale = _PORTRAIT_PX / max(part.shape[:2])
    if scale >= 1:
        return part
    small = max(1, round(part.shape[1] * scale)), max(1, round(part.shape[0] * scale))
    return np.asarray(cv2.resize(part, small, interpolation=cv2.INTER_AREA), np.uint8)


def _similarity(here: NDArray[np.float64], there: NDArray[np.float64]) -> NDArray[np.float64]:
    """The turn, scale and shift that bring points nearest to others, by least squares."""
    a, b = here - here.mean(axis=0), there - there.mean(axis=0)
    spread = max(float((a**2).sum()), 1e-9)
    along, across = (
        float((a * b).sum()) / spread,
        float((a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]).sum()) / spread,
    )
    turn = np.asarray([[along, -across], [across, along]])
    shift = there.mean(axis=0) - turn @ here.mean(axis=0)
    return np.concatenate([turn, shift[:, None]], axis=1)


def _with_margin(image: Image, corner: tuple[int, int], size: tuple[int, int]) -> Image:
    """A part of the picture, which may reach over its edges: there it is black."""
    (x, y), (w, h) = corner, size
    part = np.zeros((h, w, 3), np.uint8)
    left, top = max(0, x), max(0, y)
    right, bottom = min(image.shape[1], x + w), min(image.shape[0], y + h)
    if right > left and bottom > top:
        part[top - y : bottom - y, left - x : right - x] = image[top:bottom, left:right]
    return part


def _turned(
    area: tuple[int, int, int, int], angle: float, size: tuple[int, int]
) -> tuple[int, int, int, int]:
    """Where the area lies once the part around it was turned."""
    if abs(angle) % 360 == 0:
        return area
    wide, high = size
    radians = abs(angle) % 360 * np.pi / 180
    way = 1 if angle >= 0 else -1
    x, y = (area[0] + area[2]) / 2 - wide / 2, (area[1] + area[3]) / 2 - high / 2
    x_new = x * np.cos(radians) + y * way * np.sin(radians) + wide / 2
    y_new = -x * way * np.sin(radians) + y * np.cos(radians) + high / 2
    half = (area[2] - area[0]) / 2, (area[3] - area[1]) / 2
    return (
        max(int(x_new - half[0]), 0),
        max(int(y_new - half[1]), 0),
        min(int(x_new + half[0]), wide),
        min(int(y_new + half[1]), high),
    )


def _framed(face: NDArray[Any], size: tuple[int, int]) -> NDArray[np.float32]:
    """As large as it fits, in the middle of a black canvas."""
    wide, high = size
    scale = min(high / face.shape[0], wide / face.shape[1])
    fitted = max(1, int(face.shape[1] * scale)), max(1, int(face.shape[0] * scale))
    small = cv2.resize(face, fitted)
    canvas = np.zeros((high, wide, 3), np.float32)
    top, left = (high - fitted[1]) // 2, (wide - fitted[0]) // 2
    canvas[top : top + fitted[1], left : left + fitted[0]] = small
    return canvas
