"""A report of what went wrong, to be read, copied or saved. It goes nowhere by itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.widgets.overlay import Overlay
from omnisight_desktop.gui.widgets.said import words

_WIDTH = 760
_HEIGHT = 380


class ReportPage(Overlay):
    """Stands over the window until it is closed."""

    save_wanted = Signal(str, str)  # the text, and where to

    def __init__(self, parent: QWidget, look: Look, head: str, text: str) -> None:
        super().__init__(parent, look, _WIDTH)
        self._text = QPlainTextEdit(text)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._text.setFixedHeight(_HEIGHT)
        self._text.setAccessibleName(tr("Report"))
        copy = self._button(tr("Copy"), "copy", self._copy)
        save = self._button(tr("Save…"), "save", self._save)
        self._close = self._button(tr("Close"), "close", self.leave)
        home = tr("This report lies on this computer only. Send it on if you would like help.")
        row = QHBoxLayout()
        row.setSpacing(Size.GAP)
        row.addWidget(copy)
        row.addWidget(save)
        row.addStretch(1)
        row.addWidget(self._close)
        column = QVBoxLayout(self.sheet)
        column.setContentsMargins(Size.WIDE, Size.WIDE, Size.WIDE, Size.ROOM)
        column.setSpacing(Size.PAD)
        column.addWidget(words(head, "heading"))
        column.addWidget(words(home, "muted"))
        column.addWidget(self._text)
        column.addLayout(row)
        self.left.connect(self.deleteLater)

    def read(self) -> None:
        """Come to the front."""
        self.come(self._close)

    def _button(self, text: str, icon: str, call: object) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(text)
        button.clicked.connect(call)
        icons.put(button, icon, self._look)
        return button

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())

    def _save(self) -> None:
        usual = str(Path.home() / "omnisight-report.txt")
        place, _ = QFileDialog.getSaveFileName(self, tr("Save the report"), usual)
        if place:
            self.save_wanted.emit(self._text.toPlainText(), place)
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)
