"""The demo camera: real people, cut out of photographs, walk through a plain yard.

It needs no camera, no download and no weights. Whatever finds the people in it really finds them:
the picture carries no hint of where they are.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.capture.encode import PacketEncoder
from omnisight_desktop.capture.picture import PlainPicture
from omnisight_desktop.core.errors import SourceUnreachable
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.geometry import Boxes, clip
from omnisight_desktop.core.ports.capture import Shot, StreamInfo, WholePictures

WIDTH, HEIGHT, FPS = 768, 432, 15.0
_HORIZON, _FLOOR = 236, 412  # where the wall meets the ground, and where people's feet are
_LAP_S = 30.0  # everything repeats after so many seconds

# Outlines of two passers-by in the photograph `bus.jpg` that comes with ultralytics, drawn by hand.
_OUTLINES = {
    "coat": (
        "118,403 130,400 145,402 157,410 158,425 157,440 153,455 150,465 160,470 172,480 175,495 "
        "180,510 185,525 192,540 200,555 201,570 195,582 183,592 178,600 186,610 190,640 192,690 "
        "185,692 178,690 178,700 180,720 186,740 190,770 194,800 200,845 203,858 215,868 235,876 "
        "243,882 235,890 210,896 190,898 178,897 176,885 178,870 178,858 174,850 170,830 166,810 "
        "158,790 150,770 144,745 140,720 132,702 120,705 118,730 112,760 105,780 98,800 93,825 "
        "88,845 92,862 100,880 106,893 102,898 88,896 65,892 53,885 54,870 58,862 60,850 62,830 "
        "66,800 72,770 75,740 74,700 60,698 60,650 63,600 62,560 60,530 65,505 75,485 88,475 "
        "98,465 100,450 110,445 104,435 103,425 107,412"
    ),
    "jacket": (
        "280,407 268,414 263,422 266,445 272,470 260,485 245,497 237,512 237,527 242,540 240,555 "
        "237,582 232,615 227,650 225,690 228,701 243,704 242,735 247,760 252,790 257,817 258,840 "
        "259,853 275,857 292,856 294,852 285,837 281,822 280,807 287,815 297,819 295,805 287,790 "
        "286,780 300,762 320,740 335,727 339,710 335,695 332,690 330,640 325,600 322,570 335,567 "
        "341,555 342,535 337,515 332,497 325,487 312,482 305,475 302,465 307,452 308,435 306,425 "
        "304,412 292,407"
    ),
}


@dataclass(frozen=True, slots=True)
class _Walk:
    """One crossing of the yard: who, when in the lap, from where to where, and how tall."""

    who: str
    start_s: float
    end_s: float
    from_x: float
    to_x: float
    height_px: int
    pause_s: float = 0.0  # stands still half-way for so long

    def x_at(self, lap_s: float) -> float | None:
        """Where their middle is, or None when they are not in the yard."""
        if not self.start_s <= lap_s <= self.end_s:
            return None
        walking_s = self.end_s - self.start_s - self.pause_s
        gone_s = lap_s - self.start_s
        half = walking_s / 2
        moved_s = min(gone_s, half) + max(0.0, gone_s - half - self.pause_s)
        return self.from_x + (self.to_x - self.from_x) * moved_s / walking_s


_WALKS = (
    _Walk("coat", 1.0, 13.0, -60, WIDTH + 60, 236, pause_s=3.0),
    _Walk("jacket", 9.0, 20.0, WIDTH + 50, -50, 212),
    _Walk("coat", 19.0, 28.0, WIDTH + 60, -60, 224),
)


class DemoSource(WholePictures):
    """A camera that repeats half a minute of people walking by."""

    def __init__(self, *, noise: float = 1.5, encode: bool = True) -> None:
        self.info = StreamInfo(WIDTH, HEIGHT, FPS, "h264", live=False)
        self._noise = _grain(noise)
        self._encoder = PacketEncoder(WIDTH, HEIGHT, FPS) if encode else None
        self._closed = False

    @property
    def template(self) -> Any:
        return self._encoder.template if self._encoder else None

    @property
    def sound_template(self) -> Any:
        return None

    def shots(self) -> Iterator[Shot]:
        index = 0
        while not self._closed:
            at_s = index / FPS
            image = self._paint(index)
            packets = self._encoder.encode(image, at_s) if self._encoder else ()
            yield Shot(at_s, PlainPicture(image), packets)
            index += 1

    def close(self) -> None:
        self._closed = True

    def _paint(self, index: int) -> Image:
        image = scene_at(index / FPS)
        grain = self._noise[index % len(self._noise)]
        return np.asarray(cv2.add(image, grain, dtype=cv2.CV_8U), np.uint8)


def scene_at(at_s: float) -> Image:
    """The yard at a moment, without the grain of a sensor."""
    image = _yard().copy()
    for walk, x in _walkers(at_s):
        sway = 3 * abs(math.sin(at_s * 4)) if walk.pause_s == 0 else 0
        _paste(image, *_cutout(walk.who, walk.height_px, walk.to_x < walk.from_x), x, sway)
    return image


def truth_at(at_s: float, *, partly: bool = False) -> Boxes:
    """Where people stand at a moment, wholly inside the picture or partly, too; for tests and
    benchmarks only."""
    boxes = []
    for walk, x in _walkers(at_s):
        colour, _ = _cutout(walk.who, walk.height_px, walk.to_x < walk.from_x)
        width = colour.shape[1]
        left = x - width / 2
        whole = left >= 0 and left + width <= WIDTH
        if whole or (partly and left < WIDTH and left + width > 0):
            boxes.append((left, _FLOOR - walk.height_px, left + width, _FLOOR))
    return clip(np.asarray(boxes, np.float32).reshape(-1, 4), WIDTH, HEIGHT)


def _walkers(at_s: float) -> list[tuple[_Walk, float]]:
    lap_s = at_s % _LAP_S
    places = [(walk, walk.x_at(lap_s)) for walk in _WALKS]
    return [(walk, x) for walk, x in places if x is not None]


@lru_cache(maxsize=1)
def _yard() -> Image:
    rows = np.arange(HEIGHT, dtype=np.float32)[:, None]
    wall = np.asarray([198, 193, 186]) - rows / HEIGHT * np.asarray([26, 22, 16])
    ground = np.asarray([142, 150, 154]) + (rows - _HORIZON) / HEIGHT * np.asarray([30, 30, 30])
    column = np.where(rows < _HORIZON, wall, ground).astype(np.uint8)
    yard: Image = np.repeat(column[:, None, :], WIDTH, axis=1)
    return yard


@lru_cache(maxsize=16)
def _cutout(who: str, height_px: int, mirrored: bool) -> tuple[Image, NDArray[np.float32]]:
    """A person's pixels at a size, and how opaque each is."""
    photograph = _photograph()
    outline = np.asarray(
        [[int(v) for v in point.split(",")] for point in _OUTLINES[who].split()], np.int32
    )
    mask = np.zeros(photograph.shape[:2], np.uint8)
    cv2.fillPoly(mask, [outline], 255)
    soft = cv2.GaussianBlur(mask, (0, 0), 2)
    (left, top), (right, bottom) = outline.min(0) - 4, outline.max(0) + 4
    scale = height_px / (bottom - top)
    size = (round((right - left) * scale), height_px)
    colour = cv2.resize(photograph[top:bottom, left:right], size, interpolation=cv2.INTER_AREA)
    alpha = cv2.resize(soft[top:bottom, left:right], size, interpolation=cv2.INTER_AREA)
    if mirrored:
        colour, alpha = colour[:, ::-1], alpha[:, ::-1]
    opacity = np.asarray(alpha / 255.0, np.float32)[..., None]
    return np.asarray(colour, np.uint8), opacity


