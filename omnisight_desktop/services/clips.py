"""Clips: finding them, and handing out copies."""

from __future__ import annotations

import shutil
from pathlib import Path

from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.errors import NotFound, StorageError
from omnisight_desktop.services.handout import whole_file
from omnisight_desktop.storage.clips import ClipArchive


class Clips:
    """The clips of one installation."""

    def __init__(self, archive: ClipArchive, media: Path) -> None:
        self._archive = archive
        self._media = media

    def newest(self, limit: int = 50, camera: str | None = None) -> list[Clip]:
        """The newest clips first."""
        return self._archive.newest(limit=limit, camera=camera)

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

    def export(self, clip_id: str, target: Path) -> Path:
        """Copy a clip; a folder gets a file with a telling name. Nothing half is left behind."""
        clip = self.get(clip_id)
        source = self.path(clip)
        if target.is_dir():
            target = target / f"{clip.camera} {clip.start.astimezone():%Y-%m-%d %H-%M-%S}.mp4"
        with whole_file(target) as part:
            shutil.copyfile(source, part)
        return target
