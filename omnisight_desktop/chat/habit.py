"""Whether something is as it always is: on how many days like that one it happened before."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from omnisight_desktop.chat.answer import Answer, Status
from omnisight_desktop.chat.telling import Teller
from omnisight_desktop.chat.understanding.query import Query
from omnisight_desktop.services.house import House
from omnisight_desktop.storage.events import EventFilter

_DAYS_BACK = 28
_FEW = 3  # of fewer days nothing can be said
_USUAL, _RARE = 0.5, 0.2


def usual(query: Query, house: House, wanted: EventFilter, teller: Teller) -> Answer:
    """On how many of the last four weeks' days it happened, at the same hours of the same weekday if one
    was named."""
    first = house.events.first(EventFilter())
    until = wanted.until
    if first is None or until is None:
        return Answer(Status.NOTHING, teller.say("nothing_yet"), None)
    since = wanted.since or until - timedelta(days=1)
    length = min(until - since, timedelta(days=1)) if query.span else timedelta(days=1)
    step = 7 if query.span is not None and until - since <= timedelta(days=1) else 1
    begins = [since - timedelta(days=step * back) for back in range(1, _DAYS_BACK // step + 1)]
    days = [begin for begin in begins if begin + length > first.start]
    seen = [begin for begin in days if house.events.count(_within(wanted, begin, length))]
    share = len(seen) / len(days) if days else 0.0
    word = "too_few"
    if len(days) >= _FEW:
        word = "usual" if share >= _USUAL else "unusual" if share <= _RARE else "now_and_then"
    whole = replace(wanted, since=begins[-1], until=until)
    newest = house.events.page(whole, limit=1).events
    told = teller.say("habit_newest", told=teller.whole(newest[0])) if newest else ""
    text = teller.say("habit", word=teller.say(word), days=len(seen), all=len(days), newest=told)
    value = {"days": len(seen), "of": len(days)}
    cited = tuple(
        event.id
        for begin in seen
        for event in house.events.page(_within(wanted, begin, length), limit=1).events
    )
    return Answer(Status.ANSWERED if cited else Status.NOTHING, text, value, cited)


def _within(wanted: EventFilter, begin: datetime, length: timedelta) -> EventFilter:
    return replace(wanted, since=begin, until=begin + length)
