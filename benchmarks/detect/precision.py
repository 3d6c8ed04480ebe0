"""Mean average precision at half overlap, as it is worked out for COCO."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.geometry import Boxes, iou


@dataclass(frozen=True, slots=True)
class Labelled:
    """What really is in an image."""

    boxes: Boxes
    classes: NDArray[np.int32]


def read_labels(path: Path, width: int, height: int) -> Labelled:
    """Labels as YOLO writes them: a class and a box as 0..1, its middle first."""
    lines = [line.split() for line in path.read_text().splitlines() if line.strip()]
    table = np.asarray([[float(v) for v in line[:5]] for line in lines], np.float32).reshape(-1, 5)
    middle, size = table[:, 1:3], table[:, 3:5]
    corners = np.concatenate([middle - size / 2, middle + size / 2], axis=1)
    scale = np.asarray([width, height] * 2, np.float32)
    return Labelled(np.asarray(corners * scale, np.float32), table[:, 0].astype(np.int32))


def mean_precision(found: list[Detections], truth: list[Labelled]) -> float:
    """The mean over all classes that are there."""
    classes = sorted({int(c) for labelled in truth for c in labelled.classes})
    return float(np.mean([_precision(found, truth, one) for one in classes]))


def _precision(found: list[Detections], truth: list[Labelled], one: int) -> float:
    hits, scores, real = [np.zeros(0, np.bool_)], [np.zeros(0, np.float32)], 0
    for detections, labelled in zip(found, truth, strict=True):
        there = labelled.boxes[labelled.classes == one]
        mine = detections.where(detections.labels == one)
        real += len(there)
        hits.append(_hits(mine, there))
        scores.append(mine.scores)
    order = np.argsort(-np.concatenate(scores), kind="stable")
    right = np.cumsum(np.concatenate(hits)[order])
    if not len(right):
        return 0.0
    recall = right / real
    precision = right / np.arange(1, len(right) + 1)
    envelope = np.maximum.accumulate(np.concatenate([precision, [0.0]])[::-1])[::-1]
    steps = np.linspace(0, 1, 101)
    curve = np.interp(
        steps, np.concatenate([[0.0], recall, [1.0]]), np.concatenate([[1.0], envelope])
    )
    return float(np.trapezoid(curve, steps))


def _hits(mine: Detections, there: Boxes) -> NDArray[np.bool_]:
    """Which detections are the first to find something that is there."""
    hits = np.zeros(len(mine), np.bool_)
    if not len(mine) or not len(there):
        return hits
    overlap = iou(mine.boxes, there)
    for detection in np.argsort(-mine.scores, kind="stable"):  # the surest chooses first
        thing = int(overlap[detection].argmax())
        if overlap[detection, thing] >= 0.5:
            hits[detection] = True
            overlap[:, thing] = 0.0
    return hits
