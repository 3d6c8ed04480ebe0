"""The limit: every detection gets the id of the person it shows, as only the truth knows."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from benchmarks.track.peers.scene import frames
from benchmarks.track.sequences import Sequence
from omnisight_desktop.perception.track.matching import overlaps, pairs


def right_ids(sequence: Sequence, out: Path) -> None:
    """Write the detections that show somebody, with that person's number."""
    truth = np.loadtxt(sequence.truth, delimiter=",", usecols=range(8))
    walking = truth[:, 6] != 0
    if sequence.benchmark == "MOT17":
        walking &= truth[:, 7] == 1
    truth = truth[walking]
    boxes = truth[:, 2:6].copy()
    boxes[:, 2:] += boxes[:, :2]
    lines = []
    for number, found in frames(sequence.detections, sequence.length):
        here = truth[:, 0] == number
        found = found[(found[:, 2:4] > found[:, :2]).all(axis=1)]
        person, box = pairs(overlaps(boxes[here], found[:, :4]), 0.5)
        for who, (x1, y1, x2, y2) in zip(
            truth[here, 1][person], found[box, :4].tolist(), strict=True
        ):
            place = f"{x1:.2f},{y1:.2f},{x2 - x1:.2f},{y2 - y1:.2f}"
            lines.append(f"{number},{int(who)},{place},1,-1,-1,-1\n")
    (out / f"{sequence.name}.txt").write_text("".join(lines))
