"""Model files out of a folder of copies: known by their sums or, where nobody states one, by name."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from threading import Event

from omnisight_desktop.core.errors import Cancelled, DiskFull, NotFound, OmniSightError
from omnisight_desktop.perception.manifest import Entry
from omnisight_desktop.perception.weights import is_there
from omnisight_desktop.services.models.part import sum_of
from omnisight_desktop.services.models.progress import Job, Tell, silent
from omnisight_desktop.services.models.shelf import State
from omnisight_desktop.services.models.store import Store


class Fate(StrEnum):
    """What became of a file that was offered."""

    IMPORTED = "imported"
    ALREADY = "already there"
    UNKNOWN = "unknown"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Offered:
    """One file of the folder, which model it is, and what became of it."""

    path: Path
    fate: Fate
    entry: Entry | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    path: Path
    sha256: str
    entry: Entry | None
    certain: bool


def bring_in(
    store: Store, folder: Path, *, tell: Tell = silent, stop: Event | None = None
) -> list[Offered]:
    """Copy what is known out of a folder into the store; the folder stays as it is."""
    if not folder.is_dir():
        raise NotFound(f"There is no folder {folder}.", fix="Name the folder that holds the files.")
    stop = stop or Event()
    refused: list[Offered] = []
    found: list[_Found] = []
    for path in _files(folder, refused):
        try:
            found.append(_recognise(store, path, Job(path.name, tell, stop)))
        except Cancelled:
            raise
        except OmniSightError as error:
            refused.append(Offered(path, Fate.REFUSED, reason=error.reason))
    # A file that is surely the right one goes before one that only has the name.
    found.sort(key=lambda one: not one.certain)
    brought = [_bring(store, one, Job(one.path.name, tell, stop)) for one in found]
    return sorted((*brought, *refused), key=lambda one: os.fsencode(one.path))


def _files(folder: Path, refused: list[Offered]) -> Iterator[Path]:
    def closed(error: OSError) -> None:
        reason = f"{error.strerror or error}."
        refused.append(Offered(Path(os.fsdecode(error.filename)), Fate.REFUSED, reason=reason))

    for place, folders, names in os.walk(folder, onerror=closed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place) / name
            if is_there(path):
                yield path
            else:
                refused.append(Offered(path, Fate.UNKNOWN, reason="Empty, or no plain file."))


def _recognise(store: Store, path: Path, job: Job) -> _Found:
    found = sum_of(path, job)
    entries = store.manifest.entries
    for entry in entries:
        if found in entry.sums:
            return _Found(path, found, entry, True)
    for entry in entries:
        if path.name in entry.names:
            return _Found(path, found, entry, False)
    return _Found(path, found, None, False)


def _bring(store: Store, one: _Found, job: Job) -> Offered:
    entry = one.entry
    if entry is None:
        return Offered(one.path, Fate.UNKNOWN, reason="Neither its sum nor its name is known.")
    if not one.certain and not entry.by_name_alone(one.path.name):
        return Offered(
            one.path,
            Fate.REFUSED,
            entry,
            f"It has the name of '{entry.name}', but not its sum.",
        )
    try:
        now = store.shelf.standing(entry, job)
        if now.state in (State.PRESENT, State.UNPINNED):
            return Offered(one.path, Fate.ALREADY, entry, now.reason)
        store.bring(entry, one.path, job, sha256=one.sha256, source=f"import of {one.path.name}")
    except (Cancelled, DiskFull):
        raise
    except OmniSightError as error:
        return Offered(one.path, Fate.REFUSED, entry, error.reason)
    return Offered(one.path, Fate.IMPORTED, entry)
