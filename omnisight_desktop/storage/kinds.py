"""Which kinds of events there are, of which kinds of things: looked up once, then only what is new."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.tables import event_counts, person_events

_T = person_events.c
_C = event_counts.c
_MANY = 20_000  # so many new events are quicker looked up in the counts

Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Known:
    """What was found, up to which event, and since when anything is counted."""

    pairs: Pairs
    seq: int
    begins: int | None


class Kinds:
    """The kinds of one database. Any thread may ask; what two find at once is the same."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known = _Known(frozenset(), 0, None)

    def all(self) -> Pairs:
        """Each kind with each label it ever had; no label is ''."""
        known = self._known
        with self._database.read() as connection:
            newest = int(connection.execute(sa.select(sa.func.max(_T.seq))).scalar() or 0)
            begins = connection.execute(
                sa.select(sa.func.min(_C.hour_ms)).where(_C.camera_id == "")
            ).scalar()
            if newest == known.seq and begins == known.begins:
                return known.pairs
            # Where the oldest are gone, a kind may be gone with them.
            again = begins != known.begins or not 0 <= newest - known.seq <= _MANY
            if again:
                some = sa.select(_C.type, _C.label).where(_C.camera_id == "").distinct()
            else:
                label = sa.func.coalesce(_T.label, "")
                some = sa.select(_T.type, label).where(_T.seq > known.seq).distinct()
            found = frozenset((kind, label) for kind, label in connection.execute(some))
        self._known = _Known(found if again else known.pairs | found, newest, begins)
        return self._known.pairs
