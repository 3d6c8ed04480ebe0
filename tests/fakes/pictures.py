"""Pictures for tests: a JPEG, and a folder full of them."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np


def jpeg(index: int, width: int = 320, height: int = 180) -> bytes:
    """A grey picture with a bright square that moves."""
    image = np.full((height, width, 3), 90, np.uint8)
    left = index * 8 % (width - 40)
    image[60:100, left : left + 40] = 240
    done, data = cv2.imencode(".jpg", image)
    assert done
    return data.tobytes()


def folder(
    place: Path, count: int = 12, suffix: str = ".jpg", size: tuple[int, int] = (64, 48)
) -> Path:
    """Pictures 1, 2, 3 ... each a little brighter."""
    place.mkdir(parents=True, exist_ok=True)
    for number in range(1, count + 1):
        image = np.full((size[1], size[0], 3), number * 10, np.uint8)
        assert cv2.imwrite(str(place / f"{number}{suffix}"), image)
    return place
