"""Decodes the packets of one video stream, all of them or key frames only."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

import av
from av.error import FFmpegError

from omnisight_desktop.capture.course import Moment
from omnisight_desktop.capture.decoding import Decoding
from omnisight_desktop.capture.picture import MOST_PIXELS
from omnisight_desktop.capture.steady import SteadyCodec
from omnisight_desktop.core.errors import SourceBroken
from omnisight_desktop.core.ports.capture import StreamInfo

_TICKS = 90_000
_BASE = Fraction(1, _TICKS)
_BROKEN_MOST = 300  # packets in a row that cannot be decoded
_KEYLESS_MOST = 300  # packets until pictures are tried without a key frame
_HELD_MOST = 120  # packets that wait to be decoded together
_ALONE = 4  # threads for a recording that is not watched among others
_BUSY_PIXELS_A_S = 3840 * 2160 * 20  # from here on, one processor core may be too slow

#: A picture and when it is, in seconds from the start of the source.
TimedFrame = tuple[float, av.VideoFrame]


class VideoDecoder:
    """Pictures out of packets.

    Until the first key frame nothing is decoded: it would be grey, or built on what is not there.
    What nobody looks at yet waits, for a processor that decodes six pictures in a row has warm caches:
    they cost a fifth less than six now and then.
    With ``only_keys`` each key frame comes out at once and costs a fraction of all pictures; what
    happens between two of them is not seen until the next one.
    """

    def __init__(
        self,
        stream: Any,
        info: StreamInfo,
        name: str,
        *,
        alone: bool,
        decoding: Decoding | None = None,
    ) -> None:
        self._codec = stream.codec_context
        self._codec.thread_count = _threads(info, alone=alone)
        self._codec.thread_type = "AUTO"
        self._codec.options = {"max_pixels": str(MOST_PIXELS)}
        self._steady = SteadyCodec(self._codec, decoding)
        self._name = name
        self._frame_s = 1 / info.fps
        self._wished = self._keys_only = False
        self._undecodable = self._waited = 0
        self._held: deque[tuple[Any, Moment]] = deque()
        self._spared_s = float("-inf")
        self._spared = 0
        self.pictures = 0  # that have come so far
        self.last_s = 0.0  # when the newest of them is
        self._in_step = False  # a key frame has come since the start

    def only_keys(self, on: bool) -> None:
        """A wish from any thread; it is met at the next packet."""
        self._wished = on

    def spare(self, until_s: float) -> None:
        """Nobody looks at pictures before that second."""
        self._spared_s = until_s

    def count_spared(self) -> int:
        """How many pictures were let go since this was asked last."""
        count, self._spared = self._spared, 0
        return count

    def decode(self, packet: Any, moment: Moment) -> Iterator[TimedFrame]:
        """The pictures that are ready after one more packet; the packet's own times are changed."""
        self._held.append((packet, moment))
        if moment.decode_at_s >= self._spared_s or len(self._held) >= _HELD_MOST:
            yield from self._catch_up()

    def _catch_up(self) -> Iterator[TimedFrame]:
        while self._held:
            yield from self._decoded(*self._held.popleft())

    def _decoded(self, packet: Any, moment: Moment) -> list[TimedFrame]:
        if self._passed_over(bool(packet.is_keyframe)):
            return []
        _stamp(packet, moment)
        try:
            frames = self._steady.decode(packet, only_keys=self._keys_only)
            if self._keys_only:  # what the decoder would hold back until the next one
                frames += self._codec.decode(None)
                self._codec.flush_buffers()
        except FFmpegError as error:
            self._undecodable += 1
            if self._undecodable > _BROKEN_MOST:
                raise SourceBroken(
                    f"{self._name} cannot be decoded: {error.strerror}.",
                    fix="Try to play it elsewhere; a camera may have to be restarted.",
                ) from None
            return []
        self._undecodable = 0
        return list(self._timed(frames))

    def rest(self) -> Iterator[TimedFrame]:
        """What still waits at the end, and what the decoder holds."""
        yield from self._catch_up()
        if self._keys_only:
            return
        try:
            frames = self._steady.drain()
        except FFmpegError:
            return
        yield from self._timed(frames)

    def _passed_over(self, is_key: bool) -> bool:
        if is_key:
            self._in_step = True
            if self._keys_only != self._wished:
                self._keys_only = self._wished
                self._codec.skip_frame = "NONKEY" if self._keys_only else "DEFAULT"
            return False
        if not self._in_step:  # some streams never have what they call a key frame
            self._waited += 1
            self._in_step = self._waited > _KEYLESS_MOST
        return self._keys_only or self._wished or not self._in_step

    def _timed(self, frames: Iterable[av.VideoFrame]) -> Iterator[TimedFrame]:
        for frame in frames:
            told = frame.dts if frame.pts is None else frame.pts
            # A raw stream tells nothing; its pictures come evenly.
            at_s = self.pictures * self._frame_s if told is None else told / _TICKS
            self.pictures += 1
            self.last_s = at_s
            if at_s < self._spared_s:
                self._spared += 1
            else:
                yield at_s, frame


def _stamp(packet: Any, moment: Moment) -> None:
    """Give the packet its smoothed times, so that its pictures come out with them."""
    if packet.dts is not None:
        packet.dts = round(moment.decode_at_s * _TICKS)
    if packet.pts is not None:
        packet.pts = round(moment.at_s * _TICKS)
    packet.time_base = _BASE


def _threads(info: StreamInfo, *, alone: bool) -> int:
    """How many threads decode a stream.

    Cameras share the processor among them already. With four of 1280x720, sixteen threads each cost
    a sixth more work than one, 2.5 times the memory, and hold 15 pictures back. So a camera has one,
    and a second only where one core might not keep up. A recording alone goes as fast as it can.
    """
    if alone:
        return _ALONE
    return 2 if info.width * info.height * info.fps > _BUSY_PIXELS_A_S else 1
