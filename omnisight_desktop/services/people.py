"""The people of the house: who is known, how often they came, and what humans say about who is who."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from omnisight_desktop.core.clock import parse_time, to_ms
from omnisight_desktop.core.errors import NotFound, OmniSightError, UsageError
from omnisight_desktop.core.face import Face, Sighting
from omnisight_desktop.core.identity import STRANGERS, Person
from omnisight_desktop.core.ids import new_person_id
from omnisight_desktop.services.acquaintance import Acquaintance
from omnisight_desktop.services.album import Album
from omnisight_desktop.services.enrolled import Enrolled, Photo
from omnisight_desktop.services.forgetting import Erased, Forgetting, Reach, clips_too
from omnisight_desktop.services.inbox import Question, most_worth, same, was_it, who_comes
from omnisight_desktop.services.keeper import Changer
from omnisight_desktop.services.recognition import Recognition
from omnisight_desktop.storage import amend
from omnisight_desktop.storage.asking import put_aside, taken_up
from omnisight_desktop.storage.faces import FaceArchive
from omnisight_desktop.storage.people import Appearances, PersonArchive

log = logging.getLogger(__name__)

_LONGEST_NAME = 100
_LONGEST_NOTE = 1000

#: What stands for a time that does not come.
NEVER = "never"

#: Told of everybody about whom something was changed.
Told = Callable[[frozenset[str]], object]

#: Told by which names and ids somebody was known before, and their id.
Follow = Callable[[Collection[str], str], object]


class People:
    """Reads people, and changes who is who: each change with a way back."""

    def __init__(
        self,
        people: PersonArchive,
        faces: FaceArchive,
        keeper: Changer,
        recognition: Recognition,
        forgetting: Forgetting,
        album: Album,
    ) -> None:
        self._people = people
        self._faces = faces
        self._keeper = keeper
        self._clock = recognition.clock
        self._forgetting = forgetting
        self._owner: Callable[[str, Any], Any] | None = None
        self._told: tuple[Told, ...] = ()
        self._followers: tuple[Follow, ...] = ()
        self._asked: tuple[Callable[[], list[Question]], ...] = ()
        self.recognition = recognition
        self.album = album

    def when_forgotten(self, let_go: Callable[[], None]) -> None:
        """Who else remembers people lets go of them as well."""
        self._forgetting.and_then(let_go)

    def through(self, owner: Callable[[str, Any], Any]) -> None:
        """Have the program that owns the data folder do what is to be done."""
        self._owner = owner

    def when_changed(self, tell: Told) -> None:
        """Have somebody told of all about whom something is changed from now on."""
        self._told = (*self._told, tell)

    def when_known_otherwise(self, follow: Follow) -> None:
        """Have somebody told by which names and ids a person was known before."""
        self._followers = (*self._followers, follow)

    def ask_also(self, ask: Callable[[], list[Question]]) -> None:
        """Have questions from elsewhere stand in the inbox, too."""
        self._asked = (*self._asked, ask)

    def all(self) -> list[Acquaintance]:
        """Everybody: those with a name first, then visitors by their number."""
        seen, looks = self._people.appearances(), self._people.faces_of_each()
        found = [
            Acquaintance(person, seen.get(person.id, Appearances()), looks.get(person.id, 0))
            for person in self._people.all()
        ]
        return sorted(found, key=lambda one: (one.person.name is None, one.person.name or ""))

    def get(self, name: str) -> Person:
        """The person of that name or id, or the visitor of that number (``Visitor 7``)."""
        person = self.find(name)
        if person is None:
            raise NotFound(f"Nobody is called '{name}'.", fix="See 'omnisight people list'.")
        return person

    def find(self, name: str) -> Person | None:
        """The same, or nobody."""
        wanted = " ".join(name.split()).casefold()
        everyone = self._people.all()
        for person in everyone:
            if wanted == person.id.casefold():
                return person
        named = [p for p in everyone if wanted in ((p.name or "").casefold(), p.shown.casefold())]
        return named[0] if named else None

    def acquaintance(self, name: str) -> Acquaintance:
        """A person with all that is counted of them."""
        person = self.get(name)
        seen = self._people.appearances(person.id).get(person.id, Appearances())
        return Acquaintance(person, seen, self._people.faces_of_each().get(person.id, 0))

    def faces(self, person: Person) -> list[Face]:
        """What is remembered of their face, best first."""
        return self._faces.of_person(person.id)

    def sightings(self, person: Person, limit: int = 100) -> list[Sighting]:
        """When they were seen, newest first."""
        return self._faces.sightings_of(person.id, limit)

    def sighting(self, track: str) -> Sighting | None:
        """Who was seen on a track, as far as that is known."""
        return self._faces.sighting(track)

    def enroll(self, name: str, files: Sequence[Path]) -> Enrolled:
        """Remember somebody by photographs; who has that name already is known by more of them."""
        if not files:
            raise UsageError("There is no photograph.", fix="Name one or more picture files.")
        if self._owner is not None:
            told = self._ask("enroll", name=name, files=[str(f.absolute()) for f in files])
            return Enrolled(self._told_of(told), tuple(Photo(**one) for one in told["photos"]))
        self.refresh()
        known = self.find(name)
        person = known or Person(new_person_id(), _clean(name))
        reader, gallery = self.recognition.reader(), self.recognition.gallery()
        names = {p.id: p.shown for p in self._people.all()}
        from omnisight_desktop.services.enrolling import Enrolment

        enrolment = Enrolment(reader, gallery, person.id, self._clock.now(), names)
        photos = tuple(enrolment.take(files))
        looks = [photo.face for photo in photos if photo.face is not None]
        if looks:
            fresh = [] if known else [person]
            self._keeper.commit(*fresh, *looks, together=True)
            self._tell(frozenset({person.id}))
        return Enrolled(person, photos)

    def rename(self, name: str, new: str) -> Person:
        """Call somebody by a name."""
        if self._owner is not None:
            return self._told_of(self._ask("rename", name=name, new=new))
        person, new = self.get(name), _clean(new)
        namesake = self.find(new)
        if namesake is not None and namesake.id != person.id:
            raise UsageError(
                f"There is somebody called {namesake.shown} already.",
                fix=f"If they are the same: omnisight people merge '{namesake.shown}' '{name}'.",
            )
        self._change(amend.renamed(person.id, new, self._clock.now()))
        self._follow({person.name or ""}, person.id)
        return replace(person, name=new)

    def merge(self, into: str, others: Sequence[str]) -> Person:
        """Those others are the same person: the first one, or the first of them who has a name."""
        if self._owner is not None:
            return self._told_of(self._ask("merge", into=into, others=list(others)))
        first = self.get(into)
        all_ = {person.id: person for person in (first, *map(self.get, others))}
        if len(all_) <= len(others) or not others:
            raise UsageError("Somebody can only be merged with somebody else.")
        person = next((one for one in all_.values() if one.name), first)
        gone = [id_ for id_ in all_ if id_ != person.id]
        self._change(amend.merged(person.id, gone, self._clock.now()))
        self._follow({*gone, *(all_[id_].name or "" for id_ in gone)}, person.id)
        return self.get(person.id)

    def split(self, name: str, tracks: Sequence[str], to: str | None = None) -> Person:
        """What was seen on these tracks was somebody else: another one who is known, or a stranger."""
        if self._owner is not None:
            return self._told_of(self._ask("split", name=name, tracks=list(tracks), to=to))
        person = self.get(name)
        theirs = set(self._people.tracks_of(person.id))
        foreign = [track for track in tracks if track not in theirs]
        if foreign or not tracks:
            raise UsageError(
                f"{person.shown} was not seen on {', '.join(foreign) or 'any of them'}.",
                fix=f"See 'omnisight people show {person.shown!r}'.",
            )
        other = (self.find(to) if to else None) or self._stranger(to)
        self._change(amend.moved(tracks, person.id, other, self._clock.now()))
        return other

    def confirm(self, track: str, name: str, heard: str | None = None) -> Person:
        """A human says who was seen on a track. If that was a visitor, it is the visitor who is
        called so; ``heard`` is the name that was heard, if it was that which was confirmed."""
        if self._owner is not None:
            return self._told_of(self._ask("confirm", track=track, name=name, heard=heard))
        visitor = self._visitor_on(track)
        person = self.find(name)
        if person is None:
            person = replace(visitor or Person(new_person_id(), None), name=_clean(name))
        too = visitor.id if visitor is not None and visitor.id != person.id else None
        self._change(amend.confirmed(track, person, self._clock.now(), heard, too))
        if too is not None:
            self._follow({too}, person.id)
        return person

    def mishear(self, heard: str) -> None:
        """A human says that nobody is called as was heard."""
        self._change(amend.misheard(heard, self._clock.now()))

    def deny(self, track: str, name: str) -> Person:
        """A human says that somebody was not seen on a track."""
        if self._owner is not None:
            return self._told_of(self._ask("deny", track=track, name=name))
        self._insist_seen(track)
        person = self.get(name)
        self._change(amend.denied(track, person.id, self._clock.now()))
        return person

    def undo(self) -> None:
        """Take back the newest change."""
        if self._owner is not None:
            self._ask("undo")
            return
        self._change(amend.undone)

    def describe(self, name: str, **told: str | None) -> Person:
        """Note something about somebody: ``note``, ``consent``, or when they are to be forgotten
        (``expires``, as a time, or ``never``). What is not told stays."""
        if self._owner is not None:
            return self._told_of(self._ask("describe", name=name, **told))
        person = self.get(name)
        columns: dict[str, str | int | None] = {
            key: _text(value)
            for key, value in told.items()
            if key != "expires" and value is not None
        }
        expires = told.get("expires")
        if expires is not None:
            columns["expires_ms"] = None if expires == NEVER else to_ms(self._to_come(expires))
        if not columns:
            raise UsageError("Nothing is to be noted.", fix="Say --note, --consent or --expires.")
        self._change(amend.noted(person.id, columns, self._clock.now()))
        return self.get(person.id)

    def forget_expired(self, now: datetime) -> int:
        """Forget everybody whose time is over; how many."""
        over = [p for p in self._people.all() if p.expires is not None and p.expires <= now]
        for person in over:
            self.forget(person.id)
        return len(over)

    def questions(self, limit: int = 5) -> list[Question]:
        """The few questions whose answers help most."""
        known = self.all()
        names = {one.person.id: one.person.shown for one in known}
        visits = {one.person.id: one.seen.visits for one in known}
        found = [*who_comes((one.person, one.seen.visits) for one in known)]
        found += was_it(self._faces.unsure(), names)
        with suppress(OmniSightError):  # without the engines, nobody can tell who is alike
            found += same(self.recognition.gallery(), visits, names)
        for ask in self._asked:
            found += ask()
        return most_worth(found, limit, self.album.put_aside())

    def put_aside(self, key: str, *, again: bool = False) -> None:
        """Do not ask that any more, by the key of a question; or ``again``."""
        if self._owner is not None:
            self._ask("put_aside", key=key, again=again)
            return
        change = taken_up(key) if again else put_aside(key, self._clock.now())
        self._keeper.change(change)

    def reach(self, name: str) -> Reach:
        """What forgetting somebody would take, and what it would leave."""
        return self._forgetting.reach(self.get(name))

    def forget(self, name: str, clips: str = "keep") -> Erased:
        """Take somebody out of everything, for good; clips that show them are kept, veiled or removed."""
        too = clips_too(clips)
        if self._owner is not None:
            return Erased.of_json(self._ask("forget", name=name, clips=clips))
        person = self.get(name)
        return self._forgetting.forget(person, too, lambda: self._tell(frozenset({person.id})))

    def answer(self, told: Any) -> dict[str, Any]:
        """What another program wants done."""
        verb, told = told["verb"], told["told"]
        if verb == "enroll":
            done = self.enroll(told["name"], [Path(file) for file in told["files"]])
            photos = [
                {"file": p.file, "reason": p.reason, "quality": p.quality} for p in done.photos
            ]
            return {"person": done.person.id, "name": done.person.name, "photos": photos}
        if verb == "forget":
            return self.forget(**told).as_json()
        if verb in ("undo", "put_aside"):
            getattr(self, verb)(**told)
            return {}
        verbs: dict[str, Callable[..., Person]] = {
            "rename": self.rename,
            "merge": self.merge,
            "split": self.split,
            "confirm": self.confirm,
            "deny": self.deny,
            "describe": self.describe,
        }
        if verb not in verbs:
            raise UsageError(f"Nobody knows how to '{verb}' people.")
        person = verbs[verb](**told)
        return {"person": person.id, "name": person.name}

    def names(self) -> dict[str, str]:
        """What everybody is called, by id; visitors by their number."""
        return {person.id: person.shown for person in self._people.all()}

    def named(self) -> frozenset[str]:
        """Whom a human has given a name, by id."""
        return frozenset(person.id for person in self._people.all() if person.name)

    def visitors(self) -> frozenset[str]:
        """Whom nobody has given a name yet, by id."""
        return frozenset(person.id for person in self._people.all() if not person.name)

    def last_seen(self, who: Sequence[str]) -> datetime | None:
        """When any of these was last seen, at whichever camera; ``strangers`` are all visitors."""
        wanted = {one.casefold() for one in who}
        meant = [
            one.id
            for one in self._people.all()
            if wanted & {one.id.casefold(), one.shown.casefold()}
            or (one.name is None and STRANGERS in wanted)
        ]
        return self._people.last_seen(meant)

    def handovers(self) -> list[tuple[str, str, float]]:
        """How long people took from one camera to another, lately, in seconds."""
        return self._people.handovers()

    def newest_visitor(self) -> int:
        """The highest number that a visitor has."""
        return self._people.newest_visitor()

    def past_changes(self) -> list[amend.PastChange]:
        """What can be undone, newest first."""
        return self._people.changes()

    def refresh(self) -> int:
        """Make vectors anew where another network made them; how many. The others are of no use."""
        fresh = [self.recognition.read_anew(face) for face in self.recognition.stale()]
        looks = [face for face in fresh if face is not None]
        if looks:
            self._keeper.commit(*looks)
        return len(looks)

    def evaluate(self, pairs: Path) -> dict[str, Any]:
        """How well faces are told apart, on photographs of which somebody knows who they show."""
        from omnisight_desktop.services.pairs import evaluate

        threshold = self.recognition.settings.face_similarity
        return evaluate(pairs, self.recognition.reader(), threshold, self._clock.now())

    def _stranger(self, name: str | None) -> Person:
        if name:
            return Person(new_person_id(), _clean(name))
        return Person(new_person_id(), None, visitor=self._people.newest_visitor() + 1)

    def _insist_seen(self, track: str) -> Sighting:
        sighting = self._faces.sighting(track)
        if sighting is None:
            raise NotFound(f"On the track '{track}' no face was seen.")
        return sighting

    def _visitor_on(self, track: str) -> Person | None:
        """Whom the house took them for, if that is somebody without a name."""
        seen = self._insist_seen(track).person
        person = None if seen is None else self._people.get(seen)
        return None if person is None or person.name is not None else person

    def _to_come(self, told: str) -> datetime:
        """A time that is not over: whoever's is goes for good at the next pass."""
        moment = parse_time(told)
        if moment <= self._clock.now():
            raise UsageError(
                f"{told} is over already.",
                fix="Say a day that is to come, or use 'omnisight people forget'.",
            )
        return moment

    def _ask(self, verb: str, **told: Any) -> Any:
        assert self._owner is not None
        return self._owner("people", {"verb": verb, "told": told})

    def _told_of(self, told: dict[str, Any]) -> Person:
        """Somebody whom the owner speaks of."""
        return self._people.get(told["person"]) or Person(told["person"], told["name"])

    def _change(self, change: amend.Change) -> None:
        self._tell(self._keeper.change(change))

    def _follow(self, before: Collection[str], person: str) -> None:
        """Whatever speaks of somebody as they were known before goes on to speak of them."""
        for follow in self._followers:
            try:
                follow(before, person)
            except OmniSightError as error:  # it is done; what speaks of them can be set anew
                log.warning("a rule or a channel about somebody may be silent now: %s", error)

    def _tell(self, people: frozenset[str]) -> None:
        for tell in self._told:
            tell(people)


def _text(text: str) -> str:
    if len(text) > _LONGEST_NOTE or "\x00" in text:
        raise UsageError("A note has at most 1000 characters.")
    return text.strip()


def _clean(name: str) -> str:
    cleaned = " ".join(name.split())
    if not cleaned or len(cleaned) > _LONGEST_NAME or not cleaned.isprintable():
        raise UsageError(f"{name[:40]!r} is no name.", fix="A name has 1 to 100 characters.")
    return cleaned
