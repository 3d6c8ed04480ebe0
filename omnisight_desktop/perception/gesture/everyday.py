"""What people do all day and mean nothing by: a few minutes of it, made here and always the same.

Arms hang, scratch a head, lift a cup, point, fold, swing while somebody walks. What is taught is
compared with it, so that a gesture which looks like everyday life is only believed when it fits well.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.gesture import JOINTS, Joint, Take
from omnisight_desktop.perception.gesture.features import Features, features_of

_SEED = 20260102
_SECONDS = 100.0
_UPPER, _FORE = 0.62, 0.55  # of an arm, in lengths of the trunk
_HAND = 0.18
_TREMBLE = 0.006

#: Where a right hand goes in everyday life, in lengths of the trunk from between the shoulders; x to
#: the side of that hand, y down.
_PLACES = np.asarray(
    [
        [0.45, 1.1],  # hanging
        [0.42, 1.0],  # in a pocket
        [0.15, -0.35],  # at the chin
        [0.3, -0.75],  # in the hair
        [0.4, -0.45],  # at an ear
        [-0.2, 0.35],  # folded over the other arm
        [0.1, 0.75],  # in the lap, or at a keyboard
        [0.75, 0.15],  # pointing aside
        [0.35, 0.3],  # holding something up
        [0.05, -0.25],  # a cup at the mouth
        [0.6, 0.7],  # on a table
    ],
    np.float64,
)
_HANGS = 0.35  # how often a hand goes back to hanging

Values = NDArray[np.float64]


@cache
def everyday(rate_hz: float) -> Features:
    """Everyday movement at that pace, described as gestures are."""
    return features_of(everyday_take(rate_hz))


def everyday_take(rate_hz: float, seconds: float = _SECONDS, seed: int = _SEED) -> Take:
    """The same as points, in pixels of a person as a webcam sees them."""
    chance = np.random.default_rng(seed)
    count = round(seconds * rate_hz)
    times = np.arange(count) / rate_hz
    points = np.zeros((count, JOINTS, 4), np.float64)
    points[..., 3] = 1
    sway = np.stack([_drift(chance, times, 0.05), _drift(chance, times, 0.03)], axis=1)
    _stand(points, sway)
    for side, first in ((1.0, Joint.LEFT_SHOULDER), (-1.0, Joint.RIGHT_SHOULDER)):
        wrist = _errands(chance, times) + _swing(chance, times)
        _arm(points, side, first, wrist, sway)
    points[..., :2] += chance.normal(0, _TREMBLE, points[..., :2].shape)
    points[..., :2] = points[..., :2] * 200 + (320, 160)
    points[..., 2] *= 200
    return Take(points.astype(np.float32), times)


def _stand(points: Values, sway: Values) -> None:
    """Everything but the arms, roughly where it belongs."""
    places = {
        Joint.NOSE: (0, -0.45),
        Joint.LEFT_SHOULDER: (0.34, 0),
        Joint.RIGHT_SHOULDER: (-0.34, 0),
        Joint.LEFT_HIP: (0.2, 1),
        Joint.RIGHT_HIP: (-0.2, 1),
        Joint.LEFT_KNEE: (0.2, 1.85),
        Joint.RIGHT_KNEE: (-0.2, 1.85),
        Joint.LEFT_ANKLE: (0.2, 2.7),
        Joint.RIGHT_ANKLE: (-0.2, 2.7),
    }
    for joint, place in places.items():
        share = 1.0 if joint < Joint.LEFT_HIP else 0.4
        points[:, joint, :2] = np.asarray(place) + sway * share


def _arm(points: Values, side: float, shoulder: Joint, wrist: Values, sway: Values) -> None:
    """Elbow, wrist and the tips of a hand, for where the wrist is to be."""
    at = np.asarray([0.34, 0.0])
    reach = wrist - at
    size = np.linalg.norm(reach, axis=1, keepdims=True)
    longest = (_UPPER + _FORE) * 0.98
    reach = reach * np.minimum(1, longest / np.maximum(size, 1e-6))
    size = np.maximum(np.linalg.norm(reach, axis=1, keepdims=True), 0.1)
    along = (_UPPER**2 - _FORE**2 + size**2) / (2 * size)
    aside = np.sqrt(np.maximum(_UPPER**2 - along**2, 0))
    way = reach / size
    # Elbows go outwards and down.
    elbow = at + way * along + np.stack([-way[:, 1], way[:, 0]], axis=1) * -aside
    hand = (at + reach) - elbow
    hand = hand / np.maximum(np.linalg.norm(hand, axis=1, keepdims=True), 1e-6) * _HAND
    turn = np.asarray([side, 1.0])
    places = {2: elbow, 4: at + reach, 6: at + reach + hand, 8: at + reach + hand, 10: at + reach}
    for offset, place in places.items():
        points[:, shoulder + offset, :2] = place * turn + sway
    points[:, shoulder + 10, :2] += hand * turn * 0.5
    points[:, shoulder + 4, 2] = -0.2


def _errands(chance: np.random.Generator, times: Values) -> Values:
    """A hand that goes somewhere, stays a while, and goes on."""
    moments, places, at_s = [0.0], [_PLACES[0]], 0.0
    while at_s < times[-1]:
        rest_s = chance.exponential(1.6) + 0.1
        move_s = chance.uniform(0.35, 1.1)
        hangs = chance.random() < _HANGS
        place = _PLACES[0] if hangs else _PLACES[chance.integers(len(_PLACES))]
        place = place + chance.normal(0, 0.09, 2)
        moments += [at_s + rest_s, at_s + rest_s + move_s]
        places += [places[-1], place]
        at_s += rest_s + move_s
        if chance.random() < 0.3:  # it scratches, stirs or types there
            for _ in range(int(chance.integers(2, 7))):
                at_s += chance.uniform(0.12, 0.35)
                moments.append(at_s)
                places.append(place + chance.normal(0, 0.1, 2))
    return np.stack([_eased(times, moments, [p[k] for p in places]) for k in range(2)], axis=1)


def _eased(times: Values, moments: list[float], values: list[float]) -> Values:
    """From one value to the next as limbs go: slowly at first, and slowly at the end."""
    at, of = np.asarray(moments), np.asarray(values)
    index = np.clip(np.searchsorted(at, times, side="right") - 1, 0, len(at) - 2)
    share = np.clip((times - at[index]) / np.maximum(at[index + 1] - at[index], 1e-6), 0, 1)
    share = share**3 * (10 - 15 * share + 6 * share**2)
    return np.asarray(of[index] + (of[index + 1] - of[index]) * share)


def _swing(chance: np.random.Generator, times: Values) -> Values:
    """Arms that swing while somebody walks, now and then."""
    walks = np.clip(_drift(chance, times, 1.0) - 0.4, 0, 1)
    pace = 2 * np.pi * (times * chance.uniform(0.8, 1.1)) + chance.uniform(0, 6)
    return np.stack([np.sin(pace) * 0.22 * walks, np.abs(np.cos(pace)) * -0.06 * walks], axis=1)


def _drift(chance: np.random.Generator, times: Values, size: float) -> Values:
    waves = [
        chance.normal(0, size / 2) * np.sin(2 * np.pi * times / period + chance.uniform(0, 6))
        for period in (3.7, 9.1, 23.0)
    ]
    return np.asarray(np.sum(waves, axis=0))
