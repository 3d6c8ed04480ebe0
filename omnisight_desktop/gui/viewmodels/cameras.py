"""All cameras at a glance: how each is doing in words, its newest picture, and switching it on and off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal

from omnisight_desktop.capture.address import Kind, file_of, kind_of
from omnisight_desktop.core.camera import Camera, CameraState, CameraStatus, Role, StreamQuality
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.segment import RecordMode
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.tongue import told, tr
from omnisight_desktop.gui.viewmodels.adding import AddingViewModel
from omnisight_desktop.gui.viewmodels.camera import CameraViewModel
from omnisight_desktop.gui.viewmodels.faults import words_of
from omnisight_desktop.gui.viewmodels.tiles import fit_into
from omnisight_desktop.gui.words import clock_time
from omnisight_desktop.services.house import House


@dataclass(frozen=True, slots=True)
class CameraCard:
    """What the wall says about one camera."""

    id: str
    name: str
    place: str
    on: bool
    state: CameraState | None  # none: it is switched off
    chip: str
    sentence: str
    drawn: str = ""

    @property
    def told(self) -> str:
        """All of it for who listens."""
        return ". ".join(part for part in (self.name, self.chip, self.sentence) if part)


@dataclass(frozen=True, slots=True)
class Removed:
    """A camera that was removed, with what it takes to have it back."""

    camera: Camera
    addresses: dict[Role, str] = field(repr=False)
    watched: bool = True


@dataclass(frozen=True, slots=True)
class _Known:
    """What the database and the files say of a camera."""

    camera: Camera
    drawn: str


class CamerasViewModel(QObject):
    """State and verbs of the wall of cameras; it knows no widget."""

    changed = Signal()
    _told = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.adding = AddingViewModel(desk)
        self.one = CameraViewModel(desk)
        self.cards: list[CameraCard] = []
        self.loaded = False
        self._known: list[_Known] = []
        self._loading = self._again = False
        self._told.connect(self.load)  # cameras are changed on any thread
        desk.house.cameras.when_changed(lambda _: self._told.emit())
        self.one.saved.connect(self.load)

    def load(self) -> None:
        """Read anew which cameras there are; calls that come meanwhile are answered by one more."""
        if self._loading:
            self._again = True
            return
        self._loading = True
        house = self._desk.house
        self._desk.ops.run(lambda: _read(house), self._read, self._not_read)

    def refresh(self) -> None:
        """Look how they are doing."""
        live, now = self._desk.live, self._desk.house.clock.now()
        statuses = {status.camera: status for status in live.statuses()}
        watched = {camera.id: camera for camera in live.cameras()}
        known = {one.camera.id: one for one in self._known}
        for camera in watched.values():  # what is watched for this run only
            known.setdefault(camera.id, _Known(camera, ""))
        cards = []
        for one in known.values():
            if one.camera.id not in watched and not one.camera.enabled and _stands_in(one.camera):
                continue
            status = statuses.get(one.camera.id)
            if status is None and one.camera.id in watched:
                status = CameraStatus(one.camera.id, CameraState.CONNECTING, now)
            words = _words_off(one.camera)
            if status is not None:
                words = _words(status, clock_time(status.since, now))
            state = status.state if status is not None else None
            cards.append(_card(one, state, words, on=status is not None or one.camera.enabled))
        cards = [
            replace(card, drawn=tr("not saved yet")) if self.one.has_draft(card.id) else card
            for card in cards
        ]
        cards.sort(key=lambda card: card.name.casefold())
        if cards != self.cards:
            self.cards = cards
            self.changed.emit()

    def card(self, camera: str) -> CameraCard | None:
        """What is said of one camera."""
        return next((card for card in self.cards if card.id == camera), None)

    def picture(self, camera: str, after: int, wide: int) -> tuple[int, Image] | None:
        """The newest picture of a camera, so wide, if it is newer than the one that is shown."""
        view = self._desk.live.view(camera)
        if view.frame is None or view.serial == after:
            return None
        size = fit_into((wide, wide), view.frame.size)
        return view.serial, view.frame.picture.fitted(*size)

    def summary(self) -> str:
        """All of them in one line."""
        if not self.cards:
            return ""
        up = sum(card.state is CameraState.LIVE for card in self.cards)
        return tr("{up} of {all} up", up=up, all=len(self.cards))

    def switch(self, camera: str, *, on: bool) -> None:
        """Watch a camera, or leave it alone."""
        cameras, live = self._desk.house.cameras, self._desk.live

        def work() -> None:
            cameras.enable(cameras.get(camera), on)
            if not on:
                live.leave(camera)  # also where it was watched for this run only

        self._run(work)

    def retry(self, camera: str) -> None:
        """Call a camera again now."""
        self._desk.live.retry(camera)

    def remove(self, camera: str) -> None:
        """Forget a camera; for a while it can be had back, with its password."""
        cameras, live = self._desk.house.cameras, self._desk.live

        def work() -> Removed:
            known = cameras.get(camera)
            watched = any(one.id == known.id for one in live.cameras())
            gone = Removed(known, cameras.addresses(known), watched)
            cameras.remove(known)
            return gone

        def done(gone: Removed) -> None:
            self.load()
            words = tr("{camera} was removed.", camera=gone.camera.name)
            self._desk.offer(words, tr("Undo"), lambda: self._put_back(gone))

        self._desk.ops.run(work, done, self._tell)

    def close(self) -> None:
        """Wait for what still runs."""
        self.adding.close()
        self.one.close()

    def _put_back(self, gone: Removed) -> None:
        live = self._desk.live

        def work() -> None:
            back = _put_back(self._desk.house, gone)
            if gone.watched and not back.enabled:
                live.watch(back)

        self._run(work)

    def _run(self, work: Callable[[], object]) -> None:
        self._desk.ops.run(work, lambda _: self.load(), self._tell)

    def _tell(self, error: OmniSightError) -> None:
        self._desk.say(words_of(error))
        self.load()

    def _read(self, known: list[_Known]) -> None:
        self._loading, self.loaded, self._known = False, True, known
        self.refresh()
        self.changed.emit()
        if self._again:
            self._again = False
            self.load()

    def _not_read(self, error: OmniSightError) -> None:
        self._loading = self._again = False
        self._desk.say(words_of(error))


def _read(house: House) -> list[_Known]:
    found = []
    for camera in house.cameras.present():
        try:
            book = house.rules.book(camera.id)
            drawn = _drawn(camera, len(book.zones), len(book.lines))
        except OmniSightError:
            drawn = tr("its rules cannot be read")
        found.append(_Known(camera, drawn))
    return found


def _put_back(house: House, gone: Removed) -> Camera:
    camera, whole = gone.camera, gone.addresses
    told = camera.options
    options = replace(
        told,
        record_uri=whole[Role.RECORD] if told.record_uri else "",
        audio_uri=whole[Role.AUDIO] if told.audio_uri else "",
        secret="",
    )
    back = house.cameras.add(whole[Role.DETECT], camera.name, options).camera
    return back if camera.enabled else house.cameras.enable(back, False)


def _drawn(camera: Camera, zones: int, lines: int) -> str:
    masks = len(camera.options.masks)
    parts = []
    if zones:
        parts.append(tr("1 zone") if zones == 1 else tr("{count} zones", count=zones))
    if lines:
        parts.append(tr("1 line") if lines == 1 else tr("{count} lines", count=lines))
    if masks:
        parts.append(tr("1 mask") if masks == 1 else tr("{count} masks", count=masks))
    if camera.options.recording and camera.options.recording != RecordMode.OFF:
        parts.append(tr("recorded"))
    return " · ".join(parts)


def _card(
    known: _Known, state: CameraState | None, words: tuple[str, str], *, on: bool
) -> CameraCard:
    camera = known.camera
    place = _place(camera.uri)
    return CameraCard(camera.id, camera.name, place, on, state, words[0], words[1], known.drawn)


def _place(uri: str) -> str:
    """Where a camera is, as short as can be."""
    kind = kind_of(uri)
    if kind in (Kind.FILE, Kind.REPLAY):
        return file_of(uri).name
    return uri.partition("://")[2] if kind is Kind.STREAM else uri.rstrip(":")


def _words(status: CameraStatus, since: str) -> tuple[str, str]:
    sentence = told(f"{status.reason} {status.fix}".strip())
    if status.state is CameraState.OFFLINE:
        return tr("Offline since {time}", time=since), sentence
    if status.state is CameraState.LIVE and not sentence:
        if status.quality is StreamQuality.POOR:
            return tr("Live"), tr("Many pictures are missing on their way here.")
        if status.quality is StreamQuality.FAIR:
            return tr("Live"), tr("Pictures are missing now and then.")
    if status.state is CameraState.CONNECTING and not sentence:
        sentence = tr("The first picture is on its way.")
    return {
        CameraState.CONNECTING: tr("Connecting…"),
        CameraState.LIVE: tr("Live"),
        CameraState.ENDED: tr("Ended"),
        CameraState.PAUSED: tr("Paused"),
    }[status.state], sentence


def _words_off(camera: Camera) -> tuple[str, str]:
    if kind_of(camera.uri) is Kind.FILE:
        return tr("Recording"), tr("A recording that was analysed. Nobody watches it now.")
    return tr("Off"), tr("Nobody watches it.")


def _stands_in(camera: Camera) -> bool:
    """The demo, which was shown until there was a camera, and what was watched for one run only."""
    return camera.uri == "demo:"
