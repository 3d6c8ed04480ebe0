"""The pad on a tile that turns and zooms its camera, as long as a button is held."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QMenu, QToolButton, QWidget

from omnisight_desktop.core.ports.steering import Reach
from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import noted, tr

#: What a button does, its icon, its words, its keys, and where it stands.
STEERING = (
    ("up", "up", noted("Turn the camera up"), "Alt+Up", (0, 1)),
    ("left", "left", noted("Turn the camera left"), "Alt+Left", (1, 0)),
    ("right", "right", noted("Turn the camera right"), "Alt+Right", (1, 2)),
    ("down", "down", noted("Turn the camera down"), "Alt+Down", (2, 1)),
    ("nearer", "zoom-in", noted("Zoom in"), "+", (0, 2)),
    ("wider", "zoom-out", noted("Zoom out"), "-", (2, 2)),
)
_ZOOMS = ("nearer", "wider")


class Pad(QWidget):
    """Buttons for the mouse, in the places where they lead; keys do the same."""

    moved = Signal(str)  # the name of a motion; nothing when the button is let go
    went = Signal(str)  # to a place that the camera knows

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QToolButton] = {}
        self._reach = Reach()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(Size.GAP // 2)
        for name, icon, words, keys, place in STEERING:
            button = self._button(icon, f"{tr(words)}  {keys}", look)
            button.setAccessibleName(tr(words))
            button.pressed.connect(lambda name=name: self.moved.emit(name))
            button.released.connect(lambda: self.moved.emit(""))
            self._buttons[name] = button
            grid.addWidget(button, *place)
        self._places = self._button("star", tr("Places of this camera"), look)
        self._places.setAccessibleName(tr("Places of this camera"))
        self._places.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._places.setMenu(QMenu(self._places))
        grid.addWidget(self._places, 1, 1)
        self.hide()

    @property
    def wanted(self) -> bool:
        """Whether there is anything to steer."""
        return bool(self._reach)

    def show_reach(self, reach: Reach) -> None:
        """Only buttons for what the camera can do."""
        if reach == self._reach:
            return
        self._reach = reach
        for name, button in self._buttons.items():
            button.setVisible(reach.zooms if name in _ZOOMS else reach.turns)
        self._places.setVisible(bool(reach.places))
        menu = self._places.menu()
        menu.clear()
        for place in reach.places:
            menu.addAction(place.replace("&", "&&")).triggered.connect(
                lambda _=False, place=place: self.went.emit(place)
            )
        self.adjustSize()

    def has_menu(self) -> bool:
        """Whether somebody chooses a place just now."""
        return self._places.menu().isVisible()

    def _button(self, icon: str, words: str, look: Look) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "over")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(words)
        icons.put(button, icon, look, role="on_picture")
        return button
