"""Fills the disk under a writer, and says as JSON what became of it; runs as a process of its own."""

from __future__ import annotations

import json
import resource
import sqlite3
import sys
from contextlib import closing, suppress
from dataclasses import replace
from itertools import count
from pathlib import Path

from omnisight_desktop.core.errors import DiskFull, StorageError
from omnisight_desktop.core.registry import Health
from omnisight_desktop.storage.backup import backup
from omnisight_desktop.storage.check import check
from omnisight_desktop.storage.file import examine
from omnisight_desktop.storage.journal import Journal
from omnisight_desktop.storage.migrate import upgrade
from tests.storage.doomed import event, writing

LEFT_BYTES = 400_000


class SmallDisk:
    """A disk of a few megabytes, on which something else takes up most of the room."""

    def __init__(self, folder: Path) -> None:
        self._ballast = folder / "ballast"

    def fill(self) -> None:
        """Leave little room."""
        with self._ballast.open("wb", buffering=0) as file:
            with suppress(OSError):
                while True:
                    file.write(bytes(4096))
            file.truncate(max(0, self._ballast.stat().st_size - LEFT_BYTES))

    def free(self) -> None:
        """Somebody tidied up."""
        self._ballast.unlink()


class SmallFiles:
    """Where no disk can be mounted: a limit to the length of every file, which fails alike."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def fill(self) -> None:
        """Let no file grow much longer than the longest one is."""
        longest = max(p.stat().st_size for p in self._folder.rglob("*") if p.is_file())
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (longest + LEFT_BYTES // 2, hard))

    def free(self) -> None:
        """Let them grow again."""
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


def main(folder: Path, disk: SmallDisk | SmallFiles) -> dict[str, object]:
    """Write until it fails, make room, write again, and look what is there."""
    path = folder / "omnisight.db"
    upgrade(path, folder / "backups")
    committed: list[str] = []
    with writing(folder) as writer:
        writer.commit(event("before", 0))
        disk.fill()
        trouble = None
        for number in count():
            try:
                long = replace(event(f"full-{number}", number), text=f"{number} words " * 2000)
                writer.commit(long, timeout_s=3.0)
            except StorageError as error:
                trouble = error
                break
            committed.append(f"full-{number}")
        no_backup = backup_fails(path, folder)
        disk.free()
        writer.commit(event("after", 1), timeout_s=30.0)
    with closing(sqlite3.connect(path)) as connection:
        stored = {row[0] for row in connection.execute("SELECT id FROM person_events")}
    return {
        "trouble": type(trouble).__name__,
        "words": str(trouble),
        "committed": len(committed),
        "lost": sorted({"before", "after", *committed} - stored),
        "faults": examine(path),
        "journal_empty": Journal(folder / "journal").empty,
        "wrong": [
            one.name
            for one in check(path, folder / "media", repair=False)
            if one.state is not Health.OK
        ],
        "no_backup": no_backup,
        "leftovers": sorted(p.name for p in folder.rglob("*.part*")),
    }


def backup_fails(path: Path, folder: Path) -> str:
    """What a backup says while there is no room."""
    try:
        backup(path, folder / "copy.db")
    except DiskFull as error:
        return error.reason
    except StorageError as error:
        return f"another word: {error.reason}"
    return ""


if __name__ == "__main__":
    place = Path(sys.argv[1])
    small = SmallDisk(place) if sys.argv[2] == "disk" else SmallFiles(place)
    sys.stdout.write(json.dumps(main(place, small)))
