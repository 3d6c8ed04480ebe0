"""The live panel: pictures on the left, today's stories in the drawer on the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.core.camera import CameraState
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.viewmodels.live import LiveViewModel
from omnisight_desktop.gui.widgets.grid import TileGrid
from omnisight_desktop.gui.widgets.panel import Panel
from omnisight_desktop.gui.widgets.story import StoryCard
from omnisight_desktop.gui.widgets.tile import Tile

_PICTURES_MS = 33  # the panel asks for pictures at its own pace
_STATES_MS = 500


class LivePanel(Panel):
    """Pulls pictures; nobody waits for it."""

    def __init__(self, model: LiveViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._tokens = look.tokens
        self._tiles: dict[str, Tile] = {}
        self._summary = QLabel()
        self._grid = TileGrid()
        self._stories = QVBoxLayout()
        self._lay_out()
        model.cameras_changed.connect(self._show_cameras)
        model.stories_changed.connect(self._show_stories)
        self._pictures = self._every(_PICTURES_MS, self._paint)
        self._states = self._every(_STATES_MS, model.refresh)
        model.refresh()
        self._show_stories()
        model.load_stories()

    def close_down(self) -> None:
        """Ask for nothing more."""
        self._pictures.stop()
        self._states.stop()

    def _lay_out(self) -> None:
        title = QLabel("Live")
        title.setProperty("role", "title")
        self._summary.setProperty("role", "muted")
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._summary)
        left = QVBoxLayout()
        left.setContentsMargins(Size.ROOM, Size.PAD, Size.ROOM, Size.ROOM)
        left.setSpacing(Size.PAD)
        left.addLayout(head)
        left.addWidget(self._grid, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self._drawer())

    def _drawer(self) -> QWidget:
        heading = QLabel("Today")
        heading.setProperty("role", "heading")
        inside = QWidget()
        self._stories.setContentsMargins(0, 0, 0, 0)
        self._stories.setSpacing(Size.GAP)
        self._stories.setAlignment(Qt.AlignmentFlag.AlignTop)
        inside.setLayout(self._stories)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        drawer = QWidget()
        drawer.setObjectName("drawer")
        drawer.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        drawer.setFixedWidth(Size.DRAWER)
        column = QVBoxLayout(drawer)
        column.setContentsMargins(Size.ROOM, Size.ROOM, Size.ROOM, Size.ROOM)
        column.setSpacing(Size.PAD)
        column.addWidget(heading)
        column.addWidget(scroll, 1)
        return drawer

    def _paint(self) -> None:
        for camera, tile in self._tiles.items():
            picture = self._model.picture(camera, tile.serial)
            if picture is not None:
                tile.show_picture(picture.serial, picture.image, picture.tracks)

    def _show_cameras(self) -> None:
        wanted = {state.camera.id: state for state in self._model.tiles}
        self._tiles = {
            camera: self._tiles.get(camera) or Tile(state.camera.name, self._tokens)
            for camera, state in wanted.items()
        }
        for camera, state in wanted.items():
            live = state.state is CameraState.LIVE
            keep = live or state.state is CameraState.ENDED
            self._tiles[camera].show_state(
                state.chip, self._colour(state.state), state.sentence, keep_picture=keep
            )
        self._grid.show_tiles(list(self._tiles.values()))
        self._summary.setText(self._model.summary())

    def _colour(self, state: CameraState) -> str:
        return {
            CameraState.LIVE: self._tokens.good,
            CameraState.OFFLINE: self._tokens.failed,
            CameraState.CONNECTING: self._tokens.warning,
        }.get(state, self._tokens.muted)

    def _show_stories(self) -> None:
        while (item := self._stories.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for story in self._model.stories:
            card = StoryCard(story.title, story.line, story.exact, story.happenings, story.clip)
            card.export_wanted.connect(self._export)
            self._stories.addWidget(card)
        if not self._model.stories:
            empty = QLabel("Nothing yet today. Whoever comes by will be listed here, with a clip.")
            empty.setProperty("role", "muted")
            empty.setWordWrap(True)
            self._stories.addWidget(empty)

    def _export(self, clip: str) -> None:
        place, _ = QFileDialog.getSaveFileName(
            self, "Export clip", str(Path.home() / f"{clip}.mp4"), "Video (*.mp4)"
        )
        if place:
            self._model.export(clip, Path(place))

    def _every(self, interval_ms: int, call: object) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval_ms)
        timer.timeout.connect(call)
        timer.start()
        return timer
