"""Making somebody known by photographs: which serve, and why others do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.tongue import noted, told, tr
from omnisight_desktop.gui.viewmodels.faults import words_of
from omnisight_desktop.gui.viewmodels.people_words import decoded
from omnisight_desktop.gui.viewmodels.pictures import small
from omnisight_desktop.services.enrolled import Enrolled

_SIDE = 160

#: Why a photograph does not serve, as the house says it.
_REASONS = (
    *(noted("there is no face in it"), noted("this very picture is known already")),
    noted("there are {count} faces in it: cut out the one that is meant"),
    noted("it shows somebody else than the other pictures"),
    noted("this face is known as {name}: if they are the same, merge the two"),
    noted("the face is too small ({size}, at least {least})"),
    noted("the face is blurred ({size}, at least {least})"),
    noted("the face is turned away ({size}, at most {least})"),
    noted("the face looks up or down too far ({size}, at most {least})"),
    noted("it is too dark ({size}, at least {least})"),
    noted("the face is too bright ({size}, at most {least})"),
    noted("it is hardly a face ({size}, at least {least})"),
    noted("there is too little contrast ({size}, at least {least})"),
    noted("the face lies outside the picture"),
    noted("{file} is no picture that can be read"),
)


@dataclass(frozen=True, slots=True, eq=False)
class PhotoCard:
    """One photograph: how it looks, and what became of it."""

    file: Path
    picture: QImage | None = None
    taken: bool | None = None  # nobody knows yet
    words: str = ""


class EnrollingViewModel(QObject):
    """State and verbs of adding somebody; it knows no widget."""

    changed = Signal()
    enrolled = Signal(str)  # the id of who is known now

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.photos: tuple[PhotoCard, ...] = ()
        self.busy = False
        self.trouble = ""
        self.done = False  # somebody is known by what was given

    def begin(self) -> None:
        """Nothing is chosen yet."""
        self.photos, self.trouble, self.done = (), "", False
        self.changed.emit()

    def choose(self, files: Sequence[Path]) -> None:
        """Photographs, besides those that are chosen already."""
        known = {card.file for card in self.photos}
        fresh = [file for file in files if file not in known]
        kept = tuple(card for card in self.photos if card.taken is None)
        self.photos = (*kept, *(PhotoCard(file) for file in fresh))
        self.done, self.trouble = False, ""
        self.changed.emit()
        self._desk.ops.run(
            lambda: {file: small(file, _SIDE) for file in fresh}, self._show_pictures, self._fail
        )

    def leave_out(self, file: Path) -> None:
        """Not that one."""
        self.photos = tuple(card for card in self.photos if card.file != file)
        self.changed.emit()

    def enroll(self, name: str) -> None:
        """Know somebody by what was chosen."""
        files = [card.file for card in self.photos if card.taken is None]
        name, people = " ".join(name.split()), self._desk.house.people
        if self.busy:
            return
        if not name or not files:
            missing = tr("Say who it is.") if files else tr("Choose one photograph or more.")
            self.trouble = missing
            self.changed.emit()
            return
        self.busy, self.trouble = True, ""
        self.changed.emit()
        self._desk.ops.run(lambda: people.enroll(name, files), self._take, self._fail)

    def _take(self, enrolled: Enrolled) -> None:
        self.busy = False
        became = {Path(photo.file): photo for photo in enrolled.photos}
        cards = []
        for card in self.photos:
            photo = became.get(card.file) or became.get(card.file.absolute())
            if photo is None:
                cards.append(card)
                continue
            face = photo.face.picture if photo.face is not None else b""
            words = tr("taken") if photo.taken else told(photo.reason)
            cards.append(PhotoCard(card.file, decoded(face) or card.picture, photo.taken, words))
        self.photos = tuple(cards)
        self.done = any(photo.taken for photo in enrolled.photos)
        if not self.done:
            self.trouble = tr("None of them serves: see why below each.")
        self.changed.emit()
        if self.done:
            self.enrolled.emit(enrolled.person.id)

    def _show_pictures(self, found: dict[Path, QImage | None]) -> None:
        self.photos = tuple(
            PhotoCard(card.file, found.get(card.file) or card.picture, card.taken, card.words)
            for card in self.photos
        )
        self.changed.emit()

    def _fail(self, error: OmniSightError) -> None:
        self.busy, self.trouble = False, words_of(error)
        self.changed.emit()
