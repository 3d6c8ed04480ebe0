"""Heads that lean: a finder sees that there is a face, and puts its eyes nearly where they would be
if it stood upright. Such a face is turned a little further than it seems to lean, and looked at again,
until its eyes are level; one that lies so far over that the finder is hardly sure is turned first.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.face import Points
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.ports.faces import FaceFinder

_LEVEL = 5.0  # degrees; eyes that slope less are level enough
_FURTHER = 2.0  # times as far as it seems: the finder sees about half of it
_TURNS = (-40.0, 40.0)
_FURTHEST = 80.0
_GAIN = 0.015
_LOSS = 0.03  # of certainty: who loses more has turned the wrong way
_ROUNDS = 3
_SIDE_PX = 160
_ROOM = 2.2  # sides of the face that are shown
_SMALLEST_PX = 24  # of a face that is worth the trouble


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """A face as it is seen once the picture is turned; its points are those of the picture."""

    points: Points
    score: float
    slope: float  # of the eyes, in degrees, as they are seen
    turn: float


def upright_points(
    finder: FaceFinder, image: Image, box: NDArray[np.float32], points: Points, score: float
) -> tuple[Points, float]:
    """The points of a face, better where it leans, and how sure the finder is of it then."""
    side = float(max(box[2] - box[0], box[3] - box[1]))
    if not finder.leans_below or side < _SMALLEST_PX:
        return points, score
    best = _Seen(points, score, _slope(points), 0.0)
    if score < finder.leans_below:
        for degrees in _TURNS:
            found = _looked(finder, image, box, degrees)
            if found is not None and found.score > best.score + _GAIN:
                best = found
    for _ in range(_ROUNDS):
        turn = best.turn + _FURTHER * best.slope
        if abs(best.slope) < _LEVEL or abs(turn) > _FURTHEST:
            break
        found = _looked(finder, image, box, turn)
        if found is None or found.score < best.score - _LOSS:
            break
        best = found
    return best.points, best.score


def _looked(
    finder: FaceFinder, image: Image, box: NDArray[np.float32], degrees: float
) -> _Seen | None:
    """What the finder says of the face once it is turned."""
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
    there = np.asarray(faces.points[row] @ back[:, :2].T + back[:, 2], np.float32)
    return _Seen(there, float(faces.scores[row]), _slope(faces.points[row]), degrees)


def _slope(points: Points) -> float:
    across, down = points[1] - points[0]
    return float(np.degrees(np.arctan2(down, across)))
