"""MediaPipe's short-range face finder, in a process of its own: quick, for faces that fill a good part
of what it is shown. Pictures cross through shared memory.
"""

from __future__ import annotations

import importlib
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import BackendUnavailable, ModelCorrupt, ModelMissing
from omnisight_desktop.core.face import Faces
from omnisight_desktop.core.frame import Image
from omnisight_desktop.flow.process import Child
from omnisight_desktop.flow.shared import SharedFrames
from omnisight_desktop.perception.identify.shown import show

_SURE = 0.5
_LONGEST_PX = 640
_SIDES_PX = (160, 224, 320, 480, 640)
_MEMBER = "face_detector.tflite"  # in the bundle that also knows 478 points
_MOUTH = 0.42  # of the line from eye to eye, from the middle of the mouth to its corner
_LOADING_S = 60.0
_LOOKING_S = 20.0
_IDLE_S = 300.0  # after so long without a picture its memory is worth more than its readiness
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_COLUMNS = 4 + 2 * 5 + 1

#: What is asked: the name of the shared memory and the picture's number; without a name, only whether
#: it can look at all.
Question = tuple[str, int]


class MediaPipeFinder:
    """Hands pictures to MediaPipe over there; the corners of the mouth are told from its middle."""

    leans_below = 0.0

    def __init__(self, weights: Path, sure: float = _SURE) -> None:
        self._child: Child[Question, Any] = Child(
            "finding faces",
            "omnisight_desktop.perception.identify.mediapipe:finder",
            arguments=(weights, sure),
            idle_s=_IDLE_S,
            quiet=True,
        )
        self._frames: SharedFrames | None = None
        try:
            self._child.ask(("", 0), timeout_s=_LOADING_S)
        except BaseException:
            self._child.stop()
            raise

    def find(self, image: Image) -> Faces:
        shown = show(image, _LONGEST_PX, _SIDES_PX)
        if shown is None:
            return Faces.none()
        if self._frames is None:
            self._frames = SharedFrames.create("faces", 2, _LONGEST_PX, _LONGEST_PX)
        size = int(shown.canvas.shape[1]), int(shown.canvas.shape[0])

        def fill(slot: Image) -> None:
            np.copyto(slot, shown.canvas)

        serial = self._frames.write(0, _EPOCH, 0.0, size, fill)
        rows = self._child.ask((self._frames.name, serial), timeout_s=_LOOKING_S)
        table = np.asarray(rows, np.float32).reshape(-1, _COLUMNS)
        points = table[:, 4:14].reshape(-1, 5, 2)
        return shown.back(Faces(table[:, :4], points, table[:, 14]))

    def close(self) -> None:
        """End the process and let the memory go."""
        self._child.stop()
        if self._frames is not None:
            self._frames.close()
            self._frames = None


def open_finder(weights: Path | None, sure: float = _SURE) -> MediaPipeFinder:
    """The finder with that file: its own, or the bundle that has it as a member."""
    if weights is None or not weights.is_file():
        raise ModelMissing(
            "There are no weights of MediaPipe's face finder.",
            fix="Get them with 'omnisight models pull face-short-range'.",
        )
    return MediaPipeFinder(weights, sure)


def finder(weights: Path, sure: float) -> Callable[[Question], Any]:
    """What answers over there."""
    mediapipe, detector = _open(weights, sure)
    shared: dict[str, SharedFrames] = {}

    def answer(question: Question) -> Any:
        name, serial = question
        if not name:
            return []
        if name not in shared:
            for old in shared.values():
                old.close()
            shared.clear()
            shared[name] = SharedFrames.attach(name)
        image = shared[name].look(
            lambda frame: np.ascontiguousarray(frame.picture.bgr()[..., ::-1]), serial
        )
        if image is None:
            return []
        picture = mediapipe.Image(image_format=mediapipe.ImageFormat.SRGB, data=image)
        return _rows(detector.detect(picture).detections, image)

    return answer


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


def _rows(found: list[Any], image: NDArray[np.uint8]) -> list[list[float]]:
    """Each face as numbers: its box, its five points, and how sure it is."""
    high, wide = image.shape[:2]
    rows = []
    for one in found:
        box = one.bounding_box
        x, y = box.origin_x, box.origin_y
        spots = np.asarray([[k.x * wide, k.y * high] for k in one.keypoints[:4]], np.float32)
        left, right, nose, mouth = spots
        aside = (right - left) * _MOUTH
        points = np.stack([left, right, nose, mouth - aside, mouth + aside])
        sides = [x, y, x + box.width, y + box.height]
        rows.append([*sides, *points.ravel().tolist(), one.categories[0].score])
    return rows
