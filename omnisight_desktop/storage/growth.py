"""How much footage came to the media folder lately."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from omnisight_desktop.core.clock import from_ms, to_ms
from omnisight_desktop.core.segment import Tier
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.tables import event_clips, segments, track_pictures


@dataclass(frozen=True, slots=True)
class Grown:
    """So many bytes came, the first of them then."""

    size_bytes: int
    first: datetime


class Growth:
    """What one database knows of its media folder's growth."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def since(self, moment: datetime) -> Grown | None:
        """What came since a moment and is still there; None where nothing did."""
        begin = to_ms(moment)
        parts = [
            _sum(event_clips.c.size_bytes, event_clips.c.start_ms, begin),
            _sum(track_pictures.c.size_bytes, track_pictures.c.at_ms, begin),
            _sum(segments.c.size_bytes, segments.c.start_ms, begin).where(
                segments.c.tier == Tier.FAST.value
            ),
        ]
        with self._database.read() as connection:
            rows = [connection.execute(part).one() for part in parts]
        firsts = [row.first for row in rows if row.first is not None]
        if not firsts:
            return None
        return Grown(sum(row.size or 0 for row in rows), from_ms(min(firsts)))


def _sum(size: sa.Column[int], at: sa.Column[int], begin: int) -> sa.Select[Any, Any]:
    both = sa.select(sa.func.sum(size).label("size"), sa.func.min(at).label("first"))
    return both.where(at >= begin)
