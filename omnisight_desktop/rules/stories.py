"""Which events are one visit: by track, then by nearness in time and place.

Two who walk together are one visit and one alert. What stands still attracts nobody: who comes up to
a parked car is a visit of their own. A thing that stood, was lost from view and is found again in
its place is the same thing, hours later.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import inf

from omnisight_desktop.core.kinds import is_alive
from omnisight_desktop.rules.place import Box, Edge, apart, edges_at, overlap
from omnisight_desktop.rules.settings import JudgeSettings

_SAME_PLACE = 0.5  # of the area: one thing found anew where it stood
_REACH = 1.5  # sizes that lie between two who are together
_REACH_S = 0.5  # sizes a second that somebody unseen gets away
_FARTHEST = 4.0  # sizes; also along an edge
_MOST_SPOTS = 64  # of one visit
_MOST_PARKED = 256  # places that are kept, of one camera


@dataclass(frozen=True, slots=True)
class Sighting:
    """Something was seen at a place."""

    track: str
    kind: str
    box: Box
    at_s: float


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a member of a visit was last seen."""

    box: Box
    seen_s: float
    stands: bool
    held: bool = True  # it was there in the newest picture
    follows: bool = True  # it may be lost for a moment, but has not ended


@dataclass(slots=True, eq=False)
class _Story:
    """A visit that goes on, or was over a moment ago."""

    id: str
    kind: str
    begun_s: float
    spots: dict[str, _Spot] = field(default_factory=dict)
    edges: dict[Edge, _Spot] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Parked:
    """The place of something that stood and was lost from view."""

    story: _Story
    box: Box
    until_s: float


class Stories:
    """The visits of one camera."""

    def __init__(self, settings: JudgeSettings) -> None:
        self._settings = settings
        self._running: dict[str, _Story] = {}
        self._story_of: dict[str, str] = {}
        self._parked: list[_Parked] = []

    def __len__(self) -> int:
        return len(self._parked) + sum(len(story.spots) for story in self._running.values())

    def find(self, seen: Sighting, aspect: float) -> str | None:
        """The visit that a newcomer belongs to; None for one of their own."""
        kept = next((p for p in reversed(self._parked) if self._is_back(p, seen)), None)
        if kept is not None:
            self._parked.remove(kept)
            self._running.setdefault(kept.story.id, kept.story)
            return kept.story.id
        distances = [
            (distance, story.id)
            for story in self._running.values()
            if story.kind == seen.kind
            and (distance := self._distance(story, seen, aspect)) is not None
        ]
        return min(distances)[1] if distances else None

    def enter(self, story: str, seen: Sighting, aspect: float) -> None:
        """Somebody is part of a visit from now on; a visit that nobody knows begins."""
        if story not in self._running:
            self._running[story] = _Story(story, seen.kind, seen.at_s)
        self._story_of[seen.track] = story
        self.see(seen, stands=False, aspect=aspect)

    def see(self, seen: Sighting, *, stands: bool, aspect: float) -> None:
        """A member of a visit is here."""
        story = self._running[self._story_of[seen.track]]
        spot = _Spot(seen.box, seen.at_s, stands)
        story.spots[seen.track] = spot
        for edge in edges_at(seen.box, aspect):
            story.edges[edge] = spot

    def join(self, story: str, into: str) -> bool:
        """A visit goes on as another one that began elsewhere; not if somebody has left it already,
        or if that one goes on here, too."""
        running = self._running.get(story)
        if running is None or into in self._running:
            return False
        if not all(spot.follows for spot in running.spots.values()):
            return False
        running.id = into
        self._running[into] = self._running.pop(story)
        moved = [track for track, of in self._story_of.items() if of == story]
        self._story_of.update(dict.fromkeys(moved, into))
        return True

    def lose(self, track: str) -> None:
        """A member was not found in the newest picture."""
        spots = self._running[self._story_of[track]].spots
        if track in spots:
            spots[track] = replace(spots[track], held=False)

    def leave(self, track: str, *, out: bool) -> None:
        """A member is followed no longer; ``out`` if it went over the edge of the picture."""
        story = self._running[self._story_of.pop(track)]
        spot = story.spots.pop(track, None)
        if spot is None:
            return
        # Put last, so that who left longest ago is forgotten first.
        story.spots[track] = replace(spot, held=False, follows=False)
        if spot.stands and not out:
            self._keep_place(story, spot.box, spot.seen_s)

    def park(self, story: str, seen: Sighting) -> None:
        """A thing of an earlier visit stood here; nobody else joins that visit any more."""
        self._keep_place(_Story(story, seen.kind, -inf), seen.box, seen.at_s)

    def _keep_place(self, story: _Story, box: Box, seen_s: float) -> None:
        alive = is_alive(story.kind)
        kept_s = self._settings.resting_s if alive else self._settings.parked_s
        self._parked.append(_Parked(story, box, seen_s + kept_s))
        del self._parked[:-_MOST_PARKED]

    def forget(self, now_s: float) -> None:
        """Let go of what nothing can belong to any more."""
        self._parked = [place for place in self._parked if place.until_s >= now_s]
        for story in list(self._running.values()):
            left = [t for t, s in story.spots.items() if not s.follows]
            stale = [t for t in left if now_s - story.spots[t].seen_s > self._settings.join_s]
            surplus = left[: max(0, len(story.spots) - _MOST_SPOTS)]
            for track in {*stale, *surplus}:
                del story.spots[track]
            if not story.spots:
                del self._running[story.id]

    def _is_back(self, place: _Parked, seen: Sighting) -> bool:
        return place.story.kind == seen.kind and overlap(place.box, seen.box) >= _SAME_PLACE

    def _distance(self, story: _Story, seen: Sighting, aspect: float) -> float | None:
        """How far off a visit is, in sizes; None where it is too far, too long ago, or too old."""
        twins = [
            0.0
            for track, spot in story.spots.items()
            if spot.follows
            and spot.stands
            and overlap(spot.box, seen.box) >= _SAME_PLACE
            and track != seen.track
        ]
        if twins or seen.at_s - story.begun_s > self._settings.longest_s:
            return min(twins, default=None)
        near = [
            distance
            for spot in story.spots.values()
            if self._attracts(spot, seen)
            and (distance := apart(spot.box, seen.box)) <= self._reach(spot, seen)
        ]
        at_edge = [
            distance
            for edge in edges_at(seen.box, aspect)
            if (spot := story.edges.get(edge)) is not None
            and self._attracts(spot, seen)
            and (distance := apart(spot.box, seen.box)) <= _FARTHEST
        ]
        return min((*near, *at_edge), default=None)

    def _attracts(self, spot: _Spot, seen: Sighting) -> bool:
        """Whether a newcomer may be with it, or be it: not while it is seen to stand there itself."""
        recent = seen.at_s - spot.seen_s <= self._settings.join_s
        return recent and not (spot.stands and spot.held)

    def _reach(self, spot: _Spot, seen: Sighting) -> float:
        return min(_REACH + _REACH_S * max(0.0, seen.at_s - spot.seen_s), _FARTHEST)
