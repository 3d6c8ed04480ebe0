"""A switch: on or off at once, by click or by Space."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size

_TRACK_WIDTH, _TRACK_HEIGHT, _KNOB = 40, 22, 16


class Switch(QAbstractButton):
    """Paints its own track and knob; the room around them belongs to the target."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        look.changed.connect(self.update)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(_TRACK_WIDTH + Size.GAP, Size.TARGET)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        tokens, on = self._look.tokens, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        top = (self.height() - _TRACK_HEIGHT) / 2
        track = QRectF(Size.GAP / 2, top, _TRACK_WIDTH, _TRACK_HEIGHT)
        painter.setPen(QPen(QColor(tokens.accent if on else tokens.line_strong), 1))
        painter.setBrush(QColor(tokens.accent if on else tokens.surface))
        radius = _TRACK_HEIGHT / 2
        painter.drawRoundedRect(track, radius, radius)
        edge = (_TRACK_HEIGHT - _KNOB) / 2
        left = track.right() - edge - _KNOB if on else track.left() + edge
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent_ground if on else tokens.muted))
        painter.drawEllipse(QRectF(left, top + edge, _KNOB, _KNOB))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.text if on else tokens.accent), Size.STROKE))
            painter.drawRoundedRect(track.adjusted(-2, -2, 2, 2), radius + 2, radius + 2)
