"""Events: searching them, and carrying them in and out as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.errors import NotFound, UsageError
from omnisight_desktop.core.event import Event, EventType, Gap
from omnisight_desktop.core.identity import Person
from omnisight_desktop.core.ids import IdSource, is_person_id, new_person_id, slug
from omnisight_desktop.rules.rested import Rested, rested_in
from omnisight_desktop.services.keeper import Keeper
from omnisight_desktop.services.shape import Names, parse_line, to_event, to_json
from omnisight_desktop.services.stories import Story, StoryPage, story_json, told
from omnisight_desktop.storage.cameras import CameraArchive
from omnisight_desktop.storage.events import EventArchive, EventFilter, EventPage, KindCount
from omnisight_desktop.storage.people import PersonArchive
from omnisight_desktop.storage.tracks import TrackArchive

_BATCH = 500
_ANY = EventFilter()
_PATIENCE_S = 60.0
_LONGEST_VISIT = timedelta(hours=6)  # of those that are over
_MOST_RESTED = 100  # things that stand in front of one camera


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that was not taken in, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of an import."""

    imported: int
    problems: tuple[Problem, ...]


class Events:
    """The events of one installation."""

    def __init__(
        self,
        archive: EventArchive,
        cameras: CameraArchive,
        people: PersonArchive,
        tracks: TrackArchive,
        keeper: Keeper,
    ) -> None:
        self._archive = archive
        self._tracks = tracks
        self._cameras = cameras
        self._people = people
        self._keeper = keeper

    def page(self, wanted: EventFilter, cursor: str | None = None, limit: int = 50) -> EventPage:
        """One page, newest first."""
        return self._archive.page(wanted, cursor=cursor, limit=limit)

    def all(self, wanted: EventFilter) -> Iterator[Event]:
        """Every one of them, newest first, a page in memory at a time."""
        cursor: str | None = None
        while True:
            page = self.page(wanted, cursor, limit=_BATCH)
            yield from page.events
            if page.next is None:
                return
            cursor = page.next

    def untraced(self, camera: str, since: datetime, until: datetime) -> list[Event]:
        """Events of those who were followed in that time and whose way is not stored.

        They are still there, or the program was killed before they left.
        """
        wanted = EventFilter(cameras=(camera,), since=since - _LONGEST_VISIT, until=until)
        found = {e.id: e for e in self.all(wanted) if e.track and (e.end or e.start) >= since}
        for event in self._archive.unfinished():
            if event.track and event.camera == camera and event.start < until:
                found[event.id] = event
        stored = self._tracks.stored(event.track or "" for event in found.values())
        return [event for event in found.values() if event.track not in stored]

    def stories(self, wanted: EventFilter, cursor: str | None = None, limit: int = 50) -> StoryPage:
        """One page of stories whose first event is wanted, those that began last first."""
        page = self._archive.page(replace(wanted, leading=True), cursor=cursor, limit=limit)
        others = self._archive.of_stories(event.id for event in page.events if event.story)
        return StoryPage(told(page.events, others), page.next)

    def whole(self, event: Event) -> Story:
        """The story that an event belongs to."""
        others = self._archive.of_stories([event.story]) if event.story else [event]
        first = next((one for one in others if one.id == event.story), event)
        return told([first], others)[0]

    def count(self, wanted: EventFilter) -> int:
        """How many there are."""
        return self._archive.count(wanted)

    def kinds_by_hour(self, since: datetime, until: datetime) -> list[KindCount]:
        """How many of each kind there were in each hour that had any, oldest first."""
        return self._archive.kinds_by_hour(since, until)

    def best(
        self, words: str, limit: int = 50, wanted: EventFilter = _ANY, but: Iterable[str] = ()
    ) -> list[Event]:
        """Wanted events whose texts hold any of the words, the best fit first; none of the types ``but``."""
        return self._archive.best(words, wanted, but=but, limit=limit)

    def few(self, wanted: EventFilter, most: int, *, tracks: bool = False) -> list[str] | None:
        """The ids of all wanted events that have a text, or the ``tracks`` of all wanted events; None
        where there are more than that many."""
        return self._archive.few(wanted, most, tracks=tracks)

    def first_on(self, tracks: Iterable[str], wanted: EventFilter) -> dict[str, Event]:
        """The first wanted event of each of several tracks that has one, words left aside."""
        return self._archive.first_on(tracks, wanted)

    def first(self, wanted: EventFilter) -> Event | None:
        """The oldest of them."""
        return self._archive.first(wanted)

    def labels(self, type: str | None = None) -> frozenset[str]:
        """Everything that was ever seen, by its label; or all labels of one kind of event."""
        return frozenset(self._archive.labels(type))

    def zones(self) -> tuple[str, ...]:
        """Every zone in which anything ever happened."""
        return tuple(self._archive.zones())

    def seconds(self, wanted: EventFilter) -> float:
        """How long they lasted together, as far as they are over."""
        return self._archive.seconds(wanted)

    def gaps(self, cameras: Iterable[str], since: datetime, until: datetime) -> list[Gap]:
        """What these cameras did not deliver in a stretch of time, oldest first."""
        found = [gap for one in cameras for gap in self._tracks.gaps(one, since, until)]
        return sorted(found, key=lambda gap: gap.start)

    def types(self) -> frozenset[str]:
        """Every kind of event that there is."""
        return frozenset(self._archive.types())

    def get(self, event_id: str) -> Event:
        """One event."""
        event = self._archive.get(event_id)
        if event is None:
            raise NotFound(f"There is no event '{event_id}'.", fix="See 'omnisight events list'.")
        return event

    def of_track(self, track_id: str) -> list[Event]:
        """Everything that happened on a track, in the order in which it was remembered."""
        return self._archive.of_track(track_id)

    def which(self, ids: Iterable[str], wanted: EventFilter) -> list[Event]:
        """Those of several events that are wanted, words left aside."""
        return self._archive.which(ids, wanted)

    def since(self, seq: int, *, told: bool = False) -> Iterator[tuple[int, Event]]:
        """Everything that was remembered after that number, oldest first, with its number; only what
        has a text, if it is to be ``told``."""
        while page := self._archive.since(seq, limit=_BATCH, told=told):
            yield from page
            seq = page[-1][0]

    def newest_seq(self) -> int:
        """The number of the newest event."""
        return self._archive.newest_seq()

    def close_unfinished(self) -> int:
        """End events that a killed program left open, when something was last known of them."""
        ended = [self._archive.closed(event) for event in self._archive.unfinished()]
        for begin in range(0, len(ended), _BATCH):
            self._keeper.commit(*ended[begin : begin + _BATCH])
        return len(ended)

    def rested(self, camera: str) -> tuple[Rested, ...]:
        """What stood there when a camera was last watched, so that it is no news when it still does."""
        stood = EventFilter(cameras=(camera,), types=(EventType.STATIONARY,))
        events = self._archive.page(stood, limit=_MOST_RESTED).events
        paths = [self._tracks.get(event.track) for event in events if event.track]
        return rested_in(events, (path for path in paths if path is not None))

    def person_called(self, name: str) -> str | None:
        """The id of the person of that name or id."""
        wanted = name.strip().casefold()
        for person in self._people.all():
            if wanted in (person.id.casefold(), (person.name or "").casefold()):
                return person.id
        return None

    def names(self) -> Names:
        """What cameras and people are called."""
        return Names(
            {camera.id: camera.name for camera in self._cameras.all()},
            {person.id: person.name for person in self._people.all() if person.name},
        )

    def as_json(self, events: Iterable[Event]) -> list[dict[str, Any]]:
        """Events in the shape that programs rely on."""
        names = self.names()
        return [to_json(event, names) for event in events]

    def stories_as_json(self, stories: Iterable[Story]) -> list[dict[str, Any]]:
        """Stories in the shape that programs rely on."""
        names = self.names()
        return [story_json(story, names) for story in stories]

    def export_lines(self, wanted: EventFilter) -> Iterator[str]:
        """Every event as a line of JSON, newest first, a page in memory at a time."""
        names = self.names()
        for event in self.all(wanted):
            yield json.dumps(to_json(event, names), ensure_ascii=False)

    def import_lines(self, lines: Iterable[str | bytes], *, atomic: bool = False) -> ImportReport:
        """Take in lines of JSON; bad ones are reported by number, or, if atomic, stop everything."""
        reading = _Reading(self._cameras.all(), self._people.all())
        imported = 0
        batch: list[Any] = []
        for number, line in enumerate(lines, start=1):
            batch += reading.take(number, line)
            if len(batch) >= _BATCH and not atomic:
                self._keeper.commit(*batch, timeout_s=_PATIENCE_S)
                imported += sum(isinstance(value, Event) for value in batch)
                batch.clear()
        if batch and not (atomic and reading.problems):
            self._keeper.commit(*batch, timeout_s=_PATIENCE_S, together=atomic)
            imported += sum(isinstance(value, Event) for value in batch)
        return ImportReport(imported, tuple(reading.problems))


