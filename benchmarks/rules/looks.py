"""What the rules add to a look while a camera is watched."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial

from benchmarks.measure import Spread, timed_ms
from benchmarks.rules.crowd import BOOK, SIZE
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.rules.engine import Engine

_BEGAN = datetime(2026, 5, 3, tzinfo=UTC)
_LOOKS = 1000


def look_ms() -> float:
    """How long the engine takes with ten tracks that all move."""
    engine = Engine(BOOK)
    taken = []
    for look in range(_LOOKS):
        at = _BEGAN + timedelta(milliseconds=200 * look)
        tracks = tuple(_track(number, look, at) for number in range(10))
        taken.append(timed_ms(partial(engine.judge, tracks, at, SIZE)))
    return Spread(tuple(taken)).p99


def _track(number: int, look: int, at: datetime) -> Track:
    x = (number * 120 + look * 5) % 1200
    box = (float(x), 200.0 + number * 30, x + 40.0, 400.0 + number * 30)
    return Track(f"T{number}", "person", box, 0.9, TrackState.ACTIVE, _BEGAN, at)
