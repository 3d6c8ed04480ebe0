"""Put a backup in the place of the database, and lose neither."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from omnisight_desktop.core.errors import DatabaseDamaged, StorageError, UsageError
from omnisight_desktop.storage.backup import copy_sound
from omnisight_desktop.storage.file import (
    beside,
    faults_in_words,
    faults_of,
    made_beside,
    open_beside,
    open_to_read,
    put_in_place,
    sync,
)
from omnisight_desktop.storage.migrate import insist_known
from omnisight_desktop.storage.owner import own


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put in place, of which revision, and where the database of before is kept."""

    path: Path
    revision: str
    kept: Path | None


def restore(file: Path, db_path: Path, *, folder: Path, aside: Path) -> Restored:
    """Put a checked copy of a backup in the database's place; keep the one of before in ``aside``.

    Owns the data folder meanwhile, so that nobody starts in the middle. Until the very last step
    the old database stays where it is.
    """
    with faults_in_words(file), own(folder), closing(open_to_read(file)) as source:
        if db_path.exists() and file.samefile(db_path):
            raise UsageError(f"{file} is the database itself.", fix="Name a backup of it.")
        revision = insist_known(source, file)
        faults = faults_of(source)
        if faults:
            raise DatabaseDamaged(
                f"{file} is damaged: {faults[0]}.",
                fix="Restore another backup; nothing was changed.",
            )
        with made_beside(db_path) as part:
            copy_sound(source, part)
            _take_in_log(db_path)
            kept = _keep(db_path, aside)
            # A log that stayed would be taken for the log of the new database.
            for side in beside(db_path):
                side.unlink()
            put_in_place(part, db_path)
    return Restored(db_path, revision, kept)


def _take_in_log(db_path: Path) -> None:
    """Have the old database hold all that is its own, so that it could stay as it is."""
    if db_path.exists() and beside(db_path):
        with suppress(StorageError, sqlite3.Error), closing(open_beside(db_path)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _keep(db_path: Path, aside: Path) -> Path | None:
    """Give the database a second name in a new folder, with the log that belongs to it."""
    if not db_path.exists():
        return None
    aside.mkdir(parents=True)
    for one in (db_path, *beside(db_path)):
        try:
            os.link(one, aside / one.name)
        except OSError:  # another disk, or one without links
            shutil.copy2(one, aside / one.name)
        sync(aside / one.name)
    return aside / db_path.name
