"""The live picture that is drawn on: points are dragged, added and taken away, by mouse or by keys."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.track import Track
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.pixels import image_of
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.drawing import DrawingViewModel
from omnisight_desktop.gui.viewmodels.sketch import Kind, Point, middles
from omnisight_desktop.gui.widgets.ink import Ink, Stage

_REACH_PX = 14.0  # so near to a point is on it
_STEP, _FAST = 0.005, 0.05
_ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}


class Board(QWidget):
    """Paints a camera's picture and what is drawn on it, and turns hands and keys into drawing."""

    finished = Signal()  # something new was drawn to its end

    def __init__(self, model: DrawingViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self._image: QImage | None = None
        self._pixels: Image | None = None  # what the QImage looks at must stay alive
        self._tracks: tuple[Track, ...] = ()
        self._scale = 1.0
        self._words = ""
        self._counts: Mapping[str, str] = {}
        self._pen: Point = (0.5, 0.5)
        self._pen_shown = False
        self._dragged: Point | None = None
        self.serial = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(320, 180)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Picture to draw on"))
        model.changed.connect(self._model_changed)
        model.moved_on.connect(self._model_changed)
        look.changed.connect(self.update)
        self._model_changed()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(960, 540)

    def show_picture(
        self, serial: int, pixels: Image, tracks: tuple[Track, ...] = (), scale: float = 1.0
    ) -> None:
        """Draw on this picture from now on; the tracks are where they are in one that many times
        as large."""
        self._pixels, self._image = pixels, image_of(pixels)
        self._tracks, self._scale = tracks, scale
        self.serial = serial
        self.update()

    def show_words(self, words: str) -> None:
        """Say why there is no picture; drawing goes on all the same."""
        self._image = self._pixels = None
        self._tracks, self._words, self.serial = (), words, -1
        self.update()

    def show_counts(self, counts: Mapping[str, str]) -> None:
        """What stands beside each line, by its name."""
        if counts != self._counts:
            self._counts = dict(counts)
            self.update()

    @property
    def has_picture(self) -> bool:
        """Whether there is a picture just now."""
        return self._image is not None

    def frame(self) -> QRectF:
        """Where the picture lies."""
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        aspect = 16 / 9
        if self._image is not None:
            aspect = self._image.width() / max(self._image.height(), 1)
        width = min(whole.width(), whole.height() * aspect)
        height = width / aspect
        left = whole.left() + (whole.width() - width) / 2
        return QRectF(left, whole.top(), width, height)

    def place_of(self, point: Point) -> QPointF:
        """Where a point of the picture is on the screen."""
        frame = self.frame()
        return QPointF(
            frame.left() + point[0] * frame.width(), frame.top() + point[1] * frame.height()
        )

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stage = Stage(self.frame(), self._image, self._tracks, self._scale, self._words)
        ink = Ink(painter, self._look.tokens, stage)
        ink.ground(focused=self.hasFocus())
        shapes, chosen = self._model.sketch.shapes, self._model.chosen
        for kind in (Kind.MASK, Kind.ZONE, Kind.LINE):
            for shape in self._model.sketch.of(kind):
                ink.shape(shape, chosen=shape is chosen)
        if chosen is not None and self._model.tool is None:
            ink.handles(chosen, self._model.point)
        for shape in shapes:
            ink.name(shape, self._counts.get(shape.name, "") if not shape.closed else "")
        if self._model.tool is not None:
            ink.pending(self._model.tool, self._model.pending, self._pen, shown=self._pen_shown)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        at = self._at(event.position())
        if self._model.tool is not None:
            self._put(event.position(), at)
            return
        self._choose_at(event.position())
        self._dragged = at

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        at = self._at(event.position())
        if self._model.tool is not None:
            self._pen, self._pen_shown = at, True
            self.update()
            return
        if self._dragged is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_cursor(event.position())
            return
        if self._model.point >= 0:
            self._model.move_point(at, dragging=True)
        elif self._model.chosen is not None:
            by = (at[0] - self._dragged[0], at[1] - self._dragged[1])
            self._model.move_shape(by, dragging=True)
            self._dragged = at

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._dragged = None
        self._model.rest()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._model.tool is not None:
            self._finish()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        if self._model.tool is not None:
            self._model.lift()
            return
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self._choose_at(QPointF(event.pos()), adding=False)
        if self._model.chosen is not None:
            self._menu(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        handled = self._edit_key(event) or (
            self._pen_key(event) if self._model.tool is not None else self._hand_key(event)
        )
        if not handled:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: N802 - Qt's name
        """Tab goes from point to point, and at the last one on to what comes next in the window."""
        if self._model.tool is None and self._model.next_handle(1 if following else -1):
            return True
        return super().focusNextPrevChild(following)

    def leaveEvent(self, _event: object) -> None:  # noqa: N802 - Qt's name
        self._pen_shown = self.hasFocus()
        self.update()

    def _model_changed(self) -> None:
        drawing = self._model.tool is not None
        self.setCursor(Qt.CursorShape.CrossCursor if drawing else Qt.CursorShape.ArrowCursor)
        self.setAccessibleDescription(self._told())
        self.update()

    def _told(self) -> str:
        shape = self._model.chosen
        if self._model.tool is not None:
            return tr("Drawing: {count} points so far", count=len(self._model.pending))
        if shape is None:
            return tr(
                "{count} shapes. Tab goes from point to point.",
                count=len(self._model.sketch.shapes),
            )
        if self._model.point < 0:
            return tr("{shape} is chosen", shape=shape.name or tr("A mask"))
        return tr(
            "Point {point} of {count} of {shape}",
            point=self._model.point + 1,
            count=len(shape.points),
            shape=shape.name or tr("a mask"),
        )

    def _put(self, place: QPointF, at: Point) -> None:
        first = self._model.pending[0] if self._model.pending else None
        if first is not None and self._model.can_finish and self._near(place, first):
            self._finish()
        else:
            self._pen, self._pen_shown = at, True
            self._model.put(at)

    def _finish(self) -> None:
        if self._model.finish():
            self.finished.emit()

    def _edit_key(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            self._model.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._model.redo()
        else:
            return False
        return True

    def _pen_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            x, y = self._stepped(self._pen, key, event)
            self._pen, self._pen_shown = (min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)), True
            self.update()
        elif key is Qt.Key.Key_Space:
            self._pen_shown = True
            self._model.put(self._pen)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        elif key is Qt.Key.Key_Backspace:
            self._model.lift()
        elif key is Qt.Key.Key_Escape:
            self._model.take_up(None)
        else:
            return False
        return True

    def _hand_key(self, event: QKeyEvent) -> bool:
        key, shape = Qt.Key(event.key()), self._model.chosen
        if shape is None:
            return False
        if key in _ARROWS:
            if self._model.point >= 0:
                at = self._stepped(shape.points[self._model.point], key, event)
                self._model.move_point(at, dragging=True)
            else:
                self._model.move_shape(self._stepped((0.0, 0.0), key, event), dragging=True)
        elif key in (Qt.Key.Key_Insert, Qt.Key.Key_Plus):
            self._model.add_point()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            whole = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._model.remove_shape(self._model.shape) if whole else self._model.remove_point()
        elif key is Qt.Key.Key_Escape:
            self._model.choose(-1)
        else:
            return False
        return True

    def _stepped(self, point: Point, key: Qt.Key, event: QKeyEvent) -> Point:
        fast = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        dx, dy = _ARROWS[key]
        step, frame = _FAST if fast else _STEP, self.frame()
        across = step * frame.height() / max(frame.width(), 1.0)
        return point[0] + dx * across, point[1] + dy * step

    def _choose_at(self, place: QPointF, *, adding: bool = True) -> None:
        """What lies under the hand: a point of the chosen shape, the middle of its side, a shape."""
        chosen = self._model.chosen
        if chosen is not None:
            for nth, point in enumerate(chosen.points):
                if self._near(place, point):
                    self._model.choose(self._model.shape, nth)
                    return
            for nth, middle in enumerate(middles(chosen)) if adding else ():
                if self._near(place, middle):
                    self._model.add_point(nth, self._at(place))
                    return
        self._model.choose(self._shape_at(place))

    def _shape_at(self, place: QPointF) -> int:
        """The shape on top at a place, -1 where there is none; lines and corners come first."""
        ink = Ink(None, self._look.tokens, Stage(self.frame()))
        shapes = self._model.sketch.shapes
        for near in (True, False):
            for index in reversed(range(len(shapes))):
                if ink.is_at(shapes[index], place, _REACH_PX if near else 0.0):
                    return index
        return -1

    def _show_cursor(self, place: QPointF) -> None:
        chosen = self._model.chosen
        points = (*chosen.points, *middles(chosen)) if chosen is not None else ()
        if any(self._near(place, point) for point in points):
            self.setCursor(Qt.CursorShape.SizeAllCursor)
        elif self._shape_at(place) >= 0:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setCursor(Qt.CursorShape.ArrowCursor)

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        if self._model.point >= 0:
            menu.addAction(tr("Remove the point"), self._model.remove_point)
        menu.addAction(tr("Add a point"), self._model.add_point)
        shape = self._model.chosen
        if shape is not None and not shape.closed:
            menu.addAction(tr("Turn the direction"), lambda: self._model.turn(self._model.shape))
        menu.addAction(tr("Remove"), lambda: self._model.remove_shape(self._model.shape))
        menu.popup(at if not at.isNull() else QCursor.pos())

    def _near(self, place: QPointF, point: Point) -> bool:
        away = self.place_of(point) - place
        return float(away.x() ** 2 + away.y() ** 2) <= _REACH_PX**2

    def _at(self, place: QPointF) -> Point:
        frame = self.frame()
        x = (place.x() - frame.left()) / max(frame.width(), 1.0)
        y = (place.y() - frame.top()) / max(frame.height(), 1.0)
        return min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)
