"""What matters of a moving body: how its limbs lie about the trunk, whatever its size and place.

All of it is measured from between the shoulders, in lengths of the trunk. A joint that cannot be
seen lies where it would at rest, so that a hand below the edge of the picture is a hand that hangs.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.gesture import Joint, Points, Take

Features = NDArray[np.float32]
Values = NDArray[np.float32]  # one for each pose

_FEET_WEIGHT = 0.2  # most gestures are made with arms and head
#: Depth is guessed by the network, while x and y are seen.
_DEPTH = np.asarray([1, 1, 0.12], np.float32)
_ANGLE_WEIGHT = 0.6
_HAND_WEIGHT = 3.0  # hands are small, and tell much
_SPEED_WEIGHT = 0.3
_USUAL_SPEED = 2.0  # trunk lengths a second; beyond it only the way counts
_SHOULDERS_TO_TRUNK = 1.45
LOOKS_BACK = 6  # poses that one row is made of, beside its own and the next
LEAST_TRUNK = 1e-3
_SURE, _STEEP = 0.4, 12.0  # of visibility, and how soon one that is less makes a joint unseen

_TRUNK = np.asarray(
    [Joint.LEFT_SHOULDER, Joint.RIGHT_SHOULDER, Joint.LEFT_HIP, Joint.RIGHT_HIP], np.intp
)

#: Arms first: wrist, elbow and index finger of each side; legs then.
_ARMS = 6
_LIMBS = np.asarray([
    Joint.LEFT_WRIST, Joint.RIGHT_WRIST, Joint.LEFT_ELBOW, Joint.RIGHT_ELBOW,
    Joint.LEFT_INDEX, Joint.RIGHT_INDEX,
    Joint.LEFT_KNEE, Joint.RIGHT_KNEE, Joint.LEFT_ANKLE, Joint.RIGHT_ANKLE,
], np.intp)  # fmt: skip
_LEGS = len(_LIMBS) - _ARMS

#: Where they lie at rest, in lengths of the trunk from between the shoulders; y goes down.
_REST = np.asarray(
    [
        [0.45, 1.1], [-0.45, 1.1], [0.42, 0.6], [-0.42, 0.6], [0.45, 1.25], [-0.45, 1.25],
        [0.2, 1.85], [-0.2, 1.85], [0.2, 2.7], [-0.2, 2.7],
    ],
    np.float32,
)  # fmt: skip

#: The tips of little finger, index finger and thumb of each hand, the wrists they hang on, and how
#: they hang there at rest.
_TIPS = np.asarray([17, 19, 21, 18, 20, 22], np.intp)
_WRISTS = np.asarray([Joint.LEFT_WRIST, Joint.RIGHT_WRIST], np.intp).repeat(3)
_REST_HANDS = np.asarray([[0.0, 0.15], [0.0, 0.15], [0.0, 0.1]] * 2, np.float32)

#: Elbows and shoulders, and what is before and after each of them.
_BENDS = np.asarray(
    [
        [Joint.LEFT_SHOULDER, Joint.LEFT_ELBOW, Joint.LEFT_WRIST],
        [Joint.RIGHT_SHOULDER, Joint.RIGHT_ELBOW, Joint.RIGHT_WRIST],
        [Joint.RIGHT_SHOULDER, Joint.LEFT_SHOULDER, Joint.LEFT_ELBOW],
        [Joint.LEFT_SHOULDER, Joint.RIGHT_SHOULDER, Joint.RIGHT_ELBOW],
    ],
    np.intp,
).T

SIZE = _ARMS * 3 + 2 + _LEGS * 2 + 4 + len(_TIPS) * 2 + _ARMS * 2


def resampled(take: Take, rate_hz: float) -> Take:
    """The same movement at an even pace; poses that are missing are bridged."""
    seen = np.isfinite(take.points).all(axis=(1, 2))
    if not seen.any():
        return Take(take.points[:0], take.times_s[:0])
    times, points = take.times_s[seen], take.points[seen]
    count = max(2, round((times[-1] - times[0]) * rate_hz) + 1)
    return Take(*_at(np.linspace(times[0], times[-1], count), times, points))


def at_length(values: Features, count: int) -> Features:
    """As many rows as wanted, evenly along the whole."""
    places = np.linspace(0, len(values) - 1, count)
    low = np.floor(places).astype(np.intp)
    high = np.minimum(low + 1, len(values) - 1)
    share = (places - low).astype(np.float32)[:, None]
    return np.asarray(values[low] * (1 - share) + values[high] * share, np.float32)


def features_of(take: Take) -> Features:
    """One row a pose; the take has an even pace and nothing missing (see ``resampled``)."""
    if not len(take):
        return np.zeros((0, SIZE), np.float32)
    still, arms = shape_of(take.points, steady(trunks(take.points)))
    if len(take) < 2:
        return np.concatenate([still, headings(np.zeros_like(arms))], axis=1)
    step_s = np.asarray(np.gradient(take.times_s), np.float32)
    speed = np.gradient(arms, axis=0) / step_s[:, None, None]
    return np.concatenate([still, headings(np.asarray(speed, np.float32))], axis=1)


def body_frame(points: Points) -> Points:
    """Joints in lengths of the trunk from between the shoulders; unseen ones at rest."""
    return _framed(points, steady(trunks(points)))


def shape_of(points: Points, scale: Values) -> tuple[Features, Points]:
    """All of some rows but where the arms are headed, given how long the trunk is; and the arms."""
    places = _framed(points, scale)
    rows = len(places)
    limbs = places[:, _LIMBS]
    arms = limbs[:, :_ARMS]
    columns = [
        (arms[..., :3] * _DEPTH).reshape(rows, -1),
        places[:, Joint.NOSE, :2],
        (limbs[:, _ARMS:, :2] * _FEET_WEIGHT).reshape(rows, -1),
        _bends(places[..., :2]) * _ANGLE_WEIGHT,
        _hands(points, scale).reshape(rows, -1) * _HAND_WEIGHT,
    ]
    return np.concatenate(columns, axis=1, dtype=np.float32), arms[..., :2]


def headings(speed: Points) -> Features:
    """Where to arms move: how fast counts only while it is slow."""
    size = np.sqrt((speed * speed).sum(axis=2, keepdims=True))
    ways = speed / (size + _USUAL_SPEED) * _SPEED_WEIGHT
    return np.asarray(ways.reshape(len(speed), -1), np.float32)


def trunks(points: Points) -> Values:
    """How long the trunk is in each pose: by the hips where they are seen, or by the shoulders."""
    joints = points[:, _TRUNK]
    left, right, hips = joints[:, 0, :2], joints[:, 1, :2], joints[:, 2:]
    across = _length(left - right) * np.float32(_SHOULDERS_TO_TRUNK)
    down = _length(hips[:, 0, :2] + hips[:, 1, :2] - left - right) / np.float32(2)
    # Somebody who turns aside has narrow shoulders, and somebody who bends a short trunk.
    known = hips[..., 3].min(axis=1) > _SURE
    return np.where(known, np.maximum(down, across * np.float32(0.6)), across)


def steady(lengths: Values) -> Values:
    """The middle one of the last few: one bad look must not blow a body up."""
    padded = np.pad(lengths, (LOOKS_BACK, 0), mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, LOOKS_BACK + 1)
    middle = np.sort(windows, axis=1)[:, LOOKS_BACK // 2]
    return np.asarray(np.maximum(middle, LEAST_TRUNK), np.float32)


def _framed(points: Points, scale: Values) -> Points:
    shoulders = points[:, _TRUNK[:2], :3]
    placed = points.copy()
    placed[..., :3] -= (shoulders[:, :1] + shoulders[:, 1:]) / 2
    placed[..., :3] /= scale[:, None, None]
    limbs = placed[:, _LIMBS]
    seen = _seen(limbs[..., 3:])
    limbs[..., :3] *= seen
    limbs[..., :2] += _REST * (1 - seen)
    placed[:, _LIMBS] = limbs
    return placed


def _hands(points: Points, scale: Values) -> Points:
    """How the tips of both hands lie about their wrists, in lengths of the trunk."""
    wrists = points[:, _WRISTS]
    seen = _seen(wrists[..., 3:])
    ways = (points[:, _TIPS, :2] - wrists[..., :2]) / scale[:, None, None]
    return np.asarray(ways * seen + _REST_HANDS * (1 - seen), np.float32)


def _seen(visibility: Points) -> Points:
    return np.asarray(1 / (1 + np.exp(-_STEEP * (visibility - _SURE))), np.float32)


def _bends(places: Points) -> Values:
    """How far limbs are bent, as the cosine."""
    before, joint, after = (places[:, joints] for joints in _BENDS)
    a, b = before - joint, after - joint
    return np.asarray((a * b).sum(axis=2) / np.maximum(_length(a) * _length(b), 1e-6), np.float32)


def _length(ways: Points) -> Values:
    return np.asarray(np.sqrt((ways * ways).sum(axis=-1)), np.float32)


def _at(
    wanted: NDArray[np.float64], times: NDArray[np.float64], points: Points
) -> tuple[Points, NDArray[np.float64]]:
    index = np.clip(np.searchsorted(times, wanted, side="right") - 1, 0, max(len(times) - 2, 0))
    after = np.minimum(index + 1, len(times) - 1)
    span = np.maximum(times[after] - times[index], 1e-9)
    share = np.clip((wanted - times[index]) / span, 0, 1).astype(np.float32)[:, None, None]
    between = points[index] * (1 - share) + points[after] * share
    return np.asarray(between, np.float32), wanted - wanted[0]
