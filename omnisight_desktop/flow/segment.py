"""A named piece of shared memory that is surely removed, however its owner ends.

The owner removes it when it closes or exits; when it is killed, Python's resource tracker does, and
when that is killed, too, the next owner finds what nobody holds any more.
"""

from __future__ import annotations

import errno
import mmap
import os
import secrets
import sys
import time
import weakref
from contextlib import suppress
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path

from omnisight_desktop.core.errors import BackendUnavailable, NotFound

if sys.platform != "win32":
    import _posixshmem
    import fcntl

_PREFIX = "omnisight-"
_SHELF = Path("/dev/shm")  # where Linux shows shared memory as files
_NEWBORN_S = 60.0  # a younger segment may not have been locked by its owner yet


class Segment:
    """Shared memory of a fixed size; the owner writes, others only read.

    The class of the standard library makes and removes it but does not map it: in Python 3.11 whoever
    attaches with that class becomes an owner in the eyes of its resource tracker, and it cannot be
    let go while somebody still holds a view.
    """

    def __init__(self, name: str, memory: mmap.mmap) -> None:
        self.name = name
        self.memory = memory
        self._release: weakref.finalize[[SharedMemory, int], Segment] | None = None

    @classmethod
    def create(cls, size_bytes: int) -> Segment:
        """Own a fresh one, all zeros, with every page really there."""
        sweep()
        name = f"{_PREFIX}{secrets.token_hex(6)}"
        title = SharedMemory(name, create=True, size=size_bytes)
        try:
            lock, memory = _own(name, size_bytes)
        except OSError as error:
            title.close()
            title.unlink()
            if error.errno not in (errno.ENOSPC, errno.ENOMEM):
                raise
            raise BackendUnavailable(
                f"There is no room for {size_bytes / 1e6:.0f} MB of shared memory.",
                fix="Give /dev/shm more room; for a container that is --shm-size.",
            ) from error
        title.close()
        segment = cls(name, memory)
        segment._release = weakref.finalize(segment, _remove, title, lock)
        return segment

    @classmethod
    def attach(cls, name: str) -> Segment:
        """Look into the one that somebody else owns."""
        try:
            return cls(name, _map(name))
        except (FileNotFoundError, ValueError) as error:
            raise NotFound(
                f"There is no shared memory called {name}; its owner is gone."
            ) from error

    def close(self) -> None:
        """Let go of it; the owner's end is the end of its name. A view that is still held stays valid."""
        if self._release is not None:
            self._release()
        with suppress(BufferError):
            self.memory.close()


def sweep() -> list[str]:
    """Remove what was left by owners that were killed together with everything around them."""
    gone: list[str] = []
    if sys.platform == "linux":
        for path in _SHELF.glob(f"{_PREFIX}*"):
            with suppress(OSError):  # somebody lives in it, or it is another user's
                if time.time() - path.stat().st_ctime > _NEWBORN_S and _unheld(path):
                    path.unlink()
                    gone.append(path.name)
    return gone


if sys.platform == "win32":  # a segment lives as long as anybody maps it, and not longer

    def _own(name: str, size_bytes: int) -> tuple[int, mmap.mmap]:
        return -1, mmap.mmap(-1, size_bytes, tagname=name)

    def _map(name: str) -> mmap.mmap:
        title = SharedMemory(name)
        try:
            return mmap.mmap(-1, title.size, tagname=name, access=mmap.ACCESS_READ)
        finally:
            title.close()

else:

    def _own(name: str, size_bytes: int) -> tuple[int, mmap.mmap]:
        handle = _posixshmem.shm_open(f"/{name}", os.O_RDWR, mode=0o600)
        try:
            if hasattr(os, "posix_fallocate"):
                # Without it a full /dev/shm shows at the first write: as a SIGBUS.
                os.posix_fallocate(handle, 0, size_bytes)
            with suppress(OSError):  # not every system locks shared memory
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return handle, mmap.mmap(handle, size_bytes)
        except BaseException:
            os.close(handle)
            raise

    def _map(name: str) -> mmap.mmap:
        handle = _posixshmem.shm_open(f"/{name}", os.O_RDONLY, mode=0)
        try:
            return mmap.mmap(handle, 0, access=mmap.ACCESS_READ)
        finally:
            os.close(handle)

    def _unheld(path: Path) -> bool:
        """The owner's lock goes with the owner, also when it is killed."""
        handle = os.open(path, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        finally:
            os.close(handle)


def _remove(title: SharedMemory, lock: int) -> None:
    with suppress(FileNotFoundError):
        title.unlink()
    if lock >= 0:
        os.close(lock)
