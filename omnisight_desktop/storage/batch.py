"""Rows on their way into the database: in one transaction, in their order, many to a statement.

Many rows to a statement is what makes writing quick: SQLite brings the search index up to date at
the end of each statement, whether it held one row or a hundred.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any, TypeAlias

import sqlalchemy as sa

from omnisight_desktop.storage.engine import PATIENCE_MS, Database, refusal
from omnisight_desktop.storage.intake import INTAKES, Cells, Intake

#: A kind, the columns, and what stands in them. A row to be removed has the key alone.
Row: TypeAlias = tuple[str, tuple[str, ...], Cells]

#: Told the place of a row and what is wrong with it.
Refused: TypeAlias = Callable[[int, Exception], None]

ERASE = "erase "
KEY = ("id",)

#: How many rows one statement takes.
_MOST = 250


class Inserts:
    """Writes rows into one database; its statements are made once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._made: dict[tuple[str, tuple[str, ...], int], str] = {}

    def write(
        self,
        rows: list[Row],
        refused: Refused,
        *,
        then: Callable[[sa.Connection], object] = lambda _: None,
        patience_ms: int = PATIENCE_MS,
    ) -> int:
        """All rows that can be stored, in one transaction; tells the places of those that cannot.

        ``then`` has the last word in the same transaction. Returns the newest event's number.
        """
        try:
            with self._database.write(patience_ms=patience_ms) as connection:
                self._insert(connection, rows)
                then(connection)
                return _newest(connection)
        except (sa.exc.StatementError, UnicodeEncodeError, OverflowError):
            # One bad row takes the others with it, unless each stands for itself.
            with self._database.write(patience_ms=patience_ms) as connection:
                faults = [self._insert_alone(connection, row) for row in rows]
                then(connection)
                newest = _newest(connection)
        for place, fault in enumerate(faults):
            if fault is not None:
                refused(place, fault)
        return newest

    def _insert_alone(self, connection: sa.Connection, row: Row) -> Exception | None:
        try:
            with connection.begin_nested():
                self._insert(connection, [row])
        except (sa.exc.StatementError, UnicodeEncodeError, OverflowError) as error:
            fault = refusal(error)
            if fault is None:
                raise
            return fault
        return None

    def _insert(self, connection: sa.Connection, rows: list[Row]) -> None:
        for kind, columns, cells in _runs(rows):
            for at in range(0, len(cells), _MOST):
                some = cells[at : at + _MOST]
                statement = self._statement(kind, columns, len(some))
                connection.exec_driver_sql(statement, tuple(chain.from_iterable(some)))

    def _statement(self, kind: str, columns: tuple[str, ...], rows: int) -> str:
        key = kind, columns, rows
        if key not in self._made:
            if kind.startswith(ERASE):
                self._made[key] = INTAKES[kind.removeprefix(ERASE)].removal(rows)
            else:
                dialect = self._database.dialect
                self._made[key] = INTAKES[kind].statement(dialect, columns, rows)
        return self._made[key]


def _newest(connection: sa.Connection) -> int:
    return int(connection.exec_driver_sql("SELECT max(seq) FROM person_events").scalar() or 0)


def _runs(rows: list[Row]) -> Iterator[tuple[str, tuple[str, ...], list[Cells]]]:
    """Rows of a kind together, each kind in its order; nothing passes by what is to be removed."""
    found: dict[tuple[str, tuple[str, ...]], list[Cells]] = {}
    erasing = False
    for kind, columns, cells in rows:
        if kind.startswith(ERASE) is not erasing:
            yield from ((*key, run) for key, run in found.items())
            found, erasing = {}, not erasing
        found.setdefault((kind, columns), []).append(cells)
    yield from ((*key, run) for key, run in found.items())


def key_of(intake: Intake) -> tuple[str, ...]:
    """How the key of a row to be removed is written down; one of a single column is just an id."""
    return intake.key if len(intake.key) > 1 else KEY


def present(row: Row) -> Row | None:
    """A row from an older journal in the columns of today; None for a kind that is no more."""
    kind, columns, cells = row
    intake = INTAKES.get(kind.removeprefix(ERASE))
    if intake is None or len(columns) != len(cells):
        return None
    if kind.startswith(ERASE):
        return row if columns == key_of(intake) and intake.erasable else None
    if columns == intake.columns:
        return kind, intake.columns, cells
    known: dict[str, Any] = dict(zip(columns, cells, strict=True))
    left = tuple(column for column in intake.columns if column in known)
    return (kind, left, tuple(known[column] for column in left)) if left else None
