"""Small recordings for tests of the walk."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np


def yard_with_a_walker(path: Path, seconds: int = 4) -> Path:
    """An empty yard for a second and a bit, then a bright square that walks through it."""
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=15)
        stream.width, stream.height, stream.pix_fmt = 640, 360, "yuv420p"
        stream.codec_context.gop_size = 15
        for index in range(15 * seconds):
            image = np.full((360, 640, 3), 90, np.uint8)
            if 20 <= index < 60:
                left = 60 + 8 * (index - 20)
                image[150:250, left : left + 60] = 240
            frame = av.VideoFrame.from_ndarray(image, format="bgr24")
            frame.pts, frame.time_base = index, Fraction(1, 15)
            out.mux(stream.encode(frame))
        out.mux(stream.encode())
    return path
