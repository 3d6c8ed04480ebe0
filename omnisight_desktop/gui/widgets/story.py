"""One story as a card: who or what, where, when, what happened in it, and its clip."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr


class StoryCard(QFrame):
    """A card in the drawer."""

    export_wanted = Signal(str)
    opened = Signal()

    def __init__(
        self, title: str, line: str, exact: str, happenings: tuple[str, ...], clip: str | None
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{title}, {line}")
        self.setAccessibleDescription("; ".join(happenings))
        heading = _plain(title, "strong")
        place = _plain(line, "small")
        place.setToolTip(exact)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(heading)
        words.addWidget(place)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        if clip is not None:
            export = QPushButton(tr("Export"))
            export.setAccessibleName(tr("Export the clip of {story}", story=f"{title}, {line}"))
            export.clicked.connect(lambda: self.export_wanted.emit(clip))
            row.addWidget(export)
        column = QVBoxLayout(self)
        column.setContentsMargins(Size.PAD, Size.GAP, Size.GAP, Size.GAP + 2)
        column.setSpacing(2)
        column.addLayout(row)
        if happenings:
            column.addSpacing(Size.GAP // 2)
        for happening in happenings:
            column.addWidget(_plain(happening, "small"))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()


def _plain(words: str, role: str) -> QLabel:
    """A label that shows words as they are: what was heard or imported is nobody's page."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
