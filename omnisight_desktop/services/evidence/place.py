"""Where evidence is written: a folder or a zip, which is there as a whole or not at all."""

from __future__ import annotations

import hashlib
import os
import shutil
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from typing import Protocol

from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.services.evidence.manifest import Entry
from omnisight_desktop.services.handout import whole_file
from omnisight_desktop.storage.file import disk_fault, sync

#: Told how many more bytes are done; may raise to stop.
Poured = Callable[[int], object]

_BLOCK = 1 << 20
_MODE = 0o644
_REGULAR = 0o100000
#: What a zip can name as a time.
_ZIP_YEARS = (1980, 2107)


class Place(Protocol):
    """Takes files in, one after the other."""

    def put(self, path: str, blocks: Iterable[bytes]) -> Entry:
        """Write a file from its pieces, and say what was written."""
        ...

    def take(self, path: str, file: Path, tell: Poured = lambda _: None) -> Entry:
        """Take over a finished file that lies on the same disk; it is gone from where it was."""
        ...


def is_zip_name(path: Path) -> bool:
    """Whether somebody who writes this name means a zip."""
    return path.suffix.casefold() == ".zip"


@contextmanager
def new_place(target: Path, now: datetime) -> Iterator[Place]:
    """A folder or a zip that gets its name when all of it is written, and leaves nothing if not."""
    target = target.absolute()
    refuse_taken(target)
    made = [folder for folder in target.parents if not folder.exists()]
    opened = _new_zip(target, now) if is_zip_name(target) else _new_folder(target)
    try:
        with opened as place:
            yield place
    except BaseException:
        for folder in made:
            with suppress(OSError):  # somebody else has put something there meanwhile
                folder.rmdir()
        raise


class _Folder:
    """Files beside each other."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def put(self, path: str, blocks: Iterable[bytes]) -> Entry:
        file = self._root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as out:
            entry = _poured(path, out.write, blocks)
        sync(file)
        return entry

    def take(self, path: str, file: Path, tell: Poured = lambda _: None) -> Entry:
        entry = _poured(path, lambda _: None, _blocks(file, tell))
        sync(file)
        target = self._root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        file.rename(target)
        return entry


class _Zip:
    """Files one behind the other, as they are: footage cannot be pressed any further."""

    def __init__(self, archive: zipfile.ZipFile, now: datetime) -> None:
        self._archive = archive
        first, last = _ZIP_YEARS
        when = now.replace(year=min(max(now.year, first), last))
        self._when = (when.year, when.month, when.day, when.hour, when.minute, when.second)

    def put(self, path: str, blocks: Iterable[bytes]) -> Entry:
        info = zipfile.ZipInfo(path, self._when)
        info.external_attr = (_REGULAR | _MODE) << 16
        with self._archive.open(info, "w", force_zip64=True) as out:
            return _poured(path, out.write, blocks)

    def take(self, path: str, file: Path, tell: Poured = lambda _: None) -> Entry:
        entry = self.put(path, _blocks(file, tell))
        file.unlink()
        return entry


@contextmanager
def _new_folder(target: Path) -> Iterator[Place]:
    part = target.with_name(f"{target.name}.{token_hex(4)}.part")
    try:
        part.mkdir(parents=True)
        yield _Folder(part)
        if target.is_dir():  # empty, or it would have been refused
            target.rmdir()
        part.rename(target)
        if os.name == "posix":  # elsewhere folders keep what is in them by themselves
            sync(target)
    except OSError as error:
        raise disk_fault(error, target) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


@contextmanager
def _new_zip(target: Path, now: datetime) -> Iterator[Place]:
    with (
        whole_file(target) as part,
        part.open("xb") as file,
        zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive,
    ):
        yield _Zip(archive, now)


def _blocks(file: Path, tell: Poured) -> Iterator[bytes]:
    with file.open("rb") as opened:
        while block := opened.read(_BLOCK):
            yield block
            tell(len(block))


def _poured(path: str, write: Callable[[bytes], object], blocks: Iterable[bytes]) -> Entry:
    digest, size = hashlib.sha256(), 0
    for block in blocks:
        write(block)
        digest.update(block)
        size += len(block)
    return Entry(path, size, digest.hexdigest())


def refuse_taken(target: Path) -> None:
    """Evidence is never mixed with anything, and nothing is written over."""
    try:
        taken = target.exists() and (not target.is_dir() or any(target.iterdir()))
        if target.is_dir() and is_zip_name(target):
            taken = True
    except OSError as error:
        raise disk_fault(error, target) from error
    if taken:
        raise UsageError(
            f"{target} is there already.", fix="Evidence gets a place of its own; name another one."
        )