class _Reading:
    """Lines on their way to events: cameras and people they name are made known first."""

    def __init__(self, cameras: list[Camera], people: list[Person]) -> None:
        self.problems: list[Problem] = []
        self._ids = IdSource("E")
        self._cameras = {c.name.casefold(): c.id for c in cameras} | {c.id: c.id for c in cameras}
        self._people = {p.name.casefold(): p.id for p in people if p.name}
        self._person_ids = {p.id for p in people}
        self._fresh: list[Camera | Person] = []

    def take(self, number: int, line: str | bytes) -> list[Camera | Person | Event]:
        """What a line brings: the event, behind whom and what it names for the first time."""
        self._fresh = []
        try:
            text = line.decode("utf-8-sig") if isinstance(line, bytes) else line
            if not text.strip():
                return []
            event = to_event(parse_line(text), self._new_id, self._camera, self._person)
        except UnicodeDecodeError:
            self.problems.append(Problem(number, "it is no UTF-8 text"))
            return []
        except UsageError as error:
            self.problems.append(Problem(number, error.reason))
            return []
        # Only a line that is taken in makes its camera and person known.
        for value in self._fresh:
            self._learn(value)
        return [*self._fresh, event]

    def _learn(self, value: Camera | Person) -> None:
        if isinstance(value, Camera):
            self._cameras |= {value.name.casefold(): value.id, value.id: value.id}
        elif value.name:
            self._people[value.name.casefold()] = value.id
        if isinstance(value, Person):
            self._person_ids.add(value.id)

    def _new_id(self, start: datetime) -> str:
        return self._ids.next(to_ms(start))

    def _camera(self, name: str) -> str:
        known = self._cameras.get(name.casefold()) or self._cameras.get(name)
        if known is not None:
            return known
        camera = Camera(slug(name), name, uri="", enabled=False)
        if camera.id in self._cameras:
            return camera.id
        self._fresh.append(camera)
        return camera.id

    def _person(self, name: str) -> str:
        if is_person_id(name):
            if name not in self._person_ids:
                self._fresh.append(Person(name, None))
            return name
        known = self._people.get(name.casefold())
        if known is not None:
            return known
        person = Person(new_person_id(), name)
        self._fresh.append(person)
        return person.id
