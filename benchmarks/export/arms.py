"""The same film by us, by FFmpeg's own program, and by as little as it takes, in turns."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from statistics import median
from typing import Any

import av

from benchmarks.export.footage import PEOPLE, PIECE_S, order, pieces, street, walkers
from benchmarks.film import FPS
from benchmarks.measure import Row, load, row
from omnisight_desktop.pipeline.film.order import FilmOrder, Marks, Veil
from omnisight_desktop.services.export.footage import Piece
from omnisight_desktop.services.export.making import Course, films_of

_JOINED = 30  # pieces
_X264 = ("-c:v", "libx264", "-preset", "veryfast", "-crf", "21")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one film took."""

    cpu_s: float
    wall_s: float


def joined(place: Path, quick: bool) -> list[Row]:
    """Ten minutes out of thirty pieces, nothing encoded."""
    some = pieces(street(), _JOINED)
    listed = place / "list.txt"
    listed.write_text("".join(f"file '{one.path}'\n" for one in some))
    arms: dict[str, Callable[[Path], None]] = {
        "ours": lambda to: _ours(order(some), some, to),
        "limit": lambda to: _bytes(some, to),
    }
    if shutil.which("ffmpeg"):
        arms["peer"] = lambda to: _ffmpeg(
            "-f", "concat", "-safe", "0", "-i", str(listed), "-c", "copy", to=to
        )
    costs = _measured(place, arms, 3 if quick else 7, _JOINED * PIECE_S * FPS)
    name = f"joining {_JOINED} pieces, {_JOINED * PIECE_S // 60} minutes of 720p"
    return [
        _row(f"{name}, processor time", costs, "cpu_s"),
        _row(f"{name}, until done", costs, "wall_s"),
    ]


def drawn(place: Path, quick: bool) -> list[Row]:
    """Twenty seconds, encoded anew."""
    some = pieces(street(), 1)
    plain = order(some)
    people = walkers(PIECE_S)
    marked = replace(plain, marks=Marks(True, True, True, "Street"), marked=people)
    veiled = replace(plain, veil=Veil(people))
    arms: dict[str, Callable[[Path], None]] = {
        "ours": lambda to: _ours(marked, some, to),
        "veiled": lambda to: _ours(veiled, some, to),
        "limit": lambda to: _plain(some[0].path, to),
    }
    if shutil.which("ffmpeg"):
        arms["peer"] = lambda to: _ffmpeg("-i", str(some[0].path), *_X264, to=to)
    costs = _measured(place, arms, 1 if quick else 3, PIECE_S * FPS)
    told = f"{PIECE_S} s of 720p with {PEOPLE} people"
    hidden = {**costs, "ours": costs["veiled"]}
    return [
        _row(f"boxes, names and time in {told}, processor time", costs, "cpu_s"),
        _row("the same, until done", costs, "wall_s"),
        _row(f"everybody hidden in {told}, processor time", hidden, "cpu_s"),
    ]


def _measured(
    place: Path, arms: dict[str, Callable[[Path], None]], rounds: int, count: int
) -> dict[str, list[Cost]]:
    costs: dict[str, list[Cost]] = {name: [] for name in arms}
    for turn in range(rounds):
        for name, make in arms.items():
            target = place / f"{name}-{turn}.mp4"
            cpu, wall = _cpu_s(), time.perf_counter()
            make(target)
            costs[name].append(Cost(_cpu_s() - cpu, time.perf_counter() - wall))
            if name != "limit" or count == PIECE_S * FPS:
                _insist_whole(target, count)
            target.unlink()
    said = ", ".join(f"{n} {median(c.cpu_s for c in some):.2f} s" for n, some in costs.items())
    print(f"{said}; {count} pictures in each film; {rounds} rounds; {load()}", file=sys.stderr)
    return costs


def _row(name: str, costs: dict[str, list[Cost]], what: str) -> Row:
    def of(arm: str) -> float | None:
        return median(getattr(c, what) for c in costs[arm]) if arm in costs else None

    ours, peer, limit = of("ours"), of("peer"), of("limit")
    assert ours is not None
    ratio = ours / (peer if peer is not None else limit or 1.0)
    return row(name, ours, peer=peer, limit=limit, ratio=ratio, unit="s", goal="told")


def _ours(wanted: FilmOrder, some: tuple[Piece, ...], to: Path) -> None:
    work = to.with_suffix(".work")
    work.mkdir()
    course = Course(lambda _: True, len(some) * PIECE_S)
    ((film, _, _),) = films_of(wanted, some, work, course)
    film.replace(to)
    work.rmdir()


def _bytes(some: tuple[Piece, ...], to: Path) -> None:
    with to.open("wb") as out:
        for piece in some:
            with piece.path.open("rb") as file:
                shutil.copyfileobj(file, out, 1 << 20)


def _ffmpeg(*how: str, to: Path) -> None:
    command = ["ffmpeg", "-v", "error", "-y", *how, "-movflags", "+faststart", str(to)]
    subprocess.run(command, check=True)


def _plain(source: Path, to: Path) -> None:
    """The same decoder and encoder as ours, and nothing between them."""
    with av.open(str(source)) as film, av.open(str(to), "w", format="mp4") as out:
        video: Any = film.streams.video[0]
        video.thread_type = "AUTO"
        stream: Any = out.add_stream("libx264", rate=FPS)
        stream.options = {"preset": "veryfast", "crf": "21"}
        stream.width, stream.height, stream.pix_fmt = video.width, video.height, "yuv420p"
        stream.codec_context.gop_size = FPS * 2
        for number, frame in enumerate(film.decode(video)):
            frame.pts, frame.time_base, frame.pict_type = number, Fraction(1, FPS), 0
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))


def _insist_whole(path: Path, count: int) -> None:
    """A film without its pictures would be the quickest of all."""
    with av.open(str(path)) as film:
        there = sum(1 for packet in film.demux(video=0) if packet.size)
    if there != count:
        raise SystemExit(f"{path.name} has {there} of {count} pictures")


def _cpu_s() -> float:
    own, others = (resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime
