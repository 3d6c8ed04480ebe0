"""The picture of who teaches, as in a mirror: their skeleton over it, and a countdown to be read from afar."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from omnisight_desktop.core.gesture import Joint
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.pixels import image_of
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.figures import ARMS, TRUNK
from omnisight_desktop.gui.viewmodels.mirror import MirrorPicture
from omnisight_desktop.gui.widgets import chip

_SEEN = 0.5
_BONE, _JOINT = 3.0, 4.0
_RING, _RING_WIDTH = 56.0, 8.0
_HANDS = (Joint.LEFT_WRIST, Joint.RIGHT_WRIST)


class Mirror(QWidget):
    """Paints what comes; whatever is said stands in a chip below."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._picture: MirrorPicture | None = None
        self._image: QImage | None = None
        self._turned = False
        self._words, self._tone = "", "muted"
        self._count = ""
        self._share: float | None = None
        self._note = ""
        self.serial = -1
        self.setMinimumSize(320, 240)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("What the teacher's camera shows"))
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(720, 540)

    @property
    def room(self) -> tuple[int, int]:
        """How large a picture may be here, in the screen's own pixels."""
        ratio = self.devicePixelRatioF()
        return max(2, int(self.width() * ratio)), max(2, int(self.height() * ratio))

    def show_picture(self, picture: MirrorPicture, *, turned: bool) -> None:
        """Paint this from now on."""
        self._picture, self._image = picture, image_of(picture.image)
        self._turned, self.serial = turned, picture.serial
        self.update()

    def clear(self) -> None:
        """Another teacher: what the last one showed is gone."""
        self._picture = self._image = None
        self.serial = -1
        self.update()

    def say(self, words: str, tone: str) -> None:
        """What is to be said of what is seen."""
        if (words, tone) != (self._words, self._tone):
            self._words, self._tone = words, tone
            self.setAccessibleDescription(words)
            self.update()

    def count(self, number: str, share: float | None, note: str) -> None:
        """A number over the picture, or how much of a take is recorded; a note says which."""
        if (number, share, note) != (self._count, self._share, self._note):
            self._count, self._share, self._note = number, share, note
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter, tokens = QPainter(self), self._look.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = self._frame()
        shape = QPainterPath()
        shape.addRoundedRect(frame, Size.RADIUS, Size.RADIUS)
        painter.fillPath(shape, QColor(tokens.surface))
        if self._image is not None and self._picture is not None:
            painter.save()
            painter.setClipPath(shape)
            self._paint_picture(painter, frame, self._image)
            painter.restore()
        painter.setPen(QPen(QColor(tokens.failed if self._share is not None else tokens.line), 1))
        painter.drawPath(shape)
        self._paint_words(painter, frame)
        if self._count or self._share is not None:
            self._paint_ring(painter, frame)

    def _frame(self) -> QRectF:
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._image is None:
            return whole
        size = self._image.size().scaled(
            int(whole.width()), int(whole.height()), Qt.AspectRatioMode.KeepAspectRatio
        )
        frame = QRectF(0, 0, size.width(), size.height())
        frame.moveCenter(whole.center())
        frame.moveTop(whole.top())
        return frame

    def _paint_picture(self, painter: QPainter, frame: QRectF, image: QImage) -> None:
        painter.translate(frame.topLeft())
        if self._turned:
            painter.translate(frame.width(), 0)
            painter.scale(-1, 1)
        painter.drawImage(QRectF(0, 0, frame.width(), frame.height()), image)
        body = self._picture.body if self._picture is not None else None
        if body is None:
            return
        tokens = self._look.tokens

        def at(joint: int) -> QPointF:
            return QPointF(
                float(body[joint, 0]) * frame.width(), float(body[joint, 1]) * frame.height()
            )

        for bones, colour in ((TRUNK, tokens.on_picture), (ARMS, tokens.person)):
            pen = QPen(QColor(colour), _BONE)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            for one, other in bones:
                if body[one, 2] > _SEEN and body[other, 2] > _SEEN:
                    painter.drawLine(at(one), at(other))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.person))
        for wrist in _HANDS:
            if body[wrist, 2] > _SEEN:
                painter.drawEllipse(at(wrist), _JOINT, _JOINT)

    def _paint_words(self, painter: QPainter, frame: QRectF) -> None:
        tokens = self._look.tokens
        if not self._words:
            return
        if self._image is None:
            painter.setPen(QColor(getattr(tokens, self._tone)))
            painter.setFont(chip.font_of(self.font(), Size.TEXT_LARGE))
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(frame.adjusted(48, 24, -48, -24), flags, self._words)
            return
        width = min(chip.width_of(painter, self._words, dot=True), frame.width() - 2 * Size.GAP)
        place = QRectF(
            frame.left() + Size.GAP, frame.bottom() - Size.GAP - chip.HIGH, width, chip.HIGH
        )
        chip.paint(painter, tokens, place, self._words, QColor(getattr(tokens, self._tone)))

    def _paint_ring(self, painter: QPainter, frame: QRectF) -> None:
        """Large enough for somebody who stands three steps away."""
        tokens = self._look.tokens
        middle = (
            frame.center()
            if self._count
            else QPointF(frame.right() - _RING - Size.ROOM, frame.top() + _RING + Size.ROOM)
        )
        ring = QRectF(0, 0, 2 * _RING, 2 * _RING)
        ring.moveCenter(middle)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.chip))
        painter.drawEllipse(ring)
        inner = ring.adjusted(_RING_WIDTH, _RING_WIDTH, -_RING_WIDTH, -_RING_WIDTH)
        share = 1.0 if self._share is None else self._share
        pen = QPen(QColor(tokens.failed if self._share is not None else tokens.person), _RING_WIDTH)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawArc(inner, 90 * 16, -round(share * 360 * 16))
        painter.setPen(QColor(tokens.on_picture))
        font = QFont(chip.font_of(self.font(), 48 if self._count else Size.TEXT))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        words = self._count or tr("Now")
        painter.drawText(ring, int(Qt.AlignmentFlag.AlignCenter), words)
        if self._note and self._count:
            width = chip.width_of(painter, self._note, dot=False)
            place = QRectF(0, 0, width, chip.HIGH)
            place.moveCenter(QPointF(ring.center().x(), ring.bottom() + Size.ROOM + chip.HIGH / 2))
            chip.paint(painter, tokens, place, self._note)
