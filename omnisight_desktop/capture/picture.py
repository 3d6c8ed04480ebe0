"""Pictures as sources have them: in the decoder's memory, or still compressed."""

from __future__ import annotations

import threading
from dataclasses import dataclass

import av
import cv2
import numpy as np
from av.video.reformatter import Interpolation, VideoReformatter

from omnisight_desktop.core.errors import SourceBroken
from omnisight_desktop.core.frame import ArrayPicture, Image

#: Larger pictures than any camera makes; a file that claims more is meant to fill the memory.
MOST_SIDE_PX = 16_384
MOST_PIXELS = 128_000_000

_MOST_CONVERTERS = 32
_kept = threading.local()

#: Turned upright by nobody: the packets of the same picture are not turned either.
_AS_IT_LIES = cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION


@dataclass(frozen=True, slots=True, eq=False)
class DecodedPicture:
    """A picture that still lies in the decoder's own memory."""

    frame: av.VideoFrame

    @property
    def width(self) -> int:
        return int(self.frame.width)

    @property
    def height(self) -> int:
        return int(self.frame.height)

    def bgr(self) -> Image:
        # A converter of its own: the frame's one is shared, and eye and window look at once.
        converted = VideoReformatter().reformat(self.frame, format="bgr24")
        return np.asarray(converted.to_ndarray(), np.uint8)

    def luma(self, width: int, height: int) -> Image:
        layout = self.frame.format
        if not layout.name.startswith(("yuv", "nv")) or layout.components[0].bits != 8:
            grey = VideoReformatter().reformat(self.frame, width, height, "gray")
            return np.asarray(grey.to_ndarray(), np.uint8)
        plane = self.frame.planes[0]
        rows = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)
        whole = rows[: self.height, : self.width]
        small = cv2.resize(whole, (width, height), interpolation=cv2.INTER_NEAREST)
        return np.asarray(small, np.uint8)

    def fitted(self, width: int, height: int) -> Image:
        # One step from the decoder's layout to the screen's; its planes are shared, not copied.
        smaller = width < self.width
        scaled = _converter(self.frame, width, height).reformat(
            self.frame,
            width,
            height,
            "bgra",
            interpolation=Interpolation.AREA if smaller else Interpolation.BILINEAR,
        )
        plane = scaled.planes[0]
        rows = np.frombuffer(memoryview(plane), np.uint8).reshape(height, -1, 4)
        return rows[:, :width]


@dataclass(frozen=True, slots=True)
class PlainPicture(ArrayPicture):
    """A picture that is an array already, from a device or a drawing."""

    def fitted(self, width: int, height: int) -> Image:
        return fit(self.image, width, height)


class JpegPicture:
    """A JPEG that is decoded when somebody looks, once for all who do."""

    def __init__(self, data: bytes, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self._data = data
        self._image: Image | None = None
        self._lock = threading.Lock()

    def bgr(self) -> Image:
        with self._lock:
            if self._image is None:
                self._image = decoded(self._data, self.width, self.height)
            return self._image

    def fitted(self, width: int, height: int) -> Image:
        return fit(self.bgr(), width, height)

    def luma(self, width: int, height: int) -> Image:
        # A JPEG is decoded at an eighth of its size for a fraction of the work.
        flag = cv2.IMREAD_REDUCED_GRAYSCALE_8 | cv2.IMREAD_IGNORE_ORIENTATION
        if self.width < 8 * width or self.height < 8 * height:
            flag = cv2.IMREAD_GRAYSCALE | cv2.IMREAD_IGNORE_ORIENTATION
        small = cv2.imdecode(np.frombuffer(self._data, np.uint8), flag)
        if small is None:
            small = cv2.cvtColor(self.bgr(), cv2.COLOR_BGR2GRAY)
        return np.asarray(
            cv2.resize(small, (width, height), interpolation=cv2.INTER_AREA), np.uint8
        )


def fit(image: Image, width: int, height: int) -> Image:
    """A picture at that size, in four bytes a pixel, as screens take it."""
    if image.shape[:2] != (height, width):
        how = cv2.INTER_AREA if width < image.shape[1] else cv2.INTER_LINEAR
        image = np.asarray(cv2.resize(image, (width, height), interpolation=how), np.uint8)
    return np.asarray(cv2.cvtColor(image, cv2.COLOR_BGR2BGRA), np.uint8)


def _converter(frame: av.VideoFrame, width: int, height: int) -> VideoReformatter:
    """Making one costs more than using it: each thread keeps those for the sizes that it shows."""
    kept: dict[tuple[int, int, str, int, int], VideoReformatter] | None
    kept = getattr(_kept, "converters", None)
    if kept is None:
        kept = _kept.converters = {}
    key = (frame.width, frame.height, frame.format.name, width, height)
    found = kept.get(key)
    if found is None:
        if len(kept) >= _MOST_CONVERTERS:
            kept.clear()
        found = kept[key] = VideoReformatter()
    return found


def decoded(data: bytes, width: int, height: int) -> Image:
    """The pixels of a compressed picture; what cannot be decoded any more is grey."""
    image = cv2.imdecode(np.frombuffer(data, np.uint8), _AS_IT_LIES)
    if image is None:
        return np.full((height, width, 3), 128, np.uint8)
    return np.asarray(image, np.uint8)


def check_size(width: int, height: int, name: str) -> None:
    """Refuse pictures so large that they would only fill the memory."""
    if max(width, height) > MOST_SIDE_PX or width * height > MOST_PIXELS:
        raise SourceBroken(
            f"The pictures of {name} claim to be {width}x{height}, larger than any camera's.",
            fix="The file is damaged, or it has to be scaled down first.",
        )


def size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height of a JPEG, PNG or BMP as its head tells them; None where it is neither."""
    if data[:3] == b"\xff\xd8\xff":
        return _jpeg_size(data)
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    if data[:2] == b"BM" and len(data) >= 26:
        width, height = (
            int.from_bytes(data[at : at + 4], "little", signed=True) for at in (18, 22)
        )
        return abs(width), abs(height)
    return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF:  # filling
            at += 1
            continue
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = (int.from_bytes(data[i : i + 2], "big") for i in (at + 5, at + 7))
            return width, height
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None
