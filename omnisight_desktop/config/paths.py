"""Where one installation keeps its things: one folder, and a fixed name for each thing in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

from omnisight_desktop.core.errors import StorageError

#: Nobody but the owner of the account may look at what the cameras saw.
_PRIVATE = 0o700


@dataclass(frozen=True, slots=True)
class Paths:
    """The data folder of one installation and everything that lies in it."""

    root: Path

    @classmethod
    def default(cls) -> Paths:
        """The folder that this computer's system provides for the user's data."""
        return cls(platformdirs.user_data_path("omnisight", appauthor=False))

    @property
    def settings_file(self) -> Path:
        """What the user set, as TOML."""
        return self.root / "settings.toml"

    @property
    def secrets_file(self) -> Path:
        """Secrets, where the system has no keyring to keep them."""
        return self.root / "secrets.json"

    @property
    def database(self) -> Path:
        """The memory: SQLite."""
        return self.root / "omnisight.db"

    @property
    def rules(self) -> Path:
        """People's own rules, a file for each camera."""
        return self.root / "rules"

    @property
    def media(self) -> Path:
        """Pictures and footage; stored paths are relative to it."""
        return self.root / "media"

    @property
    def clips(self) -> Path:
        """Footage of events."""
        return self.media / "clips"

    @property
    def exports(self) -> Path:
        """What was exported without saying where to."""
        return self.root / "exports"

    @property
    def models(self) -> Path:
        """Model files that were pulled or imported."""
        return self.root / "models"

    @property
    def lighter(self) -> Path:
        """Networks in whole numbers that were made here."""
        return self.models / "int8"

    @property
    def ready(self) -> Path:
        """Networks as they are run, made here of weights that are published in another form."""
        return self.models / "ready"

    @property
    def backups(self) -> Path:
        """Copies of the database, taken before it is changed in kind."""
        return self.root / "backups"

    @property
    def journal(self) -> Path:
        """What was seen while the database was slow or locked."""
        return self.root / "journal"

    @property
    def vectors(self) -> Path:
        """What is found by its meaning; a cache over the database, which may be deleted."""
        return self.root / "vectors"

    @property
    def logs(self) -> Path:
        """The program's own diary."""
        return self.root / "logs"

    @property
    def door(self) -> Path:
        """The local socket of the running program, through which other commands write."""
        return self.root / "door"

    @property
    def tmp(self) -> Path:
        """Unfinished work; anything in it may be deleted at start."""
        return self.root / "tmp"

    @property
    def lock(self) -> Path:
        """Held by the one program that owns the folder."""
        return self.root / "owner.lock"

    @property
    def pause(self) -> Path:
        """Until when nothing is to be watched, while somebody wants that."""
        return self.root / "pause.json"

    @property
    def arming(self) -> Path:
        """Since when nobody is told what happens, while or after somebody wanted that."""
        return self.root / "arming.json"

    @property
    def folders(self) -> tuple[Path, ...]:
        """Every folder of the installation, the outer ones first."""
        return (
            self.root,
            self.rules,
            self.media,
            self.clips,
            self.exports,
            self.models,
            self.backups,
            self.journal,
            self.logs,
            self.door,
            self.tmp,
        )

    def make(self) -> Paths:
        """Make the folders that are missing, for the user's eyes only."""
        for folder in self.folders:
            try:
                folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
            except OSError as error:
                raise StorageError(
                    f"The folder {folder} cannot be made: {error.strerror or error}.",
                    fix="Choose another data folder with --data, or change its permissions.",
                ) from error
        return self
