"""The two arms: ours, and Python's own sqlite3 over the same tables, triggers and pragmas."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from omnisight_desktop.core.clock import SystemClock
from omnisight_desktop.core.instruments import Instruments
from omnisight_desktop.flow.bus import Bus
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.intake import INTAKES
from omnisight_desktop.storage.writer import Writer

EVENTS = INTAKES["event"]
INSERT = (
    f"INSERT INTO person_events ({', '.join(EVENTS.columns)}) "
    f"VALUES ({', '.join('?' * len(EVENTS.columns))})"
)
_PRAGMAS = (
    "PRAGMA busy_timeout = 1000",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -16000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA wal_autocheckpoint = 2000",
    "PRAGMA journal_size_limit = 67108864",
)


def say(text: str) -> None:
    """Tell how it goes, beside the result."""
    print(text, file=sys.stderr, flush=True)


def raw(path: Path) -> sqlite3.Connection:
    """The peer: a plain connection, set up as ours is."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for pragma in _PRAGMAS:
        connection.execute(pragma).fetchall()
    return connection


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """Ours: the writer over a database."""
    database = Database.open(path)
    writer = Writer(
        database,
        path.parent / f"{path.name}-journal-of-ours",
        bus=Bus(),
        clock=SystemClock(),
        instruments=Instruments(),
    )
    writer.start()
    try:
        yield writer
    finally:
        writer.stop()
        database.close()


def fresh(path: Path, *, words: bool = True) -> Path:
    """An empty database, with or without the full-text index."""
    Database.create(path).close()
    if not words:
        with closing(raw(path)) as connection:
            for verb in ("insert", "update", "delete"):
                connection.execute(f"DROP TRIGGER event_words_{verb}")
            connection.execute("DROP TABLE event_words")
    return path
