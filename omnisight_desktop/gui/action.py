"""What can be done, by name: the palette lists it, a shortcut does it, a button may do it too."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do: its lasting name, its words, and the keys for it."""

    name: str
    words: str
    run: Callable[[], object]
    keys: str = ""
    icon: str = ""


class Actions(QObject):
    """All that can be done just now. What a panel brings works while the panel is in front."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._held: dict[QWidget, tuple[Action, ...]] = {}
        self._keys: dict[QWidget, list[QShortcut]] = {}

    def bring(self, place: QWidget, actions: Iterable[Action], *, everywhere: bool = False) -> None:
        """Take in the actions of a place; their keys work there, or in the whole window.

        What the place brought before is forgotten.
        """
        self.leave(place)
        self._held[place] = tuple(actions)
        scope = Qt.ShortcutContext
        context = scope.WindowShortcut if everywhere else scope.WidgetWithChildrenShortcut
        for action in self._held[place]:
            if action.keys:
                shortcut = QShortcut(QKeySequence(action.keys), place)
                shortcut.setContext(context)
                shortcut.activated.connect(action.run)
                self._keys.setdefault(place, []).append(shortcut)
        self.changed.emit()

    def leave(self, place: QWidget) -> None:
        """Forget the actions of a place, and their keys."""
        self._held.pop(place, None)
        for shortcut in self._keys.pop(place, ()):
            shortcut.setEnabled(False)
            shortcut.deleteLater()

    def all(self) -> list[Action]:
        """Those of every place that can be seen, in the order in which they came."""
        return [a for place, held in self._held.items() if place.isVisible() for a in held]
