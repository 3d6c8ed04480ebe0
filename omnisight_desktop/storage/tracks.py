"""Reading the paths and pictures of tracks, and the gaps in what cameras delivered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from omnisight_desktop.core.clock import from_ms, to_ms
from omnisight_desktop.core.event import Gap
from omnisight_desktop.core.track import TrackPath, TrackPicture
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.paths import unpack
from omnisight_desktop.storage.tables import coverage_gaps, track_pictures, tracks

_T = tracks.c
_G = coverage_gaps.c
_P = track_pictures.c

#: So many are asked for in one statement.
_AT_ONCE = 500


class TrackArchive:
    """The paths and pictures of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, track_id: str) -> TrackPath | None:
        """One path."""
        found = self._paths(sa.select(tracks).where(_T.id == track_id))
        return found[0] if found else None

    def between(self, camera: str, since: datetime, until: datetime) -> list[TrackPath]:
        """Paths of a camera that overlap a stretch of time, oldest first."""
        begin, end = to_ms(since), to_ms(until)
        start_ms: sa.ColumnElement[int] = _T.start_ms
        end_ms: sa.ColumnElement[int] = _T.end_ms
        # Of years of paths only those are read that are wanted: by when they began where the time is
        # among the first of them, by when they ended where it is among the last.
        if self._is_late(camera, begin, end):
            start_ms = start_ms + 0
        else:
            end_ms = end_ms + 0
        statement = sa.select(tracks).where(_T.camera_id == camera, start_ms < end, end_ms >= begin)
        found = self._paths(statement)
        return sorted(found, key=lambda path: (path.start, path.track))

    def stored(self, track_ids: Iterable[str]) -> set[str]:
        """Those of several tracks whose paths are stored."""
        wanted = list(dict.fromkeys(track_ids))
        found: set[str] = set()
        with self._database.read() as connection:
            for begin in range(0, len(wanted), _AT_ONCE):
                some = _T.id.in_(wanted[begin : begin + _AT_ONCE])
                found |= {row.id for row in connection.execute(sa.select(_T.id).where(some))}
        return found

    def picture(self, track_id: str) -> TrackPicture | None:
        """How a track looked at its best, if a picture was kept."""
        return self.pictures([track_id]).get(track_id)

    def pictures(self, track_ids: Iterable[str]) -> dict[str, TrackPicture]:
        """The pictures of several tracks, by track; those without one are left out."""
        wanted = list(dict.fromkeys(track_ids))
        rows: list[Any] = []
        with self._database.read() as connection:
            for begin in range(0, len(wanted), _AT_ONCE):
                some = _P.track_id.in_(wanted[begin : begin + _AT_ONCE])
                rows += connection.execute(sa.select(track_pictures).where(some)).all()
        return {row.track_id: _picture(row) for row in rows}

    def pictures_since(self, number: int, limit: int = 500) -> list[tuple[int, TrackPicture]]:
        """Pictures that were kept after that number, each with the number to go on from."""
        row: sa.ColumnElement[int] = sa.literal_column("rowid")
        statement = sa.select(row.label("number"), track_pictures).where(row > number)
        with self._database.read() as connection:
            rows = connection.execute(statement.order_by(row).limit(limit)).all()
        return [(row.number, _picture(row)) for row in rows]

    def newest_picture(self) -> int:
        """The number of the picture that was kept last; 0 when there is none."""
        row: sa.ColumnElement[int] = sa.literal_column("rowid")
        statement = sa.select(sa.func.max(row)).select_from(track_pictures)
        with self._database.read() as connection:
            return int(connection.execute(statement).scalar() or 0)

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

    def _is_late(self, camera: str, begin: int, end: int) -> bool:
        """Whether fewer of a camera's paths lie behind a stretch of time than before it, as it seems."""
        mine = _T.camera_id == camera
        first = sa.select(sa.func.min(_T.start_ms)).where(mine).scalar_subquery()
        last = sa.select(sa.func.max(_T.end_ms)).where(mine).scalar_subquery()
        with self._database.read() as connection:
            oldest, newest = connection.execute(sa.select(first, last)).one()
        return oldest is not None and newest - begin < end - oldest

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
                    score=row.score,
                )
            )
        return paths


def _picture(row: Any) -> TrackPicture:
    return TrackPicture(
        track=row.track_id,
        camera=row.camera_id,
        at=from_ms(row.at_ms),
        crop=row.crop,
        thumbnail=row.thumbnail,
        size_bytes=row.size_bytes,
    )
