"""Watch jobs: 'tell me when the cat comes back' becomes a rule that ends by itself.

A job is only proposed here; it is kept when its owner says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta, tzinfo
from typing import Any

from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.errors import NotFound, UsageError
from omnisight_desktop.core.ids import IdSource, slug
from omnisight_desktop.core.kinds import kind_of
from omnisight_desktop.rules.rule import Rule
from omnisight_desktop.rules.schedule import Hours, Schedule
from omnisight_desktop.rules.trigger import Enter, Leave, Loiter, Trigger
from omnisight_desktop.rules.written import rule_from_dict, rule_to_dict
from omnisight_desktop.services.house import House
from omnisight_desktop.services.naming import one, several

USUAL = timedelta(days=7)
LONGEST = timedelta(days=366)
_PREFIX = "watch-"
_COOL_DOWN_S = 60.0  # between two of those that are told each time
_MINUTE_S = 60


@dataclass(frozen=True, slots=True)
class Proposal:
    """A rule for one or several cameras that waits for a yes."""

    id: str
    words: str
    rule: Rule
    cameras: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """For programs and for the memory."""
        return {
            "id": self.id,
            "words": self.words,
            "cameras": list(self.cameras),
            "rule": rule_to_dict(self.rule),
        }


def proposal_from_json(told: dict[str, Any]) -> Proposal:
    """The proposal that was written so."""
    return Proposal(
        str(told["id"]), str(told["words"]), rule_from_dict(told["rule"]), tuple(told["cameras"])
    )


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be watched for. Ids, not names; no camera means all that are watched."""

    label: str
    cameras: tuple[str, ...] = ()
    zone: str = ""
    happens: str = "comes"  # comes, leaves, stays
    until: datetime | None = None
    once: bool = True
    stay_s: float = 30.0
    hours: tuple[time, time] | None = None  # of each day, as the clock on the wall shows them


def propose(house: House, wish: Wish, now: datetime, zone: tzinfo) -> Proposal:
    """The rule that this takes, in words that can be agreed to."""
    until = wish.until or now + USUAL
    if not now < until <= now + LONGEST:
        raise UsageError("A watch ends after now and within a year.", fix="Name another end.")
    cameras = _cameras(house, wish)
    _insist_seen(house, wish, cameras)
    names = house.events.names().cameras
    rule = Rule(
        id=f"{_PREFIX}{slug(wish.label)}-{IdSource('W').next(to_ms(now)).lower()[-8:]}",
        when=_trigger(wish),
        name=_called(wish),
        labels=(wish.label,) if wish.label else (),
        cool_down_s=_COOL_DOWN_S,
        schedule=Schedule((Hours(*wish.hours),) if wish.hours else ()),
        until=until,
        once=wish.once,
    )
    where = ", ".join(names.get(camera, camera) for camera in cameras)
    place = f"{wish.zone} ({where})" if wish.zone else where
    end = until.astimezone(zone)
    often = "once" if wish.once else "each time"
    daily = " between {:%H:%M} and {:%H:%M}".format(*wish.hours) if wish.hours else ""
    words = f"Tell you {often}, {_called(wish).lower()}{daily}: {place}, until {end:%Y-%m-%d %H:%M}"
    return Proposal(rule.id, words, rule, cameras)


def confirm(house: House, proposal: Proposal) -> tuple[str, ...]:
    """Keep it; the names of the cameras that watch from now on."""
    names = house.events.names().cameras
    for camera in proposal.cameras:
        book = house.rules.book(camera)
        others = tuple(rule for rule in book.rules if rule.id != proposal.rule.id)
        house.rules.keep(replace(book, rules=(*others, proposal.rule)))
    return tuple(names.get(camera, camera) for camera in proposal.cameras)


def watches(house: House, now: datetime) -> list[tuple[str, Rule]]:
    """What is being watched for on which camera; what is over is taken out of the rulebooks."""
    found = []
    for camera in house.cameras.all():
        book = house.rules.book(camera.id)
        jobs = [rule for rule in book.rules if rule.id.startswith(_PREFIX)]
        over = {rule.id for rule in jobs if rule.until is not None and rule.until <= now}
        if over:
            left = tuple(rule for rule in book.rules if rule.id not in over)
            house.rules.keep(replace(book, rules=left))
        found += [(camera.id, rule) for rule in jobs if rule.id not in over]
    return found


def drop(house: House, job: str, now: datetime) -> None:
    """Watch for it no more."""
    there = [camera for camera, rule in watches(house, now) if rule.id == job]
    if not there:
        raise NotFound(f"There is no watch '{job}'.", fix="It may have ended.")
    for camera in there:
        book = house.rules.book(camera)
        house.rules.keep(replace(book, rules=tuple(r for r in book.rules if r.id != job)))


def _cameras(house: House, wish: Wish) -> tuple[str, ...]:
    if wish.zone:
        there = [camera.id for camera in house.cameras.all()]
        drawn = {c: {zone.name for zone in house.rules.book(c).zones} for c in there}
        fit = tuple(c for c in wish.cameras or there if wish.zone in drawn[c])
        if not fit:
            raise UsageError(
                f"The zone {wish.zone} is drawn on no camera.", fix="Draw it first, in Cameras."
            )
        return fit
    chosen = wish.cameras or tuple(camera.id for camera in house.cameras.enabled())
    if not chosen:
        raise UsageError("No camera is watched.", fix="Add one first.")
    watched = {camera.id for camera in house.cameras.present()}
    if gone := [one for one in chosen if one not in watched]:
        name = house.events.names().cameras.get(gone[0], gone[0])
        raise UsageError(f"{name} is not watched.", fix="Add it as a camera first.")
    return chosen


def _insist_seen(house: House, wish: Wish, cameras: tuple[str, ...]) -> None:
    """What nothing looks for never comes."""
    if not wish.label or wish.label in house.events.labels():
        return
    usual, kind = house.settings.detection.labels, kind_of(wish.label)
    for camera in house.cameras.all():
        looked_for = camera.options.labels or usual
        fits = kind in looked_for or wish.label in (*looked_for, *map(kind_of, looked_for))
        if camera.id in cameras and fits:
            return
    raise UsageError(
        f"{one(wish.label).capitalize()} is not looked for there.",
        fix=f"Add '{wish.label}' to what is looked for, in the settings of detection, and ask again.",
    )


def _trigger(wish: Wish) -> Trigger:
    if wish.happens == "leaves":
        return Leave(wish.zone)
    if wish.happens == "stays":
        return Loiter(wish.zone, wish.stay_s)
    return Enter(wish.zone)


def _called(wish: Wish) -> str:
    what = one(wish.label) if wish.label else "somebody"
    said = {"leaves": "leaves", "stays": f"stays {_long(wish.stay_s)}"}.get(wish.happens, "comes")
    return f"When {what} {said}"


def _long(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), _MINUTE_S)
    return several(minutes, "minute") if minutes and not rest else several(round(seconds), "second")
