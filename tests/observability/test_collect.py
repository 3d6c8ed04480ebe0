"""What the program takes of the machine is told as it is."""

from __future__ import annotations

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import psutil
import pytest

from omnisight_desktop.config.paths import Paths
from omnisight_desktop.observability.collect import Collector


class Times(NamedTuple):
    """What the processors have done so far, in seconds."""

    user: float
    system: float
    idle: float
    iowait: float
    guest: float


def test_a_look_tells_of_this_very_process_and_its_files(tmp_path: Path) -> None:
    paths = Paths(tmp_path).make()
    paths.database.write_bytes(b"x" * 5000)
    paths.database.with_name("omnisight.db-wal").write_bytes(b"x" * 700)
    collector = Collector(paths)
    collector.look()
    while sum(os.times()[:2]) < 0.01:  # something to have been busy with
        pass
    load = collector.look()
    assert load.database_bytes == 5700
    assert 5e6 < load.memory_ours_bytes < load.memory_total_bytes
    assert 0 <= load.cpu_ours <= 1
    assert 0 <= load.cpu_all <= 1
    assert load.disk_total_bytes is not None
    assert load.disk_free_bytes is not None
    assert 0 < load.disk_free_bytes <= load.disk_total_bytes


def test_a_disk_that_is_gone_is_told_and_nothing_breaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(shutil, "disk_usage", gone)
    load = Collector(Paths(tmp_path)).look()
    assert (load.disk_free_bytes, load.disk_total_bytes, load.database_bytes) == (None, None, 0)


def test_how_busy_it_is_does_not_depend_on_the_thread_that_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = Times(user=100.0, system=50.0, idle=800.0, iowait=50.0, guest=40.0)
    monkeypatch.setattr(psutil, "cpu_times", lambda: now)
    collector, found = Collector(Paths(tmp_path)), []
    for _ in range(3):
        with ThreadPoolExecutor(1) as elsewhere:
            found.append(elsewhere.submit(collector.look).result().cpu_all)
        now = Times(now.user + 2.0, now.system + 1.0, now.idle + 6.0, now.iowait + 1.0, now.guest)
    assert found == [0.0, pytest.approx(0.3), pytest.approx(0.3)]
