"""What every peer's program does alike: read boxes, walk over the frames, write tracks, tell the times.

It knows nothing but numpy, since it runs in the environments of the peers.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float64]
#: Turns what one frame holds, as x1 y1 x2 y2 score, into what a peer wants to be given.
Dress = Callable[[Rows], Any]
#: One frame's step: takes what was dressed, answers the tracks as (id, x1, y1, x2, y2, score).
Step = Callable[[Any], Any]
#: Makes a fresh tracker for so many pictures a second: how to dress a frame, and the step itself.
Begin = Callable[[float], tuple[Dress, Step]]
#: Turns what a step answered into rows of id, x1, y1, x2, y2.
Read = Callable[[Any], Rows]


def frames(path: Path, length: int) -> Iterator[tuple[int, Rows]]:
    """Each frame's boxes, empty frames included."""
    table = np.loadtxt(path, delimiter=",", ndmin=2)
    order = np.argsort(table[:, 0], kind="stable")
    table = table[order]
    numbers = np.arange(1, length + 1)
    firsts = np.searchsorted(table[:, 0], numbers, "left")
    lasts = np.searchsorted(table[:, 0], numbers, "right")
    boxes = table[:, 2:7].copy()
    boxes[:, 2:4] += boxes[:, 0:2]
    for number, first, last in zip(numbers.tolist(), firsts, lasts, strict=True):
        yield number, boxes[first:last]


def follow(begin: Begin, read: Read, walk: dict[str, Any]) -> list[float]:
    """Track one file into another; how long each step took, in milliseconds."""
    dress, step = begin(walk["fps"])
    times, lines = [], []
    for number, boxes in frames(Path(walk["det"]), walk["length"]):
        dressed = dress(boxes)
        began = time.perf_counter()
        answer = step(dressed)
        times.append((time.perf_counter() - began) * 1000)
        for track, x1, y1, x2, y2 in read(answer).tolist():
            lines.append(
                f"{number},{int(track)},{x1:.2f},{y1:.2f},{x2 - x1:.2f},{y2 - y1:.2f},1,-1,-1,-1\n"
            )
    Path(walk["out"]).write_text("".join(lines))
    return times


def answer(arms: dict[str, tuple[Begin, Read]]) -> None:
    """Do the job that stands in the file named on the command line, and print what it took."""
    job = json.loads(Path(sys.argv[1]).read_text())
    begin, read = arms[job["arm"]]
    print(json.dumps([follow(begin, read, walk) for walk in job["walks"]]))
