"""The rail of panels at the left edge: an icon and a word each, and one of them in front."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.action import Action
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size


class Rail(QWidget):
    """Says which panel was chosen."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._tabs: dict[str, QToolButton] = {}
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(Size.RAIL)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Size.GAP // 2, Size.PAD, Size.GAP // 2, Size.PAD)
        self._column.setSpacing(Size.GAP // 2)
        self._column.addStretch(1)
        self._below: list[QToolButton] = []

    def clear(self) -> None:
        """Take everything away again."""
        for button in (*self._tabs.values(), *self._below):
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._tabs, self._below = {}, []

    def add(self, name: str, title: str, icon: str, keys: str) -> None:
        """One more panel below the others."""
        tab = QToolButton()
        tab.setText(title)
        tab.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        tab.setProperty("role", "rail")
        tab.setCheckable(True)
        tab.setAutoExclusive(True)
        tab.setFixedWidth(Size.RAIL - Size.GAP)
        tab.setAccessibleName(title)
        tab.setToolTip(f"{title}  {keys}".strip())
        tab.clicked.connect(lambda: self.chosen.emit(name))
        icons.put(tab, icon, self._look, role="muted", on="accent")
        self._tabs[name] = tab
        self._column.insertWidget(len(self._tabs) - 1, tab)

    def show_chosen(self, name: str) -> None:
        """This panel is in front."""
        self._tabs[name].setChecked(True)

    def add_menu(
        self, icon: str, words: str, actions: Sequence[Action], can: Callable[[Action], bool]
    ) -> None:
        """A button at the lower end with a few things to choose from; ``can`` is asked each time."""
        menu = QMenu(self)
        entries = [(action, menu.addAction(action.words, action.run)) for action in actions]
        for action, entry in entries:
            entry.setShortcut(QKeySequence(action.keys))  # told, not bound: the window does that
            entry.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

        def ask() -> None:
            for action, entry in entries:
                entry.setEnabled(can(action))

        menu.aboutToShow.connect(ask)
        button = self.add_below(icon, words, "", lambda: None)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def add_below(
        self, icon: str, words: str, keys: str, call: Callable[[], object]
    ) -> QToolButton:
        """A button at the lower end."""
        button = QToolButton()
        button.setProperty("role", "plain")
        button.setFixedSize(Size.RAIL - Size.GAP, Size.TARGET + Size.GAP)
        button.setAccessibleName(words)
        button.setToolTip(f"{words}  {keys}".strip())
        button.clicked.connect(lambda: call())
        icons.put(button, icon, self._look, role="muted")
        self._below.append(button)
        self._column.addWidget(button)
        return button
