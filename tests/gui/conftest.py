"""A house with a demo camera for tests of the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from omnisight_desktop.app.run import watching
from omnisight_desktop.config.load import forget_foreign_qt
from omnisight_desktop.core.clock import SystemClock
from omnisight_desktop.gui.bridge import Bridge
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.ops import Ops
from omnisight_desktop.services.house import House
from omnisight_desktop.services.live import Live
from tests.home import furnished

forget_foreign_qt()  # importing the pipeline imported OpenCV, which points Qt to its own plug-ins


@dataclass(frozen=True)
class Watched:
    """A house and what it watches."""

    house: House
    live: Live


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Watched]:
    """A furnished house that watches the demo camera."""
    with (
        furnished(tmp_path) as house,
        watching(replace(house, clock=SystemClock()), ("demo:",)) as live,
    ):
        yield Watched(house, live)


@dataclass
class Told:
    """What view-models asked of the window."""

    said: list[str]
    gone: list[tuple[str, str]]

    def go(self, panel: str, wanted: str) -> None:
        self.gone.append((panel, wanted))


@pytest.fixture
def told() -> Told:
    return Told([], [])


@pytest.fixture
def desk(demo: Watched, told: Told, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """What view-models are made from, without a window."""
    memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    ops, bridge = Ops(), Bridge(demo.house.bus)
    yield Desk(demo.house, demo.live, ops, bridge, memory, told.said.append, told.go)
    bridge.close()
    ops.close()
