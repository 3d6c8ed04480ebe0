"""YuNet: a face finder of a few hundred kilobytes that runs inside OpenCV."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import numpy as np

from omnisight_desktop.core.errors import ModelCorrupt, ModelMissing
from omnisight_desktop.core.face import Faces
from omnisight_desktop.core.frame import Image
from omnisight_desktop.perception.identify.shown import Shown, show

_SURE = 0.6
_OVERLAP = 0.3
_MOST = 500
_LONGEST_PX = 640  # it misses faces that fill a larger picture
_SIDES_PX = (160, 224, 320, 480, 640)  # it is made ready anew for each size: let there be few


class YuNet:
    """Finds faces from about ten pixels up."""

    leans_below = 0.905  # of an upright face it is surer than that

    def __init__(self, weights: Path, sure: float = _SURE) -> None:
        self._made: dict[tuple[int, int], Any] = {}
        self._weights = weights
        self._sure = sure
        self._detector((_SIDES_PX[0], _SIDES_PX[0]))

    def find(self, image: Image) -> Faces:
        shown = show(image, _LONGEST_PX, _SIDES_PX)
        if shown is None:
            return Faces.none()
        height, width = shown.canvas.shape[:2]
        _, rows = self._detector((width, height)).detect(shown.canvas)
        return Faces.none() if rows is None else _faces(np.asarray(rows, np.float32), shown)

    def _detector(self, size: tuple[int, int]) -> Any:
        made = self._made.get(size)
        if made is None:
            made = self._made[size] = _open(self._weights, size, self._sure)
        return made


def open_finder(weights: Path | None, sure: float = _SURE) -> YuNet:
    """YuNet with that file."""
    if weights is None or not weights.is_file():
        raise ModelMissing(
            "There are no weights to find faces with.",
            fix="Get them with 'omnisight models pull yunet'.",
        )
    return YuNet(weights, sure)


def _open(weights: Path, size: tuple[int, int], sure: float) -> Any:
    before = cv2.utils.logging.getLogLevel()
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_ERROR)  # it speaks of its new engine
    try:
        return cv2.FaceDetectorYN.create(str(weights), "", size, sure, _OVERLAP, _MOST)
    except cv2.error as error:
        raise ModelCorrupt(
            f"{weights.name} cannot be loaded as a face finder.",
            fix="Check it with 'omnisight models verify yunet'.",
        ) from error
    finally:
        cv2.utils.logging.setLogLevel(before)


def _faces(rows: np.ndarray[Any, np.dtype[np.float32]], shown: Shown) -> Faces:
    boxes = np.concatenate([rows[:, :2], rows[:, :2] + rows[:, 2:4]], axis=1)
    return shown.back(Faces(boxes, rows[:, 4:14].reshape(-1, 5, 2), rows[:, 14]))
