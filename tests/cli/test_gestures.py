"""Gestures from the command line: listed, shared, measured, forgotten; bad input in clear words."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from omnisight_desktop.app.build import owned
from omnisight_desktop.config.load import load
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.services.gesture_file import gestures_to_json
from omnisight_desktop.storage.owner import own
from tests.cli.conftest import Omnisight
from tests.fakes.bodies import circling, moving, taught, waving


@pytest.fixture
def known(tmp_path: Path) -> None:
    """A wave and a circle are known."""
    paths = Paths(tmp_path / "data").make()
    with own(paths.root), owned(paths, load(paths)) as house:
        for label, way in (("wave", waving), ("circle", circling)):
            lesson = house.gestures.lesson(label, [moving(way)], created_by="Anna")
            assert lesson.gesture is not None
            house.gestures.keep(lesson.gesture)


def test_an_empty_library_says_how_to_begin(omnisight: Omnisight) -> None:
    assert omnisight("gestures", "list", "--json").json["gestures"] == []
    assert "gestures teach" in omnisight("gestures", "list").err


@pytest.mark.usefixtures("known")
def test_gestures_are_listed_switched_and_forgotten(omnisight: Omnisight) -> None:
    [circle, wave] = omnisight("gestures", "list", "--json").json["gestures"]
    assert (wave["label"], wave["takes"], wave["created_by"]) == ("wave", 1, "Anna")
    assert (wave["enabled"], wave["made"], wave["last_made"]) == (True, 0, None)
    assert circle["num_frames"] > 10
    assert omnisight("gestures", "switch", "Wave", "--off").code == 0
    assert "off" in omnisight("gestures", "list").out
    assert omnisight("gestures", "delete", "wave").code == 0
    gone = omnisight("gestures", "delete", "wave")
    assert gone.code == 2
    assert "no gesture 'wave'" in gone.err


@pytest.mark.usefixtures("known")
def test_gestures_are_shared_as_a_file(omnisight: Omnisight, tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    assert omnisight("gestures", "export", str(file), "wave").code == 0
    assert len(json.loads(file.read_text())["gestures"]) == 1
    again = omnisight("gestures", "import", str(file))
    assert again.code == 2
    assert "'wave' already" in again.err
    assert omnisight("gestures", "import", str(file), "--replace").code == 0
    omnisight("gestures", "delete", "wave")
    assert omnisight("gestures", "import", str(file)).code == 0
    assert len(omnisight("gestures", "list", "--json").json["gestures"]) == 2


def test_a_bad_file_is_refused_and_nothing_is_stored(omnisight: Omnisight, tmp_path: Path) -> None:
    file = tmp_path / "bad.json"
    told = gestures_to_json([taught("wave", moving(waving)), taught("bow", moving(circling))])
    told["gestures"][1]["takes"][0]["points"] = "cos\nsystem\n(S'ls'\ntR."
    file.write_text(json.dumps(told))
    refused = omnisight("gestures", "import", str(file))
    assert refused.code == 2
    assert "no base64" in refused.err
    assert omnisight("gestures", "list", "--json").json["gestures"] == []


def test_teaching_from_nowhere_is_refused(omnisight: Omnisight, tmp_path: Path) -> None:
    refused = omnisight("gestures", "teach", "wave", "--from", str(tmp_path / "gone.mp4"))
    assert refused.code != 0
    assert refused.err.count("\n") == 2
    assert omnisight("gestures", "list", "--json").json["gestures"] == []


@pytest.mark.usefixtures("known")
def test_a_label_that_exists_is_refused_before_anything_is_looked_at(omnisight: Omnisight) -> None:
    refused = omnisight("gestures", "teach", "WAVE", "--from", "gone.mp4")
    assert refused.code == 2
    assert "'wave' already" in refused.err


def test_sets_are_measured(omnisight: Omnisight, tmp_path: Path) -> None:
    chance = np.random.default_rng(1)
    for name, each in (("TRAIN", 3), ("TEST", 4)):
        lines = []
        for label, turns in (("slow", 1), ("quick", 3)):
            for _ in range(each):
                curve = np.sin(np.linspace(0, 6 * turns, 40)) + chance.normal(0, 0.1, 40)
                lines.append(",".join(f"{value:.3f}" for value in curve) + f":{label}")
        (tmp_path / f"{name}.ts").write_text("@timeStamps false\n@data\n" + "\n".join(lines))
    files = ("--train", str(tmp_path / "TRAIN.ts"), "--test", str(tmp_path / "TEST.ts"))
    told = omnisight("gestures", "eval", *files, "--shots", "1", "--seed", "3", "--json").json
    assert told["accuracy"] == 1.0
    assert told["predictions"] == ["slow"] * 4 + ["quick"] * 4
    assert told["draws"][0]["seed"] == 3
    held = omnisight("gestures", "eval", *files, "--unknown", "quick", "--json").json
    assert held["eer"] == 0.0
    wrong = omnisight("gestures", "eval", *files, "--unknown", "loud")
    assert wrong.code == 2
    assert "There are: quick, slow" in wrong.err
