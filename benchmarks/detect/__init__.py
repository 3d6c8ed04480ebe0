"""Detection: which engine is the quickest here, and whether it still finds what the others find.

``python -m benchmarks.detect [--quick] [--json]``. The peer is ultralytics with torch, validating the
same weights on the same images in a process of its own. ``omnisight bench detect`` adds what is chosen for
this installation, and why.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import cv2
import numpy as np

from benchmarks.detect.precision import Labelled, mean_precision, read_labels
from benchmarks.detect.views import views
from benchmarks.material import material
from benchmarks.measure import Row, Spread, timed_ms
from omnisight_desktop.core.frame import ArrayPicture
from omnisight_desktop.core.geometry import Boxes
from omnisight_desktop.perception.detect.network import Engine, NetworkDetector
from omnisight_desktop.perception.detect.onnx import OnnxEngine
from omnisight_desktop.perception.detect.openvino import OpenVinoEngine

_FLOOR, _OVERLAP = 0.001, 0.7  # as the framework validates
_ALLOWED = 0.01  # so far the precision may lie below the framework's
_MANNERS = {"YOLO_OFFLINE": "true", "YOLO_AUTOINSTALL": "false", "OMP_WAIT_POLICY": "PASSIVE"}


@dataclass(frozen=True, slots=True)
class _Image:
    picture: ArrayPicture
    truth: Labelled

    @property
    def everywhere(self) -> Boxes:
        return np.asarray([[0, 0, self.picture.width, self.picture.height]], np.float32)


@dataclass(frozen=True, slots=True)
class _Result:
    name: str
    ms: float
    precision: float


def rows(quick: bool) -> list[Row]:
    """Everything that is measured here. As the framework does, each label of a box counts."""
    images = _images()
    (precision, ms), (squares, _) = _peer("yolov8n-dq.pt"), _peer("yolov8n-dq.onnx")
    results = [_measured(name, engine, images, 1 if quick else 3) for name, engine in _candidates()]
    made: list[Row] = []
    for result in results:
        # A network of one size is shown squares, and the framework finds less with it, too.
        theirs = squares if result.name == "onnx" else precision
        made.append(
            {
                "name": f"{result.name}: mAP50 of {len(images)} images",
                "ours": result.precision,
                "peer": theirs,
                "limit": None,
                "ratio": result.precision / theirs,
                "unit": "",
                "goal": f"{_ALLOWED} below at most",
                "met": result.precision >= theirs - _ALLOWED,
            }
        )
        made.append(
            {
                "name": f"{result.name}: an image",
                "ours": result.ms,
                "peer": ms,
                "limit": None,
                "ratio": ms / result.ms,
                "unit": "ms",
                "goal": ">= 1",
                "met": result.ms <= ms,
            }
        )
    return [*made, *views(quick)]


def _candidates() -> list[tuple[str, Engine]]:
    plain, small = material("models", "yolov8n-dq.onnx"), "yolov8n_int8_openvino_model"
    return [
        ("onnx", OnnxEngine(plain, every_label=True)),
        ("openvino", OpenVinoEngine(plain, every_label=True)),
        ("openvino int8", OpenVinoEngine(material("models", small), every_label=True)),
    ]


def _measured(name: str, engine: Engine, images: list[_Image], rounds: int) -> _Result:
    thorough = NetworkDetector(engine, _FLOOR, _OVERLAP)
    found = [thorough.detect(image.picture, image.everywhere) for image in images]
    usual = NetworkDetector(engine, 0.5)
    times = Spread(
        tuple(
            timed_ms(lambda image=image: usual.detect(image.picture, image.everywhere))  # type: ignore[misc]
            for _ in range(rounds)
            for image in images
        )
    )
    return _Result(name, times.p50, mean_precision(found, [image.truth for image in images]))


def _images() -> list[_Image]:
    images = []
    for label in sorted(material("truth", "coco", "labels", "val").glob("*.txt")):
        path = material("truth", "coco", "images", "val", f"{label.stem}.jpg")
        pixels = np.asarray(cv2.imread(str(path)), np.uint8)
        truth = read_labels(label, pixels.shape[1], pixels.shape[0])
        images.append(_Image(ArrayPicture(pixels), truth))
    return images


def _peer(weights: str) -> tuple[float, float]:
    with TemporaryDirectory(prefix="omnisight-bench-") as work:
        told = subprocess.run(
            [
                sys.executable,
                "-m",
                "benchmarks.detect.framework",
                str(material("models", weights)),
                str(material("truth", "coco", "images", "val")),
                str(material("truth", "coco", "labels", "val")),
                work,
            ],
            check=True,
            capture_output=True,
            text=True,
            cwd=Path(__file__).parents[2],
            env={**os.environ, **_MANNERS},
        )
    answer = json.loads(told.stdout.strip().splitlines()[-1])
    return float(answer["map50"]), float(answer["ms"])
