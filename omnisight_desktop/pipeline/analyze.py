"""The walk over a recording, as fast as it decodes: no threads, no rhythm but the recording's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from omnisight_desktop.capture.packets import PacketRing
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.frame import Frame
from omnisight_desktop.core.ports.capture import Shot, Source
from omnisight_desktop.core.track import TrackPath
from omnisight_desktop.pipeline.cadence import Cadence
from omnisight_desktop.pipeline.feed import Heard
from omnisight_desktop.pipeline.hearing import Hearing
from omnisight_desktop.pipeline.outlets import Outlets
from omnisight_desktop.pipeline.recorder import Recorder, RecordOrder
from omnisight_desktop.pipeline.room import Room
from omnisight_desktop.pipeline.stages import Walk
from omnisight_desktop.pipeline.supervisor import Habits, Senses
from omnisight_desktop.pipeline.topology import (
    RING_EXTRA_S,
    RING_MOST_BYTES,
    SOUND_RING_MOST_BYTES,
)

_STEP_S = 1.0  # the recorder is given its turn so often, in seconds of the recording


@dataclass(slots=True)
class Tally:
    """What an analysis has seen so far, and how long it took."""

    frames: int = 0
    looks: int = 0
    tracks: int = 0
    events: int = 0
    clips: int = 0
    footage_s: float = 0.0
    unrecorded_s: float = 0.0  # footage of which no clips could be made
    work_s: float = 0.0
    heard: int = 0  # utterances that were written down
    unheard: int = 0  # those that could not be


class Analysis:
    """One recording of one camera on its way through the walk."""

    def __init__(
        self,
        camera: Camera,
        senses: Senses,
        keep: Callable[[Any], object],
        room: Room,
        habits: Habits,
        clock: Clock,
    ) -> None:
        self.tally = Tally()
        self._events: set[str] = set()
        self._camera = camera.id
        self._keep = keep
        self._clock = clock
        keep_s = habits.lengths.pre_roll_s + RING_EXTRA_S
        self._ring = PacketRing(keep_s, RING_MOST_BYTES)
        self._sound_ring = PacketRing(keep_s, SOUND_RING_MOST_BYTES)
        self._recorder = Recorder(
            room.folder, habits.lengths, self._count_and_keep, clock, room.trouble
        )
        self._cadence = Cadence(camera.options.fps or habits.rates.usual_hz)
        self._looks = Cadence(self._cadence.rate_hz)
        self._walk = Walk(camera.id, senses.stages(camera))
        self._outlets = Outlets(camera.id, self._count_and_keep, self._order, self._recorder.obey)
        self._hearing = self._ear_of(camera, senses)
        self._listeners = [senses.listener(camera.id)] if senses.listener else []
        self._listeners += [self._hearing.ear(camera.id)] if self._hearing else []
        self._there: tuple[str, ...] = ()

    def run(
        self, source: Source, start: datetime, tell: Callable[[Tally], bool] = lambda _: True
    ) -> Tally:
        """Watch it from end to end, or until ``tell`` says that it is enough."""
        began_mono, stepped_s = self._clock.mono(), 0.0
        self._ring.begin(source.template)
        self._sound_ring.begin(source.sound_template)
        try:
            for shot in source.shots():
                if source.template is not self._ring.template:
                    self._ring.begin(source.template)  # its pictures have another size from now on
                self._take(shot, start)
                if shot.picture is not None:
                    source.spare(shot.at_s + self._cadence.rest_s)
                if shot.at_s - stepped_s >= _STEP_S:
                    self._record(shot.at_s - stepped_s)
                    stepped_s = shot.at_s
                    self.tally.work_s = self._clock.mono() - began_mono
                    if not tell(self.tally):
                        break
        finally:
            source.close()
            self._finish()
        self.tally.work_s = self._clock.mono() - began_mono
        return self.tally

    def _ear_of(self, camera: Camera, senses: Senses) -> Hearing | None:
        """What writes down what is said, where that is wanted."""
        if senses.hearing is None or not camera.options.listen:
            return None
        return Hearing(senses.hearing, self._count_and_keep, lambda _: self._there, self._clock)

    def _record(self, seconds: float) -> None:
        self._recorder.step()
        if self._recorder.trouble is not None:
            self.tally.unrecorded_s += seconds

    def _take(self, shot: Shot, start: datetime) -> None:
        for packet in shot.packets:
            self._ring.add(packet, start + timedelta(seconds=packet.at_s))
        for packet in shot.sound_packets:
            self._sound_ring.add(packet, start + timedelta(seconds=packet.at_s))
        if shot.sound is not None:
            at = start + timedelta(seconds=shot.sound.at_s)
            self._hear(Heard(self._camera, at, shot.sound))
        pictures = shot.spared + (shot.picture is not None)
        if pictures:
            self.tally.frames += pictures
            self.tally.footage_s = max(self.tally.footage_s, shot.at_s)
        if shot.picture is None:
            return
        if self._cadence.due(shot.at_s):
            at = start + timedelta(seconds=shot.at_s)
            self._look(Frame(self._camera, self.tally.frames, at, self._clock.mono(), shot.picture))

    def _hear(self, heard: Heard | None) -> None:
        """Listen to a piece; the recording waits until what is said is written, and nothing is let go."""
        for listen in self._listeners:
            self._outlets.take_events(listen(heard))
        if self._hearing is None:
            return
        while (utterance := self._hearing.speech.get(0)) is not None:
            self._hearing.write(utterance)
        self.tally.heard, self.tally.unheard = self._hearing.written, self._hearing.failed

    def _look(self, frame: Frame) -> None:
        """Look at everything when that is due, and in between how people move, if anybody asks."""
        if not self._looks.due(frame.at.timestamp()):
            scene = self._walk.glance(frame)
            if scene is not None:
                self._outlets.take_moves(scene)
        else:
            scene = self._walk.look(frame)
            self._there = scene.people
            self._outlets.take(scene)
            self._outlets.count(self._walk.counts())
            self.tally.looks += 1
        self._cadence.rate_hz = max(self._looks.rate_hz, self._walk.glances_hz)

    def _finish(self) -> None:
        self._outlets.take_events(self._walk.close(), moves=self._walk.left)
        self._outlets.learn(self._walk.learnt())
        self._hear(None)
        if self._hearing is not None:
            self._hearing.stop()
        self._outlets.close()
        self._recorder.close()

    def _order(self, event: Event) -> None:
        self._recorder.obey(RecordOrder(event, self._ring, self._sound_ring))

    def _count_and_keep(self, value: Any) -> None:
        if isinstance(value, TrackPath):
            self.tally.tracks += 1
        elif isinstance(value, Clip):
            self.tally.clips += 1
        elif isinstance(value, Event):
            self._events.add(value.id)  # one comes again when it is completed
            self.tally.events = len(self._events)
        self._keep(value)
