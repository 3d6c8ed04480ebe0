"""Words on a dark ground, readable on any picture."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from omnisight_desktop.gui.theme import Size, Tokens

HIGH = 22.0
_DOT = 7.0
_SIDE = 8.0


def width_of(painter: QPainter, words: str, *, dot: bool) -> float:
    """How wide a chip with these words is."""
    painter.setFont(font_of(painter.font(), Size.TEXT_SMALL))
    room = 2 * _SIDE + (_DOT + 5 if dot else 0)
    return painter.fontMetrics().horizontalAdvance(words) + room


def paint(
    painter: QPainter, tokens: Tokens, place: QRectF, words: str, dot: QColor | None = None
) -> None:
    """Paint it there, with a spot of colour before the words."""
    painter.setFont(font_of(painter.font(), Size.TEXT_SMALL))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.chip))
    painter.drawRoundedRect(place, Size.RADIUS_SMALL, Size.RADIUS_SMALL)
    begin = place.left() + _SIDE
    if dot is not None:
        painter.setBrush(dot)
        painter.drawEllipse(QRectF(begin, place.center().y() - _DOT / 2, _DOT, _DOT))
        begin += _DOT + 5
    painter.setPen(QColor(tokens.on_picture))
    text = QRectF(begin, place.top(), place.right() - begin, place.height())
    painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter), words)


def font_of(base: QFont, pixels: int) -> QFont:
    """The same face at a size of the type scale."""
    font = QFont(base)
    font.setPixelSize(pixels)
    return font
