"""Where film comes from: the one port that an export takes footage through, and what is behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from omnisight_desktop.core.errors import StorageError
from omnisight_desktop.core.event import Gap
from omnisight_desktop.core.segment import Segment
from omnisight_desktop.services.footage import Footage as Continuous
from omnisight_desktop.storage.aside import reachable
from omnisight_desktop.storage.clips import ClipArchive

_GONE = "it is gone"
_AWAY = "the place that it lies in is not there"


@dataclass(frozen=True, slots=True)
class Piece:
    """A recorded file: its first picture, a key picture, was made at ``start``, its last goes at ``end``."""

    id: str
    camera: str
    path: Path
    start: datetime
    end: datetime
    size_bytes: int
    sha256: str = ""  # as it was recorded; nothing where nobody knows
    continuous: bool = False  # it is of the footage that goes on all the time, not around an event
    lost: str = ""  # why there is no such file, where there is none


class Footage(Protocol):
    """Knows what was recorded."""

    def pieces(self, camera: str, since: datetime, until: datetime) -> Sequence[Piece]:
        """Everything that shows any of that stretch of time; pieces may overlap, in any order."""
        ...

    def gaps(self, camera: str, since: datetime, until: datetime) -> Sequence[Gap]:
        """What should have been recorded in that stretch of time and was not."""
        ...


class ClipFootage:
    """What was recorded around events."""

    def __init__(self, archive: ClipArchive, media: Path) -> None:
        self._archive = archive
        self._media = media

    def pieces(self, camera: str, since: datetime, until: datetime) -> Sequence[Piece]:
        found = []
        for c in self._archive.newest(limit=None, camera=camera, since=since, until=until):
            path = self._path(c.path)
            lost = "" if path.is_file() else _GONE
            found.append(
                Piece(c.id, c.camera, path, c.start, c.end, c.size_bytes, c.sha256, lost=lost)
            )
        return found

    def gaps(self, camera: str, since: datetime, until: datetime) -> Sequence[Gap]:  # noqa: ARG002
        return ()  # nobody promised that anything would happen

    def _path(self, name: str) -> Path:
        path = (self._media / name).resolve()
        if not path.is_relative_to(self._media.resolve()):
            raise StorageError(
                "A clip points outside the media folder.",
                fix="Somebody changed the database; restore a backup.",
            )
        return path


class ContinuousFootage:
    """What was recorded all the time, on whichever disk it lies now."""

    def __init__(self, footage: Continuous) -> None:
        self._footage = footage

    def pieces(self, camera: str, since: datetime, until: datetime) -> Sequence[Piece]:
        return [self._piece(one) for one in self._footage.find(camera, since, until)]

    def gaps(self, camera: str, since: datetime, until: datetime) -> Sequence[Gap]:
        missing = self._footage.gaps(camera, since, until)
        return [Gap(one.camera, one.start, one.end, one.reason) for one in missing]

    def _piece(self, s: Segment) -> Piece:
        path, lost = Path(s.path), ""
        try:
            path = self._footage.path(s)
        except StorageError:  # the other pieces are there all the same
            lost = _AWAY
        else:
            if not path.is_file():
                folder = path.parents[len(Path(s.path).parts) - 1]
                lost = _GONE if reachable(folder, s.path) else _AWAY
        return Piece(s.id, s.camera, path, s.start, s.end, s.size_bytes, s.sha256, True, lost)


class AllFootage:
    """Several kinds of recordings as one."""

    def __init__(self, *kinds: Footage) -> None:
        self._kinds = kinds

    def pieces(self, camera: str, since: datetime, until: datetime) -> Sequence[Piece]:
        return [piece for kind in self._kinds for piece in kind.pieces(camera, since, until)]

    def gaps(self, camera: str, since: datetime, until: datetime) -> Sequence[Gap]:
        return [gap for kind in self._kinds for gap in kind.gaps(camera, since, until)]
