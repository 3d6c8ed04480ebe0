"""Answers what is to be seen right now, as of which second, or says why that cannot be known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import tzinfo

from omnisight_desktop.chat.answer import Answer, Status
from omnisight_desktop.chat.understanding.language import Language
from omnisight_desktop.chat.understanding.query import Ask, Query
from omnisight_desktop.chat.understanding.topics import Topic
from omnisight_desktop.core.event import EventType
from omnisight_desktop.services.house import House
from omnisight_desktop.services.sight import Seen, Sight

_HEARD = (Topic.SPOKEN, Topic.LOUD, Topic.GESTURE, Topic.RULE)
_STATES = (Topic.OFFLINE, Topic.BACK)


def present(
    query: Query, house: House, found: Sequence[Sight] | None, spoken: Language, zone: tzinfo
) -> Answer:
    """What the cameras that are asked about see at this moment."""
    if found is None or query.topic in _HEARD:
        return Answer(Status.REFUSED, spoken.say("live"))
    wanted = query.cameras or _of_zones(query, house)
    asked = [sight for sight in found if not wanted or sight.camera in wanted]
    names = house.events.names()
    if not asked:
        called = ", ".join(names.cameras.get(c, c) for c in wanted) or "-"
        return Answer(Status.REFUSED, spoken.say("not_watched", word=called))
    blind = [sight for sight in asked if sight.at is None]
    if query.topic in _STATES:
        words = [
            f"{names.cameras.get(s.camera, s.camera)}: {s.reason or spoken.say('is_live')}"
            for s in asked
        ]
        away = [names.cameras.get(s.camera, s.camera) for s in blind]
        return Answer(Status.ANSWERED, "; ".join(words) + ".", away)
    if len(blind) == len(asked):
        why = "; ".join(f"{names.cameras.get(s.camera, s.camera)}: {s.reason}" for s in blind)
        return Answer(Status.REFUSED, spoken.say("sees_nothing", why=why))
    shown = [
        (sight, [seen for seen in sight.seen if _fits(seen, query)])
        for sight in asked
        if sight.at is not None
    ]
    matching = [(sight, seen) for sight, some in shown for seen in some]
    told = []
    for sight, some in shown:
        if sight.at is None:
            continue
        who = ", ".join(_called(seen, names.people, spoken) for seen in some) or spoken.say(
            "nobody_there"
        )
        at = f"{sight.at.astimezone(zone):%H:%M:%S}"
        told.append(f"{names.cameras.get(sight.camera, sight.camera)} ({at}): {who}")
    told += [f"{names.cameras.get(s.camera, s.camera)}: {s.reason}" for s in blind]
    events = tuple(dict.fromkeys(e for _, seen in matching if (e := _event_of(seen, house))))
    value = _value(query, matching, (names.people, names.cameras), spoken)
    status = Status.ANSWERED if matching else Status.NOTHING
    return Answer(status, "; ".join(told) + ".", value, events)


def _of_zones(query: Query, house: House) -> tuple[str, ...]:
    """The cameras on whose pictures the zones that are asked about are drawn."""
    return tuple(
        camera.id
        for camera in house.cameras.all()
        if query.zones and any(z.name in query.zones for z in house.rules.book(camera.id).zones)
    )


def _fits(seen: Seen, query: Query) -> bool:
    if query.people:
        return seen.person in query.people
    return not query.labels or seen.label in query.labels


def _called(seen: Seen, people: Mapping[str, str], spoken: Language) -> str:
    return people.get(seen.person, seen.person) if seen.person else spoken.one(seen.label)


def _event_of(seen: Seen, house: House) -> str | None:
    """The stored event that tells of it."""
    told = house.events.of_track(seen.track)
    appeared = [event for event in told if event.type == EventType.APPEARED]
    return appeared[0].id if appeared else None


def _value(
    query: Query,
    matching: list[tuple[Sight, Seen]],
    names: tuple[Mapping[str, str], Mapping[str, str]],
    spoken: Language,
) -> object:
    people, cameras = names
    if query.ask is Ask.COUNT:
        return len(matching)
    if query.ask is Ask.WHERE:
        return list(dict.fromkeys(cameras.get(s.camera, s.camera) for s, _ in matching))
    return [_called(seen, people, spoken) for _, seen in matching]
