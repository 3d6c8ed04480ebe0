"""Reading events: by page, by words, by number, and counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from omnisight_desktop.core.clock import from_ms, to_ms
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.storage import finding
from omnisight_desktop.storage.cursor import read_cursor, write_cursor
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.kinds import Kinds
from omnisight_desktop.storage.ranking import best
from omnisight_desktop.storage.tables import event_clips, event_counts, person_events, tracks
from omnisight_desktop.storage.wanted import (
    HOUR_MS,
    EventFilter,
    by,
    found,
    narrow,
    narrow_counts,
    narrow_times,
)
from omnisight_desktop.storage.words import ranked as by_fit

__all__ = ["EventArchive", "EventFilter", "EventPage", "HourCount", "KindCount"]

_MOST = 1000
_ANY = EventFilter()
#: Ranking looks at no more than so many finds, the newest ones, however common a word is.
RANKED_AMONG = 500

_FOLLOWED = (EventType.APPEARED, EventType.STATIONARY)
_LASTING = (EventType.LOUD, EventType.CAMERA_DOWN)

_T = person_events.c
_C = event_counts.c
_F = event_clips.c


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


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many events of a kind, and of a kind of thing, began in an hour."""

    hour: datetime
    type: str
    label: str  # nothing where they have none
    events: int


