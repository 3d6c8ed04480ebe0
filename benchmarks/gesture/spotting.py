"""What it costs to look for 30 gestures in the movements of three people at once."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from functools import partial

import numpy as np

from benchmarks.measure import Row, Spread, row, timed_ms
from omnisight_desktop.core.gesture import Gesture, Pose
from omnisight_desktop.perception.gesture.everyday import everyday_take
from omnisight_desktop.perception.gesture.lexicon import lexicon_of
from omnisight_desktop.perception.gesture.spotter import Spotter

_GESTURES, _TAKES, _PEOPLE, _GOAL_MS = 30, 3, 3, 5.0
_RATE_HZ = 15.0


def spotting(quick: bool) -> list[Row]:
    """One look at everybody, beside the finding of poses."""
    found = []
    for gestures in (_GESTURES,) if quick else (1, _GESTURES, 100):
        lexicon = lexicon_of(_taught(gestures))
        assert lexicon is not None
        spotters = [Spotter(lexicon) for _ in range(_PEOPLE)]
        streams = [everyday_take(_RATE_HZ, 30.0, seed) for seed in range(1, _PEOPLE + 1)]
        times, worked = [], []
        for number in range(100 if quick else 400):
            poses = [Pose(stream.points[number]) for stream in streams]
            began = time.process_time()
            times.append(timed_ms(partial(_look, spotters, poses, number / _RATE_HZ)))
            worked.append((time.process_time() - began) * 1000)
        name = f"spotting {gestures} gestures of {_TAKES} takes, {_PEOPLE} people"
        found += [
            _told(name, "ms a look", Spread(tuple(times)), gestures),
            _told("  of it processor time", "ms a look", Spread(tuple(worked)), gestures),
        ]
    return found


def _told(name: str, unit: str, spread: Spread, gestures: int) -> Row:
    return row(
        name,
        spread.p50,
        limit=_GOAL_MS,
        unit=unit,
        goal=f"under {_GOAL_MS:g} ms for {_GESTURES}; p99 {spread.p99:.1f}",
        met=spread.p50 < _GOAL_MS if gestures == _GESTURES else None,
    )


def _look(spotters: list[Spotter], poses: list[Pose], at_s: float) -> None:
    for spotter, pose in zip(spotters, poses, strict=True):
        spotter.see(pose, at_s)


def _taught(count: int) -> list[Gesture]:
    """So many gestures of about two seconds, cut out of long movements."""
    chance = np.random.default_rng(11)
    made = []
    for number in range(count):
        stream = everyday_take(_RATE_HZ, 20.0, 1000 + number)
        takes = []
        for _ in range(_TAKES):
            first = int(chance.integers(0, len(stream) - 40))
            takes.append(stream.part(first, first + int(chance.integers(20, 36))))
        made.append(Gesture(f"G{number}", f"gesture {number}", tuple(takes), datetime.now(UTC)))
    return made
