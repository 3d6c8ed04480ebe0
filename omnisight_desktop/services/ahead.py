"""Asks for the files of a start all at once, before they are wanted one by one.

After a night the system has forgotten them, and a program that is loaded page by page waits for the disk
at each. What the last start had loaded by the time its window stood is written down; the next one tells
the system to fetch that while it is still busy with other things. Nothing is read or kept by this itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from omnisight_desktop.flow.worker import Worker

_MAPS = Path("/proc/self/maps")
_MOST = 4000  # files; a start has some two thousand
_NAME = "start.files"


def fetch(folder: Path) -> Worker:
    """Begin to ask for what the last start needed, on a thread of its own."""
    worker = Worker("ahead", lambda worker: _ask(folder / _NAME, worker))
    worker.start()
    return worker


def note(folder: Path) -> None:
    """Write down what is loaded now, for the next start; a folder that cannot be written is no matter."""
    if not hasattr(os, "posix_fadvise"):
        return
    wanted = "\n".join([*dict.fromkeys((*_libraries(), *_modules()))][:_MOST])
    place, part = folder / _NAME, folder / f"{_NAME}.part"
    with suppress(OSError, UnicodeError):
        if place.is_file() and place.read_text("utf-8") == wanted:
            return
        part.write_text(wanted, "utf-8")
        part.replace(place)


def _ask(noted: Path, worker: Worker) -> None:
    if not hasattr(os, "posix_fadvise"):
        return
    with suppress(OSError, UnicodeError):
        for name in noted.read_text("utf-8").splitlines()[:_MOST]:
            if worker.stopping:
                return
            _ask_for(name)


def _ask_for(name: str) -> None:
    with suppress(OSError, ValueError):  # it may be gone since
        file = os.open(name, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
        try:
            os.posix_fadvise(file, 0, 0, os.POSIX_FADV_WILLNEED)
        finally:
            os.close(file)


def _libraries() -> Iterator[str]:
    """The largest first: they take longest to come."""
    with suppress(OSError):
        names = {line.split(maxsplit=5)[-1] for line in _MAPS.read_text("utf-8").splitlines()}
        found = [name for name in names if ".so" in Path(name).name and Path(name).is_file()]
        yield from sorted(found, key=lambda name: -Path(name).stat().st_size)


def _modules() -> Iterable[str]:
    cached = (getattr(module, "__cached__", None) for module in list(sys.modules.values()))
    return [name for name in cached if isinstance(name, str) and Path(name).is_file()]
