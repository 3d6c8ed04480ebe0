"""A full disk: a clear word, nothing committed lost, and on it goes when there is room."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs limits of POSIX")

MOUNT = 'mount -t tmpfs -o size=6m tmpfs "$1" && exec "$2" -m tests.storage.small_disk "$1" disk'


def unshared() -> list[str]:
    """How to mount something for one process only: as root, or in a world of its own."""
    alone = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    return ["unshare", "--mount", *alone]


def can_mount(folder: Path) -> bool:
    if shutil.which("unshare") is None:
        return False
    attempt = [*unshared(), "mount", "-t", "tmpfs", "tmpfs", str(folder)]
    return subprocess.run(attempt, capture_output=True, check=False).returncode == 0


def outcome(command: list[str]) -> dict[str, Any]:
    root = Path(__file__).parents[2]
    done = subprocess.run(command, capture_output=True, text=True, cwd=root, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


def judge(found: dict[str, Any]) -> None:
    assert found["trouble"] == "DiskFull", found["words"]
    assert "room" in found["words"]
    assert "Free some space" in found["words"]
    assert found["committed"] > 0
    assert found["lost"] == []
    assert found["faults"] == []
    assert found["wrong"] == []
    assert found["journal_empty"]
    assert found["leftovers"] == []


def test_a_disk_that_fills_up_under_the_writer(tmp_path: Path) -> None:
    if not can_mount(tmp_path):
        pytest.skip("a small disk cannot be mounted here; the limit of file sizes stands in for it")
    found = outcome([*unshared(), "sh", "-c", MOUNT, "sh", str(tmp_path), sys.executable])
    judge(found)
    assert "No room" in found["no_backup"]


def test_files_that_may_not_grow_under_the_writer(tmp_path: Path) -> None:
    found = outcome([sys.executable, "-m", "tests.storage.small_disk", str(tmp_path), "files"])
    judge(found)
