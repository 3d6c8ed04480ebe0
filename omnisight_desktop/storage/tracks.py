"""Reading the paths of tracks, and the gaps in what cameras delivered."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from omnisight_desktop.core.clock import from_ms, to_ms
from omnisight_desktop.core.event import Gap
from omnisight_desktop.core.track import TrackPath
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.paths import unpack
from omnisight_desktop.storage.tables import coverage_gaps, tracks

_T = tracks.c
_G = coverage_gaps.c


class TrackArchive:
    """The paths of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, track_id: str) -> TrackPath | None:
        """One path."""
        found = self._paths(sa.select(tracks).where(_T.id == track_id))
        return found[0] if found else None

    def between(self, camera: str, since: datetime, until: datetime) -> list[TrackPath]:
        """Paths of a camera that overlap a stretch of time, oldest first."""
        statement = sa.select(tracks).where(
            _T.camera_id == camera, _T.start_ms < to_ms(until), _T.end_ms >= to_ms(since)
        )
        return self._paths(statement.order_by(_T.start_ms))

    def gaps(self, camera: str, since: datetime, until: datetime) -> list[Gap]:
        """What a camera did not deliver in a stretch of time, oldest first."""
        statement = (
            sa.select(coverage_gaps)
            .where(_G.camera_id == camera, _G.start_ms < to_ms(until), _G.end_ms > to_ms(since))
            .order_by(_G.start_ms)
        )
        with self._database.read() as connection:
            rows = connection.execute(statement).all()
        return [Gap(r.camera_id, from_ms(r.start_ms), from_ms(r.end_ms), r.reason) for r in rows]

    def _paths(self, statement: sa.Select[tuple[object, ...]]) -> list[TrackPath]:
        with self._database.read() as connection:
            rows = connection.execute(statement).all()
        paths = []
        for row in rows:
            offsets, boxes = unpack(row.path)
            paths.append(
                TrackPath(
                    track=row.id,
                    camera=row.camera_id,
                    label=row.label,
                    start=from_ms(row.start_ms),
                    offsets_ms=offsets,
                    boxes=boxes,
                    person=row.person_id,
                )
            )
        return paths
