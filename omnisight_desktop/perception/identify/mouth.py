"""How far mouths are open, by MediaPipe's face landmarks, in a process of their own.

Asked about a few small pictures at once, and only when somebody has spoken; without anything to ask it
ends soon and gives its memory back.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import BackendUnavailable, ModelCorrupt
from omnisight_desktop.core.frame import Image
from omnisight_desktop.flow.child import hush
from omnisight_desktop.flow.process import Child

_UPPER, _LOWER, _TOP, _CHIN = 13, 14, 10, 152  # the inner lips, and how long the face is
_SURE = 0.3  # it is told only of pictures in which a face was found
_PATIENCE_S = 60.0  # loading included
_IDLE_S = 120.0

Openings = tuple[float | None, ...]


class MouthReader:
    """Hands pictures of faces over, each of one face with something around it."""

    def __init__(self, weights: Path) -> None:
        self._child: Child[tuple[Image, ...], Openings] = Child(
            "watching mouths",
            "omnisight_desktop.perception.identify.mouth:reader",
            arguments=(weights,),
            idle_s=_IDLE_S,
            quiet=True,
        )

    def openings(self, faces: Sequence[Image]) -> Openings:
        """Between the lips, as a share of the face's length; nothing where none is to be seen."""
        return self._child.ask(tuple(faces), _PATIENCE_S) if faces else ()

    def close(self) -> None:
        """End the process."""
        self._child.stop()


def reader(weights: Path) -> Callable[[tuple[Image, ...]], Openings]:
    """What answers over there."""
    hush()
    try:
        mediapipe = importlib.import_module("mediapipe")
        tasks = importlib.import_module("mediapipe.tasks.python")
    except ImportError as error:
        raise BackendUnavailable(
            f"MediaPipe cannot be loaded: {error}.",
            fix="pip install --force-reinstall mediapipe",
        ) from error
    vision = tasks.vision
    try:
        options = vision.FaceLandmarkerOptions(
            base_options=tasks.BaseOptions(model_asset_buffer=weights.read_bytes()),
            min_face_detection_confidence=_SURE,
        )
        landmarker = vision.FaceLandmarker.create_from_options(options)
    except (ValueError, RuntimeError, OSError) as error:
        first = next(iter(str(error).splitlines()), "") or type(error).__name__
        raise ModelCorrupt(
            f"{weights.name} cannot be loaded as face landmarks: {first}.",
            fix="Get it anew with 'omnisight models pull face-landmarks'.",
        ) from error

    def opening(face: Image) -> float | None:
        shown = np.ascontiguousarray(face[..., ::-1])
        image = mediapipe.Image(image_format=mediapipe.ImageFormat.SRGB, data=shown)
        found = landmarker.detect(image).face_landmarks
        return _opening(found[0], shown.shape) if found else None

    return lambda faces: tuple(opening(face) for face in faces)


def _opening(marks: Any, shape: tuple[int, ...]) -> float | None:
    def place(mark: int) -> NDArray[np.float64]:
        return np.asarray([marks[mark].x * shape[1], marks[mark].y * shape[0]], np.float64)

    length = float(np.linalg.norm(place(_TOP) - place(_CHIN)))
    gap = float(np.linalg.norm(place(_UPPER) - place(_LOWER)))
    return gap / length if length >= 1 else None
