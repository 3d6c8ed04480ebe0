"""A story as a card says it: who or what it was, how long it lasted, and what happened in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.gui.tongue import noted, told, tr
from omnisight_desktop.gui.viewmodels.saying import one_of
from omnisight_desktop.gui.words import clock_time, length, several, thing
from omnisight_desktop.services.shape import Names
from omnisight_desktop.services.stories import Story

_MOST = 4  # happenings that a card spells out
_LONGEST = 120  # letters of what was said

#: What is said of an event by itself, where it holds no words of its own.
_WORDS: dict[str, str] = {
    EventType.LEFT: noted("left"),
    EventType.STATIONARY: noted("standing still"),
    EventType.LOUD: noted("louder than usual"),
    EventType.CAMERA_DOWN: noted("no pictures came"),
    EventType.CAMERA_UP: noted("back again"),
    EventType.SPOKEN: noted("spoken"),
    EventType.SOUND: noted("a sound"),
    EventType.GESTURE: noted("gesture"),
    EventType.RULE: noted("rule"),
    EventType.RECOGNISED: noted("recognised"),
    EventType.NEWCOMER: noted("seen for the first time"),
    EventType.RECORDED: noted("recorded by hand"),
}
#: What the house itself says of events.
_TOLD = (
    *(noted("left to the left"), noted("left to the right")),
    *(noted("left at the top"), noted("left at the bottom"), noted("no longer seen")),
    *(noted("{dB} dB above the usual"), noted("No pictures come.")),
    *(noted("Pictures come again after {time}."), noted("entered {place}")),
    *(noted("left {place}"), noted("stays in {place}"), noted("went in over {place}")),
    *(noted("went out over {place}"), noted("somebody in {place}"), noted("nobody in {place}")),
    noted("one after another"),
    noted("recognised by figure and clothes"),
)
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
        happenings=_happenings(story, names, now),
    )


def _subject(story: Story, names: Names) -> str:
    first = story.first
    if story.person is not None and story.seen == 1:
        return names.people.get(story.person, story.person)
    if first.type == EventType.LOUD:
        noises = sum(event.type == EventType.LOUD for event in story.events)
        return tr("A loud noise") if noises == 1 else tr("{count} loud noises", count=noises)
    if first.type == EventType.CAMERA_DOWN:
        return tr("Camera offline")
    if first.label is None:
        words = tr(_WORDS[first.type]) if first.type in _WORDS else thing(first.type)
        return words[0].upper() + words[1:]
    words = one_of(first.label) if story.seen == 1 else several(story.seen, first.label)
    return words[0].upper() + words[1:]


def _happenings(story: Story, names: Names, now: datetime) -> tuple[str, ...]:
    others = [event for event in story.events if event.id != story.first.id]
    told = [event for event in others if not _counted(event, story)]
    if story.first.type in _SPELT_OUT:
        told = [story.first, *told]
    lines = [f"{clock_time(event.start, now)}  {_what(event, names)}" for event in told]
    if len(lines) > _MOST:
        rest = tr("and {count} more", count=len(lines) - _MOST + 1)
        return (*lines[: _MOST - 1], rest)
    return tuple(lines)


def _counted(event: Event, story: Story) -> bool:
    """Whether it tells of one more of those that the title counts, and of nobody by name."""
    same = event.type == EventType.APPEARED and event.label == story.first.label
    return same and event.person is None


def _what(event: Event, names: Names) -> str:
    if event.type == EventType.APPEARED and event.person is not None:
        return names.people.get(event.person, event.person)
    if event.type == EventType.APPEARED and event.label:
        return one_of(event.label)
    usual = tr(_WORDS[event.type]) if event.type in _WORDS else event.type.replace("_", " ")
    words = (_said(event) if event.text else usual).rstrip(".")
    words = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    lasted = _lasted(event.start, event.end) if event.type == EventType.STATIONARY else ""
    return f"{words} · {lasted}" if lasted else words


def _said(event: Event) -> str:
    """What an event says of itself; behind the name of a rule, what it was that set it off."""
    text = event.text or ""
    name, colon, what = text.rpartition(": ")
    return f"{name}: {told(what)}" if event.type == EventType.RULE and colon else told(text)


def _lasted(start: datetime, end: datetime | None) -> str:
    """How long it lasted; nothing where it was only a moment."""
    if end is None:
        return tr("now")
    seconds = (end - start).total_seconds()
    return length(seconds) if seconds >= 1 else ""
