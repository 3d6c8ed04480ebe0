"""How much of each kind is kept: counted by the database, without reading what is counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from omnisight_desktop.core.clock import from_ms
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.shelves import Kind
from omnisight_desktop.storage.tables import (
    event_clips,
    event_counts,
    person_events,
    persons,
    segments,
    track_pictures,
)


@dataclass(frozen=True, slots=True)
class Held:
    """So much there is of a kind; ``size_bytes`` is what its files take."""

    kind: Kind
    count: int
    size_bytes: int = 0
    oldest: datetime | None = None


#: Kinds with files of their own, and when each thing was made.
_FILES = (
    (Kind.FOOTAGE, segments, segments.c.start_ms),
    (Kind.CLIPS, event_clips, event_clips.c.start_ms),
    (Kind.PICTURES, track_pictures, track_pictures.c.at_ms),
)


def holdings(database: Database) -> tuple[Held, ...]:
    """What is kept now, the largest files first, then events and people."""
    with database.read() as connection:
        files = [_files(connection, kind, table, at) for kind, table, at in _FILES]
        # The hourly counts know how many events there are without a walk over all of them.
        every = sa.select(sa.func.sum(event_counts.c.events)).where(event_counts.c.camera_id == "")
        events = int(connection.execute(every).scalar() or 0)
        oldest = connection.execute(sa.select(sa.func.min(person_events.c.start_ms))).scalar()
        people = connection.execute(sa.select(sa.func.count()).select_from(persons)).scalar()
    return (
        *files,
        Held(Kind.EVENTS, events, oldest=_moment(oldest)),
        Held(Kind.PEOPLE, int(people or 0)),
    )


def _files(
    connection: sa.Connection, kind: Kind, table: sa.Table, at: sa.ColumnElement[int]
) -> Held:
    size = sa.func.coalesce(sa.func.sum(table.c.size_bytes), 0)
    statement = sa.select(sa.func.count(), size, sa.func.min(at)).select_from(table)
    count, size_bytes, oldest = connection.execute(statement).one()
    return Held(kind, int(count), int(size_bytes), _moment(oldest))


def _moment(at_ms: Any) -> datetime | None:
    return None if at_ms is None else from_ms(at_ms)
