"""Kill -9 of a process that writes, fifty times over the same database: nothing committed is lost."""

from __future__ import annotations

import multiprocessing
import random
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from omnisight_desktop.core.registry import Health
from omnisight_desktop.storage.check import check
from omnisight_desktop.storage.file import examine
from omnisight_desktop.storage.journal import Journal
from omnisight_desktop.storage.migrate import upgrade
from tests.storage.doomed import event, write_until_killed, writing

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills with SIGKILL")

ROUNDS = 50
#: In these the database is locked, so that what is committed goes to the journal.
LOCKED = frozenset({7, 19, 31, 43})


@contextmanager
def locked(path: Path, *, really: bool) -> Iterator[None]:
    if not really:
        yield
        return
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")


def run_and_kill(folder: Path, round_name: str, acknowledgements: int) -> set[str]:
    """Start the process, wait for so many acknowledgements, kill it; all that it acknowledged."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["pytest", "tests.storage.doomed"])
    hear, tell = context.Pipe(duplex=False)
    child = context.Process(target=write_until_killed, args=(folder, round_name, tell))
    child.start()
    tell.close()
    heard: set[str] = set()
    for _ in range(acknowledgements):
        heard.update(hear.recv_bytes().decode().split())
    child.kill()
    heard.update(rest_of(hear))
    child.join()
    assert child.exitcode == -9
    child.close()
    hear.close()
    return heard


def rest_of(hear: Connection[Any, Any]) -> Iterator[str]:
    """What was still in the pipe; the last word may be torn."""
    try:
        while True:
            yield from hear.recv_bytes().decode().split()
    except (EOFError, OSError):
        return


def stored(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {row[0] for row in connection.execute("SELECT id FROM person_events")}


def test_fifty_kills_lose_nothing_that_was_committed(tmp_path: Path) -> None:
    path = tmp_path / "omnisight.db"
    upgrade(path, tmp_path / "backups")
    chance = random.Random(50)
    acknowledged: set[str] = set()
    through_the_journal = 0
    for number in range(ROUNDS):
        wanted = 2 if number in LOCKED else chance.randint(1, 40)
        with locked(path, really=number in LOCKED):
            acknowledged |= run_and_kill(tmp_path, f"R{number}", wanted)
        through_the_journal += not Journal(tmp_path / "journal").empty
        assert examine(path) == []
        with writing(tmp_path) as writer:
            writer.commit(event(f"marker-{number}", number))
            acknowledged.add(f"marker-{number}")
        assert Journal(tmp_path / "journal").empty
        assert acknowledged <= stored(path)
    assert through_the_journal >= len(LOCKED)
    assert len(acknowledged) > ROUNDS * 2
    for one in check(path, tmp_path / "media", repair=False):
        assert one.state is Health.OK, one
