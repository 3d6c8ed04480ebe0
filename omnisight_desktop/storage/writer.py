"""The one who writes. Everybody hands values over; they go to the database in batches, in order.

When the database is locked or the disk is full, a batch goes to the journal instead and from there
to the database later; when even that is impossible it is held, and producers wait. What was
accepted is not lost while the program lives, and what was committed is not lost at all.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

import sqlalchemy as sa

from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.errors import DatabaseBusy, OmniSightError, StorageError
from omnisight_desktop.core.event import Committed
from omnisight_desktop.core.instruments import Counter, Instruments
from omnisight_desktop.flow.bus import Bus
from omnisight_desktop.flow.channel import Channel, DropPolicy
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.storage.backlog import Backlog
from omnisight_desktop.storage.batch import ERASE, Inserts, Row, key_of
from omnisight_desktop.storage.engine import PATIENCE_MS, Database
from omnisight_desktop.storage.forget import Remains
from omnisight_desktop.storage.gone import Gone
from omnisight_desktop.storage.intake import INTAKES, intake_of
from omnisight_desktop.storage.journal import Journal

log = logging.getLogger(__name__)

#: So many rows are handed on together, and so many wait at most before producers do.
_PARCEL = 250
_ROOM = 64
_URGENT_ROOM = 1000
_SETTLED_AFTER = 500
_ROUND_S = 0.25
#: Once the database is known to be locked, nobody waits long to see whether it still is.
_IMPATIENCE_MS = 20
_STOP_S = 30.0
_LAST_REPLAY_S = 10.0
_LAST_CHANCES = 8


T = TypeVar("T")


@dataclass(slots=True, eq=False)
class _Act:
    """Something to be done in the database by the one who writes, and whoever waits for it."""

    change: Callable[[Any], Any]
    done: threading.Event
    result: Any = None
    fault: OmniSightError | None = None
    bare: bool = False  # in no transaction, and with no connection of ours


@dataclass(slots=True, eq=False)
class _Parcel:
    """Rows that were handed over together, and whoever waits for them."""

    rows: list[Row]
    together: bool = False
    done: threading.Event | None = None
    fault: OmniSightError | None = None

    def settle(self, fault: OmniSightError | None = None) -> None:
        """Tell who waits; the first fault counts."""
        self.fault = self.fault or fault
        if self.done is not None:
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
        self._inserts = Inserts(database)
        self._backlog = Backlog(database, self._inserts, Journal(journal_dir), clock)
        self._bus = bus
        self._clock = clock
        self._inbox = _channel("writer", _ROOM)
        # Who waits until it is stored stands in no queue behind those who push.
        self._urgent = _channel("writer.urgent", _URGENT_ROOM)
        self._acts: Channel[_Act] = Channel("writer.acts", _ROOM, DropPolicy.WAIT)
        self._gone = Gone()
        self._held: list[_Parcel] = []  # under way, or neither database nor journal would take them
        self._trouble: OmniSightError | None = None
        self._last_chances = _LAST_CHANCES
        self._stop_by: float | None = None
        self._rows = instruments.counter("writer.rows")
        self._spilled = instruments.counter("writer.spilled")
        self._refused = instruments.counter("writer.refused")
        self._latency = instruments.histogram("writer.batch_ms")
        # Settling takes a disk its time; nobody's commit is to wait for that.
        self._unsettled: Channel[int] = Channel("writer.unsettled", 1, DropPolicy.OLDEST)
        self._fresh_rows = 0
        self._database = database
        self.settler = Worker("settler", self._settle, on_stop=self._unsettled.close)
        self.worker = Worker("writer", self._run, on_stop=self._close)

    def start(self) -> None:
        """Take in what waits in the journal, then whatever comes."""
        self.worker.start()
        self.settler.start()

    def stop(self) -> None:
        """Write everything that was accepted, then end."""
        self.settler.stop()
        self.worker.stop()
        self.settler.join(_STOP_S)
        if not self.worker.join(_STOP_S):
            log.error("the writer did not end in time")
            return
        # Left over only where the worker never ran, failed at the very end, or had nowhere to write.
        self._held += self._drained()
        if self._held and not self._put_aside():
            lost = sum(len(parcel.rows) for parcel in self._held)
            log.error("%d rows could be stored nowhere: %s", lost, self._trouble)
            for parcel in self._held:
                parcel.settle(self._trouble)

    @property
    def waiting(self) -> int:
        """How many parcels are not stored yet."""
        return len(self._inbox) + len(self._urgent) + len(self._held)

    @property
    def trouble(self) -> OmniSightError | None:
        """Why the database cannot be written just now, if it cannot."""
        return self._trouble

    def keep(self, *values: Any, timeout_s: float | None = None) -> bool:
        """Hand values over; waits while too much is under way. False if they were not accepted."""
        return all(self._inbox.put(p, timeout_s) for p in _parcels(_rows(values)))

    def commit(self, *values: Any, timeout_s: float = 10.0, together: bool = False) -> None:
        """Hand values over and wait until they are stored for good; raises why if they are not.

        ``together``: in one transaction, so that after a kill all of them are there or none.
        """
        rows = _rows(values)
        self._see_stored([_Parcel(rows, together=True)] if together else _parcels(rows), timeout_s)

    def erase(
        self, kind: str, ids: Sequence[str | tuple[Any, ...]], timeout_s: float = 30.0
    ) -> None:
        """Remove values of a kind for good, but none that is protected.

        They are named by their ids, or by their keys where those have several parts.
        """
        intake = INTAKES.get(kind)
        keys = [one if isinstance(one, tuple) else (one,) for one in ids]
        if (
            intake is None
            or not intake.erasable
            or any(len(key) != len(intake.key) for key in keys)
        ):
            raise StorageError(f"Values of the kind '{kind}' cannot be removed.")
        rows: list[Row] = [(ERASE + kind, key_of(intake), key) for key in keys]
        self._see_stored(_parcels(rows), timeout_s)

    def change(self, change: Callable[[sa.Connection], T], timeout_s: float = 30.0) -> T:
        """Have something done in one transaction, behind all that was handed over before.

        It is done now or not at all: it never waits in the journal. Raises why it was not done.
        """
        return cast("T", self._ask(_Act(change, threading.Event()), timeout_s))

    def _ask(self, act: _Act, timeout_s: float) -> Any:
        if not self._acts.put(act, timeout_s):
            raise StorageError("The database takes in nothing more.")
        self._inbox.put(_Parcel([]), 0)
        if not act.done.wait(timeout_s):
            raise self._trouble or DatabaseBusy("The database did not answer in time.")
        if act.fault is not None:
            raise act.fault
        return act.result

    def purge(self, timeout_s: float = 600.0) -> None:
        """Write the database anew, so that nothing is left of what was deleted."""
        self._ask(_Act(lambda _: self._database.purge(), threading.Event(), bare=True), timeout_s)

    def _see_stored(self, parcels: list[_Parcel], timeout_s: float) -> None:
        deadline = self._clock.mono() + timeout_s
        for parcel in parcels:
            parcel.done = threading.Event()
            if not self._urgent.put(parcel, max(0.0, deadline - self._clock.mono())):
                raise self._trouble or StorageError("The database takes in nothing more.")
            self._inbox.put(_Parcel([]), 0)  # wakes the writer; where there is no room, it is awake
        for parcel in parcels:
            assert parcel.done is not None
            if not parcel.done.wait(max(0.0, deadline - self._clock.mono())):
                raise self._trouble or DatabaseBusy("The database did not answer in time.")
        for parcel in parcels:
            if parcel.fault is not None:
                raise parcel.fault

    def _run(self, worker: Worker) -> None:
        while not self._finished(worker):
            worker.beat()
            # What a fault left behind comes first.
            self._held = self._held or self._gather()
            if self._held:
                self._store(worker)
            elif not self._backlog.empty:
                self._catch_up()
            self._act()

    def _act(self) -> None:
        """Do what was asked for, unless something older still has to be stored before."""
        for act in self._acts.drain():
            try:
                if self._held or not (self._backlog.empty or self._catch_up()):
                    raise self._trouble or DatabaseBusy("What was seen before is not stored yet.")
                act.result = self._acted(act)
            except OmniSightError as error:
                act.fault = error
            except sa.exc.SQLAlchemyError as error:
                act.fault = StorageError(f"The database refused this change: {error}.")
            act.done.set()

    def _acted(self, act: _Act) -> Any:
        if act.bare:
            return act.change(None)
        with self._database.write() as connection:
            result = act.change(connection)
        if isinstance(result, Remains):
            self._gone.add(result)
        return result

    def _settle(self, worker: Worker) -> None:
        while not worker.stopping:
            worker.beat()
            if self._unsettled.get(_ROUND_S) is not None:
                self._database.settle()

    def _finished(self, worker: Worker) -> bool:
        if not worker.stopping:
            return False
        if self._held:
            # What can be stored nowhere gets some more chances; holding on for ever helps nobody.
            self._last_chances -= 1
            return self._last_chances < 0
        if len(self._inbox) or len(self._urgent) or len(self._acts):
            return False
        if self._stop_by is None:
            self._stop_by = worker.last_beat_mono + _LAST_REPLAY_S
        # What waits in the journal can wait for the next start, too.
        late = worker.last_beat_mono > self._stop_by
        return late or self._trouble is not None or self._backlog.empty

    def _gather(self) -> list[_Parcel]:
        behind = self._trouble is None and not self._backlog.empty
        first = self._inbox.get(0 if behind else _ROUND_S)
        return self._drained() if first is None else self._welcome([first, *self._drained()])

    def _drained(self) -> list[_Parcel]:
        """What was kept goes first: whoever commits may have kept something just before."""
        urgent = self._urgent.drain()
        return self._welcome([*self._inbox.drain(), *urgent])

    def _welcome(self, parcels: list[_Parcel]) -> list[_Parcel]:
        """The same without what is somebody's who was forgotten meanwhile."""
        for parcel in parcels:
            parcel.rows = self._gone.without(parcel.rows)
        return parcels

    def _close(self) -> None:
        self._acts.close()
        self._urgent.close()
        self._inbox.close()

    def _store(self, worker: Worker) -> None:
        """Into the database if it takes them and nothing older waits, else into the journal."""
        began = self._clock.mono()
        if (self._backlog.empty or self._catch_up()) and self._write(self._held):
            self._let_go(self._rows)
            self._latency.observe((self._clock.mono() - began) * 1000)
        elif not self._put_aside():
            worker.pause(_ROUND_S)

    def _write(self, parcels: list[_Parcel]) -> bool:
        rows = [row for parcel in parcels for row in parcel.rows]
        owners = [parcel for parcel in parcels for _ in parcel.rows]

        def refused(place: int, fault: Exception) -> None:
            self._refuse(rows[place], fault, owners[place])

        try:
            newest = self._inserts.write(rows, refused, patience_ms=self._patience_ms)
        except StorageError as trouble:
            self._note(trouble)
            return False
        self._trouble = None
        self._bus.ring(Committed(newest))
        self._fresh_rows += len(rows)
        if self._fresh_rows >= _SETTLED_AFTER:
            self._unsettled.put(self._fresh_rows)
            self._fresh_rows = 0
        return True

    def _catch_up(self) -> bool:
        """Bring some of the journal into the database; whether none of it is left."""
        try:
            newest = self._backlog.shrink(self._refuse_late, self._patience_ms)
        except StorageError as trouble:
            self._note(trouble)
            return False
        self._trouble = None
        self._bus.ring(Committed(newest))
        return self._backlog.empty

    def _put_aside(self) -> bool:
        """Into the journal; whether it took them."""
        rows = [row for parcel in self._held for row in parcel.rows]
        owners = [parcel for parcel in self._held for _ in parcel.rows]

        def refused(place: int, fault: Exception) -> None:
            self._refuse(rows[place], fault, owners[place])
            owners[place].rows.remove(rows[place])  # it is not tried again

        groups: list[list[Row]] = []
        for parcel in self._held:
            groups += [parcel.rows.copy()] if parcel.together else [[row] for row in parcel.rows]
        try:
            self._backlog.put(groups, refused)
        except StorageError as trouble:
            self._note(trouble)
            return False
        self._let_go(self._spilled)
        return True

    def _let_go(self, counter: Counter) -> None:
        counter.add(sum(len(parcel.rows) for parcel in self._held))
        done, self._held = self._held, []
        for parcel in done:
            parcel.settle()

    def _note(self, trouble: StorageError) -> None:
        if self._trouble is None:
            log.warning("what is seen goes to the journal for now: %s", trouble)
        self._trouble = trouble

    def _refuse(self, row: Row, cause: Exception, parcel: _Parcel) -> None:
        fault = StorageError(f"The database refused this {row[0]}: {cause}.")
        parcel.fault = parcel.fault or fault
        self._refused.add()
        log.warning("%s", fault)

    def _refuse_late(self, _place: int, cause: Exception) -> None:
        self._refused.add()
        log.warning("the database refused something from the journal: %s", cause)

    @property
    def _patience_ms(self) -> int:
        return _IMPATIENCE_MS if isinstance(self._trouble, DatabaseBusy) else PATIENCE_MS


def _channel(name: str, room: int) -> Channel[_Parcel]:
    return Channel(name, room, DropPolicy.WAIT, weigh=lambda parcel: len(parcel.rows))


def _rows(values: tuple[Any, ...]) -> list[Row]:
    rows = []
    for value in values:
        intake = intake_of(value)
        rows.append((intake.kind, intake.columns, intake.to_row(value)))
    return rows


def _parcels(rows: list[Row]) -> list[_Parcel]:
    return [_Parcel(rows[i : i + _PARCEL]) for i in range(0, len(rows), _PARCEL)]
