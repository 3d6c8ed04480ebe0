"""Backups: whole, sound, of one moment, and never in anybody's way."""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from omnisight_desktop.core.errors import DatabaseDamaged, NotFound, StorageError, UsageError
from omnisight_desktop.storage.backup import backup, backup_name, clear_unfinished
from omnisight_desktop.storage.file import examine


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "omnisight.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE pairs (side TEXT, number INTEGER)")
        connection.execute("CREATE INDEX pairs_number ON pairs (number)")
        connection.execute("INSERT INTO pairs VALUES ('left', 0), ('right', 0)")
    return path


def rows_of(path: Path) -> list[tuple[str, int]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT side, number FROM pairs ORDER BY number, side").fetchall()


def test_a_backup_holds_what_the_database_holds_in_one_file(database: Path, tmp_path: Path) -> None:
    made = backup(database, tmp_path / "out" / "copy.db")
    assert rows_of(made.path) == [("left", 0), ("right", 0)]
    assert made.size_bytes == made.path.stat().st_size
    assert [p.name for p in made.path.parent.iterdir()] == ["copy.db"]


def test_what_is_only_in_the_log_is_in_the_backup(database: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("INSERT INTO pairs VALUES ('left', 1), ('right', 1)")
        assert database.with_name("omnisight.db-wal").stat().st_size > 0
        made = backup(database, tmp_path / "copy.db")
    assert rows_of(made.path)[-2:] == [("left", 1), ("right", 1)]


def test_a_backup_shows_one_moment_while_somebody_writes(database: Path, tmp_path: Path) -> None:
    stop, going = threading.Event(), threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(database, isolation_level=None)) as connection:
            number = 0
            while not stop.is_set():
                number += 1
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("INSERT INTO pairs VALUES ('left', ?)", (number,))
                connection.execute("INSERT INTO pairs VALUES ('right', ?)", (number,))
                connection.execute("COMMIT")
                going.set()

    writing = threading.Thread(target=write)
    writing.start()
    try:
        going.wait(10)
        made = [backup(database, tmp_path / f"copy-{n}.db") for n in range(5)]
    finally:
        stop.set()
        writing.join()
    for copy in made:
        rows = rows_of(copy.path)
        numbers = [number for side, number in rows if side == "left"]
        assert numbers == [number for side, number in rows if side == "right"]
        assert numbers == list(range(len(numbers)))
        assert examine(copy.path) == []


def test_a_file_that_is_there_is_never_replaced(database: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    for taken in (tmp_path / "letter.txt", database):
        with pytest.raises(UsageError, match="there already"):
            backup(database, taken)
    assert (tmp_path / "letter.txt").read_text() == "dear"


def test_a_damaged_database_gives_no_backup_and_no_leftover(database: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.executemany("INSERT INTO pairs VALUES (?, ?)", enumerate(range(20_000)))
    with database.open("r+b") as file:
        file.seek(40 * 4096)
        file.write(b"\xaa" * 4096 * 8)
    with pytest.raises(DatabaseDamaged):
        backup(database, tmp_path / "out" / "copy.db")
    assert list((tmp_path / "out").iterdir()) == []


def test_what_is_no_database_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no database"):
        backup(tmp_path / "absent.db", tmp_path / "copy.db")
    (tmp_path / "empty.db").touch()
    with pytest.raises(DatabaseDamaged, match="empty"):
        backup(tmp_path / "empty.db", tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


def test_a_place_that_cannot_be_written_is_refused_in_words(database: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="cannot be used"):
        backup(database, tmp_path / "file" / "copy.db")


def test_what_a_killed_backup_left_is_cleared_away_a_day_later(tmp_path: Path) -> None:
    old, new, done = (tmp_path / n for n in ("a.db.part", "b.db.part-journal", "c.db"))
    for file in (old, new, done):
        file.write_bytes(b"x")
    now = datetime.fromtimestamp(new.stat().st_mtime, UTC)
    assert clear_unfinished(tmp_path, now + timedelta(hours=1)) == 0
    os.utime(old, (0, 0))
    os.utime(done, (0, 0))
    assert clear_unfinished(tmp_path, now + timedelta(hours=1)) == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["b.db.part-journal", "c.db"]
    assert clear_unfinished(tmp_path / "absent", now) == 0


def test_names_sort_by_time(tmp_path: Path) -> None:
    early = backup_name(tmp_path / "omnisight.db", datetime(2026, 5, 3, 9, 5, tzinfo=UTC))
    late = backup_name(tmp_path / "omnisight.db", datetime(2026, 5, 3, 14, tzinfo=UTC), "before-2")
    assert early == "omnisight-20260503T090500Z.db"
    assert sorted([late, early]) == [early, late]
