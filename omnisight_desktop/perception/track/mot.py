"""Boxes and tracks as MOTChallenge text: ``frame,id,left,top,width,height,score[,…]``, a box a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.core.geometry import Boxes

_COLUMNS = 7
_SHAPE = "frame,id,left,top,width,height,score"
_AT_ONCE = 65_536  # lines; a file may be larger than the memory it is welcome to
_LAST_FRAME = 2**40
_UNSCORED = -1.0

Frames = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Sightings:
    """What was detected in a recording, in the order of its frames; boxes are ``x1 y1 x2 y2``."""

    frames: Frames
    boxes: Boxes
    scores: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.frames)

    def by_frame(self, label: str) -> Iterator[tuple[int, Detections]]:
        """Each frame that has any, and what was detected in it."""
        numbers, firsts = np.unique(self.frames, return_index=True)
        lasts = np.append(firsts, len(self))[1:]
        for number, first, last in zip(numbers.tolist(), firsts, lasts, strict=True):
            yield number, Detections.of(label, self.boxes[first:last], self.scores[first:last])


@dataclass(frozen=True, slots=True)
class TrackLine:
    """One box of one track, as a line of the text."""

    frame: int
    track: int
    box: tuple[float, float, float, float]
    score: float

    def __str__(self) -> str:
        x1, y1, x2, y2 = self.box
        return (
            f"{self.frame},{self.track},{x1:.2f},{y1:.2f},{x2 - x1:.2f},{y2 - y1:.2f},"
            f"{self.score:.4g},-1,-1,-1\n"
        )


def read(lines: Iterable[str], name: str) -> Sightings:
    """The boxes of a text, in whatever order they stand there; ``name`` is what to call it."""
    parts: list[tuple[Frames, NDArray[np.float32]]] = [
        (np.zeros(0, np.int64), np.zeros((0, 5), np.float32))
    ]
    unread, number = iter(lines), 1
    while chunk := list(islice(unread, _AT_ONCE)):
        numbers = _numbers(chunk, name, number)
        numbers[:, 4:6] += numbers[:, 2:4]
        # Half the size at once: a long recording has millions of boxes.
        parts.append((numbers[:, 0].astype(np.int64), numbers[:, 2:].astype(np.float32)))
        number += len(chunk)
    frames, rest = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    if (frames[1:] < frames[:-1]).any():
        order = np.argsort(frames, kind="stable")
        frames, rest = frames[order], rest[order]
    scores = rest[:, 4]
    if len(scores) and (scores == _UNSCORED).all():  # how the format says that there are none
        scores = np.ones_like(scores)
    return Sightings(frames, rest[:, :4], np.minimum(scores, 1))


def filled(seen: Iterable[TrackLine], longest: int) -> list[TrackLine]:
    """The lines with the gaps of each track, up to so many frames, bridged in a straight line.

    Only who looks back at a recording can do so: in the gap itself nobody knows where it ends.
    """
    tracks: dict[int, list[TrackLine]] = {}
    for line in seen:
        tracks.setdefault(line.track, []).append(line)
    done: list[TrackLine] = []
    for lines in tracks.values():
        lines.sort(key=lambda line: line.frame)
        for before, after in zip(lines, lines[1:], strict=False):
            done.append(before)
            if 1 < after.frame - before.frame <= longest + 1:
                done += _between(before, after)
        done.append(lines[-1])
    return sorted(done, key=lambda line: (line.frame, line.track))


def _between(before: TrackLine, after: TrackLine) -> Iterator[TrackLine]:
    start, end = np.asarray(before.box), np.asarray(after.box)
    for frame in range(before.frame + 1, after.frame):
        share = (frame - before.frame) / (after.frame - before.frame)
        x1, y1, x2, y2 = (start + (end - start) * share).tolist()
        yield TrackLine(frame, before.track, (x1, y1, x2, y2), min(before.score, after.score))


def _numbers(lines: list[str], name: str, first: int) -> NDArray[np.float64]:
    """The first seven columns; quick where all is well, line by line where something is not."""
    written = [line for line in lines if line.strip("\ufeff \t\r\n")]
    if not written:
        return np.zeros((0, _COLUMNS))
    try:
        table = np.loadtxt(
            [line.lstrip("\ufeff") for line in written],
            delimiter=",",
            usecols=range(_COLUMNS),
            comments=None,
            ndmin=2,
        )
    except ValueError:
        table = None
    if table is None or not _sound(table).all():
        for offset, line in enumerate(lines):
            if line.strip("\ufeff \t\r\n"):
                _check(line, name, first + offset)
        raise UsageError(f"{name} cannot be read.", fix=_fix())  # it may be no text at all
    return table


def _sound(table: NDArray[np.float64]) -> NDArray[np.bool_]:
    frames = table[:, 0]
    with np.errstate(invalid="ignore"):
        counted = (frames >= 0) & (frames <= _LAST_FRAME) & (frames == np.floor(frames))
    return np.asarray(np.isfinite(table).all(axis=1) & counted)


def _check(line: str, name: str, number: int) -> None:
    """Say what is wrong with a line, if anything is."""
    where, cells = (
        f"{name}, line {number}",
        [cell.strip("\ufeff \t\r\n") for cell in line.split(",")],
    )
    if len(cells) < _COLUMNS:
        raise UsageError(
            f"{where}: {len(cells)} column{'s' * (len(cells) != 1)} where seven are needed.",
            fix=_fix(),
        )
    values = []
    for cell in cells[:_COLUMNS]:
        try:
            values.append(float(cell))
        except ValueError:
            raise UsageError(f"{where}: '{cell[:40]}' is not a number.", fix=_fix()) from None
    if not np.isfinite(values).all():
        raise UsageError(f"{where}: a number is not finite.", fix=_fix())
    if not _sound(np.asarray([values])).all():
        raise UsageError(
            f"{where}: '{cells[0][:40]}' is not the number of a frame.",
            fix="Frames are whole numbers that count from 1.",
        )


def _fix() -> str:
    return f"Each line has to be {_SHAPE}, with further columns if you like."
