"""Small pictures from files and cameras, read wherever the main thread is not."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from omnisight_desktop.core.frame import Image

_AROUND = Qt.AspectRatioMode.KeepAspectRatioByExpanding


def small(path: Path, side: int) -> QImage | None:
    """A file as a picture that fills a square of so many pixels; None where it is none."""
    reader = QImageReader(str(path))
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(QSize(side, side), _AROUND))
    image = reader.read()
    return None if image.isNull() else image


def from_pixels(pixels: Image | None) -> QImage | None:
    """Pixels as a picture of its own."""
    if pixels is None:
        return None
    height, width = pixels.shape[:2]
    bgr = QImage.Format.Format_BGR888
    return QImage(pixels.data, width, height, pixels.strides[0], bgr).copy()
