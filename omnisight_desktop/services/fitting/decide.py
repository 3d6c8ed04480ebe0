"""The choice among detectors that were tried here: the quickest that finds as much, if it is quick enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_AS_MUCH = 0.03  # of what is there may be lost against the best
_EYE = 0.7  # of a second, each second: the rest is for following, and for others


@dataclass(frozen=True, slots=True)
class Arm:
    """A detector as it could be set: a network, full or lighter, an engine, and how closely to look."""

    model: str
    engine: str
    int8: bool
    detail: float

    @property
    def words(self) -> str:
        """What to call it."""
        lighter = " int8" if self.int8 else ""
        return f"{self.model}{lighter} on {self.engine}, detail {self.detail:g}"


@dataclass(frozen=True, slots=True)
class Tried:
    """How a detector did here: milliseconds a look, and which share of what is there it finds."""

    arm: Arm
    look_ms: float
    found: float
    computes_on: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """What has to be kept up with."""

    cameras: int
    looks_a_second: float  # of each

    @property
    def budget_ms(self) -> float:
        """How long one look may take, so that every camera has its looks."""
        return 1000 * _EYE / max(1e-3, self.cameras * self.looks_a_second)

    @property
    def words(self) -> str:
        """For a sentence."""
        cameras = "1 camera" if self.cameras == 1 else f"{self.cameras} cameras"
        return f"{cameras} with {self.looks_a_second:g} looks a second"


@dataclass(frozen=True, slots=True)
class Choice:
    """The detector to use on this computer, and why."""

    best: Tried
    why: str


def decide(tried: Sequence[Tried], need: Need) -> Choice:
    """The quickest of those that find as much as the best; less only where the machine is too slow."""
    most = max(one.found for one in tried)
    good = [one for one in tried if one.found >= most - _AS_MUCH]
    best = min(good, key=lambda one: one.look_ms)
    budget, found = f"{need.budget_ms:.0f} ms", f"finds {best.found:.0%} of what is there"
    if best.look_ms <= need.budget_ms:
        why = f"it {found} and is the quickest that does, {best.look_ms:.0f} ms a look"
        return Choice(best, f"{why}; {need.words} leave {budget} for one")
    able = [one for one in tried if one.look_ms <= need.budget_ms]
    if able:
        quick = max(able, key=lambda one: (one.found, -one.look_ms))
        return Choice(
            quick,
            f"it finds {quick.found:.0%} in {quick.look_ms:.0f} ms a look; {best.arm.words} {found}"
            f" and takes {best.look_ms:.0f} ms, for which {need.words} leave no time ({budget})",
        )
    quickest = min(tried, key=lambda one: one.look_ms)
    return Choice(
        quickest,
        f"it is the quickest of all, {quickest.look_ms:.0f} ms a look, and this computer is too slow for"
        f" {need.words} ({budget}): looks will become fewer",
    )
