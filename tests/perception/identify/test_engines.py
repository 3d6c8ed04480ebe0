"""Finders and embedders: one contract for all of them, on real photographs and on odd pictures."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import cv2
import numpy as np
import pytest

from omnisight_desktop.core.errors import ModelCorrupt, ModelMissing
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.ports.faces import FaceFinder
from omnisight_desktop.perception.identify import EMBEDDERS, FINDERS
from omnisight_desktop.perception.identify.choose import choose_reader, chosen_model
from omnisight_desktop.perception.identify.deepface import KINDS
from omnisight_desktop.perception.identify.deepface import open_embedder as open_deepface
from omnisight_desktop.perception.identify.faint import to_unit
from omnisight_desktop.perception.manifest import load_manifest
from omnisight_desktop.perception.weights import Weights
from tests.material import need
from tests.perception.identify import networks

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
FILES = {
    "yunet": "face_detection_yunet_2023mar.onnx",
    "scrfd": "scrfd_2.5g_bnkps.onnx",
    "mediapipe": "face_landmarker.task",
}


def photograph(number: int, longest: int = 400) -> Image:
    image = cv2.imread(str(need("truth", "faces", f"img{number}.jpg")))
    assert image is not None
    scale = longest / max(image.shape[:2])
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.uint8)


def test_every_finder_is_here() -> None:
    assert FINDERS.names() == list(FILES)
    assert EMBEDDERS.names() == ["deepface", "arcface"]


@pytest.mark.parametrize("name", FILES)
def test_a_finder_finds_the_face_of_a_photograph_and_nothing_where_there_is_none(name: str) -> None:
    finder: FaceFinder = FINDERS.load(name)(need("models", FILES[name]))
    try:
        insist_finds(finder)
    finally:
        getattr(finder, "close", lambda: None)()  # one has a process of its own


def insist_finds(finder: FaceFinder) -> None:
    image = photograph(5)
    faces = finder.find(image)
    row = faces.largest
    left, right, nose, *mouth = faces.points[row]
    assert left[0] < nose[0] < right[0]
    assert max(left[1], right[1]) < nose[1] < min(point[1] for point in mouth)
    x1, y1, x2, y2 = faces.boxes[row]
    assert x1 < nose[0] < x2
    assert y1 < nose[1] < y2
    assert np.all(faces.boxes >= 0)
    assert faces.boxes[:, 2].max() <= image.shape[1]
    for odd in (np.full((240, 320, 3), 90, np.uint8), image[:1, :1], image[:5], image[:, :3]):
        assert len(finder.find(odd)) == 0


@pytest.mark.parametrize("name", FILES)
def test_a_finder_without_its_file_or_with_a_wrong_one_says_so(name: str, tmp_path: Path) -> None:
    factory = FINDERS.load(name)
    with pytest.raises(ModelMissing):
        factory(None)
    wrong = tmp_path / "wrong.onnx"
    wrong.write_bytes(b"no network at all" * 20)
    with pytest.raises(ModelCorrupt):
        factory(wrong)


def test_where_eyes_lie_in_a_head_that_leans_is_seen() -> None:
    weights = Weights((need("models"),), load_manifest())
    reader = choose_reader("yunet", "mobilefacenet_arcface.onnx", weights)
    image = photograph(5)
    middle = (image.shape[1] / 2, image.shape[0] / 2)
    upright = reader.embed(reader.look(image)[:1], NOON)[0]
    for degrees in (-35, 30):
        turn = cv2.getRotationMatrix2D(middle, degrees, 0.7)
        leaning = cv2.warpAffine(image, turn, (image.shape[1], image.shape[0]))
        look = reader.embed(reader.look(np.asarray(leaning, np.uint8))[:1], NOON)[0]
        assert float(look.vector @ upright.vector) > 0.6


def test_real_faces_are_told_apart() -> None:
    weights = Weights((need("models"),), load_manifest())
    reader = choose_reader("auto", "auto", weights)
    vectors = [
        reader.embed(reader.look(photograph(number))[:1], NOON)[0].vector for number in (5, 11, 25)
    ]
    assert float(vectors[0] @ vectors[1]) > reader.embedder.scale.same + 0.1
    assert float(vectors[0] @ vectors[2]) < reader.embedder.scale.far
    assert reader.embedder.name == "mobilefacenet_arcface"
    assert reader.embedder.dimensions == 128


def test_a_poor_look_is_weaker_than_a_clear_one() -> None:
    weights = Weights((need("models"),), load_manifest())
    reader = choose_reader("yunet", "auto", weights)
    image = photograph(5)
    clear = reader.embed(reader.look(image)[:1], NOON)[0]
    blurred = np.asarray(cv2.GaussianBlur(image, (0, 0), 7), np.uint8)
    poor = reader.embed(reader.look(blurred)[:1], NOON)[0]
    assert poor.weight < clear.weight / 3


@pytest.mark.parametrize("kind", ["facenet512", "sface"])
def test_faces_embedded_together_are_as_those_embedded_alone(kind: str, tmp_path: Path) -> None:
    made = {"facenet512": networks.facenet512, "sface": networks.sface}[kind]
    embedder = open_deepface(made(tmp_path / "n.onnx"), kind)
    wide, high = KINDS[kind].size
    dice = np.random.default_rng(3)
    chips = [dice.random((high, wide, 3)).astype(np.float32) for _ in range(4)]
    together = embedder.embed(chips)
    assert together.shape == (4, KINDS[kind].dimensions)
    for chip, row in zip(chips, together, strict=True):
        np.testing.assert_allclose(embedder.embed([chip])[0], row, atol=1e-5)
    assert embedder.embed([]).shape == (0, KINDS[kind].dimensions)


def test_a_network_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelCorrupt, match="another kind"):
        open_deepface(networks.sface(tmp_path / "s.onnx"), "facenet512")
    with pytest.raises(ModelCorrupt, match="another kind"):
        EMBEDDERS.load("arcface")(networks.facenet512(tmp_path / "f.onnx"), "f")
    with pytest.raises(ModelMissing, match="facenet512"):
        open_deepface(None, "facenet512")


def test_an_arcface_network_that_wants_its_pictures_around_zero_gets_them_so(
    tmp_path: Path,
) -> None:
    embedder = EMBEDDERS.load("arcface")(networks.arcface(tmp_path / "a.onnx"), "a")
    grey = np.full((112, 112, 3), 128, np.uint8)
    assert float(np.abs(embedder.embed([grey])).max()) < 0.2  # nearly nothing goes in


def test_the_default_is_taken_where_it_is_and_what_is_there_where_it_is_not(
    tmp_path: Path,
) -> None:
    weights = Weights((tmp_path,), load_manifest())
    with pytest.raises(ModelMissing, match="tell faces apart"):
        chosen_model("auto", weights)
    networks.arcface(tmp_path / "my_arcface.onnx")
    assert chosen_model("auto", weights)[:2] == ("arcface", "my_arcface")
    networks.facenet512(tmp_path / "facenet512_weights.onnx")
    assert chosen_model("auto", weights)[:2] == ("deepface", "facenet512")
    assert chosen_model("my_arcface.onnx", weights)[0] == "arcface"


_ASK = """
import json, sys
from deepface import DeepFace
found = DeepFace.represent(sys.argv[1], model_name="Facenet512", detector_backend="yunet")
print(json.dumps([[one["facial_area"], one["embedding"]] for one in found]))
"""


def test_vectors_are_those_that_deepface_itself_makes(tmp_path: Path) -> None:
    """With DeepFace in a process of its own, on a network of the same name and shape."""
    weights = tmp_path / ".deepface" / "weights"
    weights.mkdir(parents=True)
    network = networks.facenet512(weights / "facenet512_weights.onnx")
    shutil.copy(need("models", FILES["yunet"]), weights)
    image = photograph(17, 640)
    file = tmp_path / "photo.png"
    cv2.imwrite(str(file), image)
    told = subprocess.run(
        [sys.executable, "-c", _ASK, str(file)],
        env={"DEEPFACE_HOME": str(tmp_path), "DEEPFACE_BACKEND_ENGINE": "onnx", "PATH": "/usr/bin"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    ((area, theirs),) = json.loads(told.stdout.splitlines()[-1])
    embedder = open_deepface(network, "facenet512")
    box = np.asarray(
        [area["x"], area["y"], area["x"] + area["w"], area["y"] + area["h"]], np.float32
    )
    points = np.zeros((5, 2), np.float32)
    points[0], points[1] = area["right_eye"], area["left_eye"]
    ours = embedder.embed([embedder.cut(image, box, points)])[0]
    np.testing.assert_allclose(ours, np.asarray(theirs, np.float32), atol=2e-5)
    assert float(to_unit(ours) @ to_unit(np.asarray(theirs, np.float32))) > 0.999999
