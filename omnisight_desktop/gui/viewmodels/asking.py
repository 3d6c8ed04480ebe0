"""The questions about people, one at a time, each with the pictures that it is about."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.face import Sighting
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.tongue import told, tr
from omnisight_desktop.gui.viewmodels.amending import Amending
from omnisight_desktop.gui.viewmodels.faults import words_of
from omnisight_desktop.gui.viewmodels.people_words import called, decoded
from omnisight_desktop.gui.words import clock_time
from omnisight_desktop.services.acquaintance import Acquaintance
from omnisight_desktop.services.house import House
from omnisight_desktop.services.inbox import Asked, Question
from omnisight_desktop.services.replying import Answer, reply

_MOST = 20  # that are read at once
_PICTURES = 4


@dataclass(frozen=True, slots=True)
class Strip:
    """Pictures of somebody, and whom or when they show."""

    words: str
    pictures: tuple[QImage, ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """One question as somebody is asked it."""

    question: Question
    words: str
    more: str = ""
    strips: tuple[Strip, ...] = ()
    yes: str = ""  # nothing: the answer is a name
    no: str = ""

    @property
    def wants_name(self) -> bool:
        """Whether it can be answered by a name."""
        return self.question.kind in (Asked.WHO, Asked.WAS_IT, Asked.CALLED)


class AskingViewModel(QObject):
    """Which question is asked now, and what the answers come to; it knows no widget."""

    changed = Signal()

    def __init__(self, desk: Desk, amending: Amending) -> None:
        super().__init__()
        self._desk = desk
        self._amending = amending
        self._questions: list[Question] = []
        self._later: set[str] = set()
        self._answered: set[str] = set()
        self._settled: set[str] = set()  # of those, whose answers have come to something
        self.names: tuple[str, ...] = ()
        self.current: Asking | None = None
        self._loading = self._again = False
        amending.done.connect(self._settle)

    @property
    def left(self) -> int:
        """How many questions there are, the one that is asked included."""
        return len(self._waiting)

    def load(self) -> None:
        """See what there is to be asked."""
        if self._loading:
            self._again = True
            return
        self._loading = True
        house, later, settled = self._desk.house, frozenset(self._later), frozenset(self._settled)
        self._desk.ops.run(
            lambda: _read(house, later), lambda read: self._take(read, settled), self._not_read
        )

    def answer(self, *, yes: bool) -> None:
        """Yes or no."""
        asked = self.current
        if asked is None:
            return
        question = asked.question
        if question.proposal is not None:
            self._heard(question, yes=yes)
            return
        changes = yes or question.kind is Asked.WAS_IT
        if not changes or (yes and question.kind is Asked.WHO):
            self.put_aside()
            return
        self._done_with(question)
        self._reply(question, Answer(yes), _said(asked, yes=yes))

    def _heard(self, question: Question, *, yes: bool) -> None:
        """A name that was heard is right, or wrong."""
        self._done_with(question)
        told = tr("That is {name}.", name=question.name or "")
        self._reply(question, Answer(yes), told if yes else tr("That is not asked any more."))

    def _reply(self, question: Question, answer: Answer, said: str) -> None:
        house = self._desk.house
        self._amending.do(lambda: reply(house.people, house.heard, question, answer), said)

    def name(self, name: str) -> None:
        """Who it was, in words: somebody who is known, or somebody new."""
        asked, name = self.current, " ".join(name.split())
        if asked is None or not name:
            return
        self._done_with(asked.question)
        self._reply(asked.question, Answer(name=name), tr("That is {name}.", name=name))

    def put_aside(self) -> None:
        """Do not ask that any more."""
        asked = self.current
        if asked is None:
            return
        self._done_with(asked.question)
        self._amending.put_aside(asked.question.key, tr("That is not asked any more."))

    def later(self) -> None:
        """The next question; this one comes again another time."""
        if self.current is not None:
            self._later.add(self.current.question.key)
            if not self._waiting:
                self._later.clear()
            self.load()

    @property
    def _waiting(self) -> list[Question]:
        gone = self._later | self._answered
        return [one for one in self._questions if one.key not in gone]

    def _done_with(self, question: Question) -> None:
        """It must not be seen again while the answer is on its way."""
        self._answered.add(question.key)
        self.current = None
        self.changed.emit()

    def _settle(self) -> None:
        self._settled |= self._answered
        self.load()

    def _take(
        self,
        read: tuple[list[Question], Asking | None, tuple[str, ...]],
        settled: frozenset[str],
    ) -> None:
        self._loading = False
        self._questions, current, self.names = read
        self._answered -= settled
        self._settled -= settled
        if current is not None and current.question.key in self._answered:
            current = None  # it was read before it was answered
        before, self.current = self.current, current
        if before is None or current is None or before.question != current.question:
            self.changed.emit()
        if self._again:
            self._again = False
            self.load()

    def _not_read(self, error: OmniSightError) -> None:
        self._loading = self._again = False
        self._desk.say(words_of(error))


def _read(
    house: House, later: frozenset[str]
) -> tuple[list[Question], Asking | None, tuple[str, ...]]:
    questions = house.people.questions(_MOST)
    known = {one.person.id: one for one in house.people.all()}
    names = tuple(sorted(one.person.name for one in known.values() if one.person.name))
    waiting = [one for one in questions if one.key not in later]
    current = _asking(house, waiting[0], known) if waiting else None
    return questions, current, names


def _asking(house: House, question: Question, known: dict[str, Acquaintance]) -> Asking:
    album, now = house.people.album, house.clock.now()
    person = known.get(question.person)
    other = known.get(question.other or "")
    theirs = _pictures(album.best(question.person, _PICTURES))
    if person is None:
        return Asking(question, told(question.words), yes=tr("Yes"), no=tr("No"))
    who = called(person.person)
    mine = Strip(who, theirs)
    if question.kind is Asked.WHO:
        visits, last = person.seen.visits, person.last
        when = clock_time(last, now) if last is not None else ""
        more = tr("Came {count} times, last {when}.", count=visits, when=when)
        return Asking(question, tr("Who is {visitor}?", visitor=who), more, (mine,))
    if question.kind is Asked.SAME and other is not None:
        second = called(other.person)
        strips = (mine, Strip(second, _pictures(album.best(other.person.id, _PICTURES))))
        words = tr("Are {one} and {other} the same person?", one=who, other=second)
        return Asking(question, words, "", strips, tr("They are one"), tr("They are two"))
    if question.kind is Asked.WAS_IT and question.track is not None:
        seen = house.people.sighting(question.track)
        seen_words = tr("This was seen") if seen is None else _place(house, seen)
        strips = (Strip(seen_words, _pictures(album.strip(question.track, _PICTURES))), mine)
        words = tr("Is this {person}?", person=who)
        return Asking(question, words, "", strips, tr("Yes"), tr("No"))
    if question.kind is Asked.CALLED and question.name is not None:
        words = tr("Is {visitor} called {name}?", visitor=who, name=question.name)
        return Asking(question, words, told(question.words), (mine,), tr("Yes"), tr("No"))
    return Asking(question, told(question.words), "", (mine,), tr("Yes"), tr("No"))


def _place(house: House, seen: Sighting) -> str:
    camera = house.cameras.names().get(seen.camera, seen.camera)
    return f"{camera} · {clock_time(seen.start, house.clock.now())}"


def _pictures(some: list[bytes]) -> tuple[QImage, ...]:
    return tuple(image for image in map(decoded, some) if image is not None)


def _said(asked: Asking, *, yes: bool) -> str:
    who = asked.strips[-1].words if asked.strips else ""
    match asked.question.kind:
        case Asked.SAME:
            return tr("{one} and {other} are one now.", one=asked.strips[0].words, other=who)
        case Asked.WAS_IT:
            said = tr("That was {person}.", person=who)
            return said if yes else tr("That was not {person}.", person=who)
        case _:
            return tr("That is {name}.", name=asked.question.name or who)
