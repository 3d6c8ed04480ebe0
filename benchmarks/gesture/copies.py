"""Copies of a film as others would have it: slower, quicker, smaller, cut, darker, noisier, mirrored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np

from omnisight_desktop.core.frame import Image

_NOISE = 12.0  # grey levels
_DIM = 0.45
_GOOD, _POOR = "20", "34"  # what the encoder may spoil


@dataclass(frozen=True, slots=True)
class Copy:
    """One way to alter a film."""

    name: str
    pace: float = 1.0
    change: Callable[[Image], Image] = lambda image: image
    crf: str = _GOOD


def _scaled(image: Image) -> Image:
    height, width = image.shape[:2]
    small = cv2.resize(image, (width // 2, height // 2), interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.uint8)


def _cropped(image: Image) -> Image:
    height, width = image.shape[:2]
    left, top = int(0.1 * width) // 2 * 2, int(0.08 * height) // 2 * 2
    return image[top:, left : width - left]


def _dimmed(image: Image) -> Image:
    return np.asarray(image * _DIM, np.uint8)


def _noisy(image: Image) -> Image:
    # The same each time, and another for each picture.
    chance = np.random.default_rng(int(image[::16, ::16].sum()))
    return np.clip(image + chance.normal(0, _NOISE, image.shape), 0, 255).astype(np.uint8)


def _turned(image: Image) -> Image:
    return image[:, ::-1]


PACES = (0.7, 0.85, 1.0, 1.2, 1.4)
SAME = tuple(Copy(f"{pace:g} times as quick", pace) for pace in PACES) + (
    Copy("half the size", change=_scaled),
    Copy("cut at the edges", change=_cropped),
    Copy("dimmed", change=_dimmed),
    Copy("noisy", change=_noisy),
    Copy("encoded poorly", crf=_POOR),
)
MIRRORED = Copy("mirrored", change=_turned)
ASKED = Copy("mirrored, where that was asked for", change=_turned)


def copied(film: Path, copy: Copy, target: Path) -> Path:
    """Write the altered film."""
    with av.open(str(film)) as source, av.open(str(target), "w") as out:
        taken = source.streams.video[0]
        rate = Fraction(taken.average_rate or 30)
        stream = None
        for number, frame in enumerate(source.decode(taken)):
            plain = np.asarray(frame.to_ndarray(format="bgr24"), np.uint8)
            image = np.ascontiguousarray(copy.change(plain))
            image = image[: image.shape[0] // 2 * 2, : image.shape[1] // 2 * 2]
            if stream is None:
                options = {"crf": copy.crf, "preset": "veryfast"}
                stream = out.add_stream("libx264", rate=90, options=options)
                stream.width, stream.height = image.shape[1], image.shape[0]
                stream.pix_fmt = "yuv420p"
                stream.time_base = Fraction(1, 90_000)
                stream.codec_context.time_base = Fraction(1, 90_000)
            fresh = av.VideoFrame.from_ndarray(np.ascontiguousarray(image), format="bgr24")
            fresh.pts = round(number / (float(rate) * copy.pace) * 90_000)
            fresh.time_base = Fraction(1, 90_000)
            out.mux(stream.encode(fresh))
        if stream is not None:
            out.mux(stream.encode(None))
    return target
