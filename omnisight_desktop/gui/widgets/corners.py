"""The round border around a picture: its corners are covered rather than cut out, which would slow it down."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from omnisight_desktop.gui.theme import Size

_KEPT = 16


def paint(painter: QPainter, frame: QRectF, ground: str, line: str, width: int) -> None:
    """Round the corners of what is painted there with the colour around it, and put a line along its edge."""
    ratio = painter.device().devicePixelRatioF()
    corners, side = _drawn(ground, line, width, ratio), float(Size.RADIUS)
    left, top, right, bottom = frame.left(), frame.top(), frame.right(), frame.bottom()
    for x, y, from_x, from_y in (
        (left, top, 0.0, 0.0),
        (right - side, top, side, 0.0),
        (left, bottom - side, 0.0, side),
        (right - side, bottom - side, side, side),
    ):
        source = QRectF(from_x * ratio, from_y * ratio, side * ratio, side * ratio)
        painter.drawImage(QRectF(x, y, side, side), corners, source)
    colour, wide, high = QColor(line), frame.width() - 2 * side, frame.height() - 2 * side
    painter.fillRect(QRectF(left + side, top, wide, width), colour)
    painter.fillRect(QRectF(left + side, bottom - width, wide, width), colour)
    painter.fillRect(QRectF(left, top + side, width, high), colour)
    painter.fillRect(QRectF(right - width, top + side, width, high), colour)


@lru_cache(maxsize=_KEPT)
def _drawn(ground: str, line: str, width: int, ratio: float) -> QImage:
    """All four corners, side by side, with nothing between them."""
    side = 2 * Size.RADIUS
    image = QImage(
        round(side * ratio), round(side * ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(ground))
    whole, inset = QRectF(0, 0, side, side), width / 2
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.black)
    painter.drawRoundedRect(whole, Size.RADIUS, Size.RADIUS)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setPen(QPen(QColor(line), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = whole.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(inner, Size.RADIUS - inset, Size.RADIUS - inset)
    painter.end()
    return image
