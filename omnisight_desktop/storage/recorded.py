"""When a camera was recorded at all, in clips or without a break: the nearest edges of it."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from omnisight_desktop.core.clock import from_ms, to_ms
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.tables import event_clips, segments

#: Clips and pieces of footage are told apart by nobody who only wants to see something.
_KINDS = (event_clips, segments)
_BEHIND = 8  # whoever began last need not have ended last


class RecordedArchive:
    """The recordings of one database, whatever kind they are."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def next_start(self, camera: str, after: datetime) -> datetime | None:
        """When the next recording begins."""
        found: list[int] = []
        with self._database.read() as connection:
            for kind in _KINDS:
                begun = kind.c.start_ms
                statement = (
                    sa.select(begun)
                    .where(kind.c.camera_id == camera, begun > to_ms(after))
                    .order_by(begun)
                    .limit(1)
                )
                found += connection.execute(statement).scalars().all()
        return from_ms(min(found)) if found else None

    def last_end(self, camera: str, before: datetime) -> datetime | None:
        """Up to when the recordings before a moment go, at the latest up to that moment."""
        found: list[int] = []
        edge = to_ms(before)
        with self._database.read() as connection:
            for kind in _KINDS:
                begun = kind.c.start_ms
                statement = (
                    sa.select(kind.c.end_ms)
                    .where(kind.c.camera_id == camera, begun < edge)
                    .order_by(begun.desc())
                    .limit(_BEHIND)
                )
                found += connection.execute(statement).scalars().all()
        return from_ms(min(edge, max(found))) if found else None

    def edges(self) -> tuple[datetime, datetime] | None:
        """From when to when there is anything at all."""
        first: list[int] = []
        last: list[int] = []
        with self._database.read() as connection:
            for kind in _KINDS:
                oldest = sa.select(kind.c.start_ms).order_by(kind.c.start_ms).limit(1)
                newest = sa.select(kind.c.end_ms).order_by(kind.c.start_ms.desc()).limit(1)
                first += connection.execute(oldest).scalars().all()
                last += connection.execute(newest).scalars().all()
        return (from_ms(min(first)), from_ms(max(last))) if first and last else None
