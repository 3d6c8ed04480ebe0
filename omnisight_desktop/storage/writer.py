"""The one who writes. Everybody hands values over; they go to the database in batches, in order.

When the database is locked or the disk is full, a batch goes to the journal instead and from there
to the database later; when even that is impossible it is held, and producers wait. What was
accepted is not lost while the program lives, and what was committed is not lost at all.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.errors import DatabaseBusy, OmniSightError, StorageError
from omnisight_desktop.core.event import Committed
from omnisight_desktop.core.instruments import Instruments
from omnisight_desktop.flow.bus import Bus
from omnisight_desktop.flow.channel import Channel, DropPolicy
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.intake import INTAKES, Row, intake_of
from omnisight_desktop.storage.journal import Journal, Waiting
from omnisight_desktop.storage.tables import person_events

log = logging.getLogger(__name__)

_BATCH = 1000
_PARCELS = 256
_ROUND_S = 0.25
_STOP_S = 30.0
_LAST_CHANCES = 8


@dataclass(slots=True, eq=False)
class _Parcel:
    """Rows that were handed over together, and whoever waits for them."""

    rows: list[tuple[str, Row]]
    done: threading.Event = field(default_factory=threading.Event)
    fault: OmniSightError | None = None

    def settle(self, fault: OmniSightError | None = None) -> None:
        """Tell who waits; the first fault counts."""
        self.fault = self.fault or fault
        self.done.set()


class Writer:
    """Exactly one per data folder, in the process that owns it."""

    def __init__(
        self,
        database: Database,
        journal_dir: Path,
        *,
        bus: Bus,
        clock: Clock,
        instruments: Instruments,
    ) -> None:
        self._database = database
        self._journal = Journal(journal_dir)
        self._bus = bus
        self._clock = clock
        self._statements = {k: i.statement(database.dialect) for k, i in INTAKES.items()}
        self._inbox: Channel[_Parcel] = Channel("writer", _PARCELS, DropPolicy.WAIT)
        self._held: list[_Parcel] = []  # the journal would not take them either
        self._trouble: OmniSightError | None = None
        self._last_chances = _LAST_CHANCES
        self._rows = instruments.counter("writer.rows")
        self._spilled = instruments.counter("writer.spilled")
        self._refused = instruments.counter("writer.refused")
        self._latency = instruments.histogram("writer.batch_ms")
        self.worker = Worker("writer", self._run, on_stop=self._inbox.close)

    def start(self) -> None:
        """Take in what waits in the journal, then whatever comes."""
        self.worker.start()

    def stop(self) -> None:
        """Write everything that was accepted, then end."""
        self.worker.stop()
        if not self.worker.join(_STOP_S):
            log.error("the writer did not end in time")
        if self._held:
            lost = sum(len(parcel.rows) for parcel in self._held)
            log.error("%d rows could be stored nowhere: %s", lost, self._trouble)

    @property
    def waiting(self) -> int:
        """How many parcels are not stored yet."""
        return len(self._inbox) + len(self._held)

    @property
    def trouble(self) -> OmniSightError | None:
        """Why the database cannot be written just now, if it cannot."""
        return self._trouble

    def keep(self, *values: Any, timeout_s: float | None = None) -> bool:
        """Hand values over; waits while too much is under way. False if they were not accepted."""
        return all(self._inbox.put(p, timeout_s) for p in _parcels(_rows(values)))

    def commit(self, *values: Any, timeout_s: float = 10.0) -> None:
        """Hand values over and wait until they are stored for good; raises why if they are not."""
        parcels = _parcels(_rows(values))
        deadline = self._clock.mono() + timeout_s
        for parcel in parcels:
            if not self._inbox.put(parcel, max(0.0, deadline - self._clock.mono())):
                raise self._trouble or StorageError("The database takes in nothing more.")
        for parcel in parcels:
            if not parcel.done.wait(max(0.0, deadline - self._clock.mono())):
                raise self._trouble or DatabaseBusy("The database did not answer in time.")
            if parcel.fault is not None:
                raise parcel.fault

    def erase(self, kind: str, ids: list[str], timeout_s: float = 30.0) -> None:
        """Remove values of a kind for good."""
        if kind not in INTAKES or "id" not in INTAKES[kind].columns:
            raise StorageError(f"Values of the kind '{kind}' cannot be removed.")
        parcels = _parcels([(_ERASE + kind, (one,)) for one in ids])
        for parcel in parcels:
            self._inbox.put(parcel)
        for parcel in parcels:
            if not parcel.done.wait(timeout_s):
                raise self._trouble or DatabaseBusy("The database did not answer in time.")
            if parcel.fault is not None:
                raise parcel.fault

    def _run(self, worker: Worker) -> None:
        while not self._finished(worker):
            worker.beat()
            parcels = self._held or self._gather()
            if parcels:
                self._store(parcels, worker)
            elif not self._journal.empty:
                self._replay()

    def _finished(self, worker: Worker) -> bool:
        if not worker.stopping:
            return False
        if not self._held and not len(self._inbox):
            return True
        # What can be stored nowhere gets some more chances; holding on for ever would help nobody.
        self._last_chances -= 1
        return self._last_chances < 0 and self._trouble is not None

    def _gather(self) -> list[_Parcel]:
        first = self._inbox.get(_ROUND_S)
        if first is None:
            return []
        parcels, rows = [first], len(first.rows)
        while rows < _BATCH and (more := self._inbox.drain(1)):
            parcels += more
            rows += len(more[0].rows)
        return parcels

    def _store(self, parcels: list[_Parcel], worker: Worker) -> None:
        began = self._clock.mono()
        try:
            # What waits in the journal came first and goes first.
            if not self._journal.empty:
                self._replay_now()
            self._write(parcels)
        except StorageError as trouble:
            self._put_aside(parcels, trouble, worker)
            return
        self._trouble = None
        self._held = []
        self._rows.add(sum(len(p.rows) for p in parcels))
        self._latency.observe((self._clock.mono() - began) * 1000)
        for parcel in parcels:
            parcel.settle()
        self._ring()

    def _write(self, parcels: list[_Parcel]) -> None:
        try:
            self._write_rows([row for parcel in parcels for row in parcel.rows])
        except _REFUSALS as refusal:
            log.info("a batch is written row by row, for it was refused: %s", refusal)
            for parcel in parcels:
                for row in parcel.rows:
                    self._write_alone(row, parcel)

    def _write_alone(self, row: tuple[str, Row], parcel: _Parcel) -> None:
        try:
            self._write_rows([row])
        except _REFUSALS as refusal:
            self._refused.add()
            cause = getattr(refusal, "orig", None) or refusal
            fault = StorageError(f"The database refused this {row[0]}: {cause}.")
            parcel.fault = parcel.fault or fault
            log.warning("%s", fault)

    def _write_rows(self, rows: list[tuple[str, Row]]) -> None:
        by_kind: dict[str, list[Row]] = {}
        for kind, row in rows:
            by_kind.setdefault(kind, []).append(row)
        with self._database.write() as connection:
            for kind, statement in self._statements.items():
                if kind in by_kind:
                    connection.exec_driver_sql(statement, by_kind.pop(kind))
            for erasing, ids in by_kind.items():
                table = INTAKES[erasing.removeprefix(_ERASE)].table
                gone = sa.delete(table).where(table.c.id.in_([one for (one,) in ids]))
                connection.execute(gone)

    def _put_aside(self, parcels: list[_Parcel], trouble: OmniSightError, worker: Worker) -> None:
        if self._trouble is None:
            log.warning("what is seen goes to the journal for now: %s", trouble)
        self._trouble = trouble
        try:
            self._journal.add([_waiting(row) for parcel in parcels for row in parcel.rows])
        except StorageError as error:
            self._trouble = error
            self._held = parcels
            worker.pause(_ROUND_S)
            return
        self._held = []
        self._spilled.add(sum(len(p.rows) for p in parcels))
        for parcel in parcels:
            parcel.settle()

    def _replay(self) -> None:
        try:
            self._replay_now()
        except StorageError as trouble:
            self._trouble = trouble

    def _replay_now(self) -> None:
        """Bring the journal into the database; doing so twice does no harm."""
        rows: list[tuple[str, Row]] = []
        for waiting in self._journal.rows():
            row = _row(waiting)
            if row is not None:
                rows.append(row)
            if len(rows) >= _BATCH:
                self._write([_Parcel(rows)])
                rows = []
        if rows:
            self._write([_Parcel(rows)])
        self._journal.clear()
        self._trouble = None
        self._ring()

    def _ring(self) -> None:
        with self._database.read() as connection:
            newest = connection.execute(_NEWEST).scalar()
        self._bus.ring(Committed(newest or 0))


_ERASE = "erase "
_NEWEST = sa.select(sa.func.max(person_events.c.seq))
#: What is wrong with a value, not with the database: it will not be better next time.
_REFUSALS = (sa.exc.StatementError, OverflowError, UnicodeEncodeError)


def _rows(values: tuple[Any, ...]) -> list[tuple[str, Row]]:
    rows = []
    for value in values:
        intake = intake_of(value)
        rows.append((intake.kind, intake.to_row(value)))
    return rows


def _parcels(rows: list[tuple[str, Row]]) -> list[_Parcel]:
    return [_Parcel(rows[i : i + _BATCH]) for i in range(0, len(rows), _BATCH)]


def _waiting(row: tuple[str, Row]) -> Waiting:
    kind, cells = row
    intake = INTAKES.get(kind)
    return kind, intake.columns if intake else ("id",), cells


def _row(waiting: Waiting) -> tuple[str, Row] | None:
    """A row of the journal in the columns of today; None for a kind that is no more."""
    kind, columns, cells = waiting
    if kind.startswith(_ERASE):
        return kind, cells
    intake = INTAKES.get(kind)
    if intake is None:
        log.warning("the journal holds a '%s', which nobody knows any more", kind)
        return None
    known = dict(zip(columns, cells, strict=True))
    return kind, tuple(known.get(column) for column in intake.columns)
