"""Clips: finding them, handing out copies, and looking after their files."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.errors import Cancelled, NotFound, StorageError, UsageError
from omnisight_desktop.services.filename import Template, told_of
from omnisight_desktop.services.handout import whole_file
from omnisight_desktop.services.playback import (
    Playback,
    Tell,
    Verdict,
    convert,
    playback_of,
    sum_of,
    verdict_on,
)
from omnisight_desktop.services.shape import written
from omnisight_desktop.storage.clips import ClipArchive
from omnisight_desktop.storage.file import disk_fault

_NAMED = Template("{camera} {start}")


@dataclass(frozen=True, slots=True)
class ClipFilter:
    """Which clips are wanted; what is left out does not narrow. Ids, not names."""

    events: tuple[str, ...] = ()
    camera: str | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """A copy of a clip, in a folder with others."""

    clip: Clip
    file: Path
    sha256: str
    events: tuple[str, ...]
    converted: bool

    @property
    def intact(self) -> bool | None:
        """Whether the copy is what was recorded, to the byte; None where that cannot be told."""
        if self.converted or not self.clip.sha256:
            return None
        return self.sha256 == self.clip.sha256


class Clips:
    """The clips of one installation."""

    def __init__(self, archive: ClipArchive, media: Path) -> None:
        self._archive = archive
        self._media = media

    def newest(self, limit: int = 50, camera: str | None = None) -> list[Clip]:
        """The newest clips first."""
        return self._archive.newest(limit=limit, camera=camera)

    def find(self, wanted: ClipFilter, limit: int | None = None) -> list[Clip]:
        """The clips that are wanted, newest first."""
        if not wanted.events:
            return self._archive.newest(
                limit=limit, camera=wanted.camera, since=wanted.since, until=wanted.until
            )
        found = {clip.id: clip for event in wanted.events for clip in self.of_event(event)}
        fits = [clip for clip in found.values() if _fits(clip, wanted)]
        return sorted(fits, key=lambda clip: (clip.start, clip.id), reverse=True)[:limit]

    def of_event(self, event_id: str) -> list[Clip]:
        """What shows an event: its own clip, or those of the visit that it belongs to."""
        clips = self._archive.of_event(event_id)
        if clips is None:
            raise NotFound(f"There is no event '{event_id}'.", fix="See 'omnisight events list'.")
        return clips

    def events_of(self, clips: Sequence[Clip]) -> dict[str, list[str]]:
        """The ids of the events that each clip shows, by the clip's id."""
        return self._archive.events_of([clip.id for clip in clips])

    def get(self, clip_id: str) -> Clip:
        """One clip."""
        clip = self._archive.get(clip_id)
        if clip is None:
            raise NotFound(f"There is no clip '{clip_id}'.", fix="See 'omnisight clips list'.")
        return clip

    def path(self, clip: Clip) -> Path:
        """Where the file lies."""
        path = (self._media / clip.path).resolve()
        if not path.is_relative_to(self._media.resolve()):
            raise StorageError(f"The clip '{clip.id}' points outside the media folder.")
        if not path.is_file():
            raise StorageError(
                f"The file of clip '{clip.id}' is gone.", fix="See 'omnisight db check'."
            )
        return path

    def playback(self, clip: Clip) -> Playback:
        """Whether a clip plays everywhere; if not, why, and what helps."""
        return playback_of(self.path(clip), clip.id)

    def verify(self, clip: Clip, *, decode: bool = True) -> Verdict:
        """Whether the file of a clip is what was recorded, and shows it."""
        try:
            path: Path | None = self.path(clip)
        except StorageError:
            path = None
        return verdict_on(clip, path, decode=decode)

    def export(self, clip_id: str, target: Path) -> Path:
        """Copy a clip; a folder gets a file with a telling name. Nothing half is left behind."""
        clip = self.get(clip_id)
        source = self.path(clip)
        target = _placed(clip, target, clip.camera, source.suffix)
        with whole_file(target) as part:
            _copy(source, part)
        return target

    def converted(self, clip_id: str, target: Path, tell: Tell = lambda _: True) -> Path:
        """A copy that plays everywhere: plain where the clip does so already, else in H.264.

        ``tell`` hears which share is done and says whether to go on.
        """
        clip = self.get(clip_id)
        source = self.path(clip)
        if playback_of(source, clip_id).plays_everywhere:
            return self.export(clip_id, target)
        target = _placed(clip, target, clip.camera, ".mp4")
        with whole_file(target) as part:
            convert(source, part, tell)
        return target

    def export_all(
        self,
        clips: Sequence[Clip],
        folder: Path,
        names: Mapping[str, str],
        *,
        playable: bool = False,
        tell: Tell = lambda _: True,
    ) -> tuple[list[Exported], Path]:
        """Copy clips into a folder, oldest first, and say in a manifest what each file is.

        ``names`` are those of the cameras. The manifest is written last, when all of it is true.
        """
        if folder.exists() and not folder.is_dir():
            raise UsageError(f"{folder} is a file; several clips need a folder.")
        events = self.events_of(clips)
        done: list[Exported] = []
        try:
            for clip in sorted(clips, key=lambda clip: (clip.start, clip.id)):

                def told(share: float, before: int = len(done)) -> bool:
                    return tell((before + share) / len(clips))

                if not told(0.0):
                    raise Cancelled("The export was stopped; nothing is left behind.")
                name = names.get(clip.camera, clip.camera)
                done.append(self._put(clip, folder, name, playable, told, tuple(events[clip.id])))
            manifest = _free(folder / "manifest.json")
            with whole_file(manifest) as part:
                part.write_text(json.dumps(manifest_of(done, names), ensure_ascii=False, indent=2))
        except BaseException:
            for one in done:  # files that no manifest tells of help nobody
                one.file.unlink(missing_ok=True)
            raise
        tell(1.0)
        return done, manifest

    def _put(
        self,
        clip: Clip,
        folder: Path,
        name: str,
        playable: bool,
        tell: Tell,
        events: tuple[str, ...],
    ) -> Exported:
        source = self.path(clip)
        converts = playable and not playback_of(source, clip.id).plays_everywhere
        suffix = ".mp4" if converts else source.suffix
        target = _free(folder / f"{_called(clip, name)}{suffix}")
        with whole_file(target) as part:
            if converts:
                convert(source, part, tell)
            else:
                _copy(source, part)
            digest = sum_of(part)
        return Exported(clip, target, digest, events, converts)


