"""Stories: what one visit did, told as one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.services.shape import Names, to_json, written


@dataclass(frozen=True, slots=True)
class Story:
    """One visit, or one noise, or one outage: the event that was worth an alert, and what followed."""

    first: Event
    events: tuple[Event, ...]  # all of them, in the order in which they began

    @property
    def end(self) -> datetime | None:
        """When it was over; None while something of it lasts."""
        ends = [event.end for event in self.events]
        known = [end for end in ends if end is not None]
        return max(known) if len(known) == len(ends) else None

    @property
    def clip(self) -> str | None:
        """The first clip that shows it."""
        return next((event.clip for event in self.events if event.clip), None)

    @property
    def seen(self) -> int:
        """How many people or things it is about."""
        tracks = {e.track or e.id for e in self.events if e.type == EventType.APPEARED}
        return max(1, len(tracks))

    @property
    def person(self) -> str | None:
        """Who it is about, where all that was recognised is one and the same."""
        people = {event.person for event in self.events if event.person}
        return people.pop() if len(people) == 1 else None


@dataclass(frozen=True, slots=True)
class StoryPage:
    """Some stories, and the cursor from which the next ones can be had."""

    stories: tuple[Story, ...]
    next: str | None


def told(firsts: Iterable[Event], others: Iterable[Event]) -> tuple[Story, ...]:
    """Each first event with all that belongs to its story."""
    members: dict[str | None, list[Event]] = defaultdict(list)
    for event in others:
        members[event.story].append(event)
    return tuple(
        Story(first, tuple(sorted(members.get(first.id, [first]), key=_begun))) for first in firsts
    )


def story_json(story: Story, names: Names) -> dict[str, Any]:
    """A story in the shape that programs rely on: its first event, and what followed."""
    rows = [to_json(event, names) for event in story.events]
    return {
        **to_json(story.first, names),
        "end": written(story.end) if story.end else None,
        "person": names.people.get(story.person, story.person) if story.person else None,
        "clip": story.clip,
        "seen": story.seen,
        "events": rows,
    }


def _begun(event: Event) -> tuple[datetime, str]:
    return event.start, event.id
