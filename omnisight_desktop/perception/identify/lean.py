"""Heads that lean: a finder sees that there is a face, and puts its eyes where they would be upright.

Such a face is turned this way and that, and looked at again; where the finder is surest, it stands
upright, and its points are right.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.face import Points
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.ports.faces import FaceFinder

_GAIN = 0.015
_TURNS = (-40.0, 40.0)  # degrees
_FINER = 20.0
_SIDE_PX = 160
_ROOM = 2.2  # sides of the face that are shown
_SMALLEST_PX = 24  # of a face that is worth the trouble


def upright_points(
    finder: FaceFinder, image: Image, box: NDArray[np.float32], points: Points, score: float
) -> tuple[Points, float]:
    """The points of a face, better where it leans, and how sure the finder is of it then."""
    side = float(max(box[2] - box[0], box[3] - box[1]))
    if score >= finder.leans_below or side < _SMALLEST_PX:
        return points, score
    best, turn = (points, score), 0.0
    for degrees in _TURNS:
        found = _looked(finder, image, box, degrees)
        if found is not None and found[1] > best[1] + _GAIN:
            best, turn = found, degrees
    if turn:
        for degrees in (turn - _FINER, turn + _FINER):
            found = _looked(finder, image, box, degrees)
            if found is not None and found[1] > best[1]:
                best = found
    return best


def _looked(
    finder: FaceFinder, image: Image, box: NDArray[np.float32], degrees: float
) -> tuple[Points, float] | None:
    """What the finder says of the face once it is turned, as points of the picture."""
    middle = (float(box[0] + box[2]) / 2, float(box[1] + box[3]) / 2)
    shown = _ROOM * float(max(box[2] - box[0], box[3] - box[1]))
    scale = min(1.0, _SIDE_PX / shown)
    side = max(8, round(shown * scale))
    way = cv2.getRotationMatrix2D(middle, degrees, scale)
    way[:, 2] += np.asarray([side / 2 - middle[0], side / 2 - middle[1]])
    faces = finder.find(np.asarray(cv2.warpAffine(image, way, (side, side)), np.uint8))
    if not len(faces):
        return None
    off = np.abs(faces.boxes[:, :2] + faces.boxes[:, 2:] - side).sum(axis=1)
    row = int(np.argmin(off))
    if off[row] > side / 2:  # another face beside it
        return None
    back = cv2.invertAffineTransform(way)
    there = faces.points[row] @ back[:, :2].T + back[:, 2]
    return np.asarray(there, np.float32), float(faces.scores[row])
