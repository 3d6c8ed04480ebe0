"""A recording that is played to a recorder as a camera would deliver it, in its own time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from omnisight_desktop.capture.open import open_source
from omnisight_desktop.capture.packets import PacketRing
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.ports.capture import Packet, Shot, Source
from omnisight_desktop.core.track import TrackPicture
from omnisight_desktop.pipeline.recorder import ClipLengths, Recorder, RecordOrder

START = datetime(2026, 5, 3, 12, tzinfo=UTC)
STEP_S = 0.2
USUAL = ClipLengths()


def at(seconds: float) -> datetime:
    """A moment of the recording."""
    return START + timedelta(seconds=seconds)


def event(start: float, end: float | None = None, name: str = "E1") -> Event:
    """Somebody at the porch."""
    return Event(name, "porch", "appeared", at(start), at(end) if end is not None else None)


@dataclass
class Reel:
    """A camera that shows a recording, and a recorder behind it."""

    path: Path
    media: Path
    lengths: ClipLengths = USUAL
    room: Callable[[], OmniSightError | None] = lambda: None
    sound_late_s: float = 0.0  # the sound comes over a connection of its own that began later
    garble: bytes | None = None  # what comes in place of sound in its later half
    kept: list[Clip | Event | TrackPicture] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.clock = ManualClock(START)
        self.recorder = Recorder(self.media, self.lengths, self.kept.append, self.clock, self.room)
        self.ring, self.sound = PacketRing(30, 10**8), PacketRing(30, 10**7)
        self.watch: Callable[[], None] = lambda: None  # called after each step
        self.step_s = STEP_S

    def order(self, told: Event) -> None:
        """Tell the recorder of an event."""
        self.recorder.obey(RecordOrder(told, self.ring, self.sound))

    def play(self, *told: tuple[float, Event], until: float = 1e9) -> list[Clip]:
        """Deliver the recording; events are told when it has come to their second."""
        source = open_source(str(self.path))
        self.ring.begin(source.template)
        self.sound.begin(source.sound_template)
        waiting, stepped_s = sorted(told, key=lambda pair: pair[0]), 0.0
        try:
            for shot in self._until(source, until):
                self._deliver(shot)
                now_s = shot.at_s
                while waiting and waiting[0][0] <= now_s:
                    self.order(waiting.pop(0)[1])
                if now_s - stepped_s >= self.step_s:
                    self.clock.advance(now_s - stepped_s)
                    stepped_s = now_s
                    self.recorder.step()
                    self.watch()
        finally:
            source.close()
        self.recorder.close()
        return self.clips

    @property
    def clips(self) -> list[Clip]:
        """What was recorded."""
        return [value for value in self.kept if isinstance(value, Clip)]

    def file(self, clip: Clip) -> Path:
        """Where a clip lies."""
        return self.media / clip.path

    def _until(self, source: Source, until: float) -> Iterable[Shot]:
        for shot in source.shots():
            if shot.at_s >= until:
                return
            yield shot

    def _deliver(self, shot: Shot) -> None:
        for packet in shot.packets:
            self.ring.add(packet, at(packet.at_s))
        for packet in shot.sound_packets:
            # The seconds of another connection begin when that one does; the moment is the same.
            late_s = self.sound_late_s
            own = Packet(
                packet.at_s - late_s,
                packet.decode_at_s - late_s,
                packet.duration_s,
                packet.is_key,
                self.garble if self.garble is not None and packet.at_s > 5 else packet.data,
            )
            self.sound.add(own, at(packet.at_s))
