"""Continuous footage from the command line: listed, searched, kept, protected, moved."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from omnisight_desktop.app.build import owned
from omnisight_desktop.config.load import load
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.core.segment import MAP_HEIGHT, MAP_WIDTH, Segment, Unrecorded
from omnisight_desktop.storage.owner import own
from tests.cli.conftest import Omnisight

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
SINCE = ("--since", "2026-05-03T00:00:00Z", "--until", "2026-05-04T00:00:00Z")


@pytest.fixture
def yard(tmp_path: Path) -> Path:
    """Three minutes of a yard; in the second one something moved in the lower right."""
    paths = Paths(tmp_path / "data").make()
    cells = np.zeros((MAP_HEIGHT, MAP_WIDTH), np.uint8)
    cells[-2:, -2:] = 12
    with own(paths.root), owned(paths, load(paths)) as house:
        camera = house.cameras.remember("demo:", "Yard")
        for minute in range(3):
            path = f"footage/{camera.id}/2026-05-03/12000{minute}-F{minute}.mp4"
            file = paths.media / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(b"film")
            start = NOON + timedelta(minutes=minute)
            told = cells.tobytes() if minute == 1 else b""
            end = start + timedelta(minutes=1)
            house.keeper.commit(
                Segment(f"F{minute}", camera.id, start, end, path, 4, motion_s=3.0, motion_map=told)
            )
        house.keeper.commit(
            Unrecorded(camera.id, NOON - timedelta(hours=1), NOON, "OmniSight was not running.")
        )
    return paths.root


@pytest.mark.usefixtures("yard")
def test_it_is_listed_with_what_is_missing(omnisight: Omnisight) -> None:
    told = omnisight("footage", "list", "--gaps", "--json").json
    assert [one["id"] for one in told["footage"]] == ["F2", "F1", "F0"]
    assert told["gaps"][0]["reason"] == "OmniSight was not running."
    assert told["kept"][0]["count"] == 3
    listed = omnisight("footage", "list", "--camera", "Yard", "--gaps")
    assert "F1" in listed.out
    assert "not running" in listed.out
    assert "3 pieces" in listed.err


@pytest.mark.usefixtures("yard")
def test_it_says_when_something_moved_in_an_area(omnisight: Omnisight) -> None:
    there = ("--area", "0.8,0.8 1,0.8 1,1 0.8,1")
    told = omnisight("footage", "search", "Yard", *there, *SINCE, "--json").json
    (moved,) = told["moved"]
    assert moved == {
        "start": "2026-05-03T12:01:00.000Z",
        "end": "2026-05-03T12:02:00.000Z",
        "seconds": 3.0,
        "footage": ["F1"],
    }
    elsewhere = omnisight("footage", "search", "Yard", "--area", "0,0 0.5,0 0.5,0.5", *SINCE)
    assert elsewhere.out.startswith("Nothing moved there")
    assert omnisight("footage", "search", "Yard", "--area", "0,0 2,0 0,1").code == 2
    assert omnisight("footage", "search", "Nowhere").code != 0


@pytest.mark.usefixtures("yard")
def test_a_camera_is_recorded_as_it_needs_it(omnisight: Omnisight) -> None:
    said = omnisight("footage", "keep", "Yard", "--mode", "schedule", "--hours", "22:00-06:00")
    assert said.out.strip() == "'Yard' is recorded: schedule."
    omnisight("footage", "keep", "Yard", "--days", "3.5")
    (camera,) = omnisight("cameras", "list", "--all", "--json").json["cameras"]
    assert camera["options"]["recording"] == "schedule"
    assert camera["options"]["record_hours"] == ["22:00-06:00"]
    assert camera["options"]["keep_days"] == 3.5
    omnisight("footage", "keep", "Yard", "--mode", "usual", "--days", "0")
    (camera,) = omnisight("cameras", "list", "--all", "--json").json["cameras"]
    assert (camera["options"]["recording"], camera["options"]["keep_days"]) == (None, None)
    assert omnisight("footage", "keep", "Yard", "--mode", "sometimes").code == 2
    assert omnisight("footage", "keep", "Yard", "--hours", "at night").code == 2


def test_what_is_protected_stays_and_the_rest_moves_or_goes(
    omnisight: Omnisight, yard: Path
) -> None:
    assert omnisight("footage", "move").code == 2  # there is no slow place
    slow = yard.parent / "slow"
    slow.mkdir()
    free = ("--set", "retention.free_disk_gb=0", "--set", "retention.free_disk_percent=0")
    moved = omnisight(*free, "--set", f"footage.slow_dir={slow}", "footage", "move")
    assert moved.out.startswith("3 pieces moved")
    assert omnisight("footage", "protect", "F1").code == 0
    omnisight(*free, "--set", f"footage.slow_dir={slow}", "cleanup")
    (left,) = omnisight("footage", "list", "--json").json["footage"]
    assert (left["id"], left["tier"], left["protected"]) == ("F1", "slow", True)
    assert [file.name for file in slow.rglob("*.mp4")] == ["120001-F1.mp4"]
