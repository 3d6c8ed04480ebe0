"""Stick figures: a take as lines that can be drawn at any size, picture by picture."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.gesture import JOINTS, Joint, Points, Take
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.words import number
from omnisight_desktop.perception.gesture.features import resampled
from omnisight_desktop.perception.pose.smooth import smoothed
from omnisight_desktop.pipeline.replay.moved import Body as Body

FPS = 15.0
#: How surely a joint has to be seen to be drawn.
SEEN = 0.4
_MARGIN = 0.08
_MOSTLY = 0.6
_REST_S = 0.5  # after the movement, before it begins again

#: Which joints a line is drawn between: the trunk and legs, and the arms with their hands.
TRUNK = (
    (Joint.LEFT_SHOULDER, Joint.RIGHT_SHOULDER),
    (Joint.LEFT_SHOULDER, Joint.LEFT_HIP),
    (Joint.RIGHT_SHOULDER, Joint.RIGHT_HIP),
    (Joint.LEFT_HIP, Joint.RIGHT_HIP),
    (Joint.LEFT_HIP, Joint.LEFT_KNEE),
    (Joint.LEFT_KNEE, Joint.LEFT_ANKLE),
    (Joint.RIGHT_HIP, Joint.RIGHT_KNEE),
    (Joint.RIGHT_KNEE, Joint.RIGHT_ANKLE),
)
ARMS = (
    (Joint.LEFT_SHOULDER, Joint.LEFT_ELBOW),
    (Joint.LEFT_ELBOW, Joint.LEFT_WRIST),
    (Joint.LEFT_WRIST, Joint.LEFT_INDEX),
    (Joint.RIGHT_SHOULDER, Joint.RIGHT_ELBOW),
    (Joint.RIGHT_ELBOW, Joint.RIGHT_WRIST),
    (Joint.RIGHT_WRIST, Joint.RIGHT_INDEX),
)
WRISTS = (Joint.LEFT_WRIST, Joint.RIGHT_WRIST)
_DRAWN = sorted({joint for bone in (*TRUNK, *ARMS) for joint in bone} | {Joint.NOSE})


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A body that moves: where its joints are in a field as wide as ``wide`` and one high, and which
    of them are seen."""

    joints: NDArray[np.float32]  # pictures x 33 x 2
    shown: NDArray[np.bool_]  # pictures x 33
    wide: float
    head: float  # the radius of the head

    def __len__(self) -> int:
        return len(self.joints)

    @property
    def length_s(self) -> float:
        """How long it moves."""
        return len(self) / FPS

    def at(self, seconds: float) -> int:
        """Which picture belongs to a second of it, over and over, with a moment's rest."""
        turn_s = self.length_s + _REST_S
        return min(len(self) - 1, int(seconds % turn_s * FPS))

    @property
    def telling(self) -> int:
        """The picture in which the hands are highest: it shows best what is meant, standing still."""
        return int(np.argmin(self.joints[:, WRISTS, 1].min(axis=1)))


def figure_of(take: Take) -> Figure | None:
    """The figure of a take; nothing where nobody is seen in it."""
    steady = resampled(smoothed(take), FPS)
    if not len(steady):
        return None
    points = steady.points
    shown = points[..., 3] >= SEEN
    # What comes and goes would flicker: it is drawn all the time if it is seen mostly, else never.
    shown = np.broadcast_to(shown.mean(axis=0) > _MOSTLY, shown.shape)
    drawn = shown[:, _DRAWN]
    if not drawn.any():
        return None
    places = points[:, _DRAWN, :2][drawn]
    head = _head(points)
    low, high = places.min(axis=0) - (head, 1.4 * head), places.max(axis=0) + head
    size = np.maximum(high - low, 1e-3)
    scale = (1 - 2 * _MARGIN) / float(size[1])
    wide = float(size[0]) * scale + 2 * _MARGIN
    joints = (points[..., :2] - low) * scale + _MARGIN
    return Figure(np.asarray(joints, np.float32), shown, wide, head * scale)


def length(seconds: float) -> str:
    """How long a movement takes, in words."""
    return tr("{seconds} s", seconds=number(seconds, 1))


def _head(points: Points) -> float:
    """How large a head is, told by the shoulders."""
    across = points[:, Joint.LEFT_SHOULDER, :2] - points[:, Joint.RIGHT_SHOULDER, :2]
    return float(np.median(np.linalg.norm(across, axis=1))) * 0.26


def raised() -> Take:
    """Both hands go up and stay there a while."""
    shares = np.concatenate([np.linspace(0, 1, 12), np.ones(14), np.linspace(1, 0, 12)])
    points = np.stack([_standing(float(_eased(share))) for share in shares])
    return Take(points, np.arange(len(points)) / FPS)


def falling() -> Take:
    """Somebody who stands falls over and stays down."""
    shares = np.concatenate([np.zeros(8), np.linspace(0, 1, 10) ** 2, np.ones(16)])
    body = _standing(0.0)
    foot = (body[Joint.LEFT_ANKLE, :2] + body[Joint.RIGHT_ANKLE, :2]) / 2
    rows = []
    for share in shares:
        angle = np.radians(82) * share
        turn = np.asarray([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
        fallen = body.copy()
        fallen[:, :2] = (body[:, :2] - foot) @ turn + foot
        rows.append(fallen)
    return Take(np.stack(rows), np.arange(len(rows)) / FPS)


def _eased(share: float) -> float:
    return share * share * (3 - 2 * share)


def _standing(up: float) -> Points:
    """Somebody who faces us, with the arms hanging, or so far up."""
    points = np.zeros((JOINTS, 4), np.float32)
    places = {
        Joint.NOSE: (0.0, -0.45),
        Joint.LEFT_HIP: (0.2, 1.0),
        Joint.LEFT_KNEE: (0.2, 1.8),
        Joint.LEFT_ANKLE: (0.22, 2.6),
    }
    angle = np.radians(80 - 155 * up)  # of the arm, from level; down is more
    elbow = np.asarray([0.34, 0.0]) + 0.55 * np.asarray([np.cos(angle), np.sin(angle)])
    bent = angle - np.radians(18)
    wrist = elbow + 0.5 * np.asarray([np.cos(bent), np.sin(bent)])
    index = wrist + 0.16 * np.asarray([np.cos(bent), np.sin(bent)])
    places |= {Joint.LEFT_SHOULDER: (0.34, 0.0), Joint.LEFT_ELBOW: tuple(elbow)}
    places |= {Joint.LEFT_WRIST: tuple(wrist), Joint.LEFT_INDEX: tuple(index)}
    for joint, (x, y) in places.items():
        points[joint] = x, y, 0, 1
        if joint is not Joint.NOSE:
            points[joint + 1] = -x, y, 0, 1
    points[:, :2] *= 200
    return points
