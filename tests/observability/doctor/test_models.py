from __future__ import annotations

from pathlib import Path

import pytest

from omnisight_desktop.config.paths import Paths
from omnisight_desktop.core.registry import Health
from omnisight_desktop.observability.doctor import models
from omnisight_desktop.perception.detect.lighter import Lighter, Passed, Shelf, written
from omnisight_desktop.services.models.store import open_store
from tests.fakes.networks import bright_finder


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


def test_with_no_model_at_all_it_says_what_is_switched_off(paths: Paths) -> None:
    entries = open_store(None, paths.models).manifest.entries
    summary, *each = models.models(paths, None)
    assert summary.state is Health.DEGRADED
    assert summary.reason.startswith(f"0 of {len(entries)} are here")
    assert "omnisight models pull" in summary.fix
    wanted = [entry for entry in entries if entry.needed]
    assert [check.name for check in each] == [f"model {entry.name}" for entry in wanted]
    for check, entry in zip(each, wanted, strict=True):
        assert check.state is Health.DEGRADED
        assert check.reason == entry.without
        assert check.fix == f"Run 'omnisight models pull {entry.name}'."
    assert not paths.root.exists()


def test_a_model_in_either_folder_is_here(paths: Paths, tmp_path: Path) -> None:
    first, second, *_ = [e for e in open_store(None, paths.models).manifest.entries if e.needed]
    chosen = tmp_path / "chosen"
    for folder, entry in ((chosen, first), (paths.make().models, second)):
        folder.mkdir(exist_ok=True)
        (folder / entry.file).write_bytes(b"weights")
    summary, *each = models.models(paths, chosen)
    assert summary.reason.startswith("2 of ")
    names = [check.name for check in each]
    assert f"model {first.name}" not in names
    assert f"model {second.name}" not in names
    assert [*paths.models.iterdir()] == [paths.models / second.file]


def test_with_all_that_is_wanted_it_is_well(paths: Paths) -> None:
    entries = open_store(None, paths.models).manifest.entries
    wanted = {entry.name for entry in entries if entry.needed}
    (only,) = models.judge(entries, lambda name: Path(name) if name in wanted else None)
    assert only.state is Health.OK
    assert only.reason.startswith(f"{len(wanted)} of {len(entries)} are here")


def test_a_network_that_was_made_lighter_is_told_with_why_it_is_not_used(paths: Paths) -> None:
    paths.make()
    assert models.lighter(paths, None, wanted=True) == []
    passed = Passed(64, 200, 0.99, 0.95, 0.0, 1.3)
    note = Lighter(
        "yolov8n.onnx", "00", "a.onnx", "onnx", "1", "x86_64 Another", "", ("person",), passed
    )
    paths.lighter.mkdir()
    shelf = Shelf(paths.lighter)
    bright_finder(shelf.folder / note.file)
    bright_finder(paths.models / note.weights)
    shelf.note_of(Path(note.weights), note.engine).write_text(written(note), "utf-8")
    (check,) = models.lighter(paths, None, wanted=True)
    assert check.state is Health.DEGRADED
    assert "another processor" in check.reason
    assert "models int8 make" in check.fix
    (off,) = models.lighter(paths, None, wanted=False)
    assert off.state is Health.OK
    assert "99.0% of 200" in models.judge_lighter(note, "", wanted=True).reason
