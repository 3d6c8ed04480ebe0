"""A figure's last minutes as a line without axes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from omnisight_desktop.gui.look import Look

_POINTS = 120  # the width stands for so many, whether they are there yet or not
_INSET = 2.0


class Sparkline(QWidget):
    """Grows from the right; zero is at the bottom."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._series: tuple[float, ...] = ()
        look.changed.connect(self.update)
        self.setMinimumHeight(28)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(120, 28)

    def show_series(self, series: Sequence[float]) -> None:
        """Draw this from now on, the newest last."""
        self._series = tuple(series)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self.height() - _INSET
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawLine(QPointF(0, ground), QPointF(self.width(), ground))
        if len(self._series) < 2:
            return
        line = self._path(ground)
        filled = QPainterPath(line)
        filled.lineTo(line.currentPosition().x(), ground)
        filled.lineTo(line.elementAt(0).x, ground)
        below = QColor(tokens.accent)
        below.setAlphaF(0.12)
        painter.fillPath(filled, below)
        painter.setPen(QPen(QColor(tokens.accent), 1.5))
        painter.drawPath(line)

    def _path(self, ground: float) -> QPainterPath:
        top = max(self._series) or 1.0
        step = self.width() / (_POINTS - 1)
        left = self.width() - step * (len(self._series) - 1)
        height = ground - _INSET
        points = [
            QPointF(left + at * step, ground - value / top * height)
            for at, value in enumerate(self._series)
        ]
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point)
        return path
