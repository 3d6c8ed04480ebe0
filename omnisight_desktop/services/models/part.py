"""A file that is not whole yet: what is known of it so far, and the sum of what there is."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from omnisight_desktop.core.errors import DiskFull, StorageError
from omnisight_desktop.services.models.progress import Doing, Job
from omnisight_desktop.storage.file import disk_fault

CHUNK = 1 << 18


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the beginning of a file came from, and the mark by which the server knows that version."""

    url: str
    mark: str = ""


class PartFile:
    """The beginning of a file, kept so that it can go on where it stopped."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._note = path.with_name(f"{path.name}.json")

    @property
    def size(self) -> int:
        """How much of it is there."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0

    @property
    def origin(self) -> Origin | None:
        """Where it came from, as far as that was noted."""
        try:
            return Origin(**json.loads(self._note.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def begin(self, origin: Origin) -> None:
        """Start over, from that origin."""
        with disk_faults_in_words(self.path):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_bytes(b"")
            self._note.write_text(json.dumps(asdict(origin)), encoding="utf-8")

    def discard(self) -> None:
        """Forget what there is."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
        self.forget_origin()

    def forget_origin(self) -> None:
        """Drop the note, once the file has gone where it belongs."""
        with suppress(OSError):
            self._note.unlink(missing_ok=True)


def sum_of(path: Path, job: Job) -> str:
    """The SHA-256 sum of a file."""
    digest = hashlib.sha256()
    done = 0
    with disk_faults_in_words(path):
        total = path.stat().st_size
        with path.open("rb") as file:
            while block := file.read(CHUNK):
                digest.update(block)
                done += len(block)
                job.step(Doing.CHECK, done, total)
    return digest.hexdigest()


@contextmanager
def disk_faults_in_words(path: Path) -> Iterator[None]:
    """Map what the disk refuses to what a person can act on."""
    try:
        yield
    except OSError as error:
        raise in_words(error, path) from error


def in_words(error: OSError, path: Path) -> StorageError:
    """One refusal of the disk; with no room left, what came so far is kept."""
    fault = disk_fault(error, path)
    if isinstance(fault, DiskFull):
        return DiskFull(fault.reason, fix="Free some space and pull again: it goes on from there.")
    return fault
