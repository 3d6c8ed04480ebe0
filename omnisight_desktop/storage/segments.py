"""Reading continuous footage: its pieces, what moved in them, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray

from omnisight_desktop.core.clock import from_ms, to_ms
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.core.segment import MAP_HEIGHT, MAP_WIDTH, Segment, Tier, Unrecorded
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.tables import recording_gaps, segments

_T = segments.c
_G = recording_gaps.c
_CELLS = MAP_WIDTH * MAP_HEIGHT
_AT_ONCE = 500  # ids in one statement

#: A piece is an hour at most, and waits for a key frame then.
_LONGEST_MS = 4 * 3_600_000

_MAPS = f"""
    SELECT id, start_ms, end_ms, motion_map FROM segments
    WHERE camera_id = ? AND start_ms > ? AND start_ms < ? AND end_ms > ?
    AND length(motion_map) = {_CELLS} ORDER BY start_ms, id
"""


@dataclass(frozen=True, slots=True, eq=False)
class MotionMaps:
    """What moved in the pieces of one camera, oldest first; pieces without any movement are left out."""

    ids: tuple[str, ...]
    spans_ms: NDArray[np.int64]  # (N, 2): from when to when each goes
    cells: NDArray[np.uint8]  # (N, 144)

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Kept:
    """How much continuous footage of one camera lies on one disk."""

    camera: str
    tier: Tier
    count: int
    size_bytes: int
    oldest: datetime
    newest: datetime


class SegmentArchive:
    """The continuous footage of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, ids: Sequence[str]) -> list[Segment]:
        """Pieces by their ids, oldest first; those that are not there are left out."""
        found: list[Segment] = []
        with self._database.read() as connection:
            for at in range(0, len(ids), _AT_ONCE):
                wanted = sa.select(segments).where(_T.id.in_(ids[at : at + _AT_ONCE]))
                found += [_segment(row) for row in connection.execute(wanted)]
        return sorted(found, key=lambda segment: (segment.start, segment.id))

    def between(
        self,
        camera: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        *,
        limit: int | None = None,
        newest_first: bool = False,
    ) -> list[Segment]:
        """The pieces that show any of a stretch of time, in order."""
        if limit is not None and limit < 1:
            raise UsageError("At least one piece of footage must be asked for.")
        order = (_T.start_ms.desc(), _T.id.desc()) if newest_first else (_T.start_ms, _T.id)
        statement = _within(sa.select(segments), camera, since, until)
        with self._database.read() as connection:
            rows = connection.execute(statement.order_by(*order).limit(limit))
            return [_segment(row) for row in rows]

    def last_end(self, camera: str) -> datetime | None:
        """Up to when a camera was recorded."""
        # The last one to begin is the last one to end, unless somebody set the clock.
        statement = (
            sa.select(_T.end_ms)
            .where(_T.camera_id == camera)
            .order_by(_T.start_ms.desc(), _T.id.desc())
            .limit(1)
        )
        with self._database.read() as connection:
            end_ms = connection.execute(statement).scalar()
        return None if end_ms is None else from_ms(end_ms)

    def knows(self, path: str) -> bool:
        """Whether a file of that path is listed, on whichever disk."""
        with self._database.read() as connection:
            found = connection.execute(sa.select(_T.id).where(_T.path == path).limit(1))
            return found.first() is not None

    def motion_maps(self, camera: str, since: datetime, until: datetime) -> MotionMaps:
        """What moved at one camera in a stretch of time."""
        begin, end = to_ms(since), to_ms(until)
        with self._database.read() as connection:
            # Tens of thousands of rows: as the driver has them, without a wrapper around each.
            result = connection.exec_driver_sql(_MAPS, (camera, begin - _LONGEST_MS, end, begin))
            rows = result.cursor.fetchall() if result.cursor is not None else []
        ids, starts, ends, cells = zip(*rows, strict=True) if rows else ((), (), (), ())
        spans = np.asarray((starts, ends), np.int64).reshape(2, -1).T
        maps = np.frombuffer(b"".join(cells), np.uint8).reshape(-1, _CELLS)
        return MotionMaps(ids, spans, maps)

    def gaps(
        self,
        camera: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> list[Unrecorded]:
        """What should have been recorded and was not, oldest first."""
        statement = sa.select(recording_gaps)
        for wanted, clause in (
            (camera, _G.camera_id == camera),
            (since, _G.end_ms > to_ms(since) if since else sa.true()),
            (until, _G.start_ms < to_ms(until) if until else sa.true()),
        ):
            statement = statement.where(clause) if wanted is not None else statement
        with self._database.read() as connection:
            rows = connection.execute(statement.order_by(_G.start_ms, _G.camera_id))
            return [
                Unrecorded(row.camera_id, from_ms(row.start_ms), from_ms(row.end_ms), row.reason)
                for row in rows
            ]

    def kept(self) -> list[Kept]:
        """How much there is of each camera, on each disk."""
        told = sa.select(
            _T.camera_id,
            _T.tier,
            sa.func.count(),
            sa.func.sum(_T.size_bytes),
            sa.func.min(_T.start_ms),
            sa.func.max(_T.end_ms),
        )
        grouped = told.group_by(_T.camera_id, _T.tier).order_by(_T.camera_id, _T.tier)
        with self._database.read() as connection:
            return [
                Kept(camera, Tier(tier), count, size, from_ms(oldest), from_ms(newest))
                for camera, tier, count, size, oldest, newest in connection.execute(grouped)
            ]

    def to_move(
        self, before: datetime, after: tuple[datetime, str] | None, limit: int
    ) -> list[Segment]:
        """Pieces on the fast disk that ended before a moment, oldest first, behind a place."""
        place = sa.tuple_(_T.start_ms, _T.id)
        statement = sa.select(segments).where(_T.tier == Tier.FAST.value)
        statement = statement.where(_T.start_ms < to_ms(before), _T.end_ms < to_ms(before))
        if after is not None:
            behind = sa.tuple_(sa.literal(to_ms(after[0])), sa.literal(after[1]))
            statement = statement.where(place > behind)
        with self._database.read() as connection:
            rows = connection.execute(statement.order_by(_T.start_ms, _T.id).limit(limit))
            return [_segment(row) for row in rows]


def _within(
    statement: sa.Select[Any], camera: str | None, since: datetime | None, until: datetime | None
) -> sa.Select[Any]:
    if camera is not None:
        statement = statement.where(_T.camera_id == camera)
    if since is not None:
        statement = statement.where(_T.end_ms > to_ms(since))
        # Nothing is longer than a few hours: so the order by beginnings serves here, too.
        statement = statement.where(_T.start_ms > to_ms(since) - _LONGEST_MS)
    if until is not None:
        statement = statement.where(_T.start_ms < to_ms(until))
    return statement


def _segment(row: Any) -> Segment:
    return Segment(
        id=row.id,
        camera=row.camera_id,
        start=from_ms(row.start_ms),
        end=from_ms(row.end_ms),
        path=row.path,
        size_bytes=row.size_bytes,
        sha256=row.sha256,
        motion_s=row.motion_ms / 1000,
        objects=row.objects,
        loudness_dbfs=row.loudness_dbfs,
        motion_map=bytes(row.motion_map),
        tier=Tier(row.tier),
        protected=bool(row.protected),
    )
