"""Writes clips: packets from a camera's ring, copied as they came, into a playable file."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from omnisight_desktop.capture.packets import PacketRing
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.clock import Clock, to_ms
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.ids import IdSource
from omnisight_desktop.core.track import TrackPicture
from omnisight_desktop.pipeline.leave import WriteLeave
from omnisight_desktop.pipeline.pictures import write_picture
from omnisight_desktop.pipeline.plan import ClipLengths, ClipPlan
from omnisight_desktop.pipeline.portrait import PictureOrder
from omnisight_desktop.pipeline.recording import Film, Recording, place_of

__all__ = ["ClipLengths", "PictureOrder", "RecordOrder", "Recorder"]

log = logging.getLogger(__name__)

#: Where clips lie below the media folder.
CLIPS = "clips"

_A_CLIP = "a clip"
_SILENCE_S = 10.0  # a camera that sends nothing for so long ends its clip
_REMEMBERED = 2000  # events that were filmed, so that later word of one does not film it again
_MOST_WAITING = 64  # events that wait for room


@dataclass(frozen=True, slots=True)
class RecordOrder:
    """An event began, and its clip begins before it; or it ended, and its clip may end."""

    event: Event
    ring: PacketRing
    sound: PacketRing | None = None


class Recorder:
    """All recordings of all cameras: one at a time per camera, and later events join it.

    ``room`` says why nothing may be written now, if so: then running clips are brought to their
    end, and events that still last are filmed as soon as there is room again.
    """

    def __init__(
        self,
        media: Path,
        lengths: ClipLengths,
        keep: Callable[[Clip | Event | TrackPicture], object],
        clock: Clock,
        room: Callable[[], OmniSightError | None] = lambda: None,
    ) -> None:
        self._media = media
        self._lengths = lengths
        self._keep = keep
        self._clock = clock
        self.leave = WriteLeave(room, clock)
        self._ids = IdSource("C")
        self._running: dict[
            str, tuple[Recording[ClipPlan], float]
        ] = {}  # and when something came last
        self._waiting: OrderedDict[str, RecordOrder] = OrderedDict()
        self._filmed: OrderedDict[str, bool] = OrderedDict()  # and whether it knows its clip

    @property
    def trouble(self) -> OmniSightError | None:
        """Why nothing is recorded now, if so; any thread may look."""
        return self.leave.trouble

    def obey(self, order: RecordOrder | PictureOrder) -> None:
        """Begin, join or end a recording; or write the pictures of a track."""
        try:
            if isinstance(order, PictureOrder):
                self._picture(order)
            elif not self._heard_of(order):
                self._film(order)
        except Exception as error:  # noqa: BLE001 - the rim: one camera's fault is no other's
            self.leave.refused(_camera_of(order), _A_CLIP, error)

    def step(self) -> None:
        """Write what came in since the last step, and close what is complete."""
        blocked = self.leave.withheld() is not None
        for camera, (recording, _) in list(self._running.items()):
            try:
                done = self._goes_on(camera)
            except Exception as error:  # noqa: BLE001 - the rim: one camera's fault is no other's
                self._broke(camera, error)
                continue
            if done or blocked:
                self._finish(camera)
            if recording.broke_off or (blocked and not done):
                self._go_on_later(recording)
        if self._waiting and self.leave.withheld() is None:
            waiting, self._waiting = list(self._waiting.values()), OrderedDict()
            for order in waiting:
                self._film(order, late=True)

    def close(self) -> None:
        """Finish every file with what is there."""
        self._waiting.clear()
        self.step()
        for camera in list(self._running):
            self._finish(camera)

    def _goes_on(self, camera: str) -> bool:
        """Write what came in; True once the clip is complete, or nothing comes any more."""
        recording, fresh_mono = self._running[camera]
        done = recording.step()
        now_mono = self._clock.mono()
        if recording.fresh:
            self._running[camera] = recording, now_mono
        if recording.file is not None and recording.file.size_bytes:
            self.leave.taken()
        return done or (not recording.fresh and now_mono - fresh_mono > _SILENCE_S)

    def _heard_of(self, order: RecordOrder) -> bool:
        """Whether an event is being filmed, waits for that, or was filmed already."""
        event = order.event
        running = self._running.get(event.camera)
        if running is not None and event.id in running[0].plan.events:
            running[0].plan.join(event)
            return True
        if event.id in self._waiting:
            if event.end is not None:
                del self._waiting[event.id]
            return True
        return event.id in self._filmed

    def _film(self, order: RecordOrder, *, late: bool = False) -> None:
        event = order.event
        if self.leave.withheld() is not None:
            self._wait(order)
            return
        running = self._running.get(event.camera)
        if running is not None and not running[0].plan.fits(event):
            self._finish(event.camera)
            running = None
        if running is not None:
            running[0].plan.join(event)
            return
        start = self._newest(order.ring) if late else event.start
        plan = ClipPlan(event, self._lengths, start)
        held = order.ring.from_key_before(plan.begin)
        if held and plan.until(None) < held[0].at:  # nothing of it is there any more
            if event.end is None and not late:
                self._film(order, late=True)
            return
        clip_id = self._ids.next(to_ms(start))
        place = place_of(self._media / CLIPS, event.camera, start, clip_id)
        recording = Recording(clip_id, place, order.ring, order.sound, plan)
        self._running[event.camera] = recording, self._clock.mono()

    def _newest(self, ring: PacketRing) -> datetime:
        return ring.newest_at or self._clock.now()

    def _wait(self, order: RecordOrder) -> None:
        """An event that still lasts is filmed when there is room; one that is over is lost."""
        if order.event.end is None:
            self._waiting[order.event.id] = order
            if len(self._waiting) > _MOST_WAITING:
                self._waiting.popitem(last=False)

    def _finish(self, camera: str) -> Recording[ClipPlan]:
        """Close a clip and keep what is in it; one that holds nothing leaves nothing behind."""
        recording, _ = self._running.pop(camera)
        if recording.file is None:
            self._remember(recording)
            log.warning("no pictures were there for the clip of %s", camera)
            return recording
        try:
            self._keep_clip(camera, recording, recording.close())
            self.leave.taken()
        except Exception as error:  # noqa: BLE001 - the rim: one camera's fault is no other's
            self.leave.refused(camera, _A_CLIP, error)
            self._salvage(camera, recording)
        self._remember(recording)
        return recording

    def _broke(self, camera: str, error: Exception) -> None:
        """A file could not be written: what plays of it is kept."""
        recording, _ = self._running.pop(camera)
        of_the_disk = self.leave.refused(camera, _A_CLIP, error)
        self._salvage(camera, recording)
        self._remember(recording)
        if of_the_disk:
            self._go_on_later(recording)

    def _go_on_later(self, recording: Recording[ClipPlan]) -> None:
        """Events that still last get another clip, once there is room and a stream."""
        for event_id in recording.plan.open:
            event = recording.plan.events[event_id]
            self._wait(RecordOrder(event, recording.ring, recording.sound_ring))

    def _salvage(self, camera: str, recording: Recording[ClipPlan]) -> None:
        try:
            film = recording.salvage()
            if film is None:
                log.warning("a clip of %s was lost", camera)
                return
            self._keep_clip(camera, recording, film)
        except Exception as error:  # noqa: BLE001 - what is lost stops nothing else
            log.warning("a clip of %s breaks off and is not listed: %s", camera, error)

    def _keep_clip(self, camera: str, recording: Recording[ClipPlan], film: Film) -> None:
        clip = Clip(
            id=recording.id,
            camera=camera,
            path=film.path.relative_to(self._media).as_posix(),
            start=film.start,
            end=film.end,
            size_bytes=film.size_bytes,
            sha256=film.sha256,
        )
        self._keep(clip)
        for event in recording.plan.events.values():
            if not self._filmed.get(event.id):  # what goes on later is shown by its first clip
                self._filmed[event.id] = True
                self._keep(replace(event, end=None, clip=clip.id))  # its end was told already

    def _remember(self, recording: Recording[ClipPlan]) -> None:
        for event_id in recording.plan.events:
            self._filmed.setdefault(event_id, False)
        while len(self._filmed) > _REMEMBERED:
            self._filmed.popitem(last=False)

    def _picture(self, order: PictureOrder) -> None:
        if self.leave.withheld() is None:
            self._keep(write_picture(self._media, order))


def _camera_of(order: RecordOrder | PictureOrder) -> str:
    return order.camera if isinstance(order, PictureOrder) else order.event.camera
