"""The live panel: pictures on the left, today's stories in the drawer on the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QToolButton, QVBoxLayout

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.action import Action
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.live import LiveViewModel
from omnisight_desktop.gui.viewmodels.tiles import Overlay
from omnisight_desktop.gui.widgets.drawer import Drawer
from omnisight_desktop.gui.widgets.empty import Empty
from omnisight_desktop.gui.widgets.grid import TileGrid
from omnisight_desktop.gui.widgets.panel import Panel
from omnisight_desktop.gui.widgets.steer import STEERING
from omnisight_desktop.gui.widgets.tile import Tile

_USUAL_HZ = 60.0
_STATES_MS = 500
_SHAPES_EVERY = 10  # looks at the states


class LivePanel(Panel):
    """Pulls pictures while it is seen; nobody waits for it."""

    def __init__(self, model: LiveViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self._looks = 0
        self._tiles: dict[str, Tile] = {}
        self._summary, self._grid = QLabel(), TileGrid()
        self._drawer = Drawer(look)
        self._toggles: dict[Overlay, QToolButton] = {}
        self._empty = Empty(
            look,
            "cameras",
            tr("No camera is watched yet."),
            tr("A webcam, a camera in your network or a file: what it sees is shown here."),
            tr("Add a camera"),
        )
        self._empty.asked.connect(model.add_camera)
        self._pictures, self._states = QTimer(self), QTimer(self)
        self._lay_out()
        model.cameras_changed.connect(self._show_cameras)
        model.overlays_changed.connect(self._show_overlays)
        model.stories_changed.connect(self._show_stories)
        model.steered.changed.connect(self.actions_changed)
        self._pictures.setTimerType(Qt.TimerType.PreciseTimer)
        self._pictures.timeout.connect(self._paint)
        self._states.setInterval(_STATES_MS)
        self._states.timeout.connect(self._look_around)
        self._drawer.opened.connect(model.open)
        self._drawer.export_wanted.connect(self._export)
        self._show_overlays()

    def actions_here(self) -> Sequence[Action]:
        """What keys do in front of the pictures."""
        model = self._model
        switches = (
            (Overlay.BOXES, tr("Boxes: show or hide"), "B", "boxes"),
            (Overlay.NAMES, tr("Names: show or hide"), "N", "names"),
            (Overlay.TRAILS, tr("Trails: show or hide"), "T", "trails"),
            (Overlay.ZONES, tr("Zones: show or hide"), "Z", "zone"),
            (Overlay.SOUND, tr("Loudness: show or hide"), "L", "sound"),
        )
        on_one: tuple[tuple[str, str, Callable[[str], object], str, str], ...] = (
            ("snapshot", tr("Snapshot"), model.snapshot, "S", "snapshot"),
            ("again", tr("Show the last 30 seconds again"), model.show_again, "R", "replay"),
            ("record", tr("Record, or stop recording"), model.record, "C", "record"),
            ("large", tr("Large, or back to all"), self._enlarge, "F", "maximise"),
            ("hold", tr("Replay: hold or go on"), model.again.hold, "Space", "pause"),
            ("back", tr("Five seconds back"), model.again.back, "J", "step-back"),
            ("help", tr("Try the camera again"), model.help, "H", "retry"),
            ("earlier", tr("Move the camera forward"), partial(self._shift, -1), "Shift+Left", ""),
            ("later", tr("Move the camera back"), partial(self._shift, 1), "Shift+Right", ""),
            *self._steering(),
        )
        return (
            *(
                Action(f"live.{one.value}", words, partial(model.switch, one), keys, icon)
                for one, words, keys, icon in switches
            ),
            *(
                Action(f"live.{name}", words, partial(self._with_one, call), keys, icon)
                for name, words, call, keys, icon in on_one
            ),
            Action("live.drawer", tr("Today: show or hide"), self._drawer.switch, "D", "list"),
            Action(
                "live.next", tr("Next camera or page"), lambda: self._turn(1), "PgDown", "right"
            ),
            Action(
                "live.last", tr("Previous camera or page"), lambda: self._turn(-1), "PgUp", "left"
            ),
            Action("live.newest", tr("Open the newest story"), self._open_newest, "O", "open"),
            Action("live.export", tr("Export the newest clip"), self._export_newest, "E", "export"),
            Action("live.add", tr("Add a camera"), model.add_camera, "Ctrl+N", "add"),
        )

    def _steering(self) -> tuple[tuple[str, str, Callable[[str], object], str, str], ...]:
        """Where a camera can be turned, keys turn it."""
        steered = self._model.steered
        if not steered.any():
            return ()
        return tuple(
            (
                f"steer-{name}",
                tr(words),
                lambda camera, n=name: steered.nudge(camera, n),
                keys,
                icon,
            )
            for name, icon, words, keys, _ in STEERING
        )

    def show_this(self, wanted: str) -> None:
        """One camera, large."""
        self._grid.enlarge(self._tiles.get(wanted))

    def close_down(self) -> None:
        """Ask for nothing more."""
        self._pictures.stop()
        self._states.stop()
        self._model.close()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        rate = self.screen().refreshRate() or _USUAL_HZ
        self._pictures.start(max(4, round(1000 / rate)))
        self._states.start()
        self._looks = 0
        self._look_around()
        self._show_stories()
        self._model.load_stories()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self._model.steered.halt()
        self._pictures.stop()
        self._states.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        camera = self._chosen()
        if camera is None or not self._model.end_again(camera):
            self._grid.enlarge(None)

    def _lay_out(self) -> None:
        title = QLabel(tr("Live"))
        title.setProperty("role", "title")
        self._summary.setProperty("role", "muted")
        head = QHBoxLayout()
        head.setSpacing(Size.GAP // 2)
        head.addWidget(title)
        head.addSpacing(Size.PAD)
        head.addWidget(self._summary)
        head.addStretch(1)
        for overlay, icon, words, key in (
            (Overlay.BOXES, "boxes", tr("Boxes"), "B"),
            (Overlay.NAMES, "names", tr("Names"), "N"),
            (Overlay.TRAILS, "trails", tr("Trails"), "T"),
            (Overlay.ZONES, "zone", tr("Zones"), "Z"),
            (Overlay.SOUND, "sound", tr("Loudness"), "L"),
        ):
            switch = partial(self._model.switch, overlay)
            self._toggles[overlay] = self._toggle(icon, f"{words}  {key}", switch)
            head.addWidget(self._toggles[overlay])
        drawer = self._toggle("list", f"{tr('Today')}  D", self._drawer.switch)
        drawer.setChecked(True)
        self._drawer.switched.connect(drawer.setChecked)
        head.addWidget(drawer)
        left = QVBoxLayout()
        left.setContentsMargins(Size.ROOM, Size.PAD, Size.ROOM, Size.ROOM)
        left.setSpacing(Size.PAD)
        left.addLayout(head)
        left.addWidget(self._grid, 1)
        left.addWidget(self._empty, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self._drawer)

    def _toggle(self, icon: str, words: str, call: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "plain")
        button.setCheckable(True)
        button.setToolTip(words)
        button.setAccessibleName(words.split("  ")[0])
        button.clicked.connect(lambda: call())
        icons.put(button, icon, self._look, role="muted", on="accent")
        return button

    def _look_around(self) -> None:
        self._model.refresh()
        if self._looks % _SHAPES_EVERY == 0:
            self._model.load_shapes()
        self._looks += 1
        self._show_cameras()

    def _paint(self) -> None:
        for camera, tile in self._tiles.items():
            if tile.isVisible():
                picture = self._model.picture(camera, tile.serial, tile.room)
                if picture is not None:
                    tile.show_picture(picture)

    def _show_cameras(self) -> None:
        wanted = {state.camera.id: state for state in self._model.tiles}
        fresh = [camera for camera in wanted if camera not in self._tiles]
        self._tiles = {
            camera: self._tiles.get(camera) or self._made(camera, state.camera.name)
            for camera, state in wanted.items()
        }
        for camera, state in wanted.items():
            self._tiles[camera].call_it(state.camera.name)
            self._tiles[camera].show_state(state)
        self._grid.show_tiles(list(self._tiles.values()))
        self._grid.setVisible(bool(wanted))
        self._empty.setVisible(not wanted)
        self._summary.setText(self._model.summary())
        if fresh:
            self._show_overlays()

    def _made(self, camera: str, name: str) -> Tile:
        tile = Tile(name, self._look, camera)
        deeds: dict[str, Callable[[str], object]] = {
            "help": self._model.help,
            "snapshot": self._model.snapshot,
            "again": self._model.show_again,
            "record": self._model.record,
            "large": self._enlarge,
        }
        tile.asked.connect(lambda verb: deeds[verb](camera))
        tile.steered.connect(partial(self._model.steered.move, camera))
        tile.sent.connect(partial(self._model.steered.go, camera))
        tile.dropped.connect(lambda other: self._model.move(other, camera))
        return tile

    def _show_overlays(self) -> None:
        for overlay, button in self._toggles.items():
            button.setChecked(overlay in self._model.overlays)
        shown = frozenset(self._model.overlays)
        for camera, tile in self._tiles.items():
            tile.show_overlays(shown, self._model.shapes(camera))

    def _show_stories(self) -> None:
        self._drawer.show_stories(self._model.stories, self._model.day.face)

    def _chosen(self) -> str | None:
        """The camera that keys are about: the one in focus, the large one, or the only one."""
        focused = self.focusWidget()
        for camera, tile in self._tiles.items():
            if tile is focused or tile is self._grid.large:
                return camera
        return next(iter(self._tiles)) if len(self._tiles) == 1 else None

    def _with_one(self, call: Callable[[str], object]) -> None:
        camera = self._chosen()
        if camera is not None:
            call(camera)
        elif self._tiles:
            next(iter(self._tiles.values())).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _enlarge(self, camera: str) -> None:
        tile = self._tiles.get(camera)
        self._grid.enlarge(None if self._grid.large is tile else tile)

    def _turn(self, by: int) -> None:
        self._grid.turn(by)

    def _shift(self, by: int, camera: str) -> None:
        names = list(self._tiles)
        place = names.index(camera) + by
        if 0 <= place < len(names):
            self._model.move(camera, names[place])

    def _open_newest(self) -> None:
        if self._model.stories:
            self._model.open(self._model.stories[0].event)

    def _export_newest(self) -> None:
        clip = next((story.clip for story in self._model.stories if story.clip), None)
        if clip is None:
            self._model.say(tr("There is no clip of today yet."))
        else:
            self._export(clip)

    def _export(self, clip: str) -> None:
        place, _ = QFileDialog.getSaveFileName(
            self, tr("Export clip"), str(Path.home() / f"{clip}.mp4"), f"{tr('Video')} (*.mp4)"
        )
        if place:
            self._model.export(clip, Path(place))
