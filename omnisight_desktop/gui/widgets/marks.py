"""Small marks beside words: a dot for how something is doing, a bar for how full something is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size

_DOT = 8
_BAR = 8
_ROLES = {"ok": "good", "degraded": "warning", "failed": "failed"}


class Dot(QWidget):
    """Green, amber or red, for ``ok``, ``degraded`` and ``failed``; grey for nothing.

    Or any colour of the theme by its name.
    """

    def __init__(self, look: Look, state: str = "") -> None:
        super().__init__()
        self._look = look
        self._state = state
        look.changed.connect(self.update)
        self.setFixedSize(QSize(_DOT + 4, 20))

    def show_state(self, state: str) -> None:
        """Take another colour."""
        if state != self._state:
            self._state = state
            self.update()

    def _colour(self) -> str:
        role = _ROLES.get(self._state, self._state or "faint")
        return str(getattr(self._look.tokens, role))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colour()))
        painter.drawEllipse(QRectF(0, (self.height() - _DOT) / 2, _DOT, _DOT))


class Bar(QWidget):
    """How full something is; the part that matters here stands out."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._whole = 0.0
        self._ours = 0.0
        look.changed.connect(self.update)
        self.setFixedHeight(_BAR)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, whole: float, ours: float) -> None:
        """From 0 to 1: how full it is, and how much of that is ours."""
        self._whole, self._ours = min(1.0, max(whole, ours)), ours
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for share, colour in ((1.0, tokens.line), (self._whole, tokens.faint)):
            self._paint(painter, share, colour)
        if self._ours > 0:
            self._paint(painter, max(self._ours, 0.01), tokens.accent)

    def _paint(self, painter: QPainter, share: float, colour: str) -> None:
        radius = Size.GAP / 2
        painter.setBrush(QColor(colour))
        width = max(_BAR, share * self.width()) if share > 0 else 0
        painter.drawRoundedRect(QRectF(0, 0, width, _BAR), radius, radius)
