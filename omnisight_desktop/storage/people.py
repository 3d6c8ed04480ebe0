"""Reading people, and how often and when each was seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from omnisight_desktop.core.clock import from_ms
from omnisight_desktop.core.face import HANDOVER_MOST_S
from omnisight_desktop.core.identity import Person, PersonState
from omnisight_desktop.storage.amend import PastChange, past
from omnisight_desktop.storage.asking import all_put_aside
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.forget import Extent, extent
from omnisight_desktop.storage.tables import faces, person_events, persons, sightings

_P = persons.c
_SELECT = sa.select(persons).order_by(_P.name, _P.visitor, _P.id)

#: Who is seen again so soon has not come anew.
VISIT_GAP_MS = 10 * 60 * 1000

#: A visit begins with a sighting before which nothing was seen of them for a while, on any camera.
_VISITS = """
    SELECT person_id, sum(start_ms > coalesce(before, -1) + :gap OR before IS NULL) AS visits,
           min(start_ms) AS first_ms, max(end_ms) AS last_ms
    FROM (
        SELECT person_id, start_ms, end_ms, max(end_ms) OVER (
            PARTITION BY person_id ORDER BY start_ms, track_id
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS before
        FROM sightings WHERE person_id IS NOT NULL {only}
    ) GROUP BY person_id
"""


#: How long after a camera somebody was seen at another one, where they were known by their face at both.
_HANDOVERS = """
    SELECT before, camera_id, (start_ms - until) / 1000.0 AS gap_s FROM (
        SELECT camera_id, start_ms,
               lag(camera_id) OVER way AS before, lag(end_ms) OVER way AS until
        FROM sightings WHERE person_id IS NOT NULL AND faces > 0
        WINDOW way AS (PARTITION BY person_id ORDER BY start_ms, track_id)
    ) WHERE before <> camera_id AND abs(start_ms - until) <= :gap
    ORDER BY start_ms DESC LIMIT 2000
"""


@dataclass(frozen=True, slots=True)
class Appearances:
    """How often somebody came, and when for the first and the last time."""

    visits: int = 0
    first: datetime | None = None
    last: datetime | None = None


class PersonArchive:
    """The people of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Person]:
        """Everybody, by name."""
        with self._database.read() as connection:
            return [_person(row) for row in connection.execute(_SELECT)]

    def get(self, person_id: str) -> Person | None:
        """One of them."""
        with self._database.read() as connection:
            row = connection.execute(sa.select(persons).where(_P.id == person_id)).first()
        return None if row is None else _person(row)

    def newest_visitor(self) -> int:
        """The highest number that a visitor ever got, as far as they are remembered."""
        with self._database.read() as connection:
            return int(connection.execute(sa.select(sa.func.max(_P.visitor))).scalar() or 0)

    def appearances(self, person_id: str | None = None) -> dict[str, Appearances]:
        """How often each was seen, or one of them; those that never were are left out."""
        only = "AND person_id = :person" if person_id is not None else ""
        statement = sa.text(_VISITS.format(only=only))
        bound: dict[str, Any] = {"gap": VISIT_GAP_MS}
        if person_id is not None:
            bound["person"] = person_id
        with self._database.read() as connection:
            rows = connection.execute(statement, bound).all()
        return {
            row.person_id: Appearances(int(row.visits), from_ms(row.first_ms), from_ms(row.last_ms))
            for row in rows
        }

    def handovers(self) -> list[tuple[str, str, float]]:
        """How long people took from one camera to another, in seconds, the oldest first."""
        with self._database.read() as connection:
            rows = connection.execute(sa.text(_HANDOVERS), {"gap": HANDOVER_MOST_S * 1000}).all()
        return [(row.before, row.camera_id, abs(float(row.gap_s))) for row in reversed(rows)]

    def last_seen(self, people: Sequence[str]) -> datetime | None:
        """When any of them was last seen."""
        newest = sa.select(sa.func.max(sightings.c.end_ms)).where(sightings.c.person_id.in_(people))
        with self._database.read() as connection:
            at_ms = connection.execute(newest).scalar()
        return None if at_ms is None else from_ms(at_ms)

    def mentioned(self, person_id: str) -> int:
        """In how many events somebody is named."""
        statement = sa.select(sa.func.count()).where(person_events.c.person_id == person_id)
        with self._database.read() as connection:
            return int(connection.execute(statement).scalar() or 0)

    def faces_of_each(self) -> dict[str, int]:
        """By how many looks each is recognised."""
        statement = (
            sa.select(faces.c.person_id, sa.func.count())
            .where(faces.c.person_id.is_not(None), faces.c.kind.in_(("enrolled", "seen")))
            .group_by(faces.c.person_id)
        )
        with self._database.read() as connection:
            return {row[0]: int(row[1]) for row in connection.execute(statement)}

    def extent(self, person_id: str) -> Extent:
        """How much is held of somebody."""
        with self._database.read() as connection:
            return extent(connection, person_id)

    def put_aside(self) -> frozenset[str]:
        """The questions that are not to be asked."""
        return all_put_aside(self._database)

    def changes(self, limit: int = 20) -> list[PastChange]:
        """What was changed about people and can be undone, newest first."""
        with self._database.read() as connection:
            return past(connection, limit)

    def tracks_of(self, person_id: str) -> list[str]:
        """The tracks on which somebody was seen, oldest first."""
        statement = (
            sa.select(sightings.c.track_id)
            .where(sightings.c.person_id == person_id)
            .order_by(sightings.c.start_ms)
        )
        with self._database.read() as connection:
            return list(connection.execute(statement).scalars())


def _person(row: Any) -> Person:
    def moment(at_ms: int | None) -> datetime | None:
        return None if at_ms is None else from_ms(at_ms)

    return Person(
        id=row.id,
        name=row.name,
        first_seen=moment(row.first_seen_ms),
        last_seen=moment(row.last_seen_ms),
        state=PersonState(row.state),
        note=row.note,
        visitor=row.visitor,
        consent=row.consent,
        expires=moment(row.expires_ms),
    )
