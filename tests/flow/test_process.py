from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any

import psutil
import pytest

from omnisight_desktop.core.errors import (
    BackendUnavailable,
    ChildDied,
    ModelMissing,
    NotRunning,
    OmniSightError,
)
from omnisight_desktop.flow.process import Child
from omnisight_desktop.flow.worker import Backoff
from tests.flow import targets

HERE = "tests.flow.targets"
AT_ONCE = Backoff(first_s=0.0)
TOMORROW = Backoff(first_s=86_400.0, most_s=86_400.0)

Obedient = Child[tuple[str, Any], Any]


@pytest.fixture
def make() -> Iterator[Callable[..., Obedient]]:
    made: list[Obedient] = []

    def child(target: str = "obedient", **options: Any) -> Obedient:
        options.setdefault("backoff", AT_ONCE)
        made.append(Child("helper", f"{HERE}:{target}", **options))
        return made[-1]

    yield child
    for one in made:
        assert one.stop()


def _gone(pid: int) -> bool:
    """Not even a zombie is left."""
    return not psutil.pid_exists(pid)


def _await_end(pid: int) -> None:
    """Until a process that is not our child is no more."""
    handle = os.pidfd_open(pid)
    try:
        assert wait([handle], 30)
    finally:
        os.close(handle)


def test_one_process_answers_many_requests() -> None:
    child: Child[int, int] = Child("sum", f"{HERE}:adder", arguments=(100,))
    assert child.pid is None
    assert [child.ask(n) for n in (1, 2, 3)] == [101, 103, 106]
    assert child.starts == 1
    assert child.alive
    assert child.stop()


