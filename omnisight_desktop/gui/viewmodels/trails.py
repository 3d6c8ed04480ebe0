"""Where everybody went in the last seconds, for trails that fade behind them."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta

from omnisight_desktop.core.track import Track, TrackState

LASTS = timedelta(seconds=3)
_MOST = 120  # points of one trail
_LEAST_PX = 2.0  # who moved less stands still


@dataclass(frozen=True, slots=True)
class Trail:
    """The way of one track: where its feet were in the picture, and how fresh each place is, 0 to 1."""

    label: str
    places: tuple[tuple[float, float, float], ...]


@dataclass(slots=True)
class _Way:
    label: str
    points: deque[tuple[datetime, float, float]]


class Trails:
    """The trails of one camera. ``follow`` is told where everybody is, picture by picture."""

    def __init__(self) -> None:
        self._ways: dict[str, _Way] = {}

    def follow(self, tracks: tuple[Track, ...], at: datetime) -> None:
        """Somebody is where they are now; who has not been seen for a while is forgotten."""
        for track in tracks:
            if track.state is TrackState.ACTIVE:
                x1, _, x2, y2 = track.box
                self._go(track, at, (x1 + x2) / 2, y2)
        for name, way in list(self._ways.items()):
            while way.points and not timedelta(0) <= at - way.points[0][0] <= LASTS:
                way.points.popleft()
            if not way.points:
                del self._ways[name]

    def seen(self, at: datetime) -> tuple[Trail, ...]:
        """All of them, as fresh as they are at that moment."""
        return tuple(
            Trail(way.label, tuple((x, y, 1 - (at - then) / LASTS) for then, x, y in way.points))
            for way in self._ways.values()
            if len(way.points) > 1
        )

    def _go(self, track: Track, at: datetime, x: float, y: float) -> None:
        way = self._ways.setdefault(track.id, _Way(track.label, deque(maxlen=_MOST)))
        if way.points:
            _, before_x, before_y = way.points[-1]
            if abs(x - before_x) < _LEAST_PX and abs(y - before_y) < _LEAST_PX:
                return
        way.points.append((at, x, y))
