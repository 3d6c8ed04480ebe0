"""How far off a gesture may be made and still be that gesture, for each template by itself.

On one side stands how a person varies: the takes of one gesture among themselves, and each take at
other paces and with the tremble of a camera. On the other side stands what it is not: other gestures,
its own mirror image, and what people do all day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.gesture import Gesture, Joint, Take
from omnisight_desktop.perception.gesture.describe import RATE_HZ, described, padded
from omnisight_desktop.perception.gesture.everyday import everyday
from omnisight_desktop.perception.gesture.features import Features, resampled
from omnisight_desktop.perception.gesture.warp import Sheet, Warp

_SEED = 20260103
_PACES = ((0.7, 0.01), (1.4, 0.02))  # how quick, and how much it trembles, of the trunk
_COARSE_HZ = 12.0
_VARIES = 2.0  # who makes it at another pace on another day is this much farther off
_SPREAD = 1.8  # and this much farther than the takes are from each other
_NEAREST, _FARTHEST = 0.05, 0.5
#: Of the way to the nearest thing that it is not. Of two gestures that are known the nearer one is
#: taken; nobody stands up for everyday life.
_KNOWN, _MIRROR, _EVERYDAY = 1.0, 0.7, 0.6
_LOGIT_REACH = float(np.log(0.7 / 0.3))  # at the edge of its reach, seven in ten are meant
_LOGIT_STRANGE = float(np.log(0.1 / 0.9))  # and of what it is not, one in ten
_STEEPEST, _FLATTEST = 8.0, 2.0

Shares = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """For each template: how far off it may be, and how quickly confidence falls with that."""

    off: Shares
    steepness: Shares

    def confidence(self, off: Shares) -> Shares:
        """The probability that it was meant, from how far off it is; at the edge it is 0.7."""
        beyond = np.log(np.maximum(off, 1e-6) / self.off)
        exponent = np.clip(self.steepness * beyond - _LOGIT_REACH, -50, 50)
        return np.asarray(1 / (1 + np.exp(exponent)), np.float32)

    def farthest(self, confidence: float) -> Shares:
        """How far off each may be to be that likely; the other way round."""
        odds = confidence / max(1 - confidence, 1e-9)
        exponent = _LOGIT_REACH - float(np.log(max(odds, 1e-9)))
        return np.asarray(self.off * np.exp(exponent / self.steepness), np.float32)


def reach_of(
    gestures: Sequence[Gesture],
    takes: Sequence[Take],
    of: NDArray[np.intp],
    sheet: Sheet,
    own: Shares,
) -> Reach:
    """The reach of templates: ``takes`` are what they are made of, ``of`` whose they are, and
    ``own`` how much moves in each."""
    rows = [described(take) for take in takes]
    among = np.stack([_found(sheet, part) for part in rows]) / own  # take x template
    varies = np.max([_found_each(sheet, _varied(takes, *how)) for how in _PACES], axis=0) / own
    mirrored = _found_each(sheet, [described(take.mirrored()) for take in takes]) / own
    spread = np.zeros(len(takes))
    # What it is not, each brought as near as it counts.
    strange = _found(sheet, everyday(RATE_HZ)) / own * _EVERYDAY
    for number, label in enumerate(of):
        others = of != label
        if others.any():
            nearest = float(among[others, number].min()) * _KNOWN
            strange[number] = min(strange[number], nearest)
        own_takes = np.flatnonzero(of == label)
        if gestures[int(label)].mirrored:  # a take does not differ from its own mirror image
            own_takes = own_takes[: len(own_takes) // 2]
        if len(own_takes) > 1:
            # How far each of its takes is from the nearest template beside itself.
            spread[number] = float(np.median(_beside_itself(among, own_takes)))
    for number, mirror in enumerate(mirrored):
        # What is the same in a mirror nobody can tell apart: its own takes differ as much.
        if not gestures[int(of[number])].mirrored and mirror > max(2 * _NEAREST, spread[number]):
            strange[number] = min(strange[number], float(mirror) * _MIRROR)
    wished = np.maximum(_VARIES * varies, _SPREAD * spread)
    off = np.clip(np.minimum(wished, strange), _NEAREST, _FARTHEST)
    gap = np.log(np.maximum(strange / off / _MIRROR, 1.05))
    steepness = np.clip((_LOGIT_REACH - _LOGIT_STRANGE) / gap, _FLATTEST, _STEEPEST)
    return Reach(off.astype(np.float32), steepness.astype(np.float32))


def _beside_itself(among: NDArray[np.float32], takes: NDArray[np.intp]) -> NDArray[np.float32]:
    own = among[np.ix_(takes, takes)].copy()
    np.fill_diagonal(own, np.inf)
    return np.asarray(own.min(axis=1), np.float32)


def _varied(takes: Sequence[Take], pace: float, tremble: float) -> list[Features]:
    """Takes at another pace, seen by a camera that trembles."""
    chance = np.random.default_rng(_SEED)
    varied = []
    for take in takes:
        seen = resampled(Take(take.points, take.times_s / pace), _COARSE_HZ)
        points = seen.points.copy()
        size = tremble * _trunk(points)
        points[..., :2] += chance.normal(0, size, points[..., :2].shape).astype(np.float32)
        varied.append(described(Take(points, seen.times_s)))
    return varied


def _found_each(sheet: Sheet, streams: Sequence[Features]) -> NDArray[np.float32]:
    """How well each template is found somewhere in a stream of its own."""
    still = [padded(rows) for rows in streams]
    longest = max(len(rows) for rows in still)
    # A shorter one stays where it ended: that makes no template fit better than before.
    even = np.stack([np.pad(r, ((0, longest - len(r)), (0, 0)), mode="edge") for r in still])
    return _found(sheet, even.transpose(1, 0, 2))


def _found(sheet: Sheet, rows: Features) -> NDArray[np.float32]:
    """How well each template is found somewhere in some rows, or in its own of them."""
    warp = Warp(sheet)
    least = np.full(len(sheet.lengths), np.inf, np.float32)
    for row in rows:
        np.minimum(least, warp.step(row).costs, out=least)
    return least


def _trunk(points: NDArray[np.float32]) -> float:
    shoulders = points[:, [Joint.LEFT_SHOULDER, Joint.RIGHT_SHOULDER], :2].mean(axis=1)
    hips = points[:, [Joint.LEFT_HIP, Joint.RIGHT_HIP], :2].mean(axis=1)
    return float(np.median(np.linalg.norm(shoulders - hips, axis=1)))
