"""What the live panel shows: a tile per camera, and today's stories beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from omnisight_desktop.core.camera import Camera, CameraState, CameraStatus
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.track import TrackState
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.again import ShownAgain
from omnisight_desktop.gui.viewmodels.cards import Card
from omnisight_desktop.gui.viewmodels.day import Day
from omnisight_desktop.gui.viewmodels.faults import words_of
from omnisight_desktop.gui.viewmodels.sketch import Kind, Shape
from omnisight_desktop.gui.viewmodels.snapshot import place_of
from omnisight_desktop.gui.viewmodels.steering import Steered
from omnisight_desktop.gui.viewmodels.tiles import (
    Help,
    Overlay,
    TilePicture,
    TileState,
    fit_into,
    tile_of,
)
from omnisight_desktop.gui.viewmodels.trails import Trails
from omnisight_desktop.pipeline.plan import BY_HAND
from omnisight_desktop.services.trial import save_picture

_SILENT_S = 3.0
_QUIET_DBFS, _LOUD_DBFS = -60.0, -6.0
_USUAL = (Overlay.BOXES, Overlay.NAMES, Overlay.ZONES)


class LiveViewModel(QObject):
    """State and verbs of the live panel; it knows no widget."""

    stories_changed = Signal()
    cameras_changed = Signal()
    overlays_changed = Signal()
    exported = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._house = desk.house
        self._live = desk.live
        self._ops = desk.ops
        self.day = Day(desk)
        self.day.changed.connect(self.stories_changed)
        self._drawing = False
        self._order = _texts(desk.memory.value("live/order"))
        known = desk.memory.value("live/overlays", [one.value for one in _USUAL])
        self.overlays = {Overlay(name) for name in _texts(known) if name in tuple(Overlay)}
        self._trails: dict[str, Trails] = {}
        self.again = ShownAgain(desk)
        self.steered = Steered(desk)
        self.steered.changed.connect(self.refresh)
        self._shapes: dict[str, tuple[Shape, ...]] = {}
        self.tiles: list[TileState] = []
        self._recorded_since: dict[str, datetime] = {}

    def refresh(self) -> None:
        """Look at the cameras' states."""
        statuses = {status.camera: status for status in self._live.statuses()}
        self._look_at_recordings()
        self.day.look()
        self.steered.look(c for c, s in statuses.items() if s.state is CameraState.LIVE)
        tiles = [self._tile(camera, statuses) for camera in self._ordered()]
        if tiles != self.tiles:
            self.tiles = tiles
            self.cameras_changed.emit()

    def picture(self, camera: str, after: int, room: tuple[int, int]) -> TilePicture | None:
        """The newest picture of a camera, if it is newer than the one that is painted."""
        if camera in self.again:
            return self.again.picture(camera, after, room)
        view = self._live.view(camera)
        if view.frame is None or view.serial == after:
            return None
        tracks, source = view.tracks(), view.frame.size
        trails = self._trails.setdefault(camera, Trails())
        trails.follow(tracks, view.frame.at)
        size = fit_into(room, source)
        return TilePicture(
            view.serial,
            view.frame.picture.fitted(*size),
            size,
            source,
            tuple(track for track in tracks if track.state is TrackState.ACTIVE),
            trails.seen(view.frame.at) if Overlay.TRAILS in self.overlays else (),
            _level(view.loudness_dbfs) if Overlay.SOUND in self.overlays else None,
        )

    def shapes(self, camera: str) -> tuple[Shape, ...]:
        """The zones and lines that are drawn over its picture."""
        return self._shapes.get(camera, ()) if Overlay.ZONES in self.overlays else ()

    def load_shapes(self) -> None:
        """Read anew what is drawn on the pictures."""
        if self._drawing:
            return
        self._drawing = True
        cameras = [camera.id for camera in self._live.cameras()]
        self._ops.run(lambda: self._read_shapes(cameras), self._shapes_read, self._no_shapes)

    def switch(self, overlay: Overlay) -> None:
        """Draw it, or draw it no longer."""
        self.overlays ^= {overlay}
        self._desk.memory.setValue("live/overlays", sorted(one.value for one in self.overlays))
        self.overlays_changed.emit()

    def move(self, camera: str, before: str) -> None:
        """Put a camera into the place of another, for good."""
        names = [tile.camera.id for tile in self.tiles]
        if camera not in names or before not in names or camera == before:
            return
        place = names.index(before)
        names.remove(camera)
        names.insert(place, camera)
        self._order = names
        self._desk.memory.setValue("live/order", names)
        self.refresh()

    def help(self, camera: str) -> None:
        """Do what would help a camera that shows nothing."""
        state = next((tile for tile in self.tiles if tile.camera.id == camera), None)
        deeds: dict[Help, Callable[[], object]] = {
            Help.RETRY: lambda: self._live.retry(camera),
            Help.RESUME: self._live.resume,
            Help.AGAIN: lambda: self._live.begin_again(camera),
        }
        if state is not None and state.help in deeds:
            self._ops.run(deeds[state.help], lambda _: self.refresh(), self._tell)

    def snapshot(self, camera: str) -> None:
        """Keep the picture that is shown now, as a file."""
        frame = self._live.view(camera).frame
        if frame is None:
            self._desk.say(tr("There is no picture to keep just now."))
            return
        name = next((c.name for c in self._live.cameras() if c.id == camera), camera)
        folder = self._house.paths.exports

        def done(path: Path) -> None:
            words = tr("Snapshot saved as {name}", name=path.name)
            self._desk.offer(words, tr("Open"), lambda: _open(path))

        self._ops.run(
            lambda: save_picture(frame.picture, place_of(folder, frame, name)), done, self._tell
        )

    def show_again(self, camera: str) -> None:
        """Show the last half minute once more; asked for again, go back to what is live."""
        self.again.switch(camera)
        self.refresh()

    def end_again(self, camera: str) -> bool:
        """Show what is live; whether something else was shown."""
        ended = self.again.end(camera)
        self.refresh()
        return ended

    def record(self, camera: str) -> None:
        """Have it recorded from now on, or end that."""
        if self._live.recorded_since(camera) is not None:
            self._ops.run(lambda: self._live.stop_recording(camera), self._recorded, self._tell)
        else:
            self._ops.run(lambda: self._live.record(camera), self._recording, self._tell)

    @property
    def stories(self) -> list[Card]:
        """Today's, the newest first."""
        return self.day.stories

    def load_stories(self) -> None:
        """Read today's stories anew."""
        self.day.load()

    def export(self, clip: str, target: Path) -> None:
        """Copy a clip to where the user wants it."""

        def done(path: Path) -> None:
            self.exported.emit(str(path))
            self._desk.offer(tr("Saved to {path}", path=path), tr("Open"), lambda: _open(path))

        self._ops.run(lambda: self._house.clips.export(clip, target), done, self._tell)

    def open(self, event: str) -> None:
        """Show an event in its day."""
        self._desk.go("review", event)

    def say(self, words: str) -> None:
        """Tell the person in front something."""
        self._desk.say(words)

    def add_camera(self) -> None:
        """Go to where cameras are added."""
        self._desk.go("cameras", "")

    def summary(self) -> str:
        """The state of all cameras in one line."""
        live = sum(tile.state is CameraState.LIVE for tile in self.tiles)
        if not self.tiles:
            return tr("no camera yet")
        return tr("{up} of {all} up", up=live, all=len(self.tiles))

    def close(self) -> None:
        """Nothing is shown any more."""
        self.again.close()

    def _ordered(self) -> list[Camera]:
        """The cameras in the order that somebody gave them; new ones come last."""
        place = {name: at for at, name in enumerate(self._order)}
        cameras = self._live.cameras()
        return sorted(cameras, key=lambda camera: place.get(camera.id, len(place)))

    def _tile(self, camera: Camera, statuses: dict[str, CameraStatus]) -> TileState:
        now = self._house.clock.now()
        # One may be on its way in, or out.
        coming = CameraStatus(camera.id, CameraState.CONNECTING, now)
        status = statuses.get(camera.id, coming)
        tile = tile_of(camera, status, now, self._silent_s(camera))
        if camera.options.listen and self._house.settings.hearing.enabled:
            tile = replace(tile, listening=tile.state is CameraState.LIVE)
        since = self._live.recorded_since(camera.id)
        if since is not None:
            seconds = max(0, int((now - since).total_seconds()))
            tile = replace(tile, recording=f"{seconds // 60}:{seconds % 60:02}")
        if camera.id in self.again:
            return replace(
                tile, again=True, listening=False, chip=tr("Replay"), tone="accent", help=Help.NONE
            )
        return replace(tile, reach=self.steered.reach(camera.id))

    def _look_at_recordings(self) -> None:
        """Say so where one has ended by itself, for it went on for as long as it may."""
        before, names = self._recorded_since, {c.id: c.name for c in self._live.cameras()}
        since = {camera: self._live.recorded_since(camera) for camera in names}
        self._recorded_since = {camera: at for camera, at in since.items() if at is not None}
        now = self._house.clock.now()
        for camera, begun in before.items():
            if camera in names and camera not in self._recorded_since and now - begun >= BY_HAND:
                minutes = round(BY_HAND.total_seconds() / 60)
                words = tr(
                    "The recording of {camera} has ended: after {minutes} minutes it does.",
                    camera=names[camera],
                    minutes=minutes,
                )
                self._desk.say(words)

    def _silent_s(self, camera: Camera) -> float:
        """For how long no picture came, where that is longer than it should be."""
        frame = self._live.view(camera.id).frame
        if frame is None or camera.options.only_keys_when_idle:
            return 0.0
        silent_s = self._house.clock.mono() - frame.at_mono
        return silent_s if silent_s > _SILENT_S else 0.0

    def _read_shapes(self, cameras: list[str]) -> dict[str, tuple[Shape, ...]]:
        found = {}
        for camera in cameras:
            book = self._house.rules.book(camera)
            zones = [Shape(Kind.ZONE, zone.name, zone.corners) for zone in book.zones]
            lines = [Shape(Kind.LINE, line.name, line.points) for line in book.lines]
            found[camera] = (*zones, *lines)
        return found

    def _shapes_read(self, shapes: dict[str, tuple[Shape, ...]]) -> None:
        self._drawing = False
        if shapes != self._shapes:
            self._shapes = shapes
            self.overlays_changed.emit()

    def _no_shapes(self, _: OmniSightError) -> None:
        self._drawing = False  # the rules themselves say what is wrong with them

    def _recording(self, begun: bool) -> None:
        if not begun:
            self._desk.say(tr("Only a camera that is live can be recorded."))
        self.refresh()

    def _recorded(self, event: str | None) -> None:
        self.refresh()
        if event is not None:
            words = tr("Recorded. The clip is among today's stories.")
            self._desk.offer(words, tr("Show"), lambda: self.open(event))

    def _tell(self, error: OmniSightError) -> None:
        self._desk.say(words_of(error))


def _level(loudness_dbfs: float | None) -> float | None:
    """How far up a meter goes."""
    if loudness_dbfs is None:
        return None
    share = (loudness_dbfs - _QUIET_DBFS) / (_LOUD_DBFS - _QUIET_DBFS)
    return min(1.0, max(0.0, share))


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _texts(stored: object) -> list[str]:
    """A list as ``QSettings`` gives it back: one alone comes as a word."""
    if isinstance(stored, str):
        return [stored] if stored else []
    return [str(one) for one in stored] if isinstance(stored, list) else []
