"""Which parts of a picture a network is shown, and at which size."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.geometry import Boxes, area, clip

_GREY = 114
_AIR = 0.25  # around what moved, so that nobody is cut
_MOST_CROPS = 2  # more of them cost more than the whole picture does
_WHOLE = 0.5  # of the picture: who has to look at so much looks at all of it


@dataclass(frozen=True, slots=True)
class View:
    """A part of the picture, and where it comes to lie on the network's canvas."""

    left: int
    top: int
    right: int
    bottom: int
    size: tuple[int, int]

    @property
    def scale(self) -> float:
        """Pixels of the canvas for one of the picture."""
        width, height = max(1, self.right - self.left), max(1, self.bottom - self.top)
        return min(self.size[0] / width, self.size[1] / height)

    @property
    def covered(self) -> tuple[int, int]:
        """Width and height of what the part covers on the canvas."""
        width, height = self.right - self.left, self.bottom - self.top
        return (
            min(self.size[0], max(1, round(width * self.scale))),
            min(self.size[1], max(1, round(height * self.scale))),
        )

    @property
    def margin(self) -> tuple[int, int]:
        """Where on the canvas the part begins: it lies in the middle, as networks are trained."""
        width, height = self.covered
        return (self.size[0] - width) // 2, (self.size[1] - height) // 2

    def paint(self, image: Image, canvas: Image) -> None:
        """Draw the part onto the canvas; what it does not cover is grey."""
        part = image[self.top : self.bottom, self.left : self.right]
        (width, height), (left, top) = self.covered, self.margin
        canvas[:top], canvas[top + height :] = _GREY, _GREY
        canvas[:, :left], canvas[:, left + width :] = _GREY, _GREY
        cv2.resize(part, (width, height), canvas[top : top + height, left : left + width])

    def to_picture(self, boxes: Boxes) -> Boxes:
        """Boxes on the canvas as boxes in the picture."""
        shift = np.asarray([self.left, self.top] * 2, np.float32)
        margin = np.asarray(self.margin * 2, np.float32)
        return np.asarray((boxes - margin) / np.float32(self.scale) + shift, np.float32)

    def cuts(
        self, boxes: Boxes, width: int, height: int
    ) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Which boxes end where the view does and the picture does not: they show half of something."""
        edges = np.asarray([self.left, self.top, self.right, self.bottom], np.float32)
        inner = np.asarray(
            [self.left > 0, self.top > 0, self.right < width, self.bottom < height], np.bool_
        )
        near = np.abs(boxes - edges) < 4 / self.scale
        return np.asarray((near & inner).any(axis=1), np.bool_)


def plan(
    regions: Boxes, width: int, height: int, whole: tuple[int, int], crop: tuple[int, int] | None
) -> list[View]:
    """The views for these regions: a few crops where that shows more for less, else all of it.

    ``whole`` and ``crop`` are the sizes of the network's canvas for the one and for the other.
    """
    everything = View(0, 0, width, height, whole)
    if crop is None:
        return [everything]
    air = (regions[:, 2:] - regions[:, :2]) * np.float32(_AIR)
    airy = clip(np.concatenate([regions[:, :2] - air, regions[:, 2:] + air], axis=1), width, height)
    crops = [_crop(box, width, height, crop) for box in airy]
    crops = _joined(crops, width, height, crop)
    looked_at = sum((v.right - v.left) * (v.bottom - v.top) for v in crops)
    sharp = all(view.scale >= everything.scale for view in crops)
    if len(crops) > _MOST_CROPS or not sharp or looked_at > _WHOLE * width * height:
        return [everything]
    return crops


def whole_size(width: int, height: int, side: int) -> tuple[int, int]:
    """The canvas for a whole picture: as wide as the network's side, no higher than needed."""
    if width >= height:
        return side, min(side, _up(side * height / width))
    return min(side, _up(side * width / height)), side


def _up(length: float) -> int:
    return int(np.ceil(length / 32 - 1e-6)) * 32


def _crop(
    box: np.ndarray[tuple[int], np.dtype[np.float32]],
    width: int,
    height: int,
    size: tuple[int, int],
) -> View:
    """A view of the canvas's shape around a box: never enlarged, and within the picture."""
    wide = max(float(box[2] - box[0]), float(size[0]))
    high = max(float(box[3] - box[1]), float(size[1]))
    factor = max(wide / size[0], high / size[1])
    w, h = min(width, round(size[0] * factor)), min(height, round(size[1] * factor))
    left = round(float(np.clip((box[0] + box[2]) / 2 - w / 2, 0, width - w)))
    top = round(float(np.clip((box[1] + box[3]) / 2 - h / 2, 0, height - h)))
    return View(left, top, left + w, top + h, size)


def _joined(views: list[View], width: int, height: int, size: tuple[int, int]) -> list[View]:
    """Views that show much the same, made one."""
    todo, done = list(views), list[View]()
    while todo:
        view = todo.pop()
        for other in done:
            both = np.asarray(
                [
                    min(view.left, other.left),
                    min(view.top, other.top),
                    max(view.right, other.right),
                    max(view.bottom, other.bottom),
                ],
                np.float32,
            )
            one = _crop(both, width, height, size)
            pixels = float(
                area(
                    np.asarray(
                        [[v.left, v.top, v.right, v.bottom] for v in (view, other)], np.float32
                    )
                ).sum()
            )
            if (one.right - one.left) * (one.bottom - one.top) <= pixels:
                done.remove(other)
                todo.append(one)
                break
        else:
            done.append(view)
    return done
