"""What is exported: the street, over and over, as cameras would have recorded it piece by piece."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from benchmarks.film import FPS, active
from omnisight_desktop.pipeline.film.order import Cut, FilmOrder
from omnisight_desktop.pipeline.film.trail import Trail
from omnisight_desktop.services.export.footage import Piece

START = datetime(2026, 5, 3, 12, tzinfo=UTC)
PIECE_S = 20
PEOPLE = 10


def street() -> Path:
    """One piece: 1280x720, thirty pictures a second."""
    return active(PIECE_S)


def small(place: Path) -> Path:
    """The same, 320x180 with ten pictures a second, so that an hour of it can be encoded here."""
    path = place / "small.mp4"
    if path.exists():
        return path
    with av.open(str(street())) as film, av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=10)
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
        stream.options = {"preset": "veryfast"}
        for number, frame in enumerate(film.decode(video=0)):
            if number % (FPS // 10) == 0:
                even = frame.reformat(320, 180, "yuv420p")
                even.pts, even.time_base = number // (FPS // 10), Fraction(1, 10)
                even.pict_type = 0
                out.mux(stream.encode(even))
        out.mux(stream.encode(None))
    return path


def pieces(path: Path, count: int, camera: str = "street") -> tuple[Piece, ...]:
    """That many of them, one after the other."""
    size = path.stat().st_size
    found = []
    for number in range(count):
        start = START + timedelta(seconds=number * PIECE_S)
        end = start + timedelta(seconds=PIECE_S)
        found.append(Piece(f"{camera}{number}", camera, path, start, end, size))
    return tuple(found)


def order(some: tuple[Piece, ...]) -> FilmOrder:
    """A film of all of them."""
    return FilmOrder(tuple(Cut(one.path, one.start, one.start, one.end) for one in some))


def walkers(seconds: float) -> tuple[Trail, ...]:
    """People who are seen five times a second, all of the time."""
    times = START.timestamp() + np.arange(0, seconds + 0.2, 0.2)
    found = []
    for number in range(PEOPLE):
        x = 0.45 + 0.4 * np.sin(times / 5 + number)
        y = np.full_like(x, 0.2 + 0.05 * number)
        boxes = np.stack([x, y, x + 0.06, y + 0.2], axis=1).astype(np.float32)
        found.append(Trail(f"Person {number}", number, times, boxes))
    return tuple(found)