def clip_json(clip: Clip, names: Mapping[str, str], events: Sequence[str]) -> dict[str, Any]:
    """A clip for programs, with the ids of the events that it shows."""
    return {
        "id": clip.id,
        "camera": names.get(clip.camera, clip.camera),
        "start": clip.start.isoformat(),
        "end": clip.end.isoformat(),
        "seconds": round(clip.duration_s, 3),
        "bytes": clip.size_bytes,
        "sha256": clip.sha256,
        "path": clip.path,
        "protected": clip.protected,
        "events": list(events),
    }


def manifest_of(done: Sequence[Exported], names: Mapping[str, str]) -> dict[str, Any]:
    """What lies in a folder of exported clips, for people and programs who get it."""
    return {"clips": list(_lines(done, names))}


def _lines(done: Sequence[Exported], names: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for one in done:
        yield {
            "id": one.clip.id,
            "camera": names.get(one.clip.camera, one.clip.camera),
            "start": written(one.clip.start),
            "end": written(one.clip.end),
            "file": one.file.name,
            "sha256": one.sha256,
            "recorded_sha256": one.clip.sha256,
            "intact": one.intact,
            "converted": one.converted,
            "events": list(one.events),
        }


def _fits(clip: Clip, wanted: ClipFilter) -> bool:
    return (
        (wanted.camera is None or clip.camera == wanted.camera)
        and (wanted.since is None or clip.end > wanted.since)
        and (wanted.until is None or clip.start < wanted.until)
    )


def _copy(source: Path, part: Path) -> None:
    try:
        with source.open("rb") as there, part.open("wb") as here:
            while piece := there.read(1 << 20):
                here.write(piece)
    except OSError as error:
        raise disk_fault(error, part) from error


def _placed(clip: Clip, target: Path, name: str, suffix: str) -> Path:
    """A file as it is named; in a folder a telling name that is not taken."""
    return _free(target / f"{_called(clip, name)}{suffix}") if target.is_dir() else target


def _called(clip: Clip, name: str) -> str:
    return _NAMED.filled(told_of(clip, name), clip.id)


def _free(target: Path) -> Path:
    """The name itself, or with a number behind it if it is taken."""
    number, free = 1, target
    while free.exists():
        number += 1
        free = target.with_name(f"{target.stem} {number}{target.suffix}")
    return free
