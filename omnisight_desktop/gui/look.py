"""The theme that holds just now; who paints by hand asks it, and hears when it changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

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
