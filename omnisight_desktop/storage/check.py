"""The start-up and upkeep check: is the database sound, and does it agree with itself and the files?

Mending loses nothing: what can be computed anew is, what is missing is said, and no footage is
ever deleted.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from omnisight_desktop.core.clock import Clock, SystemClock, to_ms
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.registry import Check, Health
from omnisight_desktop.storage import footage
from omnisight_desktop.storage.ddl import INDEXES
from omnisight_desktop.storage.file import faults_in_words, faults_of, open_beside, open_to_read
from omnisight_desktop.storage.migrate import head, insist_known
from omnisight_desktop.storage.owner import owner_of

_SYSTEM = SystemClock()
_MEND = "Mend it with 'omnisight db check --repair'."
_RESTORE = "Restore a backup with 'omnisight db restore FILE'."

#: What SQLite says of an index that disagrees with its table; the table itself is whole.
_OF_INDEXES = ("missing from index", "in index", "non-unique entry", "FTS")

#: Tables to which others point, and a row with nothing but a name, to hold on to what points there.
_STAND_INS = {
    "cameras": "INSERT INTO cameras (id, name, uri, enabled) VALUES (?1, ?1, '', 0)",
    "conversations": "INSERT INTO conversations (id, title, created_ms) VALUES (?1, '', 0)",
}

_COUNTED = """
    SELECT start_ms - ((start_ms % 3600000) + 3600000) % 3600000, camera_id, type,
           coalesce(label, ''), count(*)
    FROM person_events WHERE camera_id <> '' GROUP BY 1, 2, 3, 4
    UNION ALL
    SELECT start_ms - ((start_ms % 3600000) + 3600000) % 3600000, '', type,
           coalesce(label, ''), count(*)
    FROM person_events GROUP BY 1, 2, 3, 4
"""
_KEPT = "SELECT hour_ms, camera_id, type, label, events FROM event_counts"
_DIFFERING = f"""
    SELECT count(*) FROM (
        SELECT * FROM (SELECT * FROM ({_COUNTED}) EXCEPT {_KEPT})
        UNION ALL SELECT * FROM ({_KEPT} EXCEPT SELECT * FROM ({_COUNTED}))
    )
"""


def check(
    path: Path,
    media: Path,
    slow: Path | None = None,
    *,
    repair: bool,
    clock: Clock = _SYSTEM,
) -> list[Check]:
    """Look at everything, and mend what can be mended if asked to; one line for each matter.

    ``slow`` is where older continuous footage lies, if anywhere.

    To repair, hold the data folder. Without that a program may be running, and nothing is changed.
    """
    alone = repair or owner_of(path.parent) is None
    try:
        found = [_soundness(path, repair, alone)]
        if found[0].state is not Health.OK:
            return found
        with faults_in_words(path), closing(open_beside(path)) as connection:
            if not alone:
                connection.execute("PRAGMA query_only = ON")
            found += [
                _references(connection, repair),
                *(_index(connection, name, repair, alone) for name in INDEXES),
                _counts(connection, repair),
            ]
            with transaction(connection):
                found += footage.check(
                    connection, media, slow, repair=repair, alone=alone, clock=clock
                )
            if repair:
                _note(connection, found, clock)
    except OmniSightError as error:
        return [Check("database", Health.FAILED, error.reason, error.fix)]
    return found


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing."""
    connection.execute("BEGIN")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _soundness(path: Path, repair: bool, alone: bool) -> Check:
    """Whether SQLite can work with the file, and we with the shape of the tables."""
    with faults_in_words(path):
        with closing(open_to_read(path) if alone else open_beside(path)) as connection:
            faults = faults_of(connection)
            revision = head() if faults else insist_known(connection, path)
        if faults and repair and all(any(sign in f for sign in _OF_INDEXES) for f in faults):
            return _reindexed(path, faults)
    if faults:
        return Check("database", Health.FAILED, f"it is damaged: {faults[0]}", _RESTORE)
    if revision != head():
        reason = f"it has revision {revision}, this version expects {head()}"
        return Check("database", Health.DEGRADED, reason, "Run 'omnisight db upgrade'.")
    return Check("database", Health.OK, "SQLite finds it sound")


