"""Which stories somebody has looked at, and by what the events of a database can be narrowed."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa

from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.tables import person_events, reviews, zones

_R = reviews.c
_E = person_events.c
_AT_ONCE = 500
_MOST_ZONES = 200


class ReviewArchive:
    """The reviewed stories of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def reviewed(self, events: Iterable[str]) -> set[str]:
        """Those of several events that were reviewed."""
        wanted = list(dict.fromkeys(events))
        found: set[str] = set()
        with self._database.read() as connection:
            for begin in range(0, len(wanted), _AT_ONCE):
                some = _R.event_id.in_(wanted[begin : begin + _AT_ONCE])
                found |= set(connection.execute(sa.select(_R.event_id).where(some)).scalars())
        return found

    def zones(self) -> list[str]:
        """The names of zones: those that were drawn, and those of the newest events."""
        newest = (
            sa.select(_E.zone)
            .where(_E.zone.is_not(None))
            .order_by(_E.seq.desc())
            .limit(_MOST_ZONES)
        )
        with self._database.read() as connection:
            drawn = set(connection.execute(sa.select(zones.c.name)).scalars())
            return sorted(drawn | set(connection.execute(newest).scalars()))
