"""What is known of each track beside where it is: whose it is, how often it was seen, and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.perception.track import kalman
from omnisight_desktop.perception.track.appearance import Colours
from omnisight_desktop.perception.track.kalman import Floats, Rows
from omnisight_desktop.perception.track.kinds import Kinds, Votes

Numbers = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(slots=True, eq=False)
class Followed:
    """One track's own record."""

    id: str
    votes: Votes
    since: datetime
    last_seen: datetime
    score: float
    state: TrackState = TrackState.TENTATIVE
    still_since: datetime | None = None
    colours: Colours | None = None

    def snapshot(self, box: list[float]) -> Track:
        """How it is at this moment."""
        return Track(
            id=self.id,
            label=self.votes.winner,
            box=(box[0], box[1], box[2], box[3]),
            score=self.score,
            state=self.state,
            since=self.since,
            last_seen=self.last_seen,
            still_since=self.still_since,
        )


class Book:
    """The records of all tracks of a camera, and what is asked of all of them at once as columns."""

    def __init__(self) -> None:
        self.rows: list[Followed] = []
        self.hits: Numbers = np.zeros(0, np.int64)
        self.kinds: Numbers = np.zeros(0, np.int64)
        self.labels: Numbers = np.zeros(0, np.int64)
        self.seen_s: Floats = np.zeros(0)
        self.watched_s: Floats = np.zeros(0)
        self.believed: Mask = np.zeros(0, np.bool_)
        self.ended: Mask = np.zeros(0, np.bool_)

    def __len__(self) -> int:
        return len(self.rows)

    def add(self, records: list[Followed], kinds: Numbers, labels: Numbers, now_s: float) -> None:
        """They were seen for the first time."""
        count = len(records)
        self.rows += records
        self.hits = np.concatenate([self.hits, np.ones(count, np.int64)])
        self.kinds = np.concatenate([self.kinds, kinds])
        self.labels = np.concatenate([self.labels, labels])
        self.seen_s = np.concatenate([self.seen_s, np.full(count, now_s)])
        self.watched_s = np.concatenate([self.watched_s, np.zeros(count)])
        self.believed = np.concatenate([self.believed, np.zeros(count, np.bool_)])
        self.ended = np.concatenate([self.ended, np.zeros(count, np.bool_)])

    def keep(self, which: Mask) -> None:
        """Forget all other rows."""
        self.rows = [row for row, kept in zip(self.rows, which.tolist(), strict=True) if kept]
        self.hits, self.kinds, self.labels = self.hits[which], self.kinds[which], self.labels[which]
        self.seen_s, self.watched_s = self.seen_s[which], self.watched_s[which]
        self.believed, self.ended = self.believed[which], self.ended[which]


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What was detected, ready to be compared: only boxes that are somewhere and have a size."""

    boxes: Floats
    places: Floats
    scores: Floats
    kinds: Numbers
    labels: Numbers
    words: tuple[str, ...]
    _word_of: NDArray[np.int32]

    @classmethod
    def of(cls, detections: Detections, kinds: Kinds, least: float) -> Found:
        """The detections that are worth a look."""
        boxes = detections.boxes.astype(np.float64)
        scores = detections.scores.astype(np.float64)
        with np.errstate(invalid="ignore"):
            sized = (boxes[:, 2:] > boxes[:, :2]).all(axis=1)
        good = sized & np.isfinite(boxes).all(axis=1) & (scores >= least)
        if not good.all():
            boxes, scores = boxes[good], scores[good]
        which = detections.labels[good]
        words = detections.names
        numbers = np.asarray([[kinds.kind(w), kinds.label(w)] for w in words] or [[0, 0]], np.int64)
        kind, label = numbers[which].T if len(which) else np.zeros((2, 0), np.int64)
        return cls(boxes, kalman.places(boxes), scores, kind, label, words, which)

    def __len__(self) -> int:
        return len(self.boxes)

    def word(self, row: int) -> str:
        """The label of a row in words."""
        return self.words[int(self._word_of[row])]

    def rows(self, sure: Callable[[str], float]) -> tuple[Rows, Rows]:
        """The rows of those that are as sure as their label has to be, and of the others."""
        if not len(self):
            return np.zeros(0, np.intp), np.zeros(0, np.intp)
        floors = np.asarray([sure(word) for word in self.words])
        certain = self.scores >= floors[self._word_of]
        return np.flatnonzero(certain), np.flatnonzero(~certain)
