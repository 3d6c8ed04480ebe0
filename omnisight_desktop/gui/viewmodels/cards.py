"""A story as a card says it: who or what it was, how long it lasted, and what happened in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.gui.words import clock_time, length, thing
from omnisight_desktop.services.naming import one, several
from omnisight_desktop.services.shape import Names
from omnisight_desktop.services.stories import Story

_MOST = 4  # happenings that a card spells out
_LONGEST = 120  # letters of what was said

#: What is said of an event by itself, where it holds no words of its own.
_WORDS: dict[str, str] = {
    EventType.LEFT: "left",
    EventType.STATIONARY: "standing still",
    EventType.LOUD: "louder than usual",
    EventType.CAMERA_DOWN: "no pictures came",
    EventType.CAMERA_UP: "back again",
}
#: Kinds that say so little by themselves that their first event is spelt out, too.
_SPELT_OUT = (EventType.LOUD, EventType.CAMERA_DOWN)


@dataclass(frozen=True, slots=True)
class Card:
    """One story in the drawer."""

    event: str
    clip: str | None
    title: str
    line: str
    exact: str
    happenings: tuple[str, ...] = ()


def card_of(story: Story, names: Names, now: datetime) -> Card:
    """What a card says of a story."""
    first = story.first
    lasted = _lasted(first.start, story.end)
    camera = names.cameras.get(first.camera, first.camera)
    return Card(
        event=first.id,
        clip=story.clip,
        title=" · ".join(filter(None, (_subject(story, names), lasted))),
        line=f"{camera} · {clock_time(first.start, now)}",
        exact=f"{first.start.astimezone():%Y-%m-%d %H:%M:%S %Z}",
        happenings=_happenings(story, now),
    )


def _subject(story: Story, names: Names) -> str:
    first = story.first
    if story.person is not None and story.seen == 1:
        return names.people.get(story.person, story.person)
    if first.type == EventType.LOUD:
        noises = sum(event.type == EventType.LOUD for event in story.events)
        return "A loud noise" if noises == 1 else f"{noises} loud noises"
    if first.type == EventType.CAMERA_DOWN:
        return "Camera offline"
    if first.label is None:
        return thing(first.type)
    words = one(first.label) if story.seen == 1 else several(story.seen, first.label)
    return words[0].upper() + words[1:]


def _happenings(story: Story, now: datetime) -> tuple[str, ...]:
    told = [event for event in story.events if event.id != story.first.id]
    if story.first.type in _SPELT_OUT:
        told = [story.first, *told]
    lines = [f"{clock_time(event.start, now)}  {_what(event, story)}" for event in told]
    if len(lines) > _MOST:
        return (*lines[: _MOST - 1], f"and {len(lines) - _MOST + 1} more")
    return tuple(lines)


def _what(event: Event, story: Story) -> str:
    if event.type == EventType.APPEARED and event.label:
        same = event.label == story.first.label
        return f"another {event.label.replace('_', ' ')}" if same else one(event.label)
    words = (event.text or _WORDS.get(event.type) or event.type.replace("_", " ")).rstrip(".")
    words = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    lasted = _lasted(event.start, event.end) if event.type == EventType.STATIONARY else ""
    return f"{words} · {lasted}" if lasted else words


def _lasted(start: datetime, end: datetime | None) -> str:
    """How long it lasted; nothing where it was only a moment."""
    if end is None:
        return "now"
    seconds = (end - start).total_seconds()
    return length(seconds) if seconds >= 1 else ""
