"""Reading marks: what was taken for something that it was not."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa

from omnisight_desktop.core.clock import from_ms
from omnisight_desktop.core.errors import StorageError
from omnisight_desktop.core.mistake import Mistake, Place
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.tables import mistakes

_M = mistakes.c


class MistakeArchive:
    """The marks of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, camera: str | None = None) -> list[Mistake]:
        """Every mark, of one camera or of all, the newest first; those past their time as well."""
        statement = sa.select(mistakes).order_by(_M.marked_ms.desc(), _M.id.desc())
        if camera is not None:
            statement = statement.where(_M.camera_id == camera)
        with self._database.read() as connection:
            return [_mistake(row) for row in connection.execute(statement)]


def written(places: tuple[Place, ...]) -> str:
    """Places as they are stored."""
    return json.dumps([[round(float(side), 5) for side in place] for place in places])


def _mistake(row: Any) -> Mistake:
    return Mistake(
        id=row.id,
        camera=row.camera_id,
        label=row.label,
        track=row.track_id,
        places=_places(row.places),
        floor=float(row.floor),
        marked=from_ms(row.marked_ms),
        until=from_ms(row.until_ms),
    )


def _places(text: str) -> tuple[Place, ...]:
    try:
        return tuple((float(a), float(b), float(c), float(d)) for a, b, c, d in json.loads(text))
    except (ValueError, TypeError) as error:
        raise StorageError(f"A stored mark is damaged: {error}.") from error
