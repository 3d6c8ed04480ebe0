"""Copies of the database: made while it is written to, checked before anybody relies on them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from omnisight_desktop.core.clock import utc
from omnisight_desktop.core.errors import DatabaseDamaged, UsageError
from omnisight_desktop.storage.file import (
    faults_in_words,
    faults_of,
    made_beside,
    open_beside,
    put_in_place,
    revision_of,
)

_A_DAY_S = 86_400.0


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was made and found sound."""

    path: Path
    size_bytes: int
    revision: str | None


def backup(db_path: Path, to: Path) -> Backup:
    """Copy the database, also while somebody writes to it, into one file of its own.

    The copy shows one moment. It gets its name only after it was checked; a file that is there
    already is never replaced.
    """
    with faults_in_words(db_path), closing(open_beside(db_path)) as source:
        if to.exists():
            raise UsageError(f"{to} is there already.", fix="Choose another name for the backup.")
        with made_beside(to) as part:
            revision = copy_sound(source, part)
            put_in_place(part, to)
            return Backup(to, to.stat().st_size, revision)


def copy_sound(source: sqlite3.Connection, target: Path) -> str | None:
    """Copy a whole database to a new file, insist that the copy is sound, and say its revision."""
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        # All pages in one step: a copy in several would start anew whenever somebody writes.
        source.backup(copy)
        # A backup is one file: it needs no log beside it.
        copy.execute("PRAGMA journal_mode = DELETE")
        faults = faults_of(copy)
        if faults:
            raise DatabaseDamaged(f"The database cannot be copied, for it is damaged: {faults[0]}.")
        return revision_of(copy)


def clear_unfinished(backups: Path, now: datetime) -> int:
    """Remove what killed backups left behind; a day later nobody can be at work on it any more."""
    removed = 0
    with faults_in_words(backups):
        for part in backups.glob("*.db.part*"):
            if now.timestamp() - part.stat().st_mtime > _A_DAY_S:
                part.unlink()
                removed += 1
    return removed


def backup_name(db_path: Path, now: datetime, reason: str = "") -> str:
    """A name that sorts by time: ``omnisight-20260503T140500Z.db``."""
    words = [db_path.stem, f"{utc(now):%Y%m%dT%H%M%S}Z", *([reason] if reason else [])]
    return "-".join(words) + ".db"
