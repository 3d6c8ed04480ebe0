"""Watching without a window goes on whatever becomes of those who look on."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from omnisight_desktop.app import run as app
from omnisight_desktop.app.headless import headless, told_to_stop
from omnisight_desktop.app.run import watching
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.clock import SystemClock
from omnisight_desktop.core.errors import StorageError
from omnisight_desktop.services.events import Events
from omnisight_desktop.services.house import House
from omnisight_desktop.storage.owner import LOCK_NAME
from tests.home import event, furnished


class Rounds(threading.Event):
    """Has something happen before each look, and says stop after the last."""

    def __init__(self, *steps: Callable[[], object]) -> None:
        super().__init__()
        self._steps = iter(steps)

    def wait(self, timeout: float | None = None) -> bool:
        step = next(self._steps, None)
        if step is not None:
            step()
        return step is None


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with furnished(tmp_path) as house:
        yield replace(house, clock=SystemClock())


def test_when_the_list_cannot_be_read_it_is_said_once_and_made_up_for(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def fail(*_: object) -> None:
        raise StorageError("The disk does not answer.")

    def break_down() -> None:
        monkeypatch.setattr(Events, "names", fail)
        house.keeper.commit(event("e1", 5))

    stop = Rounds(break_down, lambda: house.keeper.commit(event("e2", 4)), monkeypatch.undo)
    with watching(house, ("demo:",)) as live:
        headless(house, live, stop, None, said.append)
    assert sum("cannot be listed" in line for line in said) == 1
    assert sum("person appeared" in line for line in said) == 2


def test_nobody_has_to_listen(tmp_path: Path) -> None:
    def hang_up(_: str) -> None:
        raise BrokenPipeError(32, "Broken pipe")

    code = app.run(
        Paths(tmp_path), Settings(), sources=("demo:",), seconds=0.1, say=hang_up, headless=True
    )
    assert code == 0


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="this system hangs nobody up")
def test_the_end_of_the_terminal_ends_it_in_order_unless_it_is_to_be_outlived() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)  # whoever started the tests may ignore it
    try:
        with told_to_stop() as stop:
            os.kill(os.getpid(), signal.SIGHUP)
            assert stop.wait(5)
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_DFL
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        with told_to_stop() as stop:
            os.kill(os.getpid(), signal.SIGHUP)
            assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
            assert not stop.is_set()
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.mark.skipif(os.name == "nt", reason="signals are sent another way there")
def test_told_to_stop_while_it_is_still_opening_it_ends_in_order(tmp_path: Path) -> None:
    (Paths(tmp_path).make().root / LOCK_NAME).write_text("4711\n")
    said: list[str] = []

    def say(text: str) -> None:  # the first words come before any camera is opened
        said.append(text)
        if len(said) == 1:
            os.kill(os.getpid(), signal.SIGTERM)

    assert app.run(Paths(tmp_path), Settings(), sources=("demo:",), say=say, headless=True) == 0
    assert "not closed in order" in said[0]
    assert (tmp_path / LOCK_NAME).read_text() == ""
