"""An errand over the network on the caller's own thread, which somebody else may stop at any moment."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any, TypeVar, cast

from omnisight_desktop.core.errors import Cancelled

T = TypeVar("T")


class Stop:
    """Says once that something is wanted no more; any thread may say it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._said = False
        self._calls: list[Callable[[], object]] = []

    @property
    def said(self) -> bool:
        """Whether it was said."""
        return self._said

    def say(self) -> None:
        """It is wanted no more."""
        with self._lock:
            self._said, calls = True, self._calls
            self._calls = []
        for call in calls:
            call()

    def when_said(self, call: Callable[[], object]) -> None:
        """Have something called then; at once if it was said already."""
        with self._lock:
            if not self._said:
                self._calls.append(call)
                return
        call()


async def aside(work: Callable[[], T]) -> T:
    """Have something done that cannot be stopped, on a thread of its own. Who is cancelled meanwhile
    does not wait for its end, and what comes of it then is nobody's."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()

    def settle(value: T | None, error: BaseException | None) -> None:
        if done.done():
            return
        if error is not None:
            done.set_exception(error)
        else:
            done.set_result(cast("T", value))

    def go() -> None:
        value, fault = None, None
        try:
            value = work()
        except BaseException as error:  # noqa: BLE001 - it is raised where it is waited for
            fault = error
        with suppress(RuntimeError):  # nobody waits any more
            loop.call_soon_threadsafe(settle, value, fault)

    threading.Thread(target=go, name="aside", daemon=True).start()
    return await done


def run_until(errand: Coroutine[Any, Any, T], stop: Stop) -> T:
    """Do it on this thread, and wait; Cancelled, at once, when it is wanted no more."""

    async def stoppable() -> T:
        loop, task = asyncio.get_running_loop(), asyncio.current_task()
        assert task is not None

        def cancel() -> None:
            with suppress(RuntimeError):  # it is over already
                loop.call_soon_threadsafe(task.cancel)

        stop.when_said(cancel)
        return await errand

    if stop.said:
        errand.close()
        raise Cancelled("It was stopped.")
    try:
        return asyncio.run(stoppable())
    except asyncio.CancelledError as error:
        raise Cancelled("It was stopped.") from error
