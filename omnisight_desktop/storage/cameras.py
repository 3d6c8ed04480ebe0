"""Reading cameras."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.storage import options
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.tables import cameras

_SELECT = sa.select(cameras).order_by(cameras.c.name)


class CameraArchive:
    """The cameras of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Camera]:
        """Every camera there ever was, by name."""
        with self._database.read() as connection:
            rows = connection.execute(_SELECT).all()
        return [_camera(row) for row in rows]

    def get(self, camera_id: str) -> Camera | None:
        """One camera."""
        with self._database.read() as connection:
            row = connection.execute(_SELECT.where(cameras.c.id == camera_id)).first()
        return _camera(row) if row else None


def _camera(row: Any) -> Camera:
    return Camera(row.id, row.name, row.uri, bool(row.enabled), options.read(row.options))
