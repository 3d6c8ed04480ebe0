"""What somebody wants exported, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from omnisight_desktop.core.clock import utc
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.pipeline.film.order import Stretch
from omnisight_desktop.services.export.footage import Piece
from omnisight_desktop.services.filename import Template

#: How films are called if nobody says otherwise.
USUAL_NAMES = Template("{camera} {start}")


class Draw(StrEnum):
    """What can be drawn into pictures."""

    BOXES = "boxes"
    NAMES = "names"
    TIME = "time"


class Hide(StrEnum):
    """Who is made unrecognisable."""

    NOBODY = "nobody"
    OTHERS = "others"  # everybody that was followed, but those who are kept
    ALL_ELSE = "all_else"  # the whole picture, but those who are kept


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """A stretch of time at some cameras (ids), and what is to be done to it."""

    cameras: tuple[str, ...]
    since: datetime
    until: datetime
    draw: frozenset[Draw] = frozenset()
    hide: Hide = Hide.NOBODY
    keep: tuple[str, ...] = ()  # tracks and people that stay recognisable
    only: tuple[str, ...] = ()  # hide such things only, as ``person``; else whatever was followed
    sound: bool = True
    names: Template = USUAL_NAMES
    by: str = ""  # who hands it out, for what is sealed

    @property
    def changes(self) -> bool:
        """Whether pictures are changed: then they are encoded anew, else copied."""
        return bool(self.draw) or self.hide is not Hide.NOBODY


@dataclass(frozen=True, slots=True)
class Film:
    """A file that shows a camera; its size and sum are known once it lies where it was wanted."""

    id: str
    camera: str
    file: Path
    stretches: tuple[Stretch, ...]
    sources: tuple[Piece, ...]
    size_bytes: int = 0
    sha256: str = ""
    matroska: bool = False  # MP4 has no place for what the camera sends
    silent: bool = False  # its sound could not be taken along

    @property
    def suffix(self) -> str:
        """How its name ends."""
        return ".mkv" if self.matroska else ".mp4"

    @property
    def start(self) -> datetime:
        """The moment of its first picture."""
        return self.stretches[0].start

    @property
    def end(self) -> datetime:
        """When its last picture goes."""
        return self.stretches[-1].end


@dataclass(frozen=True, slots=True)
class Pause:
    """A part of the time that was asked for of which nothing is shown, and why."""

    camera: str
    start: datetime
    end: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Unshown:
    """A recording that could not be shown, or not to its end, and why."""

    piece: Piece
    reason: str


@dataclass(frozen=True, slots=True)
class Exported:
    """What was handed out, and what is missing in it."""

    target: Path
    films: tuple[Film, ...]
    pauses: tuple[Pause, ...]
    unshown: tuple[Unshown, ...]
    manifest: Path | None = None  # where it is told what each file is
    key_words: str = ""  # of the key that it is sealed with


def insist_sensible(request: ExportRequest) -> ExportRequest:
    """The request with its times in UTC; a UsageError says what cannot be done."""
    since, until = utc(request.since), utc(request.until)
    if not request.cameras:
        raise UsageError("No camera is named.", fix="See 'omnisight cameras list'.")
    if since >= until:
        raise UsageError("The time to export ends before it begins.", fix="Swap the two times.")
    if request.keep and request.hide is Hide.NOBODY:
        raise UsageError(
            "Nobody is hidden, so nobody has to be kept.", fix="Say who is to be hidden, too."
        )
    if request.only and request.hide is not Hide.OTHERS:
        raise UsageError("Kinds of things narrow only which others are hidden.")
    _insist_distinct(request.cameras)
    return request


def _insist_distinct(cameras: Sequence[str]) -> None:
    if len(set(cameras)) != len(cameras):
        raise UsageError("A camera is named twice.", fix="Name each camera once.")
