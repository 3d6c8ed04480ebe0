"""What is kept, how much room it takes, what goes when, and having it go now."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.ops import Ops
from omnisight_desktop.gui.tongue import told, tr
from omnisight_desktop.gui.viewmodels.faults import words_of
from omnisight_desktop.gui.words import amount, clock_time, many
from omnisight_desktop.services.house import House
from omnisight_desktop.services.sweep import Report
from omnisight_desktop.storage.disk import Space
from omnisight_desktop.storage.holdings import Held
from omnisight_desktop.storage.plan import Act, Line, Plan, Reason
from omnisight_desktop.storage.shelves import Kind

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Shelf:
    """One kind of what is kept, in words, and its share of all that is kept."""

    words: str
    size: str
    since: str
    share: float


@dataclass(frozen=True, slots=True)
class Due:
    """What goes by a certain time, if nothing is changed."""

    when: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stock:
    """Everything that is to be told of the storage."""

    disk: str = ""
    used: float = 0.0  # share of the disk, by whomever
    ours: float = 0.0  # by what is kept here
    shelves: tuple[Shelf, ...] = ()
    dues: tuple[Due, ...] = ()
    now: tuple[str, ...] = ()
    note: str = ""
    place: str = ""


class StorageViewModel(QObject):
    """Looks when it is asked to, and cleans up when it is told to."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._house = desk.house
        self._say = desk.say
        self._ops = Ops(threads=1)
        self._stop = threading.Event()
        self._plan: Plan | None = None
        self.stock = Stock()
        self.loaded = False
        self.cleaning = False
        self.trouble = ""

    def load(self) -> None:
        """Look again."""
        house = self._house
        self._ops.run(lambda: _look(house), self._looked, self._failed)

    def clean(self) -> None:
        """Let go what the plan says, and nothing that the plan did not show."""
        plan = self._plan
        if plan is None or not plan.count or self.cleaning:
            return
        self.cleaning = True
        self._stop.clear()
        self.changed.emit()
        # Looked at after each step; until then nothing is ever left half removed.
        self._ops.run(lambda: self._carried_out(plan), self._cleaned, self._failed)

    def stop_cleaning(self) -> None:
        """Leave it at what is gone already."""
        self._stop.set()

    def close(self) -> None:
        """Stop what runs, and wait for it."""
        self._stop.set()
        self._ops.close()

    def _carried_out(self, plan: Plan) -> Report:
        return self._house.retention.carry_out(plan, lambda _: self._stop.is_set())

    def _looked(self, found: tuple[Stock, Plan]) -> None:
        self.stock, self._plan = found
        self.loaded, self.trouble = True, ""
        self.changed.emit()

    def _cleaned(self, report: Report) -> None:
        self.cleaning = False
        lines = _in_words(report.lines)
        if not lines:
            self._say(tr("Nothing had to go."))
        else:
            self._say(tr("Gone for good: {what}.", what=", ".join(lines)))
        self.changed.emit()
        self.load()

    def _failed(self, error: OmniSightError) -> None:
        self.cleaning = False
        self.trouble = words_of(error)
        self.changed.emit()


def _look(house: House) -> tuple[Stock, Plan]:
    now, retention = house.clock.now(), house.retention
    room, held, plan = retention.room(), retention.held(), retention.plan()
    ours = sum(one.size_bytes for one in held)
    stock = Stock(
        disk=_disk(room),
        used=0.0 if room is None else 1 - room.free / max(1, room.total),
        ours=0.0 if room is None else ours / max(1, room.total),
        shelves=tuple(_shelf(one, ours, now) for one in held if one.count),
        dues=_dues(house, now),
        now=tuple(_in_words(plan.lines)),
        note=told(plan.note),
        place=str(house.paths.media),
    )
    return stock, plan


def _dues(house: House, now: datetime) -> tuple[Due, ...]:
    """What will have gone by then of what is there now; the disk may ask for more."""
    steps = (
        (tr("By tomorrow"), _DAY),
        (tr("Within a week"), 7 * _DAY),
        (tr("Within a month"), 30 * _DAY),
    )
    plans = [(when, house.retention.plan(now=now + ahead)) for when, ahead in steps]
    return tuple(Due(when, tuple(_in_words(_by_age(plan)))) for when, plan in plans)


def _by_age(plan: Plan) -> Iterable[Line]:
    return [line for line in plan.lines if line.reason is not Reason.DISK]


def _disk(room: Space | None) -> str:
    if room is None:
        return tr("The disk for footage is not there. Is it unplugged?")
    return tr("{free} free of {total}", free=amount(room.free), total=amount(room.total))


def _shelf(held: Held, ours: int, now: datetime) -> Shelf:
    since = "" if held.oldest is None else tr("since {time}", time=clock_time(held.oldest, now))
    size = amount(held.size_bytes) if held.size_bytes else ""
    return Shelf(counted(held.kind, held.count), size, since, held.size_bytes / max(1, ours))


def _in_words(lines: Iterable[Line]) -> list[str]:
    """What goes, one sentence a kind and reason; what people never see is left out."""
    said = []
    for line in lines:
        if line.kind in (Kind.TRACKS, Kind.GAPS, Kind.MISSED):
            continue
        size = f" ({amount(line.size_bytes)})" if line.size_bytes else ""
        what = f"{counted(line.kind, line.count)}{size}"
        said.append(_why(line, what))
    return said


def _why(line: Line, what: str) -> str:
    if line.act is Act.ARCHIVE:
        return tr("{what} archived", what=what)
    if line.reason is Reason.SIZE:
        return tr("{what}, for all takes too much room", what=what)
    if line.reason is Reason.DISK:
        return tr("{what}, for the disk is too full", what=what)
    return what


def counted(kind: Kind, count: int) -> str:
    """So many of a kind, in words."""
    several = many(count)
    if count == 1:
        return {
            Kind.FOOTAGE: tr("1 piece of footage"),
            Kind.CLIPS: tr("1 clip"),
            Kind.PICTURES: tr("1 picture"),
            Kind.EVENTS: tr("1 event"),
            Kind.PEOPLE: tr("1 person"),
            Kind.EXPORTS: tr("1 export"),
            Kind.TRANSCRIPTS: tr("1 transcript"),
        }.get(kind, f"1 {kind.value}")
    return {
        Kind.FOOTAGE: tr("{count} pieces of footage", count=several),
        Kind.CLIPS: tr("{count} clips", count=several),
        Kind.PICTURES: tr("{count} pictures", count=several),
        Kind.EVENTS: tr("{count} events", count=several),
        Kind.PEOPLE: tr("{count} people", count=several),
        Kind.EXPORTS: tr("{count} exports", count=several),
        Kind.TRANSCRIPTS: tr("{count} transcripts", count=several),
    }.get(kind, f"{several} {kind.value}")
