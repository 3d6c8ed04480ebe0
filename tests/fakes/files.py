"""A disk that is full: the system itself lets no file grow beyond a size."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def small_files(size: int) -> Iterator[None]:
    """Let no file of this process, and of those that it starts, become larger."""
    if sys.platform == "win32":
        pytest.skip("this system knows no such limit")
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
