"""A house with two cameras, what they recorded around noon, and who came by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.event import Event, Gap
from omnisight_desktop.core.identity import Person
from omnisight_desktop.gui.bridge import Bridge
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.ops import Ops
from omnisight_desktop.services.house import House
from omnisight_desktop.services.live import Live
from tests.fakes.films import film, greys, keep_clip, path_of
from tests.gui.conftest import Told
from tests.home import NOON, furnished

ANNA = "Person_00000001"
LATER = NOON + timedelta(minutes=1)
BOX = (0.1, 0.2, 0.3, 0.8)


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("films")
    return film(folder / "a.mp4", greys(range(40))), film(folder / "b.mp4", greys(range(30)))


@pytest.fixture
def house(tmp_path: Path, films: tuple[Path, Path]) -> Iterator[House]:
    """The porch was filmed from noon on for four seconds, the yard for three; a minute has passed."""
    with furnished(tmp_path / "data", LATER) as house:
        house.keeper.commit(
            Camera("porch", "Porch", "rtsp://porch"),
            Camera("yard", "Yard", "rtsp://yard"),
            Person(ANNA, "Anna"),
            Gap("yard", NOON + timedelta(seconds=5), NOON + timedelta(seconds=15), "Unplugged."),
            path_of("T1", "porch", NOON, [(second, BOX) for second in range(5)]),
        )
        for name, camera, source, seconds in (
            ("C1", "porch", films[0], 4.0),
            ("C2", "yard", films[1], 3.0),
        ):
            file = house.paths.media / "clips" / camera / f"{name}.mp4"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(source.read_bytes())
            keep_clip(house, name, camera, file, NOON, seconds)
        house.keeper.commit(
            came("E1", 0.5, clip="C1", track="T1", person=ANNA, story="E1"),
            came("E2", 3.5, type="left", track="T1", text="left to the left", story="E1"),
            came("E3", 1.0, camera="yard", label="car", clip="C2"),
            came("E4", -3600.0, type="loud", label=None, text="a dog barked"),
        )
        yield house


def came(name: str, seconds: float, **told: Any) -> Event:
    """An event so many seconds after noon."""
    start = NOON + timedelta(seconds=seconds)
    more = {"camera": "porch", "type": "appeared", "label": "person", **told}
    return Event(name, start=start, end=start + timedelta(seconds=2), **more)


@pytest.fixture
def offers() -> list[tuple[str, str, Callable[[], object]]]:
    """What was said with a verb to answer it."""
    return []


@pytest.fixture
def desk(
    house: House,
    told: Told,
    offers: list[tuple[str, str, Callable[[], object]]],
    qapp: QApplication,
    tmp_path: Path,
) -> Iterator[Desk]:
    """What view-models are made from; nothing is watched just now."""
    memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    ops, bridge, live = Ops(), Bridge(house.bus), cast("Live", None)

    def offer(words: str, verb: str, call: Callable[[], object]) -> None:
        offers.append((words, verb, call))

    yield Desk(house, live, ops, bridge, memory, told.said.append, told.go, offer)
    bridge.close()
    ops.close()
