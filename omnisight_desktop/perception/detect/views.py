"""Which parts of a picture a network is shown, and at which size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import cv2
import numpy as np

from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.geometry import Boxes, clip

_GREY = 114
_AIR = 0.25  # around what moved, so that nobody is cut
_TALL_PX = 56.0  # on the canvas: what is as tall is found nine times in ten
_STEPS = (1.0, 1.5, 2.0, 3.0, 4.0)  # times the network's own side; each size is compiled once

Size: TypeAlias = tuple[int, int]
Corners: TypeAlias = tuple[float, float, float, float]


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
    def area(self) -> int:
        """How much of the picture it shows."""
        return (self.right - self.left) * (self.bottom - self.top)

    @property
    def pixels(self) -> int:
        """How much the network is shown, which is what a look costs."""
        return self.size[0] * self.size[1]

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
    regions: Boxes,
    width: int,
    height: int,
    wholes: tuple[Size, ...],
    crop: Size | None,
    smallest_px: float | None = None,
) -> list[View]:
    """The views for these regions: crops where they show as much for less, else all of it.

    ``wholes`` are the canvases for the whole picture, the quickest first, and ``crop`` the one for a part
    of it; the smallest thing decides how large the whole has to be shown.
    """
    needed = min(1.0, _TALL_PX / max(1.0, smallest_px)) if smallest_px is not None else 0.0
    all_of_it = [View(0, 0, width, height, size) for size in wholes]
    everything = next((view for view in all_of_it if view.scale >= needed), all_of_it[-1])
    if crop is None:
        return [everything]
    air = (regions[:, 2:] - regions[:, :2]) * np.float32(_AIR)
    airy = clip(np.concatenate([regions[:, :2] - air, regions[:, 2:] + air], axis=1), width, height)
    crops = [_crop((x1, y1, x2, y2), width, height, crop) for x1, y1, x2, y2 in airy.tolist()]
    crops = _joined(crops, width, height, crop)
    sharp = all(view.scale >= everything.scale for view in crops)
    if not sharp or sum(view.pixels for view in crops) >= everything.pixels:
        return [everything]
    return crops


def whole_sizes(width: int, height: int, side: int, detail: float) -> tuple[Size, ...]:
    """The canvases for a whole picture up to so many times the network's side, never enlarged."""
    usual = whole_size(width, height, side)
    steps = [step for step in _STEPS[1:] if step <= detail and side * step <= max(width, height)]
    return (usual, *(whole_size(width, height, round(side * step)) for step in steps))


def whole_size(width: int, height: int, side: int) -> Size:
    """The canvas for a whole picture: as wide as the network's side, no higher than needed."""
    if width >= height:
        return side, min(side, _up(side * height / width))
    return min(side, _up(side * width / height)), side


def _up(length: float) -> int:
    return int(np.ceil(length / 32 - 1e-6)) * 32


def _crop(corners: Corners, width: int, height: int, size: Size) -> View:
    """A view of the canvas's shape around a box: never enlarged, and within the picture."""
    x1, y1, x2, y2 = corners
    factor = max(1.0, (x2 - x1) / size[0], (y2 - y1) / size[1])
    w, h = min(width, round(size[0] * factor)), min(height, round(size[1] * factor))
    left = round(min(max((x1 + x2 - w) / 2, 0), width - w))
    top = round(min(max((y1 + y2 - h) / 2, 0), height - h))
    return View(left, top, left + w, top + h, size)


def _joined(views: list[View], width: int, height: int, size: Size) -> list[View]:
    """Views that show much the same, made one."""
    todo, done = list(views), list[View]()
    while todo:
        view = todo.pop()
        for other in done:
            corners = (
                min(view.left, other.left),
                min(view.top, other.top),
                max(view.right, other.right),
                max(view.bottom, other.bottom),
            )
            one = _crop(corners, width, height, size)
            if one.area <= view.area + other.area:
                done.remove(other)
                todo.append(one)
                break
        else:
            done.append(view)
    return done
