"""A field for somebody's name that offers those who are known."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit


class NameField(QLineEdit):
    """Any name may be typed; those that begin or go on like it are offered below."""

    def __init__(self, hint: str) -> None:
        super().__init__()
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setMaxLength(100)

    def offer(self, names: Iterable[str]) -> None:
        """The names that are known."""
        fresh = list(names)
        if fresh != self._names.stringList():
            self._names.setStringList(fresh)
