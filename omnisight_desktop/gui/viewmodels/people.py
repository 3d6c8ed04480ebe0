"""Everybody who is known: on the wall, in the questions, one by one, and how it stands with faces."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.amending import Amending
from omnisight_desktop.gui.viewmodels.asking import AskingViewModel
from omnisight_desktop.gui.viewmodels.enrolling import EnrollingViewModel
from omnisight_desktop.gui.viewmodels.facelist import FaceList, PersonCard
from omnisight_desktop.gui.viewmodels.faults import words_of
from omnisight_desktop.gui.viewmodels.forgetting import ForgettingViewModel
from omnisight_desktop.gui.viewmodels.people_words import card_of, decoded
from omnisight_desktop.gui.viewmodels.person import PersonViewModel
from omnisight_desktop.services.acquaintance import Acquaintance
from omnisight_desktop.services.house import House
from omnisight_desktop.services.settings import Preferences

_AGAIN_MS = 1500  # what happens meanwhile is read in one go


class Standing(StrEnum):
    """How it stands with recognising faces."""

    OFF = "off"
    FAILED = "failed"  # it is on, and the engines cannot be had
    ON = "on"


@dataclass(frozen=True, slots=True)
class _Read:
    """What one reading brought."""

    everybody: tuple[Acquaintance, ...]
    trouble: str


class PeopleViewModel(QObject):
    """State and verbs of the panel; it knows no widget."""

    changed = Signal()
    _told = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.amending = Amending(desk)
        self.people, self.visitors = FaceList(self), FaceList(self)
        self.asking = AskingViewModel(desk, self.amending)
        self.one = PersonViewModel(desk, self.amending)
        self.enrolling = EnrollingViewModel(desk)
        self.forgetting = ForgettingViewModel(desk)
        self.loaded = False
        self.trouble = ""  # why people cannot be read
        self.engines = ""  # why nobody can be recognised though it is switched on
        self._wanted = ""  # what is looked for
        self._everybody: tuple[Acquaintance, ...] = ()
        self._loading = self._again = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AGAIN_MS)
        self._soon.timeout.connect(self.load)
        self._connect()

    @property
    def standing(self) -> Standing:
        """Whether faces are recognised."""
        if not self._desk.house.people.recognition.on:
            return Standing.OFF
        return Standing.FAILED if self.engines else Standing.ON

    @property
    def anybody(self) -> bool:
        """Whether anybody is known."""
        return bool(self._everybody)

    @property
    def summary(self) -> str:
        """How many there are."""
        visitors = sum(one.person.name is None for one in self._everybody)
        named = len(self._everybody) - visitors
        people = tr("1 person") if named == 1 else tr("{count} people", count=named)
        guests = tr("1 visitor") if visitors == 1 else tr("{count} visitors", count=visitors)
        return " · ".join(([people] if named else []) + ([guests] if visitors else []))

    @property
    def names(self) -> list[str]:
        """The names that are given already."""
        return sorted(one.person.name for one in self._everybody if one.person.name)

    def load(self) -> None:
        """Read everybody anew; calls that come meanwhile are answered by one more."""
        if self._loading:
            self._again = True
            return
        self._loading = True
        house = self._desk.house
        self._desk.ops.run(lambda: _read(house), self._take, self._not_read)

    def come_forward(self) -> None:
        """Somebody looks: read everything, and hear of what is new."""
        self._desk.bridge.committed.connect(self._new_ones)
        self.load()
        self.asking.load()

    def go_away(self) -> None:
        """Nobody looks any more."""
        self._desk.bridge.committed.disconnect(self._new_ones)
        self._soon.stop()

    def close(self) -> None:
        """Wait for nothing more."""
        self._soon.stop()

    def search(self, words: str) -> None:
        """Show only those who are called so."""
        self._wanted = words.strip().casefold()
        self._show()

    def switch_on(self) -> None:
        """Recognise faces from now on; whoever says so has read the sentence about bystanders."""
        house = self._desk.house

        def work() -> None:
            Preferences(house.paths).set("people.recognise_faces", True)
            house.people.recognition.switch(True)

        def done(_: None) -> None:
            words = tr("Faces are recognised from now on.")
            self._desk.offer(words, tr("Undo"), self.switch_off)
            self.load()
            self.asking.load()

        self._desk.ops.run(work, done, self._tell)

    def switch_off(self) -> None:
        """Leave faces alone; whoever is known stays known."""
        house = self._desk.house

        def work() -> None:
            Preferences(house.paths).set("people.recognise_faces", False)
            house.people.recognition.switch(False)

        self._desk.ops.run(work, lambda _: self.load(), self._tell)

    def get_models(self) -> None:
        """Go to where missing files are got."""
        self._desk.go("preferences", "models")

    def card(self, person: str) -> PersonCard | None:
        """Somebody on the wall, wanted or not."""
        now = self._desk.house.clock.now()
        found = next((one for one in self._everybody if one.person.id == person), None)
        return None if found is None else card_of(found, now)

    def merge(self, moved: str, onto: str) -> None:
        """The two are one; whoever has a name keeps it."""
        people = self._desk.house.people
        names = {card.id: card.name for card in map(self.card, (moved, onto)) if card}
        if moved == onto or len(names) < 2:
            return
        said = tr("{one} and {other} are one now.", one=names[moved], other=names[onto])
        self.amending.do(lambda: people.merge(onto, [moved]), said)

    def _connect(self) -> None:
        for faces in (self.people, self.visitors):
            faces.dropped.connect(self.merge)
            faces.on_missing = self._pictures_wanted
        self.amending.done.connect(self.load)
        self.enrolling.enrolled.connect(self.load)
        self.forgetting.forgotten.connect(self.load)
        self._told.connect(self._soon.start)  # people are changed on any thread
        self._desk.house.people.when_changed(lambda _: self._told.emit())

    def _new_ones(self, _newest_seq: int) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _take(self, read: _Read) -> None:
        self._loading, self.loaded, self.trouble = False, True, ""
        before, self._everybody = self._everybody, read.everybody
        self.engines = read.trouble
        self._show()
        if before and before != read.everybody:
            for faces in (self.people, self.visitors):
                faces.forget_pictures()
            self.asking.load()
            self.one.reload()
        if self._again:
            self._again = False
            self.load()

    def _not_read(self, error: OmniSightError) -> None:
        self._loading = self._again = False
        self.loaded, self.trouble = True, words_of(error)
        self.changed.emit()

    def _show(self) -> None:
        now = self._desk.house.clock.now()
        cards = [(one, card_of(one, now)) for one in self._everybody]
        wanted = [pair for pair in cards if self._wanted in pair[1].name.casefold()]
        self.people.show_cards(card for _, card in wanted if not card.visitor)
        guests = [(one, card) for one, card in wanted if card.visitor]
        guests.sort(key=lambda pair: (-pair[0].seen.visits, -(pair[0].person.visitor or 0)))
        self.visitors.show_cards(card for _, card in guests)
        self.changed.emit()

    def _pictures_wanted(self) -> None:
        # While a list is painted it cannot be told of pictures.
        QTimer.singleShot(0, self, self._read_pictures)

    def _read_pictures(self) -> None:
        album = self._desk.house.people.album
        for faces in (self.people, self.visitors):
            wanted = faces.take_missing()
            if wanted:
                self._desk.ops.run(
                    _reading(album.portraits, wanted), faces.give_pictures, self._tell
                )

    def _tell(self, error: OmniSightError) -> None:
        self._desk.say(words_of(error))


def _read(house: House) -> _Read:
    trouble = ""
    if house.people.recognition.on:
        try:
            house.people.recognition.reader()
        except OmniSightError as error:
            trouble = words_of(error)
    return _Read(tuple(house.people.all()), trouble)


def _reading(
    portraits: Callable[[list[str]], dict[str, bytes]], people: list[str]
) -> Callable[[], dict[str, QImage | None]]:
    def work() -> dict[str, QImage | None]:
        found = portraits(people)
        return {person: decoded(found.get(person, b"")) for person in people}

    return work
