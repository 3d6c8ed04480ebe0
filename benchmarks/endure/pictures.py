"""Pictures that tell their number, so that what lies in a file can be held against what was sent."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.uint8]

FPS, GOP = 10, 10
WIDTH, HEIGHT = 320, 192
#: After so many pictures the numbers begin anew.
LAP = 60 * FPS
_BITS = 10  # and below them the same, turned over
_COLUMNS = 5
_CELL = 24
_DARK, _BRIGHT = 30, 225


def picture(number: int) -> Image:
    """The picture of that number of the lap; something moves in its lower half."""
    image = np.full((HEIGHT, WIDTH, 3), 90, np.uint8)
    for place in range(_BITS):
        bit = number >> place & 1
        for turned, cell in ((0, _cell(image, place)), (1, _cell(image, place + _BITS))):
            cell[:] = _BRIGHT if bit ^ turned else _DARK
    left = 5 * number % (WIDTH - 40)
    image[-40:-8, left : left + 40] = (200, 160, 60)
    return image


def number_in(image: Image) -> int | None:
    """Which picture of the lap it is; None where that cannot be read."""
    bits = 0
    for place in range(_BITS):
        one = _cell(image, place)[6:-6, 6:-6].mean() > 128
        if one is (_cell(image, place + _BITS)[6:-6, 6:-6].mean() > 128):
            return None
        bits |= int(one) << place
    return bits if bits < LAP else None


def numbers_in(path: Path) -> list[tuple[float, int]]:
    """The second at which each picture of a file is shown, and its number."""
    found = []
    with av.open(str(path)) as film:
        stream: Any = film.streams.video[0]
        stream.thread_type = "AUTO"
        for frame in film.decode(stream):
            number = number_in(frame.to_ndarray(format="bgr24"))
            if number is not None:
                found.append((float(frame.time or 0.0), number))
    return found


def make_lap(path: Path) -> Path:
    """A minute of pictures that tell their number, as a camera would encode them."""
    with av.open(str(path), "w", format="mpegts") as out:
        stream: Any = out.add_stream("libx264", rate=FPS)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.options = {"preset": "veryfast", "sc_threshold": "0", "bf": "0"}
        stream.codec_context.gop_size = GOP
        for number in range(LAP):
            frame = av.VideoFrame.from_ndarray(picture(number), format="bgr24")
            frame.pts, frame.time_base = number, Fraction(1, FPS)
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return path


def _cell(image: Image, place: int) -> Image:
    top = 4 + place // _COLUMNS * (_CELL + 4)
    left = 8 + place % _COLUMNS * 60
    return image[top : top + _CELL, left : left + _CELL]
