"""One person's movement, looked through for gestures as it goes on: each performance is told once."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.gesture import Points, Pose, Take
from omnisight_desktop.perception.gesture.describe import RATE_HZ, Describer
from omnisight_desktop.perception.gesture.lexicon import Lexicon
from omnisight_desktop.perception.gesture.warp import Costs, Fit, Warp
from omnisight_desktop.perception.pose.smooth import OneEuro

_STEP_S = 1 / RATE_HZ
_LONGEST_GAP_S = 0.8  # who was not seen for so long begins anew
_SETTLES_S = 0.25  # a fit that gets no better for so long was the best
_HELD = 3  # rows
_KEPT_S = 12.0  # poses of the last seconds, for whoever draws them


@dataclass(frozen=True, slots=True, eq=False)
class Spotted:
    """A gesture that was made, and the poses it was made of."""

    label: str
    start_s: float
    end_s: float
    confidence: float
    take: Take


@dataclass(slots=True)
class _Candidate:
    label: int
    start_s: float
    end_s: float
    confidence: float


class Spotter:
    """Looks for the gestures of a lexicon in one person's poses."""

    def __init__(self, lexicon: Lexicon, threshold: float = 0.7, cool_down_s: float = 1.0) -> None:
        self._lexicon = lexicon
        self._threshold = threshold
        self._cool_down_s = cool_down_s
        self._poses: deque[Points] = deque(maxlen=round(_KEPT_S * RATE_HZ))
        self._possible = lexicon.possible(threshold)
        self._warp = Warp(lexicon.sheet)
        self._describer = Describer()
        self._costs: Costs | None = None
        self._calm = OneEuro()
        self._last: tuple[float, Points] | None = None
        self._next_s = 0.0
        self._candidate: _Candidate | None = None
        self._quiet_until_s = np.full(len(lexicon.labels), -np.inf)
        self._over_s = -np.inf

    @property
    def confidences(self) -> NDArray[np.float32]:
        """How sure it is of each label just now."""
        sure = np.zeros(len(self._lexicon.labels), np.float32)
        if self._costs is not None:
            np.maximum.at(sure, self._lexicon.of, self._lexicon.confidence(self._costs))
        return sure

    def see(self, pose: Pose, at_s: float) -> list[Spotted]:
        """One more pose; what gestures are over, and sure."""
        if not np.isfinite(pose.points).all():
            return []
        points = self._calm.smooth(pose.points, at_s)
        last = self._last
        self._last = at_s, points
        if last is None or not 0 < at_s - last[0] <= _LONGEST_GAP_S:
            return self._begin(at_s, points)
        found = []
        before_s, before = last
        while self._next_s <= at_s:
            share = np.float32((self._next_s - before_s) / (at_s - before_s))
            found += self._step(before * (1 - share) + points * share, self._next_s)
            self._next_s += _STEP_S
        return found

    def close(self) -> list[Spotted]:
        """They are gone; a gesture that was just being finished counts."""
        found: list[Spotted] = []
        if self._poses:
            # What was held up to here is as good as held a moment longer.
            for _ in range(_HELD):
                found += self._step(self._poses[-1], self._next_s)
                self._next_s += _STEP_S
        candidate, self._candidate = self._candidate, None
        if candidate is not None:
            found.append(self._told(candidate))
        self._last = None
        self._poses.clear()
        return found

    def _begin(self, at_s: float, points: Points) -> list[Spotted]:
        ended = self.close()
        self._last = at_s, points
        self._warp, self._describer = Warp(self._lexicon.sheet), Describer()
        self._poses.append(points)
        self._describer.next(points)
        self._next_s = at_s + _STEP_S
        return ended

    def _step(self, points: Points, at_s: float) -> list[Spotted]:
        self._poses.append(points)
        row = self._describer.next(points)
        if row is None:
            return []
        fit = self._warp.step(row)
        self._costs = fit.costs
        # Most of the time nothing fits well enough, and nobody has to know how well.
        if (fit.costs <= self._possible).any():
            self._consider(fit, at_s - _STEP_S)
        return self._settled(at_s - _STEP_S)

    def _consider(self, fit: Fit, at_s: float) -> None:
        """Whether what ends now is surer than what there was."""
        sure = self._lexicon.confidence(fit.costs)
        starts = at_s - (fit.began - 1) * _STEP_S
        quiet = self._quiet_until_s[self._lexicon.of] > starts
        allowed = (starts >= self._over_s) & ~quiet
        best = int(np.argmax(np.where(allowed, sure, -1)))
        least = self._threshold if self._candidate is None else self._candidate.confidence
        if allowed[best] and sure[best] >= least:
            label = int(self._lexicon.of[best])
            self._candidate = _Candidate(label, float(starts[best]), at_s, float(sure[best]))

    def _settled(self, at_s: float) -> list[Spotted]:
        """What got no better for long enough."""
        candidate = self._candidate
        if candidate is None or at_s - candidate.end_s < _SETTLES_S:
            return []
        self._candidate = None
        return [self._told(candidate)]

    def _told(self, candidate: _Candidate) -> Spotted:
        self._over_s = candidate.end_s
        self._quiet_until_s[candidate.label] = candidate.end_s + self._cool_down_s
        newest_s = self._next_s - _STEP_S
        times = newest_s - _STEP_S * np.arange(len(self._poses))[::-1]
        wanted = (times >= candidate.start_s - _STEP_S) & (times <= candidate.end_s + _STEP_S)
        points = np.stack(self._poses)[wanted] if wanted.any() else np.stack(self._poses)[-1:]
        return Spotted(
            self._lexicon.labels[candidate.label],
            candidate.start_s,
            candidate.end_s,
            candidate.confidence,
            Take(points, np.asarray(_STEP_S * np.arange(len(points)), np.float64)),
        )
