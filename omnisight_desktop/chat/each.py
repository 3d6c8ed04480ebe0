"""Answers about several at once: who, where, and how many of each, with the newest event that tells of it."""

from __future__ import annotations

from dataclasses import replace

from omnisight_desktop.chat.answer import Answer, Status
from omnisight_desktop.chat.lookup import LISTED, found_by
from omnisight_desktop.chat.telling import Teller
from omnisight_desktop.chat.understanding.query import Ask, Query
from omnisight_desktop.chat.understanding.topics import Topic
from omnisight_desktop.core.event import Event
from omnisight_desktop.services.house import House
from omnisight_desktop.services.shape import Names
from omnisight_desktop.services.stories import Story
from omnisight_desktop.storage.events import EventFilter

TOLD = 5  # events that an answer spells out; the others are counted and cited
_PROBED = 300  # people who are looked for one by one


def cited(found: list[Story], text: str, value: object) -> Answer:
    return Answer(
        Status.ANSWERED,
        text,
        value,
        tuple(story.first.id for story in found),
        tuple(dict.fromkeys(story.clip for story in found if story.clip)),
    )


def each_newest(query: Query, house: House, wanted: EventFilter, teller: Teller) -> Answer | None:
    """Who, or where: for each person or camera the newest event that tells of it."""
    names = house.events.names()
    if query.ask is Ask.WHO:
        ones = [
            replace(wanted, people=(one,)) for one in query.people or tuple(names.people)[:_PROBED]
        ]
    else:
        ones = [wanted.at(one) for one in query.cameras or tuple(names.cameras)]
    newest = _newest_of(ones, query, house, wanted)
    newest.sort(key=lambda event: event.start, reverse=True)
    when = teller.over(query)
    others = found_by(query, house, wanted) if query.ask is Ask.WHO else []
    if not newest and not others:
        return None
    ids = {story.first.id for story in others}
    found = [*others, *(Story(event, (event,)) for event in newest if event.id not in ids)]
    if not newest:
        told = "; ".join(teller.story(story) for story in others[:TOLD])
        return cited(found, teller.say("nobody_known", when=when, told=told), [])
    called = [teller.who(e) if query.ask is Ask.WHO else teller.where(e) for e in newest]
    told = "; ".join(teller.whole(event) for event in newest[:TOLD])
    names_told = ", ".join(dict.fromkeys(called))
    text = teller.say("newest_of_each", told=names_told, when=when, newest=told)
    return cited(found, text, list(dict.fromkeys(called)))


def _newest_of(
    ones: list[EventFilter], query: Query, house: House, wanted: EventFilter
) -> list[Event]:
    """The newest event of each; those that hold words are read once, not once for each."""
    if not wanted.words:
        return [event for one in ones for event in house.events.page(one, limit=1).events]
    newest: dict[str | None, Event] = {}
    for event in house.events.page(wanted, limit=LISTED).events:
        key = event.person if query.ask is Ask.WHO else event.camera
        if key is not None and (key not in newest or newest[key].start < event.start):
            newest[key] = event
    return list(newest.values())


def compared(query: Query, house: House, wanted: EventFilter, teller: Teller) -> Answer | None:
    """How many of each, those with the most first."""
    names = house.events.names()
    each = _sides(query, names, wanted)
    counts = {name: house.events.count(one) for name, one in each.items()}
    if not any(counts.values()):
        return None
    newest = [e for one in each.values() for e in house.events.page(one, limit=1).events]
    ordered = sorted(counts, key=lambda name: -counts[name])
    told = ", ".join(f"{teller.spoken.bare(name)} {counts[name]}" for name in ordered)
    shown = "; ".join(teller.whole(event) for event in newest[:TOLD])
    found = [Story(event, (event,)) for event in newest]
    return cited(
        found,
        teller.say("newest_of_each", told=told, when=teller.over(query), newest=shown),
        counts,
    )


def _sides(query: Query, names: Names, wanted: EventFilter) -> dict[str, EventFilter]:
    """What is held against each other: people and things that were named, or cameras, or whoever is known."""
    signs = query.topic is Topic.GESTURE and len(query.people) > 1
    if query.topic is Topic.GESTURE and len(query.people) == 1 and len(query.labels) > 1:
        return {one: replace(wanted, labels=(one,)) for one in query.labels}
    things = () if signs else tuple(label for label in query.labels if label != "person")
    if len(query.people) + len(things) > 1 or len(query.labels) > 1:
        labels = things if query.people or signs else query.labels
        sides = {
            names.people.get(p, p): replace(
                wanted, people=(p,), labels=() if things else wanted.labels
            )
            for p in query.people
        }
        return {**sides, **{one: replace(wanted, people=(), labels=(one,)) for one in labels}}
    if len(query.cameras) > 1 or (len(query.cameras) != 1 and not query.each_person):
        cameras = query.cameras or tuple(names.cameras)
        return {names.cameras.get(c, c): wanted.at(c) for c in cameras}
    people = tuple(names.people)[:_PROBED]
    return {names.people[p]: replace(wanted, people=(p,)) for p in people}
