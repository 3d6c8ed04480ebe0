"""How far one rule is, and what each of its steps waits for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from omnisight_desktop.core.gesture import Made
from omnisight_desktop.rules.chain import Chains
from omnisight_desktop.rules.follow import NEVER, Follow, Happening
from omnisight_desktop.rules.rule import Rule
from omnisight_desktop.rules.trigger import (
    Cross,
    Direction,
    Enter,
    Gestured,
    Leave,
    Loiter,
    Sequence,
    Step,
    What,
)

TURNS = {What.WENT_IN: Direction.IN, What.WENT_OUT: Direction.OUT}


class Running:
    """A rule at work. ``been_in`` are the numbers of the zones where one must have been."""

    def __init__(self, rule: Rule, been_in: tuple[int, ...]) -> None:
        self.rule = rule
        self._been_in = been_in
        self.quiet_until_ms = -NEVER
        self.counted: Counter[What] = Counter()
        self.tally = 0  # crossings since the last hit
        when = rule.when
        self.chains = (
            Chains(len(when.steps), in_ms(when.within_s)) if isinstance(when, Sequence) else None
        )
        self.same = isinstance(when, Sequence) and when.same
        #: Of a rule about presence: since when it is so, when that is long enough, and whether it
        #: has been told.
        self.since_ms: int | None = None
        self.ready_ms = NEVER
        self.told = False

    def is_about(self, follow: Follow) -> bool:
        """Whether the rule means this one, and it was where it has to have been."""
        return (
            self.rule.is_about(follow.label)
            and self.rule.is_of(follow.identity)
            and all(follow.stays[zone].been_in for zone in self._been_in)
        )

    def forget(self) -> None:
        """Presence begins anew."""
        self.since_ms, self.ready_ms, self.told = None, NEVER, False


@dataclass(frozen=True, slots=True, eq=False)
class Watch:
    """A step of a rule, and the number of the zone or line where it happens."""

    running: Running
    number: int  # of the step
    step: Step
    place: int

    @property
    def key(self) -> tuple[str, int]:
        """A name for it that no other has."""
        return self.running.rule.id, self.number

    @property
    def seconds(self) -> float:
        """How long somebody has to stay."""
        return self.step.seconds if isinstance(self.step, Loiter) else 0.0

    def is_set_off(self, by: Happening) -> bool:
        """Whether this is what it waits for."""
        step = self.step
        if isinstance(step, Enter):
            return by.what is What.ENTERED and (step.appearing or not by.unseen)
        if isinstance(step, Leave):
            return by.what is What.LEFT and (step.vanishing or not by.unseen)
        if isinstance(step, Cross):
            return step.direction in (Direction.EITHER, TURNS.get(by.what))
        if isinstance(step, Gestured):
            return by.made is not None and _is_meant(step, by.made)
        return False


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a rule is set off."""

    what: What
    place: str
    since_ms: int
    follow: Follow | None = None
    count: int = 1
    gesture: str = ""


def _is_meant(step: Gestured, made: Made) -> bool:
    if made.label.casefold() != step.label.casefold():
        return False
    known = made.identity
    return not step.person or (known is not None and known.is_one_of((step.person,)))


def in_ms(seconds: float) -> int:
    """Seconds as whole milliseconds."""
    return round(seconds * 1000)
