"""The peer's way of looking, written anew from its public description: motion on a small grey
picture, square regions around what moves and who is followed, a light tracker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.geometry import EMPTY_BOXES, Boxes, coverage, iou

SIDE = 320  # of a region, and of what the network is shown
_HIGH = 100
_THRESHOLD, _CONTOUR, _LIGHTNING = 30, 10, 0.8
_LEARNING, _SETTLING = 0.01, 0.2
_AIR = 1.2
_VISIBLE = 0.05  # of a square that is enlarged, each box in it makes up so much
_STATIONARY, _AGAIN = 50, 50  # looks until it is, and until it is looked at again
_GONE = 25  # looks without a sighting
_AT_LEAST = 0.2  # overlap of a box with where it was

_Floats: TypeAlias = NDArray[np.float32]


class Motion:
    """Where a grey picture of a hundred rows differs from its running mean."""

    def __init__(self, width: int, height: int) -> None:
        self._size = round(width * _HIGH / height), _HIGH
        self._scale = height / _HIGH
        self._mean: _Floats | None = None
        self._settled = 0

    def boxes(self, luma: Image) -> Boxes:
        """Boxes in the picture's pixels."""
        small = cv2.resize(luma, self._size, interpolation=cv2.INTER_NEAREST)
        small = cv2.GaussianBlur(small, (3, 3), 0)
        if self._mean is None:
            self._mean = small.astype(np.float32)
            return EMPTY_BOXES
        difference = cv2.absdiff(small, cv2.convertScaleAbs(self._mean))
        moved = cv2.threshold(difference, _THRESHOLD, 255, cv2.THRESH_BINARY)[1]
        moved = cv2.dilate(moved, np.ones((3, 3), np.uint8))
        contours, _ = cv2.findContours(moved, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        found = [cv2.boundingRect(c) for c in contours if cv2.contourArea(c) > _CONTOUR]
        self._settled += 1
        cv2.accumulateWeighted(small, self._mean, _SETTLING if self._settled < 10 else _LEARNING)
        if not found or np.count_nonzero(moved) > _LIGHTNING * moved.size:
            return EMPTY_BOXES
        x, y, w, h = np.asarray(found, np.float32).T
        return np.asarray(np.stack([x, y, x + w, y + h], axis=1) * self._scale, np.float32)


def regions(boxes: Boxes, width: int, height: int) -> list[tuple[int, int, int]]:
    """Squares (left, top, side) that hold these boxes, neighbours in one as long as none is lost in it.

    The original shows a box again that lies in another one's square by chance; here that is saved.
    """
    waiting, made = list(boxes), list[tuple[int, int, int]]()
    while waiting:
        seed = waiting.pop(0)
        if any(_holds(square, seed) for square in made):
            continue
        together, least = seed, float(_area(seed))
        for index in range(len(waiting) - 1, -1, -1):
            other = waiting[index]
            both = np.concatenate(
                [np.minimum(together[:2], other[:2]), np.maximum(together[2:], other[2:])]
            )
            side = _AIR * float((both[2:] - both[:2]).max())
            smallest = min(least, float(_area(other)))
            if side <= SIDE or smallest >= _VISIBLE * side * side:
                together, least = both, smallest
                del waiting[index]
        made.append(_square(together, width, height))
    return made


def _area(box: _Floats) -> float:
    return float((box[2] - box[0]) * (box[3] - box[1]))


def _holds(square: tuple[int, int, int], box: _Floats) -> bool:
    left, top, side = square
    return bool(left <= box[0] and top <= box[1] and box[2] <= left + side and box[3] <= top + side)


def _square(box: _Floats, width: int, height: int) -> tuple[int, int, int]:
    side = round(min(max(SIDE, _AIR * float((box[2:] - box[:2]).max())), width, height)) & ~1
    x, y = (float(v) for v in (box[:2] + box[2:]) / 2)
    left, top = max(0, round(x - side / 2)), max(0, round(y - side / 2))
    return min(left, width - side) & ~1, min(top, height - side) & ~1, side


@dataclass(slots=True, eq=False)
class _Object:
    box: _Floats
    place: _Floats
    stood: int = 0
    unseen: int = 0


class Objects:
    """Who is followed: each box goes to the object that it overlaps most."""

    def __init__(self) -> None:
        self._all: list[_Object] = []
        self.made = 0

    def to_look_at(self) -> Boxes:
        """Boxes of those that move, and now and then of those that do not."""
        awake = [o.box for o in self._all if o.stood < _STATIONARY or o.stood % _AGAIN == 0]
        return np.stack(awake) if awake else EMPTY_BOXES

    def standing(self) -> Boxes:
        """Boxes of those that are not looked at."""
        asleep = [o.box for o in self._all if o.stood >= _STATIONARY and o.stood % _AGAIN]
        return np.stack(asleep) if asleep else EMPTY_BOXES

    def update(self, boxes: Boxes, looked_at: Boxes) -> None:
        """One more look; who stands in a place that was not looked at is still there."""
        free = list(range(len(boxes)))
        known = np.stack([o.box for o in self._all]) if self._all else EMPTY_BOXES
        overlaps = iou(known, boxes)
        inside = coverage(known, looked_at).max(axis=1, initial=0.0) > 0.5
        for row in np.argsort(-overlaps.max(axis=1, initial=0.0)):
            followed = self._all[row]
            best = max(free, key=lambda column, row=row: overlaps[row, column], default=None)  # type: ignore[misc]
            if best is not None and overlaps[row, best] > _AT_LEAST:
                free.remove(best)
                self._see(followed, boxes[best])
            elif inside[row]:
                followed.unseen += 1
            else:
                followed.stood += 1
        for column in free:
            self._all.append(_Object(boxes[column], boxes[column]))
            self.made += 1
        self._all = [o for o in self._all if o.unseen < _GONE]

    @staticmethod
    def _see(followed: _Object, box: _Floats) -> None:
        followed.box, followed.unseen = box, 0
        stays = float(iou(box[None], followed.place[None])[0, 0]) > 0.6
        followed.stood = followed.stood + 1 if stays else 0
        if not stays:
            followed.place = box
