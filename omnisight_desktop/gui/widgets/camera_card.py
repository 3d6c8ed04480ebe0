"""One camera on the wall: its newest picture, its name, how it is doing, and its switch."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout

from omnisight_desktop.core.camera import CameraState
from omnisight_desktop.core.frame import Image
from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.cameras import CameraCard
from omnisight_desktop.gui.widgets.said import Elided
from omnisight_desktop.gui.widgets.switch import Switch
from omnisight_desktop.gui.widgets.thumbnail import Thumbnail

_WORDS_HEIGHT = 84
_COLOURS = {
    CameraState.LIVE: "good",
    CameraState.OFFLINE: "failed",
    CameraState.CONNECTING: "warning",
}


class CameraTile(QFrame):
    """A card that opens its camera."""

    opened = Signal(str)
    switched = Signal(str, bool)
    removed = Signal(str)
    retried = Signal(str)

    def __init__(self, card: CameraCard, look: Look) -> None:
        super().__init__()
        self._look = look
        self.camera = card.id
        self._card = card
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.thumbnail = Thumbnail(look)
        self._name = Elided("strong")
        self._dot = QLabel()
        self._dot.setFixedSize(Size.GAP, Size.GAP)
        self._chip = Elided("small")
        self._drawn = Elided("small")
        self._switch = Switch(look)
        self._more = QToolButton()
        self._lay_out()
        look.changed.connect(self._show_dot)
        self.show_card(card)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return (width - 2 * Size.GAP) * 9 // 16 + _WORDS_HEIGHT

    def show_card(self, card: CameraCard) -> None:
        """Say how it is doing now."""
        self._card = card
        self._name.say(card.name)
        self._chip.say(card.chip)
        self._drawn.say(card.drawn or card.place)
        self._switch.blockSignals(True)
        self._switch.setChecked(card.on)
        self._switch.blockSignals(False)
        said = tr("Watch {camera}", camera=card.name)
        self._switch.setAccessibleName(said)
        self._switch.setToolTip(tr("Leave it alone") if card.on else tr("Watch it"))
        self._more.setAccessibleName(tr("More about {camera}", camera=card.name))
        self.setAccessibleName(card.told)
        self.setToolTip(card.sentence if card.state is CameraState.LIVE else "")
        if card.state not in (CameraState.LIVE, CameraState.ENDED):
            self.thumbnail.show_words(card.sentence or card.chip)
        self._show_dot()

    def show_picture(self, serial: int, pixels: Image) -> None:
        """Show its newest picture."""
        if self._card.state in (CameraState.LIVE, CameraState.ENDED):
            self.thumbnail.show_pixels(pixels, serial)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.opened.emit(self.camera)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.camera)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit(self.camera)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._switch.toggled.connect(lambda on: self.switched.emit(self.camera, on))
        self._more.setProperty("role", "plain")
        self._more.setToolTip(tr("More"))
        self._more.clicked.connect(self._menu)
        icons.put(self._more, "more", self._look, role="muted")
        state = QHBoxLayout()
        state.setSpacing(Size.GAP - 2)
        state.addWidget(self._dot)
        state.addWidget(self._chip, 1)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self._name)
        said.addLayout(state)
        said.addWidget(self._drawn)
        row = QHBoxLayout()
        row.setContentsMargins(Size.GAP // 2, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(said, 1)
        row.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(Size.GAP, Size.GAP, Size.GAP, Size.GAP)
        column.setSpacing(Size.GAP)
        column.addWidget(self.thumbnail)
        column.addLayout(row)
        column.addStretch(1)

    def _menu(self) -> None:
        menu = QMenu(self)
        menu.addAction(tr("Open"), lambda: self.opened.emit(self.camera))
        if self._card.state is CameraState.OFFLINE:
            menu.addAction(tr("Call it again"), lambda: self.retried.emit(self.camera))
        menu.addSeparator()
        menu.addAction(tr("Remove"), lambda: self.removed.emit(self.camera))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _show_dot(self) -> None:
        state = self._card.state
        role = _COLOURS.get(state, "muted") if state is not None else "faint"
        colour = getattr(self._look.tokens, role)
        self._dot.setStyleSheet(f"background: {colour}; border-radius: {Size.GAP // 2}px;")
