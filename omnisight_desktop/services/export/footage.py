"""Where film comes from: the one port that an export takes footage through, and the clips behind it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from omnisight_desktop.core.errors import StorageError
from omnisight_desktop.services.footage import Footage as ContinuousFootage
from omnisight_desktop.storage.clips import ClipArchive


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


class Footage(Protocol):
    """Knows what was recorded."""

    def pieces(self, camera: str, since: datetime, until: datetime) -> Sequence[Piece]:
        """Everything that shows any of that stretch of time; pieces may overlap, in any order."""
        ...


class ClipFootage:
    """What was recorded around events."""

    def __init__(self, archive: ClipArchive, media: Path) -> None:
        self._archive = archive
        self._media = media

    def pieces(self, camera: str, since: datetime, until: datetime) -> Sequence[Piece]:
        found = self._archive.newest(limit=None, camera=camera, since=since, until=until)
        return [
            Piece(c.id, c.camera, self._path(c.path), c.start, c.end, c.size_bytes, c.sha256)
            for c in found
        ]

    def _path(self, name: str) -> Path:
        path = (self._media / name).resolve()
        if not path.is_relative_to(self._media.resolve()):
            raise StorageError(
                "A clip points outside the media folder.",
                fix="Somebody changed the database; restore a backup.",
            )
        return path


class AllFootage:
    """Several kinds of recordings as one."""

    def __init__(self, *kinds: Footage) -> None:
        self._kinds = kinds

    def pieces(self, camera: str, since: datetime, until: datetime) -> Sequence[Piece]:
        return [piece for kind in self._kinds for piece in kind.pieces(camera, since, until)]


class SteadyFootage:
    """What was recorded without a break."""

    def __init__(self, footage: ContinuousFootage) -> None:
        self._footage = footage

    def pieces(self, camera: str, since: datetime, until: datetime) -> Sequence[Piece]:
        found = []
        for one in self._footage.find(camera, since, until):
            with suppress(StorageError):  # it lies in a place that is not set any more
                path = self._footage.path(one)
                found.append(
                    Piece(one.id, one.camera, path, one.start, one.end, one.size_bytes, one.sha256)
                )
        return found
