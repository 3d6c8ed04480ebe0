"""Builds the workers of the walk, keeps them going, and knows how each is doing."""

from __future__ import annotations

import logging
import threading
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from omnisight_desktop.capture.decoding import Decoding, Hardware
from omnisight_desktop.capture.packets import PacketRing
from omnisight_desktop.core.camera import Camera, CameraState, CameraStatus, Role
from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.frame import Frame
from omnisight_desktop.core.instruments import Reading
from omnisight_desktop.core.scene import Scene, tracks_at
from omnisight_desktop.core.segment import RecordMode
from omnisight_desktop.core.track import Track
from omnisight_desktop.flow.channel import Channel, LatestSlot
from omnisight_desktop.flow.inbox import LatestInbox
from omnisight_desktop.flow.worker import Backoff, Worker
from omnisight_desktop.pipeline.again import Held
from omnisight_desktop.pipeline.cadence import Cadence
from omnisight_desktop.pipeline.continuous import Continuous, Owed
from omnisight_desktop.pipeline.ear import Ear, Listen
from omnisight_desktop.pipeline.eye import Eye, Looked, Rates
from omnisight_desktop.pipeline.feed import CameraPipes, Feed, Heard, Tries, feeds_of, login_in
from omnisight_desktop.pipeline.filming import Filming
from omnisight_desktop.pipeline.hearing import Hearing, HearingSense
from omnisight_desktop.pipeline.noticed import Noticed, loudness_of
from omnisight_desktop.pipeline.outlets import Outlets
from omnisight_desktop.pipeline.portrait import PictureOrder
from omnisight_desktop.pipeline.recorder import ClipLengths, Recorder, RecordOrder
from omnisight_desktop.pipeline.reel import Spool
from omnisight_desktop.pipeline.stages import Stages, Walk
from omnisight_desktop.pipeline.topology import (
    FRAMES,
    LEAVING,
    PORTRAITS,
    RECORD_ORDERS,
    REPLAY_S,
    RING_EXTRA_S,
    RING_MOST_BYTES,
    SILENCED,
    SOUND_RING_MOST_BYTES,
    SOUNDS,
)
from omnisight_desktop.pipeline.vigil import Vigil
from omnisight_desktop.pipeline.watch import Watch

log = logging.getLogger(__name__)

LONG_AGO = datetime.min.replace(tzinfo=UTC)
_STUCK_S = 20.0
_PATIENCE_S = 10.0
_ROUND_S = 0.25
_HEARD_S = 1.0  # so long what was heard is how loud it is
_PORTRAITS_A_ROUND = 8  # clips come first


@dataclass(frozen=True, slots=True)
class Habits:
    """How the cameras are watched, unless a camera has habits of its own."""

    rates: Rates = Rates()
    lengths: ClipLengths = ClipLengths()
    offline_after_s: float = 10.0
    reconnect: Backoff = Backoff()
    filming: Callable[[Camera], Filming] = lambda _: Filming()  # without a break, or not at all
    owed: Owed = lambda _: None
    hardware: Hardware | None = None  # that decodes; none: the processor does


@dataclass(frozen=True, slots=True)
class Senses:
    """What makes sense of what the cameras deliver."""

    stages: Callable[[Camera], Stages]
    listener: Callable[[str], Listen] | None = None  # none: nobody listens
    hearing: HearingSense | None = None  # none: what is said is nobody's business


@dataclass(frozen=True, slots=True)
class View:
    """What there is to see of a camera now: its newest frame and what is known about it."""

    serial: int
    frame: Frame | None = None
    scene: Scene | None = None
    before: Scene | None = None
    loudness_dbfs: float | None = None  # none where nobody listens, or nothing is to be heard

    def tracks(self) -> tuple[Track, ...]:
        """The tracks where they are in this very picture."""
        if self.frame is None or self.scene is None:
            return ()
        return tracks_at(self.frame.at, self.scene, self.before)


@dataclass(slots=True, eq=False)
class _Watched:
    """Everything that belongs to one camera: a watch and a worker for each of its streams."""

    camera: Camera
    watches: list[Watch]
    workers: list[Worker]
    preview: LatestSlot[Frame]
    ring: PacketRing
    looked: Looked

    def status(self) -> CameraStatus:
        """How the camera is doing as a whole."""
        status = self.looked.watch.status
        if status.state is not CameraState.LIVE:
            return status
        status = replace(status, decoding=self.looked.watch.decoding)
        trouble = self.looked.trouble
        if trouble is not None:
            reason = f"It is seen, but nobody is found in it. {trouble.reason}"
            return replace(status, reason=reason, fix=trouble.fix)
        for watch in self.watches:
            if watch.status.state is CameraState.OFFLINE:
                what = "recorded" if Role.RECORD in watch.feed.roles else "heard"
                reason = f"It is seen but not {what}. {watch.status.reason}"
                return replace(status, reason=reason, fix=watch.status.fix)
        return status


class Pipeline:
    """The walk as a whole. Any thread may add and remove cameras, and look."""

    def __init__(
        self,
        senses: Senses,
        keep: Callable[[Any], object],
        media: Path,
        habits: Habits,
        clock: Clock,
        room: Callable[[], OmniSightError | None] = lambda: None,
    ) -> None:
        self._senses = senses
        self._keep = keep
        self._habits = habits
        self._clock = clock
        self._changing = threading.RLock()
        self._over = False
        self._cameras: dict[str, _Watched] = {}
        self._frames: LatestInbox[Frame] = LatestInbox(FRAMES)
        self._orders: Channel[RecordOrder] = RECORD_ORDERS.channel()
        self._leaving: Channel[Looked] = LEAVING.channel()
        self._sounds: Channel[Heard] = SOUNDS.channel()
        self._silenced: Channel[str] = SILENCED.channel()
        self._looked: dict[str, Looked] = {}
        self._loud: dict[str, tuple[float, float]] = {}  # how loud a camera is, and since when
        self._eye = Eye(self._frames, self._leaving, self._looked, clock)
        self._portraits: Channel[PictureOrder] = PORTRAITS.channel()
        self._recorder = Recorder(media, habits.lengths, keep, clock, room)
        self._continuous = Continuous(media, keep, self._recorder.leave, clock, habits.owed)
        self._eye_worker = Worker("eye", self._eye.run, on_stop=self._frames.close)
        self._record_worker = Worker("recorder", self._record, on_stop=self._orders.close)
        self._workers = [self._eye_worker, self._record_worker]
        self._ear: Ear | None = None
        self._hearing: Hearing | None = None
        if senses.hearing is not None:
            self._hearing = Hearing(senses.hearing, keep, self._people, clock)
            self._workers.append(Worker("scribe", self._hearing.run, on_stop=self._hearing.stop))
        if senses.listener is not None or self._hearing is not None:
            self._ear = Ear(
                self._sounds,
                self._measuring(self._listening(senses.listener)),
                self._heard,
                self._silenced,
                clock,
            )
            self._workers.append(Worker("ear", self._ear.run, on_stop=self._sounds.close))

    def start(self) -> None:
        """Begin to look and to record; cameras may come before or after."""
        for worker in self._workers:
            worker.start()

    def add(self, camera: Camera, addresses: Mapping[Role, str]) -> None:
        """Watch one more camera, over the streams that serve its roles; once stopped, none any more."""
        with self._changing:
            self.remove(camera.id)
            if not self._over:
                self._begin(camera, addresses)

    def remove(self, camera_id: str) -> None:
        """Watch a camera no longer; what it had begun is brought to its end.

        Waits until its streams are let go of, which may take seconds: not for a window's thread.
        """
        with self._changing:
            watched = self._cameras.pop(camera_id, None)
            if watched is not None:
                self._end(watched.workers)
                self._frames.forget(camera_id)
                self._leaving.put(self._looked.pop(camera_id))
                self._continuous.end(camera_id)
                self._loud.pop(camera_id, None)
                if self._ear is not None:
                    self._silenced.put(camera_id)

    def retry(self, camera_id: str) -> None:
        """Call a camera again now that is away, or that refused the password."""
        watched = self._cameras.get(camera_id)
        if watched is not None:
            for watch in watched.watches:
                watch.retry()
            for worker in watched.workers:
                worker.hurry()

    def stop(self) -> bool:
        """Bring everything to its end: first the cameras, then the senses, then the recorder.

        True if all of it did end, and nothing was left half done.
        """
        with self._changing:
            self._over = True
        ended = self._end([w for watched in self._cameras.values() for w in watched.workers])
        # What still runs owns its state; nobody else may touch it.
        senses = [w for w in self._workers if w is not self._record_worker]
        ended = self._end(senses) and self._close_senses() and ended
        self._record_worker.stop()
        return self._record_worker.join() and self._tried(self._close_recorder) and ended

    def _close_senses(self) -> bool:
        now = self._clock.now()
        parts: list[Callable[[], None]] = [self._eye.let_go]
        parts += [partial(looked.leave, now) for looked in self._looked.values()]
        if self._ear is not None:
            parts.append(self._ear.close)
        return all([self._tried(close) for close in parts])

    def _close_recorder(self) -> None:
        self._obey(self._orders.drain())
        self._obey(self._portraits.drain())
        self._recorder.close()
        self._continuous.close()

    @staticmethod
    def _tried(close: Callable[[], None]) -> bool:
        """A fault in one part's end must not keep the next from its own."""
        try:
            close()
        except Exception:
            log.exception("a part of the program did not end in order")
            return False
        return True

    @property
    def idle(self) -> bool:
        """Whether every camera has come to its end, so that nothing more will happen."""
        states = [status.state for status in self.statuses()]
        return (
            bool(states) and all(s is CameraState.ENDED for s in states) and not len(self._frames)
        )

    def statuses(self) -> list[CameraStatus]:
        """How each camera is doing."""
        return [watched.status() for watched in tuple(self._cameras.values())]

    def cameras(self) -> list[Camera]:
        """The cameras that are watched."""
        return [watched.camera for watched in tuple(self._cameras.values())]

    def view(self, camera_id: str) -> View:
        """The newest picture of a camera and what is known about it; never waits."""
        watched, looked = self._cameras.get(camera_id), self._looked.get(camera_id)
        if watched is None or looked is None:
            return View(0)
        looked.watch.viewed()
        serial, frame = watched.preview.peek()
        return View(serial, frame, *looked.scenes, self._loudness(camera_id))

    def held(self, camera_id: str) -> Held | None:
        """The last seconds of a camera as they came; none where nothing is held that can be shown."""
        watched = self._cameras.get(camera_id)
        if watched is None or watched.ring.template is None:
            return None
        template, packets = watched.ring.template, watched.ring.from_key_before(LONG_AGO)
        return Held(template, packets) if packets else None

    def happened(self, event: Event) -> bool:
        """Remember something that did not come from the eye, and film it; False without a camera."""
        looked = self._looked.get(event.camera)
        if looked is not None:
            looked.outlets.take_events((event,))
        elif event.end is not None:  # its camera is gone meanwhile
            self._keep(event)
        return looked is not None

    def _loudness(self, camera_id: str) -> float | None:
        loudness, at_mono = self._loud.get(camera_id, (None, 0.0))
        return loudness if self._clock.mono() - at_mono < _HEARD_S else None

    def stuck(self) -> list[str]:
        """Workers that have said nothing for too long."""
        captures = [w for watched in tuple(self._cameras.values()) for w in watched.workers]
        return [w.name for w in [*self._workers, *captures] if w.silent_s() > _STUCK_S]

    def readings(self) -> list[Reading]:
        """What was let go and where, and how busy the eye is: nothing is skipped without a count."""
        found = [
            Reading("eye.busy", self._eye.pace.busy),
            Reading("eye.share", self._eye.pace.share),
        ]
        noticed = self._continuous.noticed
        pipes = (self._frames, self._orders, self._sounds, self._portraits, noticed)
        found += [Reading(f"{pipe.name}.dropped", pipe.dropped) for pipe in pipes]
        if self._hearing is not None:
            found += self._hearing.readings()
        for camera_id, looked in tuple(self._looked.items()):
            cadence = looked.watch.cadence
            found += [
                Reading(f"{camera_id}.frames", looked.watch.frames),
                Reading(f"{camera_id}.late", looked.late_s * 1000, "ms"),
                Reading(f"{camera_id}.looks", looked.looks),
                Reading(f"{camera_id}.skipped", cadence.skipped),
                Reading(f"{camera_id}.rate", cadence.rate_hz, "Hz"),
                Reading(f"{camera_id}.fps", looked.watch.came_fps, "fps"),
            ]
        return found

    def _begin(self, camera: Camera, addresses: Mapping[Role, str]) -> None:
        keep_s = max(self._habits.lengths.pre_roll_s + RING_EXTRA_S, REPLAY_S)
        pipes = CameraPipes(
            PacketRing(keep_s, RING_MOST_BYTES),
            PacketRing(keep_s, SOUND_RING_MOST_BYTES),
            self._frames,
            LatestSlot(f"preview {camera.id}"),
            self._sounds if self._ear is not None else None,
        )
        rates, tries = self._rates_of(camera), defaultdict[str, Tries](Tries)
        watches, workers = [], []
        for feed in feeds_of(addresses):
            own = replace(pipes, tries=tries[login_in(feed.address)], decoding=self._decoding())
            watch = Watch(camera, feed, own, Cadence(rates.usual_hz), self._clock, self._keep)
            watches.append(watch)
            workers.append(self._worker_of(watch, feed))

        def record(event: Event) -> None:
            self._orders.put(RecordOrder(event, pipes.ring, pipes.sound_ring))

        filming = self._habits.filming(camera)
        self._continuous.begin(Spool(camera.id, pipes.ring, pipes.sound_ring, filming))
        filmed = filming.mode is not RecordMode.OFF
        looked = self._looked[camera.id] = Looked(
            next(w for w in watches if Role.DETECT in w.feed.roles),
            Walk(camera.id, self._senses.stages(camera)),
            Outlets(camera.id, self._keep, record, self._portraits.put),
            Vigil(camera.id, self._habits.offline_after_s),
            rates,
            notice=self._continuous.noticed.put if filmed else None,
        )
        self._cameras[camera.id] = _Watched(
            camera, watches, workers, pipes.preview, pipes.ring, looked
        )
        for worker in workers:
            worker.start()

    def _decoding(self) -> Decoding | None:
        """Of a stream: what fails at one camera may well do for another."""
        hardware = self._habits.hardware
        return Decoding(hardware) if hardware is not None else None

    def _worker_of(self, watch: Watch, feed: Feed) -> Worker:
        name = f"capture {watch.camera.id}"
        if Role.DETECT not in feed.roles:
            name += " for " + " and ".join(sorted(feed.roles))
        return Worker(name, watch.run, on_stop=watch.stop, backoff=self._habits.reconnect)

    def _rates_of(self, camera: Camera) -> Rates:
        own, usual = camera.options.fps, self._habits.rates
        return usual if own is None else Rates(own, max(own, usual.most_hz))

    def _listening(self, loud: Callable[[str], Listen] | None) -> Callable[[str], Listen]:
        """What listens to a camera: for what is loud and, where that is wanted, for what is said."""

        def listener(camera: str) -> Listen:
            parts = [loud(camera)] if loud is not None else []
            watched = self._cameras.get(camera)
            if self._hearing is not None and watched is not None and watched.camera.options.listen:
                parts.append(self._hearing.ear(camera))
            return lambda heard: tuple(event for part in parts for event in part(heard))

        return listener

    def _people(self, camera: str) -> tuple[str, ...]:
        """The tracks of everybody who is in view of a camera."""
        looked = self._looked.get(camera)
        scene = looked.scenes[0] if looked is not None else None
        return scene.people if scene is not None else ()

    def _measuring(self, listener: Callable[[str], Listen]) -> Callable[[str], Listen]:
        """As loud as it was is noted with continuous footage."""

        def measuring(camera: str) -> Listen:
            listen = listener(camera)

            def heard(piece: Heard | None) -> tuple[Event, ...]:
                looked = self._looked.get(camera)
                if piece is not None and looked is not None:
                    loudness = loudness_of(piece.sound)
                    self._loud[camera] = loudness, self._clock.mono()
                    if looked.notice is not None:
                        looked.notice(Noticed(camera, piece.at, loudness_dbfs=loudness))
                return listen(piece)

            return heard

        return measuring

    def _heard(self, camera: str, events: tuple[Event, ...]) -> None:
        looked = self._looked.get(camera)
        if looked is not None:
            looked.outlets.take_events(events)
            return
        for event in events:  # the camera is gone, and what ends with it is known all the same
            self._keep(event)

    def _end(self, workers: list[Worker]) -> bool:
        """Whether all of them ended; however many are stuck, the wait is for one."""
        for worker in workers:
            worker.stop()
        until_mono = self._clock.mono() + _PATIENCE_S
        return all([w.join(max(0.0, until_mono - self._clock.mono())) for w in workers])

    @property
    def looking_trouble(self) -> OmniSightError | None:
        """Why in some camera's pictures nothing can be found just now, if so."""
        troubles = (looked.trouble for looked in tuple(self._looked.values()))
        return next((trouble for trouble in troubles if trouble is not None), None)

    @property
    def recording_trouble(self) -> OmniSightError | None:
        """Why nothing can be recorded just now, if so."""
        return self._recorder.trouble

    def _record(self, worker: Worker) -> None:
        while not worker.stopping:
            worker.beat()
            order = self._orders.get(_ROUND_S)
            self._obey([] if order is None else [order, *self._orders.drain()])
            self._obey(self._portraits.drain(_PORTRAITS_A_ROUND))
            self._recorder.step()
            self._continuous.step()

    def _obey(self, orders: Sequence[RecordOrder | PictureOrder]) -> None:
        for order in orders:
            self._recorder.obey(order)