def _reindexed(path: Path, faults: list[str]) -> Check:
    """An index can be built anew from its table, which is whole."""
    with closing(open_beside(path)) as connection:
        connection.execute("REINDEX")
        for index in INDEXES:
            _rebuild(connection, index)
        left = faults_of(connection)
    if left:
        return Check("database", Health.FAILED, f"it is damaged: {left[0]}", _RESTORE)
    return Check("database", Health.OK, f"mended: its indexes were built anew ({faults[0]})")


def _references(connection: sqlite3.Connection, repair: bool) -> Check:
    """Whether what rows point to is there; a stand-in is made rather than a row removed."""
    torn = _torn(connection)
    if not torn:
        return Check("references", Health.OK, "every row that is pointed to is there")
    parents = sorted({parent for _, parent in torn})
    reason = f"{len(torn)} rows point to {', '.join(parents)} that are not there"
    if not repair or not set(parents) <= set(_STAND_INS):
        return Check("references", Health.FAILED, reason, _MEND)
    with transaction(connection):
        for missing, parent in sorted(torn):
            connection.execute(_STAND_INS[parent], (missing,))
    return Check("references", Health.OK, f"mended: {reason}; empty ones stand in for them now")


def _torn(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    torn = set()
    for table, rowid, parent, number in connection.execute("PRAGMA foreign_key_check").fetchall():
        keys = connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
        column = next(key[3] for key in keys if key[0] == number)
        row = connection.execute(f"SELECT {column} FROM {table} WHERE rowid = ?", (rowid,))
        torn.add((str(row.fetchone()[0]), str(parent)))
    return torn


def _index(connection: sqlite3.Connection, index: str, repair: bool, alone: bool) -> Check:
    name = f"search index {index}"
    agrees = _agrees_in_full if alone else _agrees_in_rows
    if agrees(connection, index):
        return Check(name, Health.OK, "it agrees with what was written")
    if not repair:
        return Check(name, Health.FAILED, "it does not agree with what was written", _MEND)
    _rebuild(connection, index)
    return Check(name, Health.OK, "mended: it was built anew")


def _agrees_in_full(connection: sqlite3.Connection, index: str) -> bool:
    try:
        # The 1 has SQLite compare the index with the table, and not only with itself.
        connection.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        return False
    return True


def _agrees_in_rows(connection: sqlite3.Connection, index: str) -> bool:
    """What can be told without writing: that the same rows are in both."""
    table = "person_events" if index == "event_words" else "transcripts"
    counted = connection.execute(
        f"SELECT (SELECT count(*) FROM {table}), (SELECT count(*) FROM {index}_docsize),"
        f" (SELECT count(*) FROM {table} AS t JOIN {index}_docsize AS d ON d.id = t.seq)"
    )
    return len(set(counted.fetchone())) == 1


def _rebuild(connection: sqlite3.Connection, index: str) -> None:
    connection.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")


def _counts(connection: sqlite3.Connection, repair: bool) -> Check:
    differing = _differing(connection)
    if not differing:
        return Check("hourly counts", Health.OK, "they agree with the events")
    reason = f"{differing} hours do not agree with the events"
    if not repair:
        return Check("hourly counts", Health.FAILED, reason, _MEND)
    with transaction(connection):
        connection.execute("DELETE FROM event_counts")
        connection.execute(f"INSERT INTO event_counts {_COUNTED}")
    return Check("hourly counts", Health.OK, f"mended: {reason}; they were counted anew")


def _differing(connection: sqlite3.Connection) -> int:
    return int(connection.execute(_DIFFERING).fetchone()[0])


def _note(connection: sqlite3.Connection, found: list[Check], clock: Clock) -> None:
    """Leave word of what was mended where nobody can take it back."""
    for one in found:
        if one.reason.startswith("mended"):
            connection.execute(
                "INSERT INTO audit_log (at_ms, actor, action, detail) VALUES (?, ?, ?, ?)",
                (to_ms(clock.now()), "db check", f"mend {one.name}", one.reason),
            )
