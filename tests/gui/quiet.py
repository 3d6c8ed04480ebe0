"""A desk over a house in which nothing happens: its one camera is not there, so nobody is busy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QSettings

from omnisight_desktop.app.run import watching
from omnisight_desktop.core.clock import SystemClock
from omnisight_desktop.gui.bridge import Bridge
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.ops import Ops
from tests.home import furnished


@dataclass
class Heard:
    """What view-models said to the person in front."""

    said: list[str] = field(default_factory=list)
    gone: list[tuple[str, str]] = field(default_factory=list)
    offered: list[tuple[str, str]] = field(default_factory=list)
    answer: Callable[[], object] = lambda: None

    def go(self, panel: str, wanted: str) -> None:
        self.gone.append((panel, wanted))

    def offer(self, words: str, verb: str, call: Callable[[], object]) -> None:
        self.offered.append((words, verb))
        self.answer = call


@contextmanager
def quiet(folder: Path, heard: Heard) -> Iterator[Desk]:
    """The house, and what view-models need around it."""
    with furnished(folder / "data") as house:
        here = replace(house, clock=SystemClock())
        with watching(here, (str(folder / "yard.mp4"),)) as live:
            memory = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
            ops, bridge = Ops(), Bridge(house.bus)
            say: Callable[[str], None] = heard.said.append
            yield Desk(here, live, ops, bridge, memory, say, heard.go, heard.offer)
            bridge.close()
            ops.close()
