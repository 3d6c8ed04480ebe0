"""Where model files are found, and what is said when one is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from omnisight_desktop.core.errors import ModelMissing
from omnisight_desktop.perception.manifest import load_manifest
from omnisight_desktop.perception.weights import Weights, search_order


@pytest.fixture
def chosen(tmp_path: Path) -> Path:
    (tmp_path / "chosen").mkdir()
    return tmp_path / "chosen"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "own").mkdir()
    return tmp_path / "own"


@pytest.fixture
def weights(chosen: Path, own: Path) -> Weights:
    return Weights(search_order(chosen, own), load_manifest())


def put(path: Path) -> Path:
    path.write_bytes(b"weights")
    return path


def test_the_chosen_folder_comes_first(weights: Weights, chosen: Path, own: Path) -> None:
    second = put(own / "yolov8n.onnx")
    assert weights.find("yolov8n") == second
    first = put(chosen / "yolov8n.onnx")
    assert weights.find("yolov8n") == first


def test_without_a_choice_there_is_the_users_own_folder(own: Path) -> None:
    assert search_order(None, own) == (own,)
    assert search_order(own, own) == (own,)
    assert search_order(Path("~nobody-by-that-name/models"), own)[1] == own


def test_other_names_of_a_file_are_known(weights: Weights, chosen: Path) -> None:
    other = put(chosen / "yolov8n-dq.onnx")
    assert weights.find("yolov8n") == other
    right = put(chosen / "yolov8n.onnx")
    assert weights.find("yolov8n") == right


def test_a_file_that_is_not_in_the_list_is_found_by_its_name_or_path(
    weights: Weights, own: Path, tmp_path: Path
) -> None:
    mine = put(own / "mine.onnx")
    assert weights.find("mine.onnx") == mine
    elsewhere = put(tmp_path / "elsewhere.onnx")
    assert weights.find(str(elsewhere)) == elsewhere


def test_a_missing_model_is_said_with_what_to_do(weights: Weights) -> None:
    with pytest.raises(ModelMissing, match="finds faces") as caught:
        weights.find("yunet")
    assert "omnisight models pull yunet" in caught.value.fix


@pytest.mark.parametrize(
    "name", ["nonsense", "", "..", "/", "/nowhere/x.onnx", "~nobody/x", "a\0b"]
)
def test_a_name_that_nobody_knows_is_missing_too(weights: Weights, name: str) -> None:
    with pytest.raises(ModelMissing):
        weights.find(name)


def test_an_empty_file_and_a_folder_are_no_models(
    weights: Weights, chosen: Path, own: Path
) -> None:
    (chosen / "yolov8n.onnx").touch()
    (own / "face_detection_yunet_2023mar.onnx").mkdir()
    assert weights.look("yolov8n") is None
    assert weights.look("yunet") is None