@lru_cache(maxsize=1)
def _photograph() -> Image:
    # Looked up, not imported: importing ultralytics would bring torch into this process.
    package = find_spec("ultralytics")
    places = package.submodule_search_locations if package else None
    path = Path(places[0]) / "assets" / "bus.jpg" if places else None
    image = cv2.imread(str(path)) if path and path.is_file() else None
    if image is None:
        raise SourceUnreachable(
            "The demo camera has no pictures: the photographs of the package ultralytics are missing.",
            fix="Reinstall it with 'pip install --force-reinstall --no-deps ultralytics'.",
        )
    return np.asarray(image, np.uint8)


def _grain(strength: float) -> list[NDArray[np.int16]]:
    chance = np.random.default_rng(7)
    size = (HEIGHT, WIDTH, 1)
    return [
        np.repeat(chance.normal(0, strength, size).round().astype(np.int16), 3, axis=2)
        for _ in range(4)
    ]


def _paste(
    image: Image, colour: Image, alpha: NDArray[np.float32], middle_x: float, lift_px: float
) -> None:
    height, width = colour.shape[:2]
    left, top = round(middle_x - width / 2), round(_FLOOR - height - lift_px)
    first, last = max(0, left), min(image.shape[1], left + width)
    if first >= last:
        return
    piece = slice(first - left, last - left)
    place = image[top : top + height, first:last]
    place[:] = place * (1 - alpha[:, piece]) + colour[:, piece] * alpha[:, piece]
