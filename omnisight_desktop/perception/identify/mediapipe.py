"""MediaPipe's short-range face finder: quick, for faces that fill a good part of what it is shown."""

from __future__ import annotations

import importlib
import zipfile
from pathlib import Path
from typing import Any

import numpy as np

from omnisight_desktop.core.errors import BackendUnavailable, ModelCorrupt, ModelMissing
from omnisight_desktop.core.face import Faces
from omnisight_desktop.core.frame import Image
from omnisight_desktop.perception.identify.shown import Shown, show

_SURE = 0.5
_LONGEST_PX = 640
_SIDES_PX = (160, 224, 320, 480, 640)
_MEMBER = "face_detector.tflite"  # in the bundle that also knows 478 points
_MOUTH = 0.42  # of the line from eye to eye, from the middle of the mouth to its corner


class MediaPipeFinder:
    """Finds faces by MediaPipe's tasks; the corners of the mouth are told from its middle."""

    leans_below = 0.0

    def __init__(self, weights: Path, sure: float = _SURE) -> None:
        self._mediapipe, self._detector = _open(weights, sure)

    def find(self, image: Image) -> Faces:
        shown = show(image, _LONGEST_PX, _SIDES_PX)
        if shown is None:
            return Faces.none()
        red_first = np.ascontiguousarray(shown.canvas[..., ::-1])
        picture = self._mediapipe.Image(
            image_format=self._mediapipe.ImageFormat.SRGB, data=red_first
        )
        found = self._detector.detect(picture).detections
        return shown.back(_faces(found, shown)) if found else Faces.none()


def open_finder(weights: Path | None, sure: float = _SURE) -> MediaPipeFinder:
    """The finder with that file: its own, or the bundle that has it as a member."""
    if weights is None or not weights.is_file():
        raise ModelMissing(
            "There are no weights of MediaPipe's face finder.",
            fix="Get them with 'omnisight models pull face-short-range'.",
        )
    return MediaPipeFinder(weights, sure)


def _open(weights: Path, sure: float) -> tuple[Any, Any]:
    try:
        mediapipe = importlib.import_module("mediapipe")
        tasks = importlib.import_module("mediapipe.tasks.python")
    except ImportError as error:
        raise BackendUnavailable(
            f"MediaPipe cannot be loaded: {error}.",
            fix="pip install --force-reinstall mediapipe",
        ) from error
    try:
        model = tasks.BaseOptions(model_asset_buffer=_network(weights))
        vision = tasks.vision
        wanted = vision.FaceDetectorOptions(base_options=model, min_detection_confidence=sure)
        return mediapipe, vision.FaceDetector.create_from_options(wanted)
    except (ValueError, RuntimeError, OSError, KeyError, zipfile.BadZipFile) as error:
        first = next(iter(str(error).splitlines()), "") or type(error).__name__
        raise ModelCorrupt(
            f"{weights.name} cannot be loaded as a face finder: {first}.",
            fix="Get it anew with 'omnisight models pull face-short-range'.",
        ) from error


def _network(weights: Path) -> bytes:
    if not zipfile.is_zipfile(weights):
        return weights.read_bytes()
    with zipfile.ZipFile(weights) as bundle:
        return bundle.read(_MEMBER)


def _faces(found: list[Any], shown: Shown) -> Faces:
    high, wide = shown.canvas.shape[:2]
    boxes, points = [], []
    for one in found:
        box = one.bounding_box
        x, y = box.origin_x, box.origin_y
        boxes.append([x, y, x + box.width, y + box.height])
        spots = np.asarray([[k.x * wide, k.y * high] for k in one.keypoints[:4]], np.float32)
        left, right, nose, mouth = spots
        aside = (right - left) * _MOUTH
        points.append([left, right, nose, mouth - aside, mouth + aside])
    return Faces(
        np.asarray(boxes, np.float32),
        np.asarray(points, np.float32),
        np.asarray([one.categories[0].score for one in found], np.float32),
    )
