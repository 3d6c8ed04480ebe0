from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from omnisight_desktop.core.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    NotFound,
    StorageError,
    UsageError,
)
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.tables import cameras
from tests.storage.store import Store, event, locked

COUNT = "SELECT count(*) FROM person_events"


def counted(database: Database) -> int:
    with database.read() as connection:
        return int(connection.exec_driver_sql(COUNT).scalar() or 0)


def test_readers_cannot_write(store: Store) -> None:
    with pytest.raises(StorageError), store.database.read() as connection:
        connection.exec_driver_sql("DELETE FROM person_events")
    with pytest.raises(StorageError), store.database.read() as connection:
        connection.exec_driver_sql("CREATE TABLE mine (a)")


def test_the_log_is_written_ahead(store: Store) -> None:
    store.fill(event("A"))
    assert store.sql("PRAGMA journal_mode") == [("wal",)]
    with store.database.write() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_a_reader_sees_one_state_whatever_is_written_meanwhile(store: Store) -> None:
    store.fill(event("A"))
    with store.database.read() as connection:
        assert connection.exec_driver_sql(COUNT).scalar() == 1
        store.fill(event("B"))
        assert connection.exec_driver_sql(COUNT).scalar() == 1
    assert counted(store.database) == 2


def test_readers_are_not_held_up_by_who_writes(store: Store) -> None:
    store.fill(event("A"))
    with store.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM person_events")
        assert counted(store.database) == 1
    assert counted(store.database) == 0


def test_a_transaction_that_fails_leaves_nothing(store: Store) -> None:
    def fail() -> None:
        with store.database.write() as connection:
            connection.exec_driver_sql("INSERT INTO persons (id) VALUES ('P')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert store.sql("SELECT * FROM persons") == []


def test_a_database_that_another_program_holds_is_busy(store: Store) -> None:
    with (
        locked(store.database.path),
        pytest.raises(DatabaseBusy, match="Another program"),
        store.database.write(patience_ms=1),
    ):
        pass
    with store.database.write(patience_ms=1) as connection:
        connection.exec_driver_sql("INSERT INTO persons (id) VALUES ('P')")
    assert store.sql("SELECT id FROM persons") == [("P",)]


def test_there_is_one_writer_at_a_time(
    store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("omnisight_desktop.storage.engine._WAIT_S", 0.01)
    other = Database.open(store.database.path)
    with (
        other.write(),
        ThreadPoolExecutor(1) as pool,
        pytest.raises(DatabaseBusy, match="Too many"),
    ):
        pool.submit(lambda: other.write().__enter__()).result(10)
    other.close()


def test_more_readers_than_connections_take_turns(store: Store) -> None:
    store.fill(event("A"))
    together = threading.Barrier(16)

    def read(_: int) -> int:
        with store.database.read() as connection:
            together.wait(10)
            return int(connection.exec_driver_sql(COUNT).scalar() or 0)

    with ThreadPoolExecutor(16) as pool:
        assert list(pool.map(read, range(16))) == [1] * 16


def test_settling_brings_the_log_into_the_file(store: Store) -> None:
    store.fill(event("A", text="a word that is looked for"))
    store.database.settle()
    copy = store.folder / "copy.db"
    copy.write_bytes(store.database.path.read_bytes())
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute(COUNT).fetchone() == (1,)


def test_a_question_that_makes_no_sense_is_told_in_words(store: Store) -> None:
    with pytest.raises(UsageError, match="cannot be looked for"):
        store.events.get("\ud800")
    with pytest.raises(UsageError, match="cannot be looked for"):
        store.events.since(2**64)


def test_a_statement_that_fails_is_told_in_words(store: Store) -> None:
    with pytest.raises(StorageError, match="no such table"), store.database.read() as connection:
        connection.exec_driver_sql("SELECT * FROM nowhere")
    with pytest.raises(StorageError), store.database.read() as connection:
        connection.execute(sa.select(sa.column("a", sa.Integer())).with_only_columns())


def bytes_of(path: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in path.parent.iterdir() if p.is_file()}


@pytest.mark.parametrize("content", [b"", b"SQLite", b"words, not a database" * 300, bytes(8192)])
def test_what_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "omnisight.db"
    path.write_bytes(content)
    with pytest.raises(DatabaseDamaged) as caught:
        Database.open(path)
    assert str(path) in caught.value.reason
    assert "db restore" in caught.value.fix
    assert bytes_of(path) == {path.name: content}


@pytest.mark.parametrize("part", [0.01, 0.3, 0.99])
def test_a_database_that_was_cut_off_is_refused_and_left_as_it_is(
    store: Store, part: float
) -> None:
    store.fill(*(event(f"E{number}") for number in range(200)))
    store.database.close()
    whole = store.database.path.read_bytes()
    path = store.folder / "cut" / "omnisight.db"
    path.parent.mkdir()
    path.write_bytes(whole[: int(len(whole) * part)])
    before = bytes_of(path)
    with pytest.raises(DatabaseDamaged, match="cut off"):
        Database.open(path)
    assert bytes_of(path) == before


def test_a_database_that_is_damaged_inside_says_so_when_it_is_read(store: Store) -> None:
    store.fill(*(event(f"E{number}") for number in range(500)))
    store.database.close()
    data = bytearray(store.database.path.read_bytes())
    data[4096:] = b"\x55" * (len(data) - 4096)
    store.database.path.write_bytes(data)
    database = Database.open(store.database.path)
    with pytest.raises(DatabaseDamaged, match="damaged"):
        counted(database)
    database.close()


def test_where_nothing_is_nothing_is_made(tmp_path: Path) -> None:
    path = tmp_path / "omnisight.db"
    with pytest.raises(NotFound):
        Database.open(path)
    with pytest.raises(DatabaseDamaged, match="folder"):
        Database.open(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_vanishes_is_not_made_anew(tmp_path: Path) -> None:
    store = Store.at(tmp_path)
    store.database.close()
    store.database.path.unlink()
    with pytest.raises(StorageError):
        counted(store.database)
    with pytest.raises(StorageError), store.database.write():
        pass
    assert not store.database.path.exists()


def test_one_that_is_there_is_not_made_over(store: Store) -> None:
    with pytest.raises(StorageError, match="exists already"):
        Database.create(store.database.path)


def test_opening_it_again_in_the_same_program_takes_no_lock_from_who_has_it_open(
    tmp_path: Path,
) -> None:
    """Else the next program that comes and goes believes itself alone and takes the log away."""
    path = tmp_path / "omnisight.db"
    outside = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]);"
        "print(c.execute('SELECT count(*) FROM cameras').fetchone()[0]); c.close()"
    )

    def seen_from_outside() -> int:
        told = subprocess.run(
            [sys.executable, "-c", outside, str(path)], capture_output=True, text=True, check=True
        )
        return int(told.stdout)

    Database.create(path).close()
    first = Database.open(path)
    for number in range(3):
        with first.write() as connection:
            connection.execute(cameras.insert().values(id=str(number), name="", uri="", enabled=1))
        Database.open(path).close()
        assert seen_from_outside() == number + 1
    first.close()
