from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from omnisight_desktop.config.paths import Paths
from omnisight_desktop.core.clock import SystemClock
from omnisight_desktop.core.registry import Health
from omnisight_desktop.services import glance, upkeep


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


def _made(paths: Paths) -> Paths:
    upkeep.upgrade(paths.make(), SystemClock())
    return paths


def _set_revision(paths: Paths, revision: str) -> None:
    with closing(sqlite3.connect(paths.database, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))


def test_none_yet_is_well_and_none_is_made(paths: Paths) -> None:
    check = glance.database(paths)
    assert check.state is Health.OK
    assert not paths.root.exists()


def test_an_up_to_date_one_is_well(paths: Paths) -> None:
    before = {file.name for file in _made(paths).root.iterdir()}
    check = glance.database(paths)
    assert check.state is Health.OK
    assert str(paths.database) in check.reason
    assert {file.name for file in paths.root.iterdir()} == before


def test_one_of_a_newer_version_is_not_touched(paths: Paths) -> None:
    _set_revision(_made(paths), "from the future")
    check = glance.database(paths)
    assert check.state is Health.FAILED
    assert "newer version" in check.reason
    assert "--data" in check.fix


def test_a_foreign_one_and_what_is_none_at_all(paths: Paths, tmp_path: Path) -> None:
    paths.make()
    with closing(sqlite3.connect(paths.database)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    foreign = glance.database(paths)
    assert foreign.state is Health.FAILED
    assert "not OmniSight's" in foreign.reason
    paths.database.write_bytes(b"this is a letter, and no database of any kind" * 100)
    nothing = glance.database(paths)
    assert nothing.state is Health.FAILED
    assert nothing.fix
    shutil.rmtree(paths.root)
    paths.make()
    paths.database.mkdir()
    assert glance.database(paths).state is Health.FAILED
