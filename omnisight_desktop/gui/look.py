"""The theme that holds just now; who paints by hand asks it, and hears when it changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from omnisight_desktop.gui import theme
from omnisight_desktop.gui.theme import Tokens


class Look(QObject):
    """Holds the tokens of the whole window."""

    changed = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.tokens = tokens

    def wear(self, tokens: Tokens) -> None:
        """Take up another theme."""
        if tokens != self.tokens:
            self.tokens = tokens
            self.changed.emit()


def dress(look: Look, name: str) -> None:
    """Have the whole program wear the theme of a setting: ``light``, ``dark`` or ``system``."""
    application = QApplication.instance()
    system_is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    tokens = theme.choose(name, system_is_dark=system_is_dark)
    if isinstance(application, QApplication):
        theme.apply(application, tokens)
    look.wear(tokens)
