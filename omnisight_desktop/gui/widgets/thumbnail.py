"""A small picture with rounded corners; where there is none, it says why."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from omnisight_desktop.core.frame import Image
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.pixels import image_of
from omnisight_desktop.gui.theme import Size


class Thumbnail(QWidget):
    """Fills its place with the middle of the picture, or shows all of it."""

    def __init__(self, look: Look, *, whole: bool = False) -> None:
        super().__init__()
        self._look = look
        self._whole = whole
        self._image: QImage | None = None
        self._pixels: Image | None = None  # what the QImage looks at must stay alive
        self._words = ""
        self.serial = -1
        look.changed.connect(self.update)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(256, 144)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return width * 9 // 16

    @property
    def has_picture(self) -> bool:
        """Whether there is a picture to be seen."""
        return self._image is not None

    def show_pixels(self, pixels: Image, serial: int = 0) -> None:
        """Show this picture, straight from its memory."""
        self._pixels, self._image = pixels, image_of(pixels)
        self.serial = serial
        self.update()

    def show_words(self, words: str) -> None:
        """Show no picture, but why there is none."""
        if self._image is not None or words != self._words:
            self._image = self._pixels = None
            self._words, self.serial = words, -1
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(frame, Size.RADIUS_SMALL, Size.RADIUS_SMALL)
        painter.fillPath(shape, QColor(self._look.tokens.surface))
        painter.setClipPath(shape)
        if self._image is not None:
            painter.drawImage(*self._fitted(frame, self._image))
        elif self._words:
            painter.setPen(QColor(self._look.tokens.line))
            painter.drawPath(shape)
            painter.setPen(QColor(self._look.tokens.muted))
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(frame.adjusted(12, 8, -12, -8), flags, self._words)

    def _fitted(self, frame: QRectF, image: QImage) -> tuple[QRectF, QImage, QRectF]:
        """Where it is painted, and which part of it."""
        wide, high = image.width(), image.height()
        pick = min if self._whole else max
        scale = pick(frame.width() / wide, frame.height() / high)
        shown = QRectF(0, 0, wide * scale, high * scale)
        shown.moveCenter(frame.center())
        if high > wide and not self._whole:
            shown.moveTop(frame.top())  # people have their faces at the top
        return shown, image, QRectF(0, 0, wide, high)
