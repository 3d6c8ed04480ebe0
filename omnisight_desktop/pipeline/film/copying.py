"""A file into a film by copying: its packets as they were recorded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from omnisight_desktop.pipeline.film.file import FilmFile
from omnisight_desktop.pipeline.film.reading import Grain, Reading
from omnisight_desktop.pipeline.film.timeline import Timeline
from omnisight_desktop.pipeline.film.way import Line


class Copying:
    """Pictures go in as they were recorded."""

    def __init__(self, file: FilmFile, timeline: Timeline, first: Reading) -> None:
        self._file, self._timeline, self._grain = file, timeline, first.grain
        file.copy_pictures(first.video)

    def fits(self, grain: Grain) -> bool:
        ours = self._grain
        return (grain.picture, grain.matroska) == (ours.picture, ours.matroska)

    def take(self, reading: Reading) -> Iterator[None]:
        line = Line(self._file, self._timeline, reading)
        for packet in reading.packets():
            if packet.stream is reading.video:
                self._put(packet, line)
            else:
                line.hear(packet)
            yield

    def _put(self, packet: Any, line: Line) -> None:
        reading = line.reading
        shown_s = reading.second_of(packet.pts, packet.stream)
        decoded_s = shown_s if packet.dts is None else reading.second_of(packet.dts, packet.stream)
        if line.begun and shown_s < line.first_s:
            return  # it stands on pictures before the first one
        if not line.begun:
            line.begin(shown_s)
        length_s = reading.length_s(packet) or reading.frame_s
        self._file.put(packet, shown_s + line.shift_s, decoded_s + line.shift_s, length_s)
        line.reach(shown_s + length_s)
