"""Memory that nobody needs goes back to the system, where Python or the C library would rather keep it.

Streams and their containers point at each other, and hold memory that Python does not see: by its own
count it may let such circles lie for a quarter of an hour, so they are swept up by the clock.

Each thread that makes pictures has a heap of its own in glibc, and each keeps what it once held: after
an hour that is some ten megabytes of nothing. Pictures, and packets of compressed video, have pages of
their own, which go when they go: among small things they would leave holes that nothing fits. Elsewhere
both do nothing.
"""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Callable
from typing import Any

from omnisight_desktop.core.clock import Clock
from omnisight_desktop.flow.worker import Worker

_M_MMAP_THRESHOLD, _M_ARENA_MAX = -3, -8
_PAGES_OF_ITS_OWN = 32 * 1024  # bytes, from which on
_HEAPS = 2
_EVERY_S = 30.0


def few_heaps() -> None:
    """Let all threads share few heaps; before the first of them starts."""
    library = _library()
    if library is not None and hasattr(library, "mallopt"):
        library.mallopt(_M_ARENA_MAX, _HEAPS)
        library.mallopt(_M_MMAP_THRESHOLD, _PAGES_OF_ITS_OWN)


def give_back(worker: Worker) -> None:
    """The body of a worker: now and then what is free is handed back."""
    library = _library()
    if library is None or not hasattr(library, "malloc_trim"):
        return
    while not worker.pause(_EVERY_S):
        worker.beat()
        library.malloc_trim(0)


class Broom:
    """Sweeps up circles of things that only each other know.

    Whoever holds it uses it on the main thread: what belongs to the window must end there.
    """

    every_s = _EVERY_S

    def __init__(self) -> None:
        self._settled = False

    def settle(self) -> None:
        """All that is there now stays: without this the first sweep looks at everything, which takes long."""
        gc.freeze()

    def sweep(self) -> None:
        """Do it now. What outlived the first time is not looked at again: that makes the others short."""
        gc.collect()
        if not self._settled:
            self._settled = True
            gc.freeze()

    def now_and_then(self, clock: Clock) -> Callable[[], None]:
        """To be called in every round of a loop; it sweeps when it is time."""
        due_mono = clock.mono() + self.every_s

        def look() -> None:
            nonlocal due_mono
            if clock.mono() >= due_mono:
                due_mono = clock.mono() + self.every_s
                self.sweep()

        return look


def _library() -> Any:
    try:
        return ctypes.CDLL(None)
    except (OSError, TypeError):  # Windows names no library so
        return None
