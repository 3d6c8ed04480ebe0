"""The one asyncio loop: a thread that runs whatever waits on the network."""

from __future__ import annotations

import asyncio
import concurrent.futures
import logging
import threading
import weakref
from collections.abc import Coroutine
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar

from omnisight_desktop.core.errors import NotRunning, OmniSightError

log = logging.getLogger(__name__)

T = TypeVar("T")


class Answer(concurrent.futures.Future[T]):
    """What a submitted coroutine will come to; a failure that nobody asks for reaches the log."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self._unread: BaseException | None = None

    def result(self, timeout: float | None = None) -> T:
        """Wait for the value; raises what the coroutine raised."""
        try:
            return super().result(timeout)
        finally:
            self._read()

    def exception(self, timeout: float | None = None) -> BaseException | None:
        """Wait for the end; what the coroutine raised, if anything."""
        try:
            return super().exception(timeout)
        finally:
            self._read()

    def set_exception(self, exception: BaseException | None) -> None:
        """Called by the loop: the coroutine failed."""
        self._unread = exception
        super().set_exception(exception)

    def report(self) -> None:
        """Log the failure unless somebody has seen it."""
        failure, self._unread = self._unread, None
        if failure is None:
            return
        if isinstance(failure, OmniSightError):
            log.warning("%s: %s", self.name, failure)
        else:
            log.error("%s failed and nobody asked", self.name, exc_info=failure)

    def _read(self) -> None:
        if self.done():
            self._unread = None

    def __del__(self) -> None:
        self.report()


class Loop:
    """An asyncio loop on a thread of its own, for coroutines that any thread hands in."""

    def __init__(self, name: str = "loop", *, grace_s: float = 3.0) -> None:
        self.name = name
        self._grace_s = grace_s
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._stopping = False
        self._tasks: dict[asyncio.Task[Any], Answer[Any]] = {}
        self._failed: weakref.WeakSet[Answer[Any]] = weakref.WeakSet()

    @property
    def running(self) -> bool:
        """Whether coroutines are taken in."""
        return self._loop is not None and not self._stopping

    @property
    def alive(self) -> bool:
        """Whether its thread still runs."""
        return self._thread is not None and self._thread.is_alive()

    def start(self) -> None:
        """Begin, once."""
        with self._lock:
            if self._thread is not None or self._stopping:
                raise RuntimeError(f"{self.name} was started already")
            self._loop = asyncio.new_event_loop()
            self._thread = threading.Thread(
                target=self._run, args=(self._loop,), name=self.name, daemon=True
            )
            self._thread.start()

    def submit(self, coroutine: Coroutine[Any, Any, T], name: str = "") -> Answer[T]:
        """Run a coroutine on the loop, from any thread; cancelling the answer cancels it."""
        answer: Answer[T] = Answer(name or getattr(coroutine, "__qualname__", "coroutine"))
        with self._lock:
            if self._loop is None or self._stopping:
                coroutine.close()
                ended = "has ended" if self._stopping else "has not been started"
                raise NotRunning(f"{answer.name} cannot run: {self.name} {ended}.")
            self._loop.call_soon_threadsafe(self._begin, self._loop, answer, coroutine)
        return answer

    def stop(self, timeout_s: float = 10.0) -> bool:
        """Cancel everything and end the thread; False if something would not let go in time."""
        with self._lock:
            first, self._stopping = not self._stopping, True
            if first and self._loop is not None:
                self._loop.call_soon_threadsafe(self._loop.stop)
        thread = self._thread
        if thread is None or thread is threading.current_thread():
            return thread is None
        thread.join(timeout_s)
        if thread.is_alive():
            log.error("%s did not end within %s s: something blocks it", self.name, timeout_s)
            for answer in [*self._tasks.values()]:
                answer.cancel()
        return not thread.is_alive()

    def _begin(
        self,
        loop: asyncio.AbstractEventLoop,
        answer: Answer[Any],
        coroutine: Coroutine[Any, Any, Any],
    ) -> None:
        task = loop.create_task(coroutine, name=answer.name)
        self._tasks[task] = answer  # asyncio itself holds tasks only weakly
        task.add_done_callback(self._end)
        answer.add_done_callback(partial(_pass_on_cancel, loop, task))

    def _end(self, task: asyncio.Task[Any]) -> None:
        answer = self._tasks.pop(task)
        if task.cancelled():
            answer.cancel()
        failure = None if task.cancelled() else task.exception()
        if not answer.set_running_or_notify_cancel():
            return
        if failure is None:
            answer.set_result(task.result())
        else:
            self._failed.add(answer)
            answer.set_exception(failure)

    def _run(self, loop: asyncio.AbstractEventLoop) -> None:
        pool = concurrent.futures.ThreadPoolExecutor(8, thread_name_prefix=f"{self.name}-pool")
        loop.set_default_executor(pool)
        try:
            loop.run_forever()
        finally:
            with self._lock:
                self._stopping = True
            loop.run_until_complete(self._cancel_all())
            loop.run_until_complete(loop.shutdown_asyncgens())
            for answer in [*self._failed]:
                answer.report()
            pool.shutdown(cancel_futures=True)
            loop.close()

    async def _cancel_all(self) -> None:
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        if not tasks:
            return
        _, stuck = await asyncio.wait(tasks, timeout=self._grace_s)
        for task in stuck:
            log.error("%s would not be cancelled", task.get_name())
            if task in self._tasks:
                self._tasks[task].cancel()


def _pass_on_cancel(
    loop: asyncio.AbstractEventLoop, task: asyncio.Task[Any], answer: concurrent.futures.Future[Any]
) -> None:
    if answer.cancelled() and not task.done():
        with suppress(RuntimeError):  # the loop is closed, and every task with it
            loop.call_soon_threadsafe(task.cancel)
