"""The gestures that are known, made ready to be looked for: one template for each take.

How far a movement may be from a template is a share of the movement in the template itself, so that a
small gesture is not found in everything. It is less where another gesture looks much the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.gesture import Gesture, Take
from omnisight_desktop.perception.gesture.features import Features, features_of, resampled
from omnisight_desktop.perception.gesture.warp import Sheet, Warp

RATE_HZ = 12.0  # rows a second, of templates and of what is looked at

_FARTHEST = 0.24  # of a template's own movement
_NEAREST = 0.05
_SHARE = 0.6  # of the way to the nearest thing that it is not


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What is looked for: templates side by side, whose they are, and how far each may be off."""

    labels: tuple[str, ...]
    of: NDArray[np.intp]  # the label of each template
    sheet: Sheet
    movement: NDArray[np.float32]
    reach: NDArray[np.float32]  # as a share of the movement

    def __len__(self) -> int:
        return len(self.of)

    def confidence(self, costs: NDArray[np.float32]) -> NDArray[np.float32]:
        """How likely each template was meant, given how badly it fits."""
        off = costs / self.movement / self.reach
        return confidence_of(off)


def confidence_of(off: NDArray[np.float32]) -> NDArray[np.float32]:
    """From how far off, as a share of what is allowed, to a probability; at 1 it is 0.7."""
    exponent = np.clip(_SLOPE * (np.sqrt(np.maximum(off, 0)) - 1) - _LOGIT, -50, 50)
    return np.asarray(1 / (1 + np.exp(exponent)), np.float32)


_LOGIT = float(np.log(0.7 / 0.3))
_SLOPE = 6.0


def described(take: Take) -> Features:
    """The rows of a take."""
    return features_of(resampled(take, RATE_HZ))


def movement_in(rows: Features) -> float:
    """How much goes on in it: the mean square of what differs from its own middle."""
    return float(((rows - rows.mean(axis=0)) ** 2).sum(axis=1).mean())


def lexicon_of(gestures: Sequence[Gesture]) -> Lexicon | None:
    """What is to be looked for; nothing where no gesture is switched on."""
    takes = [(g.label, take) for g in gestures if g.enabled for take in _shown(g)]
    templates = [(label, described(take)) for label, take in takes]
    templates = [(label, rows) for label, rows in templates if len(rows) > 1]
    if not templates:
        return None
    labels = tuple(dict.fromkeys(label for label, _ in templates))
    of = np.asarray([labels.index(label) for label, _ in templates], np.intp)
    rows = [rows for _, rows in templates]
    sheet = Sheet.of(rows, [np.ones(part.shape[1], np.float32) for part in rows])
    movement = np.asarray([max(movement_in(part), 1e-3) for part in rows], np.float32)
    others = _others(sheet, rows, of) / movement
    reach = np.clip(others * _SHARE, _NEAREST, _FARTHEST).astype(np.float32)
    return Lexicon(labels, of, sheet, movement, reach)


def _shown(gesture: Gesture) -> list[Take]:
    mirrored = [take.mirrored() for take in gesture.takes] if gesture.mirrored else []
    return [*gesture.takes, *mirrored]


def _others(sheet: Sheet, rows: Sequence[Features], of: NDArray[np.intp]) -> NDArray[np.float32]:
    """How near each template comes to the nearest take of another gesture."""
    nearest = np.full(len(of), np.inf, np.float32)
    for number, part in enumerate(rows):
        warp = Warp(sheet)
        costs = np.min([warp.step(row).costs for row in part], axis=0)
        other = of != of[number]
        nearest[other] = np.minimum(nearest, costs)[other]
    return nearest
