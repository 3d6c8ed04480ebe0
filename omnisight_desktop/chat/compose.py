"""Answers without a language model: stored events, put into sentences that name their proof."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from omnisight_desktop.chat.answer import Answer, Status
from omnisight_desktop.chat.understanding.query import Ask, Query
from omnisight_desktop.core.event import Event
from omnisight_desktop.services.house import House
from omnisight_desktop.services.shape import Names
from omnisight_desktop.storage.events import EventFilter

_TOLD = 5  # events that an answer spells out; the others are counted and cited
_CITED = 100
_DAYS = 1


def compose(query: Query, house: House, now: datetime, zone: tzinfo) -> Answer:
    """Look the query up and say what was found."""
    wanted = EventFilter(
        cameras=(query.camera,) if query.camera else (),
        people=(query.person,) if query.person else (),
        labels=(query.label,) if query.label else (),
        since=query.span.since if query.span else None,
        until=min(query.span.until, now) if query.span else now,
    )
    total = house.events.count(wanted)
    names = house.events.names()
    if total == 0:
        value = {Ask.COUNT: 0, Ask.LIST: []}.get(query.ask)
        return Answer(Status.NOTHING, _nothing(query, names, wanted, zone), value)
    if query.ask is Ask.FIRST:
        oldest = house.events.first(wanted)
        found = [oldest] if oldest else []
    else:
        limit = 1 if query.ask is Ask.LAST else _CITED
        found = list(house.events.page(wanted, limit=limit).events)
    text, value = _told(query, found, total, _Teller(names, now, zone))
    return Answer(
        Status.ANSWERED,
        text,
        value,
        tuple(event.id for event in found),
        tuple(dict.fromkeys(event.clip for event in found if event.clip)),
    )


class _Teller:
    """Says events in the user's words and time."""

    def __init__(self, names: Names, now: datetime, zone: tzinfo) -> None:
        self._names = names
        self._now = now.astimezone(zone)
        self._zone = zone

    def who(self, event: Event) -> str:
        """Whom or what an event is about."""
        if event.person:
            return self._names.people.get(event.person, event.person)
        return f"a {event.label}" if event.label else event.type.replace("_", " ")

    def where(self, event: Event) -> str:
        """The camera's name."""
        return self._names.cameras.get(event.camera, event.camera)

    def when(self, event: Event) -> str:
        """The time as people say it."""
        local = event.start.astimezone(self._zone)
        days = (self._now.date() - local.date()).days
        if days == 0:
            return f"at {local:%H:%M}"
        if days == _DAYS:
            return f"yesterday at {local:%H:%M}"
        return f"on {local.day} {local:%B} {local.year} at {local:%H:%M}"

    def whole(self, event: Event) -> str:
        """Who, where and when, and what was said."""
        said = f' ("{event.text}")' if event.text else ""
        return f"{self.who(event)} on {self.where(event)} {self.when(event)}{said}"


def _told(query: Query, found: list[Event], total: int, teller: _Teller) -> tuple[str, object]:
    when = f" {query.span.words}" if query.span else ""
    if query.ask is Ask.COUNT:
        return f"{_things(total)}{when}; the newest: {teller.whole(found[0])}.", total
    if query.ask in (Ask.LAST, Ask.FIRST):
        word = "Last" if query.ask is Ask.LAST else "First"
        moment = found[0].start.astimezone(UTC).isoformat().replace("+00:00", "Z")
        return f"{word} seen: {teller.whole(found[0])}.", moment
    told = "; ".join(teller.whole(event) for event in found[:_TOLD])
    rest = total - min(total, _TOLD)
    more = f"; and {rest} more" if rest else ""
    return f"{_things(total)}{when}: {told}{more}.", [event.id for event in found]


def _things(count: int) -> str:
    return "1 event" if count == 1 else f"{count} events"


def _nothing(query: Query, names: Names, wanted: EventFilter, zone: tzinfo) -> str:
    """No is an answer, too: it says what was searched."""
    what = names.people.get(query.person, query.person) if query.person else query.label
    where = names.cameras.get(query.camera, query.camera) if query.camera else None
    places = where or ", ".join(sorted(names.cameras.values())) or "no camera"
    until = wanted.until.astimezone(zone) if wanted.until else None
    since = f"from {wanted.since.astimezone(zone):%Y-%m-%d %H:%M} " if wanted.since else ""
    end = f"until {until:%Y-%m-%d %H:%M}" if until else ""
    return f"Nothing{f' of {what}' if what else ''} was stored {since}{end} (looked at: {places})."
