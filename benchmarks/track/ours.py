"""Our tracker as a program like the peers' ones, so that it is timed as they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import numpy as np

from benchmarks.track.peers.scene import Dress, Rows, Step, answer
from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.track import Track
from omnisight_desktop.perception.track.steady import SteadyTracker
from omnisight_desktop.perception.track.tuning import DEFAULT, Tuning

_BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)

Shown = tuple[tuple[Track, ...], frozenset[str]]


def begin(tuning: Tuning = DEFAULT) -> Callable[[float], tuple[Dress, Step]]:
    """A fresh tracker, as ``omnisight track`` sets it up."""

    def with_fps(fps: float) -> tuple[Dress, Step]:
        tracker, frame = SteadyTracker(confirm=2, lost_s=2.0, tuning=tuning), 0

        def step(found: Detections) -> Shown:
            nonlocal frame
            frame += 1
            tracks = tracker.update(found, _BEGINNING + timedelta(seconds=frame / fps))
            return tracks, tracker.shown

        return _dress, step

    return with_fps


def reader() -> Callable[[Shown], Rows]:
    """Turns tracks into numbered boxes."""
    numbers: dict[str, int] = {}

    def read(answer: Shown) -> Rows:
        tracks, shown = answer
        rows = [
            [numbers.setdefault(track.id, len(numbers) + 1), *track.box]
            for track in tracks
            if track.id in shown
        ]
        return np.asarray(rows, np.float64).reshape(-1, 5)

    return read


def _dress(boxes: Rows) -> Detections:
    return Detections.of("person", boxes[:, :4], boxes[:, 4])


if __name__ == "__main__":
    answer({"ours": (begin(), reader())})
