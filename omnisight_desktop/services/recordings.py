"""Replay: what cameras showed at any moment that was recorded, with those who were followed."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from datetime import datetime, timedelta

from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.frame import Image
from omnisight_desktop.pipeline.film.trail import Trail
from omnisight_desktop.pipeline.replay.moved import Moved, moved
from omnisight_desktop.pipeline.replay.player import Player
from omnisight_desktop.pipeline.replay.projector import preview
from omnisight_desktop.pipeline.replay.values import Followed, Strip
from omnisight_desktop.services.events import Events
from omnisight_desktop.services.export.footage import Footage
from omnisight_desktop.services.export.plan import chosen, cuts_of, unshown
from omnisight_desktop.storage.gestures import GestureArchive
from omnisight_desktop.storage.recorded import RecordedArchive
from omnisight_desktop.storage.tracks import TrackArchive


class Recordings:
    """Knows where the pictures of a moment lie, and plays them."""

    def __init__(
        self,
        footage: Footage,
        recorded: RecordedArchive,
        tracks: TrackArchive,
        events: Events,
        gestures: GestureArchive,
        clock: Clock,
    ) -> None:
        self._footage = footage
        self._recorded = recorded
        self._tracks = tracks
        self._events = events
        self._gestures = gestures
        self._clock = clock

    def player(self) -> Player:
        """A player of its own; whoever takes it closes it."""
        return Player(self, self._clock)

    def strips(self, camera: str, since: datetime, until: datetime) -> Sequence[Strip]:
        """What shows any of a stretch of time, oldest first, each moment once."""
        found = self._footage.pieces(camera, since, until)
        pieces = chosen((one for one in found if not one.lost), since, until)
        # What is lost says why it cannot be shown, where nothing else is to be seen.
        lost = unshown((one for one in found if one.lost), pieces, since, until)
        pieces = sorted([*pieces, *lost], key=lambda one: (one.start, one.id))
        if not pieces:
            return ()
        begin = min(since, pieces[0].start)
        end = max(until, pieces[-1].end)
        return [
            Strip(cut.path, cut.start, cut.since, cut.until) for cut in cuts_of(pieces, begin, end)
        ]

    def next_start(self, camera: str, after: datetime) -> datetime | None:
        """When something is recorded again."""
        return self._recorded.next_start(camera, after)

    def last_end(self, camera: str, before: datetime) -> datetime | None:
        """Up to when something was recorded."""
        return self._recorded.last_end(camera, before)

    def edges(self) -> tuple[datetime, datetime] | None:
        """From when to when there is anything to be seen at all."""
        return self._recorded.edges()

    def followed(self, camera: str, since: datetime, until: datetime) -> Sequence[Followed]:
        """Who was there, and where."""
        names = self._events.names().people
        paths = self._tracks.between(camera, since, until)
        found = []
        for path in paths:
            if not len(path):
                continue
            name = names.get(path.person or "", "")
            times_s = path.start.timestamp() + path.offsets_ms / 1000
            trail = Trail(name, zlib.crc32(path.track.encode()), times_s, path.boxes)
            found.append(Followed(path.track, path.label, name, trail))
        return found

    def moved(self, camera: str, since: datetime, until: datetime) -> Sequence[Moved]:
        """How people moved who made a gesture that began then."""
        kept = self._gestures.poses_between(camera, since, until)
        return [one for poses in kept if (one := moved(poses)) is not None]

    def preview(self, camera: str, at: datetime, width: int) -> Image | None:
        """About what it showed at a moment, found at once; None where nothing was recorded."""
        strips = self.strips(camera, at, at + timedelta(seconds=1))
        if not strips:
            return None
        try:
            return preview(strips[0], at, width)
        except OmniSightError:
            return None
