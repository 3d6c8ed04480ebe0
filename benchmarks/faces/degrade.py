"""Photographs made as bad as cameras make them; a face is about 160 pixels high before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.frame import Image

FACE_PX = 160

Box = tuple[float, float, float, float]  # left, top, width, height
Dice = np.random.Generator


@dataclass(frozen=True, slots=True)
class Setting:
    """One way of being bad."""

    name: str
    words: str
    apply: Callable[[Image, Box, Dice], Image]


def smaller(face_px: int, image: Image, _face: Box, _dice: Dice) -> Image:
    """As if the face had been so high, and was enlarged again."""
    scale = face_px / FACE_PX
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    size = image.shape[1], image.shape[0]
    return _bytes(cv2.resize(small, size, interpolation=cv2.INTER_LINEAR))


def blurred(sigma: float, image: Image, _face: Box, dice: Dice) -> Image:
    """Out of focus, or moved while the shutter was open."""
    if dice.random() < 0.5:
        return _bytes(cv2.GaussianBlur(image, (0, 0), sigma))
    length = 2 * round(sigma * 1.7) + 1
    line: Any = np.zeros((length, length), np.float32)
    line[length // 2] = 1
    turn = cv2.getRotationMatrix2D((length // 2, length // 2), dice.uniform(0, 180), 1)
    line = cv2.warpAffine(line, turn, (length, length))
    return _bytes(cv2.filter2D(image, -1, line / line.sum()))


def darkened(gain: float, noise: float, image: Image, _face: Box, dice: Dice) -> Image:
    """Little light, more from one side, and the noise that comes with it."""
    side = np.linspace(dice.uniform(0.3, 1.7), dice.uniform(0.3, 1.7), image.shape[1])
    dark = image.astype(np.float32) * gain * dice.uniform(0.8, 1.2) * side[None, :, None]
    return _bytes(np.clip(dark + dice.normal(0, noise, image.shape), 0, 255))


def covered(share: float, image: Image, face: Box, dice: Dice) -> Image:
    """Something in front of a part of the face: a scarf, glasses, a door."""
    x, y, w, h = face
    out = image.copy()
    colour = [int(c) for c in dice.integers(0, 255, 3)]
    if dice.random() < 0.3:
        cv2.rectangle(out, (int(x), int(y)), (int(x + w * share), int(y + h)), colour, -1)
    else:
        top = y + float(dice.choice([0.12, 0.25, 0.5, 0.6])) * h
        cv2.rectangle(out, (int(x), int(top)), (int(x + w), int(top + h * share)), colour, -1)
    return out


def squeezed(quality: int, image: Image, _face: Box, _dice: Dice) -> Image:
    """A JPEG of that quality."""
    _, packed = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])
    again = cv2.imdecode(packed, cv2.IMREAD_COLOR)
    assert again is not None
    return _bytes(again)


def everything(image: Image, face: Box, dice: Dice) -> Image:
    """A little of each, which together is the worst."""
    image = blurred(1.0, smaller(40, image, face, dice), face, dice)
    image = covered(0.2, darkened(0.4, 4.0, image, face, dice), face, dice)
    return squeezed(20, image, face, dice)


def _settings() -> tuple[Setting, ...]:
    found: list[Setting] = []
    for level, px in enumerate((40, 28, 20)):
        words = f"the face {px} pixels high"
        found.append(Setting(f"size {level}", words, partial(smaller, px)))
    for level, sigma in enumerate((2.0, 3.5, 5.0)):
        words = f"out of focus or moved by {sigma} pixels of {FACE_PX}"
        found.append(Setting(f"blur {level}", words, partial(blurred, sigma)))
    for level, (gain, noise) in enumerate(((0.4, 4.0), (0.2, 6.0), (0.1, 8.0))):
        words = f"{gain:.0%} of the light, from one side, noise {noise:.0f} of 255"
        found.append(Setting(f"light {level}", words, partial(darkened, gain, noise)))
    for level, share in enumerate((0.2, 0.3, 0.4)):
        words = f"{share:.0%} of the face covered"
        found.append(Setting(f"covered {level}", words, partial(covered, share)))
    for level, quality in enumerate((20, 10, 5)):
        words = f"JPEG quality {quality}"
        found.append(Setting(f"jpeg {level}", words, partial(squeezed, quality)))
    words = "40 pixels high, blur 1, 40% light, noise 4, 20% covered, JPEG 20"
    found.append(Setting("everything at once", words, everything))
    return tuple(found)


def _bytes(image: NDArray[Any]) -> Image:
    return np.asarray(image, np.uint8)


SETTINGS = _settings()
