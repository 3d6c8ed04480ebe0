"""The two ways of a file into a film: its packets as they are, or its pictures drawn upon and encoded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Protocol

import numpy as np
from av.error import FFmpegError
from av.video.reformatter import VideoReformatter

from omnisight_desktop.core.errors import SourceBroken
from omnisight_desktop.pipeline.film.file import FilmFile
from omnisight_desktop.pipeline.film.order import FilmOrder
from omnisight_desktop.pipeline.film.paint import Painter
from omnisight_desktop.pipeline.film.reading import Grain, Reading
from omnisight_desktop.pipeline.film.timeline import Timeline
from omnisight_desktop.pipeline.film.trail import Cast
from omnisight_desktop.pipeline.film.veil import Planes, veil, veil_but

#: How long a picture is shown that tells of a pause.
CARD_S = 2.0

_BROKEN_MOST = 300  # packets in a row
_CLOSE_S = 1e-3  # times are told in milliseconds


class Way(Protocol):
    """Brings files of one grain into a film."""

    def fits(self, grain: Grain) -> bool:
        """Whether a file can go into the same film as those before."""
        ...

    def take(self, reading: Reading) -> Iterator[None]:
        """Bring one file in, a packet a step."""
        ...


class Copying:
    """Pictures go in as they were recorded."""

    def __init__(self, file: FilmFile, timeline: Timeline, first: Reading) -> None:
        self._file, self._timeline, self._grain = file, timeline, first.grain
        file.copy_pictures(first.video)

    def fits(self, grain: Grain) -> bool:
        ours = self._grain
        return (grain.picture, grain.matroska) == (ours.picture, ours.matroska)

    def take(self, reading: Reading) -> Iterator[None]:
        line = _Line(self._file, self._timeline, reading)
        for packet in reading.packets():
            if packet.stream is reading.video:
                self._put(packet, line)
            else:
                line.hear(packet)
            yield

    def _put(self, packet: Any, line: _Line) -> None:
        reading = line.reading
        shown_s = reading.second_of(packet.pts, packet.stream)
        decoded_s = shown_s if packet.dts is None else reading.second_of(packet.dts, packet.stream)
        if line.begun and shown_s < line.first_s:
            return  # it stands on pictures before the first one
        if not line.begun:
            line.begin(shown_s)
        length_s = float((packet.duration or 0) * packet.time_base) or reading.frame_s
        self._file.put(packet, shown_s + line.shift_s, decoded_s + line.shift_s)
        line.reach(shown_s + length_s)


class Drawing:
    """Pictures are decoded, hidden and drawn upon where it is wanted, and encoded."""

    def __init__(
        self, file: FilmFile, timeline: Timeline, first: Reading, order: FilmOrder
    ) -> None:
        self._file, self._timeline, self._order = file, timeline, order
        self._size = first.grain.size
        self._painter = Painter(order.marks, *self._size)
        self._reformatter = VideoReformatter()
        self._marked = Cast(order.marked)
        self._hidden = Cast(order.veil.hidden if order.veil else ())
        self._kept = Cast(order.veil.kept if order.veil else ())
        self._last: Planes | None = None
        file.encode_pictures(self._size, 1 / first.frame_s, first.video.codec_context)

    def fits(self, grain: Grain) -> bool:
        return grain.size == self._size

    def take(self, reading: Reading) -> Iterator[None]:
        line = _Line(self._file, self._timeline, reading)
        reading.video.thread_type = "AUTO"
        broken = 0
        for packet in reading.packets():
            if packet.stream is reading.video:
                frames = _decoded(reading, packet)
                broken = 0 if frames is not None else broken + 1
                if broken > _BROKEN_MOST:
                    raise SourceBroken("its pictures are damaged")
                for frame in frames or ():
                    self._show(frame, line)
            else:
                line.hear(packet)
            yield
        for frame in _decoded(reading, None) or ():
            self._show(frame, line)

    def _show(self, frame: Any, line: _Line) -> None:
        reading, cut = line.reading, line.reading.cut
        if frame.pts is None:
            return
        shown_s = reading.second_of(frame.pts, reading.video)
        if not cut.since_s - _CLOSE_S <= shown_s < cut.until_s:
            return
        even = self._reformatter.reformat(frame, *self._size, "yuv420p")
        planes = np.array(even.to_ndarray(), np.uint8)
        if not line.begun:
            self._tell_of_pause(line.moment(shown_s))
            line.begin(shown_s)
        at_s = line.moment(shown_s).timestamp()
        self._veil(planes, at_s)
        self._painter.draw(planes, list(self._marked.seen(at_s)), at_s)
        self._file.put_planes(planes, shown_s + line.shift_s)
        self._last = planes
        line.reach(shown_s + reading.frame_s)

    def _veil(self, planes: Planes, at_s: float) -> None:
        wanted = self._order.veil
        if wanted is None:
            return
        if wanted.everything:
            veil_but(planes, [box for _, box in self._kept.seen(at_s)])
        # Whoever stands in front of somebody who is kept is hidden all the same.
        veil(planes, self._hidden.covers(at_s))

    def _tell_of_pause(self, moment: datetime) -> None:
        if self._last is not None and self._timeline.pauses_before(moment):
            self._painter.card(self._last, self._timeline.stretches[-1].end, moment)
            self._file.put_planes(self._last, self._timeline.end_s)


class _Line:
    """One file on the timeline of a film."""

    def __init__(self, file: FilmFile, timeline: Timeline, reading: Reading) -> None:
        self.reading = reading
        self.begun = False
        self.first_s = self.shift_s = (
            0.0  # its first picture; from its seconds to those of the film
        )
        self._file, self._timeline = file, timeline
        self._early: list[Any] = []

    def moment(self, second: float) -> datetime:
        """The time of day of a second of the file."""
        return self.reading.cut.start + timedelta(seconds=second)

    def begin(self, first_s: float) -> None:
        """Its first picture goes in."""
        moment = self.moment(first_s)
        if not self._timeline.stretches:
            self._file.begins(moment)
        self.begun, self.first_s = True, first_s
        self.shift_s = self._timeline.enter(moment) - first_s
        early, self._early = self._early, []
        for packet in early:
            self.hear(packet)

    def reach(self, end_s: float) -> None:
        """Its pictures are shown up to that second."""
        self._timeline.reach(end_s + self.shift_s, self.moment(end_s))

    def hear(self, packet: Any) -> None:
        """A piece of its sound; what comes before the first picture waits for it."""
        if not self.begun:
            self._early.append(packet)
            return
        at_s = self.reading.second_of(packet.pts, packet.stream)
        if at_s >= self.first_s:
            self._file.put_sound(packet, at_s + self.shift_s)


def _decoded(reading: Reading, packet: Any) -> list[Any] | None:
    """The pictures of a packet; None where it is broken."""
    try:
        return list(reading.video.codec_context.decode(packet))
    except FFmpegError:
        return None
