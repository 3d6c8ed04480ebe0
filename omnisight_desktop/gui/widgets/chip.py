"""Words on a dark ground, readable on any picture."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from omnisight_desktop.gui.theme import Size, Tokens

HIGH = 22.0
_DOT = 7.0
_SIDE = 8.0
_KEPT = 256


def width_of(painter: QPainter, words: str, *, dot: bool) -> float:
    """How wide a chip with these words is."""
    return _wide(painter.font().toString(), words, dot=dot)


def paint(
    painter: QPainter, tokens: Tokens, place: QRectF, words: str, dot: QColor | None = None
) -> None:
    """Paint it there, with a spot of colour before the words. Drawn once, and then only put there."""
    ratio = painter.device().devicePixelRatioF()
    font, spot = painter.font().toString(), None if dot is None else dot.rgba()
    colours = (tokens.chip, tokens.on_picture)
    drawn = _drawn(font, words, spot, colours, (place.width(), place.height(), ratio))
    # Whole pixels of the screen: between them the words would be blurred.
    left, top = round(place.left() * ratio) / ratio, round(place.top() * ratio) / ratio
    painter.drawImage(QPointF(left, top), drawn)


def font_of(base: QFont, pixels: int) -> QFont:
    """The same face at a size of the type scale."""
    font = QFont(base)
    font.setPixelSize(pixels)
    return font


@lru_cache(maxsize=_KEPT)
def _wide(font: str, words: str, *, dot: bool) -> float:
    room = 2 * _SIDE + (_DOT + 5 if dot else 0)
    return QFontMetricsF(_small(font)).horizontalAdvance(words) + room


@lru_cache(maxsize=_KEPT)
def _drawn(
    font: str,
    words: str,
    dot: int | None,
    colours: tuple[str, str],
    size: tuple[float, float, float],
) -> QImage:
    width, height, ratio = size
    form = QImage.Format.Format_ARGB32_Premultiplied
    image = QImage(max(1, round(width * ratio)), max(1, round(height * ratio)), form)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    ground, ink = colours
    place = QRectF(0, 0, width, height)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(_small(font))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(place, Size.RADIUS_SMALL, Size.RADIUS_SMALL)
    begin = _SIDE
    if dot is not None:
        painter.setBrush(QColor.fromRgba(dot))
        painter.drawEllipse(QRectF(begin, place.center().y() - _DOT / 2, _DOT, _DOT))
        begin += _DOT + 5
    painter.setPen(QColor(ink))
    text = QRectF(begin, 0, width - begin, height)
    painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter), words)
    painter.end()
    return image


def _small(font: str) -> QFont:
    found = QFont()
    found.fromString(font)
    return font_of(found, Size.TEXT_SMALL)
