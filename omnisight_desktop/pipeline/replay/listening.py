"""The sound that belongs to what is played: decoded ahead by a worker of its own, taken piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.audio.resampler import AudioResampler
from av.error import FFmpegError

from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.flow.channel import Channel, DropPolicy, LatestSlot
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.pipeline.replay.roll import faults_in_words
from omnisight_desktop.pipeline.replay.values import Course, Library, Strip

#: What comes out: two channels of 16 bits.
RATE, CHANNELS, WIDTH = 48_000, 2, 2
BYTES_A_S = RATE * CHANNELS * WIDTH

_AHEAD_S = 0.6
_REST_S = 0.25
_LATE_S = 0.08  # what is so much too late is left out
_SEEK_BACK_S = 0.5  # sound is found through its pictures, roughly
_PATIENCE_S = 0.1


class Listening:
    """One camera's sound; whoever plays it pulls as much as there is room for."""

    def __init__(self, library: Library, clock: Clock) -> None:
        self._library = library
        self._clock = clock
        self._orders: LatestSlot[tuple[str, Course]] = LatestSlot("replay sound orders")
        self._pieces: Channel[tuple[int, bytes]] = Channel(
            "replay sound", round(_AHEAD_S * BYTES_A_S), DropPolicy.WAIT, lambda one: len(one[1])
        )
        self._order = -1
        self._left = b""
        self._worker = Worker("replay sound", self._run, on_stop=self._wake)
        self._worker.start()

    def follow(self, camera: str, course: Course) -> None:
        """Whose sound, and which moment, is wanted from now on."""
        self._order = course.order
        self._left = b""
        self._orders.put((camera, course))

    def take(self, most: int) -> bytes:
        """So many bytes at the most; nothing where nothing is to be heard. Never waits."""
        found = [self._left]
        size = len(self._left)
        while size < most and (some := self._pieces.drain(1)):
            order, piece = some[0]
            if order == self._order:
                found.append(piece)
                size += len(piece)
        whole = b"".join(found)
        most -= most % (CHANNELS * WIDTH)
        self._left = whole[most:]
        return whole[:most]

    def close(self) -> None:
        """Let go of the file."""
        self._worker.stop()
        self._worker.join()

    def _wake(self) -> None:
        self._pieces.close()
        self._orders.put(("", Course(-1, 0.0, 0.0)))

    def _run(self, worker: Worker) -> None:
        wanted: tuple[str, Course] | None = None
        while not worker.stopping:
            worker.beat()
            wanted = self._orders.take(_REST_S) or wanted
            if wanted is None or wanted[1].speed != 1.0 or not wanted[0]:
                continue
            self._play(worker, *wanted)
            wanted = None

    def _play(self, worker: Worker, camera: str, course: Course) -> None:
        """Until something else is wanted, or nothing more is to be heard."""
        now_s = course.now_s(self._clock.mono())
        while not worker.stopping and self._is_wanted(course):
            strip = self._strip_at(camera, now_s)
            if strip is None:
                return
            try:
                for at_s, piece in heard(strip.path, now_s - strip.start.timestamp()):
                    worker.beat()
                    moment_s = strip.start.timestamp() + at_s
                    if moment_s >= strip.until.timestamp() or not self._is_wanted(course):
                        break
                    late_s = course.now_s(self._clock.mono()) - moment_s
                    if late_s < _LATE_S:
                        self._hand(worker, course, piece)
            except OmniSightError:
                return  # the picture says why
            now_s = strip.until.timestamp() + 1e-3

    def _hand(self, worker: Worker, course: Course, piece: bytes) -> None:
        while not worker.stopping and self._is_wanted(course):
            worker.beat()
            if self._pieces.put((course.order, piece), _PATIENCE_S):
                return

    def _is_wanted(self, course: Course) -> bool:
        return self._order == course.order

    def _strip_at(self, camera: str, at_s: float) -> Strip | None:
        since = datetime.fromtimestamp(0, UTC) + timedelta(seconds=at_s)
        for strip in self._library.strips(camera, since, since + timedelta(seconds=1)):
            if strip.since <= since < strip.until:
                return strip
        return None


def heard(path: Path, second: float) -> Iterator[tuple[float, bytes]]:
    """What is to be heard from a second of a file on, in small pieces, each with its second."""
    with faults_in_words():
        container = av.open(f"file:{path}")
    try:
        sound: Any = next(iter(container.streams.audio), None)
        if sound is None:
            return
        picture: Any = next(iter(container.streams.video), sound)
        tick_s = float(sound.time_base or 0) or 1e-3
        zero_s = (picture.start_time or 0) * float(picture.time_base or 0)
        resampler = AudioResampler("s16", "stereo", RATE)
        with faults_in_words():
            begin = max(0.0, second - _SEEK_BACK_S) + zero_s
            container.seek(round(begin / tick_s), stream=sound, backward=True)
            for packet in container.demux(sound):
                yield from _pieces(packet, resampler, second, zero_s)
    finally:
        container.close()


def _pieces(
    packet: Any, resampler: AudioResampler, second: float, zero_s: float
) -> Iterator[tuple[float, bytes]]:
    try:
        frames = packet.decode()
    except FFmpegError:
        return
    for frame in frames:
        if frame.time is None:
            continue
        at_s = float(frame.time) - zero_s
        if at_s + frame.samples / frame.sample_rate <= second:
            continue
        for made in resampler.resample(frame):
            samples = np.ascontiguousarray(made.to_ndarray(), np.int16).reshape(-1)
            skip = max(0, round((second - at_s) * RATE)) * CHANNELS
            yield max(at_s, second), samples[skip:].tobytes()
