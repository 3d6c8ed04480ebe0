"""A picture on a canvas of one of a few sizes, and the way back from there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from omnisight_desktop.core.face import Faces
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.geometry import clip

_SMALLEST_PX = 8  # a picture that is smaller shows no face


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """What an engine is shown, and how much smaller it is than the picture."""

    canvas: Image
    scale: float
    size: tuple[int, int]  # of the picture: width and height

    def back(self, faces: Faces) -> Faces:
        """Faces on the canvas as faces in the picture; those beyond its edge are none."""
        inside = np.isfinite(faces.boxes).all(axis=1) & np.isfinite(faces.points).all(axis=(1, 2))
        boxes = clip(np.asarray(faces.boxes / self.scale, np.float32), *self.size)
        inside &= ((boxes[:, 2:] - boxes[:, :2]) >= 1).all(axis=1)
        points = np.asarray(faces.points / self.scale, np.float32)
        return Faces(boxes[inside], points[inside], faces.scores[inside])


def show(image: Image, longest_px: int, sides_px: Sequence[int]) -> Shown | None:
    """The picture in the upper left of a canvas whose sides are among a few; None if it is too small.

    It is made smaller where it has to be, and never larger.
    """
    if image.ndim != 3 or min(image.shape[:2]) < _SMALLEST_PX:
        return None
    height, width = image.shape[:2]
    scale = min(1.0, longest_px / max(height, width))
    small: Image = image
    if scale < 1:
        wide, high = max(1, round(width * scale)), max(1, round(height * scale))
        small = np.asarray(cv2.resize(image, (wide, high), interpolation=cv2.INTER_AREA), np.uint8)
    rows, columns = (_side(side, sides_px) for side in small.shape[:2])
    canvas = np.zeros((rows, columns, 3), np.uint8)
    canvas[: small.shape[0], : small.shape[1]] = small
    return Shown(canvas, scale, (width, height))


def _side(length: int, sides_px: Sequence[int]) -> int:
    return next((side for side in sides_px if side >= length), length)
