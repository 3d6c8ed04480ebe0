"""Draws boxes, names and the time into a picture, straight into its planes of brightness and colour."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import UTC, datetime

import cv2
import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.clock import LocalZone
from omnisight_desktop.pipeline.film.order import Marks
from omnisight_desktop.pipeline.film.trail import Box, Trail
from omnisight_desktop.pipeline.film.veil import Planes, even, parts

_BLACK, _WHITE, _COLOURLESS = 16, 235, 128
#: Colours that are told apart by nearly everybody, as red, green and blue.
_HUES = (
    (0, 158, 115),
    (213, 94, 0),
    (86, 180, 233),
    (240, 228, 66),
    (204, 121, 167),
    (0, 114, 178),
)
_FONT = "uni"  # it has the letters of nearly all scripts
_LETTERS = 36  # as many lines of text as a picture is high
_LEAST_PX = 12
_HELD = 256  # labels that are kept ready
_PAD = 4


@dataclass(frozen=True, slots=True, eq=False)
class _Label:
    """A line of text, ready to be put into a picture."""

    letters: NDArray[np.uint8]  # how much of a letter covers each pixel

    @property
    def size(self) -> tuple[int, int]:
        return self.letters.shape[1], self.letters.shape[0]


class Painter:
    """Draws into pictures of one size."""

    def __init__(self, marks: Marks, width: int, height: int) -> None:
        self._marks = marks
        self._width, self._height = width, height
        self._line = max(2, height // 270 * 2)
        self._letters_px = max(_LEAST_PX, height // _LETTERS)
        self._font = cv2.FontFace(_FONT)
        self._labels: OrderedDict[str, _Label] = OrderedDict()
        self._zone = LocalZone()
        self._colours = [_yuv(hue) for hue in _HUES]

    def draw(self, planes: Planes, seen: list[tuple[Trail, Box]], at_s: float) -> None:
        """What is to be seen of a moment."""
        if self._marks.boxes:
            for trail, box in seen:
                self._frame(planes, box, self._colours[trail.hue % len(self._colours)])
        if self._marks.names:
            for trail, box in seen:
                self._name(planes, trail, box)
        if self._marks.time:
            self._time(planes, datetime.fromtimestamp(at_s, UTC))

    def card(self, planes: Planes, since: datetime, until: datetime) -> None:
        """Turn the last picture into one that tells of a pause."""
        planes[: self._height] = planes[: self._height] // 4 + _BLACK
        planes[self._height :] = planes[self._height :] // 4 + _COLOURLESS * 3 // 4
        first, last = since.astimezone(self._zone), until.astimezone(self._zone)
        label = self._label(f"{first:%Y-%m-%d %H:%M:%S}  ...  {last:%Y-%m-%d %H:%M:%S}")
        left, top = (self._width - label.size[0]) // 2, (self._height - label.size[1]) // 2
        self._put(planes, label, (left, top), (_BLACK, _COLOURLESS, _COLOURLESS))

    def _frame(self, planes: Planes, box: Box, colour: tuple[int, int, int]) -> None:
        x1, y1, x2, y2 = even(box, self._width, self._height)
        line = self._line
        for area in (
            (x1, y1, x2, min(y1 + line, y2)),
            (x1, max(y2 - line, y1), x2, y2),
            (x1, y1, min(x1 + line, x2), y2),
            (max(x2 - line, x1), y1, x2, y2),
        ):
            for part, value in zip(parts(planes, area), colour, strict=True):
                part[...] = value

    def _name(self, planes: Planes, trail: Trail, box: Box) -> None:
        if not trail.name:
            return
        x1, y1, _, _ = even(box, self._width, self._height)
        label = self._label(trail.name)
        top = y1 - label.size[1] if y1 >= label.size[1] else y1
        _, blue, red = self._colours[trail.hue % len(self._colours)]
        self._put(planes, label, (x1, top), (60, blue, red))

    def _time(self, planes: Planes, moment: datetime) -> None:
        here = moment.astimezone(self._zone)
        zone = f"{here:%z}"
        told = f"{here:%Y-%m-%d %H:%M:%S}.{here.microsecond // 100_000} {zone[:3]}:{zone[3:5]}"
        label = self._label(f"{self._marks.place}  {told}".strip())
        at = self._letters_px // 2, self._height - label.size[1] - self._letters_px // 2
        self._put(planes, label, at, (_BLACK, _COLOURLESS, _COLOURLESS))

    def _put(
        self, planes: Planes, label: _Label, at: tuple[int, int], plate: tuple[int, int, int]
    ) -> None:
        width, height = label.size
        left = max(0, min(at[0], self._width - width)) & ~1
        top = max(0, min(at[1], self._height - height)) & ~1
        area = left, top, min(left + width, self._width), min(top + height, self._height)
        light, blue, red = parts(planes, area)
        cover = label.letters[: light.shape[0], : light.shape[1]].astype(np.uint16)
        light[...] = plate[0] + (cover * (_WHITE - plate[0]) // 255)
        blue[...], red[...] = plate[1], plate[2]

    def _label(self, text: str) -> _Label:
        known = self._labels.pop(text, None) or self._made(text)
        self._labels[text] = known
        if len(self._labels) > _HELD:
            self._labels.popitem(last=False)
        return known

    def _made(self, text: str) -> _Label:
        px = self._letters_px
        room = (max(2, len(text)) * px * 2, px * 2)
        x, y, width, height = cv2.getTextSize(room, text, (0, px), self._font, px, 400)
        size = (max(2, x + width + 2 * _PAD) + 1) & ~1, (px + px // 2 + 1) & ~1
        letters = np.zeros((size[1], size[0]), np.uint8)
        cv2.putText(letters, text, (_PAD, px), (255,), self._font, px, 400)
        return _Label(letters)


def _yuv(rgb: tuple[int, int, int]) -> tuple[int, int, int]:
    pixel = np.full((2, 2, 3), rgb, np.uint8)
    planes = np.asarray(cv2.cvtColor(pixel, cv2.COLOR_RGB2YUV_I420), np.uint8).ravel()
    return int(planes[0]), int(planes[4]), int(planes[5])
