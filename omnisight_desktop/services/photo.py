"""Photographs that people hand in, of whatever size and state."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.core.frame import Image

_LARGEST_BYTES = 200 * 1024 * 1024
_LARGE_PX = 4000  # a longer side than that only costs time: faces are looked for in far less


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
    image = decode_photo(data)
    if image is None:
        raise UsageError(
            f"{path} is no picture that can be read.", fix="Save it again as a JPEG or PNG."
        )
    return image


def decode_photo(data: bytes) -> Image | None:
    """The picture in these bytes; None where there is none."""
    try:
        image = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    except (cv2.error, MemoryError):
        return None
    if image is None or not image.size:
        return None
    scale = _LARGE_PX / max(image.shape[:2])
    if scale < 1:
        high, wide = (max(1, round(side * scale)) for side in image.shape[:2])
        image = cv2.resize(image, (wide, high), interpolation=cv2.INTER_AREA)
    return np.asarray(image, np.uint8)
