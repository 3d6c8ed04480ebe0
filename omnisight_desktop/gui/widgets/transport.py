"""The row of buttons under the player: where one is, how fast it goes, marks, and what is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.widgets.screen import BODIES, BOXES, NAMES
from omnisight_desktop.gui.words import date as date_words


@dataclass(frozen=True, slots=True)
class Verbs:
    """What the buttons do."""

    before: Callable[[], object]
    back: Callable[[], object]
    play: Callable[[], object]
    on: Callable[[], object]
    after: Callable[[], object]
    speed: Callable[[float], object]
    mark_in: Callable[[], object]
    mark_out: Callable[[], object]
    export: Callable[[], object]
    review: Callable[[], object]
    overlays: Callable[[frozenset[str]], object]
    camera: Callable[[str], object]
    sound: Callable[[], object]


class Transport(QWidget):
    """Buttons take the keyboard only when one tabs to them: a click leaves it where it was."""

    def __init__(self, look: Look, verbs: Verbs, speeds: Sequence[float]) -> None:
        super().__init__()
        self._look = look
        self._verbs = verbs
        self._playing = False
        self._shown_day: date | None = None
        self._day = QLabel()
        self._day.setProperty("role", "small")
        self._clock = QLabel()
        self._clock.setProperty("role", "heading")
        self.play = self._button("play", tr("Play or pause"), "Space", verbs.play)
        self.speed = self._button("speed", tr("Speed"), "J K L")
        self.speed.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.review = self._button("check", tr("Reviewed"), "R", verbs.review)
        self.review.setCheckable(True)
        self.sound = self._button("sound", tr("Sound"), "M", verbs.sound)
        self.sound.setCheckable(True)
        self.cameras = self._button("cameras", tr("Cameras that play together"), "")
        self.layers = self._button("layers", tr("What is drawn on the picture"), "")
        self._speeds = self._speed_menu(speeds)
        self._camera_menu = QMenu(self)
        self._open(self.cameras, self._camera_menu)
        self.boxes, self.names, self.bodies = self._layer_menu()
        self._lay_out()

    def show_moment(self, moment: datetime | None) -> None:
        """Where one is."""
        if moment is None:
            self._shown_day = None
            self._clock.setText("")
            self._day.setText("")
            return
        local = moment.astimezone()
        self._clock.setText(f"{local:%H:%M:%S}.{local.microsecond // 100_000}")
        if local.date() != self._shown_day:
            self._shown_day = local.date()
            self._day.setText(date_words(local, year=True))

    def show_speed(self, speed: float) -> None:
        """How fast it goes; 0 stands still."""
        playing = speed != 0
        if playing is not self._playing:
            self._playing = playing
            icons.put(self.play, "pause" if playing else "play", self._look, role="text")
        self.speed.setText(speed_words(speed) if playing else speed_words(1.0))
        for action in self._speeds:
            action.setChecked(action.data() == speed)

    def let(self, on: bool) -> None:
        """Whether there is anything to play."""
        for button in self._about_playing:
            button.setEnabled(on)

    def show_sound(self, on: bool) -> None:
        """Whether sound is played."""
        self.sound.setChecked(on)

    def show_reviewed(self, reviewed: bool | None) -> None:
        """Whether the story was reviewed; None where there is no story."""
        self.review.setEnabled(reviewed is not None)
        self.review.setChecked(bool(reviewed))

    def show_cameras(self, cameras: Sequence[tuple[str, str]], shown: Sequence[str]) -> None:
        """Those that could play, and those that do."""
        self._camera_menu.clear()
        for camera, name in cameras:
            action = self._camera_menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(camera in shown)
            action.triggered.connect(lambda _=False, one=camera: self._verbs.camera(one))
        self.cameras.setEnabled(bool(cameras))

    def _lay_out(self) -> None:
        verbs = self._verbs
        moment = QVBoxLayout()
        moment.setSpacing(0)
        moment.addWidget(self._clock)
        moment.addWidget(self._day)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        moves = [
            self._button("previous", tr("Story before"), "←", verbs.before),
            self._button("step-back", tr("One picture back"), ",", verbs.back),
            self.play,
            self._button("step-forward", tr("One picture further"), ".", verbs.on),
            self._button("next", tr("Next story"), "→", verbs.after),
        ]
        takes = [
            self._button("mark-in", tr("Mark the beginning"), "I", verbs.mark_in),
            self._button("mark-out", tr("Mark the end"), "O", verbs.mark_out),
            self._button("export", tr("Export"), "E", verbs.export),
        ]
        self._about_playing = [*moves, self.speed, self.sound, self.layers, *takes]
        for button in moves:
            row.addWidget(button)
        row.addSpacing(Size.GAP)
        row.addLayout(moment)
        row.addStretch(1)
        row.addWidget(self.speed)
        row.addWidget(self.sound)
        row.addWidget(self.cameras)
        row.addWidget(self.layers)
        row.addSpacing(Size.GAP)
        for button in (*takes, self.review):
            row.addWidget(button)

    def _button(
        self, name: str, words: str, keys: str, call: Callable[[], object] | None = None
    ) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "plain")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(words)
        button.setToolTip(f"{words}  {keys}".strip())
        button.setMinimumSize(Size.TARGET + 2, Size.TARGET + 2)
        icons.put(button, name, self._look, role="text", on="accent")
        if call is not None:
            button.clicked.connect(lambda _=False: call())
        return button

    def _open(self, button: QToolButton, menu: QMenu) -> None:
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _speed_menu(self, speeds: Sequence[float]) -> list[QAction]:
        menu, group = QMenu(self), QActionGroup(self)
        found = []
        for speed in speeds:
            action = menu.addAction(speed_words(speed))
            action.setCheckable(True)
            action.setData(speed)
            action.triggered.connect(lambda _=False, one=speed: self._verbs.speed(one))
            group.addAction(action)
            found.append(action)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        self._open(self.speed, menu)
        return found

    def _layer_menu(self) -> tuple[QAction, QAction, QAction]:
        menu = QMenu(self)
        found = []
        for words in (tr("Boxes"), tr("Names"), tr("Skeletons of gestures")):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(True)
            action.toggled.connect(self._draw)
            found.append(action)
        self._open(self.layers, menu)
        return found[0], found[1], found[2]

    def _draw(self) -> None:
        layers = (BOXES, self.boxes), (NAMES, self.names), (BODIES, self.bodies)
        self._verbs.overlays(frozenset(name for name, action in layers if action.isChecked()))


def speed_words(speed: float) -> str:
    """``¼×``, ``2×``, and with a sign where it goes back."""
    size = abs(speed)
    words = {0.25: "¼", 0.5: "½"}.get(size, f"{size:g}")
    return f"{'−' if speed < 0 else ''}{words}×"
