"""Review: the stories of a time as somebody goes through them, how they looked, and what was seen of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from omnisight_desktop.core.clock import Clock
from omnisight_desktop.services.events import Events
from omnisight_desktop.services.keeper import Keeper
from omnisight_desktop.services.stories import Story
from omnisight_desktop.storage.cameras import CameraArchive
from omnisight_desktop.storage.events import EventFilter
from omnisight_desktop.storage.people import PersonArchive
from omnisight_desktop.storage.records import Reviewed
from omnisight_desktop.storage.reviews import ReviewArchive
from omnisight_desktop.storage.tracks import TrackArchive

_AT_ONCE = 250


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """Some stories, which of them were reviewed, and the cursor from which the next can be had."""

    stories: tuple[Story, ...]
    reviewed: frozenset[str]
    next: str | None


@dataclass(frozen=True, slots=True)
class Choices:
    """By what stories can be narrowed: ids with their names, in the order in which they are offered."""

    cameras: tuple[tuple[str, str], ...]
    people: tuple[tuple[str, str], ...]
    labels: tuple[str, ...]
    types: tuple[str, ...]
    zones: tuple[str, ...]


class Review:
    """Reads stories for whoever reviews them, and remembers what was reviewed."""

    def __init__(
        self,
        events: Events,
        archive: ReviewArchive,
        tracks: TrackArchive,
        who: tuple[CameraArchive, PersonArchive],
        keeper: Keeper,
        places: tuple[Path, Clock],
    ) -> None:
        self._events = events
        self._archive = archive
        self._tracks = tracks
        self._cameras, self._people = who
        self._keeper = keeper
        self._media, self._clock = places

    def page(
        self,
        wanted: EventFilter,
        cursor: str | None = None,
        *,
        limit: int = 50,
        grouped: bool = True,
    ) -> ReviewPage:
        """Stories, or each event for itself, the newest first."""
        if grouped:
            page = self._events.stories(wanted, cursor, limit)
            stories, following = page.stories, page.next
        else:
            found = self._events.page(wanted, cursor, limit)
            stories = tuple(Story(event, (event,)) for event in found.events)
            following = found.next
        seen = self._archive.reviewed(story_of(story) for story in stories)
        return ReviewPage(stories, frozenset(seen), following)

    def story(self, event_id: str) -> Story:
        """The story that an event belongs to."""
        event = self._events.get(event_id)
        return self._events.whole(event)

    def is_reviewed(self, story: Story) -> bool:
        """Whether somebody has reviewed it."""
        return bool(self._archive.reviewed((story_of(story),)))

    def mark(self, stories: Sequence[str], *, on: bool) -> None:
        """Remember that stories were reviewed, or that they were not."""
        now = self._clock.now()
        for begin in range(0, len(stories), _AT_ONCE):
            some = stories[begin : begin + _AT_ONCE]
            if on:
                self._keeper.commit(*(Reviewed(story, now) for story in some))
            else:
                self._keeper.erase("reviewed", list(some))

    def portraits(self, tracks: Iterable[str]) -> dict[str, Path]:
        """Where the best picture of each track lies, where one was kept."""
        found = self._tracks.pictures(tracks)
        return {track: self._media / picture.crop for track, picture in found.items()}

    def choices(self) -> Choices:
        """What there is to choose from."""
        people = [(p.id, p.name or p.id) for p in self._people.all()]
        return Choices(
            tuple((camera.id, camera.name) for camera in self._cameras.all()),
            tuple(sorted(people, key=lambda one: one[1].casefold())),
            tuple(sorted(self._events.labels())),
            tuple(sorted(self._events.types())),
            tuple(self._archive.zones()),
        )


def story_of(story: Story) -> str:
    """By which event a story is reviewed: its first, also where only another one is looked at."""
    return story.first.story or story.first.id
