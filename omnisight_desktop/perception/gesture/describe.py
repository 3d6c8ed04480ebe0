"""A take as rows at the pace at which gestures are looked for."""

from __future__ import annotations

import numpy as np

from omnisight_desktop.core.gesture import Take
from omnisight_desktop.perception.gesture.features import Features, features_of, resampled
from omnisight_desktop.perception.pose.smooth import smoothed

RATE_HZ = 15.0  # rows a second, of templates and of what is looked at


def described(take: Take) -> Features:
    """The rows of a take."""
    return features_of(resampled(smoothed(take), RATE_HZ))


def movement_in(rows: Features) -> float:
    """How much goes on in it: the mean square of what differs from its own middle."""
    return float(((rows - rows.mean(axis=0)) ** 2).sum(axis=1).mean())


def padded(rows: Features) -> Features:
    """With a moment of stillness at both ends, for what was cut more closely than a template."""
    if not len(rows):
        return rows
    return np.concatenate([rows[:1].repeat(2, axis=0), rows, rows[-1:].repeat(2, axis=0)])
