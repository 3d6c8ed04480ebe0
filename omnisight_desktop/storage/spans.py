"""What happened and what was recorded, summed up for as many steps of time as somebody can see.

A year costs about as much as a day: long stretches are told from sums by day or hour, short ones from
the rows themselves, and never from more of them than a person could tell apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import sqlalchemy as sa

from omnisight_desktop.core.event import EventType
from omnisight_desktop.core.kinds import SORT_OF_LABEL, SORT_OF_TYPE, Sort
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.tables import (
    coverage_gaps,
    event_clips,
    event_counts,
    event_days,
    footage_hours,
    person_events,
    recording_gaps,
    segments,
)
from omnisight_desktop.storage.wanted import HOUR_MS, EventFilter, by, found, narrow

DAY_MS = 24 * HOUR_MS

#: So many events are gone through one by one; where there are more, the sums by hour must do.
_MOST_ROWS = 40_000
#: A piece of footage is an hour at most, and waits for a key picture then.
_LONGEST_MS = 4 * HOUR_MS
#: Up to so long, pieces of footage are told one by one.
_EXACT_MS = 3 * HOUR_MS
_MOST_GAPS = 2000
_NOT_SHOWN = (EventType.LEFT,)  # whoever left had come

_T = person_events.c
_S = TypeVar("_S", bound=sa.Select[Any])
_NO_MOTION: sa.ColumnElement[int] = sa.literal(0)
_KINDS: tuple[tuple[Any, Any], ...] = (
    (segments.c, segments.c.motion_ms),
    (event_clips.c, _NO_MOTION),
)
_SORTS = {sort.value: sort for sort in Sort}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many events of a sort began at a camera in a step of time."""

    camera: str
    start_ms: int
    step_ms: int
    sort: Sort
    events: int


@dataclass(frozen=True, slots=True)
class Span:
    """Recorded from when to when; of a longer step only a share may be."""

    camera: str
    start_ms: int
    end_ms: int
    share: float
    moved: float  # for what share of the recorded time something moved


@dataclass(frozen=True, slots=True)
class Hole:
    """Nothing came, or nothing was recorded, from when to when, and why."""

    camera: str
    start_ms: int
    end_ms: int
    reason: str


