"""When somebody comes: a dot for each visit, the days of the last weeks across, the hours downwards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.words import day_and_month

_DAYS = 28
_HEIGHT = 132
_LEFT = 44
_BELOW = 20
_HOURS = (0, 6, 12, 18, 24)


class Rhythm(QWidget):
    """Four weeks that end today."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._visits: list[datetime] = []
        self._today: date | None = None
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(320, _HEIGHT)

    def show_visits(self, visits: Sequence[datetime], now: datetime) -> None:
        """When they were here, as seen from now."""
        self._visits = [visit.astimezone() for visit in visits]
        self._today = now.astimezone().date()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self._today is None:
            return
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(_LEFT, 6, self.width() - _LEFT - 6, self.height() - _BELOW - 8)
        font = QFont(self.font())
        font.setPixelSize(Size.TEXT_SMALL)
        painter.setFont(font)
        self._grid(painter, place)
        one = place.width() / _DAYS
        painter.setPen(Qt.PenStyle.NoPen)
        colour = QColor(tokens.accent)
        colour.setAlphaF(0.75)
        painter.setBrush(colour)
        for visit in self._visits:
            ago = (self._today - visit.date()).days
            if 0 <= ago < _DAYS:
                x = place.right() - (ago + 0.5) * one
                y = place.top() + place.height() * (visit.hour + visit.minute / 60) / 24
                painter.drawEllipse(QPointF(x, y), 4, 4)

    def _grid(self, painter: QPainter, place: QRectF) -> None:
        assert self._today is not None
        tokens = self._look.tokens
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for hour in _HOURS:
            y = place.top() + place.height() * hour / 24
            painter.setPen(QPen(QColor(tokens.line), 1))
            painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))
            painter.setPen(QColor(tokens.muted))
            painter.drawText(QRectF(0, y - 8, _LEFT - 8, 16), right, f"{hour:02}:00")
        one = place.width() / _DAYS
        middle = int(Qt.AlignmentFlag.AlignCenter)
        for ago in range(0, _DAYS, 7):
            day = self._today - timedelta(days=ago)
            x = place.right() - (ago + 0.5) * one
            where = QRectF(x - 40, place.bottom() + 4, 80, 16)
            if where.right() > self.width():
                where.moveRight(self.width())
            painter.drawText(where, middle, day_and_month(day.day, day.month))
