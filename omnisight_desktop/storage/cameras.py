"""Reading cameras."""

from __future__ import annotations

import sqlalchemy as sa

from omnisight_desktop.core.camera import Camera
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
        return [Camera(row.id, row.name, row.uri, bool(row.enabled)) for row in rows]
