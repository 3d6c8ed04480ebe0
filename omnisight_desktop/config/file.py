"""The settings file on disk: read with patience, written whole or not at all, for the user's eyes."""

from __future__ import annotations

import errno
import os
import re
import stat
import tempfile
import tomllib
from contextlib import suppress
from pathlib import Path
from typing import Any

from omnisight_desktop.core.errors import DiskFull, SettingsError, StorageError

_MOST_BYTES = 1_000_000
_FULL = (errno.ENOSPC, errno.EDQUOT) if hasattr(errno, "EDQUOT") else (errno.ENOSPC,)
_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")

#: As a key of TOML may be written.
_HEADER = re.compile(r"^\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?$")
_ENTRY = re.compile(r"^\s*([^=#\[\]]+?)\s*=")


def read(path: Path) -> str:
    """The text of a settings file; empty when there is none."""
    reason = ""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            raise SettingsError(f"{path} is no file.", fix="Move it away.")
        with path.open("rb") as file:
            raw = file.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        return ""
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
    if reason:
        raise SettingsError(f"{path} cannot be read: {reason}.", fix="See who may read the file.")
    if len(raw) > _MOST_BYTES:
        raise SettingsError(
            f"{path} is larger than a settings file can be.", fix="Move it away, or shorten it."
        )
    return _decode(raw, path)


def parse(text: str, path: Path) -> dict[str, Any]:
    """The tables of a settings file."""
    fault: str
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        fault = str(error)
    except RecursionError:
        fault = "it is nested too deeply"
    except ValueError:  # a whole number with thousands of digits
        fault = "it holds a number that is too long"
    # Raised here, not above: the first error would drag the whole text along.
    place = _PLACE.search(fault)
    where = f"{path}, line {place[1]}" if place and place[1] else str(path)
    what = _PLACE.sub("", fault).rstrip(".")
    raise SettingsError(
        f"{where}: this is not TOML: {what[:1].lower()}{what[1:160]}.",
        fix="Mend the line, or move the file away to start with the defaults.",
    )


def lines_of(text: str) -> dict[str, int]:
    """The line in which each section begins and each ``section.field`` is set, if written plainly."""
    found: dict[str, int] = {}
    section = ""
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            section = _plain(header[1])
            found.setdefault(section, number)
        elif entry := _ENTRY.match(line):
            name = _plain(entry[1])
            found.setdefault(f"{section}.{name}" if section else name, number)
    return found


def write_private(path: Path, data: bytes) -> None:
    """Put a file in place, whole or not at all, readable for its owner only."""
    target = Path(os.path.realpath(path))  # a link stays a link
    part: Path | None = None
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Two programs may write at once: each has a name of its own, made with mode 0600.
        descriptor, name = tempfile.mkstemp(
            dir=target.parent, prefix=f".{target.name}.", suffix=".part"
        )
        part = Path(name)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
        part = None
        _sync_folder(target.parent)
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull(
                f"No room is left to write {path}.", fix="Free some space, then try again."
            ) from error
        raise StorageError(
            f"{path} cannot be written: {error.strerror or error}.",
            fix="See whether you may write there, or choose another folder with --data.",
        ) from error
    finally:
        if part is not None:
            with suppress(OSError):
                part.unlink()


def _decode(raw: bytes, path: Path) -> str:
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
    # Raised here, not above: the first error would drag the whole file along.
    raise SettingsError(
        f"{path}, line {line}: this is not UTF-8 text.", fix="Save the file as UTF-8."
    )


def _plain(key: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in key.split("."))


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some file systems cannot
            raise
    finally:
        os.close(descriptor)
