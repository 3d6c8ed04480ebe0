"""One camera's tile: its picture with what is drawn over it, its name, and its state in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QEnterEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from omnisight_desktop.core.frame import Image
from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.sketch import Shape
from omnisight_desktop.gui.viewmodels.tiles import Overlay, TilePicture, TileState
from omnisight_desktop.gui.widgets import chip, corners
from omnisight_desktop.gui.widgets.scene import Scene, paint_scene
from omnisight_desktop.gui.widgets.steer import Pad
from omnisight_desktop.gui.widgets.tile_parts import Controls, Reason

_MIME = "application/x-omnisight-camera"
_BAR = 3.0


class Tile(QWidget):
    """Paints straight from the frame's own memory. What is asked of it goes out as a word."""

    asked = Signal(str)  # help, snapshot, again, record, large
    steered = Signal(str)  # the name of a motion; nothing to stop
    sent = Signal(str)  # to a place that the camera knows
    dropped = Signal(str)  # another camera was laid on this one

    def __init__(self, name: str, look: Look, camera: str = "") -> None:
        super().__init__()
        self.camera = camera
        self.serial = -1
        self._name = name
        self._look = look
        self._state: TileState | None = None
        self._image: QImage | None = None
        self._picture: TilePicture | None = None
        self._pixels: Image | None = None  # what the QImage looks at must stay alive
        self._overlays: frozenset[Overlay] = frozenset()
        self._shapes: Sequence[Shape] = ()
        self._pressed: QPoint | None = None
        self._aimed_at = False
        self._controls = Controls(self, look)
        self._controls.asked.connect(self.asked)
        self._pad = Pad(self, look)
        self._pad.moved.connect(self.steered)
        self._pad.went.connect(self.sent)
        self._reason = Reason(self, look)
        self._reason.asked.connect(lambda: self.asked.emit("help"))
        self.setMinimumSize(160, 90)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # nobody need paint what is below
        self.setAcceptDrops(True)
        self.setAccessibleName(name)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(640, 360)

    @property
    def room(self) -> tuple[int, int]:
        """How large a picture may be here, in the screen's own pixels."""
        ratio = self.devicePixelRatioF()
        return max(2, int(self.width() * ratio)), max(2, int(self.height() * ratio))

    def call_it(self, name: str) -> None:
        """Say another name, when the camera got one."""
        if name != self._name:
            self._name = name
            self.setAccessibleName(name)
            self.update()

    def show_picture(self, picture: TilePicture) -> None:
        """Paint this picture from now on."""
        pixels = picture.image
        height, width, depth = pixels.shape
        form = QImage.Format.Format_RGB32 if depth == 4 else QImage.Format.Format_BGR888
        self._pixels, self._picture = pixels, picture
        self._image = QImage(pixels.data, width, height, pixels.strides[0], form)
        self.serial = picture.serial
        self.update()

    def show_overlays(self, overlays: frozenset[Overlay], shapes: Sequence[Shape]) -> None:
        """Draw these over the picture."""
        self._overlays, self._shapes = overlays, shapes
        self.update()

    def show_state(self, state: TileState) -> None:
        """Say how the camera is doing; one that is not live shows words, no old picture."""
        if state == self._state:
            return
        self._state = state
        hidden = tr("Parts of the picture are blackened.") if state.private else ""
        told = [part for part in (state.sentence, hidden) if part]
        self.setAccessibleDescription(". ".join(filter(None, (state.chip, *told))))
        self.setToolTip(" ".join(told) if state.shows_picture else "")
        if not state.shows_picture:
            self._image = self._pixels = self._picture = None
            self.serial = -1
        self._reason.say("" if state.shows_picture else state.sentence or state.chip, state.help)
        self._controls.show_state(state)
        self._pad.show_reach(state.reach)
        self._show_controls()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter, tokens = QPainter(self), self._look.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self._frame()
        whole = QRectF(self.rect())
        for part in (whole,) if self._image is None else _around(whole, frame):
            painter.fillRect(part, QColor(tokens.canvas))
        if self._image is None or self._picture is None:
            painter.fillRect(frame, QColor(tokens.surface))
        else:
            self._paint_picture(painter, frame, self._image, self._picture)
        self._paint_chips(painter, frame)
        self._paint_border(painter, frame)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._place_parts()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit("large")
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self.asked.emit("large")

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        far = QApplication.startDragDistance()
        place = event.position().toPoint()
        if self._pressed is not None and (place - self._pressed).manhattanLength() >= far:
            self._pressed = None
            self._drag()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if event.mimeData().hasFormat(_MIME) and event.source() is not self:
            event.acceptProposedAction()
            self._aim(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        self._aim(False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        self._aim(False)
        event.acceptProposedAction()
        self.dropped.emit(bytes(event.mimeData().data(_MIME).data()).decode())

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        super().enterEvent(event)
        self._show_controls()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().leaveEvent(event)
        self._show_controls()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self._show_controls()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self._show_controls()

    def _drag(self) -> None:
        drag, mime = QDrag(self), QMimeData()
        mime.setData(_MIME, self.camera.encode())
        drag.setMimeData(mime)
        drag.setPixmap(self.grab().scaledToWidth(200, Qt.TransformationMode.SmoothTransformation))
        drag.exec(Qt.DropAction.MoveAction)

    def _aim(self, at_it: bool) -> None:
        self._aimed_at = at_it
        self.update()

    def _show_controls(self) -> None:
        wanted = self.underMouse() or self.hasFocus() or self._controls.has_keyboard()
        wanted = wanted or self._pad.has_menu()
        shown = wanted and self._state is not None and self._state.shows_picture
        self._controls.setVisible(shown and self.width() >= self._controls.sizeHint().width())
        self._pad.setVisible(shown and self._pad.wanted and self._has_room_for_pad())
        self._place_parts()

    def _place_parts(self) -> None:
        frame = self._frame().toRect()
        room = frame.adjusted(Size.PAD, Size.PAD, -Size.PAD, -Size.PAD - int(chip.HIGH))
        self._reason.setGeometry(room)
        size = self._controls.sizeHint()
        right, bottom = frame.right() - Size.GAP, frame.bottom() - Size.GAP
        self._controls.setGeometry(right - size.width(), bottom - size.height(), *size.toTuple())
        pad, bottom = self._pad.sizeHint(), bottom - size.height() - Size.GAP
        self._pad.setGeometry(right - pad.width(), bottom - pad.height(), *pad.toTuple())

    def _has_room_for_pad(self) -> bool:
        """Above the other buttons and below the chips."""
        used = self._controls.sizeHint().height() + chip.HIGH + 4 * Size.GAP
        return self._frame().height() >= used + self._pad.sizeHint().height()

    def _frame(self) -> QRectF:
        """The part of the tile that is painted: the picture's own place, or all of it."""
        whole = QRectF(self.rect())
        if self._picture is None:
            return whole.adjusted(1, 1, -1, -1)
        ratio = self.devicePixelRatioF()
        width, height = (side / ratio for side in self._picture.size)
        left, top = (whole.width() - width) / 2, (whole.height() - height) / 2
        # Whole pixels of the screen: between them it would have to be mixed anew.
        left, top = round(left * ratio) / ratio, round(top * ratio) / ratio
        return QRectF(left, top, width, height)

    def _paint_picture(
        self, painter: QPainter, frame: QRectF, image: QImage, picture: TilePicture
    ) -> None:
        if (image.width(), image.height()) == picture.size:
            image.setDevicePixelRatio(self.devicePixelRatioF())
            painter.drawImage(frame.topLeft(), image)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(frame, image)
        painter.setClipRect(frame)
        paint_scene(painter, self._look.tokens, Scene(frame, picture, self._overlays, self._shapes))
        painter.setClipping(False)
        if picture.share is not None:
            done = QRectF(frame.left(), frame.bottom() - _BAR, frame.width() * picture.share, _BAR)
            painter.fillRect(done, QColor(self._look.tokens.accent))

    def _paint_chips(self, painter: QPainter, frame: QRectF) -> None:
        tokens, state = self._look.tokens, self._state
        bottom = frame.bottom() - Size.GAP - chip.HIGH
        room = frame.width() - 3 * Size.GAP
        if not self._controls.isHidden():
            room -= self._controls.width()
        said = self._called(painter, room)
        width = chip.width_of(painter, said, dot=False)
        name = QRectF(frame.left() + Size.GAP, bottom, width, chip.HIGH)
        chip.paint(painter, tokens, name, said)
        if state is None:
            return
        if state.private:
            self._paint_private(painter, name.right() + Size.GAP, bottom, frame.left() + room)
        right, top = frame.right() - Size.GAP, frame.top() + Size.GAP
        spots = [(state.chip, QColor(getattr(tokens, state.tone)))]
        if state.recording:
            spots.append((tr("Recording {time}", time=state.recording), QColor(tokens.failed)))
        if state.listening:
            spots.append((tr("Listening"), QColor(tokens.accent)))
        for words, dot in spots:
            width = chip.width_of(painter, words, dot=True)
            right -= width
            chip.paint(painter, tokens, QRectF(right, top, width, chip.HIGH), words, dot)
            right -= Size.GAP

    def _paint_private(self, painter: QPainter, left: float, top: float, right: float) -> None:
        """That parts are hidden: a shield, with the words where there is room for them."""
        tokens, words = self._look.tokens, tr("Partly hidden")
        spot = QRectF(left, top + 1, Size.ICON, Size.ICON)
        width = chip.width_of(painter, words, dot=False)
        if spot.right() + width <= right:
            place = QRectF(spot.right() + Size.GAP / 2, top, width, chip.HIGH)
            chip.paint(painter, tokens, place, words)
        icons.paint(painter, "shield", tokens.on_picture, spot)

    def _called(self, painter: QPainter, room: float) -> str:
        """The camera's name, or as much of it as there is room for."""
        painter.setFont(chip.font_of(painter.font(), Size.TEXT_SMALL))
        end = Qt.TextElideMode.ElideRight
        return painter.fontMetrics().elidedText(self._name, end, max(0, int(room) - 2 * Size.GAP))

    def _paint_border(self, painter: QPainter, frame: QRectF) -> None:
        tokens = self._look.tokens
        strong = self.hasFocus() or self._aimed_at
        line, width = (tokens.accent, Size.STROKE) if strong else (tokens.line, 1)
        corners.paint(painter, frame, tokens.canvas, line, width)


def _around(whole: QRectF, frame: QRectF) -> tuple[QRectF, ...]:
    """What of a place lies beside a picture in it; with a pixel of overlap."""
    left, right = frame.left() + 1, frame.right() - 1
    top, bottom = frame.top() + 1, frame.bottom() - 1
    return (
        QRectF(0, 0, left, whole.height()),
        QRectF(right, 0, whole.width() - right, whole.height()),
        QRectF(0, 0, whole.width(), top),
        QRectF(0, bottom, whole.width(), whole.height() - bottom),
    )
