from __future__ import annotations

import asyncio
import concurrent.futures
import gc
import threading
import weakref
from collections.abc import Iterator

import pytest

from omnisight_desktop.core.errors import NotRunning, SourceUnreachable
from omnisight_desktop.flow.loop import Loop


@pytest.fixture
def loop() -> Iterator[Loop]:
    loop = Loop("test-loop")
    loop.start()
    yield loop
    assert loop.stop()


async def _double(number: int) -> int:
    await asyncio.sleep(0)
    return 2 * number


async def _for_ever() -> None:
    await asyncio.Event().wait()


def test_a_coroutine_runs_on_the_loops_own_thread(loop: Loop) -> None:
    async def where() -> str:
        return threading.current_thread().name

    assert loop.submit(where()).result(10) == "test-loop"
    assert loop.submit(_double(21)).result(10) == 42


def test_many_threads_may_hand_in_at_once(loop: Loop) -> None:
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = [*pool.map(lambda n: loop.submit(_double(n)).result(10), range(200))]
    assert answers == [2 * n for n in range(200)]


def test_a_task_that_nobody_holds_is_not_lost(loop: Loop) -> None:
    came, held = threading.Event(), threading.Event()
    futures: list[weakref.ref[asyncio.Future[None]]] = []

    async def wait_for_somebody() -> None:
        future = asyncio.get_running_loop().create_future()
        futures.append(weakref.ref(future))
        asyncio.get_running_loop().call_soon(held.set)
        await future
        came.set()

    loop.submit(wait_for_somebody())
    assert held.wait(10)
    gc.collect()
    future = futures[0]()
    assert future is not None

    async def ring() -> None:
        future.set_result(None)

    loop.submit(ring()).result(10)
    assert came.wait(10)


def test_before_the_start_it_says_so_and_leaves_nothing_unawaited() -> None:
    idle = Loop("idle")
    with pytest.raises(NotRunning, match="has not been started"):
        idle.submit(_double(1))
    assert not idle.running
    assert idle.stop()


def test_after_the_end_it_says_so() -> None:
    over = Loop("over")
    over.start()
    assert over.submit(_double(1)).result(10) == 2
    assert over.stop()
    assert over.stop()
    assert not over.running
    assert not over.alive
    with pytest.raises(NotRunning, match="has ended"):
        over.submit(_double(1))
    with pytest.raises(RuntimeError, match="started already"):
        over.start()


def test_who_waits_gets_the_fault_itself_and_the_log_stays_quiet(
    loop: Loop, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail() -> None:
        raise SourceUnreachable("Nobody answers.")

    answer = loop.submit(fail())
    with pytest.raises(SourceUnreachable, match="Nobody answers"):
        answer.result(10)
    other = loop.submit(fail())
    assert isinstance(other.exception(10), SourceUnreachable)
    del answer, other
    gc.collect()
    assert caplog.text == ""


def test_a_fault_that_nobody_fetched_reaches_the_log(
    loop: Loop, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail() -> None:
        raise ZeroDivisionError("by zero")

    answer = loop.submit(fail(), "sum")
    concurrent.futures.wait([answer], 10)
    assert caplog.text == ""
    del answer
    gc.collect()
    assert "sum failed and nobody asked" in caplog.text
    assert "ZeroDivisionError" in caplog.text


def test_an_unfetched_fault_is_told_at_the_end_though_somebody_holds_the_answer(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def fail() -> None:
        raise SourceUnreachable("Nobody answers.")

    loop = Loop("short")
    loop.start()
    kept = loop.submit(fail(), "server")
    concurrent.futures.wait([kept], 10)
    assert loop.stop()
    assert caplog.text.count("server: Nobody answers.") == 1
    del kept
    gc.collect()
    assert caplog.text.count("server: Nobody answers.") == 1


def test_cancelling_the_answer_cancels_the_work(loop: Loop) -> None:
    begun, ended = threading.Event(), threading.Event()

    async def work() -> None:
        begun.set()
        try:
            await _for_ever()
        finally:
            ended.set()

    answer = loop.submit(work())
    assert begun.wait(10)
    assert answer.cancel()
    assert ended.wait(10)
    with pytest.raises(concurrent.futures.CancelledError):
        answer.result(10)


def test_stop_cancels_everything_and_lets_it_tidy_up() -> None:
    loop = Loop("stopped")
    loop.start()
    begun = threading.Barrier(6)
    tidied: list[int] = []

    async def work(number: int) -> None:
        try:
            await asyncio.get_running_loop().run_in_executor(None, begun.wait, 10)
            await _for_ever()
        finally:
            await asyncio.sleep(0)
            tidied.append(number)

    answers = [loop.submit(work(number)) for number in range(5)]
    begun.wait(10)
    assert loop.stop()
    assert sorted(tidied) == [0, 1, 2, 3, 4]
    for answer in answers:
        with pytest.raises(concurrent.futures.CancelledError):
            answer.result(0)
    assert not loop.alive


def test_what_was_handed_in_just_before_the_end_is_cancelled_and_not_forgotten() -> None:
    loop = Loop("busy")
    loop.start()
    blocking, go_on = threading.Event(), threading.Event()

    async def block() -> None:
        blocking.set()
        go_on.wait(10)

    loop.submit(block())
    assert blocking.wait(10)
    late = [loop.submit(_for_ever()) for _ in range(3)]
    stopper = threading.Thread(target=loop.stop)
    stopper.start()
    go_on.set()
    stopper.join(10)
    for answer in late:
        with pytest.raises(concurrent.futures.CancelledError):
            answer.result(10)


def test_a_task_that_will_not_be_cancelled_does_not_keep_the_thread(
    caplog: pytest.LogCaptureFixture,
) -> None:
    loop = Loop("patient", grace_s=0.01)
    loop.start()
    begun = threading.Event()

    async def stubborn() -> None:
        begun.set()
        while True:
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                continue

    answer = loop.submit(stubborn(), "stubborn")
    assert begun.wait(10)
    assert loop.stop()
    assert "stubborn would not be cancelled" in caplog.text
    assert answer.cancelled()


def test_a_task_that_blocks_the_thread_is_told_of_and_its_waiters_are_let_go(
    caplog: pytest.LogCaptureFixture,
) -> None:
    loop = Loop("blocked")
    loop.start()
    blocking, go_on = threading.Event(), threading.Event()

    async def block() -> None:
        blocking.set()
        go_on.wait(10)

    answer = loop.submit(block())
    assert blocking.wait(10)
    assert loop.stop(timeout_s=0) is False
    assert "something blocks it" in caplog.text
    with pytest.raises(concurrent.futures.CancelledError):
        answer.result(10)
    go_on.set()
    assert loop.stop()


def test_stop_may_be_called_from_the_loop_itself(loop: Loop) -> None:
    async def enough() -> bool:
        return loop.stop()

    answer = loop.submit(enough())
    assert answer.result(10) is False
    assert loop.stop()


def test_waiting_too_short_a_time_leaves_the_fault_unfetched(
    loop: Loop, caplog: pytest.LogCaptureFixture
) -> None:
    go_on = threading.Event()

    async def fail_later() -> None:
        await asyncio.get_running_loop().run_in_executor(None, go_on.wait, 10)
        raise RuntimeError("late")

    answer = loop.submit(fail_later(), "late one")
    with pytest.raises(concurrent.futures.TimeoutError):
        answer.result(0)
    go_on.set()
    concurrent.futures.wait([answer], 10)
    del answer
    gc.collect()
    assert "late one failed and nobody asked" in caplog.text
