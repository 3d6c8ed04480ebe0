"""Thirty days as bars, today at the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.widgets import chip

_HIGH, _WORDS, _LEAST = 96, 20, 2.0


class Days(QWidget):
    """How often something was, day by day."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._days: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("The last 30 days"))
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(320, _HIGH + _WORDS)

    def show_days(self, days: tuple[int, ...]) -> None:
        """Draw these counts, today's last."""
        self._days = days
        self.setAccessibleDescription(tr("{count} × today", count=days[-1] if days else 0))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter, tokens = QPainter(self), self._look.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._days:
            return
        most, step = max(1, *self._days), self.width() / len(self._days)
        painter.setPen(Qt.PenStyle.NoPen)
        for at, count in enumerate(self._days):
            high = max(_LEAST, count / most * (_HIGH - Size.ROOM)) if count else _LEAST
            painter.setBrush(QColor(tokens.accent if count else tokens.line))
            bar = QRectF(at * step + 1, _HIGH - high, max(step - 3, 1), high)
            painter.drawRoundedRect(bar, 2, 2)
        painter.setPen(QColor(tokens.muted))
        painter.setFont(chip.font_of(self.font(), Size.TEXT_SMALL))
        under = QRectF(0, _HIGH, self.width(), _WORDS)
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(under, int(bottom | Qt.AlignmentFlag.AlignLeft), tr("30 days ago"))
        painter.drawText(under, int(bottom | Qt.AlignmentFlag.AlignRight), tr("today"))
        if max(self._days):
            top = QRectF(0, 0, self.width(), Size.ROOM)
            said = tr("{count} on one day at most", count=most)
            painter.drawText(top, int(Qt.AlignmentFlag.AlignLeft), said)
