"""One owner for each data folder: the program that holds its lock, and nobody else, writes there."""

from __future__ import annotations

import logging
import os
import sys
import weakref
from contextlib import suppress
from pathlib import Path
from threading import Event
from types import TracebackType

from omnisight_desktop.core.errors import DataFolderOwned, StorageError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

log = logging.getLogger(__name__)

LOCK_NAME = "owner.lock"

#: What ``owner_of`` says of an owner that has not written its pid yet.
NAMELESS = -1

#: Who only asks holds the lock for a moment, too; that is no owner, so we knock more than once.
_TRIES = 10
_BETWEEN_TRIES_S = 0.02

#: Windows forbids reading what is locked: so the byte that is locked lies far behind the pid.
_LOCKED_BYTE = 1 << 30


class Ownership:
    """The right to write in one data folder, until it is released or the process dies.

    ``untidy`` tells whether an owner before us was killed and nobody has looked after what it left.
    Who does that says so here, and who leaves something undone says that, too: an owner that
    releases an untidy folder leaves word of it to the next one.
    """

    def __init__(self, folder: Path, descriptor: int, *, untidy: bool) -> None:
        self.folder = folder
        self.pid = os.getpid()
        self.untidy = untidy
        self._descriptor: int | None = descriptor
        _all.add(self)

    @property
    def held(self) -> bool:
        """Whether the folder is still ours."""
        return self._descriptor is not None

    def release(self) -> None:
        """Let others in; doing it twice does no harm."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is None:
            return
        if not self.untidy:
            with suppress(OSError):
                os.ftruncate(descriptor, 0)
        os.close(descriptor)

    def __enter__(self) -> Ownership:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()

    def _leave_to_parent(self) -> None:
        """In a forked child: only the parent owns, and its death must free the folder."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)


def own(folder: Path) -> Ownership:
    """Become the one owner of a data folder, which is made where there is none."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(folder / LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StorageError(
            f"The data folder {folder} cannot be used: {error.strerror or error}.",
            fix="Choose another one with --data, or change its permissions.",
        ) from error
    try:
        if not _lock_soon(descriptor):
            raise _owned(folder, _pid_in(descriptor))
        untidy = os.fstat(descriptor).st_size > 0  # who leaves in order wipes out its name
        _sign(descriptor)
    except BaseException:
        os.close(descriptor)
        raise
    return Ownership(folder, descriptor, untidy=untidy)


def owner_of(folder: Path) -> int | None:
    """The pid of the program that owns the folder, if one does.

    ``NAMELESS`` when one does and has not said who it is.
    """
    try:
        descriptor = os.open(folder / LOCK_NAME, os.O_RDONLY)
    except OSError:
        return None
    try:
        return None if _lock(descriptor, shared=True) else _pid_in(descriptor)
    finally:
        os.close(descriptor)


def refuse_if_owned(folder: Path) -> None:
    """Stop here, in words, when a running program owns the folder."""
    pid = owner_of(folder)
    if pid is not None:
        raise _owned(folder, pid)


def _owned(folder: Path, pid: int) -> DataFolderOwned:
    who = "A running OmniSight" if pid == NAMELESS else f"A running OmniSight (process {pid})"
    return DataFolderOwned(
        f"{who} owns the data folder {folder}.",
        fix="Close it first, or choose another data folder with --data.",
    )


def _lock_soon(descriptor: int) -> bool:
    for _ in range(_TRIES):
        if _lock(descriptor, shared=False):
            return True
        Event().wait(_BETWEEN_TRIES_S)
    return False


def _sign(descriptor: int) -> None:
    name = f"{os.getpid()}\n".encode()
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, name)  # before the old name goes: a kill in between must show, too
        os.ftruncate(descriptor, len(name))
        os.fsync(descriptor)
    except OSError:  # on a full disk the lock holds as well without a name in it
        log.warning("The lock of the data folder could not be signed.")


def _pid_in(descriptor: int) -> int:
    os.lseek(descriptor, 0, os.SEEK_SET)
    try:
        return int(os.read(descriptor, 32))
    except (ValueError, OSError):
        return NAMELESS


if sys.platform == "win32":

    def _lock(descriptor: int, *, shared: bool) -> bool:  # noqa: ARG001 - it knows no shared ones
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:

    def _lock(descriptor: int, *, shared: bool) -> bool:
        # flock and not lockf: a lockf lock is lost as soon as anything in this process opens
        # and closes the same file.
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            raise StorageError(
                f"The data folder's disk cannot lock files: {error.strerror}.",
                fix="Choose a folder on a disk of this computer with --data.",
            ) from error
        return True


_all: weakref.WeakSet[Ownership] = weakref.WeakSet()


def _after_fork() -> None:
    for ownership in list(_all):
        ownership._leave_to_parent()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
