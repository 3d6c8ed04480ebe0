"""What the tracks of one camera mean: who appeared, who left, what stands, and which events are one
visit. Only the first event of a visit is worth an alert; it is the one whose story is its own id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.ids import IdSource
from omnisight_desktop.core.kinds import kind_of
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.rules.departure import Trail, in_words
from omnisight_desktop.rules.elapsed import Elapsed
from omnisight_desktop.rules.place import Box, in_heights
from omnisight_desktop.rules.rested import Rested
from omnisight_desktop.rules.settings import JudgeSettings
from omnisight_desktop.rules.stationary import Standing
from omnisight_desktop.rules.stories import Sighting, Stories

__all__ = ["Judge", "JudgeSettings"]

STANDS = "standing still"

_FORGOTTEN_S = 30.0  # a track of which nobody speaks for so long has ended
_ALREADY_S = 1.0  # who is seen so soon after a camera began to look was there already
_SIGHTED = (TrackState.TENTATIVE, TrackState.ACTIVE)


@dataclass(slots=True, eq=False)
class _Followed:
    """What is known of one track, believed or not yet."""

    track: Track
    first: Box
    first_s: float
    box: Box
    heard_s: float
    aspect: float
    trail: Trail = field(default_factory=Trail)
    standing: Standing = field(default_factory=Standing)
    appeared: Event | None = None
    stationary: Event | None = None
    stands: bool = False


class Judge:
    """Judges the tracks of one camera. Times come with the tracks; ids are never used twice."""

    def __init__(self, camera: str, settings: JudgeSettings | None = None) -> None:
        self._camera = camera
        self._settings = settings or JudgeSettings()
        self._ids = IdSource("E")
        self._elapsed = Elapsed()
        self._stories = Stories(self._settings)
        self._followed: dict[str, _Followed] = {}
        self._began_s: float | None = None
        self._recalled: tuple[Rested, ...] = ()
        self._already: dict[str, str] = {}  # the visit of those of a kind who were there already

    @property
    def remembers(self) -> int:
        """How much is kept in mind: tracks, and where members of visits were seen."""
        return len(self._followed) + len(self._stories)

    def recall(self, rested: Iterable[Rested]) -> None:
        """What stood here before the program was started: found in its place, it is no news."""
        self._recalled = tuple(rested)

    def judge(
        self, tracks: tuple[Track, ...], at: datetime, size: tuple[float, float]
    ) -> tuple[Event, ...]:
        """What these tracks mean: events that begin, and events that end, as their newest record.

        ``size`` is the picture's width and height in the tracks' own unit.
        """
        now_s = self._elapsed.read(at)
        if self._began_s is None:
            self._began_s = now_s
        self._put_back(at, now_s, size[0] / size[1])
        self._stories.forget(now_s)
        news: list[Event] = []
        for track in tracks:
            if track.state is TrackState.ENDED:
                self._name(track)
                news += self._leave(track.id)
            else:
                followed = self._follow(track, at, now_s, size)
                news += self._consider(followed, at, now_s)
        for track_id, followed in list(self._followed.items()):
            if now_s - followed.heard_s > _FORGOTTEN_S:
                news += self._leave(track_id)
        return tuple(news)

    def story_of(self, track: str) -> str | None:
        """The visit that a track belongs to, once it has appeared."""
        followed = self._followed.get(track)
        return followed.appeared.story if followed and followed.appeared else None

    def join(self, track: str, story: str) -> tuple[Event, ...]:
        """The visit that a track belongs to goes on as one that began at another camera: its events
        so far as they stand then, or nothing where it is too late for that."""
        before = self.story_of(track)
        if before in (None, story) or not self._stories.join(str(before), story):
            return ()
        self._already = {k: story if of == before else of for k, of in self._already.items()}
        news: list[Event] = []
        for one in self._followed.values():
            if one.appeared is None or one.appeared.story != before:
                continue
            one.appeared = replace(one.appeared, story=story)
            news.append(one.appeared)
            if one.stationary is not None:
                one.stationary = replace(one.stationary, story=story)
                news.append(one.stationary)
        return tuple(news)

    def close(self) -> tuple[Event, ...]:
        """End what is still open, because nobody watches any more; who was there has not left.

        Visits are remembered: a car that is there when the camera comes back is no news.
        """
        self._began_s = None
        self._already.clear()
        return tuple(event for track in list(self._followed) for event in self._end(track))

    def _put_back(self, at: datetime, now_s: float, aspect: float) -> None:
        """Keep the places of what stood here, now that the shape of the picture is known."""
        for rested in self._recalled:
            x1, y1, x2, y2 = rested.box
            seen_s = now_s - max(0.0, (at - rested.seen).total_seconds())
            place = Sighting("", kind_of(rested.label), (x1 * aspect, y1, x2 * aspect, y2), seen_s)
            self._stories.park(rested.story, place)
        self._recalled = ()

    def _name(self, track: Track) -> None:
        """Who it was may have been found out at the very end."""
        followed = self._followed.get(track.id)
        if followed is not None and track.identity is not None:
            followed.track = replace(followed.track, identity=track.identity)

    def _follow(
        self, track: Track, at: datetime, now_s: float, size: tuple[float, float]
    ) -> _Followed:
        box = in_heights(track.box, size)
        followed = self._followed.get(track.id)
        if followed is None:
            age_s = max(0.0, (at - track.since).total_seconds())
            followed = _Followed(track, box, now_s - age_s, box, now_s, size[0] / size[1])
            self._followed[track.id] = followed
        followed.track, followed.heard_s = track, now_s
        if track.state in _SIGHTED:
            followed.box, followed.aspect = box, size[0] / size[1]
            followed.trail.add(box, now_s)
            followed.standing.see(box, at, now_s, track.still_since)
        return followed

    def _consider(self, followed: _Followed, at: datetime, now_s: float) -> Iterator[Event]:
        track = followed.track
        if followed.appeared is None:
            old_enough = now_s - followed.first_s >= self._settings.min_age_s
            if track.state is not TrackState.ACTIVE or not old_enough:
                return
            yield self._appear(followed, at)
        if track.state not in _SIGHTED:
            self._stories.lose(track.id)
            return
        yield from self._stand(followed, at, now_s)
        here = Sighting(track.id, kind_of(track.label), followed.box, now_s)
        self._stories.see(here, stands=followed.stands, aspect=followed.aspect)

    def _appear(self, followed: _Followed, at: datetime) -> Event:
        track = followed.track
        event = self._event(EventType.APPEARED, followed, track.since, at)
        newcomer = Sighting(track.id, kind_of(track.label), followed.first, followed.first_s)
        story = self._story_of(newcomer, followed.aspect) or event.id
        if story == event.id and self._was_there(newcomer):
            self._already[newcomer.kind] = story
        self._stories.enter(story, newcomer, followed.aspect)
        followed.appeared = replace(event, story=story, score=round(track.score, 3))
        return followed.appeared

    def _story_of(self, newcomer: Sighting, aspect: float) -> str | None:
        """The visit they belong to. A crowd that is there when a camera begins to look is one."""
        found = self._stories.find(newcomer, aspect)
        if found is None and self._was_there(newcomer):
            return self._already.get(newcomer.kind)
        return found

    def _was_there(self, newcomer: Sighting) -> bool:
        began_s = newcomer.at_s if self._began_s is None else self._began_s
        return newcomer.at_s - began_s <= _ALREADY_S

    def _stand(self, followed: _Followed, at: datetime, now_s: float) -> Iterator[Event]:
        """Whether it stands: the event is open until it moves or is seen no more."""
        standing = followed.standing
        stands = standing.for_s(now_s) >= self._settings.stationary_s
        followed.stands = stands and (followed.stands or not standing.is_away)
        if followed.stationary is None:
            if followed.stands and standing.since is not None:
                event = self._event(EventType.STATIONARY, followed, standing.since, at)
                followed.stationary = replace(event, text=STANDS)
                yield followed.stationary
        elif not followed.stands:
            yield self._moved(followed, followed.stationary)

    def _moved(self, followed: _Followed, event: Event) -> Event:
        followed.stationary = None
        rested = followed.standing.rested or event.start
        return replace(event, end=max(event.start, rested))

    def _leave(self, track_id: str) -> Iterator[Event]:
        """Close what is open of a track that ended, and say how it went."""
        followed = self._followed.get(track_id)
        edge = followed.trail.way_out(followed.aspect) if followed else None
        yield from self._end(track_id, out=edge is not None)
        if followed is None or followed.appeared is None:
            return
        at = max(followed.appeared.start, followed.track.last_seen)
        left = self._event(EventType.LEFT, followed, at, at)
        yield replace(left, end=at, text=in_words(edge))

    def _end(self, track_id: str, *, out: bool = False) -> Iterator[Event]:
        followed = self._followed.pop(track_id, None)
        if followed is None or followed.appeared is None:
            return
        if followed.stationary is not None:
            yield self._moved(followed, followed.stationary)
        self._stories.leave(track_id, out=out)
        began = followed.appeared
        person = began.person or _person(followed.track)
        yield replace(began, person=person, end=max(began.start, followed.track.last_seen))

    def _event(self, kind: EventType, followed: _Followed, start: datetime, at: datetime) -> Event:
        track = followed.track
        return Event(
            id=self._ids.next(to_ms(at)),
            camera=self._camera,
            type=kind,
            start=start,
            label=track.label,
            person=_person(track),
            track=track.id,
            story=followed.appeared.story if followed.appeared else None,
        )


def _person(track: Track) -> str | None:
    return track.identity.person if track.identity else None
