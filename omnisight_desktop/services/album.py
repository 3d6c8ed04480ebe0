"""How people are shown: their best picture, the looks behind a question, their visits, what was heard."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.face import EXEMPLARS, Face, Sighting
from omnisight_desktop.core.identity import Person
from omnisight_desktop.core.speech import NameProposal, Transcript
from omnisight_desktop.services.events import Events
from omnisight_desktop.storage.events import EventFilter
from omnisight_desktop.storage.faces import FaceArchive
from omnisight_desktop.storage.heard import HeardArchive
from omnisight_desktop.storage.people import VISIT_GAP_MS, PersonArchive

_GAP = timedelta(milliseconds=VISIT_GAP_MS)
_SIGHTINGS = 400  # of which visits are made up
_HEARD = 20


@dataclass(frozen=True, slots=True)
class Visit:
    """One time that somebody was here: over which cameras, on which tracks, and how to see it."""

    start: datetime
    end: datetime
    cameras: tuple[str, ...]  # in the order in which they came by
    tracks: tuple[str, ...]
    event: str | None = None  # the story that tells of it
    clip: str | None = None
    picture: bytes = b""  # their face on that day, as a small JPEG


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """Something that was said of somebody: its event, its words, and a bite of the sound."""

    event: Event
    transcript: Transcript | None = None  # none once that is past its time
    bite: bytes = field(default=b"", repr=False)  # a WAV file, where a name was heard in it


class Album:
    """Reads what there is to be seen of people, and to be heard."""

    def __init__(
        self, people: PersonArchive, faces: FaceArchive, events: Events, spoken: HeardArchive
    ) -> None:
        self._people = people
        self._faces = faces
        self._events = events
        self._spoken = spoken

    def portraits(self, people: Iterable[str]) -> dict[str, bytes]:
        """The best picture of each, where there is one."""
        return self._faces.pictures_of(people)

    def strip(self, track: str, most: int = 6) -> list[bytes]:
        """The looks at somebody on a track, best first."""
        return [face.picture for face in self._faces.of_track(track)[:most] if face.picture]

    def best(self, person: str, most: int = 6) -> list[bytes]:
        """The looks by which somebody is known, best first."""
        known = [face for face in self._faces.of_person(person) if face.kind in EXEMPLARS]
        return [face.picture for face in known[:most] if face.picture]

    def looks(self, person: str) -> list[Face]:
        """Everything that is remembered of a face, what was said not to be them behind it."""
        found = self._faces.of_person(person)
        return sorted(found, key=lambda face: face.kind not in EXEMPLARS)

    def visits(self, person: str, most: int = 60) -> list[Visit]:
        """When somebody was here, newest first; who comes again soon has not come anew."""
        grouped = visits_of(self._faces.sightings_of(person, _SIGHTINGS))[:most]
        tracks = [sighting.track for visit in grouped for sighting in visit]
        pictures = self._faces.picture_of_each(tracks)
        return [self._visit(visit, pictures) for visit in grouped]

    def heard(self, person: Person) -> list[Mention]:
        """What was said in which somebody is named or gave their name, newest first."""
        own = self._spoken.of_person(person.id)
        told = {(one.camera, one.start): one for one in self._naming(person)}
        for name in own:
            if (name.camera, name.at) not in told:
                told |= {(one.camera, one.start): one for one in self._said_at(name)}
        events = sorted(told.values(), key=lambda one: (one.start, one.id), reverse=True)[:_HEARD]
        return self._mentions(events)

    def _naming(self, person: Person) -> list[Event]:
        if not person.name:
            return []
        wanted = EventFilter(types=(EventType.SPOKEN,), text=person.name)
        try:
            return list(self._events.page(wanted, limit=_HEARD).events)
        except UsageError:  # a name that no text can be searched for
            return []

    def _said_at(self, name: NameProposal) -> list[Event]:
        until = name.at + timedelta(milliseconds=1)
        wanted = EventFilter((name.camera,), types=(EventType.SPOKEN,), since=name.at, until=until)
        return [one for one in self._events.page(wanted).events if one.start == name.at]

    def _mentions(self, events: Iterable[Event]) -> list[Mention]:
        """Each with its transcript, and with what is kept of the sound."""
        told = [(event, self._spoken.said_at(event.camera, event.start)) for event in events]
        names = self._spoken.of_transcripts(said.id for _, said in told if said is not None)
        bites = {name.transcript: name.bite for name in names if name.bite}
        return [
            Mention(event, said, bites.get(said.id, b"") if said is not None else b"")
            for event, said in told
        ]

    def put_aside(self) -> frozenset[str]:
        """The questions that are not to be asked."""
        return self._people.put_aside()

    def _visit(self, sightings: Sequence[Sighting], pictures: dict[str, bytes]) -> Visit:
        told = [event for one in sightings for event in self._events.of_track(one.track)]
        stories = [one.story for one in sightings if one.story]
        stories += [event.story or event.id for event in told]
        tracks = tuple(one.track for one in sightings)
        return Visit(
            start=sightings[0].start,
            end=max(one.end for one in sightings),
            cameras=tuple(dict.fromkeys(one.camera for one in sightings)),
            tracks=tracks,
            event=stories[0] if stories else None,
            clip=next((event.clip for event in told if event.clip), None),
            picture=next((pictures[track] for track in tracks if pictures.get(track)), b""),
        )


def visits_of(sightings: Iterable[Sighting]) -> list[list[Sighting]]:
    """Sightings that belong together, in order; the newest visit first."""
    found: list[list[Sighting]] = []
    until: datetime | None = None
    for one in sorted(sightings, key=lambda one: (one.start, one.track)):
        if until is None or one.start > until + _GAP:
            found.append([])
            until = one.end
        found[-1].append(one)
        until = max(until, one.end)
    return found[::-1]
