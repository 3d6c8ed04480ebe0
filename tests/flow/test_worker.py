from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.core.errors import DiskFull, SourceError
from omnisight_desktop.flow.worker import Backoff, Worker, WorkerState


@dataclass(frozen=True)
class _NoRest(Backoff):
    """Rests no time at all and remembers after how many failures it was asked."""

    asked: list[int] = field(default_factory=list)

    def wait_s(self, failures: int) -> float:
        self.asked.append(failures)
        return 0.0


@dataclass(frozen=True)
class _LongRest(Backoff):
    """Rests for a day, and says when it begins."""

    begun: threading.Event = field(default_factory=threading.Event)

    def wait_s(self, failures: int) -> float:
        self.begun.set()
        return 86_400.0


def _until(bell: threading.Event) -> Callable[[Worker], None]:
    def body(_: Worker) -> None:
        bell.wait(60)

    return body


def _state(worker: Worker) -> WorkerState:
    return worker.state


def _fails(times: int, error: Exception) -> tuple[list[int], threading.Event, Worker, _NoRest]:
    rounds: list[int] = []
    steady = threading.Event()
    rest = _NoRest()

    def body(worker: Worker) -> None:
        rounds.append(len(rounds))
        if len(rounds) <= times:
            raise error
        steady.set()
        worker.pause(86_400)

    return rounds, steady, Worker("w", body, backoff=rest), rest


def test_a_body_that_fails_is_started_again_after_a_growing_rest(
    caplog: pytest.LogCaptureFixture,
) -> None:
    rounds, steady, worker, rest = _fails(3, RuntimeError("no luck"))
    with caplog.at_level(logging.WARNING):
        worker.start()
        assert steady.wait(10)
    assert _state(worker) is WorkerState.RUNNING
    assert worker.restarts == 3
    assert worker.failure == "no luck"
    assert rest.asked == [1, 2, 3]
    assert "Traceback" in caplog.text
    worker.stop()
    assert worker.join()
    assert _state(worker) is WorkerState.DONE
    assert len(rounds) == 4


def test_a_fault_that_is_known_is_told_in_words(caplog: pytest.LogCaptureFixture) -> None:
    _, steady, worker, _ = _fails(1, DiskFull("No room left."))
    with caplog.at_level(logging.WARNING):
        worker.start()
        assert steady.wait(10)
        worker.stop()
        assert worker.join()
    assert "No room left. Free some space" in caplog.text
    assert "Traceback" not in caplog.text


def test_after_steady_work_a_failure_counts_as_the_first() -> None:
    rest = _NoRest()
    done = threading.Event()
    rounds: list[int] = []

    def body(worker: Worker) -> None:
        rounds.append(1)
        if len(rounds) < 4:
            raise RuntimeError("again")
        done.set()

    worker = Worker("w", body, backoff=rest, steady_s=-1)
    worker.start()
    assert done.wait(10)
    assert worker.join()
    assert rest.asked == [1, 1, 1]


def test_a_body_that_returns_is_done() -> None:
    worker = Worker("w", lambda _: None)
    worker.start()
    assert worker.join()
    assert _state(worker) is WorkerState.DONE
    assert not worker.alive
    assert worker.restarts == 0


def test_stop_ends_a_long_pause_at_once() -> None:
    answers: list[bool] = []
    pausing = threading.Event()

    def body(worker: Worker) -> None:
        pausing.set()
        answers.append(worker.pause(86_400))
        assert worker.stopping

    worker = Worker("w", body)
    worker.start()
    assert pausing.wait(10)
    worker.stop()
    assert worker.join(10)
    assert answers == [True]


def test_stop_ends_the_rest_after_a_fault_at_once() -> None:
    rest = _LongRest()

    def body(worker: Worker) -> None:
        raise RuntimeError("no luck")

    worker = Worker("w", body, backoff=rest)
    worker.start()
    assert rest.begun.wait(10)
    assert _state(worker) is WorkerState.RESTING
    assert worker.silent_s() == 0
    worker.stop()
    assert worker.join(10)
    assert _state(worker) is WorkerState.DONE
    assert worker.restarts == 1


def test_a_pause_that_runs_out_says_that_work_goes_on() -> None:
    worker = Worker("w", lambda _: None)
    assert worker.pause(0) is False
    worker.stop()
    assert worker.pause(86_400) is True


