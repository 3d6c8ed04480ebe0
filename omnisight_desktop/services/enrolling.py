"""Photographs of somebody who gave their name: which of them serve, and why others do not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import numpy as np

from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.core.face import Face, FaceKind, Vector
from omnisight_desktop.core.ids import IdSource
from omnisight_desktop.perception.identify.gallery import Gallery
from omnisight_desktop.perception.identify.reader import FaceReader, SeenFace
from omnisight_desktop.perception.identify.template import Look, Template
from omnisight_desktop.services.enrolled import Photo
from omnisight_desktop.services.photo import read_photo

_ALONE = 1.6  # times as high as the next one is a face that is surely meant
_TWIN = 0.995


class Enrolment:
    """Takes in photographs of one person."""

    def __init__(
        self,
        reader: FaceReader,
        gallery: Gallery,
        person: str,
        now: datetime,
        names: dict[str, str],
    ) -> None:
        self._reader = reader
        self._gallery = gallery
        self._person = person
        self._now = now
        self._names = names
        self._ids = IdSource("F")
        self._known: list[Vector] = list(gallery.looks_of(person).values())

    def take(self, files: Sequence[Path]) -> list[Photo]:
        """Each photograph, with the face in it or the reason against it."""
        return [self._one(file) for file in files]

    def _one(self, file: Path) -> Photo:
        try:
            face = self._face_in(file)
            look = self._reader.embed([face], self._now)[0]
            self._insist_theirs(look)
        except UsageError as error:
            return Photo(str(file), error.reason.rstrip("."))
        self._known.append(look.vector)
        made = Face(
            id=self._ids.next(to_ms(self._now)),
            kind=FaceKind.ENROLLED,
            model=self._reader.embedder.name,
            vector=look.vector,
            quality=look.quality,
            at=self._now,
            person=self._person,
            picture=look.picture,
        )
        return Photo(str(file), quality=round(look.quality, 3), face=made)

    def _face_in(self, file: Path) -> SeenFace:
        """The one face that is meant, good enough to recognise somebody by."""
        seen = self._reader.look(read_photo(file))
        if not seen:
            raise UsageError("there is no face in it")
        if len(seen) > 1 and seen[0].height_px < _ALONE * seen[1].height_px:
            raise UsageError(f"there are {len(seen)} faces in it: cut out the one that is meant")
        if not seen[0].quality.usable:
            raise UsageError(seen[0].quality.refusal)
        return seen[0]

    def _insist_theirs(self, look: Look) -> None:
        """A look that is somebody else's would have strangers taken for this person."""
        scale = self._gallery.reading
        if self._known:
            cosines = np.stack(self._known) @ look.vector
            if float(cosines.max()) >= _TWIN:
                raise UsageError("this very picture is known already")
            if scale.similarity(float(cosines.max())) < 0.4:
                raise UsageError("it shows somebody else than the other pictures")
        alone = Template()
        alone.add(look)
        for other in self._gallery.rank(alone.vector):
            if other.person != self._person and other.cosine >= other.threshold:
                name = self._names.get(other.person, other.person)
                raise UsageError(
                    f"this face is known as {name}: if they are the same, merge the two"
                )
