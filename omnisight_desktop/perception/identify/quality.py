"""How good a look at a face is, judged before a network sees it; and why it is refused, if so.

The gate is there for what no network can read. What is poor and readable passes with a low score, and
weighs little where the looks at somebody are put together.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.face import Points, Quality
from omnisight_desktop.core.frame import Image

_JUDGED_PX = 64  # sharpness and light are judged at one size, so that near and far compare


@dataclass(frozen=True, slots=True)
class _Trait:
    """One thing that a look can lack: worth nothing at ``none``, everything at ``full``."""

    name: str
    unit: str
    refused: str
    none: float
    full: float
    at_worst: float  # what a look is worth that is as poor in this as may be

    @property
    def rises(self) -> bool:
        return self.full > self.none

    def fails(self, value: float) -> bool:
        """Whether nothing can be made of it."""
        return value < self.none if self.rises else value > self.none

    def worth(self, value: float) -> float:
        """From ``at_worst`` to 1."""
        share = min(1.0, max(0.0, (value - self.none) / (self.full - self.none)))
        return self.at_worst + (1 - self.at_worst) * share

    def told(self, value: float) -> str:
        """Why it is refused."""
        least = "at least" if self.rises else "at most"
        return f"{self.refused} ({value:.3g}{self.unit}, {least} {self.none:g}{self.unit})"


_SIZE = _Trait("size", " px between the eyes", "the face is too small", 8.0, 36.0, 0.25)
_SHARP = _Trait("sharpness", "", "the face is blurred", 0.04, 0.18, 0.3)
_TURN = _Trait("turn", "", "the face is turned away", 0.75, 0.15, 0.25)
_TILT = _Trait("tilt", "", "the face looks up or down too far", 0.9, 0.25, 0.4)
_DARK = _Trait("light", "", "it is too dark", 10.0, 60.0, 0.35)
_GLARE = _Trait("glare", "", "the face is too bright", 0.6, 0.1, 0.4)
_CONTRAST = _Trait("contrast", "", "there is too little contrast", 4.0, 20.0, 0.3)
_SURE = _Trait("certainty", "", "it is hardly a face", 0.5, 0.85, 0.3)


def judge(image: Image, box: NDArray[np.float32], points: Points, score: float = 1.0) -> Quality:
    """How good a look at that face is."""
    eyes, pose = _apart(points), _pose(points)
    shown = _face(image, box)
    measures: list[tuple[_Trait, float]] = [(_SURE, score), (_SIZE, eyes)]
    measures += [(_TURN, pose[0]), (_TILT, pose[1])]
    if shown is not None:
        measures += [(trait, measure(shown)) for trait, measure in _SHOWN]
    told = tuple((trait.name, round(value, 4)) for trait, value in measures)
    for trait, value in measures:
        if not np.isfinite(value) or trait.fails(value):
            return Quality(0.0, trait.told(value), told)
    if shown is None:
        return Quality(0.0, "the face lies outside the picture", told)
    worths = [trait.worth(value) for trait, value in measures]
    return Quality(float(np.prod(worths)), "", told)


def _apart(points: Points) -> float:
    """Pixels between the eyes; of a face that is turned, as many as if it were not."""
    eyes = float(np.hypot(*(points[1] - points[0])))
    high = float(np.hypot(*((points[3] + points[4]) / 2 - (points[0] + points[1]) / 2)))
    return max(eyes, high * 0.9)


def _pose(points: Points) -> tuple[float, float]:
    """How far the face is turned aside, and how far up or down: 0 for one that looks at the camera.

    By where the tip of the nose lies between the eyes and the mouth, whichever way the head leans.
    """
    eyes, mouth = (points[0] + points[1]) / 2, (points[3] + points[4]) / 2
    down = mouth - eyes
    length = float(np.hypot(*down))
    width = max(float(np.hypot(*(points[1] - points[0]))), length * 0.4)
    if length < 1:
        return np.inf, np.inf
    down = down / length
    nose = points[2] - eyes
    aside = float(nose[0] * down[1] - nose[1] * down[0])
    along = float(nose @ down) / length
    return 2 * abs(aside) / width, 2 * abs(along - 0.58)


def _face(image: Image, box: NDArray[np.float32]) -> NDArray[np.float32] | None:
    """The middle of the face, grey and small."""
    height, width = image.shape[:2]
    x1, y1, x2, y2 = (float(side) for side in box)
    x_in, y_in = 0.12 * (x2 - x1), 0.12 * (y2 - y1)
    left, right = max(0, int(x1 + x_in)), min(width, int(x2 - x_in))
    top, bottom = max(0, int(y1 + y_in)), min(height, int(y2 - y_in))
    if right - left < 4 or bottom - top < 4:
        return None
    grey = cv2.cvtColor(np.ascontiguousarray(image[top:bottom, left:right]), cv2.COLOR_BGR2GRAY)
    scale = _JUDGED_PX / max(grey.shape)
    if scale < 1:
        size = (max(4, round(grey.shape[1] * scale)), max(4, round(grey.shape[0] * scale)))
        grey = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
    return np.asarray(grey, np.float32)


def _sharpness(face: NDArray[np.float32]) -> float:
    """The finest detail as a share of all there is; noise in the dark must not pass for detail."""
    smooth = cv2.GaussianBlur(face, (0, 0), 0.8)
    edges = cv2.Laplacian(smooth, cv2.CV_32F)
    return float(edges.std() / (face.std() + 6.0))


_SHOWN: tuple[tuple[_Trait, Callable[[NDArray[np.float32]], float]], ...] = (
    (_DARK, lambda face: float(face.mean())),
    (_GLARE, lambda face: float((face > 250).mean())),
    (_CONTRAST, lambda face: float(face.std())),
    (_SHARP, _sharpness),
)
