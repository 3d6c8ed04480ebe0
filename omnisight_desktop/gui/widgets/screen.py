"""One camera played back: its picture, who was in it, its name, or in words why there is nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from omnisight_desktop.core.frame import Image
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size, overlay
from omnisight_desktop.gui.viewmodels.figures import Body
from omnisight_desktop.gui.widgets.figure import paint_body

#: What may be painted over a picture: boxes, names, and the skeletons of those who make a gesture.
BOXES, NAMES, BODIES = "boxes", "names", "bodies"
OVERLAYS = frozenset((BOXES, NAMES, BODIES))

_CHIP = 22
_NAMED = 8
_THIN = 1
_SMALLEST = QSize(200, 112)


class Box(Protocol):
    """Somebody in the picture; the box is 0..1 of it."""

    @property
    def track(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def known(self) -> bool: ...
    @property
    def box(self) -> tuple[float, float, float, float]: ...


class Screen(QWidget):
    """Paints straight from the picture's own memory."""

    double_clicked = Signal()
    resized = Signal()

    def __init__(self, name: str, look: Look) -> None:
        super().__init__()
        self._name = name
        self._look = look
        self._image: QImage | None = None
        self._pixels: Image | None = None  # what the QImage looks at must stay alive
        self._boxes: Sequence[Box] = ()
        self._sentence = ""
        self._about: frozenset[str] = frozenset()
        self._bodies: Sequence[Body] = ()
        self._overlays = OVERLAYS
        self.serial = 0
        self.setMinimumSize(_SMALLEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(640, 360)

    def call_it(self, name: str) -> None:
        """What the camera is called."""
        self._name = name
        self.setAccessibleName(name)
        self.update()

    def show_picture(
        self,
        serial: int,
        pixels: Image | None,
        over: tuple[Sequence[Box], Sequence[Body]],
        sentence: str,
    ) -> None:
        """Paint this from now on, and who is ``over`` it; without pixels the sentence alone."""
        self.serial = serial
        boxes, self._bodies = over
        self._pixels, self._boxes, self._sentence = pixels, boxes, sentence
        self._image = None if pixels is None else _over(pixels)
        self.setAccessibleDescription(sentence or ", ".join(box.name for box in boxes))
        self.update()

    def point_out(self, tracks: Collection[str]) -> None:
        """Whom the story is about: the others are drawn thinner."""
        self._about = frozenset(tracks)
        self.update()

    def show_overlays(self, overlays: frozenset[str]) -> None:
        """What is painted over the picture."""
        self._overlays = overlays
        self.update()

    @property
    def has_picture(self) -> bool:
        """Whether there is anything to be seen."""
        return self._image is not None

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.resized.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() is Qt.MouseButton.LeftButton:
            self.double_clicked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self._frame()
        shape = QPainterPath()
        shape.addRoundedRect(frame, Size.RADIUS, Size.RADIUS)
        painter.fillPath(shape, QColor(tokens.surface))
        painter.setClipPath(shape)
        if self._image is None:
            self._paint_words(painter, frame)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(frame, self._image)
            if BODIES in self._overlays:
                for body in self._bodies:
                    paint_body(painter, self._look.tokens, body, frame)
            self._paint_boxes(painter, frame)
        bottom = frame.bottom() - Size.GAP - _CHIP
        self._chip_at(painter, (frame.left() + Size.GAP, bottom), self._name, None)
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawPath(shape)

    def _frame(self) -> QRectF:
        """The part that is painted: the picture's own shape, or all of it."""
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        image = self._image
        if image is None:
            return whole
        scale = min(whole.width() / image.width(), whole.height() / image.height())
        width, height = image.width() * scale, image.height() * scale
        left = whole.left() + (whole.width() - width) / 2
        return QRectF(left, whole.top() + (whole.height() - height) / 2, width, height)

    def _paint_boxes(self, painter: QPainter, frame: QRectF) -> None:
        few = len(self._boxes) <= _NAMED  # in a crowd, "person" twenty times hides the people
        for one in self._boxes:
            x1, y1, x2, y2 = one.box
            place = QRectF(
                frame.left() + x1 * frame.width(),
                frame.top() + y1 * frame.height(),
                (x2 - x1) * frame.width(),
                (y2 - y1) * frame.height(),
            )
            colour = overlay(self._look.tokens, one.label)
            if BOXES in self._overlays:
                about = not self._about or one.track in self._about
                painter.setPen(QPen(colour, Size.STROKE if about else _THIN))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(place, 3, 3)
            if NAMES in self._overlays and (few or one.known):
                self._chip_at(
                    painter, (place.left() - 1, place.top() - _CHIP - 2), one.name, colour
                )

    def _paint_words(self, painter: QPainter, frame: QRectF) -> None:
        painter.setPen(QColor(self._look.tokens.muted))
        painter.setFont(self._font(Size.TEXT_LARGE))
        room = frame.adjusted(Size.WIDE, Size.WIDE, -Size.WIDE, -Size.WIDE)
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(room, flags, self._sentence)

    def _chip_at(
        self, painter: QPainter, at: tuple[float, float], words: str, dot: QColor | None
    ) -> None:
        tokens = self._look.tokens
        painter.setFont(self._font(Size.TEXT_SMALL))
        lead = 12.0 if dot is not None else 0.0
        width = painter.fontMetrics().horizontalAdvance(words) + 16.0 + lead
        left = min(max(at[0], 2.0), max(2.0, self.width() - width - 2))
        place = QRectF(left, max(at[1], 2.0), width, _CHIP)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.chip))
        painter.drawRoundedRect(place, Size.RADIUS_SMALL, Size.RADIUS_SMALL)
        if dot is not None:
            painter.setBrush(dot)
            painter.drawEllipse(QRectF(place.left() + 8, place.center().y() - 3.5, 7, 7))
        painter.setPen(QColor(tokens.on_picture))
        text = place.adjusted(8 + lead, 0, 0, 0)
        painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _font(self, pixels: int) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(pixels)
        return font


def _over(pixels: Image) -> QImage:
    height, width = pixels.shape[:2]
    bgr = QImage.Format.Format_BGR888
    return QImage(pixels.data, width, height, pixels.strides[0], bgr)
