"""Answers without a language model: stored events, put into sentences that name their proof."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo

from omnisight_desktop.chat.answer import Answer, Status
from omnisight_desktop.chat.each import TOLD, cited, compared, each_newest
from omnisight_desktop.chat.habit import usual
from omnisight_desktop.chat.lookup import (
    MOST_LOOKED_AT,
    as_noted,
    as_spelled,
    found_by,
    total_of,
    visits_of,
    wanted_by,
)
from omnisight_desktop.chat.telling import Teller
from omnisight_desktop.chat.understanding.language import Language
from omnisight_desktop.chat.understanding.query import Ask, Query
from omnisight_desktop.chat.understanding.topics import KINDS, Topic
from omnisight_desktop.services.house import House
from omnisight_desktop.services.stories import Story
from omnisight_desktop.storage.events import EventFilter

_GAPS_DAYS = 60  # where no beginning is asked for


def compose(
    query: Query, house: House, now: datetime, zone: tzinfo, spoken: Language | None = None
) -> Answer:
    """Look the query up and say what was found, in the language that is spoken."""
    asked, query = query, as_noted(query, house)
    teller = Teller(house.events.names(), now, zone, spoken)
    if asked.topic is not query.topic:
        answer = compose(query, house, now, zone, spoken)
        return replace(answer, text=f"{teller.say(f'unnoted_{asked.topic}')} {answer.text}")
    wanted = as_spelled(wanted_by(query, house, now), query, house)
    ways: dict[Ask, Callable[[], Answer | None]] = {
        Ask.WHO: lambda: each_newest(query, house, wanted, teller),
        Ask.WHERE: lambda: each_newest(query, house, wanted, teller),
        Ask.COMPARE: lambda: compared(query, house, wanted, teller),
        Ask.USUAL: lambda: usual(query, house, wanted, teller),
    }
    way = ways.get(query.ask, lambda: _plain(query, house, wanted, teller))
    return way() or _none(query, house, wanted, teller)


def _plain(query: Query, house: House, wanted: EventFilter, teller: Teller) -> Answer | None:
    """How many, how long, when, or which; nothing where there is none."""
    total = total_of(wanted, house)
    found = found_by(query, house, wanted) if total else []
    if not found:
        return None
    if query.ask is Ask.DURATION:
        seconds = house.events.seconds(wanted)
        text = teller.say(
            "lasted_in_all",
            length=teller.spelled(seconds),
            things=_things(query, total, teller),
            when=teller.over(query),
            newest=teller.story(found[0]),
        )
        return cited(found, text, round(seconds, 3))
    visits = visits_of(query, house, wanted) if total <= MOST_LOOKED_AT else None
    return cited(found, *_told(query, found, (total, visits), teller))


def _none(query: Query, house: House, wanted: EventFilter, teller: Teller) -> Answer:
    empty: dict[Ask, object] = {Ask.COUNT: 0, Ask.DURATION: 0.0, Ask.COMPARE: {}}
    value = empty.get(query.ask, None if query.ask in (Ask.LAST, Ask.FIRST) else [])
    text = _nothing(query, wanted, teller)
    return Answer(Status.NOTHING, text + _gaps(house, wanted, teller), value)


def _gaps(house: House, wanted: EventFilter, teller: Teller) -> str:
    """When who should have seen it could not."""
    if wanted.until is None:
        return ""
    names, zone = teller.names.cameras, teller.zone
    since = wanted.since or wanted.until - timedelta(days=_GAPS_DAYS)
    gaps = house.events.gaps(wanted.cameras or tuple(names), since, wanted.until)
    told = []
    for gap in gaps[-TOLD:]:
        begin, end = gap.start.astimezone(zone), gap.end.astimezone(zone)
        until = f"{end:%H:%M}" if begin.date() == end.date() else f"{end:%Y-%m-%d %H:%M}"
        camera, since_ = names.get(gap.camera, gap.camera), f"{begin:%Y-%m-%d %H:%M}"
        told.append(teller.say("was_offline", camera=camera, since=since_, until=until))
    return f" {'; '.join(told)}." if told else ""


def _told(
    query: Query, found: list[Story], totals: tuple[int, int | None], teller: Teller
) -> tuple[str, object]:
    total, visits = totals
    when, many = teller.over(query), _things(query, total, teller)
    if query.ask is Ask.COUNT:
        fewer = visits is not None and 0 < visits < total
        in_visits = teller.spoken.counted(visits or 0, "visit")
        together = teller.say("in_visits", visits=in_visits) if fewer else ""
        newest = teller.story(found[0])
        told = {"things": many, "together": together, "when": when, "newest": newest}
        return teller.say("counted", **told), total
    if query.ask in (Ask.LAST, Ask.FIRST):
        key = "last" if query.ask is Ask.LAST else "first"
        event = found[0].first
        moment = event.start.astimezone(UTC).isoformat().replace("+00:00", "Z")
        key = key if query.topic in KINDS else f"{key}_seen"
        return teller.say(key, told=teller.whole(event) + teller.until(event)), moment
    told_ones = "; ".join(teller.story(story) for story in found[:TOLD])
    rest = total - min(total, TOLD)
    more = teller.say("and_more", count=rest) if rest else ""
    text = teller.say("listed", things=many, when=when, told=told_ones, more=more)
    return text, [story.first.id for story in found]


def _things(query: Query, count: int, teller: Teller) -> str:
    """So many of what was asked for."""
    spoken = teller.spoken
    if query.topic not in (Topic.ANYTHING, Topic.SIGHTINGS):
        return spoken.counted(count, query.topic)
    if query.ask is Ask.COUNT and query.label and not query.person:
        return spoken.several(count, query.label)
    return spoken.counted(count, "event")


def _nothing(query: Query, wanted: EventFilter, teller: Teller) -> str:
    """No is an answer, too: it says what was searched."""
    names, either = teller.names, teller.say("or")
    whom = either.join(names.people.get(one, one) for one in query.people[:TOLD])
    what = whom or query.text or either.join(map(teller.spoken.bare, wanted.labels))
    where = ", ".join(names.cameras.get(one, one) for one in query.cameras)
    places = (
        ", ".join(filter(None, (where, ", ".join(query.zones))))
        or ", ".join(sorted(names.cameras.values()))
        or teller.say("no_camera_at_all")
    )
    none = teller.say("nothing")
    if query.topic not in (Topic.ANYTHING, Topic.SIGHTINGS):
        none = teller.say("none", noun=teller.spoken.data["nouns"][query.topic][0])
    return teller.say(
        "searched",
        none=none,
        of=teller.say("of", what=what) if what else "",
        since=_moment("searched_since", wanted.since, teller),
        until=_moment("searched_until", wanted.until, teller),
        places=places,
    )


def _moment(key: str, moment: datetime | None, teller: Teller) -> str:
    if moment is None:
        return ""
    return teller.say(key, moment=f"{moment.astimezone(teller.zone):%Y-%m-%d %H:%M}")
