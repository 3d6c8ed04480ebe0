"""A process that comes when heavy work is asked of it, and goes again.

What is large (torch, Whisper, training) is imported over there and never here; when it dies, whoever
waits is told in words, and the next request starts it anew.
"""

from __future__ import annotations

import io
import logging
import multiprocessing
import pickle
import signal
import sys
import threading
import time
from contextlib import suppress
from multiprocessing.connection import wait
from multiprocessing.context import SpawnProcess
from typing import Any, Generic, TypeVar, cast

from omnisight_desktop.core.errors import ChildDied, NotRunning, OmniSightError
from omnisight_desktop.flow.child import Answer, Farewell, Fault, serve
from omnisight_desktop.flow.worker import Backoff

log = logging.getLogger(__name__)

Request = TypeVar("Request")
Reply = TypeVar("Reply")

_SPAWN = multiprocessing.get_context("spawn")  # a fork would copy our threads' locks as they stand


class Child(Generic[Request, Reply]):
    """Work in another process, one request after the other.

    ``target`` is the address ``"module:function"`` of a function that is called once over there,
    with ``arguments``, and returns what answers the requests. After ``idle_s`` without one the
    process ends and gives its memory back. With ``quiet`` its faults are told to whoever asks, and
    not to the log. Requests and replies are pickled: pictures go through
    ``flow.shared`` instead.
    """

    def __init__(
        self,
        name: str,
        target: str,
        *,
        arguments: tuple[Any, ...] = (),
        idle_s: float | None = None,
        backoff: Backoff | None = None,
        quiet: bool = False,
    ) -> None:
        self.name = name
        self.starts = 0
        self.failure: str = ""
        self._target = target
        self._arguments = arguments
        self._idle_s = idle_s
        self._backoff = backoff or Backoff()
        self._level = logging.DEBUG if quiet else logging.WARNING
        self._failures = 0
        self._not_before_mono = 0.0
        self._turn = threading.Lock()  # held by whoever asks
        self._lock = threading.Lock()  # held for a moment, while a process is started or ended
        self._stop = threading.Event()
        self._life: _Life | None = None

    @property
    def alive(self) -> bool:
        """Whether there is a process just now."""
        life = self._life
        return life is not None and life.alive

    @property
    def pid(self) -> int | None:
        """The number of the process, while there is one."""
        life = self._life
        return life.process.pid if life is not None and life.alive else None

    def start(self) -> None:
        """Begin loading before the first request; a request alone would do it, too."""
        with self._turn:
            self._living(None)

    def ask(self, request: Request, timeout_s: float | None = None) -> Reply:
        """Send a request and wait for the reply; a process that takes too long is ended."""
        until = None if timeout_s is None else time.monotonic() + timeout_s
        if not self._turn.acquire(timeout=-1 if timeout_s is None else timeout_s):
            raise OmniSightError(f"{self.name} is busy with another request.", fix="Ask again.")
        try:
            message = self._exchange(request, until)
            if isinstance(message, Farewell):
                self._bury()
                message = self._exchange(request, until)
        finally:
            self._turn.release()
        if isinstance(message, Answer):
            return cast("Reply", message.value)
        if isinstance(message, Fault):
            if message.trace:
                log.log(self._level, "%s failed:\n%s", self.name, message.trace)
            raise message.error
        raise ChildDied(f"{self.name} went just as it was asked.")

    def stop(self, timeout_s: float = 10.0) -> bool:
        """End the process for good, whatever it does; False if it would not die in time."""
        self._stop.set()
        with self._lock:
            life = self._life
        return life is None or life.end(timeout_s)

    def _exchange(self, request: Request, until: float | None) -> object:
        life = self._living(until)
        try:
            message = life.exchange(request, until)
        except ChildDied as error:
            if self._stop.is_set():
                raise NotRunning(f"{self.name} was stopped.") from None
            raise self._failed(error) from None
        if isinstance(message, Fault) and message.fatal:
            raise self._failed(message.error, message.trace)
        self._failures = 0
        return message

    def _living(self, until: float | None) -> _Life:
        """The process as it is, or a fresh one once its rest is over."""
        if self._life is not None and not self._life.alive:
            self._look_back(self._life)
        if self._life is None:
            self._rest(until)
        with self._lock:
            if self._stop.is_set():
                raise NotRunning(f"{self.name} was stopped.")
            if self._life is None:
                self._life = _Life(self.name, self._target, self._arguments, self._idle_s)
                self.starts += 1
            return self._life

    def _look_back(self, life: _Life) -> None:
        """It ended while nobody asked: as it should, or by a fault that counts."""
        try:
            word = life.receive()
        except ChildDied as error:
            self._failed(error)
            return
        if isinstance(word, Fault):
            raise self._failed(word.error, word.trace)
        self._bury()

    def _rest(self, until: float | None) -> None:
        rest_s = self._not_before_mono - time.monotonic()
        if rest_s <= 0:
            return
        if until is not None and time.monotonic() + rest_s > until:
            raise ChildDied(
                f"{self.name} is not started again for {rest_s:.0f} s: {self.failure}",
                fix="Ask again later.",
            )
        self._stop.wait(rest_s)

    def _failed(self, error: OmniSightError, trace: str = "") -> OmniSightError:
        """Note a failure that ended the process; it rests before it is started again."""
        self._bury()
        self._failures += 1
        if isinstance(error, ChildDied):
            error = ChildDied(f"{self.name} {error.reason}")
        self.failure = error.reason
        self._not_before_mono = time.monotonic() + self._backoff.wait_s(self._failures)
        log.log(self._level, "%s%s%s", error.reason, "\n" if trace else "", trace)
        return error

    def _bury(self) -> None:
        with self._lock:
            life, self._life = self._life, None
        if life is not None:
            life.end(10.0)
            life.connection.close()


