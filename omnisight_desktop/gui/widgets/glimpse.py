"""A small picture over the timeline: about what a camera showed at the moment under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size

_WIDTH, _HEIGHT, _LINE = 192, 108, 26


class Glimpse(QWidget):
    """Follows the pointer and takes no part in anything else."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self._over = parent
        self._look = look
        self._image: QImage | None = None
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(_WIDTH, _HEIGHT + _LINE)
        self.hide()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(_WIDTH, _HEIGHT + _LINE)

    def show_at(self, x: int, bottom: int, words: str, image: QImage | None) -> None:
        """Over a place of its parent; without an image the words alone."""
        self._image, self._words = image, words
        room = self.fontMetrics().horizontalAdvance(words) + 2 * Size.PAD
        self.setFixedWidth(max(_WIDTH, min(room, 2 * _WIDTH)))
        height = (_HEIGHT if image is not None else 0) + _LINE
        self.setFixedHeight(height)
        left = min(
            max(Size.GAP, x - self.width() // 2),
            max(Size.GAP, self._over.width() - self.width() - Size.GAP),
        )
        self.move(left, max(0, bottom - height))
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(place, Size.RADIUS, Size.RADIUS)
        painter.fillPath(shape, QColor(tokens.raised))
        if self._image is not None:
            painter.setClipPath(shape)
            room = QRectF(0, 0, self.width(), _HEIGHT)
            size = self._image.size().scaled(
                self.width(), _HEIGHT, Qt.AspectRatioMode.KeepAspectRatioByExpanding
            )
            where = QRectF(0, 0, size.width(), size.height())
            where.moveCenter(room.center())
            painter.drawImage(where, self._image)
            painter.setClipping(False)
        below = QRectF(0, self.height() - _LINE, self.width(), _LINE)
        painter.fillRect(below.adjusted(1, 0, -1, -Size.GAP), QColor(tokens.raised))
        font = QFont(self.font())
        font.setPixelSize(Size.TEXT_SMALL)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), self._words)
        painter.setPen(QPen(QColor(tokens.line_strong), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
