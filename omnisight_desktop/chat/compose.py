"""Answers without a language model: stored events, put into sentences that name their proof."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo

from omnisight_desktop.chat.answer import Answer, Status
from omnisight_desktop.chat.habit import usual
from omnisight_desktop.chat.telling import Teller, spelled
from omnisight_desktop.chat.understanding.query import Ask, Query
from omnisight_desktop.chat.understanding.topics import (
    KINDS,
    NO_SIGHTINGS,
    Topic,
)
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.services.house import House
from omnisight_desktop.services.naming import several
from omnisight_desktop.services.shape import Names
from omnisight_desktop.services.stories import Story
from omnisight_desktop.storage.events import EventFilter

_TOLD = 5  # events that an answer spells out; the others are counted and cited
_CITED = 100
_LISTED = 1000  # what is asked for one by one
_PROBED = 300  # people who are looked for one by one
_GAPS_DAYS = 60  # where no beginning is asked for
_MOST_LOOKED_AT = 20_000  # visits are counted one by one, events are not

#: Said where nobody ever notes this, before who was seen is told.
_UNNOTED = {
    Topic.LEFT: "Who leaves was never noted here. Seen:",
    Topic.STOOD: "What stays in one place was never noted here. Seen:",
}

#: What events of a topic are called.
_NOUNS = {
    Topic.VISITS: "visit",
    Topic.LEFT: "departure",
    Topic.STOOD: "stay in one place",
    Topic.LOUD: "loud noise",
    Topic.OFFLINE: "outage",
    Topic.BACK: "return of a camera",
    Topic.SPOKEN: "utterance",
    Topic.GESTURE: "gesture",
    Topic.RULE: "report of a rule",
}
_SEVERAL = {
    Topic.RULE: "reports of rules",
    Topic.STOOD: "stays in one place",
    Topic.BACK: "returns of a camera",
}


def compose(query: Query, house: House, now: datetime, zone: tzinfo) -> Answer:
    """Look the query up and say what was found."""
    asked, query = query, _as_noted(query, house)
    if asked.topic is not query.topic:
        answer = compose(query, house, now, zone)
        return replace(answer, text=f"{_UNNOTED[asked.topic]} {answer.text}")
    wanted = _spelled(_wanted(query, house, now), query, house)
    names = house.events.names()
    teller = Teller(names, now, zone)
    ways: dict[Ask, Callable[[], Answer | None]] = {
        Ask.WHO: lambda: _each(query, house, wanted, teller),
        Ask.WHERE: lambda: _each(query, house, wanted, teller),
        Ask.COMPARE: lambda: _compared(query, house, wanted, teller),
        Ask.USUAL: lambda: usual(query, house, wanted, teller),
    }
    way = ways.get(query.ask, lambda: _plain(query, house, wanted, teller))
    return way() or _none(query, house, wanted, zone)


def sought(query: Query, house: House, now: datetime) -> EventFilter:
    """Which events come into question where it is looked for by meaning: its words left aside."""
    return replace(_wanted(query, house, now), text=None, leading=False)


def _plain(query: Query, house: House, wanted: EventFilter, teller: Teller) -> Answer | None:
    """How many, how long, when, or which; nothing where there is none."""
    total = _total(wanted, house)
    found = _found(query, house, wanted) if total else []
    if not found:
        return None
    if query.ask is Ask.DURATION:
        seconds = house.events.seconds(wanted)
        when = f" {query.span.words}" if query.span else ""
        text = f"{spelled(seconds)} in all, in {_things(query, total)}{when}; the newest: "
        return _cited(found, f"{text}{teller.story(found[0])}.", round(seconds, 3))
    visits = _visits(query, house, wanted) if total <= _MOST_LOOKED_AT else None
    return _cited(found, *_told(query, found, (total, visits), teller))


def _cited(found: list[Story], text: str, value: object) -> Answer:
    return Answer(
        Status.ANSWERED,
        text,
        value,
        tuple(story.first.id for story in found),
        tuple(dict.fromkeys(story.clip for story in found if story.clip)),
    )


def _none(query: Query, house: House, wanted: EventFilter, zone: tzinfo) -> Answer:
    empty: dict[Ask, object] = {Ask.COUNT: 0, Ask.DURATION: 0.0, Ask.COMPARE: {}}
    value = empty.get(query.ask, None if query.ask in (Ask.LAST, Ask.FIRST) else [])
    text = _nothing(query, house.events.names(), wanted, zone)
    return Answer(Status.NOTHING, text + _gaps(house, wanted, zone), value)


def _gaps(house: House, wanted: EventFilter, zone: tzinfo) -> str:
    """When who should have seen it could not."""
    if wanted.until is None:
        return ""
    names = house.events.names().cameras
    since = wanted.since or wanted.until - timedelta(days=_GAPS_DAYS)
    gaps = house.events.gaps(wanted.cameras or tuple(names), since, wanted.until)
    told = []
    for gap in gaps[-_TOLD:]:
        begin, end = gap.start.astimezone(zone), gap.end.astimezone(zone)
        until = f"{end:%H:%M}" if begin.date() == end.date() else f"{end:%Y-%m-%d %H:%M}"
        told.append(
            f"{names.get(gap.camera, gap.camera)} was offline {begin:%Y-%m-%d %H:%M}-{until}"
        )
    return f" {'; '.join(told)}." if told else ""


def _each(query: Query, house: House, wanted: EventFilter, teller: Teller) -> Answer | None:
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
    when = f" {query.span.words}" if query.span else ""
    others = _found(query, house, wanted) if query.ask is Ask.WHO else []
    if not newest and not others:
        return None
    ids = {story.first.id for story in others}
    found = [*others, *(Story(event, (event,)) for event in newest if event.id not in ids)]
    if not newest:
        told = "; ".join(teller.story(story) for story in others[:_TOLD])
        return _cited(found, f"Nobody who was recognised{when}: {told}.", [])
    called = [teller.who(e) if query.ask is Ask.WHO else teller.where(e) for e in newest]
    told = "; ".join(teller.whole(event) for event in newest[:_TOLD])
    text = f"{', '.join(dict.fromkeys(called))}{when}; the newest of each: {told}."
    return _cited(found, text, list(dict.fromkeys(called)))


def _newest_of(
    ones: list[EventFilter], query: Query, house: House, wanted: EventFilter
) -> list[Event]:
    """The newest event of each; those that hold words are read once, not once for each."""
    if not wanted.words:
        return [event for one in ones for event in house.events.page(one, limit=1).events]
    newest: dict[str | None, Event] = {}
    for event in house.events.page(wanted, limit=_LISTED).events:
        key = event.person if query.ask is Ask.WHO else event.camera
        if key is not None and (key not in newest or newest[key].start < event.start):
            newest[key] = event
    return list(newest.values())


def _compared(query: Query, house: House, wanted: EventFilter, teller: Teller) -> Answer | None:
    """How many of each, those with the most first."""
    names = house.events.names()
    each = _sides(query, names, wanted)
    counts = {name: house.events.count(one) for name, one in each.items()}
    if not any(counts.values()):
        return None
    newest = [e for one in each.values() for e in house.events.page(one, limit=1).events]
    ordered = sorted(counts, key=lambda name: -counts[name])
    told = ", ".join(f"{name} {counts[name]}" for name in ordered)
    when = f" {query.span.words}" if query.span else ""
    shown = "; ".join(teller.whole(event) for event in newest[:_TOLD])
    found = [Story(event, (event,)) for event in newest]
    return _cited(found, f"{told}{when}; the newest of each: {shown}.", counts)


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


def _as_noted(query: Query, house: House) -> Query:
    """Where nobody ever notes who leaves or stands still, those count who were seen."""
    if query.topic not in _UNNOTED or KINDS[query.topic] in house.events.types():
        return query
    return replace(query, topic=Topic.SIGHTINGS)


def _spelled(wanted: EventFilter, query: Query, house: House) -> EventFilter:
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


def _found(query: Query, house: House, wanted: EventFilter) -> list[Story]:
    """What is told and cited, the newest first: visits as a whole, or events one by one."""
    if query.ask is Ask.FIRST:
        oldest = house.events.first(wanted)
        return [Story(oldest, (oldest,))] if oldest else []
    limit = {Ask.LAST: 1, Ask.LIST: _LISTED}.get(query.ask, _CITED)
    if wanted.leading:
        return list(house.events.stories(wanted, limit=min(limit, _CITED)).stories)
    return [Story(event, (event,)) for event in house.events.page(wanted, limit=limit).events]


def _wanted(query: Query, house: House, now: datetime) -> EventFilter:
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
    if query.topic is not Topic.SIGHTINGS:
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
    whom = " or ".join(names.people.get(one, one) for one in query.people[:_TOLD])
    what = whom or query.text or " or ".join(wanted.labels)
    where = ", ".join(names.cameras.get(one, one) for one in query.cameras)
    places = (
        ", ".join(filter(None, (where, ", ".join(query.zones))))
        or ", ".join(sorted(names.cameras.values()))
        or "no camera"
    )
    until = wanted.until.astimezone(zone) if wanted.until else None
    since = f"from {wanted.since.astimezone(zone):%Y-%m-%d %H:%M} " if wanted.since else ""
    end = f"until {until:%Y-%m-%d %H:%M}" if until else ""
    none = f"No {_NOUNS[query.topic]}" if query.topic in _NOUNS else "Nothing"
    return f"{none}{f' of {what}' if what else ''} was stored {since}{end} (looked at: {places})."
