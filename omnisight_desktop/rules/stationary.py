"""Since when something keeps to one place, told from where it was seen."""

from __future__ import annotations

from datetime import datetime

from omnisight_desktop.rules.place import Box, apart, extent

_STEP = 0.25  # of its own size: who stands sways and shifts, and steps less than this
_GROWTH = 1.25  # who comes closer or goes off, changes in size
_AVERAGED = 5  # first sightings that make the place; later ones would let it creep along
_PATIENCE_S = 1.0  # a single bad box is no step


class Standing:
    """Watches one track. A tracker that says itself since when it stands is believed, too: it knows
    when it was the camera that moved."""

    def __init__(self) -> None:
        self._place: Box | None = None
        self._averaged = 0
        self._since: datetime | None = None
        self._since_s = 0.0
        self._away_s: float | None = None
        self._told: datetime | None = None
        self._told_s = 0.0
        #: When it was last seen in its place; just after a step, in the place that it left.
        self.rested: datetime | None = None

    def see(self, box: Box, at: datetime, now_s: float, told: datetime | None = None) -> None:
        """It was seen here; ``told`` is since when its tracker holds it for standing."""
        if told != self._told:
            self._told = told
            self._told_s = now_s - max(0.0, (at - told).total_seconds()) if told else now_s
        stepped = self._measure(box, at, now_s)
        if told is not None or not (stepped or self.is_away):
            self.rested = at

    @property
    def is_away(self) -> bool:
        """Whether it was just seen elsewhere, which may be a step or a bad box."""
        return self._away_s is not None and self._told is None

    def for_s(self, now_s: float) -> float:
        """How many seconds it has kept to its place."""
        own_s = now_s - self._since_s if self._since is not None else 0.0
        return max(own_s, now_s - self._told_s if self._told else 0.0)

    @property
    def since(self) -> datetime | None:
        """Since when it stands where it is."""
        if self._told is None or self._since is None or self._since_s < self._told_s:
            return self._since or self._told
        return self._told

    def _measure(self, box: Box, at: datetime, now_s: float) -> bool:
        """Compare with the place where it stood; True when it has taken up another."""
        if self._place is None:
            self._stand(box, at, now_s)
        elif _same_place(self._place, box):
            self._away_s = None
            self._improve(box)
        elif self._away_s is None:
            self._away_s = now_s
        elif now_s - self._away_s >= _PATIENCE_S:
            self._stand(box, at, now_s)
            return True
        return False

    def _stand(self, box: Box, at: datetime, now_s: float) -> None:
        self._place, self._averaged = box, 1
        self._since, self._since_s = at, now_s
        self._away_s = None

    def _improve(self, box: Box) -> None:
        place = self._place
        if place is None or self._averaged >= _AVERAGED:
            return
        n = self._averaged
        self._averaged = n + 1
        x1, y1, x2, y2 = ((old * n + new) / (n + 1) for old, new in zip(place, box, strict=True))
        self._place = x1, y1, x2, y2


def _same_place(place: Box, box: Box) -> bool:
    growth = extent(box) / extent(place)
    return apart(place, box) <= _STEP and 1 / _GROWTH <= growth <= _GROWTH