def test_silence_is_counted_from_the_last_heartbeat(monkeypatch: pytest.MonkeyPatch) -> None:
    at = [100.0]
    monkeypatch.setattr("omnisight_desktop.flow.worker.time.monotonic", lambda: at[0])
    go_on, told, beaten = threading.Event(), threading.Event(), threading.Event()

    def body(worker: Worker) -> None:
        told.set()
        go_on.wait(10)
        worker.beat()
        beaten.set()
        worker.pause(86_400)

    worker = Worker("w", body)
    assert worker.silent_s() == 0
    worker.start()
    assert told.wait(10)
    at[0] = 107.5
    assert worker.silent_s() == 7.5
    go_on.set()
    assert beaten.wait(10)
    assert worker.silent_s() == 0
    worker.stop()
    assert worker.join()
    at[0] = 500
    assert worker.silent_s() == 0


def test_on_stop_wakes_a_body_that_waits_for_something_else() -> None:
    bell = threading.Event()
    worker = Worker("w", _until(bell), on_stop=bell.set)
    worker.start()
    worker.stop()
    assert worker.join(10)


def test_a_worker_starts_once_and_can_be_stopped_before() -> None:
    worker = Worker("w", lambda _: None)
    worker.start()
    with pytest.raises(RuntimeError, match="started already"):
        worker.start()
    assert worker.join()
    idle = Worker("idle", lambda _: None)
    idle.stop()
    assert idle.state is WorkerState.DONE
    assert idle.join()


def test_a_worker_that_will_not_end_is_told_of() -> None:
    bell = threading.Event()
    worker = Worker("w", _until(bell))
    worker.start()
    worker.stop()
    assert worker.join(0) is False
    bell.set()
    assert worker.join(10)


def test_a_worker_that_joins_itself_does_not_wait_for_ever() -> None:
    answers: list[bool] = []
    worker = Worker("w", lambda me: answers.append(me.join(60)))
    worker.start()
    assert worker.join(10)
    assert answers == [False]


@given(st.integers(1, 10_000), st.floats(0.01, 5), st.floats(5, 100), st.floats(0, 0.9))
def test_the_wait_doubles_up_to_its_limit(
    failures: int, first_s: float, most_s: float, jitter: float
) -> None:
    backoff = Backoff(first_s, most_s, jitter)
    plain = min(most_s, first_s * 2.0 ** min(failures - 1, 32))
    assert plain * (1 - jitter) * 0.999 <= backoff.wait_s(failures) <= plain * (1 + jitter) * 1.001


def test_waits_differ_so_that_not_all_cameras_come_back_at_once() -> None:
    assert len({Backoff().wait_s(3) for _ in range(50)}) > 40


def test_the_same_known_fault_is_said_once(caplog: pytest.LogCaptureFixture) -> None:
    runs: list[str] = []

    def body(_: Worker) -> None:
        runs.append("")
        if len(runs) > 4:
            return
        raise SourceError("It is gone." if len(runs) < 4 else "It is gone for good.")

    worker = Worker("capture", body, backoff=_NoRest())
    with caplog.at_level("WARNING"):
        worker.start()
        assert worker.join(10)
    told = [record.message for record in caplog.records]
    assert told == ["capture: It is gone.", "capture: It is gone for good."]


def test_a_rest_after_a_failure_can_be_cut_short() -> None:
    tries: list[int] = []
    done = threading.Event()

    def body(_: Worker) -> None:
        tries.append(1)
        if len(tries) == 1:
            raise SourceError("Nobody answers.")
        done.set()

    worker = Worker("impatient", body, backoff=Backoff(first_s=3600, most_s=3600))
    worker.start()
    for _ in range(1000):
        worker.hurry()
        if done.wait(0.01):
            break
    assert done.is_set()
    assert worker.join()


def test_one_that_rests_ends_at_once() -> None:
    failed = threading.Event()

    def body(_: Worker) -> None:
        failed.set()
        raise SourceError("Nobody answers.")

    worker = Worker("tired", body, backoff=Backoff(first_s=3600, most_s=3600))
    worker.start()
    assert failed.wait(10)
    worker.stop()
    assert worker.join()
