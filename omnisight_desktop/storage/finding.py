"""The way to events: along an index, along the hours that have any, or along the words they hold.

However long the history is, only about as many rows are looked at as are asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from omnisight_desktop.storage.tables import event_counts, person_events
from omnisight_desktop.storage.wanted import (
    FOUND,
    HOUR_MS,
    EventFilter,
    by,
    found,
    narrow,
    narrow_counts,
    narrow_times,
    ways,
)

#: How many finds are looked at in the first go, when more is wanted of them than the words.
_FIRST_GO = 200
_LARGEST_GO = 20_000
_HOURS = 64
#: In longer stretches of time, those who hold the words are not looked for by their numbers.
_MOST_IN_STRETCH = 100_000
#: A word that more events hold is common: then it is quicker to try one event after the other.
_COMMON = 5000

_T = person_events.c
_C = event_counts.c

Rows = list[Any]

#: The words come first.
SELECT = sa.select(
    _T.text, _T.label, _T.zone, _T.seq, _T.id, _T.camera_id, _T.type, _T.person_id, _T.start_ms,
    _T.end_ms, _T.track_id, _T.clip_id, _T.score, _T.story_id,
)  # fmt: skip


def newest(
    connection: sa.Connection, wanted: EventFilter, before: tuple[int, ...] | None, limit: int
) -> Rows:
    """Events by when they began, the latest first; those before a place (its time and number)."""
    return _newest(connection, SELECT, wanted, before, limit)


def few(connection: sa.Connection, wanted: EventFilter, most: int, *, tracks: bool) -> Rows | None:
    """The ids of all events with a text that are wanted, or the tracks of those that have one; None
    where there are more than that many."""
    column = _T.track_id if tracks else _T.id
    there = _T.track_id if tracks else _T.text
    columns = sa.select(column, _T.start_ms, _T.seq).where(there.is_not(None))
    rows = _newest(connection, columns, wanted, None, most + 1)
    return None if len(rows) > most else list(dict.fromkeys(row[0] for row in rows))


def _newest(
    connection: sa.Connection,
    columns: sa.Select[Any],
    wanted: EventFilter,
    before: tuple[int, ...] | None,
    limit: int,
) -> Rows:
    wide = narrow_times(columns, wanted).limit(limit)
    if before is not None:
        wide = wide.where(sa.tuple_(_T.start_ms, _T.seq) < sa.tuple_(*map(sa.literal, before)))
    if not _by_hours(wanted):
        return _along_index(connection, wide, wanted, limit)
    rows: Rows = []
    edge = None if before is None else before[0] + 1
    for first_ms, end_ms in _stretches(connection, wanted, edge, backwards=True):
        stretch = wide.where(_T.start_ms >= first_ms, _T.start_ms < end_ms)
        rows += _along_index(connection, stretch, wanted, limit - len(rows))
        if len(rows) >= limit:
            break
    return rows


def first(connection: sa.Connection, wanted: EventFilter) -> Any:
    """The event that began first."""
    wide = narrow_times(SELECT, wanted).order_by(_T.start_ms, _T.seq).limit(1)
    if wanted.words:
        return _first_holding(connection, wide, wanted)
    if not _by_hours(wanted):
        return _first_of(connection, wide, wanted)
    for first_ms, end_ms in _stretches(connection, wanted, None, backwards=False):
        stretch = wide.where(_T.start_ms >= first_ms, _T.start_ms < end_ms)
        if (row := _first_of(connection, stretch, wanted)) is not None:
            return row
    return None


def holding(connection: sa.Connection, wanted: EventFilter, below: int | None, limit: int) -> Rows:
    """Events that hold the wanted words, those stored last first; those below a number."""
    assert wanted.words is not None
    finds = found(wanted.words)
    if wanted.since or wanted.until:
        low, high = numbers(connection, wanted)
        finds = finds.where(FOUND.c.rowid >= low, FOUND.c.rowid <= high)
    wide = narrow_times(narrow(SELECT, wanted), wanted)
    # Where nothing but the words is wanted, every find is shown.
    go = limit if wanted.only_words else _FIRST_GO
    return walked(connection, finds, wide, (limit, None), below=below, go=go)


def walked(
    connection: sa.Connection,
    finds: sa.Select[Any],
    wide: sa.Select[Any],
    limits: tuple[int, int | None],
    *,
    below: int | None = None,
    go: int = _FIRST_GO,
) -> Rows:
    """The events of finds, those stored last first: so many of them, among so many finds at the most."""
    limit, most = limits
    rows: Rows = []
    looked_at_so_far = 0
    while True:
        rest = finds if below is None else finds.where(FOUND.c.rowid < below)
        ordered = rest.order_by(FOUND.c.rowid.desc())
        lowest: int | None = connection.execute(ordered.limit(1).offset(go - 1)).scalar()
        looked_at = rest if lowest is None else rest.where(FOUND.c.rowid >= lowest)
        statement = wide.where(_T.seq.in_(looked_at))
        statement = statement.order_by(_T.seq.desc()).limit(limit - len(rows))
        # Straight to the rows of those finds, whatever else is wanted.
        statement = statement.with_hint(person_events, "NOT INDEXED", "sqlite")
        rows += connection.execute(statement).all()
        looked_at_so_far += go
        if lowest is None or len(rows) >= limit or looked_at_so_far >= (most or sys.maxsize):
            return rows
        below, go = lowest, min(go * 4, _LARGEST_GO)


def count(
    connection: sa.Connection, wanted: EventFilter, since: int | None, until: int | None
) -> int:
    """How many events there are, looking at each."""
    if wanted.words and wanted.only_words and since is None and until is None:
        counted = sa.select(sa.func.count()).select_from(found(wanted.words).subquery())
        return int(connection.execute(counted).scalar() or 0)
    statement = sa.select(sa.func.count()).select_from(person_events)
    return _looked_at(connection, statement, wanted, (since, until))


def lasted_ms(connection: sa.Connection, wanted: EventFilter) -> int:
    """How long they lasted together; those that have no end yet do not count."""
    length = sa.func.sum(_T.end_ms - _T.start_ms)
    statement = sa.select(length).select_from(person_events)
    return _looked_at(connection, statement, wanted, (wanted.since_ms, wanted.until_ms))


def _looked_at(
    connection: sa.Connection,
    statement: sa.Select[Any],
    wanted: EventFilter,
    times: tuple[int | None, int | None],
) -> int:
    statement = narrow(statement, wanted)
    since, until = times
    if since is not None:
        statement = statement.where(_T.start_ms >= since)
    if until is not None:
        statement = statement.where(_T.start_ms < until)
    if wanted.words:
        statement = statement.where(_T.seq.in_(found(wanted.words)))
    else:
        statement = by(statement, ways(wanted)[0][1])
    return int(connection.execute(statement).scalar() or 0)


def _first_of(connection: sa.Connection, wide: sa.Select[Any], wanted: EventFilter) -> Any:
    rows: Rows = []
    for one, index in ways(wanted):
        rows += connection.execute(by(narrow(wide, one), index)).all()
    return min(rows, key=lambda row: (row.start_ms, row.seq), default=None)


def _first_holding(connection: sa.Connection, wide: sa.Select[Any], wanted: EventFilter) -> Any:
    finds = found(wanted.words or "")
    some = finds.limit(_COMMON).subquery()
    held = connection.execute(sa.select(sa.func.count()).select_from(some)).scalar()
    if held == _COMMON:
        tried = finds.where(FOUND.c.rowid == _T.seq).correlate(person_events).exists()
        return _first_of(connection, wide.where(tried), wanted)
    return connection.execute(narrow(wide, wanted).where(_T.seq.in_(finds))).first()


def _along_index(
    connection: sa.Connection, wide: sa.Select[Any], wanted: EventFilter, limit: int
) -> Rows:
    rows: Rows = []
    ordered = wide.order_by(_T.start_ms.desc(), _T.seq.desc()).limit(limit)
    several = ways(wanted)
    for one, index in several:
        rows += connection.execute(by(narrow(ordered, one), index)).all()
    if len(several) > 1:
        rows.sort(key=lambda row: (row.start_ms, row.seq), reverse=True)
    return rows[:limit]


def _by_hours(wanted: EventFilter) -> bool:
    """Whether the counts should say in which hours to look: no index is sorted for what is wanted."""
    return not (wanted.people or wanted.in_zones) and bool(
        wanted.labels or (wanted.cameras and wanted.types)
    )


def _stretches(
    connection: sa.Connection, wanted: EventFilter, edge: int | None, *, backwards: bool
) -> Iterator[tuple[int, int]]:
    """The hours that have such events, from an edge on, those that follow each other in one."""
    camera = wanted.cameras[0] if len(wanted.cameras) == 1 else ""
    hours = narrow_counts(sa.select(_C.hour_ms), wanted.at(camera)).group_by(_C.hour_ms)
    hours = hours.order_by(_C.hour_ms.desc() if backwards else _C.hour_ms).limit(_HOURS)
    if wanted.since_ms is not None:
        hours = hours.where(_C.hour_ms > wanted.since_ms - HOUR_MS)
    if wanted.until_ms is not None:
        hours = hours.where(_C.hour_ms < wanted.until_ms)
    while True:
        rest = hours
        if edge is not None:
            rest = hours.where(_C.hour_ms < edge if backwards else _C.hour_ms > edge)
        run: list[int] = []
        for hour in connection.execute(rest).scalars().all():
            if run and abs(hour - run[-1]) != HOUR_MS:
                yield min(run), max(run) + HOUR_MS
                run = []
            run.append(hour)
        if not run:
            return
        yield min(run), max(run) + HOUR_MS
        edge = run[-1]


def numbers(connection: sa.Connection, wanted: EventFilter) -> tuple[int, int]:
    """Between which numbers the events of the wanted stretch of time are, all of them at the most."""
    inside = by(narrow_times(sa.select(_T.seq), wanted), "start_ms").limit(_MOST_IN_STRETCH)
    numbers = inside.subquery().c.seq
    low, high, many = connection.execute(
        sa.select(sa.func.min(numbers), sa.func.max(numbers), sa.func.count())
    ).one()
    if many >= _MOST_IN_STRETCH:
        return 0, 2**63 - 1
    return (low, high) if many else (1, 0)
