"""A place where nothing is yet: what will be here, and the first step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.widgets.said import fit

_ICON = 40
_WIDTH = 420


class Empty(QWidget):
    """An icon, a heading, a sentence, and the one button that helps."""

    asked = Signal()

    def __init__(self, look: Look, icon: str, head: str, sentence: str, verb: str = "") -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading, words = _said(head, "heading"), _said(sentence, "muted")
        self._labels = (heading, words)
        self._button = QPushButton(verb)
        self._button.setProperty("role", "primary")
        self._button.setAccessibleName(verb)
        self._button.clicked.connect(self.asked)
        self._button.setVisible(bool(verb))
        column = QVBoxLayout(self)
        column.setSpacing(Size.PAD)
        column.addStretch(1)
        for widget in (self._picture, heading, words, self._button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        look.changed.connect(self._paint)
        self._paint()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        for label in self._labels:
            fit(label, _WIDTH)

    def _paint(self) -> None:
        faint = self._look.tokens.faint
        self._picture.setPixmap(icons.pixmap(self._icon, faint, _ICON, self.devicePixelRatioF()))


def _said(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setFixedWidth(_WIDTH)
    return label
