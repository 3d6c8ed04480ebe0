"""A file into a film by drawing: its pictures decoded, veiled and drawn upon where it is wanted, encoded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

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
from omnisight_desktop.pipeline.film.way import Line

_BROKEN_MOST = 300  # packets in a row
_CLOSE_S = 1e-3  # times are told in milliseconds


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
        line = Line(self._file, self._timeline, reading)
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

    def _show(self, frame: Any, line: Line) -> None:
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
        end = self._timeline.end
        if self._last is not None and end is not None and self._timeline.pauses_before(moment):
            self._painter.card(self._last, end, moment)
            self._file.put_planes(self._last, self._timeline.end_s)


def _decoded(reading: Reading, packet: Any) -> list[Any] | None:
    """The pictures of a packet; None where it is broken."""
    try:
        return list(reading.video.codec_context.decode(packet))
    except FFmpegError:
        return None
