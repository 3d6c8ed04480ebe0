"""A desk over a house in which nothing happens: its one camera is not there, so nobody is busy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSettings

from omnisight_desktop.app.run import watching
from omnisight_desktop.core.clock import SystemClock
from omnisight_desktop.gui.bridge import Bridge
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.ops import Ops
from tests.gui.conftest import Told
from tests.home import furnished


@contextmanager
def quiet(folder: Path, told: Told) -> Iterator[Desk]:
    """The house, and what view-models need around it."""
    with furnished(folder / "data") as house:
        here = replace(house, clock=SystemClock())
        with watching(here, (str(folder / "yard.mp4"),)) as live:
            memory = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
            ops, bridge = Ops(), Bridge(house.bus)
            say: Callable[[str], None] = told.said.append
            yield Desk(here, live, ops, bridge, memory, say, told.go)
            bridge.close()
            ops.close()
