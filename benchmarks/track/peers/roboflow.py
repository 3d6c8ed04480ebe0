"""Roboflow's trackers with their defaults; they are told how many pictures a second there are."""

from __future__ import annotations

import importlib
from typing import Any

import numpy as np

from benchmarks.track.peers.scene import Begin, Dress, Rows, Step, answer

_trackers: Any = importlib.import_module("trackers")
_supervision: Any = importlib.import_module("supervision")


def _dress(boxes: Rows) -> Any:
    return _supervision.Detections(
        xyxy=boxes[:, :4].astype(np.float32), confidence=boxes[:, 4].astype(np.float32)
    )


def _begin(name: str, **options: Any) -> Begin:
    def begin(fps: float) -> tuple[Dress, Step]:
        return _dress, getattr(_trackers, name)(frame_rate=fps, **options).update

    return begin


def _read(found: Any) -> Rows:
    known = found.tracker_id >= 0
    ids = np.asarray(found.tracker_id[known], np.float64)
    return np.column_stack([ids[:, None], found.xyxy[known].reshape(-1, 4)])


if __name__ == "__main__":
    answer(
        {
            "ByteTrack (trackers)": (_begin("ByteTrackTracker"), _read),
            "SORT (trackers)": (_begin("SORTTracker"), _read),
            "OC-SORT (trackers)": (_begin("OCSORTTracker"), _read),
            "C-BIoU (trackers)": (_begin("CBIoUTracker"), _read),
            "BoT-SORT (trackers)": (_begin("BoTSORTTracker", enable_cmc=False), _read),
        }
    )
