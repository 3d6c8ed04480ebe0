"""The open database: many may read at once, one writes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from omnisight_desktop.core.errors import StorageError
from omnisight_desktop.storage.ddl import EXTRAS
from omnisight_desktop.storage.file import faults_in_words, look
from omnisight_desktop.storage.tables import metadata

#: These speak of what was to be stored, not of the state of the database.
_WRONG_VALUES = (
    sqlite3.IntegrityError,
    sqlite3.DataError,
    sqlite3.InterfaceError,
    sqlite3.ProgrammingError,
)
_BUSY_MS = 2000
_READERS = 8
_PRAGMAS = (
    f"PRAGMA busy_timeout = {_BUSY_MS}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -16000",
)
# In the log of WAL a commit survives the death of the program; only a power cut may take the last
# moments, and it never tears the file.
_WRITER_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA wal_autocheckpoint = 2000",
)


class Database:
    """One SQLite file, opened by the path it lies at."""

    def __init__(self, path: Path, readers: sa.Engine, writer: sa.Engine) -> None:
        self.path = path
        self._readers = readers
        self._writer = writer

    @classmethod
    def open(cls, path: Path) -> Database:
        """Open an existing database; what is no database is refused and left as it is."""
        look(path)
        return cls._over(path)

    @classmethod
    def create(cls, path: Path) -> Database:
        """A new database of the present shape, without the history of migrations: for trials."""
        if path.exists():
            raise StorageError(f"{path} exists already.")
        database = cls._over(path)
        with database.write() as connection:
            metadata.create_all(connection)
            for statement in EXTRAS:
                connection.exec_driver_sql(statement)
        return database

    @property
    def dialect(self) -> sa.Dialect:
        """How this database wants its statements written."""
        return self._writer.dialect

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """A connection that sees one state of the database, whatever is written meanwhile."""
        with self._words(), self._readers.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[sa.Connection]:
        """One transaction of the one writer: all of it is kept, or nothing."""
        with self._words(), self._writer.begin() as connection:
            yield connection

    def close(self) -> None:
        """Let go of the file."""
        self._readers.dispose()
        self._writer.dispose()

    @classmethod
    def _over(cls, path: Path) -> Database:
        readers = sa.create_engine(
            _url(path), pool_size=_READERS, max_overflow=_READERS, pool_pre_ping=False
        )
        writer = sa.create_engine(_url(path), pool_size=1, max_overflow=0)
        sa.event.listen(readers, "connect", _prepare((*_PRAGMAS, "PRAGMA query_only = ON")))
        sa.event.listen(readers, "begin", lambda c: c.exec_driver_sql("BEGIN"))
        sa.event.listen(writer, "connect", _prepare((*_PRAGMAS, *_WRITER_PRAGMAS)))
        sa.event.listen(writer, "begin", lambda c: c.exec_driver_sql("BEGIN IMMEDIATE"))
        return cls(path, readers, writer)

    @contextmanager
    def _words(self) -> Iterator[None]:
        with faults_in_words(self.path):
            try:
                yield
            except sa.exc.DBAPIError as error:
                fault = error.orig
                if isinstance(fault, sqlite3.Error) and not isinstance(
                    fault, sqlite3.IntegrityError
                ):
                    raise fault from error
                raise


def _url(path: Path) -> sa.URL:
    return sa.URL.create("sqlite", database=str(path))


def _prepare(pragmas: tuple[str, ...]) -> Any:
    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        # Transactions begin and end where we say so, not where Python's module guesses.
        connection.isolation_level = None
        for pragma in pragmas:
            connection.execute(pragma)

    return prepare
