"""A house with a demo camera for tests of the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from omnisight_desktop.app.run import watching
from omnisight_desktop.config.load import forget_foreign_qt
from omnisight_desktop.core.clock import SystemClock
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
