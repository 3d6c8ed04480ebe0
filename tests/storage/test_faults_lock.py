"""Another program locks the database for ten seconds: producers go on, and nothing is lost."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import count
from pathlib import Path

from omnisight_desktop.core.registry import Health
from omnisight_desktop.storage.check import check
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.journal import Journal
from omnisight_desktop.storage.migrate import upgrade
from tests.storage.doomed import event, writing

LOCKED_S = 10.0
PRODUCERS = 4

HOLD = """
import sqlite3, sys, threading
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
threading.Event().wait(float(sys.argv[2]))
connection.execute("ROLLBACK")
connection.close()
"""


def test_ten_seconds_of_a_locked_database_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "omnisight.db"
    upgrade(path, tmp_path / "backups")
    unlocked, in_journal = threading.Event(), threading.Event()
    with writing(tmp_path) as writer:
        writer.commit(event("before", 0))

        def produce(producer: int) -> set[str]:
            """Hand events over all the time that it is locked; every second batch must be stored."""
            given = set()
            for number in count():
                names = [f"{producer}-{number}-{n}" for n in range(5)]
                values = [event(name, number) for name in names]
                if number % 2:
                    writer.commit(*values, timeout_s=30.0)
                else:
                    assert writer.keep(*values, timeout_s=30.0)
                given.update(names)
                if not Journal(tmp_path / "journal").empty:
                    in_journal.set()
                if unlocked.is_set():
                    return given
            return given

        with (
            subprocess.Popen(
                [sys.executable, "-c", HOLD, str(path), str(LOCKED_S)], stdout=subprocess.PIPE
            ) as holder,
            ThreadPoolExecutor(PRODUCERS) as pool,
        ):
            assert holder.stdout is not None
            assert holder.stdout.readline() == b"locked\n"
            producing = [pool.submit(produce, n) for n in range(PRODUCERS)]
            waited_for = [future for future in producing if not future.done()]
            assert waited_for
            assert read_while_locked(path) == 1
            assert (
                not Journal(tmp_path / "journal").empty or writer.waiting or holder.poll() is None
            )
            assert holder.wait() == 0
            unlocked.set()
            given = {"before"}.union(*(future.result() for future in producing))
        writer.commit(event("after", 1), timeout_s=30.0)
        assert writer.trouble is None
    assert Journal(tmp_path / "journal").empty
    with closing(sqlite3.connect(path)) as connection:
        stored = [row[0] for row in connection.execute("SELECT id FROM person_events")]
    assert len(stored) == len(set(stored))
    assert set(stored) == given | {"after"}
    assert in_journal.is_set()
    for one in check(path, tmp_path / "media", repair=False):
        assert one.state is Health.OK, one


def read_while_locked(path: Path) -> int:
    """Readers are not disturbed by a lock for writing."""
    database = Database.open(path)
    try:
        with database.read() as connection:
            rows = connection.exec_driver_sql("SELECT count(*) FROM person_events").scalar()
            return int(rows or 0)
    finally:
        database.close()
