"""Looking at a database file: every kind of wrong has its words, and nothing is touched."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from omnisight_desktop.core.errors import DatabaseDamaged, NotFound
from omnisight_desktop.storage.file import in_use, look, open_to_read


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "some.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE words (word TEXT)")
        connection.executemany("INSERT INTO words VALUES (?)", [("w" * 500,)] * 100)
    return path


def contents(folder: Path) -> dict[str, str]:
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir()}


def test_a_sound_database_is_read_without_a_trace(database: Path) -> None:
    before = contents(database.parent)
    with closing(open_to_read(database)) as connection:
        assert connection.execute("SELECT count(*) FROM words").fetchone() == (100,)
        with pytest.raises(sqlite3.OperationalError):
            connection.execute("DELETE FROM words")
    assert contents(database.parent) == before


def cut_in_the_header(path: Path) -> None:
    os.truncate(path, 60)


def cut_to_a_few_bytes(path: Path) -> None:
    os.truncate(path, 9)


def cut_in_the_middle(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def cut_at_a_page(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 4096)


def empty(path: Path) -> None:
    os.truncate(path, 0)


def other_format(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n" + bytes(9000))


def text(path: Path) -> None:
    path.write_text("I am a letter.\n" * 1000)


@pytest.mark.parametrize(
    ("spoil", "word"),
    [
        (cut_in_the_header, "cut off after 60 bytes"),
        (cut_to_a_few_bytes, "cut off after 9 bytes"),
        (cut_in_the_middle, "cut off"),
        (cut_at_a_page, "cut off"),
        (empty, "empty"),
        (other_format, "not an SQLite"),
        (text, "not an SQLite"),
    ],
)
def test_a_spoiled_file_is_named_for_what_it_is(database: Path, spoil: object, word: str) -> None:
    assert callable(spoil)
    spoil(database)
    before = contents(database.parent)
    with pytest.raises(DatabaseDamaged, match=word) as caught:
        look(database)
    assert "omnisight db restore" in caught.value.fix
    assert contents(database.parent) == before


def test_a_folder_and_nothing_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(DatabaseDamaged, match="is a folder"):
        look(tmp_path)
    with pytest.raises(NotFound):
        look(tmp_path / "absent.db")


def test_a_database_whose_writer_was_killed_is_read_with_its_log(database: Path) -> None:
    script = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute(\"INSERT INTO words VALUES ('last')\"); os._exit(1)"
    )
    subprocess.run([sys.executable, "-c", script, str(database)], check=False)
    assert in_use(database)
    before = contents(database.parent)[database.name]
    with closing(open_to_read(database)) as connection:
        assert connection.execute("SELECT count(*) FROM words").fetchone() == (101,)
    assert contents(database.parent)[database.name] == before
