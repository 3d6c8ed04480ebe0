"""A child that decodes a film and hands pictures on through a pipe, as an ffmpeg child does.

It is built on the same FFmpeg as ours, which the system's own ffmpeg seldom is. ``usual`` goes the
way of ffmpeg with the options that the original gives it: two threads, and a filter that lets so many
pictures a second through. ``lean`` does what nobody's ffmpeg can do: one thread, no filter.

``python -m benchmarks.speed.decoder FILM LOOKS_HZ usual|lean``
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
from av.error import BlockingIOError as NotYet

from benchmarks.film import FPS, HEIGHT, WIDTH
from benchmarks.speed.least import paced


def main(film: Path, looks_hz: float, *, lean: bool) -> None:
    """Planes of brightness and colour, one picture after the other, until nobody reads them."""
    pick = _every(round(FPS / looks_hz)) if lean else _filtered(looks_hz)
    for frame in paced(film, threads=1 if lean else 2):
        for wanted in pick(frame):
            sys.stdout.buffer.write(wanted.to_ndarray().data)
            sys.stdout.buffer.flush()


def _every(step: int) -> Callable[[Any], Iterator[Any]]:
    count = 0

    def pick(frame: Any) -> Iterator[Any]:
        nonlocal count
        if count % step == 0:
            yield frame
        count += 1

    return pick


def _filtered(looks_hz: float) -> Callable[[Any], Iterator[Any]]:
    graph, tick = av.filter.Graph(), Fraction(1, FPS)
    begin = graph.add_buffer(
        width=WIDTH, height=HEIGHT, format=av.VideoFormat("yuv420p"), time_base=tick
    )
    rate, end = graph.add("fps", f"{looks_hz:g}:round=up"), graph.add("buffersink")
    begin.link_to(rate)
    rate.link_to(end)
    graph.configure()
    count = 0

    def pick(frame: Any) -> Iterator[Any]:
        nonlocal count
        frame.pts, frame.time_base = count, tick
        count += 1
        graph.push(frame)
        try:
            while True:
                yield graph.pull()
        except NotYet:
            return

    return pick


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), float(sys.argv[2]), lean=sys.argv[3] == "lean")
    except BrokenPipeError:
        sys.stderr.close()