def test_many_threads_take_turns(make: Callable[..., Obedient]) -> None:
    child = make()
    child.start()
    answers: list[int] = []
    threads = [
        threading.Thread(target=lambda n=n: answers.append(child.ask(("echo", n))))
        for n in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(answers) == list(range(20))
    assert child.starts == 1


def test_a_heavy_import_stays_in_the_child(make: Callable[..., Obedient]) -> None:
    child: Child[str, Any] = Child("torch", f"{HERE}:heavy", backoff=AT_ONCE)
    try:
        assert child.ask("sum") == 4.0
        with pytest.raises(OmniSightError, match="would bring torch into this process"):
            child.ask("tensor")
        assert child.ask("sum") == 4.0
        assert "torch" not in sys.modules
    finally:
        assert child.stop()


@pytest.mark.parametrize(
    ("order", "words"),
    [
        (("signal", signal.SIGKILL), "helper was ended by SIGKILL before it had answered"),
        (("signal", signal.SIGSEGV), "ended by SIGSEGV"),
        (("exit", 7), "ended with exit code 7"),
        (("exit", 0), "ended with exit code 0"),
    ],
)
def test_a_crash_is_told_in_words_and_the_next_request_starts_anew(
    make: Callable[..., Obedient], order: tuple[str, Any], words: str
) -> None:
    child = make()
    first = child.ask(("pid", None))
    with pytest.raises(ChildDied, match=words) as caught:
        child.ask(order)
    assert "started anew" in caught.value.fix
    assert _gone(first)
    assert child.ask(("pid", None)) != first
    assert child.starts == 2


def test_killed_from_outside_while_somebody_waits(
    make: Callable[..., Obedient], tmp_path: Path
) -> None:
    fifo = tmp_path / "here"
    os.mkfifo(fifo)
    child = make()
    errors: list[OmniSightError | None] = []
    order = ("say where and hang", str(fifo))
    asker = threading.Thread(target=lambda: errors.append(_error(child, order)))
    asker.start()
    assert fifo.read_text() == "here"
    pid = child.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    asker.join(30)
    assert isinstance(errors[0], ChildDied)
    assert "SIGKILL" in errors[0].reason
    assert _gone(pid)


def _error(child: Obedient, order: tuple[str, Any]) -> OmniSightError | None:
    try:
        child.ask(order, timeout_s=30)
    except OmniSightError as error:
        return error
    return None


def test_killed_while_nobody_asks_it_is_reaped_and_started_anew(
    make: Callable[..., Obedient],
) -> None:
    child = make()
    pid = child.ask(("pid", None))
    reaper = next(t for t in threading.enumerate() if t.name == "helper-reaper")
    os.kill(pid, signal.SIGKILL)
    reaper.join(30)
    assert _gone(pid)
    assert not child.alive
    assert child.ask(("echo", 5)) == 5
    assert child.starts == 2


def test_after_a_crash_it_rests_and_says_so(make: Callable[..., Obedient]) -> None:
    child = make(backoff=TOMORROW)
    with pytest.raises(ChildDied):
        child.ask(("exit", 3))
    with pytest.raises(ChildDied, match=r"not started again for \d+ s: .*exit code 3"):
        child.ask(("echo", 1), timeout_s=60)
    assert child.starts == 1


def test_rests_grow_with_failures_in_a_row_and_shrink_after_a_success(
    make: Callable[..., Obedient],
) -> None:
    asked: list[int] = []

    class Noted(Backoff):
        def wait_s(self, failures: int) -> float:
            asked.append(failures)
            return 0.0

    child = make(backoff=Noted())
    for order in (("exit", 1), ("exit", 1), ("echo", 1), ("exit", 1)):
        _error(child, order)
    assert asked == [1, 2, 1]


def test_stop_ends_the_rest_of_whoever_waits(make: Callable[..., Obedient]) -> None:
    child = make(backoff=TOMORROW)
    with pytest.raises(ChildDied):
        child.ask(("exit", 3))
    waiting = threading.Event()
    wait_for = child._stop.wait

    def entered(timeout: float | None = None) -> bool:
        waiting.set()
        return wait_for(timeout)

    child._stop.wait = entered  # type: ignore[method-assign]
    errors: list[OmniSightError | None] = []

    def ask() -> None:
        try:
            child.ask(("echo", 1))
        except OmniSightError as error:
            errors.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    assert waiting.wait(10)
    assert child.stop()
    thread.join(10)
    assert isinstance(errors[0], NotRunning)


def test_stop_kills_a_child_that_hangs_and_tells_whoever_waits(
    make: Callable[..., Obedient],
) -> None:
    child = make()
    pid = child.ask(("pid", None))
    errors: list[OmniSightError | None] = []
    thread = threading.Thread(target=lambda: errors.append(_error(child, ("hang", None))))
    thread.start()
    assert child.stop()
    thread.join(30)
    assert isinstance(errors[0], NotRunning)
    assert _gone(pid)
    with pytest.raises(NotRunning, match="helper was stopped"):
        child.ask(("echo", 1))


def test_a_child_that_ignores_every_polite_signal_is_killed_too(
    make: Callable[..., Obedient],
) -> None:
    child = make()
    pid = child.ask(("pid", None))
    os.kill(pid, signal.SIGSTOP)
    assert child.stop()
    assert _gone(pid)


def test_one_that_takes_too_long_is_ended(make: Callable[..., Obedient]) -> None:
    child = make()
    pid = child.ask(("pid", None))
    with pytest.raises(ChildDied, match="took too long"):
        child.ask(("hang", None), timeout_s=0.05)
    assert _gone(pid)
    assert child.ask(("echo", "well again")) == "well again"


def test_a_long_request_to_a_process_that_does_not_read_is_given_up_too(
    make: Callable[..., Obedient],
) -> None:
    child = make()
    pid = child.ask(("pid", None))
    os.kill(pid, signal.SIGSTOP)
    with pytest.raises(ChildDied, match="took too long"):
        child.ask(("size", bytes(8_000_000)), timeout_s=0.05)
    assert child.ask(("size", bytes(8_000_000))) == 8_000_000


def test_a_fault_in_the_work_is_told_and_the_process_lives_on(
    make: Callable[..., Obedient], caplog: pytest.LogCaptureFixture
) -> None:
    child = make()
    with pytest.raises(OmniSightError, match="helper failed with ValueError: no such sound"):
        child.ask(("raise", ValueError("no such sound")))
    assert "Traceback" in caplog.text
    assert "in obey" in caplog.text
    with pytest.raises(ModelMissing, match="not here") as caught:
        child.ask(("raise", ModelMissing("It is not here.", fix="Pull it.")))
    assert caught.value.fix == "Pull it."
    with pytest.raises(OmniSightError, match="it cannot travel"):
        child.ask(("unpicklable", None))
    assert child.starts == 1


def test_an_error_that_cannot_be_rebuilt_is_told_by_its_words(
    make: Callable[..., Obedient],
) -> None:
    child = make()
    with pytest.raises(OmniSightError, match="salt and pepper") as caught:
        child.ask(("strange", None))
    assert caught.value.fix == "Look."
    assert child.ask(("echo", 1)) == 1


def test_what_cannot_be_sent_harms_nobody(make: Callable[..., Obedient]) -> None:
    child = make()
    with pytest.raises((TypeError, AttributeError), match="lock"):
        child.ask(("echo", threading.Lock()))
    assert child.ask(("echo", 1)) == 1


@pytest.mark.parametrize(
    ("target", "kind", "words"),
    [
        (f"{HERE}:missing_model", ModelMissing, "not here"),
        (f"{HERE}:broken", OmniSightError, "ValueError: bad weights"),
        ("no_such_module_anywhere:f", BackendUnavailable, "cannot be loaded: No module named"),
        (f"{HERE}:no_such_function", OmniSightError, "no_such_function"),
    ],
)
def test_a_start_that_fails_is_told_and_tried_again(
    target: str, kind: type[OmniSightError], words: str
) -> None:
    child: Child[int, int] = Child("helper", target, backoff=AT_ONCE)
    for starts in (1, 2):
        with pytest.raises(kind, match=words):
            child.ask(1)
        assert child.starts == starts
    assert not child.alive
    assert child.stop()


def test_a_failed_early_start_is_told_to_the_first_who_asks() -> None:
    child: Child[int, int] = Child("helper", f"{HERE}:missing_model", backoff=AT_ONCE)
    child.start()
    for thread in threading.enumerate():
        if thread.name == "helper-reaper":
            thread.join(30)
    with pytest.raises(ModelMissing):
        child.ask(1)
    assert child.starts == 1
    assert child.stop()


def test_nobody_asks_so_it_goes_and_comes_back_without_a_rest(
    make: Callable[..., Obedient],
) -> None:
    child = make(idle_s=0.01, backoff=TOMORROW)
    pids = set()
    for _ in range(3):
        pids.add(child.ask(("pid", None)))
        for thread in threading.enumerate():
            if thread.name == "helper-reaper":
                thread.join(30)
        assert not child.alive
    assert len(pids) == child.starts == 3
    assert all(map(_gone, pids))


def test_requests_that_cross_the_farewell_are_answered(make: Callable[..., Obedient]) -> None:
    child = make(idle_s=0.0005, backoff=TOMORROW)
    answered = 0
    for number in range(6):
        error = None
        try:
            assert child.ask(("echo", number)) == number
            answered += 1
        except ChildDied as died:  # it went twice in a row, which is told and not hidden
            error = died
        assert error is None or "went just as it was asked" in error.reason
    assert answered > 0


def test_its_chatter_does_not_reach_our_standard_output(
    make: Callable[..., Obedient], capfd: pytest.CaptureFixture[str]
) -> None:
    make().ask(("print", "downloading: 100 %"))
    shown = capfd.readouterr()
    assert shown.out == ""
    assert "downloading" in shown.err


def test_it_does_not_spin_while_others_work_and_ignores_ctrl_c(
    make: Callable[..., Obedient],
) -> None:
    child = make()
    assert child.ask(("environment", "OMP_WAIT_POLICY")) == "PASSIVE"
    os.kill(child.ask(("pid", None)), signal.SIGINT)
    assert child.ask(("echo", "still here")) == "still here"


def test_nobody_is_called_from_there(make: Callable[..., Obedient]) -> None:
    asked: list[str] = []

    class Listening(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Listening) as server:
        answering = threading.Thread(target=server.serve_forever)
        answering.start()
        address = f"http://127.0.0.1:{server.server_address[1]}/used"
        try:
            assert targets.call(address) == "200"  # from here it would work
            assert make().ask(("call", address)) == "URLError"
        finally:
            server.shutdown()
            answering.join()
    assert asked == ["/used"]


def test_it_brings_nothing_heavy_along(make: Callable[..., Obedient]) -> None:
    heavy = ["torch", "whisper", "cv2", "PySide6", "sqlalchemy", "mediapipe", "spacy"]
    assert make().ask(("modules", heavy)) == []


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="needs Linux to watch a grandchild")
@pytest.mark.parametrize("busy", [False, True])
def test_when_the_program_is_killed_its_child_ends(busy: bool, tmp_path: Path) -> None:
    fifo = tmp_path / "here"
    os.mkfifo(fifo)
    script = textwrap.dedent(
        f"""
        import threading
        from omnisight_desktop.flow.process import Child
        if __name__ == "__main__":
            child = Child("helper", "{HERE}:obedient")
            pid = child.ask(("pid", None))
            if {busy}:
                order = ("say where and hang", "{fifo}")
                threading.Thread(target=child.ask, args=(order,), daemon=True).start()
                assert open("{fifo}").read() == "here"
            print(pid, flush=True)
            input()
        """
    )
    program = subprocess.Popen(
        [sys.executable, "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    with program:
        assert program.stdout is not None
        pid = int(program.stdout.readline())
        program.kill()
    _await_end(pid)


def test_a_program_that_forgets_to_stop_its_child_still_exits(tmp_path: Path) -> None:
    script = tmp_path / "forgetful.py"
    script.write_text(
        textwrap.dedent(
            f"""
            from omnisight_desktop.flow.process import Child
            if __name__ == "__main__":
                child = Child("helper", "{HERE}:obedient")
                print(child.ask(("pid", None)), flush=True)
            """
        )
    )
    done = subprocess.run(
        [sys.executable, str(script)],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    assert done.stderr == ""
    assert _gone(int(done.stdout))


def test_failures_are_logged_once(
    make: Callable[..., Obedient], caplog: pytest.LogCaptureFixture
) -> None:
    child = make()
    with caplog.at_level(logging.WARNING):
        _error(child, ("exit", 4))
    assert caplog.text.count("exit code 4") == 1
    assert child.failure == "helper ended with exit code 4 before it had answered."
