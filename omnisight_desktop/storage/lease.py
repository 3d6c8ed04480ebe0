"""Files that somebody reads just now: who would move or remove one sees it and waits.

Who reads many lays hold of the folders they lie in: there may be tens of thousands, and a program may
have only so many open.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
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


_FOLDERS = os.name == "posix"  # elsewhere a folder cannot be opened
_MOST_OPEN = 4000  # of the 8192 files that Windows lets a program have


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """As long as the block lasts, the file stays where it is, or every file of a folder does.

    Programs all over the house see that.
    """
    try:
        descriptor = _open(path)
    except OSError as error:
        raise disk_fault(error, path) from error
    try:
        _lock(descriptor, shared=True)
        yield
    finally:
        os.close(descriptor)


def places(paths: Iterable[Path]) -> set[Path]:
    """What to lay hold of, so that all of these stay where they are."""
    if _FOLDERS:
        return {path.parent for path in paths}
    return set(sorted(paths)[:_MOST_OPEN])


@contextmanager
def alone(path: Path) -> Iterator[bool]:
    """Whether nobody reads the file; then nobody begins to, as long as the block lasts."""
    with ExitStack() as stack:
        held = (path, path.parent) if _FOLDERS else (path,)
        yield all([_is_free(place, stack) for place in held])


def _is_free(place: Path, stack: ExitStack) -> bool:
    try:
        descriptor = _open(place)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    stack.callback(os.close, descriptor)
    return _lock(descriptor, shared=False)


def _open(path: Path) -> int:
    return os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
