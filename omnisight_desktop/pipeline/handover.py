"""How long people take from one camera to another: learnt for each pair from those who surely went."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable
from math import exp, log
from statistics import median

from omnisight_desktop.core.face import HANDOVER_MOST_S

_UNKNOWN_S = 90.0  # for a pair of which too little is known
_ENOUGH = 3
_KEPT = 40
_LEAST_S, _MOST_S = 10.0, HANDOVER_MOST_S
_SPREADS = 3.0
_LOOSEST = 0.35  # of a logarithm: people never walk quite alike
_TO_SIGMA = 1.4826


class Handovers:
    """One direction is as long as the other."""

    def __init__(self) -> None:
        self._gaps: dict[frozenset[str], deque[float]] = defaultdict(lambda: deque(maxlen=_KEPT))

    def learn(self, one: str, other: str, gap_s: float) -> None:
        """Somebody who was surely recognised at both took so long; less than nothing where both see
        the same place."""
        if gap_s <= _MOST_S:
            self._gaps[frozenset((one, other))].append(log(max(1.0, gap_s)))

    def recall(self, gaps: Iterable[tuple[str, str, float]]) -> None:
        """What is remembered from before."""
        for one, other, gap_s in gaps:
            self.learn(one, other, gap_s)

    def within_s(self, one: str, other: str) -> float:
        """For how long somebody who left one camera may still come into sight of the other."""
        gaps = self._gaps.get(frozenset((one, other)), deque())
        if len(gaps) < _ENOUGH:
            return _UNKNOWN_S
        middle = median(gaps)
        spread = max(_LOOSEST, _TO_SIGMA * median(abs(gap - middle) for gap in gaps))
        return min(_MOST_S, max(_LEAST_S, exp(middle + _SPREADS * spread)))
