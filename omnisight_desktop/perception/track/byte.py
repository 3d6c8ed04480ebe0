"""Following in two rounds: sure detections first, then doubtful ones for tracks that are left over.

The idea is ByteTrack's; all tracks of a camera are rows of arrays, so that a crowd costs little.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import lap
import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.frame import Picture
from omnisight_desktop.core.geometry import Boxes, iou
from omnisight_desktop.core.ids import IdSource
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.perception.track import kalman

_SURE = 0.5  # detections above it are matched first and may begin a track
_MATCH = (0.8, 0.5)  # the highest cost (1 - overlap) accepted in the first and second round


@dataclass(slots=True)
class _Followed:
    """One track's own record; where it is believed to be lies in the tracker's arrays."""

    id: str
    label: str
    since: datetime
    state: TrackState
    score: float
    hits: int
    last_seen: datetime


class ByteTracker:
    """Tracks of one camera. ``confirm`` sightings make one believed; ``lost_s`` later it ends."""

    def __init__(self, *, confirm: int = 3, lost_s: float = 2.0) -> None:
        self._confirm = confirm
        self._lost_s = lost_s
        self._ids = IdSource("T")
        self._rows: list[_Followed] = []
        self._means = np.zeros((0, 8))
        self._covariances = np.zeros((0, 8, 8))

    def update(
        self,
        detections: Detections,
        at: datetime,
        picture: Picture | None = None,  # noqa: ARG002
    ) -> tuple[Track, ...]:
        self._let_go(at)
        self._means, self._covariances = kalman.predict(self._means, self._covariances)
        sure = detections.scores >= _SURE
        free_tracks = np.asarray(
            [i for i, row in enumerate(self._rows) if row.state is not TrackState.ENDED], np.intp
        )
        left_over = np.arange(len(detections))[sure]
        for round_, candidates in enumerate((left_over, np.arange(len(detections))[~sure])):
            pairs = self._match(free_tracks, candidates, detections, _MATCH[round_])
            self._see(pairs, detections, at)
            free_tracks = np.setdiff1d(free_tracks, pairs[:, 0])
            if round_ == 0:
                left_over = np.setdiff1d(candidates, pairs[:, 1])
        self._miss(free_tracks)
        self._begin(left_over, detections, at)
        tracks = self._snapshot()
        self._forget_ended()
        return tracks

    def _match(
        self, tracks: NDArray[np.intp], rows: NDArray[np.intp], found: Detections, limit: float
    ) -> NDArray[np.intp]:
        """Pairs of (track, detection) that belong together."""
        if not len(tracks) or not len(rows):
            return np.zeros((0, 2), np.intp)
        cost = 1.0 - iou(kalman.boxes_of(self._means[tracks]), found.boxes[rows])
        labels = np.asarray([self._rows[t].label for t in tracks])
        wanted = np.asarray([found.name_of(int(r)) for r in rows])
        cost[labels[:, None] != wanted[None, :]] = 1.0
        _, column_of, _ = lap.lapjv(cost.astype(np.float64), extend_cost=True, cost_limit=limit)
        matched = np.flatnonzero(column_of >= 0)
        return np.stack([tracks[matched], rows[column_of[matched]]], axis=1)

    def _see(self, pairs: NDArray[np.intp], found: Detections, at: datetime) -> None:
        if not len(pairs):
            return
        tracks, rows = pairs[:, 0], pairs[:, 1]
        self._means[tracks], self._covariances[tracks] = kalman.correct(
            self._means[tracks], self._covariances[tracks], found.boxes[rows]
        )
        for track, row in pairs:
            followed = self._rows[track]
            followed.hits += 1
            followed.score = float(found.scores[row])
            followed.last_seen = at
            if followed.hits >= self._confirm:
                followed.state = TrackState.ACTIVE

    def _let_go(self, at: datetime) -> None:
        """Who was away for too long is somebody else when they come back."""
        for followed in self._rows:
            if (at - followed.last_seen).total_seconds() > self._lost_s:
                followed.state = TrackState.ENDED

    def _miss(self, tracks: NDArray[np.intp]) -> None:
        for track in tracks:
            followed = self._rows[track]
            if followed.state is TrackState.TENTATIVE and followed.hits < 2:
                followed.state = TrackState.ENDED  # seen once and never again: it was nothing
            elif followed.state is TrackState.ACTIVE:
                followed.state = TrackState.LOST

    def _begin(self, rows: NDArray[np.intp], found: Detections, at: datetime) -> None:
        if not len(rows):
            return
        means, covariances = kalman.begin(found.boxes[rows])
        self._means = np.concatenate([self._means, means])
        self._covariances = np.concatenate([self._covariances, covariances])
        for row in rows:
            self._rows.append(
                _Followed(
                    id=self._ids.next(to_ms(at)),
                    label=found.name_of(int(row)),
                    since=at,
                    state=TrackState.ACTIVE if self._confirm <= 1 else TrackState.TENTATIVE,
                    score=float(found.scores[row]),
                    hits=1,
                    last_seen=at,
                )
            )

    def _snapshot(self) -> tuple[Track, ...]:
        boxes: Boxes = kalman.boxes_of(self._means)
        return tuple(
            Track(
                id=followed.id,
                label=followed.label,
                box=(float(box[0]), float(box[1]), float(box[2]), float(box[3])),
                score=followed.score,
                state=followed.state,
                since=followed.since,
                last_seen=followed.last_seen,
            )
            for followed, box in zip(self._rows, boxes, strict=True)
        )

    def _forget_ended(self) -> None:
        alive = np.asarray([r.state is not TrackState.ENDED for r in self._rows], np.bool_)
        self._means, self._covariances = self._means[alive], self._covariances[alive]
        self._rows = [row for row, lives in zip(self._rows, alive, strict=True) if lives]
