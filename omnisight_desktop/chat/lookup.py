"""Which stored events answer a query, and how they are found: filters, words as they were noted, totals."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from omnisight_desktop.chat.understanding.query import Ask, Query
from omnisight_desktop.chat.understanding.topics import KINDS, NO_SIGHTINGS, Topic
from omnisight_desktop.core.event import EventType
from omnisight_desktop.services.house import House
from omnisight_desktop.services.stories import Story
from omnisight_desktop.storage.events import EventFilter

CITED = 100
LISTED = 1000  # what is asked for one by one
MOST_LOOKED_AT = 20_000  # visits are counted one by one, events are not
#: Where nobody ever notes this, those count who were seen.
UNNOTED = (Topic.LEFT, Topic.STOOD)


def as_noted(query: Query, house: House) -> Query:
    """Where nobody ever notes who leaves or stands still, those count who were seen."""
    if query.topic not in UNNOTED or KINDS[query.topic] in house.events.types():
        return query
    return replace(query, topic=Topic.SIGHTINGS)


def as_spelled(wanted: EventFilter, query: Query, house: House) -> EventFilter:
    """The words as they were noted: one or several of a thing; of what was said, those that ever were."""
    if not wanted.text or _any(wanted, house):
        return wanted
    ever = EventFilter(types=wanted.types, labels=wanted.labels, leading=wanted.leading)
    noted = []
    for word in wanted.text.split():
        there = [w for w in _forms(word) if _any(replace(ever, text=w), house)]
        noted += there[:1] if there or query.topic is Topic.SPOKEN else [word]
    return replace(wanted, text=" ".join(noted)) if noted else wanted


def _any(wanted: EventFilter, house: House) -> bool:
    return bool(house.events.page(wanted, limit=1).events)


def _forms(word: str) -> tuple[str, ...]:
    stem = next((word.removesuffix(e) for e in ("ing", "ed", "s") if word.endswith(e)), word)
    return tuple(dict.fromkeys((word, f"{word}s", stem, f"{stem}e", f"{stem}s")))


def wanted_by(query: Query, house: House, now: datetime) -> EventFilter:
    """Which events answer: the same visit is not told twice, and who left was not seen anew."""
    wanted = EventFilter(
        cameras=query.cameras,
        people=query.people,
        labels=query.labels,
        zones=query.zones,
        text=query.text,
        since=query.span.since if query.span else None,
        until=min(query.span.until, now) if query.span else now,
        real=bool(house.mistakes.all()),
    )
    if query.topic in KINDS:
        kind = KINDS[query.topic]
        return replace(wanted, types=(kind,))
    if query.topic is Topic.VISITS and not query.people:
        return replace(wanted, types=_all_but(NO_SIGHTINGS, house), leading=True)
    if query.topic is Topic.ANYTHING and query.ask not in (Ask.LAST, Ask.FIRST):
        return replace(wanted, leading=True)
    return replace(wanted, types=_all_but(NO_SIGHTINGS, house))


def total_of(wanted: EventFilter, house: House) -> int:
    """How many there are; where there are too many to tell visits apart, every event is one."""
    total = house.events.count(replace(wanted, leading=False))
    return house.events.count(wanted) if wanted.leading and total <= MOST_LOOKED_AT else total


def _all_but(aside: frozenset[EventType], house: House) -> tuple[str, ...]:
    """All kinds of events that there are, but for these; nothing where that narrows nothing."""
    there = house.events.types()
    left = there - aside
    if left == there:
        return ()
    return tuple(sorted(left)) or (EventType.APPEARED,)


def visits_of(query: Query, house: House, wanted: EventFilter) -> int | None:
    """In how many visits they came, where people or things are counted."""
    if query.ask is not Ask.COUNT or not query.label or query.person or wanted.leading:
        return None
    if query.topic is not Topic.SIGHTINGS:
        return None
    return house.events.count(replace(wanted, leading=True))


def sought(query: Query, house: House, now: datetime) -> EventFilter:
    """Which events come into question where it is looked for by meaning: its words left aside."""
    return replace(wanted_by(query, house, now), text=None, leading=False)


def found_by(query: Query, house: House, wanted: EventFilter) -> list[Story]:
    """What is told and cited, the newest first: visits as a whole, or events one by one."""
    if query.ask is Ask.FIRST:
        oldest = house.events.first(wanted)
        return [Story(oldest, (oldest,))] if oldest else []
    limit = {Ask.LAST: 1, Ask.LIST: LISTED}.get(query.ask, CITED)
    if wanted.leading:
        return list(house.events.stories(wanted, limit=min(limit, CITED)).stories)
    return [Story(event, (event,)) for event in house.events.page(wanted, limit=limit).events]
