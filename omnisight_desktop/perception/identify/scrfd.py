"""SCRFD: a face finder of the InsightFace kind, in an ONNX file, run by ONNX Runtime."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import ModelCorrupt, ModelMissing
from omnisight_desktop.core.face import Faces
from omnisight_desktop.core.frame import Image
from omnisight_desktop.perception.identify.shown import show
from omnisight_desktop.perception.onnx import open_session

_SURE = 0.5
_OVERLAP = 0.4
_STRIDES = (8, 16, 32)
_ANCHORS = 2
_LONGEST_PX = 640
_SIDES_PX = (160, 224, 320, 480, 640)
_HALF, _SPREAD = 127.5, 128.0

Array = NDArray[np.float32]


class Scrfd:
    """Finds faces with their five points; pictures of any size that 32 divides."""

    leans_below = 0.0

    def __init__(self, weights: Path, sure: float = _SURE) -> None:
        self._session = open_session(weights)
        self._input = self._session.get_inputs()[0].name
        self._sure = sure
        if len(self._session.get_outputs()) != 3 * len(_STRIDES):
            raise ModelCorrupt(
                f"{weights.name} is no SCRFD network with points.",
                fix="Choose another finder: 'omnisight settings set people.finder yunet'.",
            )

    def find(self, image: Image) -> Faces:
        shown = show(image, _LONGEST_PX, _SIDES_PX)
        if shown is None:
            return Faces.none()
        blob = cv2.dnn.blobFromImage(
            shown.canvas, 1 / _SPREAD, mean=(_HALF, _HALF, _HALF), swapRB=True
        )
        outputs = self._session.run(None, {self._input: blob})
        found = _decoded([np.asarray(one, np.float32) for one in outputs], shown.canvas, self._sure)
        return shown.back(found)


def open_finder(weights: Path | None, sure: float = _SURE) -> Scrfd:
    """SCRFD with that file."""
    if weights is None or not weights.is_file():
        raise ModelMissing(
            "There are no weights of SCRFD.",
            fix="Choose another finder: 'omnisight settings set people.finder yunet'.",
        )
    return Scrfd(weights, sure)


def _decoded(outputs: list[Array], canvas: Image, sure: float) -> Faces:
    """Scores, distances to the four sides and to the points, three times: once for each stride."""
    boxes: list[Array] = []
    points: list[Array] = []
    scores: list[Array] = []
    count = len(_STRIDES)
    for place, stride in enumerate(_STRIDES):
        score = outputs[place].reshape(-1)
        centres = _centres(canvas.shape[0] // stride, canvas.shape[1] // stride, stride)
        if len(centres) != len(score):
            raise ModelCorrupt("The face finder's network has another shape than SCRFD.")
        keep = score >= sure
        sides = outputs[place + count].reshape(-1, 4)[keep] * stride
        spots = outputs[place + 2 * count].reshape(-1, 5, 2)[keep] * stride
        here = centres[keep]
        boxes.append(np.concatenate([here - sides[:, :2], here + sides[:, 2:]], axis=1))
        points.append(here[:, None] + spots)
        scores.append(score[keep])
    found = Faces(np.concatenate(boxes), np.concatenate(points), np.concatenate(scores))
    return found.where(_once(found, sure))


def _centres(rows: int, columns: int, stride: int) -> Array:
    y, x = np.mgrid[:rows, :columns].astype(np.float32) * stride
    return np.repeat(np.stack([x.ravel(), y.ravel()], axis=1), _ANCHORS, axis=0)


def _once(found: Faces, sure: float) -> NDArray[np.intp]:
    corners: Any = np.concatenate(
        [found.boxes[:, :2], found.boxes[:, 2:] - found.boxes[:, :2]], axis=1
    )
    kept = cv2.dnn.NMSBoxes(corners.tolist(), found.scores.tolist(), sure, _OVERLAP)
    return np.asarray(kept, np.intp).reshape(-1)
