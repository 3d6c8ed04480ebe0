"""The files of evidence that came from anywhere, in a folder or a zip: read, and never unpacked.

Nothing here follows a link or believes a name or a size; a zip that is made to do harm is refused
before anything in it is read.
"""

from __future__ import annotations

import os
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from omnisight_desktop.core.errors import NotFound, StorageError
from omnisight_desktop.services.evidence.manifest import MANIFEST, MOST_CLIPS, safe_path
from omnisight_desktop.storage.file import disk_fault

_BLOCK = 1 << 20

_MOST_FILES = 2 * MOST_CLIPS
_MOST_TABLE = 16 << 20  # bytes that say what is in a zip
#: Footage cannot be pressed to a tenth; what claims so is no footage.
_MOST_PRESSED = 10
_ALLOWANCE = 64 << 20

_END = struct.Struct("<4s4H2LH")  # how a zip ends, and where its table is
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
_END_MARK, _END_64_MARK = b"PK\x05\x06", b"PK\x06\x06"
_IN_64 = 0xFFFFFFFF  # it stands in the larger of the two ends
_TAIL = _END.size + _LOCATOR.size + _END_64.size + 0xFFFF

_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, OverflowError)

_FIX = "Ask for it again; nothing of it was unpacked."


class UnreadableError(StorageError):
    """One file cannot be read to its end."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies there: sizes by name, and what is there but is no file to be read."""

    sizes: Mapping[str, int]
    odd: tuple[tuple[str, str], ...] = ()


class Members(Protocol):
    """The files of one piece of evidence."""

    @property
    def listing(self) -> Listing:
        """What lies there."""
        ...

    def blocks(self, name: str) -> Iterator[bytes]:
        """A listed file, piece by piece; raises UnreadableError where it breaks off."""
        ...


@contextmanager
def members_of(path: Path) -> Iterator[Members]:
    """Open a folder or a zip of evidence to look at it."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError as error:
        raise NotFound(f"There is no {path}.", fix="Name a folder or a zip of evidence.") from error
    except (OSError, ValueError) as error:
        raise _fault(error, path) from error
    if stat.S_ISDIR(mode):
        yield _Folder(path)
    elif stat.S_ISREG(mode):
        with _opened_zip(path) as archive:
            yield _Zip(path, archive)
    else:
        raise StorageError(f"{path} is neither a folder nor a file.")


class _Folder:
    """Evidence as a folder."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._there: dict[str, Path] = {}
        sizes: dict[str, int] = {}
        odd: list[tuple[str, str]] = []
        for path, facts in _walked(root):
            shown = "/".join(path.relative_to(root).parts)
            name = unicodedata.normalize("NFC", shown)
            if facts is None or not stat.S_ISREG(facts.st_mode):
                odd.append((shown, "It is no file but a link or something else that can change."))
            elif name in sizes:
                odd.append((shown, "Another file has the same name, written otherwise."))
            else:
                sizes[name], self._there[name] = facts.st_size, path
            if len(sizes) + len(odd) > _MOST_FILES:
                raise StorageError(f"{root} holds far more files than evidence can have.")
        self.listing = Listing(sizes, tuple(odd))

    def blocks(self, name: str) -> Iterator[bytes]:
        try:
            # A link that took the place of the file meanwhile is not followed.
            flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
            with open(os.open(self._there[name], flags), "rb") as file:  # noqa: PTH123
                while block := file.read(_BLOCK):
                    yield block
        except OSError as error:
            raise UnreadableError(error.strerror or str(error)) from error


def _walked(root: Path) -> Iterator[tuple[Path, os.stat_result | None]]:
    """Everything below a folder that is no folder itself, in an order of its own."""
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            inside = sorted(os.scandir(folder), key=lambda one: one.name)
        except OSError as error:
            raise disk_fault(error, folder) from error
        for one in inside:
            if one.is_dir(follow_symlinks=False):
                waiting.append(Path(one.path))
                continue
            try:
                yield Path(one.path), one.stat(follow_symlinks=False)
            except OSError:
                yield Path(one.path), None


