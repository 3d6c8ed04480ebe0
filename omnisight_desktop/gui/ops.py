"""One verb off the main thread, its answer back on it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, SignalInstance

from omnisight_desktop.core.errors import OmniSightError

log = logging.getLogger(__name__)
T = TypeVar("T")


class _Answer(QObject):
    """Carries the outcome across to the main thread."""

    done = Signal(object)
    failed = Signal(object)


class _Verb(QRunnable):
    """A call that waits for a thread of the pool."""

    def __init__(self, call: Callable[[], Any], answer: _Answer) -> None:
        super().__init__()
        self._call = call
        self._answer = answer

    def run(self) -> None:
        try:
            outcome = self._call()
        except OmniSightError as error:
            self._tell(self._answer.failed, error)
        except Exception as error:  # the rim: a verb that breaks must not end the window
            log.exception("a verb failed")
            self._tell(self._answer.failed, OmniSightError(f"That did not work: {error}."))
        else:
            self._tell(self._answer.done, outcome)

    @staticmethod
    def _tell(signal: SignalInstance, outcome: Any) -> None:
        with suppress(RuntimeError):  # the window is gone, and nobody waits any more
            signal.emit(outcome)


class Ops:
    """A small pool for the verbs of the interface."""

    def __init__(self, threads: int = 4) -> None:
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(threads)
        self._waiting: set[_Answer] = set()

    def run(
        self,
        call: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[OmniSightError], object],
    ) -> None:
        """Call it elsewhere; exactly one of the two is called here when it is through."""
        answer = _Answer()
        self._waiting.add(answer)

        def finish(then: Callable[[Any], object], value: Any) -> None:
            self._waiting.discard(answer)
            then(value)

        queued = Qt.ConnectionType.QueuedConnection
        answer.done.connect(lambda value: finish(done, value), queued)
        answer.failed.connect(lambda error: finish(failed, error), queued)
        self._pool.start(_Verb(call, answer))

    def close(self, timeout_ms: int = 5000) -> None:
        """Wait for what still runs."""
        self._pool.clear()
        self._pool.waitForDone(timeout_ms)
        self._waiting.clear()
