"""Reading events: by page, by words, by number, and counted."""

from __future__ import annotations

import base64
import binascii
import json
import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from omnisight_desktop.core.clock import from_ms, to_ms
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.core.event import Event
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.tables import event_counts, person_events

HOUR_MS = 3_600_000
_MOST = 1000
_RANKED_AMONG = 1000
_FAR_MS = 253_402_300_800_000  # the year 10000

_T = person_events.c
_C = event_counts.c


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events are wanted; what is left out does not narrow. Ids, not names."""

    cameras: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    zone: str | None = None
    text: str | None = None
    since: datetime | None = None
    until: datetime | None = None

    def narrowed(
        self,
        *,
        type: str | None = None,
        label: str | None = None,
        zone: str | None = None,
        text: str | None = None,
    ) -> EventFilter:
        """The same filter with more said."""
        return replace(
            self,
            types=(type,) if type else self.types,
            labels=(label,) if label else self.labels,
            zone=zone or self.zone,
            text=text or self.text,
        )


@dataclass(frozen=True, slots=True)
class EventPage:
    """Some events, and the cursor from which the next ones can be had."""

    events: tuple[Event, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class HourCount:
    """How many events began in an hour."""

    hour: datetime
    events: int


class EventArchive:
    """The events of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, event_id: str) -> Event | None:
        """One event."""
        with self._database.read() as connection:
            row = connection.execute(_SELECT.where(_T.id == event_id)).first()
        return _event(row) if row else None

    def page(self, wanted: EventFilter, *, cursor: str | None = None, limit: int = 50) -> EventPage:
        """Events newest first; with words to search for, those stored last come first."""
        _check(limit)
        by_words = bool(wanted.text and wanted.text.strip())
        order = [_T.seq] if by_words else [_T.start_ms, _T.seq]
        statement = _narrow(_SELECT, wanted)
        if cursor is not None:
            place = _read_cursor(cursor, len(order))
            statement = statement.where(sa.tuple_(*order) < sa.tuple_(*map(sa.literal, place)))
        statement = statement.order_by(*(c.desc() for c in order)).limit(limit + 1)
        with self._database.read() as connection:
            rows = connection.execute(statement).all()
        more = len(rows) > limit
        shown = rows[:limit]
        last = [getattr(shown[-1], column.name) for column in order] if more else None
        return EventPage(tuple(map(_event, shown)), _write_cursor(last) if last else None)

    def since(self, seq: int, *, limit: int = 500) -> list[Event]:
        """What was stored after that number, oldest first."""
        _check(limit)
        statement = _SELECT.where(_T.seq > seq).order_by(_T.seq).limit(limit)
        with self._database.read() as connection:
            return [_event(row) for row in connection.execute(statement)]

    def first(self, wanted: EventFilter) -> Event | None:
        """The one that began first."""
        statement = _narrow(_SELECT, wanted).order_by(_T.start_ms, _T.seq).limit(1)
        with self._database.read() as connection:
            row = connection.execute(statement).first()
        return _event(row) if row else None

    def search(self, words: str, *, ranked: bool = False, limit: int = 50) -> list[Event]:
        """Events that hold all the words: the newest, or the best among the newest thousand."""
        _check(limit)
        wanted = EventFilter(text=words)
        if not ranked:
            return list(self.page(wanted, limit=limit).events)
        newest = self.page(wanted, limit=_RANKED_AMONG).events
        return best(words, newest)[:limit]

    def count(self, wanted: EventFilter) -> int:
        """How many there are; whole hours come from the counts, only the edges are looked at."""
        since = to_ms(wanted.since) if wanted.since else 0
        until = to_ms(wanted.until) if wanted.until else _FAR_MS
        first, last = -(-since // HOUR_MS) * HOUR_MS, until // HOUR_MS * HOUR_MS
        simple = not (wanted.people or wanted.zone or (wanted.text and wanted.text.strip()))
        with self._database.read() as connection:
            if not simple or first >= last:
                return _count_rows(connection, wanted)
            whole = _narrow_counts(sa.select(sa.func.sum(_C.events)), wanted)
            whole = whole.where(_C.hour_ms >= first, _C.hour_ms < last)
            total = int(connection.execute(whole).scalar() or 0)
            edges = [(since, first), (last, until)]
            for begin, end in edges:
                if begin < end:
                    edge = replace(wanted, since=from_ms(begin), until=None)
                    total += _count_rows(connection, edge, before_ms=end)
        return total

    def count_by_hour(
        self, wanted: EventFilter, since: datetime, until: datetime
    ) -> list[HourCount]:
        """Events per hour that has any, oldest first; people, zones and words do not narrow it."""
        statement = (
            _narrow_counts(sa.select(_C.hour_ms, sa.func.sum(_C.events)), wanted)
            .where(_C.hour_ms >= to_ms(since) // HOUR_MS * HOUR_MS, _C.hour_ms < to_ms(until))
            .group_by(_C.hour_ms)
            .order_by(_C.hour_ms)
        )
        with self._database.read() as connection:
            rows = connection.execute(statement).all()
        return [HourCount(from_ms(hour), int(events)) for hour, events in rows]

    def labels(self) -> list[str]:
        """Everything that was ever seen."""
        statement = sa.select(_C.label).where(_C.label != "").distinct().order_by(_C.label)
        with self._database.read() as connection:
            return list(connection.execute(statement).scalars())

    def newest_seq(self) -> int:
        """The number of the event that was stored last; 0 when there is none."""
        with self._database.read() as connection:
            return int(connection.execute(sa.select(sa.func.max(_T.seq))).scalar() or 0)


def best(words: str, events: Iterable[Event]) -> list[Event]:
    """Events by how well they fit the words, the newer first where they fit alike (BM25)."""
    candidates = list(events)
    terms = [term.lower() for term in _terms(words)]
    bags = [
        Counter(_terms(" ".join(filter(None, (e.text, e.label, e.zone))).lower()))
        for e in candidates
    ]
    sizes = [sum(bag.values()) for bag in bags]
    average = (sum(sizes) / len(sizes) if sizes else 0) or 1.0
    weights = {
        term: math.log(1 + (len(bags) + 0.5) / (sum(term in bag for bag in bags) + 0.5))
        for term in terms
    }

    def fit(index: int) -> float:
        bag, size = bags[index], sizes[index]
        return sum(
            weights[t] * bag[t] * 2.2 / (bag[t] + 1.2 * (0.25 + 0.75 * size / average))
            for t in terms
        )

    order = sorted(range(len(candidates)), key=lambda index: -fit(index))
    return [candidates[index] for index in order]


_SELECT = sa.select(
    _T.seq, _T.id, _T.camera_id, _T.type, _T.label, _T.person_id, _T.start_ms, _T.end_ms, _T.zone,
    _T.text, _T.track_id, _T.clip_id, _T.score,
)  # fmt: skip


def _narrow(statement: sa.Select[Any], wanted: EventFilter) -> sa.Select[Any]:
    for column, values in (
        (_T.camera_id, wanted.cameras),
        (_T.person_id, wanted.people),
        (_T.type, wanted.types),
        (_T.label, wanted.labels),
        (_T.zone, (wanted.zone,) if wanted.zone else ()),
    ):
        if len(values) == 1:
            statement = statement.where(column == values[0])
        elif values:
            statement = statement.where(column.in_(values))
    if wanted.since is not None:
        statement = statement.where(_T.start_ms >= to_ms(wanted.since))
    if wanted.until is not None:
        statement = statement.where(_T.start_ms < to_ms(wanted.until))
    if wanted.text and wanted.text.strip():
        statement = statement.where(_T.seq.in_(_found(wanted.text)))
    return statement


def _narrow_counts(statement: sa.Select[Any], wanted: EventFilter) -> sa.Select[Any]:
    for column, values in (
        (_C.camera_id, wanted.cameras),
        (_C.type, wanted.types),
        (_C.label, wanted.labels),
    ):
        if values:
            statement = statement.where(column.in_(values))
    return statement


def _count_rows(
    connection: sa.Connection, wanted: EventFilter, before_ms: int | None = None
) -> int:
    statement = _narrow(sa.select(sa.func.count()).select_from(person_events), wanted)
    if before_ms is not None:
        statement = statement.where(_T.start_ms < before_ms)
    return int(connection.execute(statement).scalar() or 0)


def _found(words: str) -> sa.TextualSelect:
    """The numbers of events that hold all the words. The search index is SQLite's own."""
    found = sa.text("SELECT rowid AS seq FROM event_words WHERE event_words MATCH :words")
    return found.bindparams(words=match_words(words)).columns(sa.column("seq", sa.Integer()))


def match_words(words: str) -> str:
    """What a person typed as a query that cannot fail: every word quoted, all of them wanted."""
    terms = _terms(words)
    return " ".join(f'"{term}"' for term in terms) if terms else '""'


def _terms(words: str) -> list[str]:
    return re.findall(r"[^\W_]+", words)[:32]


def _event(row: Any) -> Event:
    return Event(
        id=row.id,
        camera=row.camera_id,
        type=row.type,
        start=from_ms(row.start_ms),
        end=None if row.end_ms is None else from_ms(row.end_ms),
        label=row.label,
        person=row.person_id,
        zone=row.zone,
        text=row.text,
        track=row.track_id,
        clip=row.clip_id,
        score=row.score,
    )


def _check(limit: int) -> None:
    if not 1 <= limit <= _MOST:
        raise UsageError(f"A page holds 1 to {_MOST} events, not {limit}.")


def _write_cursor(place: list[int]) -> str:
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def _read_cursor(cursor: str, parts: int) -> list[int]:
    try:
        place = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error, RecursionError) as error:
        raise _bad_cursor() from error
    good = isinstance(place, list) and len(place) == parts
    if not good or not all(isinstance(p, int) and abs(p) < 2**63 for p in place):
        raise _bad_cursor()
    return [int(p) for p in place]


def _bad_cursor() -> UsageError:
    return UsageError(
        "That cursor belongs to no page of this list.", fix="Use 'next' of the page before."
    )
