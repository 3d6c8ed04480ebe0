"""Figure and clothes as a vector: enough to know somebody again a moment later, from behind as well."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import ModelCorrupt
from omnisight_desktop.core.face import Vector
from omnisight_desktop.core.frame import Image
from omnisight_desktop.perception.identify.faint import to_unit
from omnisight_desktop.perception.onnx import open_session

_WIDE, _HIGH = 128, 256
_MEAN = np.asarray([0.485, 0.456, 0.406], np.float32)
_SPREAD = np.asarray([0.229, 0.224, 0.225], np.float32)

#: A figure that is smaller, or of which too little is seen, tells nobody from anybody.
_LOWEST_PX = 80
_UPRIGHT = 1.4, 5.0  # heights in widths

Box = tuple[float, float, float, float]


def shows_figure(box: Box, size: tuple[int, int]) -> bool:
    """Whether a box holds somebody from head to foot, or nearly."""
    x1, y1, x2, y2 = box
    wide, high = min(x2, size[0]) - max(x1, 0.0), min(y2, size[1]) - max(y1, 0.0)
    inside = wide * high >= 0.9 * (x2 - x1) * (y2 - y1)
    return inside and high >= _LOWEST_PX and _UPRIGHT[0] * wide <= high <= _UPRIGHT[1] * wide


class BodyReader:
    """One network of the OSNet kind, kept warm."""

    def __init__(self, weights: Path) -> None:
        self._session = open_session(weights)
        given = self._session.get_inputs()
        if len(given) != 1 or list(given[0].shape[1:]) != [3, _HIGH, _WIDE]:
            raise ModelCorrupt(
                f"{weights.name} is a network of another kind: it does not take figures.",
                fix="Get the right one with 'omnisight models pull osnet'.",
            )
        self._input = given[0].name

    def read(self, image: Image, box: Box) -> Vector:
        """The vector of whoever stands in that box, of length 1."""
        x1, y1 = max(0, int(box[0])), max(0, int(box[1]))
        x2, y2 = min(image.shape[1], int(box[2])), min(image.shape[0], int(box[3]))
        part = image[y1 : max(y2, y1 + 1), x1 : max(x2, x1 + 1)]
        made = self._session.run(None, {self._input: _prepared(part)})[0]
        return np.asarray(to_unit(np.asarray(made, np.float32))[0], np.float32)


def _prepared(part: Image) -> NDArray[Any]:
    small = cv2.resize(part, (_WIDE, _HIGH), interpolation=cv2.INTER_LINEAR)
    scaled = (np.asarray(small, np.float32)[..., ::-1] / 255 - _MEAN) / _SPREAD
    return np.ascontiguousarray(scaled.transpose(2, 0, 1)[None])
