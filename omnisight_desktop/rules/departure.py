"""How somebody went: out over an edge of the picture, or just lost from view."""

from __future__ import annotations

from collections import deque

from omnisight_desktop.rules.place import Box, Edge, extent, middle, room_to

GONE = "no longer seen"
_WORDS = {
    Edge.LEFT: "left to the left",
    Edge.RIGHT: "left to the right",
    Edge.TOP: "left at the top",
    Edge.BOTTOM: "left at the bottom",
}
_LOOKED_BACK_S = 1.5
_MOST = 64  # sightings in that time, however quick the camera
_SLOWEST = 0.1  # of its own size a second; what is slower stands
_OUT_WITHIN_S = 1.0  # who is on the way to an edge so near has gone over it


class Trail:
    """The last second or so of somebody's way."""

    def __init__(self) -> None:
        self._points: deque[tuple[float, Box]] = deque(maxlen=_MOST)

    def add(self, box: Box, now_s: float) -> None:
        """They were here."""
        self._points.append((now_s, box))
        while len(self._points) > 2 and now_s - self._points[0][0] > _LOOKED_BACK_S:
            self._points.popleft()

    def way_out(self, aspect: float) -> Edge | None:
        """The edge over which they went; None where they were lost from view inside."""
        if len(self._points) < 2:
            return None
        (first_s, first), (last_s, last) = self._points[0], self._points[-1]
        took_s = last_s - first_s
        if took_s <= 0:
            return None
        (ax, ay), (bx, by) = middle(first), middle(last)
        right, down = (bx - ax) / took_s, (by - ay) / took_s
        speeds = {Edge.LEFT: -right, Edge.RIGHT: right, Edge.TOP: -down, Edge.BOTTOM: down}
        slowest = _SLOWEST * extent(last)
        reached = [
            (max(room_to(edge, last, aspect), 0.0) / speed, -speed, edge)
            for edge, speed in speeds.items()
            if speed > slowest
        ]
        soonest = min(reached, default=None)
        return soonest[2] if soonest is not None and soonest[0] <= _OUT_WITHIN_S else None


def in_words(edge: Edge | None) -> str:
    """How they went, as people say it."""
    return GONE if edge is None else _WORDS[edge]
