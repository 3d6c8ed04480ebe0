"""Which gestures are taken for which, as a field of numbers: rows were made, columns were recognised."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.widgets import chip
from omnisight_desktop.perception.gesture.confusion import Confusion

_CELL = 52
_LEAST, _MOST_NAME = 80, 180
_ANGLE = -40.0
_FAINT = 0.05


class Matrix(QWidget):
    """Paints as many cells as there are gestures; each says on hover what it means."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._told: Confusion | None = None
        self._threshold = 0.7
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Which gestures are taken for which"))
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        count = len(self._told.labels) if self._told is not None else 0
        side = count * _CELL
        return QSize(self._names() + side + self._names() // 2, self._over() + side + 1)

    def show_confusion(self, told: Confusion | None, threshold: float) -> None:
        """Paint this from now on."""
        self._told, self._threshold = told, threshold
        self.setFixedSize(self.sizeHint())
        wrong = told.mistaken(threshold) if told is not None else ()
        self.setAccessibleDescription(", ".join(f"{one} → {other}" for one, other in wrong))
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            words = self._about(event.pos())
            if words:
                QToolTip.showText(event.globalPos(), words, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self._told is None:
            return
        painter, tokens = QPainter(self), self._look.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(chip.font_of(self.font(), Size.TEXT))
        left, top = self._names(), self._over()
        for at, label in enumerate(self._told.labels):
            painter.setPen(QColor(tokens.text))
            place = QRectF(0, top + at * _CELL, left - Size.PAD, _CELL)
            said = self._elided(label)
            painter.drawText(
                place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), said
            )
            painter.save()
            painter.translate(left + (at + 0.5) * _CELL, top - Size.GAP)
            painter.rotate(_ANGLE)
            painter.drawText(0, 0, said)
            painter.restore()
        for row in range(len(self._told.labels)):
            for column in range(len(self._told.labels)):
                self._paint_cell(painter, row, column)

    def _paint_cell(self, painter: QPainter, row: int, column: int) -> None:
        assert self._told is not None
        tokens, sure = self._look.tokens, float(self._told.sure[row, column])
        left, top = self._names(), self._over()
        place = QRectF(left + column * _CELL, top + row * _CELL, _CELL, _CELL).adjusted(
            2, 2, -2, -2
        )
        own = row == column
        untold = own and self._told.labels[row] in self._told.alone
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(place, Size.RADIUS_SMALL, Size.RADIUS_SMALL)
        if not untold and sure > _FAINT:
            colour = QColor(tokens.accent if own else tokens.warning)
            colour.setAlphaF(0.15 + 0.45 * min(1.0, sure))
            painter.setBrush(colour)
            painter.drawRoundedRect(place, Size.RADIUS_SMALL, Size.RADIUS_SMALL)
        painter.setPen(QColor(tokens.text if sure > _FAINT or own else tokens.muted))
        words = "–" if untold else f"{round(100 * sure)}" if sure > _FAINT or own else "·"
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), words)

    def _about(self, spot: QPoint) -> str:
        told = self._told
        if told is None:
            return ""
        column, row = (spot.x() - self._names()) // _CELL, (spot.y() - self._over()) // _CELL
        if not (0 <= row < len(told.labels) and 0 <= column < len(told.labels)):
            return ""
        one, other = told.labels[row], told.labels[column]
        if row == column and one in told.alone:
            return tr("{gesture} was shown once only, so nobody can tell.", gesture=one)
        sure = round(100 * float(told.sure[row, column]))
        if row == column:
            return tr("{gesture} is recognised with {sure} %.", gesture=one, sure=sure)
        return tr("{one} is taken for {other} with {sure} %.", one=one, other=other, sure=sure)

    def _elided(self, label: str) -> str:
        end = Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(label, end, self._names() - Size.PAD)

    def _names(self) -> int:
        labels = self._told.labels if self._told is not None else ()
        widest = max((self.fontMetrics().horizontalAdvance(one) for one in labels), default=0)
        return int(max(_LEAST, min(_MOST_NAME, widest + Size.ROOM)))

    def _over(self) -> int:
        """How much room the slanting names take above."""
        return int(self._names() * 0.7) + Size.ROOM
