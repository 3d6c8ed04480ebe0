"""Ultralytics' trackers with their defaults, without pictures and so without re-identification."""

from __future__ import annotations

import importlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.track.peers.scene import Begin, Dress, Rows, Step, answer

_tracker: Any = importlib.import_module("ultralytics.trackers.track")
_utils: Any = importlib.import_module("ultralytics.utils")
_checks: Any = importlib.import_module("ultralytics.utils.checks")


class Found:
    """Boxes as ultralytics' own results offer them to its trackers."""

    def __init__(self, rows: NDArray[np.float32]) -> None:
        self._rows = rows
        self.xyxy = rows[:, :4]
        middle, size = (rows[:, :2] + rows[:, 2:4]) / 2, rows[:, 2:4] - rows[:, :2]
        self.xywh = np.concatenate([middle, size], axis=1)
        self.conf = rows[:, 4]
        self.cls = np.zeros(len(rows), np.float32)

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, which: Any) -> Found:
        return Found(self._rows[which])


def _dress(boxes: Rows) -> Any:
    return Found(boxes.astype(np.float32))


def _begin(name: str, **options: Any) -> Begin:
    def begin(fps: float) -> tuple[Dress, Step]:  # noqa: ARG001 - it counts in frames
        wishes = _utils.YAML.load(_checks.check_yaml(f"{name}.yaml")) | options
        tracker = _tracker.TRACKER_MAP[name](_utils.IterableSimpleNamespace(**wishes))
        return _dress, tracker.update

    return begin


def _read(found: Any) -> Rows:
    rows = np.asarray(found, np.float64).reshape(-1, 8)
    return rows[:, [4, 0, 1, 2, 3]]


if __name__ == "__main__":
    still = {"gmc_method": "none"}
    answer(
        {
            "ByteTrack (ultralytics)": (_begin("bytetrack"), _read),
            "BoT-SORT (ultralytics)": (_begin("botsort", **still), _read),
            "OC-SORT (ultralytics)": (_begin("ocsort"), _read),
            "FastTracker (ultralytics)": (_begin("fasttrack"), _read),
            "TrackTrack (ultralytics)": (_begin("tracktrack", **still), _read),
        }
    )
