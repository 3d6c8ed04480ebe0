"""What the live panel shows: a tile per camera, and today's stories beside them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from omnisight_desktop.core.camera import Camera, CameraState, CameraStatus
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.cards import Card, card_of
from omnisight_desktop.storage.events import EventFilter

_STORIES = 40
_WORDS = {
    CameraState.CONNECTING: "Connecting…",
    CameraState.LIVE: "Live",
    CameraState.OFFLINE: "Offline",
    CameraState.ENDED: "Ended",
    CameraState.PAUSED: "Paused",
}


@dataclass(frozen=True, slots=True)
class TilePicture:
    """One picture to paint, and the boxes to paint on it."""

    serial: int
    image: Image
    tracks: tuple[Track, ...]


@dataclass(frozen=True, slots=True)
class TileState:
    """What a tile says about its camera."""

    camera: Camera
    state: CameraState
    chip: str
    sentence: str


class LiveViewModel(QObject):
    """State and verbs of the live panel; it knows no widget."""

    stories_changed = Signal()
    cameras_changed = Signal()
    said = Signal(str)
    exported = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._house = desk.house
        self._live = desk.live
        self._ops = desk.ops
        self.said.connect(desk.say)
        self.exported.connect(lambda path: desk.say(tr("Saved to {path}", path=path)))
        desk.bridge.committed.connect(self.load_stories)
        self._loading = False
        self._again = False
        self._shown: list[str] = []
        self.stories: list[Card] = []
        self.tiles: list[TileState] = []

    def refresh(self) -> None:
        """Look at the cameras' states."""
        statuses = {status.camera: status for status in self._live.statuses()}
        now = self._house.clock.now()

        def status(camera: Camera) -> CameraStatus:  # one may be on its way in meanwhile, or out
            coming = CameraStatus(camera.id, CameraState.CONNECTING, now)
            return statuses.get(camera.id, coming)

        tiles = [_tile(camera, status(camera)) for camera in self._live.cameras()]
        if tiles != self.tiles:
            self.tiles = tiles
            self.cameras_changed.emit()

    def picture(self, camera: str, after: int) -> TilePicture | None:
        """The newest picture of a camera, if it is newer than the one that is painted."""
        view = self._live.view(camera)
        if view.frame is None or view.serial == after:
            return None
        seen = tuple(t for t in view.tracks() if t.state is TrackState.ACTIVE)
        return TilePicture(view.serial, view.frame.picture.bgr(), seen)

    def load_stories(self) -> None:
        """Read today's stories anew; calls that come while one runs are answered by one more."""
        if self._loading:
            self._again = True
            return
        self._loading = True
        self._ops.run(self._read_stories, self._stories_read, self._not_read)

    def export(self, clip: str, target: Path) -> None:
        """Copy a clip to where the user wants it."""
        self._ops.run(
            lambda: self._house.clips.export(clip, target),
            lambda path: self.exported.emit(str(path)),
            lambda error: self.said.emit(str(error)),
        )

    def summary(self) -> str:
        """The state of all cameras in one line."""
        live = sum(tile.state is CameraState.LIVE for tile in self.tiles)
        return f"{live} of {len(self.tiles)} up" if self.tiles else "no camera yet"

    def _read_stories(self) -> list[Card]:
        now = self._house.clock.now()
        midnight = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        today = EventFilter(since=midnight, until=now)
        page = self._house.events.stories(today, limit=_STORIES)
        names = self._house.events.names()
        return [card_of(story, names, now) for story in page.stories]

    def _stories_read(self, stories: list[Card]) -> None:
        self._loading = False
        if stories != self.stories:
            self.stories = stories
            self.stories_changed.emit()
        if self._again:
            self._again = False
            self.load_stories()

    def _not_read(self, error: OmniSightError) -> None:
        self._loading = self._again = False
        self.said.emit(str(error))


def _tile(camera: Camera, status: CameraStatus) -> TileState:
    sentence = f"{status.reason} {status.fix}".strip()
    if status.state is CameraState.OFFLINE:
        since = f"{status.since.astimezone():%H:%M}"
        return TileState(camera, status.state, f"Offline since {since}", sentence)
    if status.state is CameraState.CONNECTING and not sentence:
        sentence = "The first picture is on its way."
    return TileState(camera, status.state, _WORDS[status.state], sentence)
