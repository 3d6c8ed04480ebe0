"""Making somebody unrecognisable in clips that are kept: the file is replaced, or stays as it was."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.errors import OmniSightError, StorageError
from omnisight_desktop.core.event import Gap
from omnisight_desktop.services.events import Events
from omnisight_desktop.services.export.footage import Piece
from omnisight_desktop.services.export.request import ExportRequest, Hide
from omnisight_desktop.services.export.trails import AROUND
from omnisight_desktop.services.export.write import Exports
from omnisight_desktop.services.keeper import Keeper
from omnisight_desktop.storage.tracks import TrackArchive


@dataclass(frozen=True, slots=True)
class _OneClip:
    """A clip as all the footage there is."""

    clip: Clip
    path: Path

    def pieces(self, camera: str, since: datetime, until: datetime) -> Sequence[Piece]:  # noqa: ARG002
        one = self.clip
        return [Piece(one.id, one.camera, self.path, one.start, one.end, one.size_bytes)]

    def gaps(self, camera: str, since: datetime, until: datetime) -> Sequence[Gap]:  # noqa: ARG002
        return ()


class Redaction:
    """Veils who was followed on some tracks, in clips of one installation."""

    def __init__(
        self, tracks: TrackArchive, events: Events, keeper: Keeper, media: Path, clock: Clock
    ) -> None:
        self._tracks = tracks
        self._events = events
        self._keeper = keeper
        self._media = media
        self._clock = clock

    def veil(self, clips: Sequence[Clip], theirs: Collection[str]) -> list[tuple[Clip, str]]:
        """Replace each clip by one in which they cannot be told; those that could not be, and why."""
        failed = []
        for clip in clips:
            try:
                self._veil_one(clip, theirs)
            except OmniSightError as error:
                failed.append((clip, error.reason))
        return failed

    def _veil_one(self, clip: Clip, theirs: Collection[str]) -> None:
        source = self._media / clip.path
        target = source.with_name(f"{source.stem}-veiled.mkv")
        paths = self._tracks.between(clip.camera, clip.start - AROUND, clip.end + AROUND)
        hidden = [path for path in paths if path.track in theirs]
        if not hidden:
            raise StorageError("It is not stored where they were in it.")
        keep = tuple(path.track for path in paths if path.track not in theirs)
        exports = Exports(_OneClip(clip, source), self._tracks, self._events, self._clock)
        request = ExportRequest((clip.camera,), clip.start, clip.end, hide=Hide.OTHERS, keep=keep)
        target.unlink(missing_ok=True)
        done = exports.export(request, target)
        if len(done.films) != 1:
            raise StorageError("It could not be made into one film again.")
        self._put(clip, source, done.films[0].file)

    def _put(self, clip: Clip, source: Path, made: Path) -> None:
        """The row speaks of the new file before the old one goes."""
        with made.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        place = made.relative_to(self._media).as_posix()
        size = made.stat().st_size
        self._keeper.commit(replace(clip, path=place, size_bytes=size, sha256=digest))
        source.unlink(missing_ok=True)