class _Zip:
    """Evidence as a zip."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        _refuse_harm(path, archive.infolist())
        inside = [info for info in archive.infolist() if not info.is_dir()]
        top = _wrapping(inside)
        self._there: dict[str, zipfile.ZipInfo] = {}
        odd: list[tuple[str, str]] = []
        for info in inside:
            name = unicodedata.normalize("NFC", info.filename.removeprefix(top))
            if name in self._there:
                odd.append((name, "It is in the zip twice, and nobody can tell which one counts."))
            self._there[name] = info
        if archive.comment:
            odd.append((path.name, "A comment was put into the zip."))
        sizes = {name: info.file_size for name, info in self._there.items()}
        self.listing = Listing(sizes, tuple(odd))

    def blocks(self, name: str) -> Iterator[bytes]:
        try:
            with self._archive.open(self._there[name]) as file:
                while block := file.read(_BLOCK):
                    yield block
        except _BROKEN as error:
            raise UnreadableError("it is damaged within the zip") from error
        except RuntimeError as error:  # also what the library has not implemented
            raise UnreadableError(
                "it is packed or locked in a way that cannot be read here"
            ) from error
        except OSError as error:
            raise UnreadableError(error.strerror or str(error)) from error


@contextmanager
def _opened_zip(path: Path) -> Iterator[zipfile.ZipFile]:
    with ExitStack() as stack:
        try:
            file = stack.enter_context(path.open("rb"))
            _refuse_table(path, file)
            archive = stack.enter_context(zipfile.ZipFile(file))
        except (*_BROKEN, NotImplementedError) as error:
            raise _cut_off(path) from error
        except OSError as error:
            raise disk_fault(error, path) from error
        yield archive


def _refuse_table(path: Path, file: BinaryIO) -> None:
    """Refuse a table that would fill the memory; the library reads it at once."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _TAIL))
    tail = file.read(_TAIL)
    at = len(tail) - _END.size
    if tail[at : at + 4] != _END_MARK or tail[-2:] != b"\0\0":  # a comment stands behind it
        at = tail.rfind(_END_MARK)
    if not 0 <= at <= len(tail) - _END.size:
        raise zipfile.BadZipFile("it has no end")
    table = _END.unpack_from(tail, at)[5]
    large_at = at - _LOCATOR.size - _END_64.size
    if large_at >= 0 and tail[large_at : large_at + 4] == _END_64_MARK:
        table = max(_END_64.unpack_from(tail, large_at)[8], 0 if table == _IN_64 else table)
    if table > _MOST_TABLE:
        raise StorageError(f"{path} holds far more files than evidence can have.", fix=_FIX)
    file.seek(0)


def _refuse_harm(path: Path, inside: list[zipfile.ZipInfo]) -> None:
    """Refuse names that lead elsewhere, and what would swell beyond all measure when it is read."""
    for info in inside:
        # The name before the library has made it harmless is the one that others would follow.
        names = (info.orig_filename, info.filename)
        if not all(safe_path(name.removesuffix("/")) for name in names):
            raise StorageError(
                f"{path} holds a name that leads out of its folder: {info.orig_filename!r}.",
                fix="Whoever made it meant harm, or used a strange program. Do not unpack it.",
            )
    held = path.stat().st_size
    if len(inside) > _MOST_FILES:
        raise StorageError(f"{path} holds far more files than evidence can have.", fix=_FIX)
    if sum(info.compress_size for info in inside) > held:
        raise StorageError(f"{path} is made so that its files lie in each other.", fix=_FIX)
    if sum(info.file_size for info in inside) > _MOST_PRESSED * held + _ALLOWANCE:
        raise StorageError(f"{path} would swell far beyond what footage can.", fix=_FIX)


def _wrapping(inside: list[zipfile.ZipInfo]) -> str:
    """The one folder that everything lies in, where somebody packed the folder and not its files."""
    names = [info.filename for info in inside]
    tops = {name.partition("/")[0] for name in names}
    if len(tops) == 1 and f"{next(iter(tops))}/{MANIFEST}" in names:
        return f"{tops.pop()}/"
    return ""


def _cut_off(path: Path) -> StorageError:
    return StorageError(f"{path} is no zip, or only the beginning of one.", fix=_FIX)


def _fault(error: OSError | ValueError, path: Path) -> StorageError:
    return disk_fault(error, path) if isinstance(error, OSError) else _cut_off(path)
