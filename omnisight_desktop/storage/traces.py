"""Where on disk somebody is still named, byte for byte; and diaries in which a name is struck out."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

_CHUNK = 4 * 1024 * 1024


def files_with(folder: Path, words: Sequence[str], skip: Sequence[Path] = ()) -> list[Path]:
    """The files in a folder that hold any of these words or are called so, whatever they are."""
    pattern, longest = _pattern(words), max(len(word.encode()) for word in words)
    found = []
    for parent, folders, names in os.walk(folder):
        here = Path(parent)
        folders[:] = sorted(one for one in folders if here / one not in skip)
        for path in (here / name for name in sorted(names)):
            if path.is_symlink() or not path.is_file():
                continue
            try:
                if pattern.search(path.name.encode(errors="replace")) or _holds(
                    path, pattern, longest
                ):
                    found.append(path)
            except OSError:  # nobody can read it: then nobody can tell
                found.append(path)
    return found


def strike_out(path: Path, words: Sequence[str]) -> int:
    """Write stars over these words in a text that somebody may be adding to; how many there were.

    Nothing moves: whoever writes on at its end does not notice.
    """
    pattern = _pattern(words)
    count = 0
    with path.open("r+b") as file:
        data = file.read()
        for match in pattern.finditer(data):
            file.seek(match.start())
            file.write(b"*" * len(match.group()))
            count += 1
    return count


def _pattern(words: Sequence[str]) -> re.Pattern[bytes]:
    """Words as they stand alone: a short name is part of many others."""
    spelt = {
        some.encode() for word in words for some in (word, word.lower(), word.upper(), word.title())
    }
    ways = b"|".join(map(re.escape, sorted(spelt, key=len, reverse=True)))
    return re.compile(rb"(?<![0-9A-Za-z\x80-\xff])(?:%b)(?![0-9A-Za-z\x80-\xff])" % ways, re.I)


def _holds(path: Path, pattern: re.Pattern[bytes], longest: int) -> bool:
    tail = b""
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            if pattern.search(tail + piece):
                return True
            tail = (tail + piece)[-longest - 1 :]  # with the byte before it
    return False