class _Life:
    """One process from its start to its end."""

    def __init__(
        self, name: str, target: str, arguments: tuple[Any, ...], idle_s: float | None
    ) -> None:
        self.connection, theirs = _SPAWN.Pipe()
        # A daemon: the interpreter ends it at exit instead of waiting for it.
        self.process: SpawnProcess = _SPAWN.Process(
            target=serve, args=(theirs, target, arguments, idle_s), name=name, daemon=True
        )
        try:
            self.process.start()
        except OSError as error:
            raise ChildDied(f"{name} cannot be started: {error.strerror}.") from error
        theirs.close()
        # Waits for the end, so that no zombie stays behind whenever and however it comes.
        self._reaper = threading.Thread(
            target=self.process.join, name=f"{name}-reaper", daemon=True
        )
        self._reaper.start()

    @property
    def alive(self) -> bool:
        return self._reaper.is_alive()

    def exchange(self, request: object, until: float | None) -> object:
        """Send and receive; a ChildDied says in words why no answer came."""
        left_s = None if until is None else max(0.0, until - time.monotonic())
        # A long request is more than the pipe holds: sending it waits until it is read.
        guard = None if left_s is None else threading.Timer(left_s, self.process.kill)
        if guard is not None:
            guard.start()
        try:
            with suppress(BrokenPipeError, ConnectionResetError):  # it may have left a last word
                self.connection.send(request)
            ready = wait([self.connection, self.process.sentinel], left_s)
        finally:
            if guard is not None:
                guard.cancel()
                guard.join()
        if not ready or (until is not None and time.monotonic() >= until):
            self.end(10.0)
            raise ChildDied("took too long to answer and was ended.")
        return self.receive()

    def receive(self) -> object:
        """The message that waits; without one the process is dead."""
        try:
            if self.connection.poll(0):
                return self._read(self.connection.recv_bytes())
        except (EOFError, OSError):
            pass
        self.end(10.0)
        raise ChildDied(_last_words(self.process.exitcode))

    def end(self, timeout_s: float) -> bool:
        """Kill it and wait until nothing is left of it."""
        if self._reaper.is_alive():
            self.process.kill()
        self._reaper.join(timeout_s)
        return not self._reaper.is_alive()

    def _read(self, message: bytes) -> object:
        try:
            return _Reader(io.BytesIO(message)).load()
        except Exception as error:  # noqa: BLE001 - unpickling calls whatever it is made of
            words = f"An answer of {self.process.name} could not be read: {error}."
            return Fault(OmniSightError(words))


def _last_words(exit_code: int | None) -> str:
    if exit_code is None or exit_code >= 0:
        return f"ended with exit code {exit_code} before it had answered."
    try:
        return f"was ended by {signal.Signals(-exit_code).name} before it had answered."
    except ValueError:
        return f"was ended by signal {-exit_code} before it had answered."


class _Reader(pickle.Unpickler):
    """Reads a message without bringing a library into this process that is not here yet."""

    def find_class(self, module_name: str, global_name: str, /) -> Any:
        package = module_name.partition(".")[0]
        if package not in sys.modules:
            raise pickle.UnpicklingError(f"it would bring {package} into this process")
        return super().find_class(module_name, global_name)
