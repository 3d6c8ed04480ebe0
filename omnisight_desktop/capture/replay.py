"""A recording that comes again and again in real time, like a camera."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from omnisight_desktop.core.clock import Clock, SystemClock
from omnisight_desktop.core.errors import SourceBroken
from omnisight_desktop.core.ports.capture import Packet, Shot, Source, StreamInfo

_BEHIND_MOST_S = 5.0

#: Waits so many seconds; True if it was told to stop meanwhile.
Pause = Callable[[float], bool]


class ReplaySource:
    """A live camera made of a recording: its times go on across the seam, packets and all.

    Who reads slowly for a while catches up; who was away for longer finds it where it was.
    """

    def __init__(
        self,
        open_lap: Callable[[], Source],
        clock: Clock | None = None,
        pause: Pause | None = None,
    ) -> None:
        self._open_lap = open_lap
        self._clock = clock or SystemClock()
        self._stop = threading.Event()
        self._pause = pause or self._stop.wait
        self._keys_only = False
        self._lap = open_lap()
        self._told: tuple[StreamInfo, StreamInfo] | None = None  # by the lap, and of the whole
        self._own_template, self._lap_template = self._lap.template, self._lap.template
        self._seam = _Seam(self._lap.info.fps)

    @property
    def info(self) -> StreamInfo:
        info = self._lap.info
        if self._told is None or self._told[0] is not info:  # it is asked for at every shot
            self._told = info, replace(info, live=True, length_s=None)
        return self._told[1]

    @property
    def template(self) -> Any:
        # Each lap has a template of its own, which is the same unless the lap says otherwise.
        template = self._lap.template
        return self._own_template if template is self._lap_template else template

    @property
    def sound_template(self) -> Any:
        return self._lap.sound_template

    def only_keys(self, on: bool) -> None:
        self._keys_only = on
        self._lap.only_keys(on)

    def spare(self, until_s: float) -> None:
        self._lap.spare(until_s - self._seam.offset_s)

    def shots(self) -> Iterator[Shot]:
        begun_mono = self._clock.mono()
        try:
            while not self._stop.is_set():
                came = False
                for shot in self._lap.shots():
                    came = True
                    moved = self._seam.moved(shot)
                    ahead_s = begun_mono + moved.at_s - self._clock.mono()
                    if ahead_s < -_BEHIND_MOST_S:
                        begun_mono -= ahead_s
                    if (ahead_s > 0 and self._pause(ahead_s)) or self._stop.is_set():
                        return
                    yield moved
                if not came:
                    raise SourceBroken("The recording to be replayed holds no pictures.")
                self._next_lap()
        finally:
            self._lap.close()

    def close(self) -> None:
        self._stop.set()
        self._lap.close()

    def _next_lap(self) -> None:
        if self._lap.template is not self._lap_template:  # the size changed within the lap
            self._own_template = None
        self._lap.close()
        self._seam.close()
        self._lap = self._open_lap()
        self._lap_template = self._lap.template
        if self._own_template is None:
            self._own_template = self._lap_template
        self._lap.only_keys(self._keys_only)


class _Seam:
    """Where the next lap begins so that nothing goes back in time.

    Pictures say when; sound that is a little longer than they are loses what would overlap.
    """

    def __init__(self, fps: float) -> None:
        self._frame_s = 1 / fps if fps else 0.0
        self.offset_s = self._pictures_s = self._sound_s = 0.0  # where the next lap may begin
        self._heard_s = -math.inf

    def moved(self, shot: Shot) -> Shot:
        """The shot of a lap with the times of the whole replay."""
        packets = tuple(map(self._moved, shot.packets))
        for packet in packets:
            self._pictures_s = max(self._pictures_s, packet.at_s + packet.duration_s)
        at_s = shot.at_s + self.offset_s
        if shot.picture is not None:
            self._pictures_s = max(self._pictures_s, at_s + self._frame_s)
        sound = shot.sound and replace(shot.sound, at_s=shot.sound.at_s + self.offset_s)
        heard = tuple(self._heard(shot))
        return Shot(at_s, shot.picture, packets, heard, sound, shot.spared)

    def close(self) -> None:
        """The lap is over; the next one follows it."""
        self.offset_s = self._pictures_s or self._sound_s

    def _heard(self, shot: Shot) -> Iterator[Packet]:
        for packet in map(self._moved, shot.sound_packets):
            if packet.decode_at_s > self._heard_s:
                self._heard_s = packet.decode_at_s
                self._sound_s = packet.at_s + packet.duration_s
                yield packet

    def _moved(self, packet: Packet) -> Packet:
        offset_s = self.offset_s
        at_s, decode_at_s = packet.at_s + offset_s, packet.decode_at_s + offset_s
        return Packet(at_s, decode_at_s, packet.duration_s, packet.is_key, packet.data)
