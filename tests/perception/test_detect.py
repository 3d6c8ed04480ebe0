"""Detectors: every one keeps the same promises, and what cannot be loaded is said in words."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import cv2
import numpy as np
import pytest

from omnisight_desktop.core.errors import ModelCorrupt, ModelMissing, NotFound
from omnisight_desktop.core.frame import ArrayPicture
from omnisight_desktop.core.geometry import EMPTY_BOXES, iou
from omnisight_desktop.core.ports.vision import Detector
from omnisight_desktop.perception.detect import DETECTORS
from omnisight_desktop.perception.detect.choose import choose_detector
from omnisight_desktop.perception.detect.onnx import _rows, open_detector
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
def detector(request: pytest.FixtureRequest) -> Detector:
    path = weights() if request.param != "hog" else None
    made: Detector = DETECTORS.load(request.param)(path, 0.5)
    return made


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


def test_both_kinds_of_head_give_the_same_rows() -> None:
    classic = np.zeros((6, 3), np.float32)  # 4 sides and 2 classes, 3 places
    classic[:, 0] = (50, 60, 20, 40, 0.9, 0.1)
    classic[:, 1] = (10, 10, 4, 4, 0.2, 0.7)
    classic[:, 2] = (10, 10, 4, 4, 0.2, 0.3)
    boxes, scores, labels = _rows(classic, 0.5)
    assert boxes.tolist() == [[40, 40, 60, 80], [8, 8, 12, 12]]
    assert scores.tolist() == pytest.approx([0.9, 0.7])
    assert labels.tolist() == [0, 1]
    ended = np.asarray([[40, 40, 60, 80, 0.9, 0], [8, 8, 12, 12, 0.7, 1], [0, 0, 1, 1, 0.1, 1]])
    again = _rows(ended.astype(np.float32), 0.5)
    assert np.allclose(again[0], boxes)
    assert again[2].tolist() == labels.tolist()


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

    name, detector, reason = choose_detector("auto", "yolov8n", 0.5, nothing)
    assert (name, detector.names) == ("hog", ("person",))
    assert reason == "The model 'yolov8n' is not here. Pull it."
    with pytest.raises(ModelMissing):
        choose_detector("onnx", "yolov8n", 0.5, nothing)
    with pytest.raises(NotFound, match="no detector called 'magic'"):
        choose_detector("magic", "yolov8n", 0.5, nothing)