class EventArchive:
    """The events of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kinds = Kinds(database)

    def get(self, event_id: str) -> Event | None:
        """One event."""
        with self._database.read() as connection:
            row = connection.execute(finding.SELECT.where(_T.id == event_id)).first()
        return _event(row) if row else None

    def page(self, wanted: EventFilter, *, cursor: str | None = None, limit: int = 50) -> EventPage:
        """Events newest first; with words to search for, those stored last come first."""
        _check(limit)
        place = None if cursor is None else read_cursor(cursor, 1 if wanted.words else 2)
        with self._database.read() as connection:
            if wanted.words:
                below = None if place is None else place[0]
                rows = finding.holding(connection, wanted, below, limit + 1)
            else:
                rows = finding.newest(connection, wanted, place, limit + 1)
        shown = rows[:limit]
        if len(rows) == len(shown):
            return EventPage(tuple(map(_event, shown)), None)
        last = shown[-1]
        end = (last.seq,) if wanted.words else (last.start_ms, last.seq)
        return EventPage(tuple(map(_event, shown)), write_cursor(end))

    def since(self, seq: int, *, limit: int = 500, told: bool = False) -> list[tuple[int, Event]]:
        """What was stored after that number, oldest first, each with the number to go on from; only
        what has a text, if it is to be ``told``."""
        _check(limit)
        statement = finding.SELECT.where(_T.seq > seq).order_by(_T.seq).limit(limit)
        if told:
            statement = statement.where(_T.text.is_not(None))
        with self._database.read() as connection:
            return [(row.seq, _event(row)) for row in connection.execute(statement).all()]

    def which(self, ids: Iterable[str], wanted: EventFilter) -> list[Event]:
        """Those of several events that are wanted, words left aside."""
        asked = list(dict.fromkeys(ids))
        found: list[Event] = []
        with self._database.read() as connection:
            for begin in range(0, len(asked), _MOST):
                some = sa.select(_T.seq).where(_T.id.in_(asked[begin : begin + _MOST]))
                # Straight to these rows, and not to all of a camera.
                statement = finding.SELECT.where(_T.seq.in_(some))
                statement = statement.with_hint(person_events, "NOT INDEXED", "sqlite")
                narrowed = narrow_times(narrow(statement, wanted), wanted)
                found += [_event(row) for row in connection.execute(narrowed)]
        return found

    def first(self, wanted: EventFilter) -> Event | None:
        """The one that began first."""
        with self._database.read() as connection:
            row = finding.first(connection, wanted)
        return None if row is None else _event(row)

    def of_stories(self, stories: Iterable[str]) -> list[Event]:
        """Everything that belongs to these stories, in the order in which it was stored."""
        wanted = list(stories)
        rows: list[Any] = []
        with self._database.read() as connection:
            for begin in range(0, len(wanted), _MOST):
                some = wanted[begin : begin + _MOST]
                rows += connection.execute(finding.SELECT.where(_T.story_id.in_(some))).all()
        return [_event(row) for row in sorted(rows, key=lambda row: int(row.seq))]

    def of_track(self, track_id: str) -> list[Event]:
        """Everything that happened on a track, in the order in which it was stored."""
        statement = finding.SELECT.where(_T.track_id == track_id).order_by(_T.seq)
        with self._database.read() as connection:
            return [_event(row) for row in connection.execute(statement)]

    def of_clip(self, clip_id: str) -> list[Event]:
        """Everything that a clip shows, in the order in which it was stored."""
        statement = finding.SELECT.where(_T.clip_id == clip_id).order_by(_T.seq)
        with self._database.read() as connection:
            return [_event(row) for row in connection.execute(statement)]

    def closed(self, event: Event) -> Event:
        """An event that was left open, ended when something was last known of it.

        That is the end of the clip that shows its beginning, which it names then, or the last thing
        that was noticed on the same track.
        """
        begun_ms = to_ms(event.start)
        shows = (
            sa.select(_F.id, _F.end_ms)
            .where(_F.camera_id == event.camera, _F.start_ms <= begun_ms, _F.end_ms >= begun_ms)
            .where(_F.start_ms > begun_ms - HOUR_MS)
            .order_by(_F.start_ms.desc())
        )
        if event.clip is not None:
            shows = sa.select(_F.id, _F.end_ms).where(_F.id == event.clip)
        latest = sa.func.max(_T.start_ms, sa.func.coalesce(_T.end_ms, _T.start_ms))
        noticed = sa.select(sa.func.max(latest)).where(_T.track_id == event.track)
        with self._database.read() as connection:
            clip = connection.execute(shows).first()
            signs = [begun_ms, clip.end_ms if clip else begun_ms]
            if event.track is not None:
                signs.append(connection.execute(noticed).scalar() or begun_ms)
        return replace(event, end=from_ms(max(signs)), clip=clip.id if clip else event.clip)

    def unfinished(self) -> list[Event]:
        """Events that were never brought to an end: the program was killed meanwhile."""
        finished = sa.exists().where(tracks.c.id == _T.track_id)
        followed = sa.and_(_T.type.in_(_FOLLOWED), _T.track_id.is_not(None), ~finished)
        # Those without a track are the house's own where they belong to a story.
        lasting = sa.and_(_T.type.in_(_LASTING), _T.story_id.is_not(None))
        statement = finding.SELECT.where(
            _T.end_ms.is_(None), _T.type.in_(_FOLLOWED + _LASTING), sa.or_(followed, lasting)
        )
        with self._database.read() as connection:
            return [_event(row) for row in connection.execute(statement)]

    def search(self, words: str, *, ranked: bool = False, limit: int = 50) -> list[Event]:
        """Events that hold all the words: the newest, or the best of the newest few hundred."""
        _check(limit)
        wanted = EventFilter(text=words)
        if not wanted.words:
            return []
        if not ranked:
            return list(self.page(wanted, limit=limit).events)
        with self._database.read() as connection:
            rows = finding.holding(connection, wanted, None, RANKED_AMONG)
        texts = [" ".join(filter(None, row[:3])) for row in rows]
        return [_event(rows[place]) for place in by_fit(words, texts)[:limit]]

    def best(
        self, words: str, wanted: EventFilter = _ANY, *, but: Iterable[str] = (), limit: int = 50
    ) -> list[Event]:
        """Wanted events whose texts hold any of the words, the best fit first (BM25); none of the types
        ``but``."""
        _check(limit)
        if not words.strip():
            return []
        with self._database.read() as connection:
            return list(map(_event, best(connection, words, wanted, tuple(but), limit)))

    def few(self, wanted: EventFilter, most: int, *, tracks: bool = False) -> list[str] | None:
        """The ids of all wanted events that have a text, or the ``tracks`` of all wanted events; None
        where there are more than that many."""
        with self._database.read() as connection:
            return finding.few(connection, wanted, most, tracks=tracks)

    def first_on(self, tracks: Iterable[str], wanted: EventFilter) -> dict[str, Event]:
        """The first wanted event of each of several tracks that has one, words left aside."""
        asked = list(dict.fromkeys(tracks))
        found: dict[str, Event] = {}
        for begin in range(0, len(asked), _MOST):
            some = finding.SELECT.where(_T.track_id.in_(asked[begin : begin + _MOST]))
            statement = narrow_times(narrow(some, wanted), wanted)
            statement = statement.order_by(_T.start_ms, _T.seq)
            statement = by(statement, "track_id")
            with self._database.read() as connection:
                for row in connection.execute(statement):
                    found.setdefault(row.track_id, _event(row))
        return found

    def count(self, wanted: EventFilter) -> int:
        """How many there are; whole hours come from the counts, only the edges are looked at."""
        since, until = wanted.since_ms, wanted.until_ms
        first = None if since is None else -(-since // HOUR_MS) * HOUR_MS
        last = None if until is None else until // HOUR_MS * HOUR_MS
        short = first is not None and last is not None and first >= last
        with self._database.read() as connection:
            if short or not wanted.countable:
                return finding.count(connection, wanted, since, until)
            total = 0
            whole = narrow_counts(sa.select(sa.func.sum(_C.events)), wanted)
            if since is not None:
                whole = whole.where(_C.hour_ms >= first)
                total += finding.count(connection, wanted, since, first)
            if until is not None:
                whole = whole.where(_C.hour_ms < last)
                total += finding.count(connection, wanted, last, until)
            return total + int(connection.execute(whole).scalar() or 0)

    def count_by_hour(
        self, wanted: EventFilter, since: datetime, until: datetime
    ) -> list[HourCount]:
        """Events per hour that has any, oldest first, over whole hours; the filter's own times aside."""
        first, end = to_ms(since) // HOUR_MS * HOUR_MS, -(-to_ms(until) // HOUR_MS) * HOUR_MS
        statement = _hours_counted(wanted) if wanted.countable else _hours_looked_at(wanted)
        with self._database.read() as connection:
            rows = connection.execute(statement, {"first": first, "end": end}).all()
        return [HourCount(from_ms(hour), int(events)) for hour, events in rows]

    def kinds_by_hour(self, since: datetime, until: datetime) -> list[KindCount]:
        """How many of each kind began in each hour, at all cameras together, oldest first."""
        first, end = to_ms(since) // HOUR_MS * HOUR_MS, -(-to_ms(until) // HOUR_MS) * HOUR_MS
        statement = (
            sa.select(_C.hour_ms, _C.type, _C.label, _C.events)
            .where(_C.camera_id == "", _C.hour_ms >= first, _C.hour_ms < end)
            .order_by(_C.hour_ms)
        )
        with self._database.read() as connection:
            rows = connection.execute(statement).all()
        return [KindCount(from_ms(r.hour_ms), r.type, r.label, int(r.events)) for r in rows]

    def seconds(self, wanted: EventFilter) -> float:
        """How long they lasted together, as far as they are over."""
        with self._database.read() as connection:
            return finding.lasted_ms(connection, wanted) / 1000

    def zones(self) -> list[str]:
        """Every zone in which anything ever happened, from one to the next along the index."""
        # The index knows no events without a zone: without this its beginning is looked for in all of them.
        first = sa.select(sa.func.min(_T.zone).label("zone")).where(_T.zone.is_not(None))
        walk = first.cte("walk", recursive=True)
        after = sa.select(sa.func.min(_T.zone)).where(_T.zone > walk.c.zone).scalar_subquery()
        walk = walk.union_all(sa.select(after).where(walk.c.zone.is_not(None)))
        there = sa.select(walk.c.zone).where(walk.c.zone.is_not(None)).limit(_MOST)
        with self._database.read() as connection:
            return list(connection.execute(there).scalars())

    def labels(self, type: str | None = None) -> list[str]:
        """Everything that was ever seen, or all labels of one kind of event."""
        kinds = self._kinds.all()
        return sorted({label for kind, label in kinds if label and type in (None, kind)})

    def types(self) -> list[str]:
        """Every kind of event that there is."""
        return sorted({kind for kind, _ in self._kinds.all()})

    def newest_seq(self) -> int:
        """The number of the event that was stored last; 0 when there is none."""
        with self._database.read() as connection:
            return int(connection.execute(sa.select(sa.func.max(_T.seq))).scalar() or 0)


def _hours_counted(wanted: EventFilter) -> sa.Select[Any]:
    statement = narrow_counts(sa.select(_C.hour_ms, sa.func.sum(_C.events)), wanted)
    return _inside(statement, _C.hour_ms).group_by(_C.hour_ms).order_by(_C.hour_ms)


def _hours_looked_at(wanted: EventFilter) -> sa.Select[Any]:
    hour = (_T.start_ms - (_T.start_ms % HOUR_MS + HOUR_MS) % HOUR_MS).label("hour")
    statement = narrow(sa.select(hour, sa.func.count()), wanted)
    if wanted.words:
        statement = statement.where(_T.seq.in_(found(wanted.words)))
    return _inside(statement, _T.start_ms).group_by(hour).order_by(hour)


def _inside(statement: sa.Select[Any], column: sa.ColumnElement[int]) -> sa.Select[Any]:
    return statement.where(column >= sa.bindparam("first"), column < sa.bindparam("end"))


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
        story=row.story_id,
    )


def _check(limit: int) -> None:
    if not 1 <= limit <= _MOST:
        raise UsageError(f"A page holds 1 to {_MOST} events, not {limit}.")
