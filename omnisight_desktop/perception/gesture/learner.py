"""Telling movements apart that were shown a few times each, whatever their channels mean.

One view of a movement is easily misled: where somebody stands, how large they are, or how far they
reach. So movements are compared in three: as they are; about their own middle and in their own size;
and by where each channel is headed. From the second take on, what distinguishes the classes in a bank
of simple patterns is weighed in, the more the more takes there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.perception.gesture.distance import Rows, Templates
from omnisight_desktop.perception.gesture.engines import Opening
from omnisight_desktop.perception.gesture.patterns import Patterns, ridge

_ROWS = 48  # of a movement as it is compared
_WEIGHTS = (1.0, 1.5, 0.7)  # as it is, in its own frame, and by its headings
_PATTERNS_WEIGHT = 0.2
_SECOND = 0.5  # of how far the second best is, when it is asked whether it is any of them

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What movements were taken for, and how strange each is: the more, the less it is any of them."""

    labels: tuple[str, ...]
    strangeness: Scores


class Learner:
    """Knows what it was shown; nothing is learnt later."""

    def __init__(
        self, movements: Sequence[Rows], labels: Sequence[str], opening: Opening = Templates
    ) -> None:
        """``opening`` opens the engine that compares movements."""
        if not movements or len(movements) != len(labels):
            raise ValueError("there is one label for each movement, and at least one")
        self.labels = tuple(sorted(set(labels)))
        self._of = np.asarray([self.labels.index(label) for label in labels], np.intp)
        even = [at_rows(one) for one in movements]
        self._views = [opening([view(one) for one in even]) for view in _VIEWS]
        self._scales = [self._usual(even, number) for number in range(len(_VIEWS))]
        takes = len(movements) / len(self.labels)
        self._patterns_weight = _PATTERNS_WEIGHT * float(np.sqrt(max(0.0, takes - 1)))
        self._patterns: Patterns | None = None
        if self._patterns_weight and len(self.labels) > 1:
            self._patterns = Patterns.over(even)
            self._described = self._patterns.describe(even)

    def tell(self, movements: Sequence[Rows]) -> Answer:
        """What each movement is, if it is any of those known."""
        even = [at_rows(one) for one in movements]
        far = [self._far(one) for one in even]
        scores = _standard(-np.stack([share for share, _ in far]))
        if self._patterns is not None:
            targets = np.where(self._of[:, None] == np.arange(len(self.labels)), 1.0, -1.0)
            seen = ridge(self._described, targets, self._patterns.describe(even))
            scores = scores + self._patterns_weight * seen / max(float(targets.std()), 1e-9)
        best = [self.labels[int(row.argmax())] for row in scores]
        return Answer(tuple(best), np.asarray([_strange(row) for _, row in far]))

    def _far(self, movement: Rows) -> tuple[Scores, Scores]:
        """How far each class is, as a share of how far all are, and as a share of what is usual."""
        share = np.zeros(len(self._of))
        usual = np.zeros(len(self._of))
        for templates, view, weight, scale in zip(
            self._views, _VIEWS, _WEIGHTS, self._scales, strict=True
        ):
            apart = templates.distances(view(movement))
            share += weight * apart / max(float(apart.mean()), 1e-9)
            usual += weight * apart / scale
        return self._by_class(share) / sum(_WEIGHTS), self._by_class(usual) / sum(_WEIGHTS)

    def _by_class(self, apart: Scores) -> Scores:
        nearest = np.full(len(self.labels), np.inf)
        np.minimum.at(nearest, self._of, apart)
        return nearest

    def _usual(self, even: Sequence[Rows], number: int) -> float:
        """How far the nearest of another class usually is."""
        view, templates = _VIEWS[number], self._views[number]
        nearest = []
        for own, movement in zip(self._of, even, strict=True):
            others = templates.distances(view(movement))[self._of != own]
            if len(others):
                nearest.append(others.min())
        return max(float(np.median(nearest)), 1e-9) if nearest else 1.0


def at_rows(movement: Rows, rows: int = _ROWS) -> Rows:
    """A movement at so many rows, evenly along its whole; numbers that are missing are bridged."""
    filled = bridged(np.asarray(movement, np.float32))
    places = np.linspace(0, len(filled) - 1, rows)
    low = np.floor(places).astype(np.intp)
    high = np.minimum(low + 1, len(filled) - 1)
    share = (places - low).astype(np.float32)[:, None]
    return np.asarray(filled[low] * (1 - share) + filled[high] * share, np.float32)


def bridged(movement: Rows) -> Rows:
    """Without numbers that are missing: each channel goes straight on from one to the next."""
    if np.isfinite(movement).all():
        return movement
    filled = movement.copy()
    places = np.arange(len(movement))
    for channel in range(movement.shape[1]):
        known = np.isfinite(movement[:, channel])
        values = movement[known, channel] if known.any() else np.zeros(1, np.float32)
        filled[:, channel] = np.interp(places, places[known] if known.any() else [0], values)
    return filled


def _as_it_is(movement: Rows) -> Rows:
    return movement


def _in_its_own_frame(movement: Rows) -> Rows:
    about = movement - movement.mean(axis=0)
    size = np.sqrt(float((about**2).sum(axis=1).mean()))
    return np.asarray(about / max(size, 1e-8), np.float32)


def _by_heading(movement: Rows) -> Rows:
    padded = np.pad(movement, ((1, 1), (0, 0)), mode="edge")
    steps = np.gradient((padded[:-2] + padded[1:-1] + padded[2:]) / 3, axis=0)
    size = np.linalg.norm(steps, axis=1, keepdims=True)
    usual = 0.3 * np.sqrt(float((steps**2).sum(axis=1).mean()))
    return np.asarray(steps / (size + max(usual, 1e-9)), np.float32)


_VIEWS = (_as_it_is, _in_its_own_frame, _by_heading)


def _standard(scores: Scores) -> Scores:
    spread = float(scores.std(axis=1).mean())
    return scores / spread if spread > 0 else scores


def _strange(usual: Scores) -> float:
    ordered = np.sort(usual)
    return float(ordered[0] - _SECOND * ordered[1]) if len(ordered) > 1 else float(ordered[0])
