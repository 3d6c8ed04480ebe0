"""What matters of a moving body: how its limbs lie about the trunk, whatever its size and place.

All of it is measured from between the shoulders, in lengths of the trunk. A joint that cannot be
seen lies where it would at rest, so that a hand below the edge of the picture is a hand that hangs.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.gesture import Joint, Points, Take

Features = NDArray[np.float32]

_FEET_WEIGHT = 0.2  # most gestures are made with arms and head
_DEPTH_WEIGHT = 0.12  # guessed by the network, while x and y are seen
_ANGLE_WEIGHT = 0.6
_HAND_WEIGHT = 3.0  # hands are small, and tell much
_SPEED_WEIGHT = 0.3
_USUAL_SPEED = 2.0  # trunk lengths a second; beyond it only the way counts
_SHOULDERS_TO_TRUNK = 1.45
LOOKS_BACK = 6  # rows that one row is made of, beside its own and the next
_SURE, _STEEP = 0.4, 12.0  # of visibility, and how soon one that is less makes a joint unseen

#: Arms first: wrist, elbow and index finger of each side, and the head.
_ARMS = (
    Joint.LEFT_WRIST, Joint.RIGHT_WRIST, Joint.LEFT_ELBOW, Joint.RIGHT_ELBOW,
    Joint.LEFT_INDEX, Joint.RIGHT_INDEX,
)  # fmt: skip
_LEGS = (Joint.LEFT_KNEE, Joint.RIGHT_KNEE, Joint.LEFT_ANKLE, Joint.RIGHT_ANKLE)

#: Where they lie at rest, in lengths of the trunk from between the shoulders; y goes down.
_REST_ARMS = np.asarray(
    [[0.45, 1.1], [-0.45, 1.1], [0.42, 0.6], [-0.42, 0.6], [0.45, 1.25], [-0.45, 1.25]], np.float32
)
#: Where the tips of a hand hang below its wrist at rest.
_REST_HANDS = np.asarray([[0.0, 0.15], [0.0, 0.15], [0.0, 0.1]], np.float32)
_REST_LEGS = np.asarray([[0.2, 1.85], [-0.2, 1.85], [0.2, 2.7], [-0.2, 2.7]], np.float32)

#: A wrist, and the tips of little finger, index finger and thumb.
_HANDS = ((Joint.LEFT_WRIST, (17, 19, 21)), (Joint.RIGHT_WRIST, (18, 20, 22)))

SIZE = len(_ARMS) * 3 + 2 + len(_LEGS) * 2 + 4 + 2 * 3 * 2 + len(_ARMS) * 2


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
    scale = _trunk(take.points)
    places, hands = _framed(take.points, scale), _hands(take.points, scale)
    steps_s = np.gradient(take.times_s) if len(take) > 1 else np.ones(1)
    return _described(places, hands, np.asarray(steps_s, np.float32))


def body_frame(points: Points) -> Points:
    """Joints in lengths of the trunk from between the shoulders; unseen ones at rest."""
    return _framed(points, _trunk(points))


def _framed(points: Points, scale: NDArray[np.float32]) -> Points:
    left, right = points[:, Joint.LEFT_SHOULDER], points[:, Joint.RIGHT_SHOULDER]
    middle = (left[:, :3] + right[:, :3]) / 2
    placed = points.copy()
    placed[..., :3] = (points[..., :3] - middle[:, None]) / scale[:, None, None]
    for joints, rest in ((_ARMS, _REST_ARMS), (_LEGS, _REST_LEGS)):
        seen = _seen(points[:, joints, 3])
        placed[:, joints, :2] = placed[:, joints, :2] * seen + rest * (1 - seen)
        placed[:, joints, 2:3] *= seen
    return placed


def _hands(points: Points, scale: NDArray[np.float32]) -> Points:
    """How the tips of both hands lie about their wrists, in lengths of the trunk."""
    ways = []
    for wrist, tips in _HANDS:
        seen = _seen(points[:, [wrist], 3])
        way = (points[:, tips, :2] - points[:, [wrist], :2]) / scale[:, None, None]
        ways.append(way * seen + _REST_HANDS * (1 - seen))
    return np.asarray(np.concatenate(ways, axis=1), np.float32)


def _trunk(points: Points) -> NDArray[np.float32]:
    """How long the trunk is: by the hips where they are seen, or by the shoulders."""
    left, right = points[:, Joint.LEFT_SHOULDER], points[:, Joint.RIGHT_SHOULDER]
    hips = points[:, [Joint.LEFT_HIP, Joint.RIGHT_HIP]]
    across = np.linalg.norm(left[:, :2] - right[:, :2], axis=1) * _SHOULDERS_TO_TRUNK
    down = np.linalg.norm(hips[..., :2].mean(axis=1) - (left + right)[:, :2] / 2, axis=1)
    # Somebody who turns aside has narrow shoulders, and somebody who bends a short trunk.
    known = _seen(hips[..., 3].min(axis=1, keepdims=True))[:, 0, 0]
    scale = np.where(known > 0.5, np.maximum(down, across * 0.6), across)
    return np.asarray(np.maximum(_steady(scale), 1e-3), np.float32)


def _steady(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """The middle one of the last few: one bad look must not blow a body up."""
    padded = np.pad(values, (LOOKS_BACK, 0), mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, LOOKS_BACK + 1)
    return np.asarray(np.sort(windows, axis=1)[:, LOOKS_BACK // 2], np.float32)


def _seen(visibility: Points) -> Points:
    return np.asarray(1 / (1 + np.exp(-_STEEP * (visibility - _SURE))), np.float32)[..., None]


def _described(places: Points, hands: Points, steps_s: NDArray[np.float32]) -> Features:
    arms = places[:, _ARMS, :3].copy()
    arms[..., 2] *= _DEPTH_WEIGHT
    legs = places[:, _LEGS, :2] * _FEET_WEIGHT
    head = places[:, Joint.NOSE, :2]
    angles = np.stack(
        [
            _bend(places, Joint.LEFT_SHOULDER, Joint.LEFT_ELBOW, Joint.LEFT_WRIST),
            _bend(places, Joint.RIGHT_SHOULDER, Joint.RIGHT_ELBOW, Joint.RIGHT_WRIST),
            _bend(places, Joint.RIGHT_SHOULDER, Joint.LEFT_SHOULDER, Joint.LEFT_ELBOW),
            _bend(places, Joint.LEFT_SHOULDER, Joint.RIGHT_SHOULDER, Joint.RIGHT_ELBOW),
        ],
        axis=1,
    )
    rows = len(places)
    columns = [
        arms.reshape(rows, -1), head, legs.reshape(rows, -1), angles * _ANGLE_WEIGHT,
        hands.reshape(rows, -1) * _HAND_WEIGHT,
        _ways(places[:, _ARMS, :2], steps_s).reshape(rows, -1) * _SPEED_WEIGHT,
    ]  # fmt: skip
    return np.asarray(np.concatenate(columns, axis=1), np.float32)


def _ways(places: Points, steps_s: NDArray[np.float32]) -> Points:
    """Where to they move: how fast counts only while it is slow."""
    if len(places) < 2:
        return np.zeros_like(places)
    speed = np.gradient(places, axis=0) / steps_s[:, None, None]
    size = np.linalg.norm(speed, axis=2, keepdims=True)
    return np.asarray(speed / (size + _USUAL_SPEED), np.float32)


def _bend(places: Points, before: Joint, joint: Joint, after: Joint) -> NDArray[np.float32]:
    """How far a limb is bent, as the cosine."""
    a = places[:, before, :2] - places[:, joint, :2]
    b = places[:, after, :2] - places[:, joint, :2]
    size = np.linalg.norm(a, axis=1) * np.linalg.norm(b, axis=1)
    return np.asarray((a * b).sum(axis=1) / np.maximum(size, 1e-6), np.float32)


def _at(
    wanted: NDArray[np.float64], times: NDArray[np.float64], points: Points
) -> tuple[Points, NDArray[np.float64]]:
    index = np.clip(np.searchsorted(times, wanted, side="right") - 1, 0, max(len(times) - 2, 0))
    after = np.minimum(index + 1, len(times) - 1)
    span = np.maximum(times[after] - times[index], 1e-9)
    share = np.clip((wanted - times[index]) / span, 0, 1).astype(np.float32)[:, None, None]
    between = points[index] * (1 - share) + points[after] * share
    return np.asarray(between, np.float32), wanted - wanted[0]
