"""How one camera is doing: its state in words, and its figures with their last minutes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.viewmodels.health import CameraCard
from omnisight_desktop.gui.widgets.marks import Dot
from omnisight_desktop.gui.widgets.plain import words
from omnisight_desktop.gui.widgets.sparkline import Sparkline

_LEAST = 280


class CameraHealth(QFrame):
    """A card that is filled anew each second."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setMinimumWidth(_LEAST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look = look
        self._dot = Dot(look)
        self._name = words(role="strong")
        self._words = words(role="small")
        self._figures: list[tuple[QLabel, Sparkline, QLabel]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Size.PAD)
        self._grid.setVerticalSpacing(Size.GAP // 2)
        self._grid.setColumnStretch(1, 1)
        head = QHBoxLayout()
        head.setSpacing(Size.GAP // 2)
        head.addWidget(self._dot)
        head.addWidget(self._name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Size.ROOM, Size.PAD, Size.ROOM, Size.PAD)
        column.setSpacing(Size.GAP // 2)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addLayout(self._grid)
        column.addStretch(1)

    def show_card(self, card: CameraCard) -> None:
        """Show how it is now."""
        self._dot.show_state(card.state)
        self._name.setText(card.name)
        self._words.setText(card.words)
        while len(self._figures) < len(card.metrics):
            self._add_figure()
        for (name, line, value), metric in zip(self._figures, card.metrics, strict=True):
            name.setText(metric.name)
            line.show_series(metric.series)
            value.setText(metric.value)
        told = "; ".join(f"{one.name} {one.value}" for one in card.metrics)
        self.setAccessibleName(card.name)
        self.setAccessibleDescription(f"{card.words} {told}")

    def _add_figure(self) -> None:
        row = len(self._figures)
        name, value = words(role="small", wrap=False), words(role="strong", wrap=False)
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line = Sparkline(self._look)
        for at, part in enumerate((name, line, value)):
            self._grid.addWidget(part, row, at)
        self._figures.append((name, line, value))
