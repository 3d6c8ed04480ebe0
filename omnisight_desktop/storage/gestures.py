"""Reading the gestures that were taught, and how people moved when they made one."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from omnisight_desktop.core.clock import from_ms, to_ms
from omnisight_desktop.core.errors import StorageError
from omnisight_desktop.core.event import EventType
from omnisight_desktop.core.gesture import EventPoses, Gesture, Made
from omnisight_desktop.core.identity import Identity
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.tables import event_poses, gesture_templates, person_events, persons
from omnisight_desktop.storage.takes import size_in, unpack

log = logging.getLogger(__name__)

_SELECT = sa.select(gesture_templates).order_by(
    gesture_templates.c.label, gesture_templates.c.created_ms
)
_LABELS = sa.select(gesture_templates.c.label).order_by(gesture_templates.c.label)
_E = person_events.c


@dataclass(frozen=True, slots=True)
class Performance:
    """Somebody made a gesture, as it stands among the events."""

    label: str
    start_ms: int
    camera: str
    person: str | None
    score: float | None


class GestureArchive:
    """The gestures of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Gesture]:
        """Every gesture, by its name; one that cannot be read is passed over and said."""
        with self._database.read() as connection:
            rows = connection.execute(_SELECT).all()
        found = []
        for row in rows:
            try:
                found.append(_gesture(row))
            except StorageError as error:
                log.warning("the gesture %s cannot be used: %s", row.label, error)
        return found

    def labels(self) -> tuple[str, ...]:
        """The names of all of them, in their order."""
        with self._database.read() as connection:
            rows = connection.execute(_LABELS).all()
        return tuple(row.label for row in rows)

    def poses(self, event_id: str) -> EventPoses | None:
        """How somebody moved during an event, if it was kept."""
        statement = sa.select(event_poses).where(event_poses.c.event_id == event_id)
        with self._database.read() as connection:
            row = connection.execute(statement).first()
        if row is None:
            return None
        return _poses(row)

    def poses_between(self, camera: str, since: datetime, until: datetime) -> list[EventPoses]:
        """How people moved at a camera during gestures that began in a stretch of time."""
        statement = (
            sa.select(event_poses)
            .join(person_events, _E.id == event_poses.c.event_id)
            .where(_E.camera_id == camera, _E.type == str(EventType.GESTURE))
            .where(_E.start_ms >= to_ms(since), _E.start_ms < to_ms(until))
            .order_by(_E.start_ms)
        )
        with self._database.read() as connection:
            rows = connection.execute(statement).all()
        return [poses for row in rows if (poses := _poses(row)) is not None]

    def made(self) -> dict[str, tuple[int, int]]:
        """How often each gesture was made, and when last, in milliseconds."""
        statement = (
            sa.select(_E.label, sa.func.count(), sa.func.max(_E.start_ms))
            .where(_E.type == str(EventType.GESTURE), _E.label.is_not(None))
            .group_by(_E.label)
        )
        with self._database.read() as connection:
            return {row[0]: (row[1], row[2]) for row in connection.execute(statement)}

    def performances(self, since_ms: int, most: int) -> list[Performance]:
        """Who made which, newest first, up to so many."""
        statement = (
            sa.select(_E.label, _E.start_ms, _E.camera_id, _E.person_id, _E.score)
            .where(_E.type == str(EventType.GESTURE), _E.label.is_not(None))
            .where(_E.start_ms >= since_ms)
            .order_by(_E.start_ms.desc())
            .limit(most)
        )
        with self._database.read() as connection:
            return [Performance(*row) for row in connection.execute(statement)]

    def made_between(self, camera: str, since: datetime, until: datetime) -> list[Made]:
        """The gestures that were made at a camera, in the order in which they ended."""
        statement = (
            sa.select(_E.id, _E.track_id, _E.label, _E.start_ms, _E.end_ms, _E.score)
            .add_columns(_E.person_id, persons.c.name)
            .outerjoin(persons, persons.c.id == _E.person_id)
            .where(_E.camera_id == camera, _E.type == str(EventType.GESTURE))
            .where(_E.label.is_not(None), _E.start_ms >= to_ms(since), _E.start_ms < to_ms(until))
        )
        with self._database.read() as connection:
            found = [_made(row) for row in connection.execute(statement)]
        return sorted(found, key=lambda made: made.end)


def _made(row: Any) -> Made:
    start = from_ms(row.start_ms)
    end = start if row.end_ms is None else from_ms(row.end_ms)
    who = None if row.person_id is None else Identity(row.person_id, row.name)
    return Made(row.track_id or row.id, row.label, start, end, row.score or 0.0, who)


def _poses(row: Any) -> EventPoses | None:
    takes, notes = unpack(row.poses)
    if not takes:
        return None
    return EventPoses(row.event_id, from_ms(row.start_ms), takes[0], size_in(notes))


def _gesture(row: Any) -> Gesture:
    takes, notes = unpack(row.takes)
    return Gesture(
        id=row.id,
        label=row.label,
        takes=takes,
        created=from_ms(row.created_ms),
        created_by=row.created_by,
        mirrored=notes.get("mirrored") is True,
        enabled=bool(row.enabled),
    )
