"""One camera's tile: its picture, boxes around what was found, its name, and its state in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.track import Track
from omnisight_desktop.gui.pixels import image_of
from omnisight_desktop.gui.theme import Size, Tokens, overlay


class Tile(QWidget):
    """Paints straight from the frame's own memory."""

    def __init__(self, name: str, tokens: Tokens) -> None:
        super().__init__()
        self._name = name
        self._tokens = tokens
        self._chip = ""
        self._chip_colour = QColor(tokens.muted)
        self._sentence = ""
        self._image: QImage | None = None
        self._pixels: Image | None = None  # what the QImage looks at must stay alive
        self._tracks: tuple[Track, ...] = ()
        self.serial = -1
        self.setMinimumSize(240, 135)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(640, 360)

    def show_picture(self, serial: int, pixels: Image, tracks: tuple[Track, ...]) -> None:
        """Paint this picture from now on."""
        self._pixels, self._image = pixels, image_of(pixels)
        self._tracks = tracks
        self.serial = serial
        self.update()

    def show_state(self, chip: str, colour: str, sentence: str, *, keep_picture: bool) -> None:
        """Say how the camera is doing; a camera that is not live shows words, no old picture."""
        self._chip, self._chip_colour, self._sentence = chip, QColor(colour), sentence
        self.setAccessibleDescription(f"{chip}. {sentence}".strip())
        if not keep_picture:
            self._image = self._pixels = None
            self._tracks = ()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self._frame()
        shape = QPainterPath()
        shape.addRoundedRect(frame, Size.RADIUS, Size.RADIUS)
        painter.fillPath(shape, QColor(self._tokens.surface))
        painter.setClipPath(shape)
        if self._image is not None:
            self._paint_picture(painter, frame)
        else:
            self._paint_words(painter, frame)
        self._paint_chips(painter, frame)
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        focused = self.hasFocus()
        border = QColor(self._tokens.accent if focused else self._tokens.line)
        painter.setPen(QPen(border, Size.STROKE if focused else 1))
        painter.drawPath(shape)

    def _frame(self) -> QRectF:
        """The part of the tile that is painted: the picture's own shape, or all of it."""
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        image = self._image
        if image is None:
            return whole
        scale = min(whole.width() / image.width(), whole.height() / image.height())
        width, height = image.width() * scale, image.height() * scale
        left = whole.left() + (whole.width() - width) / 2
        top = whole.top() + (whole.height() - height) / 2
        return QRectF(left, top, width, height)

    def _paint_picture(self, painter: QPainter, frame: QRectF) -> None:
        image = self._image
        if image is None:
            return
        painter.drawImage(frame, image)
        scale = frame.width() / image.width()
        for track in self._tracks:
            x1, y1, x2, y2 = (side * scale for side in track.box)
            box = QRectF(frame.left() + x1, frame.top() + y1, x2 - x1, y2 - y1)
            self._paint_box(painter, box, track)

    def _paint_box(self, painter: QPainter, box: QRectF, track: Track) -> None:
        colour = overlay(self._tokens, track.label)
        painter.setPen(QPen(colour, Size.STROKE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3, 3)
        who = track.identity.shown if track.identity else track.label
        self._chip_at(painter, box.left() - 1, box.top() - 24, who, colour)

    def _paint_words(self, painter: QPainter, frame: QRectF) -> None:
        painter.setPen(QColor(self._tokens.muted))
        painter.setFont(self._font(Size.TEXT_LARGE))
        room = frame.adjusted(Size.WIDE, Size.WIDE, -Size.WIDE, -Size.WIDE)
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(room, flags, self._sentence or self._chip)

    def _paint_chips(self, painter: QPainter, frame: QRectF) -> None:
        bottom = frame.bottom() - Size.GAP - 22
        self._chip_at(painter, frame.left() + Size.GAP, bottom, self._name, None)
        if self._chip:
            width = self._chip_width(painter, self._chip)
            left = frame.right() - Size.GAP - width
            self._chip_at(painter, left, frame.top() + Size.GAP, self._chip, self._chip_colour)

    def _chip_at(
        self, painter: QPainter, left: float, top: float, words: str, dot: QColor | None
    ) -> None:
        painter.setFont(self._font(Size.TEXT_SMALL))
        width = self._chip_width(painter, words) - (0 if dot else 12)
        left = min(max(left, 2.0), self.width() - width - 2)
        place = QRectF(left, max(top, 2.0), width, 22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.chip))
        painter.drawRoundedRect(place, Size.RADIUS_SMALL, Size.RADIUS_SMALL)
        begin = place.left() + 8
        if dot is not None:
            painter.setBrush(dot)
            painter.drawEllipse(QRectF(begin, place.center().y() - 3.5, 7, 7))
            begin += 12
        painter.setPen(QColor(self._tokens.on_picture))
        text = QRectF(begin, place.top(), place.right() - begin, place.height())
        painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _chip_width(self, painter: QPainter, words: str) -> float:
        painter.setFont(self._font(Size.TEXT_SMALL))
        return painter.fontMetrics().horizontalAdvance(words) + 28.0

    def _font(self, pixels: int) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(pixels)
        return font
