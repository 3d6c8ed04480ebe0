"""People without any weights: OpenCV's pedestrian detector, looking only where something moved."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.errors import BackendUnavailable
from omnisight_desktop.core.frame import Image, Picture
from omnisight_desktop.core.geometry import Boxes, area, clip, coverage, merged, suppress

_NAMES = ("person",)
_WINDOW = (64, 128)
_MARGIN = 0.22  # the detector wants air around a person
_TALLEST_PX = 320  # a region is shrunk until it is no taller, for people need not be larger
_BUDGET_PX = 200_000  # looked at in one picture; a crowd is looked at smaller, not for longer
_BODY = (0.22, 0.06, 0.78, 0.93)  # where the person stands within the detector's window


class HogDetector:
    """Histograms of oriented gradients and the linear classifier that OpenCV ships."""

    def __init__(self, score: float) -> None:
        if not hasattr(cv2, "HOGDescriptor"):
            raise BackendUnavailable(
                "This build of OpenCV has no pedestrian detector.",
                fix="pip install --force-reinstall --no-deps opencv-contrib-python-headless",
            )
        self._hog = cv2.HOGDescriptor()
        self._hog.setSVMDetector(
            np.asarray(cv2.HOGDescriptor.getDefaultPeopleDetector(), np.float32)
        )
        self._score = score

    @property
    def names(self) -> tuple[str, ...]:
        return _NAMES

    def detect(
        self,
        picture: Picture,
        regions: Boxes,
        smallest_px: float | None = None,  # noqa: ARG002 - a person's window has the size that it has
    ) -> Detections:
        if not len(regions):
            return Detections.none(_NAMES)
        image = picture.bgr()
        found: list[tuple[float, float, float, float]] = []
        scores: list[float] = []
        airy = merged(_with_air(_inside(regions, picture.width, picture.height)))
        affordable = float(np.sqrt(_BUDGET_PX / max(1.0, float(area(airy).sum()))))
        for region in airy:
            left, top, right, bottom = (int(v) for v in region)
            crop = _cut(image, left, top, right, bottom)
            if not crop.size:
                continue
            scale = min(1.0, affordable, _TALLEST_PX / max(1, crop.shape[0]))
            if scale < 1:
                size = max(1, round(crop.shape[1] * scale)), max(1, round(crop.shape[0] * scale))
                crop = np.asarray(cv2.resize(crop, size, interpolation=cv2.INTER_AREA), np.uint8)
            if crop.shape[0] < _WINDOW[1] or crop.shape[1] < _WINDOW[0]:
                continue
            windows, margins = self._hog.detectMultiScale(
                np.ascontiguousarray(crop), hitThreshold=0.0, winStride=(8, 8), scale=1.05
            )
            for (x, y, w, h), margin in zip(windows, np.ravel(margins), strict=True):
                found.append(
                    (
                        left + (x + _BODY[0] * w) / scale,
                        top + (y + _BODY[1] * h) / scale,
                        left + (x + _BODY[2] * w) / scale,
                        top + (y + _BODY[3] * h) / scale,
                    )
                )
                scores.append(_probability(float(margin)))
        boxes = clip(np.asarray(found, np.float32).reshape(-1, 4), picture.width, picture.height)
        people = Detections.of("person", boxes, scores)
        people = people.where(people.scores >= self._score)
        return people.where(_without_nested(people))


def open_detector(_weights: Path | None, score: float) -> HogDetector:
    """The weightless detector; it needs no file."""
    return HogDetector(score)


def _inside(regions: Boxes, width: int, height: int) -> Boxes:
    """What of the regions lies in the picture; a track may be believed to be beyond its edge."""
    cut = clip(regions, width, height)
    size = cut[:, 2:] - cut[:, :2]
    return cut[(size >= 1).all(axis=1)]


def _with_air(regions: Boxes) -> Boxes:
    size = regions[:, 2:] - regions[:, :2]
    # A region narrower than a person's window is widened until one fits in.
    tall = np.maximum(size[:, 1], _WINDOW[1])
    air_y = (np.maximum(tall * (1 + 2 * _MARGIN), _WINDOW[1] + 16) - size[:, 1]) / 2
    wide = np.maximum(size[:, 0], tall * 0.5)
    air_x = (wide * (1 + 2 * _MARGIN) - size[:, 0]) / 2
    air = np.stack([-air_x, -air_y, air_x, air_y], axis=1)
    return regions + air.astype(np.float32)


def _cut(image: Image, left: int, top: int, right: int, bottom: int) -> Image:
    """A piece of the picture; beyond its edges the edge goes on, so that feet at the border count."""
    height, width = image.shape[:2]
    inside = image[max(0, top) : min(height, bottom), max(0, left) : min(width, right)]
    edges = max(0, -top), max(0, bottom - height), max(0, -left), max(0, right - width)
    if not any(edges) or not inside.size:
        return inside
    return np.asarray(cv2.copyMakeBorder(inside, *edges, cv2.BORDER_REPLICATE), np.uint8)


def _without_nested(people: Detections) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    """Without a smaller box that lies mostly inside a better one: half a person is no second."""
    kept = suppress(people.boxes, people.scores, 0.45)
    inside = coverage(people.boxes, people.boxes)
    chosen: list[int] = []
    for row in kept:
        if all(inside[row, better] < 0.7 and inside[better, row] < 0.7 for better in chosen):
            chosen.append(int(row))
    return np.asarray(chosen, np.intp)


def _probability(margin: float) -> float:
    """The classifier's distance from its border as a score between 0 and 1."""
    return float(1 / (1 + np.exp(-2.2 * (margin - 0.45))))
