"""How many bytes ten seconds of a track's path take, as it is stored."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from benchmarks.measure import Row
from benchmarks.track.ours import begin, reader
from benchmarks.track.peers.scene import frames
from benchmarks.track.sequences import known_sequences
from omnisight_desktop.storage.paths import pack

_SEQUENCE = "MOT17-02"
_PICTURE = np.asarray([1920, 1080, 1920, 1080], np.float64)
_LONG_S, _AIM = 10.0, 1024.0


def size(place: Path) -> list[Row]:  # noqa: ARG001 - nothing is written
    """Bytes for ten seconds of the paths in a real recording, at the pace of the eye and faster."""
    return [_row(every) for every in (6, 2)]


def _row(every: int) -> Row:
    (sequence,) = (one for one in known_sequences() if one.name == _SEQUENCE)
    fps = sequence.fps / every
    dress, step = begin()(fps)
    read, paths = reader(), dict[int, list[list[float]]]()
    for number, boxes in frames(sequence.detections, sequence.length):
        if number % every:
            continue
        for track, *box in read(step(dress(boxes))).tolist():
            paths.setdefault(int(track), []).append([number * 1000 / sequence.fps, *box])
    took = points = 0
    raw = 0
    for rows in paths.values():
        table = np.asarray(rows)
        offsets = np.rint(table[:, 0] - table[0, 0]).astype(np.int64)
        places = (table[:, 1:] / _PICTURE).astype(np.float32)
        took += len(pack(offsets, places))
        raw += offsets.nbytes + places.nbytes
        points += len(table)
    ten_s = _LONG_S * fps / points
    return {
        "name": f"a path of 10 s at {fps:g} a second ({len(paths)} real tracks)",
        "ours": took * ten_s,
        "peer": raw * ten_s,
        "limit": None,
        "ratio": raw / took,
        "unit": "bytes",
        "goal": "at most 1 KB; peer: the same numbers as they are",
        "met": took * ten_s <= _AIM,
    }
