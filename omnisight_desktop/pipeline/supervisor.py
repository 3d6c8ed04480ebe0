"""Builds the workers of the walk, keeps them going, and knows how each is doing."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from omnisight_desktop.capture.packets import PacketRing
from omnisight_desktop.core.camera import Camera, CameraState, CameraStatus
from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.frame import Frame
from omnisight_desktop.core.ports.vision import Detector
from omnisight_desktop.core.scene import Scene, tracks_at
from omnisight_desktop.core.track import Track
from omnisight_desktop.flow.channel import Channel, LatestSlot
from omnisight_desktop.flow.inbox import LatestInbox
from omnisight_desktop.flow.worker import Backoff, Worker
from omnisight_desktop.perception.track.byte import ByteTracker
from omnisight_desktop.pipeline.cadence import Cadence
from omnisight_desktop.pipeline.eye import Eye, Looked
from omnisight_desktop.pipeline.outlets import Outlets
from omnisight_desktop.pipeline.recorder import ClipLengths, Recorder, RecordOrder
from omnisight_desktop.pipeline.stages import Walk
from omnisight_desktop.pipeline.topology import (
    FRAMES,
    LEAVING,
    RECORD_ORDERS,
    RING_EXTRA_S,
    RING_MOST_BYTES,
)
from omnisight_desktop.pipeline.watch import CameraPipes, Watch

log = logging.getLogger(__name__)

_STUCK_S = 20.0
_ROUND_S = 0.25


@dataclass(frozen=True, slots=True)
class EyeSettings:
    """How the eye looks."""

    rate_hz: float = 5.0
    labels: frozenset[str] = frozenset({"person"})
    confirm: int = 3
    lost_s: float = 2.0
    reconnect: Backoff = Backoff()


@dataclass(frozen=True, slots=True)
class View:
    """What there is to see of a camera now: its newest frame and what is known about it."""

    serial: int
    frame: Frame | None = None
    scene: Scene | None = None
    before: Scene | None = None

    def tracks(self) -> tuple[Track, ...]:
        """The tracks where they are in this very picture."""
        if self.frame is None or self.scene is None:
            return ()
        return tracks_at(self.frame.at, self.scene, self.before)


@dataclass(slots=True, eq=False)
class _Watched:
    """Everything that belongs to one camera."""

    watch: Watch
    worker: Worker
    preview: LatestSlot[Frame]


class Pipeline:
    """The walk as a whole. One thread may add and remove cameras; any may look."""

    def __init__(
        self,
        load_detector: Callable[[], Detector],
        keep: Callable[[Any], object],
        media: Path,
        lengths: ClipLengths,
        eye: EyeSettings,
        clock: Clock,
    ) -> None:
        self._load_detector = load_detector
        self._keep = keep
        self._lengths = lengths
        self._settings = eye
        self._clock = clock
        self._detector: Detector | None = None
        self._cameras: dict[str, _Watched] = {}
        self._frames: LatestInbox[Frame] = LatestInbox(FRAMES)
        self._orders: Channel[RecordOrder] = RECORD_ORDERS.channel()
        self._leaving: Channel[Looked] = LEAVING.channel()
        self._looked: dict[str, Looked] = {}
        self._eye = Eye(self._frames, self._leaving, self._looked)
        self._recorder = Recorder(media, lengths, keep, clock)
        self._workers = [
            Worker("eye", self._eye.run, on_stop=self._frames.close),
            Worker("recorder", self._record, on_stop=self._orders.close),
        ]

    def start(self) -> None:
        """Begin to look and to record; cameras may come before or after."""
        for worker in self._workers:
            worker.start()

    def add(self, camera: Camera, address: str) -> None:
        """Watch one more camera."""
        if camera.id in self._cameras:
            self.remove(camera.id)
        ring = PacketRing(self._lengths.pre_roll_s + RING_EXTRA_S, RING_MOST_BYTES)
        preview: LatestSlot[Frame] = LatestSlot(f"preview {camera.id}")
        watch = Watch(
            camera,
            address,
            CameraPipes(ring, self._frames, preview),
            Cadence(self._settings.rate_hz),
            self._clock,
            self._keep,
        )
        name, backoff = f"capture {camera.id}", self._settings.reconnect
        worker = Worker(name, watch.run, on_stop=watch.stop, backoff=backoff)
        outlets = Outlets(camera.id, ring, self._keep, self._orders.put)
        self._looked[camera.id] = Looked(watch, self._new_walk(camera), outlets)
        self._cameras[camera.id] = _Watched(watch, worker, preview)
        worker.start()

    def remove(self, camera_id: str) -> None:
        """Watch a camera no longer; what it had begun is brought to its end."""
        watched = self._cameras.pop(camera_id, None)
        if watched is None:
            return
        watched.worker.stop()
        watched.worker.join()
        self._leaving.put(self._looked.pop(camera_id))

    def stop(self) -> None:
        """Bring everything to its end: first the cameras, then the eye, then the recorder."""
        for watched in self._cameras.values():
            watched.worker.stop()
        for watched in self._cameras.values():
            watched.worker.join()
        eye, recorder = self._workers
        eye.stop()
        if eye.join():  # what still runs owns its state; nobody else may touch it
            self._eye.let_go()
            for looked in self._looked.values():
                looked.finish()
        recorder.stop()
        if recorder.join():
            self._obey(self._orders.drain())
            self._recorder.close()

    @property
    def idle(self) -> bool:
        """Whether every camera has come to its end, so that nothing more will happen."""
        states = [status.state for status in self.statuses()]
        return (
            bool(states) and all(s is CameraState.ENDED for s in states) and not len(self._frames)
        )

    def statuses(self) -> list[CameraStatus]:
        """How each camera is doing."""
        return [watched.watch.status for watched in tuple(self._cameras.values())]

    def cameras(self) -> list[Camera]:
        """The cameras that are watched."""
        return [watched.watch.camera for watched in tuple(self._cameras.values())]

    def view(self, camera_id: str) -> View:
        """The newest picture of a camera and what is known about it; never waits."""
        watched, looked = self._cameras.get(camera_id), self._looked.get(camera_id)
        if watched is None or looked is None:
            return View(0)
        serial, frame = watched.preview.peek()
        return View(serial, frame, *looked.scenes)

    def stuck(self) -> list[str]:
        """Workers that have said nothing for too long."""
        workers = [*self._workers, *(w.worker for w in tuple(self._cameras.values()))]
        return [w.name for w in workers if w.silent_s() > _STUCK_S]

    def _new_walk(self, camera: Camera) -> Walk:
        def tracker() -> ByteTracker:
            return ByteTracker(confirm=self._settings.confirm, lost_s=self._settings.lost_s)

        return Walk(camera.id, self._detect, tracker, self._settings.labels)

    def _detect(self) -> Detector:
        if self._detector is None:
            self._detector = self._load_detector()
        return self._detector

    def _record(self, worker: Worker) -> None:
        while not worker.stopping:
            worker.beat()
            order = self._orders.get(_ROUND_S)
            self._obey([] if order is None else [order, *self._orders.drain()])
            self._recorder.step()

    def _obey(self, orders: list[RecordOrder]) -> None:
        for order in orders:
            self._recorder.obey(order)
