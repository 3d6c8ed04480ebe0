"""What the store remembers of each model file: the sum of its first arrival, and the last check."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from omnisight_desktop.services.models.part import disk_faults_in_words
from omnisight_desktop.storage.file import put_in_place


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that came without a sum to compare with: what its sum was, from where, and when."""

    sha256: str
    size: int
    source: str
    at: str


@dataclass(frozen=True, slots=True)
class Checked:
    """The sum of a file as it lay there, which holds until the file changes."""

    path: str
    size: int
    changed_ns: int
    sha256: str


class Record:
    """The notes on one model, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._arrival = folder / "arrival.json"
        self._checked = folder / "checked.json"

    @property
    def arrival(self) -> Arrival | None:
        """The first arrival, if there was one without a sum."""
        try:
            return Arrival(**_read(self._arrival))
        except (OSError, ValueError, TypeError):
            return None

    def arrived(self, arrival: Arrival) -> None:
        """Remember what came."""
        with disk_faults_in_words(self._arrival):
            _write(self._arrival, asdict(arrival))

    def checked(self, path: Path) -> str | None:
        """The sum of a file as it was last found, if the file is still the same."""
        try:
            last = Checked(**_read(self._checked))
            return last.sha256 if _as_it_is(path, last.sha256) == last else None
        except (OSError, ValueError, TypeError):
            return None

    def note(self, path: Path, sha256: str) -> None:
        """Remember the sum of a file; where that cannot be written, it is found again each time."""
        with suppress(OSError):
            _write(self._checked, asdict(_as_it_is(path, sha256)))


def _as_it_is(path: Path, sha256: str) -> Checked:
    found = path.stat()
    return Checked(os.fsencode(path).hex(), found.st_size, found.st_mtime_ns, sha256)


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _write(path: Path, value: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.new")
    part.write_text(json.dumps(value), encoding="utf-8")
    put_in_place(part, path)
