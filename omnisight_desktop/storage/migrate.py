"""Brings a database to the shape that this version expects, in one step or not at all.

A new database is built under another name and moved into place; an old one is copied first and
then changed in a single transaction, which a kill at any moment undoes.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from omnisight_desktop.core.clock import Clock, SystemClock
from omnisight_desktop.core.errors import DatabaseDamaged, DatabaseNewer, StorageError, UsageError
from omnisight_desktop.storage.backup import backup, backup_name
from omnisight_desktop.storage.file import (
    beside,
    discard,
    faults_in_words,
    is_there,
    made_beside,
    open_to_read,
    part_of,
    put_in_place,
    revision_of,
)
from omnisight_desktop.storage.revisions import head, revisions, scripts

__all__ = [
    "BASE",
    "UpgradeReport",
    "current",
    "downgrade",
    "head",
    "insist_known",
    "revisions",
    "scripts",
    "upgrade",
]

log = logging.getLogger(__name__)

BASE = "base"
_SYSTEM = SystemClock()


@dataclass(frozen=True, slots=True)
class UpgradeReport:
    """From which revision to which; ``before`` is None where there was no database."""

    before: str | None
    after: str
    backup: Path | None = None

    @property
    def changed(self) -> bool:
        """Whether there was anything to do."""
        return self.before != self.after


def current(path: Path) -> str | None:
    """The revision of a database; None when it has no tables of ours."""
    with faults_in_words(path), closing(open_to_read(path)) as connection:
        return revision_of(connection)


def insist_known(connection: sqlite3.Connection, path: Path, folder: Path | None = None) -> str:
    """The revision of an open database; raise in words when it is not ours or newer than we are."""
    revision = revision_of(connection)
    if revision is None:
        raise DatabaseDamaged(f"{path} is a database, but none of OmniSight's.")
    if revision not in revisions(folder):
        raise DatabaseNewer(
            f"The database {path} was written by a newer version (revision {revision})."
        )
    return revision


def upgrade(
    path: Path,
    backups: Path,
    *,
    to: str | None = None,
    folder: Path | None = None,
    clock: Clock = _SYSTEM,
) -> UpgradeReport:
    """Bring a database to the newest revision, or make one; a copy is kept of what is changed.

    Whoever calls this owns the data folder.
    """
    wanted = to or head(folder)
    if not is_there(path):
        _set_aside_lost_log(path, backups, clock)
        with made_beside(path) as part:
            _run(part, wanted, folder)
            put_in_place(part, path)
        return UpgradeReport(None, wanted)
    with faults_in_words(path), closing(open_to_read(path)) as connection:
        discard(part_of(path))  # of a restore that was killed
        before = None if _is_blank(connection) else insist_known(connection, path, folder)
    copy = None
    if before not in (None, wanted):
        copy = _free(backups / backup_name(path, clock.now(), f"before-{wanted}"))
        backup(path, copy)
    if before != wanted:
        _run(path, wanted, folder)
    return UpgradeReport(before, wanted, copy)


def downgrade(path: Path, revision: str, *, folder: Path | None = None) -> None:
    """Take a database back to an older revision, or to ``base``; what that has no place for goes."""
    with faults_in_words(path), closing(open_to_read(path)) as connection:
        insist_known(connection, path, folder)
    if revision not in (BASE, *revisions(folder)):
        raise UsageError(f"There is no revision '{revision}'.")
    _run(path, revision, folder, down=True)


def _set_aside_lost_log(path: Path, backups: Path, clock: Clock) -> None:
    """What lies beside a database that is gone would be taken for the log of the new one."""
    for side in beside(path):
        lost = _free(backups / backup_name(side, clock.now(), "lost"))
        log.warning("The database %s is gone; what was left of it is kept as %s.", path, lost)
        with faults_in_words(lost):
            backups.mkdir(parents=True, exist_ok=True)
            side.replace(lost)


def _run(path: Path, revision: str, folder: Path | None, *, down: bool = False) -> None:
    from alembic import command  # most starts find nothing to change, and need not wait for it
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(folder or scripts()).replace("%", "%%"))
    with faults_in_words(path), _vendor_faults(), _connection(path) as connection:
        config.attributes["connection"] = connection
        with connection.begin():
            (command.downgrade if down else command.upgrade)(config, revision)
            torn = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchone()
            if torn is not None:
                raise StorageError(
                    f"The database was left as it was: a row of {torn[0]} would lose its {torn[2]}."
                )


@contextmanager
def _connection(path: Path) -> Iterator[sa.Connection]:
    """A connection whose transactions hold DDL, too: Python's own would commit before each."""
    engine = sa.create_engine(
        sa.URL.create("sqlite", database=str(path)), poolclass=sa.pool.NullPool
    )

    @sa.event.listens_for(engine, "connect")
    def _plain(connection: Any, _: object) -> None:
        connection.isolation_level = None
        # Rebuilding a table drops the old one, which must not take the rows that point to it.
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA synchronous = FULL")

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    with engine.connect() as connection:
        yield connection
    engine.dispose()


@contextmanager
def _vendor_faults() -> Iterator[None]:
    try:
        yield
    except sa.exc.DBAPIError as error:
        if error.orig is None:
            raise
        raise error.orig from error


def _is_blank(connection: sqlite3.Connection) -> bool:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return not {name for (name,) in names} - {"alembic_version", "sqlite_sequence"}


def _free(path: Path) -> Path:
    """The name itself or, when it is taken, the first free one with a number behind."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free
