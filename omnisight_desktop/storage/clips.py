"""Reading clips."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.clock import from_ms
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.tables import event_clips

_T = event_clips.c


class ClipArchive:
    """The clips of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, clip_id: str) -> Clip | None:
        """One clip."""
        with self._database.read() as connection:
            row = connection.execute(sa.select(event_clips).where(_T.id == clip_id)).first()
        return _clip(row) if row else None

    def newest(self, *, limit: int = 50, camera: str | None = None) -> list[Clip]:
        """The newest first."""
        if limit < 1:
            raise UsageError("At least one clip must be asked for.")
        statement = sa.select(event_clips).order_by(_T.start_ms.desc(), _T.id.desc()).limit(limit)
        if camera is not None:
            statement = statement.where(_T.camera_id == camera)
        with self._database.read() as connection:
            return [_clip(row) for row in connection.execute(statement)]


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
