"""One thread with a name, a heartbeat, a way to stop, and a fresh start after a fault."""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from omnisight_desktop.core.errors import OmniSightError

log = logging.getLogger(__name__)


class WorkerState(StrEnum):
    """What a worker is doing, in a word."""

    NEW = "new"
    RUNNING = "running"
    RESTING = "resting"  # it failed and waits before it starts again
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Backoff:
    """How long to wait before trying again: doubling, with jitter, up to a limit."""

    first_s: float = 0.5
    most_s: float = 30.0
    jitter: float = 0.3

    def wait_s(self, failures: int) -> float:
        """The wait after so many failures in a row."""
        plain = min(self.most_s, self.first_s * 2.0 ** min(failures - 1, 32))
        return plain * (1 + random.uniform(-self.jitter, self.jitter))


class Worker:
    """Runs a body until it returns or is told to stop; a body that raises is started again.

    The body gets the worker: it calls ``beat()`` once a round, looks at ``stopping`` and waits with
    ``pause()``. Whatever state it has is its own.
    """

    def __init__(
        self,
        name: str,
        body: Callable[[Worker], None],
        *,
        on_stop: Callable[[], None] | None = None,
        backoff: Backoff | None = None,
        steady_s: float = 60.0,
    ) -> None:
        self.name = name
        self.state = WorkerState.NEW
        self.restarts = 0
        self.failure: str = ""
        self.last_beat_mono = 0.0
        self._body = body
        self._on_stop = on_stop
        self._backoff = backoff or Backoff()
        self._steady_s = steady_s
        self._stop = threading.Event()
        self._hurry = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def stopping(self) -> bool:
        """Whether the body should come to an end."""
        return self._stop.is_set()

    @property
    def alive(self) -> bool:
        """Whether its thread still runs."""
        return self._thread is not None and self._thread.is_alive()

    def beat(self) -> None:
        """Say that work goes on."""
        self.last_beat_mono = time.monotonic()

    def silent_s(self) -> float:
        """Seconds since the last heartbeat; a rest after a failure does not count."""
        if self.state is not WorkerState.RUNNING:
            return 0.0
        return time.monotonic() - self.last_beat_mono

    def pause(self, seconds: float) -> bool:
        """Wait; True if the worker was told to stop meanwhile."""
        return self._stop.wait(seconds)

    def start(self) -> None:
        """Begin, once."""
        if self._thread is not None:
            raise RuntimeError(f"{self.name} was started already")
        self.beat()
        self.state = WorkerState.RUNNING
        self._thread = threading.Thread(target=self._run, name=self.name, daemon=True)
        self._thread.start()

    def hurry(self) -> None:
        """Have it start again now, if it rests after a failure; from any thread."""
        self._hurry.set()

    def stop(self) -> None:
        """Ask it to end; returns at once. A worker that never started is done, too."""
        self._stop.set()
        self._hurry.set()
        if self._on_stop is not None:
            self._on_stop()
        if self._thread is None:
            self.state = WorkerState.DONE

    def join(self, timeout_s: float = 10.0) -> bool:
        """Wait for its end; False if it did not come in time."""
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(timeout_s)
        return not self.alive

    def _run(self) -> None:
        failures = 0
        while not self.stopping:
            began = time.monotonic()
            self.beat()
            self.state = WorkerState.RUNNING
            self._hurry.clear()
            try:
                self._body(self)
                break
            except Exception as error:  # noqa: BLE001 - the rim: a fault ends here, not the program
                self._note(error)
            failures = 1 if time.monotonic() - began > self._steady_s else failures + 1
            self.restarts += 1
            self.state = WorkerState.RESTING
            if not self.stopping:
                self._hurry.wait(self._backoff.wait_s(failures))
        self.state = WorkerState.DONE

    def _note(self, error: Exception) -> None:
        before, self.failure = self.failure, str(error) or type(error).__name__
        if isinstance(error, OmniSightError):
            # A camera that is away for a night says so once.
            level = logging.DEBUG if before == self.failure else logging.WARNING
            log.log(level, "%s: %s", self.name, error)
        else:
            log.error("%s failed and is started again", self.name, exc_info=error)
