"""What waits in the journal, and its way into the database: all of it, once, and in its order."""

from __future__ import annotations

import logging

import sqlalchemy as sa

from omnisight_desktop.core.clock import Clock, to_ms
from omnisight_desktop.storage.batch import Inserts, Refused, Row, present
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.journal import Journal, insist_storable, record
from omnisight_desktop.storage.tables import audit_log

log = logging.getLogger(__name__)

#: How many rows go into the database at once; more than come in meanwhile.
_STEP = 4000
_REPLAYED = "journal replayed"
_MARKS_AMONG = 1000


class Backlog:
    """The rows that could not go into the database when they came.

    With each piece that it takes over, the database notes in its audit log how far it got. So a
    piece is never taken over twice, also when the program is killed before the journal is cleared.
    """

    def __init__(
        self, database: Database, inserts: Inserts, journal: Journal, clock: Clock
    ) -> None:
        self._database = database
        self._inserts = inserts
        self._journal = journal
        self._clock = clock
        self._done: int | None = None  # up to where the database has it, once that is known

    @property
    def empty(self) -> bool:
        """Whether nothing waits."""
        return self._journal.empty

    def put(self, groups: list[list[Row]], refused: Refused) -> None:
        """Keep rows for later, for good when this returns; what could never be stored is refused.

        Of a group, all rows are kept and brought into the database later, or none.
        """
        records, place = [], 0
        for group in groups:
            kept = []
            for row in group:
                try:
                    insist_storable(row)
                    kept.append(row)
                except ValueError as fault:
                    refused(place, fault)
                place += 1
            try:
                if kept:
                    records.append(record(kept))
            except ValueError as fault:
                refused(place - 1, fault)
        self._journal.add(records)

    def shrink(self, refused: Refused, patience_ms: int) -> int:
        """Bring the next piece into the database; returns the newest event's number."""
        name = self._journal.name()
        if self._done is None:
            self._done = self._noted(name)
        rows: list[Row] = []
        end, more = self._done, False
        for place, together in self._journal.records(self._done):
            rows += (today for row in together if (today := _today(row)) is not None)
            end, more = place, len(rows) >= _STEP
            if more:
                break

        def note(connection: sa.Connection) -> None:
            connection.execute(
                audit_log.insert().values(
                    at_ms=to_ms(self._clock.now()),
                    actor="writer",
                    action=_REPLAYED,
                    detail=f"{name} {end}",
                )
            )

        newest = self._inserts.write(rows, refused, then=note, patience_ms=patience_ms)
        self._done = end
        if not more:
            # The journal outlived power cuts; what takes its place has to as well.
            self._database.settle()
            self._journal.clear()
            self._done = None
        return newest

    def _noted(self, name: str) -> int:
        """Up to where the database has taken over the journal of that name before."""
        seq = audit_log.c.seq
        newest = sa.select(sa.func.max(seq)).scalar_subquery()
        # Hardly anything is written in between, so that the note is among the newest.
        statement = (
            sa.select(audit_log.c.detail)
            .where(seq > newest - _MARKS_AMONG, audit_log.c.action == _REPLAYED)
            .order_by(seq.desc())
            .limit(1)
        )
        with self._database.read() as connection:
            detail = connection.execute(statement).scalar()
        noted, _, end = (detail or "").partition(" ")
        return int(end) if name and noted == name and end.isdecimal() else 0


def _today(row: Row) -> Row | None:
    today = present(row)
    if today is None:
        log.warning("the journal holds a '%s' that has no place any more", row[0])
    return today
