"""A few faces side by side, with words under them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.widgets.said import Elided

_SIDE = 84


class FaceStrip(QWidget):
    """As many as fit are shown, the best first."""

    def __init__(self, look: Look, side: int = _SIDE) -> None:
        super().__init__()
        self._faces = _Faces(look, side)
        self._words = Elided("small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Size.GAP // 2)
        column.addWidget(self._faces)
        column.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_faces(self, faces: Sequence[QImage], words: str) -> None:
        """Show these."""
        self._faces.show_faces(faces)
        self._words.say(words)
        self._words.setVisible(bool(words))
        self.setAccessibleName(words)


class _Faces(QWidget):
    """Paints them."""

    def __init__(self, look: Look, side: int) -> None:
        super().__init__()
        self._look = look
        self._side = side
        self._images: list[QImage] = []
        look.changed.connect(self.update)
        self.setFixedHeight(side)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_faces(self, faces: Sequence[QImage]) -> None:
        self._images = list(faces)
        self.setMinimumWidth(self._side)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        count = max(1, len(self._images))
        return QSize(count * self._side + (count - 1) * Size.GAP // 2, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        left = 0.0
        for image in self._images or [QImage()]:
            place = QRectF(left, 0, self._side, self._side)
            if place.right() > self.width() + 1:
                break
            draw_face(painter, image, place, self._look.tokens.line)
            left += self._side + Size.GAP // 2


def draw_face(painter: QPainter, image: QImage, place: QRectF, ground: str) -> None:
    """A face with round corners; a plain ground where there is none."""
    shape = QPainterPath()
    shape.addRoundedRect(place, Size.RADIUS_SMALL, Size.RADIUS_SMALL)
    painter.save()
    painter.setClipPath(shape)
    painter.fillPath(shape, QColor(ground))
    if not image.isNull():
        side = min(image.width(), image.height())
        middle = QRectF((image.width() - side) / 2, (image.height() - side) / 2, side, side)
        painter.drawImage(place, image, middle)
    painter.restore()
