"""Reading clips, and which events they show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.clock import from_ms, to_ms
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.tables import event_clips, person_events

_T = event_clips.c
_E = person_events.c
_AT_ONCE = 500  # ids in one statement


class ClipArchive:
    """The clips of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, clip_id: str) -> Clip | None:
        """One clip."""
        with self._database.read() as connection:
            row = connection.execute(sa.select(event_clips).where(_T.id == clip_id)).first()
        return _clip(row) if row else None

    def newest(
        self,
        *,
        limit: int | None = 50,
        camera: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> list[Clip]:
        """The newest first; of a stretch of time those that show any of it."""
        if limit is not None and limit < 1:
            raise UsageError("At least one clip must be asked for.")
        statement = sa.select(event_clips).order_by(_T.start_ms.desc(), _T.id.desc()).limit(limit)
        if camera is not None:
            statement = statement.where(_T.camera_id == camera)
        if since is not None:
            statement = statement.where(_T.end_ms > to_ms(since))
        if until is not None:
            statement = statement.where(_T.start_ms < to_ms(until))
        with self._database.read() as connection:
            return [_clip(row) for row in connection.execute(statement)]

    def of_event(self, event_id: str) -> list[Clip] | None:
        """The clip of an event; where it has none, those of its story. None: no such event."""
        with self._database.read() as connection:
            event = connection.execute(
                sa.select(_E.clip_id, _E.story_id).where(_E.id == event_id)
            ).first()
            if event is None:
                return None
            ids = [event.clip_id]
            if event.clip_id is None and event.story_id is not None:
                told = sa.select(_E.clip_id).where(_E.story_id == event.story_id)
                ids = [row.clip_id for row in connection.execute(told)]
            wanted = sa.select(event_clips).where(_T.id.in_([i for i in ids if i is not None]))
            return [_clip(row) for row in connection.execute(wanted.order_by(_T.start_ms, _T.id))]

    def events_of(self, clip_ids: Sequence[str]) -> dict[str, list[str]]:
        """The ids of the events that each clip shows, oldest first."""
        events: dict[str, list[str]] = {clip_id: [] for clip_id in clip_ids}
        with self._database.read() as connection:
            for some in _portions(clip_ids):
                statement = sa.select(_E.id, _E.clip_id).where(_E.clip_id.in_(some))
                for row in connection.execute(statement.order_by(_E.start_ms, _E.seq)):
                    events[row.clip_id].append(row.id)
        return events


def _portions(ids: Sequence[str]) -> Iterator[Iterable[str]]:
    return (ids[begin : begin + _AT_ONCE] for begin in range(0, len(ids), _AT_ONCE))


def _clip(row: Any) -> Clip:
    return Clip(
        id=row.id,
        camera=row.camera_id,
        path=row.path,
        start=from_ms(row.start_ms),
        end=from_ms(row.end_ms),
        size_bytes=row.size_bytes,
        sha256=row.sha256,
        protected=bool(row.protected),
    )
