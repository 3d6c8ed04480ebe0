"""Files that somebody reads just now: who would move or remove one sees it and waits."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from omnisight_desktop.storage.file import disk_fault

if os.name == "posix":
    import fcntl

    def _lock(descriptor: int, *, shared: bool) -> bool:
        # Who moves a file is done with it in a moment; who reads one may take hours.
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH if shared else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a disk that knows no locks, such as some in the network
            return True
        return True

else:  # there nobody can rename or remove what somebody has open

    def _lock(descriptor: int, *, shared: bool) -> bool:  # noqa: ARG001
        return True


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """As long as the block lasts, the file stays where it is; programs all over the house see that."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise disk_fault(error, path) from error
    try:
        _lock(descriptor, shared=True)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def alone(path: Path) -> Iterator[bool]:
    """Whether nobody reads the file; then nobody begins to, as long as the block lasts."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        yield True
        return
    except OSError:
        yield False
        return
    try:
        yield _lock(descriptor, shared=False)
    finally:
        os.close(descriptor)
