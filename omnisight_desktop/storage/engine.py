"""The open database: many may read at once, one writes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler

from omnisight_desktop.core.errors import DatabaseBusy, StorageError, UsageError
from omnisight_desktop.storage.ddl import EXTRAS
from omnisight_desktop.storage.file import faults_in_words, held, look
from omnisight_desktop.storage.tables import metadata

#: These speak of what was to be stored, not of the state of the database.
_WRONG_VALUES = (
    sqlite3.IntegrityError,
    sqlite3.DataError,
    sqlite3.InterfaceError,
    sqlite3.ProgrammingError,
)
#: Half characters, and numbers that take more than 64 bits.
_WRONG_TEXT = (UnicodeEncodeError, OverflowError)
#: How long a writer waits for another program to let go of the database.
PATIENCE_MS = 1000
_READERS = 8
_WAIT_S = 10.0  # for a connection, when all are in use
_PRAGMAS = (
    f"PRAGMA busy_timeout = {PATIENCE_MS}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
)
# Each connection keeps pages of its own, in kilobytes; the system keeps those of the file anyway.
_READER_PRAGMAS = ("PRAGMA cache_size = -1000", "PRAGMA query_only = ON")
# In the log of WAL a commit survives the death of the program; only a power cut may take the last
# moments, and it never tears the file.
_WRITER_PRAGMAS = (
    "PRAGMA cache_size = -1000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA wal_autocheckpoint = 2000",
    "PRAGMA journal_size_limit = 67108864",
)


class Database:
    """One SQLite file, opened by the path it lies at."""

    def __init__(self, path: Path, readers: sa.Engine, writer: sa.Engine) -> None:
        self.path = path
        self._readers = readers
        self._writer = writer
        self._open = True
        held.add(path)

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
        database = cls._over(path, mode="rwc")
        with database.write() as connection:
            metadata.create_all(connection)
            for statement in EXTRAS:
                connection.exec_driver_sql(statement)
        database.close()
        return cls.open(path)

    @property
    def dialect(self) -> sa.Dialect:
        """How this database wants its statements written."""
        return self._writer.dialect

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """A connection that sees one state of the database, whatever is written meanwhile."""
        try:
            with self._words(), self._readers.connect() as connection:
                yield connection
        except (sa.exc.StatementError, *_WRONG_TEXT) as error:
            raise UsageError(f"That cannot be looked for: {refusal(error) or error}.") from error

    @contextmanager
    def write(self, *, patience_ms: int = PATIENCE_MS) -> Iterator[sa.Connection]:
        """One transaction of the one writer: all of it is kept, or nothing."""
        with self._words(), self._writer.connect() as connection:
            patient = connection.execution_options(patience_ms=patience_ms)
            with patient.begin():
                yield patient

    def settle(self) -> None:
        """Bring what was committed from the log into the file, where it outlives a power cut as well.

        Neither readers nor the writer wait for it.
        """
        with self._words(), self._readers.connect() as connection:
            plain = connection.connection.driver_connection
            assert plain is not None
            plain.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def purge(self) -> None:
        """Write the file anew, so that nothing is left in it of what was deleted or changed.

        It takes time and room as the file is large; the writer alone may ask for it.
        """
        with self._words(), self._writer.connect() as connection:
            plain = connection.connection.driver_connection
            assert plain is not None
            plain.execute("VACUUM")
            plain.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Let go of the file."""
        if self._open:
            self._open = False
            self._readers.dispose()
            self._writer.dispose()
            held.remove(self.path)

    @classmethod
    def _over(cls, path: Path, *, mode: str = "rw") -> Database:
        readers = _engine(path, mode, _READERS)
        writer = _engine(path, mode, 0)
        sa.event.listen(readers, "connect", _prepare((*_PRAGMAS, *_READER_PRAGMAS)))
        sa.event.listen(readers, "begin", lambda c: c.exec_driver_sql("BEGIN"))
        sa.event.listen(writer, "connect", _prepare((*_PRAGMAS, *_WRITER_PRAGMAS)))
        sa.event.listen(writer, "begin", _begin_writing)
        return cls(path, readers, writer)

    @contextmanager
    def _words(self) -> Iterator[None]:
        """What was wrong with a value is raised as it is; all else is the database's own trouble."""
        with faults_in_words(self.path):
            try:
                yield
            except sa.exc.TimeoutError as error:
                raise DatabaseBusy("Too many work with the database at once.") from error
            except sa.exc.SQLAlchemyError as error:
                if refusal(error) is not None:
                    raise
                fault = getattr(error, "orig", None)
                if isinstance(fault, sqlite3.Error):
                    raise fault from error
                raise StorageError(f"The database {self.path} cannot be used: {error}.") from error


def refusal(error: Exception) -> Exception | None:
    """What is wrong with a value, where that is why a statement failed: it will fail again."""
    if isinstance(error, _WRONG_TEXT):
        return error
    fault = getattr(error, "orig", None)
    return fault if isinstance(fault, (*_WRONG_VALUES, *_WRONG_TEXT)) else None


def _engine(path: Path, mode: str, overflow: int) -> sa.Engine:
    def connect() -> sqlite3.Connection:
        # By its address, for only so can SQLite be told not to make a file that is not there; and
        # transactions begin and end where we say so, not where Python's module guesses.
        return sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
        )

    engine = sa.create_engine(
        "sqlite://",
        creator=connect,
        poolclass=sa.pool.QueuePool,
        pool_size=overflow or 1,
        max_overflow=overflow,
        pool_timeout=_WAIT_S,
    )
    engine.dialect.statement_compiler = _Hinted
    return engine


class _Hinted(SQLiteCompiler):
    """Passes on along which index to go; SQLAlchemy leaves that to whoever needs it."""

    def get_from_hint_text(self, table: Any, text: str | None) -> str | None:  # noqa: ARG002
        return text


def _begin_writing(connection: sa.Connection) -> None:
    patience_ms = connection.get_execution_options()["patience_ms"]
    connection.exec_driver_sql(f"PRAGMA busy_timeout = {patience_ms}")
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _prepare(pragmas: tuple[str, ...]) -> Any:
    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        for pragma in pragmas:
            connection.execute(pragma)

    return prepare
