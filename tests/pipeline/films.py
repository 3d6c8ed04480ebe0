"""Small recordings for tests of the walk."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray


def yard_with_a_walker(
    path: Path, seconds: int = 4, sound: NDArray[np.float32] | None = None
) -> Path:
    """An empty yard for a second and a bit, then a bright square that walks through it.

    Its sound, if any, comes at 16,000 samples a second.
    """
    with av.open(str(path), "w") as out:
        heard = (
            out.add_stream("pcm_s16le", rate=16_000, layout="mono") if sound is not None else None
        )
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
            if heard is not None and sound is not None:
                _speak(out, heard, sound, index)
        out.mux(stream.encode())
    return path


def _speak(out: Any, heard: Any, sound: NDArray[np.float32], index: int) -> None:
    """The sound that belongs to one picture."""
    begin, end = (round(place * 16_000 / 15) for place in (index, index + 1))
    samples = (np.clip(sound[begin:end], -1, 1) * 32767).astype("<i2")
    if len(samples):
        frame = av.AudioFrame.from_ndarray(samples[None], format="s16", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = 16_000, begin, Fraction(1, 16_000)
        out.mux(heard.encode(frame))
