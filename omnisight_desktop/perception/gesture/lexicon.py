"""The gestures that are known, made ready to be looked for: one template for each take.

How far a movement is from a template is told as a share of the movement in the template itself, so
that a small gesture is not found in everything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.gesture import Gesture, Take
from omnisight_desktop.perception.gesture.calibrate import Reach, reach_of
from omnisight_desktop.perception.gesture.describe import described, movement_in
from omnisight_desktop.perception.gesture.warp import Sheet

_LEAST_MOVEMENT = 1e-3
_LEAST_DOUBT = 1e-4
_MARGIN = 1.001  # for what is rounded


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What is looked for: templates side by side, whose they are, and how far each may be off."""

    labels: tuple[str, ...]
    of: NDArray[np.intp]  # the label of each template
    sheet: Sheet
    movement: NDArray[np.float32]
    reach: Reach

    def __len__(self) -> int:
        return len(self.of)

    def possible(self, threshold: float) -> NDArray[np.float32]:
        """How badly each template may fit at most if it is to be that likely; told with a margin."""
        return np.asarray(self.reach.farthest(threshold) * self.movement * _MARGIN, np.float32)

    def confidence(self, costs: NDArray[np.float32]) -> NDArray[np.float32]:
        """How likely each template was meant, given how badly each of them fits.

        One movement is one gesture: what fits two of them is shared out between them.
        """
        alone = self.reach.confidence(np.asarray(costs / self.movement, np.float32))
        odds = alone / np.maximum(1 - alone, _LEAST_DOUBT)
        best = np.zeros(len(self.labels), np.float32)
        np.maximum.at(best, self.of, odds)
        others = best.sum() - best[self.of]
        return np.asarray(odds / (1 + odds + others), np.float32)


def lexicon_of(gestures: Sequence[Gesture]) -> Lexicon | None:
    """What is to be looked for; nothing where no gesture is switched on."""
    wanted = [gesture for gesture in gestures if gesture.enabled]
    shown = [(n, take) for n, gesture in enumerate(wanted) for take in _shown(gesture)]
    templates = [(n, take, described(take)) for n, take in shown]
    templates = [one for one in templates if len(one[2]) > 1]
    if not templates:
        return None
    of = np.asarray([number for number, _, _ in templates], np.intp)
    rows = [part for _, _, part in templates]
    sheet = Sheet.of(rows)
    movement = np.asarray([max(movement_in(part), _LEAST_MOVEMENT) for part in rows], np.float32)
    reach = reach_of(wanted, [take for _, take, _ in templates], of, sheet, movement)
    return Lexicon(tuple(gesture.label for gesture in wanted), of, sheet, movement, reach)


def _shown(gesture: Gesture) -> list[Take]:
    mirrored = [take.mirrored() for take in gesture.takes] if gesture.mirrored else []
    return [*gesture.takes, *mirrored]
