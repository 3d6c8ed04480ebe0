"""A house with a demo camera for tests of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
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
from omnisight_desktop.pipeline.room import Room
from omnisight_desktop.pipeline.stages import Stages
from omnisight_desktop.pipeline.supervisor import Habits, Pipeline, Senses
from omnisight_desktop.services.house import House
from omnisight_desktop.services.live import DetectorChoice, Live
from omnisight_desktop.services.pause import Pause
from tests.broom import Broom, by_hand
from tests.fakes.keyrings import NoKeyring, using
from tests.fakes.redaction import knowing_no_secret
from tests.home import furnished

forget_foreign_qt()  # importing the pipeline imported OpenCV, which points Qt to its own plug-ins


@dataclass(frozen=True)
class Watched:
    """A house and what it watches."""

    house: House
    live: Live


@pytest.fixture(scope="package", autouse=True)
def _broom() -> Iterator[Broom]:
    with by_hand() as broom:
        yield broom


@pytest.fixture(autouse=True)
def _swept(_broom: Broom) -> Iterator[None]:
    yield
    _broom.sweep()


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
    offered: list[tuple[str, str, Callable[[], object]]] = field(default_factory=list)

    def go(self, panel: str, wanted: str) -> None:
        self.gone.append((panel, wanted))

    def offer(self, words: str, verb: str, call: Callable[[], object]) -> None:
        self.offered.append((words, verb, call))


@pytest.fixture
def told() -> Told:
    return Told([], [])


@pytest.fixture
def desk(demo: Watched, told: Told, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """What view-models are made from, without a window."""
    memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    ops, bridge = Ops(), Bridge(demo.house.bus)
    yield Desk(demo.house, demo.live, ops, bridge, memory, told.said.append, told.go, told.offer)
    bridge.close()
    ops.close()


@dataclass(frozen=True)
class Quiet:
    """A desk over a house in which nothing is watched, and what the window was asked for."""

    desk: Desk
    told: Told

    @property
    def house(self) -> House:
        return self.desk.house

    def answer(self) -> None:
        """Do what the window offered last."""
        self.told.offered[-1][2]()


@pytest.fixture
def quiet(told: Told, qapp: QApplication, tmp_path: Path) -> Iterator[Quiet]:
    """What view-models are made from, where no picture is needed: nothing runs but the writer."""

    def unseen(_: object) -> Stages:
        raise AssertionError("nobody looks here")

    with using(NoKeyring()), knowing_no_secret(), furnished(tmp_path) as house:
        clock = house.clock
        pipeline = Pipeline(Senses(unseen), house.keeper.keep, house.paths.media, Habits(), clock)
        room = Room(house.paths.media, 0.0, 0.0, clock)
        choice = DetectorChoice(lambda: pytest.fail("nobody looks here"), clock)
        pause = Pause(house.paths.pause, house.keeper.keep, clock)
        live = Live(pipeline, choice, room, house.cameras.addresses, pause, clock)
        memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        ops, bridge = Ops(), Bridge(house.bus)
        desk = Desk(house, live, ops, bridge, memory, told.said.append, told.go, told.offer)
        yield Quiet(desk, told)
        bridge.close()
        ops.close()
