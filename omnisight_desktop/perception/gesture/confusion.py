"""Which gestures are taken for which: each take is asked for as if it had never been shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.gesture import Gesture, Take
from omnisight_desktop.perception.gesture.describe import described, padded
from omnisight_desktop.perception.gesture.lexicon import Lexicon
from omnisight_desktop.perception.gesture.warp import Warp

_NEVER = np.float32(1e9)


@dataclass(frozen=True, slots=True, eq=False)
class Confusion:
    """How surely the takes of each gesture (rows) are taken for each of them (columns), on average.

    ``alone`` are those of a single take: it can only be compared with itself, and says little.
    """

    labels: tuple[str, ...]
    sure: NDArray[np.float32]  # rows x columns
    alone: frozenset[str] = frozenset()
    missed: tuple[float, ...] = ()  # of each gesture's takes, the share in which nothing was sure

    def mistaken(self, threshold: float) -> tuple[tuple[str, str], ...]:
        """Which are taken for which other, from that certainty on."""
        return tuple(
            (one, other)
            for row, one in enumerate(self.labels)
            for column, other in enumerate(self.labels)
            if row != column and self.sure[row, column] >= threshold
        )


def confusion(
    gestures: Sequence[Gesture], lexicon: Lexicon | None, threshold: float
) -> Confusion | None:
    """Of the gestures that a lexicon was made of; nothing where it has none."""
    if lexicon is None:
        return None
    known = {gesture.label: gesture for gesture in gestures if gesture.enabled}
    size = len(lexicon.labels)
    sure = np.zeros((size, size), np.float32)
    missed = [0.0] * size
    alone = set()
    for row, label in enumerate(lexicon.labels):
        gesture = known.get(label)
        if gesture is None or not gesture.takes:
            continue
        if len(gesture.takes) == 1:
            alone.add(label)
        told = [_asked(gesture, number, lexicon) for number in range(len(gesture.takes))]
        sure[row] = np.mean(told, axis=0)
        missed[row] = float(np.mean([float(one.max()) < threshold for one in told]))
    return Confusion(lexicon.labels, sure, frozenset(alone), tuple(missed))


def _asked(gesture: Gesture, number: int, lexicon: Lexicon) -> NDArray[np.float32]:
    """How sure it ever was of each label while a take went by that was not among the templates."""
    out = np.zeros(len(lexicon.of), bool)
    if len(gesture.takes) > 1:
        out[_places(gesture, number, lexicon)] = True
    warp, best = Warp(lexicon.sheet), np.zeros(len(lexicon.labels), np.float32)
    for row in padded(described(gesture.takes[number])):
        costs = np.where(out, _NEVER, warp.step(row).costs).astype(np.float32)
        np.maximum.at(best, lexicon.of, lexicon.confidence(costs))
    return best


def _places(gesture: Gesture, number: int, lexicon: Lexicon) -> list[int]:
    """Where a take stands among the templates, and its mirror image, too."""
    label = lexicon.labels.index(gesture.label)
    own = np.flatnonzero(lexicon.of == label)
    usable: list[Take] = [take for take in gesture.takes if len(described(take)) > 1]
    shown = next((n for n, take in enumerate(usable) if take is gesture.takes[number]), None)
    if shown is None:
        return []
    places = [shown, shown + len(usable)] if gesture.mirrored else [shown]
    return [int(own[place]) for place in places if place < len(own)]
