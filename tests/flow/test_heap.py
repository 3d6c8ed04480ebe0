"""Freed memory goes back to the system, and where the C library cannot do that nothing happens."""

from __future__ import annotations

import gc
import weakref
from datetime import UTC, datetime

import pytest

from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.flow import heap
from omnisight_desktop.flow.worker import Worker


class Library:
    """A C library that counts what it is asked."""

    def __init__(self, worker: Worker) -> None:
        self.trims = 0
        self._worker = worker

    def malloc_trim(self, keep: int) -> int:
        self.trims += keep == 0
        if self.trims == 3:
            self._worker.stop()
        return 1


def test_it_is_handed_back_again_and_again_until_told_to_stop(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    worker = Worker("heap", heap.give_back)
    library = Library(worker)
    monkeypatch.setattr(heap, "_EVERY_S", 0.0)
    monkeypatch.setattr(heap, "_library", lambda: library)
    worker.start()
    assert worker.join()
    assert library.trims == 3


@pytest.mark.parametrize("library", [None, object()])
def test_a_system_without_such_a_library_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, library: object
) -> None:
    monkeypatch.setattr(heap, "_library", lambda: library)
    heap.few_heaps()
    worker = Worker("heap", heap.give_back)
    worker.start()
    assert worker.join()


class Circle:
    """Something that knows only itself."""

    def __init__(self) -> None:
        self.me = self


def test_circles_are_swept_up_by_the_clock_and_not_before() -> None:
    clock = ManualClock(datetime(2026, 5, 3, 12, tzinfo=UTC))
    gc.disable()
    try:
        look = heap.Broom().now_and_then(clock)
        for _ in range(3):  # each time, not only the first, after which what lives is left alone
            circle = weakref.ref(Circle())
            clock.advance(heap.Broom.every_s - 1)
            look()
            assert circle() is not None
            clock.advance(1)
            look()
            assert circle() is None
    finally:
        gc.enable()
        gc.unfreeze()


def test_what_was_there_before_is_not_looked_at_when_it_is_swept() -> None:
    gc.disable()
    try:
        stays, broom = Circle(), heap.Broom()
        broom.settle()
        assert not any(one is stays for one in gc.get_objects())
        circle = weakref.ref(Circle())
        broom.sweep()
        assert circle() is None
    finally:
        gc.enable()
        gc.unfreeze()
