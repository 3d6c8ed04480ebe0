"""A rule that a person made, and all of them for one camera, checked against one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from math import isfinite

from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.core.identity import Identity
from omnisight_desktop.core.kinds import kind_of
from omnisight_desktop.rules.drawn import Line, Zone
from omnisight_desktop.rules.schedule import Schedule
from omnisight_desktop.rules.trigger import (
    Cross,
    Leave,
    Loiter,
    Presence,
    Sequence,
    Step,
    Trigger,
)

_LONGEST_S = 7 * 86_400.0


class Act(StrEnum):
    """What a rule does to the whole house besides: whether people are told what happens from then on."""

    DISARM = "disarm"
    ARM = "arm"


@dataclass(frozen=True, slots=True)
class Rule:
    """When this happens, somebody wants to know.

    ``labels`` are what it is about, or kinds of it such as ``vehicle``; none: anything. ``been_in``
    are zones that one must have been in before. ``least`` is how many it takes: so many in the zone
    at once, or so many crossings a hit; for nobody, fewer than that are nobody. ``tell`` are channels
    that are told of each hit, whatever else they ask for; ``record`` is whether a clip is made; ``act``
    disarms the house or arms it. From ``until`` on it is over; one that holds ``once`` is over after
    its first hit, on all cameras that have it. ``people`` are whom alone it is about, by id;
    ``strangers`` are those whom nobody has named. Somebody counts from when they are recognised.
    """

    id: str
    when: Trigger
    name: str = ""
    labels: tuple[str, ...] = ()
    been_in: tuple[str, ...] = ()
    least: int = 1
    schedule: Schedule = Schedule()
    cool_down_s: float = 0.0
    enabled: bool = True
    tell: tuple[str, ...] = ()
    record: bool = True
    act: Act | None = None
    until: datetime | None = None
    people: tuple[str, ...] = ()
    once: bool = False

    def __post_init__(self) -> None:
        if not self.id.strip():
            raise UsageError("A rule has no id.", fix="Give it one.")
        what = f"The rule '{self.id}'"
        _check_seconds(f"The cool-down of the rule '{self.id}'", self.cool_down_s)
        if self.least < 1:
            raise UsageError(f"{what} asks for {self.least}.", fix="Ask for at least 1.")
        if self.least > 1 and isinstance(self.when, Leave | Sequence):
            raise UsageError(
                f"{what} asks for {self.least}, but one at a time leaves or does a sequence.",
                fix="Ask for 1, or make it a rule about who enters, loiters, crosses or is there.",
            )
        if self.until is not None and self.until.tzinfo is None:
            raise UsageError(f"{what} ends in no time zone.", fix="Write its end with an offset.")
        if isinstance(self.when, Sequence) and len(self.when.steps) < 2:
            raise UsageError(f"{what} is a sequence of one.", fix="Give it two steps or more.")
        for seconds in _seconds_of(self.when):
            _check_seconds(what, seconds)

    def is_about(self, label: str) -> bool:
        """Whether such a thing is meant."""
        return not self.labels or label in self.labels or kind_of(label) in self.labels

    def is_of(self, identity: Identity | None) -> bool:
        """Whether one who is known to be that is meant."""
        return not self.people or (identity is not None and identity.is_one_of(self.people))


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The zones, lines and rules of one camera."""

    camera: str
    zones: tuple[Zone, ...] = ()
    lines: tuple[Line, ...] = ()
    rules: tuple[Rule, ...] = ()

    def __post_init__(self) -> None:
        zones = _unlike("zone", (zone.name for zone in self.zones))
        lines = _unlike("line", (line.name for line in self.lines))
        _unlike("rule", (rule.id for rule in self.rules))
        for rule in self.rules:
            for step in steps_of(rule.when):
                if isinstance(step, Cross):
                    _check_known(rule, "line", step.line, lines)
                elif step.zone:
                    _check_known(rule, "zone", step.zone, zones)
            for name in rule.been_in:
                _check_known(rule, "zone", name, zones)


def steps_of(trigger: Trigger) -> tuple[Step | Presence, ...]:
    """What has to happen, one after another."""
    return trigger.steps if isinstance(trigger, Sequence) else (trigger,)


def _seconds_of(trigger: Trigger) -> Iterator[float]:
    if isinstance(trigger, Sequence):
        yield trigger.within_s
    for step in steps_of(trigger):
        if isinstance(step, Loiter | Presence):
            yield step.seconds


def _check_seconds(what: str, seconds: float) -> None:
    if not (isfinite(seconds) and 0 <= seconds <= _LONGEST_S):
        raise UsageError(f"{what} lasts {seconds:g} seconds.", fix="Give it 0 up to a week.")


def _check_known(rule: Rule, what: str, name: str, known: Iterable[str]) -> None:
    if name not in known:
        there = ", ".join(f"'{one}'" for one in known) or f"no {what} yet"
        raise UsageError(
            f"The rule '{rule.id}' speaks of the {what} '{name}', which is not there.",
            fix=f"Draw it first, or take one of these: {there}.",
        )


def _unlike(what: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names, of which no two may be alike."""
    counted = Counter(names)
    for name, times in counted.items():
        if times > 1:
            raise UsageError(
                f"{times} {what}s are called '{name}'.", fix="Give each a name of its own."
            )
    return tuple(counted)
