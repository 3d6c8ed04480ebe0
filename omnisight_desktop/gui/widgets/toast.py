"""A word that comes and goes by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from omnisight_desktop.gui.theme import Size

_SHOWN_MS = 6000
_WIDTH = 420


class Toast(QFrame):
    """Stands over the lower edge of its window; a new word replaces the old one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "toast")
        self.setFixedWidth(_WIDTH)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(Size.ROOM, Size.PAD, Size.ROOM, Size.PAD)
        row.addWidget(self._words)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, words: str) -> None:
        """Show these words for a while."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.adjustSize()
        parent = self.parentWidget()
        if parent is not None:
            left = (parent.width() - self.width()) // 2
            self.move(left, parent.height() - self.height() - 3 * Size.WIDE)
        self.show()
        self.raise_()
        self._timer.start(_SHOWN_MS)
