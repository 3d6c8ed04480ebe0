"""Which stories a channel is told of, and when it is left in peace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from enum import Enum

from omnisight_desktop.config.telling import Channel
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.identity import STRANGERS

_HOUR = timedelta(hours=1)

#: How a story ends; told only where somebody asks for it by its kind.
_ENDS = (EventType.LEFT, EventType.CAMERA_UP, EventType.RECORDED)

#: By which it becomes known who somebody is.
_NAMING = (EventType.RECOGNISED, EventType.NEWCOMER)


class Verdict(Enum):
    """Whether a channel is told, or why not."""

    TELL = "it is told"
    DISARMED = "the house was disarmed"
    QUIET = "these are its quiet hours"
    COOLING = "the same was told a moment ago"
    ENOUGH = "it was told as much this hour as it may be"


@dataclass(frozen=True, slots=True)
class Told:
    """Something that a channel was told, or is about to be."""

    topic: str
    at: datetime


def topic_of(event: Event) -> str:
    """What an event is about: two of the same topic at once are no two messages."""
    about = f"{event.camera}|{event.type}|{event.label or ''}"
    # Who it is makes it another message.
    return f"{about}|{event.person}" if event.person and event.type in _NAMING else about


def wants(channel: Channel, event: Event, camera: str, person: str = "") -> bool:
    """Whether a channel asked for such an event; ``camera`` and ``person`` are what they are called.

    Where no kinds are named, what begins a story is wanted. Else it is the first event of a story
    that is of such a kind, or that shows such a thing. Where people are named, it is the event by
    which one of them is recognised.
    """
    places = {place.casefold() for place in channel.cameras}
    if places and not places & {event.camera.casefold(), camera.casefold()}:
        return False
    if channel.people:
        who = {one.casefold() for one in channel.people}
        if event.type == EventType.NEWCOMER and STRANGERS in who:
            return True
        known = {person.casefold(), (event.person or "").casefold()} - {""}
        return event.type in _NAMING and bool(who & known)
    if not channel.kinds:
        return event.story in (None, event.id) and event.type not in _ENDS
    kinds = {kind.casefold() for kind in channel.kinds}
    if event.type.casefold() in kinds:
        return True
    return event.type not in _ENDS and (event.label or "").casefold() in kinds


def judge(
    channel: Channel, event: Event, now: datetime, past: Sequence[Told], zone: tzinfo
) -> Verdict:
    """Whether a channel is told of an event that it asked for; ``past`` is what it was told."""
    if is_quiet(channel, now, zone) or is_quiet(channel, event.start, zone):
        return Verdict.QUIET
    topic, cool = topic_of(event), timedelta(seconds=channel.cool_down_s)
    # What lies ahead was told before somebody set the clock back; it counts no more.
    ages = [(told.topic, now - told.at) for told in past if told.at <= now]
    if any(about == topic and age < cool for about, age in ages):
        return Verdict.COOLING
    if sum(age < _HOUR for _, age in ages) >= channel.most_per_hour:
        return Verdict.ENOUGH
    return Verdict.TELL


def is_quiet(channel: Channel, moment: datetime, zone: tzinfo) -> bool:
    """Whether a moment lies in the quiet hours; they may go over midnight."""
    if not channel.quiet_from:
        return False
    begin, end = time.fromisoformat(channel.quiet_from), time.fromisoformat(channel.quiet_until)
    here = moment.astimezone(zone).time()
    if begin < end:
        return begin <= here < end
    return here >= begin or here < end


def quiet_end(channel: Channel, moment: datetime, zone: tzinfo) -> datetime:
    """When the quiet hours are over that a moment lies in; the moment itself where it lies in none."""
    if not is_quiet(channel, moment, zone):
        return moment
    end = time.fromisoformat(channel.quiet_until)
    here = moment.astimezone(zone)
    over = datetime.combine(here.date(), end, zone)
    if here.time() >= end:
        over = datetime.combine(here.date() + timedelta(days=1), end, zone)
    return over.astimezone(UTC)
