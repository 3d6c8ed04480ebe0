"""The line at the lower edge: how things are, part by part, each of which can be asked for more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size

_DOT = 8


class StatusLine(QWidget):
    """Shows words; a part that is clicked says its number, the first being the lead."""

    clicked = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._dot = _Dot(look)
        self._buttons: list[QPushButton] = []
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(Size.STATUS)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(Size.ROOM, 0, Size.ROOM, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._dot)
        self._row.addStretch(1)

    def show_parts(self, tone: str, parts: Sequence[tuple[str, str]]) -> None:
        """The tone of the lead, and for each part what it says and what it tells on hover."""
        self._dot.wear(tone)
        while len(self._buttons) < len(parts):
            self._add()
        for at, button in enumerate(self._buttons):
            words, more = parts[at] if at < len(parts) else ("", "")
            button.setText(words)
            button.setToolTip(more)
            button.setAccessibleName(words)
            button.setAccessibleDescription(more)
            button.setVisible(bool(words))

    def _add(self) -> None:
        at, button = len(self._buttons), QPushButton()
        button.setProperty("role", "lead" if at == 0 else "status")
        button.clicked.connect(lambda: self.clicked.emit(at))
        self._buttons.append(button)
        self._row.insertWidget(self._row.count() - 1, button)


class _Dot(QWidget):
    """A round spot in the colour of a tone."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._tone = "muted"
        self.setFixedSize(QSize(_DOT + 2, _DOT + 2))
        look.changed.connect(self.update)

    def wear(self, tone: str) -> None:
        if tone != self._tone:
            self._tone = tone
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(self._look.tokens, self._tone)))
        painter.drawEllipse(QRectF(1, 1, _DOT, _DOT))
