"""Photographs that people hand in, of whatever size and state.

How large a picture is stands at its beginning. It is read before anything is unpacked, for a file of
some kilobytes can hold a picture of some gigabytes.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.core.frame import Image

_LARGEST_BYTES = 64 * 1024 * 1024
_LARGEST_PX = 40_000_000  # that are unpacked at once: 120 MB
_LARGEST_JPEG_PX = 250_000_000  # one is unpacked at a fraction of its size
_LARGE_PX = 4000  # a longer side than that only costs time: faces are looked for in far less
_FIX = "Save it again as a JPEG or PNG."

_PNG, _PNG_END = b"\x89PNG\r\n\x1a\n", b"IEND"
_JPEG, _JPEG_END = b"\xff\xd8", b"\xff\xd9"
_TAIL_BYTES = 64 * 1024  # cameras put what they like behind the end of a picture
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_AT_ONCE = frozenset(
    {0xC0, 0xC1}
)  # others have to be held as a whole, however small they are shown
_BARE = frozenset({0x01, *range(0xD0, 0xD8)})
_FRACTIONS = (
    (1, cv2.IMREAD_COLOR),
    (2, cv2.IMREAD_REDUCED_COLOR_2),
    (4, cv2.IMREAD_REDUCED_COLOR_4),
    (8, cv2.IMREAD_REDUCED_COLOR_8),
)


@dataclass(frozen=True, slots=True)
class Outline:
    """What the beginning and the end of a file tell of the picture in it."""

    wide: int
    high: int
    whole: bool  # it has its end
    shrinks: bool = False  # it can be unpacked at a fraction of its size

    @property
    def pixels(self) -> int:
        """How many there are."""
        return self.wide * self.high


def read_photo(path: Path) -> Image:
    """The picture in a file, upright; raises in words what is wrong with it."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if 0 < size <= _LARGEST_BYTES and path.is_file() else b""
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}.") from error
    if not data:
        words = (
            "is empty, or no file" if size <= _LARGEST_BYTES else "is too large for a photograph"
        )
        raise UsageError(f"{path} {words}.", fix="Hand in a JPEG or PNG.")
    wrong = _wrong(outline(data))
    image = None if wrong else decode_photo(data)
    if image is None:
        raise UsageError(f"{path} {wrong or 'is no picture that can be read'}.", fix=_FIX)
    return image


def decode_photo(data: bytes) -> Image | None:
    """The picture in these bytes; None where there is none that can be unpacked."""
    told = outline(data)
    if told is None or _wrong(told):
        return None
    flag = cv2.IMREAD_COLOR
    if told.shrinks:
        part = max(told.wide, told.high) / _LARGE_PX
        flag = next(f for n, f in reversed(_FRACTIONS) if n <= max(1.0, part))
    try:
        image = cv2.imdecode(np.frombuffer(data, np.uint8), flag)
    except (cv2.error, MemoryError):
        return None
    if image is None or not image.size:
        return None
    scale = _LARGE_PX / max(image.shape[:2])
    if scale < 1:
        high, wide = (max(1, round(side * scale)) for side in image.shape[:2])
        image = cv2.resize(image, (wide, high), interpolation=cv2.INTER_AREA)
    return np.asarray(image, np.uint8)


def outline(data: bytes) -> Outline | None:
    """How large the picture in these bytes is, without unpacking it; None where that is not told."""
    try:
        if data.startswith(_PNG) and data[12:16] == b"IHDR":
            wide, high = struct.unpack(">II", data[16:24])
            return Outline(wide, high, _PNG_END in data[-_TAIL_BYTES:])
        if data.startswith(_JPEG):
            return _of_jpeg(data)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _of_webp(data)
        if data.startswith(b"BM"):
            wide, high = struct.unpack("<ii", data[18:26])
            size = int.from_bytes(data[2:6], "little")
            return Outline(abs(wide), abs(high), len(data) >= size)
    except (struct.error, IndexError):
        return None
    return None


def _wrong(told: Outline | None) -> str:
    """Why a picture is not unpacked, in words; empty where it can be."""
    if told is None or not told.pixels:
        return "is no picture that can be read"
    if told.pixels > (_LARGEST_JPEG_PX if told.shrinks else _LARGEST_PX):
        most = (_LARGEST_JPEG_PX if told.shrinks else _LARGEST_PX) // 1_000_000
        size = f"{told.wide} x {told.high} pixels"
        return f"is a picture of {size}, and more than {most} million are not unpacked"
    return "" if told.whole else "is cut off: its end is missing"


def _of_jpeg(data: bytes) -> Outline | None:
    place = 2
    while place + 9 <= len(data):
        if data[place] != 0xFF:
            return None
        marker = data[place + 1]
        if marker == 0xFF or marker in _BARE:
            place += 1 if marker == 0xFF else 2
            continue
        if marker in _FRAMES:
            high, wide = struct.unpack(">HH", data[place + 5 : place + 9])
            return Outline(wide, high, _JPEG_END in data[-_TAIL_BYTES:], marker in _AT_ONCE)
        place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    return None


def _of_webp(data: bytes) -> Outline | None:
    whole = len(data) >= int.from_bytes(data[4:8], "little") + 8
    kind, body = data[12:16], data[20:]
    if kind == b"VP8X":
        wide, high = (int.from_bytes(body[at : at + 3], "little") + 1 for at in (4, 7))
        return Outline(wide, high, whole)
    if kind == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        return Outline((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, whole)
    if kind == b"VP8 ":
        wide, high = struct.unpack("<HH", body[6:10])
        return Outline(wide & 0x3FFF, high & 0x3FFF, whole)
    return None
