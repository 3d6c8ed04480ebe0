"""Every detector that is here is tried on the same pictures, and the best is set, with a way back."""

from __future__ import annotations

from pathlib import Path

import pytest

from omnisight_desktop.config.paths import Paths
from omnisight_desktop.core.errors import SettingsError
from omnisight_desktop.services.fitting.verbs import apply
from omnisight_desktop.services.settings import Preferences
from tests.cli.conftest import Omnisight, omnisight  # noqa: F401 - a fixture
from tests.fakes.lamps import lamp_clips
from tests.fakes.networks import bright_finder


def nowhere(folder: Path) -> tuple[str, str]:
    """No models but those that a test names, whatever this machine has."""
    return "--set", f"models.dir={folder}"


def test_what_is_set_and_what_it_was_is_told_with_the_way_back(tmp_path: Path) -> None:
    preferences = Preferences(Paths(tmp_path).make(), env={})
    preferences.set("detection.detail", 1.5)
    wanted = {"detection.detail": 1.0, "detection.backend": "onnx", "detection.model": "yolov8n"}
    changes = apply(preferences, wanted)
    assert {c.name: (c.before, c.now, c.way_back) for c in changes} == {
        "detection.detail": (1.5, 1.0, "omnisight settings set detection.detail 1.5"),
        "detection.backend": ("auto", "onnx", "omnisight settings reset detection.backend"),
    }
    assert preferences.get("detection.detail").value == 1.0
    assert apply(preferences, wanted) == []


def test_all_of_it_is_set_or_none(tmp_path: Path) -> None:
    preferences = Preferences(Paths(tmp_path).make(), env={})
    with pytest.raises(SettingsError):
        preferences.set_all({"detection.backend": "onnx", "detection.detail": 99.0})
    assert preferences.get("detection.backend").value == "auto"


def test_what_wins_over_the_file_is_told(tmp_path: Path) -> None:
    paths = Paths(tmp_path).make()
    preferences = Preferences(paths, flags={"detection.detail": "3"}, env={})
    (change,) = apply(preferences, {"detection.detail": 1.0})
    assert change.overruled


def test_the_command_tries_chooses_and_sets(omnisight: Omnisight, tmp_path: Path) -> None:  # noqa: F811
    weights = bright_finder(tmp_path / "models" / "bright.onnx")
    lamp_clips(tmp_path / "data")
    omnisight("settings", "set", "detection.model", str(weights))
    omnisight("settings", "set", "detection.backend", "hog")
    said = omnisight(*nowhere(tmp_path), "bench", "detect", "--quick", "--apply", "--json").json
    *arms, last = said["rows"]
    assert {row["name"].split(" on ")[1].split(",")[0] for row in arms} == {"openvino", "onnx"}
    assert all(row["ratio"] > 0.9 and row["ours"] > 0 for row in arms)
    assert last["name"].startswith("use ")
    assert "your own pictures" in last["name"]
    (change,) = [c for c in said["changes"] if c["setting"] == "detection.backend"]
    assert change["before"] == "hog"
    assert change["go_back"] == "omnisight settings set detection.backend hog"
    assert omnisight("settings", "get", "detection.backend", "--json").json["value"] != "hog"
    again = omnisight(*nowhere(tmp_path), "bench", "detect", "--quick", "--apply")
    assert again.code == 0


def test_where_nobody_is_to_be_seen_nothing_is_chosen(
    omnisight: Omnisight,  # noqa: F811
    tmp_path: Path,
) -> None:
    weights = bright_finder(tmp_path / "models" / "bright.onnx")
    chosen = ("--set", f"detection.model={weights}", "--set", "detection.labels=giraffe")
    said = omnisight(*nowhere(tmp_path), *chosen, "bench", "detect", "--quick", "--apply")
    assert said.code == 1
    assert "they tell nothing" in said.err
    assert omnisight("bench", "storage", "--apply").code == 2


def test_without_any_network_it_says_where_to_get_one(
    omnisight: Omnisight,  # noqa: F811
    tmp_path: Path,
) -> None:
    said = omnisight(*nowhere(tmp_path), "bench", "detect", "--quick", "--apply")
    assert said.code == 1
    assert "omnisight models pull" in said.err
