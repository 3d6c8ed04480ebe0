"""Bringing a backup back: checked first, whole or not at all, and the old database is kept."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from omnisight_desktop.core.errors import (
    DatabaseDamaged,
    DatabaseNewer,
    DataFolderOwned,
    NotFound,
    StorageError,
    UsageError,
)
from omnisight_desktop.storage.backup import backup
from omnisight_desktop.storage.file import examine
from omnisight_desktop.storage.migrate import current, head, upgrade
from omnisight_desktop.storage.owner import own, owner_of
from omnisight_desktop.storage.restore import restore


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def database(folder: Path) -> Path:
    path = folder / "omnisight.db"
    upgrade(path, folder / "backups")
    add_camera(path, "early")
    return path


@pytest.fixture
def copy(database: Path, tmp_path: Path) -> Path:
    made = backup(database, tmp_path / "copy.db").path
    add_camera(database, "late")
    return made


def add_camera(path: Path, name: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("INSERT INTO cameras (id, name, uri) VALUES (?, ?, '')", (name, name))


def cameras(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT id FROM cameras ORDER BY id")]


def fingerprint(folder: Path) -> dict[str, str]:
    files = (p for p in folder.rglob("*") if p.is_file() and p.name != "owner.lock")
    return {str(p): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def test_a_backup_takes_the_place_and_the_old_one_is_kept(
    folder: Path, database: Path, copy: Path
) -> None:
    before = copy.read_bytes()
    done = restore(copy, database, folder=folder, aside=folder / "aside")
    assert cameras(database) == ["early"]
    assert done.revision == head()
    assert done.kept == folder / "aside" / "omnisight.db"
    assert done.kept is not None
    assert cameras(done.kept) == ["early", "late"]
    assert copy.read_bytes() == before
    assert owner_of(folder) is None
    assert not list(folder.glob("*.part*"))


def test_it_can_be_taken_back(folder: Path, database: Path, copy: Path) -> None:
    first = restore(copy, database, folder=folder, aside=folder / "one")
    assert first.kept is not None
    restore(first.kept, database, folder=folder, aside=folder / "two")
    assert cameras(database) == ["early", "late"]


def test_a_backup_comes_into_an_empty_folder(database: Path, copy: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    done = restore(copy, other / "omnisight.db", folder=other, aside=other / "aside")
    assert done.kept is None
    assert cameras(other / "omnisight.db") == ["early"]


def test_what_a_killed_writer_left_in_the_log_is_kept_and_not_mixed_in(
    folder: Path, database: Path, copy: Path
) -> None:
    script = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('PRAGMA journal_mode = WAL');"
        "c.execute(\"INSERT INTO cameras (id, name, uri) VALUES ('last', '', '')\"); os._exit(1)"
    )
    subprocess.run([sys.executable, "-c", script, str(database)], check=False)
    assert database.with_name("omnisight.db-wal").stat().st_size > 0
    done = restore(copy, database, folder=folder, aside=folder / "aside")
    assert cameras(database) == ["early"]
    assert examine(database) == []
    assert done.kept is not None
    assert cameras(done.kept) == ["early", "last", "late"]


def test_a_damaged_database_can_be_replaced(folder: Path, database: Path, copy: Path) -> None:
    database.write_bytes(b"rubbish")
    done = restore(copy, database, folder=folder, aside=folder / "aside")
    assert cameras(database) == ["early"]
    assert done.kept is not None
    assert done.kept.read_bytes() == b"rubbish"


def test_nothing_is_restored_while_an_owner_runs(folder: Path, database: Path, copy: Path) -> None:
    with own(folder):
        before = fingerprint(folder)
        with pytest.raises(DataFolderOwned, match=str(os.getpid())):
            restore(copy, database, folder=folder, aside=folder / "aside")
        assert fingerprint(folder) == before


def damaged(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.seek(4096 * 5)
        opened.write(b"\xa5" * 4096 * 3)


def cut_off(file: Path) -> None:
    os.truncate(file, file.stat().st_size - 1000)


def empty(file: Path) -> None:
    os.truncate(file, 0)


def text(file: Path) -> None:
    file.write_text("dear database")


def newer(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'tomorrow'")


def foreign(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE songs (name TEXT)")


def absent(file: Path) -> None:
    file.unlink()


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (damaged, DatabaseDamaged),
        (cut_off, DatabaseDamaged),
        (empty, DatabaseDamaged),
        (text, DatabaseDamaged),
        (newer, DatabaseNewer),
        (foreign, DatabaseDamaged),
        (absent, NotFound),
        (a_folder, DatabaseDamaged),
    ],
)
def test_a_bad_backup_is_refused_and_nothing_changes(
    folder: Path, database: Path, copy: Path, spoil: object, error: type[StorageError]
) -> None:
    assert callable(spoil)
    spoil(copy)
    before = fingerprint(folder)
    with pytest.raises(error):
        restore(copy, database, folder=folder, aside=folder / "aside")
    assert fingerprint(folder) == before


def test_the_database_itself_is_no_backup_of_itself(folder: Path, database: Path) -> None:
    link = folder / "link.db"
    link.symlink_to(database)
    for name in (database, link):
        with pytest.raises(UsageError, match="itself"):
            restore(name, database, folder=folder, aside=folder / "aside")
    assert cameras(database) == ["early"]


HALFWAY = """
import sys
from pathlib import Path
from omnisight_desktop.storage import restore as restores
{patch}
f = Path(sys.argv[1])
restores.restore(Path(sys.argv[2]), f / "omnisight.db", folder=f, aside=f / "aside")
"""
WAIT = """
def hang(*_):
    print("here", flush=True)
    import threading
    threading.Event().wait()
restores.{step} = hang
"""


@pytest.mark.parametrize("step", ["copy_sound", "_take_in_log", "_keep", "beside", "put_in_place"])
def test_kill_9_at_any_step_leaves_the_old_database_or_the_new(
    folder: Path, database: Path, copy: Path, step: str
) -> None:
    script = HALFWAY.format(patch=WAIT.format(step=step))
    with subprocess.Popen(
        [sys.executable, "-c", script, str(folder), str(copy)], stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"here\n"
        child.send_signal(signal.SIGKILL)
    assert cameras(database) == ["early", "late"]
    assert examine(database) == []
    assert current(database) == head()
    shutil.rmtree(folder / "aside", ignore_errors=True)
    restore(copy, database, folder=folder, aside=folder / "aside")
    assert cameras(database) == ["early"]
    assert not list(folder.glob("*.part*"))
