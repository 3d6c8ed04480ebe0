"""Widgets are swept up between tests, on the thread that they belong to."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_MANY = 20  # modules; they are thousands of things that will never be swept


class Broom:
    """Sweeps when it is told to. What came with modules is not looked at again each time."""

    def __init__(self) -> None:
        self._modules = 0
        self.sweep()

    def sweep(self) -> None:
        """Collect now, here."""
        gc.collect()
        if len(sys.modules) - self._modules >= _MANY:
            gc.freeze()
            self._modules = len(sys.modules)


@contextmanager
def by_hand() -> Iterator[Broom]:
    """As in the program: Python must not sweep up widgets on whatever thread it happens to be."""
    gc.disable()
    try:
        yield Broom()
    finally:
        gc.enable()
        gc.unfreeze()
        gc.collect()
