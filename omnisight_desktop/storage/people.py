"""Reading people."""

from __future__ import annotations

import sqlalchemy as sa

from omnisight_desktop.core.clock import from_ms
from omnisight_desktop.core.identity import Person, PersonState
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.tables import persons

_SELECT = sa.select(persons).order_by(persons.c.name, persons.c.id)


class PersonArchive:
    """The people of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Person]:
        """Everybody, by name."""
        with self._database.read() as connection:
            rows = connection.execute(_SELECT).all()
        return [
            Person(
                id=row.id,
                name=row.name,
                first_seen=None if row.first_seen_ms is None else from_ms(row.first_seen_ms),
                last_seen=None if row.last_seen_ms is None else from_ms(row.last_seen_ms),
                state=PersonState(row.state),
                note=row.note,
            )
            for row in rows
        ]
