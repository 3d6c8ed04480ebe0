"""Answers without a language model: stored events, put into sentences that name their proof."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, tzinfo

from omnisight_desktop.chat.answer import Answer, Status
from omnisight_desktop.chat.telling import Teller
from omnisight_desktop.chat.understanding.query import Ask, Query
from omnisight_desktop.chat.understanding.topics import (
    KINDS,
    NO_ARRIVALS,
    NO_SIGHTINGS,
    Topic,
)
from omnisight_desktop.core.event import EventType
from omnisight_desktop.services.house import House
from omnisight_desktop.services.naming import several
from omnisight_desktop.services.shape import Names
from omnisight_desktop.services.stories import Story
from omnisight_desktop.storage.events import EventFilter

_TOLD = 5  # events that an answer spells out; the others are counted and cited
_CITED = 100
_MOST_LOOKED_AT = 20_000  # visits are counted one by one, events are not

#: What events of a topic are called.
_NOUNS = {
    Topic.VISITS: "visit",
    Topic.LEFT: "departure",
    Topic.STOOD: "stay in one place",
    Topic.LOUD: "loud noise",
    Topic.OFFLINE: "outage",
    Topic.BACK: "return of a camera",
}
_SEVERAL = {Topic.STOOD: "stays in one place", Topic.BACK: "returns of a camera"}


def compose(query: Query, house: House, now: datetime, zone: tzinfo) -> Answer:
    """Look the query up and say what was found."""
    wanted = _wanted(query, house, now)
    total = _total(wanted, house)
    names = house.events.names()
    if total == 0:
        value = {Ask.COUNT: 0, Ask.LIST: []}.get(query.ask)
        return Answer(Status.NOTHING, _nothing(query, names, wanted, zone), value)
    found = _found(query, house, wanted)
    visits = _visits(query, house, wanted) if total <= _MOST_LOOKED_AT else None
    text, value = _told(query, found, (total, visits), Teller(names, now, zone))
    return Answer(
        Status.ANSWERED,
        text,
        value,
        tuple(story.first.id for story in found),
        tuple(dict.fromkeys(story.clip for story in found if story.clip)),
    )


def _found(query: Query, house: House, wanted: EventFilter) -> list[Story]:
    """What is told and cited, the newest first: visits as a whole, or events one by one."""
    if query.ask is Ask.FIRST:
        oldest = house.events.first(wanted)
        return [Story(oldest, (oldest,))] if oldest else []
    limit = 1 if query.ask is Ask.LAST else _CITED
    if wanted.leading:
        return list(house.events.stories(wanted, limit=limit).stories)
    return [Story(event, (event,)) for event in house.events.page(wanted, limit=limit).events]


def _wanted(query: Query, house: House, now: datetime) -> EventFilter:
    """Which events answer: the same visit is not told twice, and who left was not seen anew."""
    wanted = EventFilter(
        cameras=(query.camera,) if query.camera else (),
        people=(query.person,) if query.person else (),
        labels=(query.label,) if query.label else (),
        since=query.span.since if query.span else None,
        until=min(query.span.until, now) if query.span else now,
        real=bool(house.mistakes.all()),
    )
    if query.topic in KINDS:
        kind = KINDS[query.topic]
        about_somebody = query.topic in (Topic.LEFT, Topic.STOOD)
        return replace(wanted, types=(kind,), labels=wanted.labels if about_somebody else ())
    somebody = bool(query.person or query.label)
    if query.topic is Topic.VISITS:
        return replace(wanted, types=_all_but(NO_ARRIVALS, house), leading=not query.person)
    if somebody or query.ask in (Ask.LAST, Ask.FIRST):
        aside = NO_ARRIVALS if query.ask is Ask.COUNT else NO_SIGHTINGS
        return replace(wanted, types=_all_but(aside, house))
    return replace(wanted, leading=True)


def _total(wanted: EventFilter, house: House) -> int:
    """How many there are; where there are too many to tell visits apart, every event is one."""
    total = house.events.count(replace(wanted, leading=False))
    return house.events.count(wanted) if wanted.leading and total <= _MOST_LOOKED_AT else total


def _all_but(aside: frozenset[EventType], house: House) -> tuple[str, ...]:
    """All kinds of events that there are, but for these; nothing where that narrows nothing."""
    there = house.events.types()
    left = there - aside
    if left == there:
        return ()
    return tuple(sorted(left)) or (EventType.APPEARED,)


def _visits(query: Query, house: House, wanted: EventFilter) -> int | None:
    """In how many visits they came, where people or things are counted."""
    if query.ask is not Ask.COUNT or not query.label or query.person or wanted.leading:
        return None
    if query.topic is not Topic.ANYTHING:
        return None
    return house.events.count(replace(wanted, leading=True))


def _told(
    query: Query, found: list[Story], totals: tuple[int, int | None], teller: Teller
) -> tuple[str, object]:
    total, visits = totals
    when = f" {query.span.words}" if query.span else ""
    many = _things(query, total)
    if query.ask is Ask.COUNT:
        fewer = visits is not None and 0 < visits < total
        together = f" in {several(visits or 0, 'visit')}" if fewer else ""
        return f"{many}{together}{when}; the newest: {teller.story(found[0])}.", total
    if query.ask in (Ask.LAST, Ask.FIRST):
        word = "Last" if query.ask is Ask.LAST else "First"
        seen = "" if query.topic in KINDS else " seen"
        event = found[0].first
        moment = event.start.astimezone(UTC).isoformat().replace("+00:00", "Z")
        return f"{word}{seen}: {teller.whole(event)}{teller.until(event)}.", moment
    told = "; ".join(teller.story(story) for story in found[:_TOLD])
    rest = total - min(total, _TOLD)
    more = f"; and {rest} more" if rest else ""
    return f"{many}{when}: {told}{more}.", [story.first.id for story in found]


def _things(query: Query, count: int) -> str:
    """So many of what was asked for."""
    if query.topic in _NOUNS:
        if count > 1 and query.topic in _SEVERAL:
            return f"{count} {_SEVERAL[query.topic]}"
        return several(count, _NOUNS[query.topic])
    if query.ask is Ask.COUNT and query.label and not query.person:
        return several(count, query.label)
    return several(count, "event")


def _nothing(query: Query, names: Names, wanted: EventFilter, zone: tzinfo) -> str:
    """No is an answer, too: it says what was searched."""
    whom = names.people.get(query.person, query.person) if query.person else None
    what = whom or (wanted.labels[0] if wanted.labels else None)
    where = names.cameras.get(query.camera, query.camera) if query.camera else None
    places = where or ", ".join(sorted(names.cameras.values())) or "no camera"
    until = wanted.until.astimezone(zone) if wanted.until else None
    since = f"from {wanted.since.astimezone(zone):%Y-%m-%d %H:%M} " if wanted.since else ""
    end = f"until {until:%Y-%m-%d %H:%M}" if until else ""
    none = f"No {_NOUNS[query.topic]}" if query.topic in _NOUNS else "Nothing"
    return f"{none}{f' of {what}' if what else ''} was stored {since}{end} (looked at: {places})."
