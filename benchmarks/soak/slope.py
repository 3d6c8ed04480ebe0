"""Whether memory grows: the slope of its samples, and how steep it may really be.

Samples that follow each other are alike, so that the usual error of a fitted line is far too small.
Whole stretches of the residuals are drawn anew instead, many times, and the line fitted to each.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_DRAWS = 2000
_SHARE = 0.95


@dataclass(frozen=True, slots=True)
class Slope:
    """Per hour; ``most`` is the upper bound of 95 in 100."""

    an_hour: float
    most: float


def slope(seconds: NDArray[np.float64], values: NDArray[np.float64]) -> Slope:
    """The line through the samples, and the steepest one that they allow."""
    hours = (seconds - seconds.mean()) / 3600
    fitted = float(hours @ (values - values.mean()) / (hours @ hours))
    rest = values - values.mean() - fitted * hours
    length = max(2, round(len(values) ** (1 / 2)))
    chance = np.random.default_rng(7)
    drawn = np.empty(_DRAWS)
    blocks = -(-len(values) // length)
    for draw in range(_DRAWS):
        begins = chance.integers(0, len(values) - length + 1, blocks)
        anew = np.concatenate([rest[b : b + length] for b in begins])[: len(values)]
        drawn[draw] = hours @ anew / (hours @ hours)
    return Slope(fitted, fitted + float(np.quantile(drawn, _SHARE)))
