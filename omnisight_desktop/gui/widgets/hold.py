"""A button for what cannot be undone: it is held down for a moment, and fills meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QPushButton

from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size

_HOLD_MS = 1200
_STEP_MS = 30


class HoldButton(QPushButton):
    """Held with the mouse or with the space bar; let go too soon, nothing happens."""

    held = Signal()

    def __init__(self, words: str, look: Look, hold_ms: int = _HOLD_MS) -> None:
        super().__init__(words)
        self._look = look
        self._hold_ms = hold_ms
        self._since = QElapsedTimer()
        self._filled = 0.0
        self.setProperty("role", "danger")
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._fill)
        self.pressed.connect(self._begin)
        self.released.connect(self._stop)

    @property
    def filled(self) -> float:
        """How far it is, from 0 to 1."""
        return self._filled

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.setDown(True)
            self._begin()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.setDown(False)
                self._stop()
        else:
            super().keyReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange and not self.isEnabled():
            self._stop()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if self._filled <= 0:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), Size.RADIUS_SMALL, Size.RADIUS_SMALL)
        painter.setClipPath(shape)
        colour = QColor(self._look.tokens.failed)
        colour.setAlphaF(0.35)
        painter.fillRect(QRectF(0, 0, self.width() * self._filled, self.height()), colour)

    def _begin(self) -> None:
        self._since.start()
        self._timer.start()

    def _stop(self) -> None:
        self._timer.stop()
        self._filled = 0.0
        self.update()

    def _fill(self) -> None:
        self._filled = min(1.0, self._since.elapsed() / self._hold_ms)
        self.update()
        if self._filled >= 1.0:
            self._stop()
            self.setDown(False)
            self.held.emit()
