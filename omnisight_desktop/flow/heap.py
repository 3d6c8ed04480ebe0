"""Memory that was freed goes back to the system, where the C library would rather keep it.

Each thread that makes pictures has a heap of its own in glibc, and each keeps what it once held: after
an hour that is some ten megabytes of nothing. A picture has pages of its own, which go when it goes:
among small things it would leave holes that nothing fits. Elsewhere both do nothing.
"""

from __future__ import annotations

import ctypes
from typing import Any

from omnisight_desktop.flow.worker import Worker

_M_MMAP_THRESHOLD, _M_ARENA_MAX = -3, -8
_PICTURE_BYTES = 256 * 1024
_HEAPS = 2
_EVERY_S = 30.0


def few_heaps() -> None:
    """Let all threads share few heaps; before the first of them starts."""
    library = _library()
    if library is not None and hasattr(library, "mallopt"):
        library.mallopt(_M_ARENA_MAX, _HEAPS)
        library.mallopt(_M_MMAP_THRESHOLD, _PICTURE_BYTES)


def give_back(worker: Worker) -> None:
    """The body of a worker: now and then what is free is handed back."""
    library = _library()
    if library is None or not hasattr(library, "malloc_trim"):
        return
    while not worker.pause(_EVERY_S):
        worker.beat()
        library.malloc_trim(0)


def _library() -> Any:
    try:
        return ctypes.CDLL(None)
    except (OSError, TypeError):  # Windows names no library so
        return None
