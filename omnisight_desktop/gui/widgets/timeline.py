"""The timeline: a lane for each camera, from years down to pictures; whatever is in view is read for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QEnterEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size, Tokens, sort_colour
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.bars import Drawing
from omnisight_desktop.gui.widgets.ruler import marks

GUTTER = 120
_RULER = 26
_LANE = 36
_MOST_LANES = 5  # more are scrolled
_INSET = 3
_NARROWEST = 2.5  # of a mark, in pixels
_MOTION = 0.35  # of a lane's height, at the most
_DRAG_PX = 4
_NOTCH = 120  # of a wheel
_CLOSER = 0.8


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is marked to be exported, in milliseconds; either end may be open."""

    begin_ms: float | None = None
    end_ms: float | None = None


class Timeline(QWidget):
    """Wheel: closer and further; drag: earlier and later; ruler: scrub; click: go there; Shift: mark."""

    sought = Signal(float, str)  # ms, camera or nothing
    scrubbed = Signal(float)
    zoomed = Signal(float, float)  # factor, around ms
    panned = Signal(float)  # ms
    marked = Signal(float, float)  # ms
    toggled = Signal(str)  # a camera, shown or not
    hovered = Signal(str, float, float)  # camera, ms, x; nothing and -1 when the pointer is gone

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._since_ms, self._until_ms = 0.0, 1.0
        self._at_ms: float | None = None
        self._cameras: tuple[tuple[str, str], ...] = ()
        self._shown: frozenset[str] = frozenset()
        self._lanes: Mapping[str, Drawing] = {}
        self._stretch = Stretch()
        self._first = 0  # lane on top
        self._pointer: float | None = None
        self._pressed: QPointF | None = None
        self._grip = ""  # what a drag does: scrub, pan, mark
        self._drawn: QPixmap | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._redraw)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        lanes = min(_MOST_LANES, max(1, len(self._cameras)))
        return QSize(640, _RULER + lanes * _LANE + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(GUTTER + 200, self.sizeHint().height())

    def show_cameras(self, cameras: Sequence[tuple[str, str]], shown: Sequence[str]) -> None:
        """The lanes, ids with names, and which of them are in the player."""
        before = len(self._cameras)
        self._cameras, self._shown = tuple(cameras), frozenset(shown)
        self._first = max(0, min(self._first, len(self._cameras) - _MOST_LANES))
        if len(self._cameras) != before:
            self.updateGeometry()
        self._redraw()

    def show_range(self, since_ms: float, until_ms: float) -> None:
        """From when to when."""
        self._since_ms, self._until_ms = since_ms, until_ms
        self._redraw()

    def show_lanes(self, lanes: Mapping[str, Drawing] | None) -> None:
        """What is drawn in the lanes, by their cameras."""
        self._lanes = lanes or {}
        self._redraw()

    def show_moment(self, at_ms: float | None) -> None:
        """Where one is."""
        before, self._at_ms = self._at_ms, at_ms
        for one in (before, at_ms):
            if one is not None:
                x = self._x(one)
                self.update(int(x) - 8, 0, 16, self.height())

    def show_stretch(self, stretch: Stretch) -> None:
        """What is marked."""
        self._stretch = stretch
        self.update()

    def ms_at(self, x: float) -> float:
        """Which moment lies at a place."""
        share = (x - GUTTER) / max(1, self.width() - GUTTER)
        return self._since_ms + share * (self._until_ms - self._since_ms)

    # What Qt tells.

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._redraw()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self._drawn is None:
            self._drawn = self._painted()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(GUTTER, 0, self.width() - GUTTER, self.height())
        self._paint_stretch(painter)
        if self._pointer is not None and not self._grip:
            painter.setPen(QPen(QColor(self._look.tokens.muted), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(self._pointer, _RULER), QPointF(self._pointer, self.height()))
        self._paint_moment(painter)
        painter.setClipping(False)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._look.tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            edge = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(edge, Size.RADIUS, Size.RADIUS)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        x, turn = event.position().x(), event.angleDelta()
        if x < GUTTER:
            self._scroll(-1 if turn.y() > 0 else 1)
        elif turn.x() or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            amount = turn.x() or turn.y()
            self.panned.emit(-(amount / _NOTCH) * (self._until_ms - self._since_ms) / 8)
        elif turn.y():
            self.zoomed.emit(_CLOSER ** (turn.y() / _NOTCH), self.ms_at(x))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed = event.position()
        if event.position().x() < GUTTER:
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._grip = "mark"
        elif event.position().y() < _RULER:
            self._grip = "scrub"
            self.scrubbed.emit(self.ms_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        place, pressed = event.position(), self._pressed
        self._pointer = place.x() if place.x() >= GUTTER else None
        if pressed is None or pressed.x() < GUTTER:
            self._tell_hover(place)
        elif self._grip == "scrub":
            self.scrubbed.emit(self.ms_at(place.x()))
            self._tell_hover(place)
        elif self._grip == "mark":
            ends = sorted((self.ms_at(pressed.x()), self.ms_at(place.x())))
            self.marked.emit(ends[0], ends[1])
        elif self._grip == "pan" or abs(place.x() - pressed.x()) > _DRAG_PX:
            self._grip = "pan"
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.panned.emit(self.ms_at(pressed.x()) - self.ms_at(place.x()))
            self._pressed = place
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        pressed, self._pressed = self._pressed, None
        grip, self._grip = self._grip, ""
        self.unsetCursor()
        if pressed is None or grip:
            return
        camera = self._camera_at(pressed.y())
        if pressed.x() < GUTTER:
            if camera:
                self.toggled.emit(camera)
        else:
            self.sought.emit(self.ms_at(event.position().x()), camera)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().leaveEvent(event)
        self._pointer = None
        self.hovered.emit("", -1.0, 0.0)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        super().enterEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._scroll(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    # Drawing.

    def _redraw(self) -> None:
        self._drawn = None
        self.update()

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(self.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        tokens = self._look.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.setBrush(QColor(tokens.surface))
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, Size.RADIUS, Size.RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._paint_ruler(painter, tokens)
        self._paint_more(painter, tokens)
        for row, (camera, name) in enumerate(self._visible()):
            top = _RULER + row * _LANE
            self._paint_name(painter, camera, name, top)
            painter.setClipRect(GUTTER, top, self.width() - GUTTER - 1, _LANE)
            lane = self._lanes.get(camera)
            if lane is not None:
                self._paint_lane(painter, tokens, lane, top)
            painter.setClipping(False)
        painter.end()
        return drawn

    def _paint_ruler(self, painter: QPainter, tokens: Tokens) -> None:
        width = self.width() - GUTTER
        painter.setPen(QColor(tokens.line))
        painter.drawLine(GUTTER, 1, GUTTER, self.height() - 2)
        painter.drawLine(1, _RULER, self.width() - 2, _RULER)
        painter.setClipRect(GUTTER, 0, width - 1, self.height())
        for mark in marks(self._since_ms, self._until_ms, width):
            x = self._x(mark.at_ms)
            painter.setPen(QColor(tokens.line_strong if mark.bold else tokens.line))
            painter.drawLine(QPointF(x, _RULER - 5), QPointF(x, self.height() - 2))
            painter.setFont(self._font(bold=mark.bold))
            room = painter.fontMetrics().horizontalAdvance(mark.words)
            if x < GUTTER or x + 5 + room > self.width() - 4:
                continue  # half a word tells nothing
            painter.setPen(QColor(tokens.text if mark.bold else tokens.muted))
            place = QRectF(x + 5, 0, room + 2, _RULER - 2)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), mark.words)
        painter.setClipping(False)

    def _paint_more(self, painter: QPainter, tokens: Tokens) -> None:
        """Which of the lanes are in sight, where there are more."""
        count = len(self._cameras)
        if count <= _MOST_LANES:
            return
        painter.setFont(self._font())
        painter.setPen(QColor(tokens.muted))
        last = min(count, self._first + _MOST_LANES)
        words = tr("{first}–{last} of {count}", first=self._first + 1, last=last, count=count)
        place = QRectF(Size.GAP + 2, 0, GUTTER - Size.GAP, _RULER)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _paint_name(self, painter: QPainter, camera: str, name: str, top: int) -> None:
        tokens, on = self._look.tokens, camera in self._shown
        eye = QRectF(Size.GAP + 2, top + (_LANE - 16) / 2, 16, 16)
        icons.paint(painter, "eye" if on else "eye-off", tokens.accent if on else tokens.faint, eye)
        painter.setFont(self._font(bold=on))
        painter.setPen(QColor(tokens.text if on else tokens.muted))
        place = QRectF(eye.right() + 8, top, GUTTER - eye.right() - 14, _LANE)
        metrics = painter.fontMetrics()
        words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.setPen(QColor(tokens.line))
        painter.drawLine(1, top + _LANE, self.width() - 2, top + _LANE)

    def _paint_lane(self, painter: QPainter, tokens: Tokens, lane: Drawing, top: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        high = top + _INSET + 1.0
        height = _LANE - 2 * _INSET - 1.0
        for one in lane.recorded:
            ground = QColor(tokens.line)
            ground.setAlphaF(0.4 + 0.6 * one.share)
            painter.fillRect(self._rect(one.start_ms, one.end_ms, high, height, 1.0), ground)
        hatch = QBrush(QColor(tokens.faint), Qt.BrushStyle.BDiagPattern)
        for gap in lane.missing:
            painter.fillRect(self._rect(gap.start_ms, gap.end_ms, high, height, 2.0), hatch)
        moved = QColor(tokens.line_strong)
        for some in lane.moved:
            rise = max(2.0, height * _MOTION * some.share)
            place = self._rect(some.start_ms, some.end_ms, high + height - rise, rise, 1.0)
            painter.fillRect(place, moved)
        self._paint_bars(painter, tokens, lane, high, height)

    def _paint_bars(
        self, painter: QPainter, tokens: Tokens, lane: Drawing, high: float, height: float
    ) -> None:
        scale = self._px_per_ms()
        width = max(_NARROWEST, lane.step_ms * scale - 1)
        bottom, left = high + height, self._since_ms - width / scale
        painter.setPen(Qt.PenStyle.NoPen)
        for bars in lane.bars:
            first, last = np.searchsorted(bars.start_ms, (left, self._until_ms))
            some = slice(int(first), int(last))
            x = GUTTER + (bars.start_ms[some] - self._since_ms) * scale
            tops = bottom - bars.high[some] * height
            rises = (bars.high[some] - bars.low[some]) * height
            painter.setBrush(sort_colour(tokens, bars.sort))
            rows = zip(x.tolist(), tops.tolist(), rises.tolist(), strict=True)
            painter.drawRects([QRectF(at, top, width, rise) for at, top, rise in rows])

    def _paint_stretch(self, painter: QPainter) -> None:
        begin, end = self._stretch.begin_ms, self._stretch.end_ms
        accent = QColor(self._look.tokens.accent)
        if begin is not None and end is not None:
            shade = QColor(accent)
            shade.setAlphaF(0.16)
            x = self._x(begin)
            painter.fillRect(QRectF(x, 0, self._x(end) - x, self.height()), shade)
        painter.setPen(QPen(accent, 2))
        for at, way in ((begin, 1), (end, -1)):
            if at is not None:
                x = self._x(at)
                painter.drawLine(QPointF(x, 2), QPointF(x, self.height() - 2))
                painter.drawLine(QPointF(x, 3), QPointF(x + 6 * way, 3))
                painter.drawLine(
                    QPointF(x, self.height() - 3), QPointF(x + 6 * way, self.height() - 3)
                )

    def _paint_moment(self, painter: QPainter) -> None:
        if self._at_ms is None:
            return
        x, accent = self._x(self._at_ms), QColor(self._look.tokens.text)
        painter.setPen(QPen(accent, 2))
        painter.drawLine(QPointF(x, 6), QPointF(x, self.height() - 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawPolygon(QPolygonF([QPointF(x - 6, 1), QPointF(x + 6, 1), QPointF(x, 9)]))

    # Where things are.

    def _visible(self) -> Sequence[tuple[str, str]]:
        return self._cameras[self._first : self._first + _MOST_LANES]

    def _camera_at(self, y: float) -> str:
        row = int((y - _RULER) // _LANE)
        visible = self._visible()
        return visible[row][0] if y >= _RULER and 0 <= row < len(visible) else ""

    def _tell_hover(self, place: QPointF) -> None:
        if place.x() < GUTTER:
            self.hovered.emit("", -1.0, 0.0)
            return
        camera = self._camera_at(place.y())
        self.hovered.emit(camera, self.ms_at(place.x()), place.x())

    def _scroll(self, lanes: int) -> None:
        first = max(0, min(self._first + lanes, len(self._cameras) - _MOST_LANES))
        if first != self._first:
            self._first = first
            self._redraw()

    def _px_per_ms(self) -> float:
        return (self.width() - GUTTER) / max(1e-6, self._until_ms - self._since_ms)

    def _x(self, at_ms: float) -> float:
        x = GUTTER + (at_ms - self._since_ms) * self._px_per_ms()
        return min(max(x, -10_000.0), 20_000.0)  # further out, a painter loses its way

    def _rect(
        self, start_ms: float, end_ms: float, top: float, height: float, least: float
    ) -> QRectF:
        x = self._x(start_ms)
        return QRectF(x, top, max(least, self._x(end_ms) - x), height)

    def _font(self, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(Size.TEXT_SMALL)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font
