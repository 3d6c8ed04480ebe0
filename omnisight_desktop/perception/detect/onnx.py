"""YOLO through ONNX Runtime: heads of the v8 and v11 kind, and those that end without suppression."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.errors import BackendUnavailable, ModelCorrupt, ModelMissing
from omnisight_desktop.core.frame import Image, Picture
from omnisight_desktop.core.geometry import Boxes, clip, suppress

_OVERLAP = 0.5
_MOST = 300


class OnnxDetector:
    """One network with a fixed input shape, kept warm."""

    def __init__(self, weights: Path, score: float) -> None:
        self._session = _session(weights)
        shape = self._session.get_inputs()[0].shape
        if len(shape) != 4 or not all(isinstance(side, int) for side in shape[2:]):
            raise ModelCorrupt(
                f"{weights.name} has no fixed input size.",
                fix="Export it with a fixed size: yolo export format=onnx dynamic=False.",
            )
        self._input = self._session.get_inputs()[0].name
        self._height, self._width = int(shape[2]), int(shape[3])
        self._score = score
        self._names = _names(self._session)

    @property
    def names(self) -> tuple[str, ...]:
        return self._names

    def detect(self, picture: Picture, regions: Boxes) -> Detections:
        if not len(regions):
            return Detections.none(self._names)
        tensor, scale, left, top = self._letterbox(picture.bgr())
        (output,) = self._session.run(None, {self._input: tensor})
        boxes, scores, labels = _rows(np.asarray(output[0], np.float32), self._score)
        boxes = (boxes - np.asarray([left, top, left, top], np.float32)) / scale
        boxes = clip(np.asarray(boxes, np.float32), picture.width, picture.height)
        # Shifting each class far away from the others makes one suppression serve them all.
        shifted = boxes + (labels[:, None] * 2.0 * max(picture.width, picture.height))
        kept = suppress(np.asarray(shifted, np.float32), scores, _OVERLAP)
        return Detections(boxes, scores, labels, self._names).where(kept)

    def _letterbox(self, image: Image) -> tuple[NDArray[np.float32], float, int, int]:
        height, width = image.shape[:2]
        scale = min(self._width / width, self._height / height)
        size = max(1, round(width * scale)), max(1, round(height * scale))
        left, top = (self._width - size[0]) // 2, (self._height - size[1]) // 2
        canvas = np.full((self._height, self._width, 3), 114, np.uint8)
        canvas[top : top + size[1], left : left + size[0]] = cv2.resize(image, size)
        planes = canvas[..., ::-1].transpose(2, 0, 1)[None]
        return np.ascontiguousarray(planes, np.float32) / np.float32(255), scale, left, top


def open_detector(weights: Path | None, score: float) -> OnnxDetector:
    """The network in that file."""
    if weights is None or not weights.is_file():
        raise ModelMissing(
            "There are no detection weights.", fix="Get them with 'omnisight models pull yolov8n'."
        )
    return OnnxDetector(weights, score)


def _session(weights: Path) -> Any:
    try:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 0
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        return onnxruntime.InferenceSession(
            str(weights), options, providers=onnxruntime.get_available_providers()
        )
    except ImportError as error:
        raise BackendUnavailable(
            f"ONNX Runtime cannot be loaded: {error}.",
            fix="pip install --force-reinstall onnxruntime",
        ) from error
    except Exception as error:
        raise ModelCorrupt(
            f"{weights.name} cannot be loaded as a network: {error}.",
            fix=f"Check it with 'omnisight models verify {weights.stem}'.",
        ) from error


def _names(session: Any) -> tuple[str, ...]:
    told = session.get_modelmeta().custom_metadata_map.get("names")
    if told:
        names = ast.literal_eval(told)
        return tuple(str(names[i]) for i in sorted(names))
    count = session.get_outputs()[0].shape[1]
    return tuple(f"class {i}" for i in range(count - 4 if isinstance(count, int) else 80))


def _rows(
    output: NDArray[np.float32], floor: float
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.int32]]:
    """Corner boxes, scores and labels, from either kind of head, above the floor."""
    if output.shape[1] == 6:  # x1 y1 x2 y2 score label: the network suppressed by itself
        output = output[output[:, 4] >= floor]
        return output[:, :4], output[:, 4], output[:, 5].astype(np.int32)
    best = output[4:].max(axis=0)
    rows = np.flatnonzero(best >= floor)
    rows = rows[np.argsort(-best[rows])[:_MOST]]
    labels = output[4:, rows].argmax(axis=0).astype(np.int32)
    x, y, w, h = output[:4, rows]
    boxes = np.stack([x - w / 2, y - h / 2, x + w / 2, y + h / 2], axis=1)
    return boxes, best[rows], labels
