"""One story as a card: who or what, where, when, and its clip."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from omnisight_desktop.gui.theme import Size


class StoryCard(QFrame):
    """A card in the drawer."""

    export_wanted = Signal(str)

    def __init__(self, title: str, line: str, exact: str, clip: str | None) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{title}, {line}")
        heading = QLabel(title)
        heading.setProperty("role", "strong")
        place = QLabel(line)
        place.setProperty("role", "small")
        place.setToolTip(exact)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(heading)
        words.addWidget(place)
        row = QHBoxLayout(self)
        row.setContentsMargins(Size.PAD, Size.GAP, Size.GAP, Size.GAP)
        row.addLayout(words, 1)
        if clip is not None:
            export = QPushButton("Export")
            export.setAccessibleName(f"Export the clip of {title}, {line}")
            export.clicked.connect(lambda: self.export_wanted.emit(clip))
            row.addWidget(export)
