"""Exports that were not told where to go wait to be fetched, and go when they are past their time."""

from __future__ import annotations

import os
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from omnisight_desktop.config.sections import Retention as Limits
from omnisight_desktop.services.house import House
from omnisight_desktop.storage.shelves import Kind
from tests.home import NOON, furnished
from tests.services.export.conftest import left

OLD, NEW, TORN, LONG = (
    "X0SA0B6YDM00S0E",
    "X0SA0B767M00R2C",
    ".X0SA0B8D9M00E5V.part",
    ".X0SA0B9MBM00VAH.part",
)


def exported(house: House, name: str, *days_ago: float) -> None:
    """A folder of an export, made and last written to so many days ago."""
    folder = house.paths.exports / name
    folder.mkdir()
    film = folder / "film.mp4"
    film.write_bytes(b"film" * 100)
    for path, days in zip((folder, film), (*days_ago, days_ago[-1]), strict=False):
        _last_touched(path, NOON - timedelta(days=days))


def _last_touched(path: Path, moment: datetime) -> None:
    os.utime(path, (moment.timestamp(),) * 2)


def test_they_go_by_their_age_with_what_a_kill_left(tmp_path: Path) -> None:
    with furnished(tmp_path) as house:
        exported(house, OLD, 9)
        exported(house, TORN, 8)
        exported(house, NEW, 3)
        exported(house, LONG, 9, 0.1)  # it takes long, and is still being written
        mine = house.paths.exports / "mine"
        mine.mkdir()
        _last_touched(mine, NOON - timedelta(days=999))
        retention = house.retention
        plan = retention.plan(now=NOON)
        (line,) = [line for line in plan.lines if line.kind is Kind.EXPORTS]
        assert (line.count, line.size_bytes) == (2, 800)
        assert [item.id for item in retention.items(plan)] == [OLD, TORN]
        report = retention.clean(plan)
        assert report.complete
        assert report.lines == (line,)
        there = {path.split("/")[0] for path in left(house.paths.exports)}
        assert there == {NEW, LONG, "mine"}
        sooner = retention.plan(Limits(export_days=1), NOON)
        assert [item.id for item in retention.items(sooner)] == [NEW]
        assert retention.clean(sooner).count == 1


def test_one_that_cannot_be_removed_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with furnished(tmp_path) as house:
        exported(house, OLD, 9)
        exported(house, NEW, 8)
        remove = shutil.rmtree

        def refuse(path: Path) -> None:
            if path.name == OLD:
                raise PermissionError(13, "Permission denied")
            remove(path)

        monkeypatch.setattr("omnisight_desktop.services.export.finished.shutil.rmtree", refuse)
        assert house.retention.clean(house.retention.plan(now=NOON)).count == 1
        assert "stays" in caplog.text
        assert left(house.paths.exports) == [OLD, f"{OLD}/film.mp4"]
        monkeypatch.undo()
