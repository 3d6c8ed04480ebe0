"""Several cameras at once: whether the cost of each stays what it was, and how large the program is."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from benchmarks.headless import watching
from benchmarks.measure import Row, load, row
from benchmarks.speed.job import Job, Taken, ask

_LINEAR = 1.15  # so much dearer the last camera may be than the first
_LARGEST_MB = 512.0
_EVERY_S = 1.0


def cameras(film: Path, weights: Path, counts: tuple[int, ...], seconds: float) -> list[Row]:
    """Cores a camera, and a look, with one camera, with two, with four."""
    took = {
        count: ask(Job("ours, live", str(film), str(weights), seconds, 4.0, cameras=count))
        for count in counts
    }
    alone = took[counts[0]]
    return [_cost(count, one, alone) for count, one in took.items()]


def _cost(count: int, one: Taken, alone: Taken) -> Row:
    looks_s = one.looks / one.wall_s / count
    cost, first = one.cores / count, alone.cores
    # Where the machine is full there are fewer looks: what each of them costs is compared then.
    full = looks_s < 0.95 * alone.looks / alone.wall_s
    ratio = cost / first
    if full:
        ratio = (one.cpu_s / one.looks) / (alone.cpu_s / alone.looks)
    told = f"{looks_s:.1f} looks a second, {one.frames / one.wall_s / count:.0f} pictures"
    return row(
        f"{count} camera{'s' if count > 1 else ''}: cores each ({told}{', full' if full else ''}; "
        f"{load()})",
        cost,
        limit=first,
        ratio=ratio,
        unit="cores",
        goal=f"<= {_LINEAR}",
        met=ratio <= _LINEAR,
    )


def memory(film: Path, seconds: float) -> list[Row]:
    """The program as people run it, with four cameras."""
    rest, most, settings = threading.Event(), 0.0, {"detection.fps": 5.0, "detection.most_fps": 5.0}
    readings: dict[str, float] = {}
    with watching(film, 4, settings) as program:
        began = time.monotonic()
        while (now := time.monotonic() - began) < seconds:
            if not program.alive:
                raise RuntimeError(f"the program ended after {now:.0f} s:\n{program.last_words}")
            most = max(most, program.size().rss_mb)
            rest.wait(_EVERY_S)
        readings = program.readings()
    looks = sum(value for name, value in readings.items() if name.endswith(".looks"))
    return [
        row(
            f"headless with four cameras: most memory ({looks:.0f} looks in {seconds:.0f} s)",
            most,
            limit=_LARGEST_MB,
            ratio=most / _LARGEST_MB,
            unit="MB",
            goal=f"<= {_LARGEST_MB:.0f}",
            met=most <= _LARGEST_MB and looks > 0,
        )
    ]
