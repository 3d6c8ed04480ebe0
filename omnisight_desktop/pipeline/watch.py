"""Watching one stream of a camera: opens it, keeps the time, fills the rings, hands on the newest frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from omnisight_desktop.capture.mask import masked
from omnisight_desktop.capture.open import open_source
from omnisight_desktop.core.camera import Camera, CameraState, CameraStatus, Role
from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.errors import OmniSightError, PasswordRefused, SourceError
from omnisight_desktop.core.event import Gap
from omnisight_desktop.core.frame import Frame
from omnisight_desktop.core.ports.capture import Shot, Source, StreamInfo, Wants
from omnisight_desktop.core.redaction import redact
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.pipeline.anchor import Anchor, Moment
from omnisight_desktop.pipeline.cadence import Cadence
from omnisight_desktop.pipeline.feed import CameraPipes, Feed, Heard
from omnisight_desktop.pipeline.quality import Quality

_SHORTEST_GAP_S = 1.0
_ROUND_S = 0.5
_GRADED_EVERY_S = 5.0
_VIEWED_S = 2.0  # who looked at the picture so short a time ago is still looking
_BLIND_S = 20.0  # connected without what is wanted
_BLIND_BETWEEN_KEYS_S = 60.0  # where only key frames are shown, they may lie far apart


class Watch:
    """The body of a capture worker; it is run again after each interruption."""

    def __init__(
        self,
        camera: Camera,
        feed: Feed,
        pipes: CameraPipes,
        cadence: Cadence,
        clock: Clock,
        keep: Callable[[Gap], object],
    ) -> None:
        self.camera = camera
        self.feed = feed
        self.status = CameraStatus(camera.id, CameraState.CONNECTING, clock.now())
        self.fps = 0.0
        self.frames = 0  # pictures that came, looked at or not
        self.cadence = cadence
        self._pipes = pipes
        self._clock = clock
        self._keep = keep
        self._source: Source | None = None
        self._index = 0
        self._lost_at: datetime | None = None
        self._last: Moment | None = None  # when the last picture or packet was made
        self._quality = Quality()
        self._graded_mono = 0.0
        self._came_mono = 0.0  # when what is wanted came last
        self._viewed_mono = float("-inf")

    def run(self, worker: Worker) -> None:
        """Watch until told to stop, the recording ends, or the source fails."""
        self._rest_if_refused(worker)
        self._say(CameraState.CONNECTING, self.status.reason, self.status.fix)
        try:
            source = self._source = self._open()
            try:
                self._follow(source, worker)
            finally:
                self._source = None
                source.close()
        except OmniSightError as error:
            if isinstance(error, PasswordRefused):
                self._pipes.tries.refused(error)
            self._interrupted(error.reason, error.fix)
            raise
        except Exception as error:
            self._interrupted(
                redact(f"The camera's stream broke off: {error}."), "It is called again."
            )
            raise
        if not worker.stopping:
            self._say(CameraState.ENDED, "The recording has been watched to its end.")

    def stop(self) -> None:
        """Let go of the device at once; what was missing up to now is a gap."""
        source = self._source
        if source is not None:
            source.close()
        self._keep_gap(self._clock.now())

    @property
    def decoding(self) -> str:
        """Who decodes what it shows."""
        own = self._pipes.decoding
        return own.words if own is not None else "software"

    def retry(self) -> None:
        """Call a camera again that refused the password; from any thread."""
        self._pipes.tries.forgive()

    @property
    def came_fps(self) -> float:
        """Pictures a second that came lately; from any thread."""
        return self._quality.fps(self._clock.mono())

    def viewed(self) -> None:
        """Somebody looks at what it shows: every picture matters now; from any thread."""
        self._viewed_mono = self._clock.mono()

    def rest(self, resting: bool) -> None:
        """Nothing has happened for a while, or something does again; from any thread."""
        source = self._source
        if source is not None and self.camera.options.only_keys_when_idle:
            source.only_keys(resting)

    def _open(self) -> Source:
        options, roles = self.camera.options, self.feed.roles
        wants = Wants(
            pictures=Role.DETECT in roles,
            sound=Role.AUDIO in roles and self._pipes.sounds is not None,
            transport=options.transport,
            decoding=self._pipes.decoding,
        )
        if not options.masks or not roles & {Role.DETECT, Role.RECORD}:
            return open_source(self.feed.address, wants)
        # What is blackened has to be decoded, whoever asks for it.
        return masked(open_source(self.feed.address, replace(wants, pictures=True)), options.masks)

    def _follow(self, source: Source, worker: Worker) -> None:
        self._begin_rings(source)
        anchor, live = Anchor(self._clock), source.info.live
        if not live:
            anchor.learn(0.0)
        opened_mono = self._came_mono = self._clock.mono()
        for shot in source.shots():
            worker.beat()
            if not live and worker.pause(opened_mono + shot.at_s - self._clock.mono()):
                return
            if worker.stopping:
                return
            if live:
                _learn(anchor, shot, pictures=source.template is not None)
            self._seen(shot, anchor, source.info)
            if Role.RECORD in self.feed.roles and source.template is not self._pipes.ring.template:
                # Its pictures have another size from now on.
                self._pipes.ring.begin(source.template)
            self._hand_on(shot, anchor, source)
        if live and not worker.stopping:
            raise SourceError("The camera ended the stream.", fix="It is called again by itself.")

    def _begin_rings(self, source: Source) -> None:
        if Role.AUDIO in self.feed.roles:
            self._pipes.sound_ring.begin(source.sound_template)
        if Role.RECORD in self.feed.roles:
            self._pipes.ring.begin(source.template)

    def _seen(self, shot: Shot, anchor: Anchor, info: StreamInfo) -> None:
        """What is wanted came: the camera is alive, and what it left out since last time is a gap."""
        if not self._is_wanted(shot):
            if info.live:
                self._check_sight()
            return
        moment = anchor.moment(shot.at_s)
        if self.status.state is not CameraState.LIVE:
            self._keep_gap(moment.at)
            self.fps = info.fps
            self._pipes.tries.forgive()
            self.status = CameraStatus(self.camera.id, CameraState.LIVE, self._clock.now())
        elif info.live and self._last is not None:
            self._note_pause(moment.at, moment.after_s(self._last), info.fps)
        self._last = moment
        now_mono = self._came_mono = self._clock.mono()
        self._quality.came(1 + shot.spared, now_mono)
        self.frames += 1 + shot.spared
        if now_mono - self._graded_mono > _GRADED_EVERY_S:
            self._graded_mono = now_mono
            quality = self._quality.grade(now_mono) if info.live else None
            if quality is not self.status.quality:
                self.status = replace(self.status, quality=quality)

    def _check_sight(self) -> None:
        """A camera that only says that it is there is as good as away."""
        longest_s = _BLIND_BETWEEN_KEYS_S if self.camera.options.only_keys_when_idle else _BLIND_S
        if self._clock.mono() - self._came_mono > longest_s:
            raise SourceError(
                f"The camera is connected and sends no {self._wanted}.",
                fix="It is called again by itself. If that lasts, restart the camera.",
            )

    @property
    def _shows(self) -> bool:
        return Role.DETECT in self.feed.roles

    @property
    def _wanted(self) -> str:
        return "pictures" if self.feed.roles & {Role.DETECT, Role.RECORD} else "sound"

    def _is_wanted(self, shot: Shot) -> bool:
        """Whether it holds what this stream is for: sound alone shows nobody."""
        if self._shows:
            return shot.picture is not None
        if Role.RECORD in self.feed.roles:
            return bool(shot.packets)
        return bool(shot.sound_packets) or shot.sound is not None

    def _note_pause(self, at: datetime, passed_s: float, fps: float) -> None:
        longest_s = max(_SHORTEST_GAP_S, 3 / max(fps, 0.1)) + 0.5
        if passed_s > longest_s and not self.camera.options.only_keys_when_idle:
            last_at = at - timedelta(seconds=passed_s)
            self._keep(Gap(self.camera.id, last_at, at, "The stream paused and went on."))

    def _hand_on(self, shot: Shot, anchor: Anchor, source: Source) -> None:
        roles, pipes = self.feed.roles, self._pipes
        self.cadence.skipped += shot.spared
        if Role.RECORD in roles:
            for packet in shot.packets:
                pipes.ring.add(packet, anchor.place(packet.at_s))
        if Role.AUDIO in roles:
            for packet in shot.sound_packets:
                pipes.sound_ring.add(packet, anchor.place(packet.at_s))
            if shot.sound is not None and pipes.sounds is not None:
                heard = Heard(self.camera.id, anchor.place(shot.sound.at_s), shot.sound)
                pipes.sounds.put(heard)
        if shot.picture is None or not self._shows:
            return
        at = anchor.place(shot.at_s)
        frame = Frame(self.camera.id, self._index, at, self._clock.mono(), shot.picture)
        self._index += 1
        pipes.preview.put(frame)
        if self.cadence.due(at.timestamp()):
            pipes.frames.put(self.camera.id, frame)
            self._spare(source, shot)

    def _spare(self, source: Source, shot: Shot) -> None:
        """Until the next look nobody needs pictures, unless a person watches them."""
        watched = self._clock.mono() - self._viewed_mono < _VIEWED_S
        source.spare(shot.at_s + (0.0 if watched else self.cadence.rest_s))

    def _keep_gap(self, until: datetime) -> None:
        lost_at, self._lost_at = self._lost_at, None
        if lost_at is not None and until - lost_at >= timedelta(seconds=_SHORTEST_GAP_S):
            self._keep(Gap(self.camera.id, lost_at, until, self.status.reason))

    def _interrupted(self, reason: str, fix: str) -> None:
        if self._lost_at is None:
            self._lost_at = self._last.at if self._last else self._clock.now()
            self._quality.broke(self._clock.mono())
        self._last = None
        if self._shows:
            self._pipes.preview.clear()
        self._say(CameraState.OFFLINE, reason, fix)

    def _rest_if_refused(self, worker: Worker) -> None:
        """A password that was refused three times is not tried again, so that nobody is locked out."""
        refusal = self._pipes.tries.refusal
        if refusal is None or not self._pipes.tries.spent:
            return
        fix = f"{refusal.fix} It is not tried again by itself, so that nobody is locked out."
        self._interrupted(refusal.reason, fix.strip())
        while self._pipes.tries.spent and not worker.pause(_ROUND_S):
            worker.beat()
        if worker.stopping:
            raise refusal

    def _say(self, state: CameraState, reason: str = "", fix: str = "") -> None:
        since = self._lost_at or self._clock.now()
        self.status = CameraStatus(self.camera.id, state, since, reason, fix)


def _learn(anchor: Anchor, shot: Shot, *, pictures: bool) -> None:
    """Sound is held back longer than pictures are, so it tells only where there is nothing else."""
    if shot.packets:
        anchor.learn(max([packet.at_s for packet in shot.packets]))
    elif not pictures or shot.picture is not None:
        anchor.learn(shot.at_s)
