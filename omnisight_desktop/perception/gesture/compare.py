"""How much gestures are alike: takes of one with each other, and with those of the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from omnisight_desktop.core.gesture import Gesture, Take
from omnisight_desktop.perception.gesture.describe import described, movement_in, padded
from omnisight_desktop.perception.gesture.features import Features
from omnisight_desktop.perception.gesture.verdict import Fault, Verdict
from omnisight_desktop.perception.gesture.warp import Sheet, Warp

ALIKE = 0.5  # of a gesture's own movement; two that are nearer may be taken for one another
_SAME = 0.15  # so near, nobody can tell them apart
_DIFFERS = 0.9


@dataclass(frozen=True, slots=True)
class Likeness:
    """Another gesture, and how far it is: 0 is the same, from 1 on nobody confuses them."""

    label: str
    distance: float


def likeness(gesture: Gesture, others: Sequence[Gesture]) -> tuple[tuple[Likeness, ...], bool]:
    """Which others may be taken for it, the nearest first, and whether it looks the same mirrored."""
    own = [described(take) for take in gesture.takes]
    found = []
    for other in others:
        theirs = [described(take) for take in other.takes]
        nearest = min((apart(a, b) for a in own for b in theirs), default=np.inf)
        if nearest < ALIKE:
            found.append(Likeness(other.label, round(float(nearest / ALIKE), 3)))
    mirrored = [described(take.mirrored()) for take in gesture.takes]
    symmetric = min(apart(a, b) for a in own for b in mirrored) < _SAME
    return tuple(sorted(found, key=lambda one: one.distance)), symmetric


def differing(verdicts: Sequence[Verdict], before: Sequence[Take]) -> tuple[Verdict, ...]:
    """The verdicts, and who of the good ones shows something else than most."""
    rows = {n: described(v.take) for n, v in enumerate(verdicts) if v.take is not None}
    known = [described(take) for take in before]
    result = list(verdicts)
    for number, own in rows.items():
        others = [*known, *(part for other, part in rows.items() if other != number)]
        away = [apart(own, other) for other in others]
        # Of two that differ nobody can say which is wrong: the later one was the mistake.
        late = not known and len(rows) == 2 and number == min(rows)
        if away and not late and float(np.median(away)) > _DIFFERS:
            result[number] = Verdict(
                None,
                Fault.DIFFERS,
                "It differs from the others.",
                "Show the same movement each time; or teach it as another gesture.",
            )
    return tuple(result)


def apart(a: Features, b: Features) -> float:
    """How far two movements are from each other, as a share of what moves in them."""
    return min(_found_in(a, b), _found_in(b, a))


def _found_in(template: Features, stream: Features) -> float:
    """How well one is found in the other, wherever in it that is."""
    if len(template) < 2 or len(stream) < 2:
        return float("inf")
    warp = Warp(Sheet.of([template]))
    least = min(float(warp.step(row).costs[0]) for row in padded(stream))
    return least / max(movement_in(template), 1e-3)
