"""The engines that recognise faces, loaded when they are first needed, and what they know of people."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from omnisight_desktop.config.sections import People as PeopleSettings
from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.face import Face
from omnisight_desktop.perception.identify.gallery import Gallery
from omnisight_desktop.perception.weights import Weights
from omnisight_desktop.storage.faces import FaceArchive
from omnisight_desktop.storage.vectors import CodeIndex

if TYPE_CHECKING:  # OpenCV is heavy; who looks at no face does without
    from omnisight_desktop.perception.identify.body import BodyReader
    from omnisight_desktop.perception.identify.reader import FaceReader

log = logging.getLogger(__name__)

_TRY_AGAIN_S = 30.0


class Recognition:
    """Face engines as the settings want them; after a failure they are tried again now and then."""

    def __init__(
        self,
        archive: FaceArchive,
        settings: PeopleSettings,
        weights: Callable[[], Weights],
        clock: Clock,
    ) -> None:
        self.settings = settings
        self.on = settings.recognise_faces
        self._archive = archive
        self._weights = weights
        self.clock = clock
        self._reader: FaceReader | None = None
        self._tried_mono = 0.0
        self._body: BodyReader | None = None
        self._no_body = False  # it was tried
        self.trouble: OmniSightError | None = None

    def switch(self, on: bool) -> None:
        """Recognise faces from now on, or leave it; any thread may say so."""
        self.on = on
        self.trouble = None  # whoever switches it on wants it tried

    def reader(self) -> FaceReader:
        """The engines, ready to look; raises why they cannot be had."""
        if self._reader is not None:
            return self._reader
        from omnisight_desktop.perception.identify.choose import choose_reader

        now = self.clock.mono()
        if self.trouble is not None and now - self._tried_mono < _TRY_AGAIN_S:
            raise self.trouble
        self._tried_mono = now
        try:
            self._reader = choose_reader(self.settings.finder, self.settings.model, self._weights())
        except OmniSightError as error:
            self.trouble = error
            raise
        self.trouble = None
        return self._reader

    def bodies(self) -> BodyReader | None:
        """What tells people apart by figure and clothes; nothing where its file is not here."""
        if self._body is None and not self._no_body:
            from omnisight_desktop.perception.identify.body import BodyReader

            self._no_body = True
            file = self._weights().look("osnet")
            if file is not None:
                try:
                    self._body = BodyReader(file)
                except OmniSightError as error:
                    log.warning("nobody is known by figure and clothes: %s", error)
        return self._body

    def gallery(self) -> Gallery:
        """Everybody who is remembered, for these engines."""
        embedder = self.reader().embedder
        gallery = Gallery(
            embedder.name,
            embedder.scale,
            lambda: CodeIndex(embedder.dimensions),
            self.settings.face_similarity,
        )
        gallery.put(self._archive.telling())
        return gallery

    def recall(self, gallery: Gallery, person: str) -> None:
        """Bring what a gallery knows of somebody up to date."""
        gallery.drop(person)
        gallery.put(self._archive.telling(person))

    def read_anew(self, face: Face) -> Face | None:
        """A look whose vector another network made, for the one in use; None if it cannot be read."""
        from omnisight_desktop.services.photo import decode_photo

        image = decode_photo(face.picture) if face.picture else None
        if image is None:
            return None
        reader = self.reader()
        seen = reader.look(image)
        if not seen:
            return None
        look = reader.embed(seen[:1], face.at)[0]
        return replace(face, model=reader.embedder.name, vector=look.vector)

    def stale(self) -> list[Face]:
        """Looks that the engines in use cannot compare with, as another network made them."""
        return self._archive.of_other_models(self.reader().embedder.name)
