"""Files on their way out: set aside under another name, and gone for good only once their row is.

Killed before the row is erased, the file gets its name back; killed after it, what was set aside is
removed. So no file goes that a row still speaks of, and none stays that nobody speaks of.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path, PurePosixPath

from omnisight_desktop.core.clock import utc

SUFFIX = ".going"

_DAY = re.compile(r"\d{4}-\d\d-\d\d")

#: The recorder may be about to write into the folder of a day that has hardly passed.
_SETTLED = timedelta(days=2)


def inside(path: str) -> bool:
    """Whether a stored path stays within the media folder."""
    pure = PurePosixPath(path)
    return bool(path) and not pure.is_absolute() and ".." not in pure.parts


def reachable(media: Path, path: str) -> bool:
    """Whether the place where a file is missing is there: an empty one may be a disk taken out."""
    place = (media / path).parent
    if _DAY.fullmatch(place.name) and place.is_dir():
        return True  # nobody mounts a disk at a day
    while place != media and not place.is_dir():
        place = place.parent
    return place.is_dir() and any(place.iterdir())


def is_aside(media: Path, path: str) -> bool:
    """Whether a file was set aside."""
    return _aside(media, path).is_file()


def set_aside(media: Path, path: str) -> bool:
    """Take a file's name from it; False where it has to stay, or nobody can tell whether it is there.

    A file that is gone already, or was set aside before, is as good as set aside now.
    """
    if not inside(path):
        return True  # whatever that is, it is none of ours and stays
    try:
        (media / path).replace(_aside(media, path))
    except FileNotFoundError:
        return is_aside(media, path) or reachable(media, path)
    except OSError:  # somebody plays it just now, or the disk can only be read
        return False
    return True


def take_back(media: Path, path: str) -> None:
    """Give a file its name back."""
    with suppress(OSError):
        if not (media / path).exists():
            _aside(media, path).replace(media / path)


def discard(media: Path, path: str) -> None:
    """Remove what was set aside; what cannot be removed now is found the next time."""
    if inside(path):
        with suppress(OSError):
            _aside(media, path).unlink(missing_ok=True)


def left(media: Path) -> Iterator[str]:
    """What was set aside and is still there, by the names of before."""
    for file in files(media):
        if file.suffix == SUFFIX:
            yield file.relative_to(media).as_posix().removesuffix(SUFFIX)


def settle(media: Path, spoken_of: Callable[[str], bool]) -> tuple[int, int]:
    """Bring what a kill interrupted to an end: how many files were given back, and how many removed."""
    back = removed = 0
    for path in list(left(media)):
        if spoken_of(path) and not (media / path).exists():
            take_back(media, path)
            back += 1
        else:
            discard(media, path)
            removed += 1
    return back, removed


def clear_empty(media: Path, paths: set[str], now: datetime) -> None:
    """Remove the folders of past days that nothing is left in, where files of them went."""
    latest = f"{utc(now) - _SETTLED:%Y-%m-%d}"
    for folder in {(media / path).parent for path in paths if inside(path)}:
        if folder.name < latest:
            with suppress(OSError):  # something is in it still
                folder.rmdir()


def files(folder: Path) -> Iterator[Path]:
    """Every file below a folder, in order; links lead elsewhere and are passed by."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from files(Path(entry.path))
        elif entry.is_file(follow_symlinks=False):
            yield Path(entry.path)


def _aside(media: Path, path: str) -> Path:
    whole = media / path
    return whole.with_name(whole.name + SUFFIX)
