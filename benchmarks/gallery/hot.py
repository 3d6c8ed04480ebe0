"""One face from the crop to the decision: ours beside DeepFace's represent and verify."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import cv2
import numpy as np

from benchmarks.gallery.network import facenet512
from benchmarks.material import material
from benchmarks.measure import Row, Spread, load, row, timed_ms
from omnisight_desktop.core.face import Face, FaceKind
from omnisight_desktop.core.frame import Image
from omnisight_desktop.perception.identify.deepface import open_embedder
from omnisight_desktop.perception.identify.faint import to_unit
from omnisight_desktop.perception.identify.gallery import Gallery
from omnisight_desktop.perception.identify.reader import FaceReader
from omnisight_desktop.perception.identify.template import Template
from omnisight_desktop.perception.identify.yunet import open_finder
from omnisight_desktop.storage.vectors import CodeIndex

_NOW = datetime(2026, 5, 3, 12, tzinfo=UTC)
_PEOPLE, _VIEWS = 1000, 5
_YUNET = "face_detection_yunet_2023mar.onnx"
_AS_SEEN_PX = 320  # how large the crop of somebody is at a door


def hot_path(rounds: int) -> list[Row]:
    """Both find the face, align it, embed it with the same network, and decide."""
    with TemporaryDirectory(prefix="omnisight-bench-") as folder:
        home = Path(folder)
        weights = home / ".deepface" / "weights"
        weights.mkdir(parents=True)
        network = facenet512(weights / "facenet512_weights.onnx")
        shutil.copy(material("models", _YUNET), weights)
        crop = home / "crop.png"
        cv2.imwrite(str(crop), _crop())
        return _measured(network, crop, home, rounds)


def _measured(network: Path, crop: Path, home: Path, rounds: int) -> list[Row]:
    image = np.asarray(cv2.imread(str(crop)), np.uint8)
    reader = FaceReader(
        open_finder(material("models", _YUNET)), open_embedder(network, "facenet512")
    )
    gallery = _gallery(reader)

    def ours() -> None:
        template = Template()
        template.add(reader.embed(reader.look(image)[:1], _NOW)[0])
        gallery.decide(template)

    mine: list[float] = []
    theirs: list[float] = []
    alike = 0.0
    with _peer(home, crop) as peer:
        assert peer.stdin is not None
        assert peer.stdout is not None
        ours()
        for _ in range(rounds):
            mine.append(timed_ms(ours))
            peer.stdin.write("go\n")
            peer.stdin.flush()
            told = json.loads(peer.stdout.readline())
            theirs.append(told["ms"])
            alike = _alike(told, reader, image)
        peer.stdin.close()
    print(f"hot path: {rounds} rounds, {load()}", file=sys.stderr, flush=True)
    return [
        row(
            f"a crop to a decision among {_PEOPLE} people, median",
            Spread(tuple(mine)).p50,
            peer=Spread(tuple(theirs)).p50,
            ratio=Spread(tuple(theirs)).p50 / Spread(tuple(mine)).p50,
            unit="ms",
            goal="DeepFace verifies one pair alone",
        ),
        row(
            "  both made the same of the same face",
            alike,
            unit="cosine",
            goal="> 0.99999",
            met=alike > 0.99999,
        ),
    ]


def _alike(told: dict[str, object], reader: FaceReader, image: Image) -> float:
    """How near the two vectors are, of the very face that DeepFace found."""
    area = told["area"]
    assert isinstance(area, dict)
    box = np.asarray(
        [area["x"], area["y"], area["x"] + area["w"], area["y"] + area["h"]], np.float32
    )
    points = np.zeros((5, 2), np.float32)
    points[0], points[1] = area["right_eye"], area["left_eye"]
    made = reader.embedder.embed([reader.embedder.cut(image, box, points)])
    return float(to_unit(made)[0] @ to_unit(np.asarray([told["embedding"]], np.float32))[0])


def _gallery(reader: FaceReader) -> Gallery:
    dice = np.random.default_rng(5)
    embedder = reader.embedder
    gallery = Gallery(embedder.name, embedder.scale, lambda: CodeIndex(embedder.dimensions))
    vectors = to_unit(
        dice.standard_normal((_PEOPLE * _VIEWS, embedder.dimensions)).astype(np.float32)
    )
    gallery.put(
        Face(str(number), FaceKind.SEEN, embedder.name, vector, 0.9, _NOW, f"P{number // _VIEWS}")
        for number, vector in enumerate(vectors)
    )
    return gallery


def _crop() -> Image:
    image = cv2.imread(str(material("truth", "faces", "img17.jpg")))
    assert image is not None
    scale = _AS_SEEN_PX / max(image.shape[:2])
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.uint8)


def _peer(home: Path, crop: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("peer.py")), str(crop)],
        env={
            "DEEPFACE_HOME": str(home),
            "DEEPFACE_BACKEND_ENGINE": "onnx",
            "PATH": "/usr/bin:/bin",
        },
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