class SpanArchive:
    """The sums of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def events(
        self, wanted: EventFilter, since_ms: int, until_ms: int, step_ms: int
    ) -> list[Tally]:
        """How many began in each step; steps are hours or days where there are very many."""
        wanted = replace(wanted, since=None, until=None, leading=False, unreviewed=False)
        with self._database.read() as connection:
            if not wanted.countable:
                return _looked_at(connection, wanted, since_ms, until_ms, step_ms)
            if step_ms >= DAY_MS:
                return _summed(connection, event_days, wanted, (since_ms, until_ms, step_ms))
            if step_ms < HOUR_MS and self._few(connection, since_ms, until_ms):
                return _looked_at(connection, wanted, since_ms, until_ms, step_ms)
            step_ms = max(step_ms, HOUR_MS)
            return _summed(connection, event_counts, wanted, (since_ms, until_ms, step_ms))

    def recorded(
        self, cameras: Sequence[str], since_ms: int, until_ms: int, step_ms: int
    ) -> list[Span]:
        """What was recorded, and how much moved in it."""
        if not cameras:
            return []
        time = since_ms, until_ms, step_ms
        with self._database.read() as connection:
            if until_ms - since_ms <= _EXACT_MS:
                return _pieces(connection, cameras, time)
            if step_ms >= HOUR_MS:
                return _hours(connection, cameras, time)
            return _steps(connection, cameras, time)

    def holes(self, since_ms: int, until_ms: int, least_ms: int) -> list[Hole]:
        """What is missing, where it is long enough to be seen."""
        holes: list[Hole] = []
        with self._database.read() as connection:
            for table in (coverage_gaps, recording_gaps):
                c = table.c
                statement = (
                    sa.select(table)
                    .where(c.start_ms < until_ms, c.end_ms > since_ms)
                    .where(c.end_ms - c.start_ms >= max(1, least_ms))
                    .order_by(c.start_ms.desc())
                    .limit(_MOST_GAPS)
                )
                holes += [
                    Hole(row.camera_id, row.start_ms, row.end_ms, row.reason)
                    for row in connection.execute(statement)
                ]
        return holes

    @staticmethod
    def _few(connection: sa.Connection, since_ms: int, until_ms: int) -> bool:
        c = event_counts.c
        counted = sa.select(sa.func.sum(c.events)).where(
            c.camera_id == "", c.hour_ms > since_ms - HOUR_MS, c.hour_ms < until_ms
        )
        return int(connection.execute(counted).scalar() or 0) <= _MOST_ROWS


def _summed(
    connection: sa.Connection, table: sa.Table, wanted: EventFilter, time: tuple[int, int, int]
) -> list[Tally]:
    since_ms, until_ms, step_ms = time
    c = table.c
    at = c.day_ms if table is event_days else c.hour_ms
    unit_ms = DAY_MS if table is event_days else HOUR_MS
    bin_ms = _floor(at, step_ms)
    sort = _sort(c.type, c.label)
    statement = (
        sa.select(c.camera_id, bin_ms, sort, sa.func.sum(c.events))
        .where(at > since_ms - unit_ms, at < until_ms, c.type.not_in(_NOT_SHOWN))
        .group_by(c.camera_id, bin_ms, sort)
    )
    cameras = wanted.cameras
    statement = statement.where(c.camera_id.in_(cameras) if cameras else c.camera_id != "")
    for column, values in ((c.type, wanted.types), (c.label, wanted.labels)):
        if values:
            statement = statement.where(column.in_(values))
    return _tallies(connection.execute(statement).all(), step_ms)


def _looked_at(
    connection: sa.Connection, wanted: EventFilter, since_ms: int, until_ms: int, step_ms: int
) -> list[Tally]:
    bin_ms, sort = _floor(_T.start_ms, step_ms), _sort(_T.type, _T.label)
    statement = (
        sa.select(_T.camera_id, bin_ms, sort, sa.func.count())
        .where(_T.start_ms >= since_ms, _T.start_ms < until_ms, _T.type.not_in(_NOT_SHOWN))
        .group_by(_T.camera_id, bin_ms, sort)
    )
    statement = narrow(statement, wanted)
    if wanted.words:
        statement = statement.where(_T.seq.in_(found(wanted.words)))
    else:
        statement = by(statement, "person_id_start_ms" if wanted.people else "start_ms")
    return _tallies(connection.execute(statement).all(), step_ms)


def _tallies(rows: Sequence[Any], step_ms: int) -> list[Tally]:
    return [Tally(camera, at, step_ms, _SORTS[sort], count) for camera, at, sort, count in rows]


def _pieces(
    connection: sa.Connection, cameras: Sequence[str], time: tuple[int, int, int]
) -> list[Span]:
    """Recordings one by one."""
    found: list[Span] = []
    for c, motion in _KINDS:
        statement = _within(sa.select(c.camera_id, c.start_ms, c.end_ms, motion), c, cameras, time)
        for camera, start, end, moved in connection.execute(statement):
            found.append(Span(camera, start, end, 1.0, min(1.0, moved / max(1, end - start))))
    return found


def _steps(
    connection: sa.Connection, cameras: Sequence[str], time: tuple[int, int, int]
) -> list[Span]:
    found: list[Span] = []
    for c, motion in _KINDS:
        bin_ms = _floor(c.start_ms, time[2])
        statement = sa.select(
            c.camera_id,
            sa.func.min(c.start_ms),
            sa.func.max(c.end_ms),
            sa.func.sum(c.end_ms - c.start_ms),
            sa.func.sum(motion),
        ).group_by(c.camera_id, bin_ms)
        rows = connection.execute(_within(statement, c, cameras, time))
        for camera, start, end, recorded, moved in rows:
            share = min(1.0, recorded / max(1, end - start))
            found.append(Span(camera, start, end, share, min(1.0, moved / max(1, recorded))))
    return found


def _hours(
    connection: sa.Connection, cameras: Sequence[str], time: tuple[int, int, int]
) -> list[Span]:
    since_ms, until_ms, step_ms = time
    c = footage_hours.c
    bin_ms = _floor(c.hour_ms, step_ms)
    statement = (
        sa.select(c.camera_id, bin_ms, sa.func.sum(c.recorded_ms), sa.func.sum(c.motion_ms))
        .where(c.camera_id.in_(cameras), c.hour_ms > since_ms - HOUR_MS, c.hour_ms < until_ms)
        .group_by(c.camera_id, bin_ms)
    )
    return [
        Span(
            camera,
            at,
            at + step_ms,
            min(1.0, recorded / step_ms),
            min(1.0, moved / max(1, recorded)),
        )
        for camera, at, recorded, moved in connection.execute(statement)
    ]


def _within(statement: _S, c: Any, cameras: Sequence[str], time: tuple[int, int, int]) -> _S:
    """Only recordings of these cameras that show any of that time."""
    since_ms, until_ms, _ = time
    return statement.where(
        c.camera_id.in_(cameras),
        c.start_ms > since_ms - _LONGEST_MS,
        c.start_ms < until_ms,
        c.end_ms > since_ms,
    )


def _floor(column: sa.ColumnElement[int], step_ms: int) -> sa.ColumnElement[int]:
    """The beginning of the step that a moment lies in; also before 1970."""
    past = sa.literal_column(f"({column} % {step_ms} + {step_ms}) % {step_ms}", sa.BigInteger())
    return (column - past).label("bin_ms")


def _sort(type_: sa.ColumnElement[str], label: sa.ColumnElement[str]) -> sa.ColumnElement[str]:
    """What an event is about; as ``core.kinds.sort_of`` says it."""
    whens = [(type_ == kind, sort.value) for kind, sort in SORT_OF_TYPE.items()]
    for sort in dict.fromkeys(SORT_OF_LABEL.values()):
        labels = [name for name, one in SORT_OF_LABEL.items() if one is sort]
        whens.append((label.in_(labels), sort.value))
    return sa.case(*whens, else_=Sort.THING.value).label("sort")
