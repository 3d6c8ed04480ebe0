"""What a detector found in one picture, as columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from omnisight_desktop.core.geometry import EMPTY_BOXES, Boxes


@dataclass(frozen=True, slots=True)
class Detections:
    """Boxes in pixels with their scores and labels, row by row; ``names`` spells the labels out."""

    boxes: Boxes
    scores: NDArray[np.float32]
    labels: NDArray[np.int32]
    names: tuple[str, ...]

    def __post_init__(self) -> None:
        rows = len(self.boxes)
        if self.boxes.shape != (rows, 4) or len(self.scores) != rows or len(self.labels) != rows:
            raise ValueError("boxes, scores and labels must have one row per detection")

    @classmethod
    def none(cls, names: tuple[str, ...] = ()) -> Detections:
        """Nothing found."""
        return cls(EMPTY_BOXES, np.zeros(0, np.float32), np.zeros(0, np.int32), names)

    @classmethod
    def of(cls, name: str, boxes: ArrayLike, scores: ArrayLike) -> Detections:
        """Detections of a single class."""
        rows = np.asarray(boxes, np.float32).reshape(-1, 4)
        return cls(
            rows,
            np.asarray(scores, np.float32),
            np.zeros(len(rows), np.int32),
            (name,),
        )

    def __len__(self) -> int:
        return len(self.boxes)

    def where(self, keep: NDArray[np.bool_] | NDArray[np.intp]) -> Detections:
        """The rows of a mask or of a list of indices."""
        return Detections(self.boxes[keep], self.scores[keep], self.labels[keep], self.names)

    def name_of(self, row: int) -> str:
        """The label of a row in words."""
        return self.names[int(self.labels[row])]

    def joined(self, other: Detections) -> Detections:
        """Those of both; labels are spelt the same way afterwards."""
        if not len(other):
            return self
        names = tuple(dict.fromkeys(self.names + other.names))
        spelt = [
            np.asarray([names.index(name) for name in some.names], np.int32)[some.labels]
            for some in (self, other)
        ]
        return Detections(
            np.concatenate([self.boxes, other.boxes]),
            np.concatenate([self.scores, other.scores]),
            np.concatenate(spelt),
            names,
        )
