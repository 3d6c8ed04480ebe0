"""Reading what is remembered of faces, and on which tracks they were seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import sqlalchemy as sa

from omnisight_desktop.core.clock import from_ms
from omnisight_desktop.core.face import EXEMPLARS, Face, FaceKind, Sighting, Vector, Verdict
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.tables import faces, sightings

_F = faces.c
_S = sightings.c
_PAGE = 2000
_TELLING = (*EXEMPLARS, FaceKind.NOT_ME)


class FaceArchive:
    """The faces of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def telling(self, person: str | None = None) -> Iterator[Face]:
        """Everything by which people are recognised, or one of them: without the pictures."""
        columns = [column for column in _F if column.name != "picture"]
        statement = sa.select(*columns).where(_F.kind.in_(_TELLING), _F.person_id.is_not(None))
        if person is not None:
            statement = statement.where(_F.person_id == person)
        after = 0
        while True:
            some = statement.where(_F.seq > after).order_by(_F.seq).limit(_PAGE)
            with self._database.read() as connection:
                rows = connection.execute(some).all()
            yield from (_face(row) for row in rows)
            if len(rows) < _PAGE:
                return
            after = rows[-1].seq

    def of_person(self, person: str) -> list[Face]:
        """What is remembered of somebody, best first."""
        return self._all(sa.select(faces).where(_F.person_id == person))

    def of_track(self, track: str) -> list[Face]:
        """What is remembered of a track, best first."""
        return self._all(sa.select(faces).where(_F.track_id == track))

    def pictures_of(self, people: Iterable[str]) -> dict[str, bytes]:
        """The best picture of each, as a small JPEG; those without any are left out."""
        first = sa.func.row_number().over(
            partition_by=_F.person_id, order_by=(_F.quality.desc(), _F.seq)
        )
        wanted = sa.and_(_F.person_id.in_(list(people)), _F.kind.in_(EXEMPLARS))
        ranked = sa.select(_F.seq, first.label("place")).where(wanted).subquery()
        best = sa.select(ranked.c.seq).where(ranked.c.place == 1)
        statement = sa.select(_F.person_id, _F.picture).where(_F.seq.in_(best))
        with self._database.read() as connection:
            return {row.person_id: row.picture for row in connection.execute(statement)}

    def picture_of_each(self, tracks: Sequence[str]) -> dict[str, bytes]:
        """The best picture of a face on each track, where there is one."""
        statement = (
            sa.select(_F.track_id, _F.picture)
            .where(_F.track_id.in_(tracks))
            .order_by(_F.quality, _F.seq.desc())
        )
        with self._database.read() as connection:
            return {row.track_id: row.picture for row in connection.execute(statement)}

    def get(self, face_id: str) -> Face | None:
        """One look."""
        found = self._all(sa.select(faces).where(_F.id == face_id))
        return found[0] if found else None

    def of_other_models(self, model: str) -> list[Face]:
        """Looks whose vectors another network made."""
        return self._all(sa.select(faces).where(_F.model != model, _F.kind.in_(_TELLING)))

    def sighting(self, track: str) -> Sighting | None:
        """Who was seen on a track."""
        found = self._sightings(sa.select(sightings).where(_S.track_id == track))
        return found[0] if found else None

    def sightings_of(self, person: str, limit: int = 100) -> list[Sighting]:
        """When somebody was seen, newest first."""
        statement = sa.select(sightings).where(_S.person_id == person)
        return self._sightings(statement.order_by(_S.start_ms.desc()).limit(limit))

    def unsure(self, limit: int = 200) -> list[Sighting]:
        """Whom the house could not name for sure, newest first."""
        statement = sa.select(sightings).where(_S.verdict == Verdict.UNSURE.value)
        return self._sightings(statement.order_by(_S.start_ms.desc()).limit(limit))

    def _all(self, statement: sa.Select[Any]) -> list[Face]:
        with self._database.read() as connection:
            rows = connection.execute(statement.order_by(_F.quality.desc(), _F.seq)).all()
        return [_face(row) for row in rows]

    def _sightings(self, statement: sa.Select[Any]) -> list[Sighting]:
        with self._database.read() as connection:
            rows = connection.execute(statement).all()
        return [_sighting(row) for row in rows]


def _face(row: Any) -> Face:
    return Face(
        id=row.id,
        kind=FaceKind(row.kind),
        model=row.model,
        vector=_vector(row.vector),
        quality=row.quality,
        at=from_ms(row.at_ms),
        person=row.person_id,
        camera=row.camera_id,
        track=row.track_id,
        picture=getattr(row, "picture", b""),
    )


def _sighting(row: Any) -> Sighting:
    return Sighting(
        track=row.track_id,
        camera=row.camera_id,
        start=from_ms(row.start_ms),
        end=from_ms(row.end_ms),
        verdict=Verdict(row.verdict),
        person=row.person_id,
        likely=row.likely_id,
        score=row.score,
        faces=row.faces,
        story=row.story_id,
    )


def _vector(data: bytes) -> Vector:
    return np.frombuffer(data, "<f4").astype(np.float32)
