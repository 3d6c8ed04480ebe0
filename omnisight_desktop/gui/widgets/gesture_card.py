"""A gesture on the wall: the figure that makes it, its name, how often it is made, and its switch."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.gestures import GestureCard
from omnisight_desktop.gui.widgets.figure import FigureView
from omnisight_desktop.gui.widgets.said import Elided
from omnisight_desktop.gui.widgets.switch import Switch

_WORDS_HEIGHT = 88


class GestureTile(QFrame):
    """A card that opens its gesture; one that nobody had to teach can only be switched."""

    opened = Signal(str)
    switched = Signal(str, bool)
    asked = Signal(str, str)  # what is wanted of it: more, rule, export, delete

    def __init__(self, card: GestureCard, look: Look) -> None:
        super().__init__()
        self.label = card.label
        self._card = card
        self.setProperty("role", "plainCard" if card.activity else "card")
        if not card.activity:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.figure = FigureView(look)
        self._name = Elided("strong")
        self._first, self._second = Elided("small"), Elided("small")
        self._switch = Switch(look)
        self._switch.toggled.connect(lambda on: self.switched.emit(self.label, on))
        self._more = QToolButton()
        self._more.setProperty("role", "plain")
        self._more.setToolTip(tr("More"))
        self._more.clicked.connect(self._menu)
        icons.put(self._more, "more", look, role="muted")
        said = QVBoxLayout()
        said.setSpacing(2)
        for line in (self._name, self._first, self._second):
            said.addWidget(line)
        row = QHBoxLayout()
        row.setContentsMargins(Size.GAP // 2, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(said, 1)
        row.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        self._more.setVisible(not card.activity)
        column = QVBoxLayout(self)
        column.setContentsMargins(Size.GAP, Size.GAP, Size.GAP, Size.GAP)
        column.setSpacing(Size.GAP)
        column.addWidget(self.figure, 1)
        column.addLayout(row)
        self.show_card(card)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return (width - 2 * Size.GAP) * 9 // 16 + _WORDS_HEIGHT

    def show_card(self, card: GestureCard) -> None:
        """Say how it is now."""
        self._card = card
        self.figure.show_figure(card.figure, dim=not card.on)
        self._name.say(card.words)
        self._first.say(card.about or card.taught)
        self._second.say(card.made)
        with QSignalBlocker(self._switch):
            self._switch.setChecked(card.on)
        self._switch.setAccessibleName(tr("Look for {gesture}", gesture=card.words))
        self._switch.setToolTip(tr("Look for it no longer") if card.on else tr("Look for it"))
        self._more.setAccessibleName(tr("More about {gesture}", gesture=card.words))
        self.setAccessibleName(card.told)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside and not self._card.activity:
            self.opened.emit(self.label)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.label)
        elif event.key() == Qt.Key.Key_Delete:
            self.asked.emit("delete", self.label)
        else:
            super().keyPressEvent(event)

    def _menu(self) -> None:
        menu = QMenu(self)
        menu.addAction(tr("Open"), lambda: self.opened.emit(self.label))
        menu.addAction(tr("More takes"), lambda: self.asked.emit("more", self.label))
        menu.addAction(tr("Make a rule"), lambda: self.asked.emit("rule", self.label))
        menu.addAction(tr("Share…"), lambda: self.asked.emit("export", self.label))
        menu.addSeparator()
        menu.addAction(tr("Forget it"), lambda: self.asked.emit("delete", self.label))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))
