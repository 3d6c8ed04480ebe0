"""Model files on this machine: first in the folder that was chosen, then in the user's own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from omnisight_desktop.core.errors import ModelMissing, NotFound
from omnisight_desktop.perception.manifest import Manifest


@dataclass(frozen=True, slots=True)
class Weights:
    """The folders where model files may lie, in order, and the names they go by."""

    folders: tuple[Path, ...]
    manifest: Manifest

    def find(self, name: str) -> Path:
        """The file of a model: of an entry, of a file in one of the folders, or of a whole path."""
        path = self.look(name)
        if path is not None:
            return path
        try:
            entry = self.manifest.get(name)
        except NotFound as error:
            raise ModelMissing(
                f"There is no model '{name}' on this machine.",
                fix="Give the path of a model file, or a name out of 'omnisight models list'.",
            ) from error
        raise ModelMissing(
            f"The model '{name}' ({entry.role}) is not on this machine.",
            fix=f"Get it with 'omnisight models pull {name}'.",
        )

    def look(self, name: str) -> Path | None:
        """The same, or nothing where there is none."""
        try:
            names = self.manifest.get(name).names
        except NotFound:
            if Path(name).name != name:
                path = _from_home(Path(name))
                return path if is_there(path) else None
            names = (name,)
        for folder in self.folders:
            for file in names:
                if is_there(folder / file):
                    return folder / file
        return None


def search_order(chosen: Path | None, own: Path) -> tuple[Path, ...]:
    """Where to look: the folder that the settings or the environment name, then the user's own."""
    if chosen is None:
        return (own,)
    return tuple(dict.fromkeys((_from_home(chosen).absolute(), own.absolute())))


def is_there(path: Path) -> bool:
    """Whether a file with something in it lies there; what may not be looked at is not there."""
    try:
        return path.is_file() and path.stat().st_size > 0
    except (OSError, ValueError):
        return False


def _from_home(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:  # the home of a user that this machine does not know
        return path
