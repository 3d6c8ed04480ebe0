"""Did the camera move, or the people? What all boxes do at once was the camera."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.frame import Picture
from omnisight_desktop.perception.track.kalman import Floats
from omnisight_desktop.perception.track.tuning import Tuning

_ENOUGH = 3  # boxes; what fewer do together may be chance
_TYPICAL_S = 1 / 30
_WIDTH, _HEIGHT = 160, 90
_LEAST = 0.3  # cells of the small picture; a shift below it is noise
_FARTHEST = 0.4  # of the picture: beyond it nothing is where it was, whatever is found
_CLEAR = 0.15  # how pronounced the best shift has to be
_TILES = (8, 5)  # across and down: a camera moves all of the picture, a lorry only a part
_TEXTURE = 4.0  # grey levels; a tile with less would look the same wherever it were
_ENOUGH_TILES = 5
_MOST = 0.6  # of the tiles that can tell
_BETTER = 0.7  # with the shift, a tile differs by no more than this share of before
_BURST = 30.0  # one jerk is not evidence for ever

_WINDOW = cv2.createHanningWindow((_WIDTH, _HEIGHT), cv2.CV_32F)
_STILL: Floats = np.zeros(2)


class BoxSway:
    """Tells the camera's movement from where boxes turn up, against where they were expected.

    It expects a camera that stands still; the more often all boxes are off by the same, the readier
    it is to believe that it moves.
    """

    def __init__(self, tuning: Tuning) -> None:
        self._tuning = tuning
        self.evidence = 0.0

    def shift(self, surprises: Floats, variances: Floats, step_s: float) -> Floats:
        """By how many pixels the picture moved, from the surprises (N, 2) about middles of boxes."""
        if len(surprises) < _ENOUGH:
            return _STILL
        weights, steadiness = 1 / variances, 1 / np.sqrt(variances)
        ordered = np.sort(
            surprises, axis=0
        )  # a median by hand: numpy's own costs five times as much
        common = (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
        for _ in range(2):  # who goes their own way counts less
            gentle = weights / np.maximum(np.abs(surprises - common) * steadiness, 1)
            common = (gentle * surprises).sum(axis=0) / gentle.sum(axis=0)
        # One, on average, where it is but chance.
        significance = float((common**2 * weights.sum(axis=0)).mean())
        rate = 1 - (1 - self._tuning.sway_learning) ** max(step_s / _TYPICAL_S, 1e-3)
        new = min(significance - 1, _BURST)
        self.evidence = max(0.0, self.evidence + rate * (new - self.evidence))
        belief = self._tuning.sway_trust * self.evidence
        return np.asarray(common * (belief / (belief + 1)))


class PictureSway:
    """Tells the camera's movement from two small grey pictures."""

    def __init__(self) -> None:
        self._before: NDArray[np.float32] | None = None

    def forget(self) -> None:
        """Nothing is followed; the next picture is the first again."""
        self._before = None

    def shift(self, picture: Picture) -> Floats:
        """By how many pixels everything moved since the picture before."""
        now = picture.luma(_WIDTH, _HEIGHT).astype(np.float32)
        before, self._before = self._before, now
        if before is None or before.shape != now.shape:
            return _STILL
        (dx, dy), response = cv2.phaseCorrelate(before, now, _WINDOW)
        if response < _CLEAR or max(abs(dx), abs(dy)) < _LEAST:
            return _STILL
        if abs(dx) > _FARTHEST * _WIDTH or abs(dy) > _FARTHEST * _HEIGHT:
            return _STILL
        if not _all_of_it_moved(before, now, dx, dy):
            return _STILL
        return np.asarray([dx * picture.width / _WIDTH, dy * picture.height / _HEIGHT])


def _all_of_it_moved(
    before: NDArray[np.float32], now: NDArray[np.float32], dx: float, dy: float
) -> bool:
    """Whether the parts of the picture that can tell agree; light that changes moves nothing."""
    by = np.asarray([[1, 0, dx], [0, 1, dy]], np.float32)
    moved = cv2.warpAffine(before, by, (_WIDTH, _HEIGHT), borderMode=cv2.BORDER_REPLICATE)
    mean, squares = _tiles(now), _tiles(now * now)
    telling = squares - mean * mean > _TEXTURE**2
    if telling.sum() < _ENOUGH_TILES:
        return False
    better = _tiles(np.abs(now - moved)) <= _BETTER * _tiles(np.abs(now - before))
    return bool(better[telling].mean() >= _MOST)


def _tiles(picture: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(cv2.resize(picture, _TILES, interpolation=cv2.INTER_AREA), np.float32)
