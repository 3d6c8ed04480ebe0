"""No test of the pipes may leave a thread or a process behind."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    fresh = [thread for thread in threading.enumerate() if thread not in before]
    for thread in fresh:
        thread.join(5)  # what was told to stop may need a moment
    assert [thread.name for thread in fresh if thread.is_alive()] == []
    assert multiprocessing.active_children() == []
