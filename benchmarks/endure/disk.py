"""A disk of its own, small enough to be filled."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_BLOCK = bytes(1 << 20)


class Disk:
    """A folder; where it lies on a disk of its own, that can be filled."""

    def __init__(self, folder: Path, why_not: str) -> None:
        self.folder = folder
        self.why_not = why_not  # why it cannot be filled, if so
        self._ballast = folder / "ballast"

    def fill(self) -> None:
        """Leave no byte free."""
        with suppress(OSError), self._ballast.open("ab", buffering=0) as file:
            while file.write(_BLOCK):
                pass
        with suppress(OSError), self._ballast.open("ab", buffering=0) as file:
            while file.write(_BLOCK[:4096]):
                pass

    def free(self) -> None:
        """Somebody tidied up."""
        self._ballast.unlink(missing_ok=True)


@contextmanager
def small_disk(place: Path, megabytes: int) -> Iterator[Disk]:
    """A disk in memory, where this system lets us have one."""
    folder = place / "disk"
    folder.mkdir()
    why_not = _mounted(folder, megabytes)
    try:
        yield Disk(folder, why_not)
    finally:
        if not why_not:
            subprocess.run(["umount", "-l", str(folder)], check=False)


def _mounted(folder: Path, megabytes: int) -> str:
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "only root may mount a small disk"
    mount = shutil.which("mount")
    if mount is None:
        return "there is no mount here"
    command = [mount, "-t", "tmpfs", "-o", f"size={megabytes}m", "none", str(folder)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    return "" if done.returncode == 0 else (done.stderr.strip() or "it could not be mounted")
