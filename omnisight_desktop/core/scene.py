"""Everything known about one frame once it has walked the pipeline."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from omnisight_desktop.core.event import Event
from omnisight_desktop.core.face import Face, Sighting
from omnisight_desktop.core.frame import Picture
from omnisight_desktop.core.gesture import EventPoses, Pose
from omnisight_desktop.core.identity import Person
from omnisight_desktop.core.kinds import PERSON, kind_of
from omnisight_desktop.core.track import Track, TrackState


@dataclass(frozen=True, slots=True)
class Scene:
    """What the eye made of one frame. Without its picture it is small and can be pickled."""

    camera: str
    index: int
    at: datetime
    size: tuple[int, int]
    tracks: tuple[Track, ...]
    events: tuple[Event, ...] = ()
    picture: Picture | None = None
    unfilmed: frozenset[str] = frozenset()  # events of which no clip is wanted
    bodies: tuple[tuple[str, Pose], ...] = ()  # of tracks, where somebody looked for them
    moves: tuple[EventPoses, ...] = ()  # how the events among these were made
    learnt: tuple[Person | Face | Sighting, ...] = ()  # to be remembered

    @property
    def people(self) -> tuple[str, ...]:
        """The tracks of everybody who is in view."""
        return tuple(
            track.id
            for track in self.tracks
            if track.state is TrackState.ACTIVE and kind_of(track.label) == PERSON
        )

    def without_picture(self) -> Scene:
        """The same knowledge, without the pixels."""
        return replace(self, picture=None)


_FARTHEST = timedelta(seconds=0.4)  # beyond it a guess helps nobody


def tracks_at(moment: datetime, newest: Scene, before: Scene | None) -> tuple[Track, ...]:
    """Where the newest scene's tracks have moved to a little later, going on as they went.

    Pictures come more often than the eye looks; boxes drawn so stay on the people.
    """
    ahead = min(moment - newest.at, _FARTHEST)
    if before is None or ahead <= timedelta(0) or newest.at <= before.at:
        return newest.tracks
    share = ahead / (newest.at - before.at)
    earlier = {track.id: track.box for track in before.tracks}
    return tuple(
        replace(track, box=_onward(earlier[track.id], track.box, share))
        if track.id in earlier
        else track
        for track in newest.tracks
    )


def _onward(
    a: tuple[float, float, float, float], b: tuple[float, float, float, float], share: float
) -> tuple[float, float, float, float]:
    # The middle goes on; the size stays, for it changes slowly and is measured roughly.
    dx = (b[0] + b[2] - a[0] - a[2]) / 2 * share
    dy = (b[1] + b[3] - a[1] - a[3]) / 2 * share
    return b[0] + dx, b[1] + dy, b[2] + dx, b[3] + dy
