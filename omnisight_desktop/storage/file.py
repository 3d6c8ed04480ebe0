"""The database as a file: its header, the files beside it, and its faults in words.

What is looked at here stays untouched, down to the files that SQLite likes to leave beside it.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import struct
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from omnisight_desktop.core.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DiskFull,
    NotFound,
    StorageError,
)

MAGIC = b"SQLite format 3\0"
#: How long upkeep waits for others who work with the database.
_PATIENCE_S = 30.0

_HEADER_BYTES = 100

#: What SQLite keeps beside a database in use. The log may hold what the database does not hold yet.
SIDE_NAMES = ("-wal", "-shm", "-journal")

#: Some disks cannot be told to keep something now; then nobody can do better.
_NO_SYNC = {errno.EINVAL, errno.ENOTSUP}

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def beside(path: Path) -> list[Path]:
    """The files that SQLite has put beside a database."""
    sides = (path.with_name(path.name + name) for name in SIDE_NAMES)
    return [side for side in sides if side.exists()]


def in_use(path: Path) -> bool:
    """Whether a log beside the database holds something: somebody writes, or was killed."""
    return any(side.stat().st_size for side in beside(path) if not side.name.endswith("-shm"))


def is_there(path: Path) -> bool:
    """Whether anything has that name; a folder that may not be looked into is no answer."""
    with faults_in_words(path):
        return path.exists()


class Held:
    """Which files this process has open as databases.

    To close any file lets go of all locks that the process has on it (so POSIX will have it): who read
    the header of an open database and closed it would leave its connections without theirs, and the
    next program that came and went would take the log away from under them.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._times: Counter[Path] = Counter()

    def __contains__(self, path: Path) -> bool:
        return self._times[path.resolve()] > 0

    def add(self, path: Path) -> None:
        """One more has it open."""
        with self._lock:
            self._times[path.resolve()] += 1

    def remove(self, path: Path) -> None:
        """One less has it open."""
        with self._lock:
            self._times[path.resolve()] -= 1


held = Held()


def look(path: Path) -> None:
    """See whether this can be an SQLite database at all; raise in words if not."""
    if path in held:  # then it is one
        return
    with faults_in_words(path):
        if path.is_dir():
            raise DatabaseDamaged(f"{path} is a folder where the database should be.")
        if not path.exists():
            raise NotFound(f"There is no database at {path}.")
        size = path.stat().st_size
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    if size == 0:
        raise DatabaseDamaged(f"{path} is empty: it holds no database.")
    if not header.startswith(MAGIC[: len(header)]):
        raise DatabaseDamaged(f"{path} is not an SQLite database.")
    if len(header) < _HEADER_BYTES:
        raise DatabaseDamaged(f"{path} is cut off after {size} bytes.")
    expected = _expected_bytes(header)
    # With a log beside it the file may rightly be shorter: a checkpoint was cut short, and the
    # log still holds every page.
    if size < expected and not in_use(path):
        raise DatabaseDamaged(f"{path} is cut off: it has {size} of {expected} bytes.")


def open_to_read(path: Path) -> sqlite3.Connection:
    """A connection that can only read and, where nobody writes, leaves no file behind."""
    look(path)
    mode = "mode=ro" if in_use(path) else "mode=ro&immutable=1"
    with faults_in_words(path):
        return sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True, isolation_level=None)


def open_beside(path: Path) -> sqlite3.Connection:
    """A connection for upkeep that reads and writes, also beside others who do."""
    look(path)
    with faults_in_words(path):
        uri = f"{path.absolute().as_uri()}?mode=rw"
        return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=_PATIENCE_S)


def revision_of(connection: sqlite3.Connection) -> str | None:
    """Which shape the tables have; None where no table of ours is."""
    named = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"
    if not connection.execute(named).fetchone()[0]:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def examine(path: Path) -> list[str]:
    """What SQLite's own check finds wrong in a database, line by line; nothing when it is sound."""
    with faults_in_words(path), closing(open_to_read(path)) as connection:
        return faults_of(connection)


def faults_of(connection: sqlite3.Connection) -> list[str]:
    """The same over an open connection."""
    try:
        lines = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        return [str(error)]
    return [] if lines == ["ok"] else lines


@contextmanager
def faults_in_words(path: Path) -> Iterator[None]:
    """Map what SQLite and the disk raise about this file to what a person can act on."""
    try:
        yield
    except sqlite3.Error as error:
        raise _database_fault(error, path) from error
    except OSError as error:
        raise disk_fault(error, path) from error


def disk_fault(error: OSError, path: Path) -> StorageError:
    """What the disk refused to do, in words."""
    if error.errno in _FULL:
        return DiskFull(f"No room is left for {path}.")
    return StorageError(
        f"{error.filename or path} cannot be used: {error.strerror or error}.",
        fix="See whether the disk is there and whether you may read and write this file.",
    )


def sync(path: Path) -> None:
    """Have the disk keep a file, and its place in its folder, before anything relies on it."""
    _sync_one(path)
    if os.name == "posix":
        _sync_one(path.parent)


def part_of(path: Path) -> Path:
    """The name of a file while it is not finished."""
    return path.with_name(f"{path.name}.part")


@contextmanager
def made_beside(path: Path) -> Iterator[Path]:
    """A name beside a file to build the new one under; what is left under it is removed."""
    part = part_of(path)
    with faults_in_words(part):
        path.parent.mkdir(parents=True, exist_ok=True)
        discard(part)
        try:
            yield part
        finally:
            discard(part)


def put_in_place(finished: Path, path: Path) -> None:
    """Give a finished file its name, at once and for good."""
    sync(finished)
    finished.replace(path)
    sync(path)


def discard(path: Path) -> None:
    """Remove a database that nobody needs, with what lies beside it."""
    for one in (*beside(path), path):
        one.unlink(missing_ok=True)


def _sync_one(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise
    finally:
        os.close(descriptor)


def _expected_bytes(header: bytes) -> int:
    (page,) = struct.unpack(">H", header[16:18])
    changed, pages = struct.unpack(">II", header[24:32])
    (valid_for,) = struct.unpack(">I", header[92:96])
    # An old writer does not keep the number of pages; then the two counters differ.
    return (65536 if page == 1 else page) * pages if changed == valid_for else 0


def _database_fault(error: sqlite3.Error, path: Path) -> StorageError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return DiskFull(f"No room is left for {path}.")
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return DatabaseBusy(f"Another program holds the database {path}.")
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return DatabaseDamaged(f"The database {path} is damaged: {error}.")
    return StorageError(
        f"The database {path} cannot be used: {error}.",
        fix="See whether the disk is there and whether you may read and write this file.",
    )
