"""One story as a card: who or what, where, when, what happened in it, and its clip."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from omnisight_desktop.gui.theme import Size


class StoryCard(QFrame):
    """A card in the drawer."""

    export_wanted = Signal(str)

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
            export = QPushButton("Export")
            export.setAccessibleName(f"Export the clip of {title}, {line}")
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


def _plain(words: str, role: str) -> QLabel:
    """A label that shows words as they are: what was heard or imported is nobody's page."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
