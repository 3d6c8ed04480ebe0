"""The pairs of photographs as they are: our decisions beside DeepFace.verify on the same vectors."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from benchmarks.faces.passages import reader
from benchmarks.material import material
from benchmarks.measure import Row, row
from omnisight_desktop.services.pairs import evaluate

_THRESHOLD = 0.6
_NOW = datetime(2026, 5, 3, 12, tzinfo=UTC)


def as_they_are() -> list[Row]:
    """Accuracy, false accepts and rejects, and the area under the curve."""
    engines = reader()
    file = material("truth", "faces", "pairs.csv")
    told = evaluate(file, engines, _THRESHOLD, _NOW)
    theirs = _verified(file, {p["a"] for p in told["pairs"]} | {p["b"] for p in told["pairs"]})
    same = np.asarray([pair["same"] for pair in told["pairs"]])
    verified = np.asarray(theirs)
    peer = {
        "accuracy": float((verified == same).mean()),
        "far": float(verified[~same].mean()),
        "frr": float((~verified[same]).mean()),
    }
    pairs = len(same)
    return [
        row(
            f"{pairs} pairs as they are: accuracy",
            told["accuracy"],
            peer=peer["accuracy"],
            goal="not worse than DeepFace.verify",
            met=told["accuracy"] >= peer["accuracy"],
        ),
        row("  others taken for one", told["far"], peer=peer["far"], goal="told only"),
        row("  one taken for others", told["frr"], peer=peer["frr"], goal="told only"),
        row("  area under the curve", told["auc"], goal="told only"),
    ]


def _verified(file: Path, photos: set[str]) -> list[bool]:
    """What DeepFace says of each pair, given the very vectors that we made."""
    import cv2

    engines = reader()
    vectors: dict[str, list[float]] = {}
    for photo in photos:
        image = cv2.imread(str(file.parent / photo))
        seen = engines.look(np.asarray(image, np.uint8))
        vectors[photo] = engines.embed(seen[:1], _NOW)[0].vector.astype(float).tolist()
    with file.open(newline="") as lines:
        pairs = [(line["file_x"], line["file_y"]) for line in csv.DictReader(lines)]
    with TemporaryDirectory(prefix="omnisight-bench-") as folder:
        weights = Path(folder) / ".deepface" / "weights"
        weights.mkdir(parents=True)
        _stand_in(weights / "face_recognition_sface_2021dec.onnx")
        done = subprocess.run(
            [sys.executable, str(Path(__file__).with_name("peer.py"))],
            input=json.dumps([[vectors[a], vectors[b]] for a, b in pairs]),
            env={
                "DEEPFACE_HOME": folder,
                "DEEPFACE_BACKEND_ENGINE": "onnx",
                "PATH": "/usr/bin:/bin",
            },
            capture_output=True,
            text=True,
            check=True,
        )
    return [bool(one) for one in json.loads(done.stdout.splitlines()[-1])]


def _stand_in(path: Path) -> None:
    """A network that says how long the vectors are; nobody runs it."""
    nodes = [
        helper.make_node("Flatten", ["data"], ["flat"]),
        helper.make_node("Gemm", ["flat", "weights"], ["vector"]),
    ]
    graph = helper.make_graph(
        nodes,
        "stand-in",
        [helper.make_tensor_value_info("data", TensorProto.FLOAT, [1, 3, 112, 112])],
        [helper.make_tensor_value_info("vector", TensorProto.FLOAT, [1, 128])],
        [numpy_helper.from_array(np.zeros((3 * 112 * 112, 128), np.float32), "weights")],
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.save(made, str(path))
