"""Faces: where they are in a picture, how good a look they give, and what is remembered of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.geometry import EMPTY_BOXES, Boxes

Vector = NDArray[np.float32]  # of length 1; a row of many is one face each
Points = NDArray[np.float32]

EMPTY_POINTS: Points = np.zeros((0, 5, 2), np.float32)
EMPTY_POINTS.setflags(write=False)


@dataclass(frozen=True, slots=True, eq=False)
class Faces:
    """Faces of one picture, row by row, in its pixels.

    The points are the eyes, the tip of the nose and the corners of the mouth, always the one that is
    further to the left in the picture of somebody upright first.
    """

    boxes: Boxes
    points: Points
    scores: NDArray[np.float32]

    def __post_init__(self) -> None:
        rows = len(self.boxes)
        if self.points.shape != (rows, 5, 2) or len(self.scores) != rows:
            raise ValueError("boxes, points and scores must have one row per face")

    @classmethod
    def none(cls) -> Faces:
        """No face."""
        return cls(EMPTY_BOXES, EMPTY_POINTS, np.zeros(0, np.float32))

    def __len__(self) -> int:
        return len(self.boxes)

    def where(self, keep: NDArray[np.bool_] | NDArray[np.intp]) -> Faces:
        """The rows of a mask or of a list of indices."""
        return Faces(self.boxes[keep], self.points[keep], self.scores[keep])

    @property
    def largest(self) -> int:
        """The row of the largest face; there must be one."""
        sides = self.boxes[:, 2:] - self.boxes[:, :2]
        return int(np.argmax(sides[:, 0] * sides[:, 1]))


@dataclass(frozen=True, slots=True)
class Quality:
    """How good a look at a face is: from 0 to 1, and, if it is no good at all, why."""

    score: float
    refusal: str = ""
    measures: tuple[tuple[str, float], ...] = ()

    @property
    def usable(self) -> bool:
        """Whether anybody can be recognised by it."""
        return not self.refusal


class FaceKind(StrEnum):
    """What a remembered look at a face is good for."""

    ENROLLED = "enrolled"  # a human gave it: it is this person
    SEEN = "seen"  # the house saw it, and was sure
    NOT_ME = "not_me"  # a human said: it is not this person
    EVIDENCE = "evidence"  # of somebody who was not recognised


#: Those by which a person is recognised.
EXEMPLARS = (FaceKind.ENROLLED, FaceKind.SEEN)

#: Who takes longer from one camera to another has not come from there.
HANDOVER_MOST_S = 900.0


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A look at a face that is remembered: its vector, and the small picture behind it.

    ``model`` is what made the vector; those of different models cannot be compared.
    """

    id: str
    kind: FaceKind
    model: str
    vector: Vector = field(repr=False)
    quality: float
    at: datetime
    person: str | None = None
    camera: str | None = None
    track: str | None = None
    picture: bytes = field(default=b"", repr=False)  # a JPEG


class Verdict(StrEnum):
    """What became of somebody whose face was seen."""

    KNOWN = "known"
    NEWCOMER = "newcomer"  # a visitor, met for the first time
    UNSURE = "unsure"  # like somebody, but not surely; or unlike all, seen too briefly
    UNCLEAR = "unclear"  # no look was good enough


@dataclass(frozen=True, slots=True)
class Sighting:
    """One track of somebody whose face was seen, and who it was, as far as that is known."""

    track: str
    camera: str
    start: datetime
    end: datetime
    verdict: Verdict
    person: str | None = None
    likely: str | None = None  # who it may be, where that is not sure
    score: float = 0.0
    faces: int = 0
    story: str | None = None
