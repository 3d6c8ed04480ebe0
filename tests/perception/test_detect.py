"""Detectors: every one keeps the same promises, and what cannot be loaded is said in words."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from onnx import TensorProto, helper, numpy_helper

from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.errors import ModelCorrupt, ModelMissing, NotFound
from omnisight_desktop.core.frame import ArrayPicture, ToldPicture
from omnisight_desktop.core.geometry import EMPTY_BOXES, iou
from omnisight_desktop.core.ports.vision import Detector
from omnisight_desktop.perception.detect import DETECTORS
from omnisight_desktop.perception.detect.choose import Wish, choose_detector
from omnisight_desktop.perception.detect.heads import anchors_in, rows_of_parts, rows_of_whole
from omnisight_desktop.perception.detect.onnx import open_detector
from tests.material import need

#: The four people in the photograph, roughly; the last one stands half outside.
PEOPLE = [(50, 400, 245, 903), (222, 405, 345, 860), (669, 391, 809, 877)]


def photograph() -> ArrayPicture:
    package = find_spec("ultralytics")
    assert package is not None
    assert package.submodule_search_locations
    image = cv2.imread(str(Path(package.submodule_search_locations[0]) / "assets" / "bus.jpg"))
    assert image is not None
    return ArrayPicture(np.asarray(image, np.uint8))


def everywhere(picture: ArrayPicture) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.asarray([[0, 0, picture.width, picture.height]], np.float32)


def weights() -> Path:
    return need("models", "yolov8n-dq.onnx")


@pytest.fixture(params=DETECTORS.names())
def detector(request: pytest.FixtureRequest) -> Iterator[Detector]:
    file = {"ultralytics": "yolov8n-dq.pt", "hog": "", "camera": ""}.get(
        request.param, "yolov8n-dq.onnx"
    )
    made: Any = DETECTORS.load(request.param)(need("models", file) if file else None, 0.5)
    yield made
    if hasattr(made, "close"):
        made.close()


def test_where_nothing_is_to_be_looked_at_nothing_is_found(detector: Detector) -> None:
    assert len(detector.detect(photograph(), EMPTY_BOXES)) == 0


def test_boxes_lie_in_the_picture_and_scores_between_0_and_1(detector: Detector) -> None:
    picture = photograph()
    found = detector.detect(picture, everywhere(picture))
    assert "person" in detector.names
    assert (found.boxes >= 0).all()
    assert (found.boxes[:, [0, 2]] <= picture.width).all()
    assert (found.boxes[:, [1, 3]] <= picture.height).all()
    assert ((found.scores >= 0.5) & (found.scores <= 1)).all()


def test_a_plain_wall_holds_nobody(detector: Detector) -> None:
    wall = ArrayPicture(np.full((480, 640, 3), 128, np.uint8))
    assert len(detector.detect(wall, everywhere(wall))) == 0


def test_yolo_finds_everybody_in_the_photograph() -> None:
    picture = photograph()
    found = open_detector(weights(), 0.5).detect(picture, everywhere(picture))
    people = found.where(np.asarray([found.name_of(i) == "person" for i in range(len(found))]))
    overlap = iou(np.asarray(PEOPLE, np.float32), people.boxes)
    assert (overlap.max(axis=1) > 0.8).all()
    assert any(found.name_of(i) == "bus" for i in range(len(found)))


def test_every_engine_finds_the_same() -> None:
    """Within what rounding and another way of fitting a picture into a square bring along."""
    picture = photograph()
    onnx = DETECTORS.load("onnx")(weights(), 0.5).detect(picture, everywhere(picture))
    quick = DETECTORS.load("openvino")(weights(), 0.5).detect(picture, everywhere(picture))
    trained = DETECTORS.load("ultralytics")(need("models", "yolov8n-dq.pt"), 0.5)
    try:
        slow = trained.detect(picture, everywhere(picture))
    finally:
        trained.close()
    for other in (quick, slow):
        pairs = iou(onnx.boxes, other.boxes)
        alike = pairs.argmax(axis=1)
        sure = onnx.scores > 0.6
        assert (pairs.max(axis=1)[sure] > 0.9).all()
        assert all(
            onnx.name_of(row) == other.name_of(int(alike[row])) for row in np.flatnonzero(sure)
        )
        assert np.abs(onnx.scores - other.scores[alike])[sure].max() < 0.12


def test_both_kinds_of_whole_head_give_the_same_rows() -> None:
    classic = np.zeros((6, 3), np.float32)  # 4 sides and 2 classes, 3 places
    classic[:, 0] = (50, 60, 20, 40, 0.9, 0.1)
    classic[:, 1] = (10, 10, 4, 4, 0.2, 0.7)
    classic[:, 2] = (10, 10, 4, 4, 0.2, 0.3)
    boxes, scores, labels = rows_of_whole(classic, 0.5)
    assert boxes.tolist() == [[40, 40, 60, 80], [8, 8, 12, 12]]
    assert scores.tolist() == pytest.approx([0.9, 0.7])
    assert labels.tolist() == [0, 1]
    ended = np.asarray([[40, 40, 60, 80, 0.9, 0], [8, 8, 12, 12, 0.7, 1], [0, 0, 1, 1, 0.1, 1]])
    again = rows_of_whole(ended.astype(np.float32), 0.5)
    assert np.allclose(again[0], boxes)
    assert again[2].tolist() == labels.tolist()


def test_a_head_that_was_cut_off_is_worked_out_alike() -> None:
    size = 64, 32
    anchors = anchors_in(size)
    assert anchors == 8 * 4 + 4 * 2 + 2 * 1
    sides = np.full((64, anchors), -20, np.float32)
    classes = np.full((3, anchors), -9, np.float32)
    row = 8 + 3  # the second line of cells of 8 pixels, the fourth in it: its middle is (28, 12)
    for side, steps in enumerate((1, 1, 2, 3)):  # left, top, right and bottom, in cells
        sides[16 * side + steps, row] = 20
    classes[2, row] = np.log(0.8 / 0.2)
    boxes, scores, labels = rows_of_parts(sides, classes, size, 0.5)
    assert boxes.tolist() == [pytest.approx([20, 4, 44, 36], abs=1e-3)]
    assert scores.tolist() == pytest.approx([0.8])
    assert labels.tolist() == [2]


@pytest.mark.parametrize("backend", ["onnx", "openvino"])
@pytest.mark.parametrize("ending", ["classic", "ended"])
def test_a_network_of_either_kind_is_run(tmp_path: Path, backend: str, ending: str) -> None:
    """A tiny network that says the same of every picture: one thing of the second class."""
    path = tiny_network(tmp_path / "tiny.onnx", ending)
    made: Detector = DETECTORS.load(backend)(path, 0.5)
    picture = ArrayPicture(np.full((64, 128, 3), 200, np.uint8))
    found = made.detect(picture, everywhere(picture))
    assert made.names == ("cat", "dog")
    assert [found.name_of(i) for i in range(len(found))] == ["dog"]
    assert found.boxes.tolist() == [pytest.approx([20, 10, 40, 50], abs=0.01)]
    assert found.scores.tolist() == pytest.approx([0.9])


def tiny_network(path: Path, ending: str) -> Path:
    """An ONNX file of 64 x 64 pixels; its picture is looked at, and does not matter."""
    if ending == "classic":
        rows = np.zeros((1, 6, 4), np.float32)
        rows[0, :, 1] = (15, 31, 10, 20, 0.05, 0.9)
    else:
        rows = np.zeros((1, 4, 6), np.float32)
        rows[0, 1] = (10, 21, 20, 41, 0.9, 1)
    told = numpy_helper.from_array(rows, "told")
    axes = numpy_helper.from_array(np.asarray([1, 2, 3], np.int64), "axes")
    nothing = numpy_helper.from_array(np.zeros((1, 1, 1), np.float32), "nothing")
    shape = numpy_helper.from_array(np.asarray([1, 1, 1], np.int64), "shape")
    nodes = [
        helper.make_node("ReduceMean", ["images", "axes"], ["mean"], keepdims=1),
        helper.make_node("Reshape", ["mean", "shape"], ["flat"]),
        helper.make_node("Mul", ["flat", "nothing"], ["zero"]),
        helper.make_node("Add", ["told", "zero"], ["output0"]),
    ]
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info("images", TensorProto.FLOAT, [1, 3, 64, 64])],
        [helper.make_tensor_value_info("output0", TensorProto.FLOAT, list(rows.shape))],
        [told, axes, nothing, shape],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    helper.set_model_props(model, {"names": "{0: 'cat', 1: 'dog'}"})
    path.write_bytes(model.SerializeToString())
    return path


def test_what_the_camera_says_itself_is_passed_through() -> None:
    told = Detections.of("person", [[1, 2, 30, 40], [5, 5, 9, 9]], [0.9, 0.2])
    picture = ToldPicture(ArrayPicture(np.zeros((60, 80, 3), np.uint8)), told)
    detector: Detector = DETECTORS.load("camera")(None, 0.5)
    assert detector.detect(picture, EMPTY_BOXES).boxes.tolist() == [[1, 2, 30, 40]]
    assert len(detector.detect(photograph(), EMPTY_BOXES)) == 0


def test_a_file_that_is_no_network_is_said_in_words(tmp_path: Path) -> None:
    path = tmp_path / "broken.onnx"
    path.write_bytes(b"this is no network")
    with pytest.raises(ModelCorrupt, match=r"broken\.onnx"):
        open_detector(path, 0.5)
    with pytest.raises(ModelMissing):
        open_detector(tmp_path / "missing.onnx", 0.5)


def test_without_weights_people_are_found_all_the_same_and_it_is_said() -> None:
    def nothing(name: str) -> Path:
        raise ModelMissing(f"The model '{name}' is not here.", fix="Pull it.")

    name, detector, reason = choose_detector(Wish("auto", "yolov8n", 0.5), nothing)
    assert (name, detector.names) == ("hog", ("person",))
    assert reason == "The model 'yolov8n' is not here. Pull it."
    with pytest.raises(ModelMissing):
        choose_detector(Wish("onnx", "yolov8n", 0.5), nothing)
    with pytest.raises(NotFound, match="no detector called 'magic'"):
        choose_detector(Wish("magic", "yolov8n", 0.5), nothing)


def test_openvino_tells_nobody_that_it_was_loaded() -> None:
    looking = (
        "from omnisight_desktop.perception.detect import openvino\n"
        "openvino._library()\n"
        "import openvino.tools.ovc as ovc\n"
        "print(type(ovc.telemetry).__module__)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", looking], capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.strip() == "openvino.tools.ovc.telemetry_stub"
