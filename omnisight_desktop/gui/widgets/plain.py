"""Labels that show words as they are, and the gaps around them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QVBoxLayout

from omnisight_desktop.gui.theme import Size


def words(text: str = "", role: str = "", *, wrap: bool = True) -> QLabel:
    """A label; what was heard, imported or reported by others is nobody's page."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if role:
        label.setProperty("role", role)
    return label


def card() -> tuple[QFrame, QVBoxLayout]:
    """An empty card, and the column inside it."""
    frame = QFrame()
    frame.setProperty("role", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(Size.ROOM, Size.PAD, Size.ROOM, Size.PAD)
    column.setSpacing(Size.GAP // 2)
    return frame, column


def clear(layout: QLayout) -> None:
    """Take everything out, and let it go."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            clear(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()
