"""The line above a list that is narrowed: words to look for, a menu of everything else, and the chips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.widgets.chips import Chips

_TYPED_MS = 350  # after the last letter
_SEARCH_WIDTH = 220
_MOST = 40  # of a kind in the menu


@dataclass(frozen=True, slots=True)
class Group:
    """Part of the menu: its words, and what can be chosen there."""

    words: str
    facet: str
    choices: Sequence[tuple[str, str]]  # value, words


class Sieve(QWidget):
    """Tells what is chosen; what is narrowed by that is somebody else's matter."""

    searched = Signal(str)
    chosen = Signal(str, str)  # facet, value
    taken = Signal(object)
    cleared = Signal()

    def __init__(self, title: str, look: Look, groups: Callable[[], Sequence[Group]]) -> None:
        super().__init__()
        self._groups = groups
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search words"))
        self.search.setAccessibleName(tr("Search in stories"))
        self.search.setToolTip(tr("Search what was said or described") + "  Ctrl+F")
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(_SEARCH_WIDTH)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_TYPED_MS)
        self._typed.timeout.connect(self._search)
        self.search.textEdited.connect(lambda _: self._typed.start())
        self.search.returnPressed.connect(self._search)
        self.button = QPushButton(tr("Filter"))
        self.button.setToolTip(tr("Show less: by camera, person, kind, zone or time"))
        icons.put(self.button, "filter", look)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.button.setMenu(self._menu)
        self._chips: Chips[object] = Chips(look)
        heading = QLabel(title)
        heading.setProperty("role", "title")
        row = QHBoxLayout()
        row.setSpacing(Size.GAP)
        row.addWidget(heading)
        row.addStretch(1)
        row.addWidget(self.search)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Size.GAP)
        column.addLayout(row)
        column.addWidget(self._chips)

    def show_chips(self, text: str, chips: Sequence[tuple[str, object]]) -> None:
        """What narrows just now."""
        if not self.search.hasFocus() and self.search.text().strip() != text:
            self.search.setText(text)
        self._chips.show_chips(chips, self.taken.emit, self.cleared.emit)

    def _search(self) -> None:
        self._typed.stop()
        self.searched.emit(self.search.text())

    def _fill(self) -> None:
        self._menu.clear()
        for group in self._groups():
            part = self._menu.addMenu(group.words)
            part.setEnabled(bool(group.choices))
            for value, words in group.choices[:_MOST]:
                action = part.addAction(words)
                action.triggered.connect(
                    lambda _=False, facet=group.facet, value=value: self.chosen.emit(facet, value)
                )
