"""YOLO through ONNX Runtime: runs everywhere, on whatever accelerator its build knows."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from omnisight_desktop.core.errors import ModelCorrupt, ModelMissing
from omnisight_desktop.core.frame import Image
from omnisight_desktop.perception.detect.heads import Rows, rows_of_whole
from omnisight_desktop.perception.detect.network import NetworkDetector
from omnisight_desktop.perception.onnx import open_session


class OnnxEngine:
    """One network with a fixed input shape, kept warm."""

    bends = False

    def __init__(self, weights: Path, *, every_label: bool = False) -> None:
        self._every_label = every_label
        self._session = open_session(weights)
        if len(self._session.get_outputs()) != 1:
            raise ModelCorrupt(
                f"{weights.name} is a network of another kind: it has more than one output.",
                fix="Choose a model for detection, not for outlines or poses.",
            )
        shape = self._session.get_inputs()[0].shape
        if len(shape) != 4 or not all(isinstance(side, int) for side in shape[2:]):
            raise ModelCorrupt(
                f"{weights.name} has no fixed input size.",
                fix="Export it with a fixed size: yolo export format=onnx dynamic=False.",
            )
        self._input = self._session.get_inputs()[0].name
        self.own_size = int(shape[3]), int(shape[2])
        self.side = max(self.own_size)
        self.names = _names(self._session)
        self.computes_on = str(self._session.get_providers()[0])

    def run(self, canvas: Image, floor: float) -> Rows:
        tensor = cv2.dnn.blobFromImage(canvas, 1 / 255, swapRB=True)
        (output,) = self._session.run(None, {self._input: tensor})
        return rows_of_whole(
            np.asarray(output[0], np.float32), floor, every_label=self._every_label
        )


def open_detector(weights: Path | None, score: float) -> NetworkDetector:
    """The network in that file."""
    if weights is None or not weights.is_file():
        raise ModelMissing(
            "There are no detection weights.", fix="Get them with 'omnisight models pull yolov8n'."
        )
    return NetworkDetector(OnnxEngine(weights), score)


def _names(session: Any) -> tuple[str, ...]:
    told = session.get_modelmeta().custom_metadata_map.get("names")
    if told:
        names = ast.literal_eval(told)
        return tuple(str(names[i]) for i in sorted(names))
    count = session.get_outputs()[0].shape[1]
    return tuple(f"class {i}" for i in range(count - 4 if isinstance(count, int) else 80))
