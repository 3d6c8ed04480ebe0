"""One person: how they looked, when they were here, what was heard of them, and what is noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.face import Face, FaceKind
from omnisight_desktop.gui.bite import BitePlayer, Loud
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.speaker import Speaker
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.amending import Amending
from omnisight_desktop.gui.viewmodels.faults import words_of
from omnisight_desktop.gui.viewmodels.people_words import called, decoded, exactly, seen_times
from omnisight_desktop.gui.words import clock_time, date, length
from omnisight_desktop.services.album import Mention, Visit
from omnisight_desktop.services.house import House
from omnisight_desktop.services.people import NEVER

_LOOKS = 48


@dataclass(frozen=True, slots=True, eq=False)
class LookCard:
    """One look at a face: how good it is, and what it is good for."""

    picture: QImage | None
    kind: FaceKind
    quality: float
    words: str
    more: str
    track: str | None


@dataclass(frozen=True, slots=True, eq=False)
class VisitCard:
    """One time that somebody was here."""

    when: str
    exact: str
    where: str
    picture: QImage | None
    tracks: tuple[str, ...]
    event: str | None
    has_clip: bool
    start: datetime


@dataclass(frozen=True, slots=True)
class HeardLine:
    """Something that was said of them; without a bite of the sound its event has to do."""

    words: str
    when: str
    event: str
    transcript: str = ""
    bite: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class Portrait:
    """Everything that is shown of one person."""

    id: str
    name: str
    visitor: bool
    line: str
    picture: QImage | None
    note: str
    consent: str
    expires: str
    now: datetime
    looks: tuple[LookCard, ...] = field(repr=False)
    visits: tuple[VisitCard, ...] = field(repr=False)
    heard: tuple[HeardLine, ...] = ()


class PersonViewModel(QObject):
    """State and verbs of the page of one person; it knows no widget."""

    changed = Signal()
    gone = Signal()  # whoever was shown is not there any more
    added = Signal(object)  # what became of photographs

    def __init__(self, desk: Desk, amending: Amending, loud: Loud | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._bites = BitePlayer(loud or Speaker(), self)
        self._amending = amending
        self.shown = ""  # the id of who is looked at
        self.portrait: Portrait | None = None
        self.busy = False
        amending.done.connect(self.reload)

    def open(self, person: str) -> None:
        """Look at somebody."""
        if person != self.shown:
            self.portrait = None
        self.shown = person
        self.changed.emit()
        self.reload()

    def leave(self) -> None:
        """Look at nobody."""
        self._bites.stop()
        self.shown, self.portrait = "", None

    def reload(self) -> None:
        """Read them anew."""
        person, house = self.shown, self._desk.house
        if person:
            self._desk.ops.run(
                lambda: _read(house, person), lambda read: self._take(person, read), self._not_read
            )

    def rename(self, name: str) -> None:
        """Call them so."""
        name, shown = " ".join(name.split()), self.portrait
        if not name or shown is None or (name == shown.name and not shown.visitor):
            self.changed.emit()  # as it was
            return
        people, person = self._desk.house.people, shown.id
        said = tr("{before} is called {name} now.", before=shown.name, name=name)
        self._amending.do(lambda: people.rename(person, name), said)

    def merge_with(self, name: str) -> None:
        """They are the same as somebody who is called so."""
        shown, people = self.portrait, self._desk.house.people
        if shown is None or not name.strip():
            return

        def work() -> None:
            other = people.get(name)
            left.append(people.merge(shown.id, [other.id]).id)

        def follow() -> None:
            if self.shown == shown.id:
                self.shown = left[0]

        left: list[str] = []
        said = tr("{one} and {other} are one now.", one=shown.name, other=name)
        self._amending.do(work, said, follow)

    def split(self, tracks: Sequence[str], to: str = "") -> None:
        """On those tracks it was somebody else: somebody of that name, or a new visitor."""
        shown, people, to = self.portrait, self._desk.house.people, to.strip()
        if shown is None or not tracks:
            return
        said = tr("That was {name}.", name=to) if to else tr("That is a visitor of their own now.")
        self._amending.do(lambda: people.split(shown.id, tracks, to or None), said)

    def deny(self, track: str) -> None:
        """That was not them, whoever it was; looks like that speak against them from now on."""
        shown, people = self.portrait, self._desk.house.people
        if shown is not None:
            said = tr("That was not {person}.", person=shown.name)
            self._amending.do(lambda: people.deny(track, shown.id), said)

    def describe(self, **told: str) -> None:
        """Note something: ``note``, ``consent``."""
        shown, people = self.portrait, self._desk.house.people
        if shown is None or all(getattr(shown, key) == text.strip() for key, text in told.items()):
            return
        self._amending.do(lambda: people.describe(shown.id, **told), tr("Noted."))

    def expire(self, days: int | None) -> None:
        """Have them forgotten after so many days from now; None for never."""
        shown, house = self.portrait, self._desk.house
        if shown is None:
            return
        when = NEVER
        if days is not None:
            when = (house.clock.now() + timedelta(days=days)).isoformat()
        said = tr("Noted.")
        self._amending.do(lambda: house.people.describe(shown.id, expires=when), said)

    def add(self, files: Sequence[Path]) -> None:
        """Know them by these photographs, too."""
        shown, people = self.portrait, self._desk.house.people
        if shown is None or not files or self.busy:
            return
        self.busy = True
        self.changed.emit()

        def through(done: object) -> None:
            self.busy = False
            self.added.emit(done)
            self._amending.done.emit()

        self._desk.ops.run(lambda: people.enroll(shown.id, files), through, self._failed)

    def play(self, event: str) -> None:
        """See it in the review."""
        self._desk.go("review", event)

    def listen(self, line: HeardLine) -> None:
        """Hear the bite that is kept of it; without one, see and hear it in the review."""
        if not line.bite:
            self.play(line.event)
            return
        trouble = self._bites.play(line.bite)
        if trouble:
            self._desk.say(trouble)

    def _failed(self, error: OmniSightError) -> None:
        self.busy = False
        self._desk.say(words_of(error))
        self.changed.emit()

    def _take(self, person: str, portrait: Portrait | None) -> None:
        if person != self.shown:
            return  # somebody else is looked at by now
        if portrait is None:
            self.leave()
            self.gone.emit()
        else:
            self.portrait = portrait
            self.changed.emit()

    def _not_read(self, error: OmniSightError) -> None:
        self._desk.say(words_of(error))


def _read(house: House, person: str) -> Portrait | None:
    people, now = house.people, house.clock.now()
    known = next((one for one in people.all() if one.person.id == person), None)
    if known is None:
        return None
    album, names = people.album, house.cameras.names()
    looks = album.looks(person)
    first, last = known.first, known.last
    told = [seen_times(known.seen.visits)]
    if known.seen.visits and first is not None and last is not None:
        told += [tr("last {when}", when=clock_time(last, now))]
        told += [tr("first {when}", when=clock_time(first, now))] if known.seen.visits > 1 else []
    expires = known.person.expires
    best = next((look.picture for look in looks if look.picture), b"")
    return Portrait(
        id=person,
        name=called(known.person),
        visitor=known.person.name is None,
        line=" · ".join(told),
        picture=decoded(best),
        note=known.person.note,
        consent=known.person.consent,
        expires="" if expires is None else date(expires, year=True),
        now=now,
        looks=tuple(_look(face, names, now) for face in looks[:_LOOKS]),
        visits=tuple(_visit(visit, names, now) for visit in album.visits(person)),
        heard=tuple(_heard(one, now) for one in album.heard(known.person)),
    )


def _heard(one: Mention, now: datetime) -> HeardLine:
    event, said = one.event, one.transcript
    words, id_ = (event.text or "", "") if said is None else (said.text, said.id)
    return HeardLine(words, clock_time(event.start, now), event.id, id_, one.bite)


def _look(face: Face, names: dict[str, str], now: datetime) -> LookCard:
    words = {
        FaceKind.ENROLLED: tr("given"),
        FaceKind.SEEN: tr("seen"),
        FaceKind.NOT_ME: tr("not them"),
        FaceKind.EVIDENCE: tr("seen"),
    }[face.kind]
    camera = names.get(face.camera or "", face.camera or "")
    where = " · ".join(filter(None, (camera, clock_time(face.at, now))))
    percent = round(100 * face.quality)
    more = tr("{where}\nQuality {percent} of 100", where=where, percent=percent)
    return LookCard(decoded(face.picture), face.kind, face.quality, words, more, face.track)


def _visit(visit: Visit, names: dict[str, str], now: datetime) -> VisitCard:
    lasted = length(max(1.0, (visit.end - visit.start).total_seconds()))
    cameras = " → ".join(names.get(camera, camera) for camera in visit.cameras)
    return VisitCard(
        when=clock_time(visit.start, now),
        exact=f"{exactly(visit.start)} – {exactly(visit.end)}",
        where=f"{cameras} · {lasted}",
        picture=decoded(visit.picture),
        tracks=visit.tracks,
        event=visit.event,
        has_clip=visit.clip is not None,
        start=visit.start,
    )
