"""One server for all tests that only ask it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from omnisight_desktop.app.run import watching
from omnisight_desktop.config.paths import Paths
from tests.api.stage import Stage, inhabited, serving
from tests.fakes.keyrings import NoKeyring, using


@pytest.fixture(scope="package")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The demo camera films, and everything is there to be asked for."""
    with (
        inhabited(tmp_path_factory.mktemp("served")) as house,
        watching(house, ("demo:",)) as live,
        serving(house, live) as stage,
    ):
        yield stage


@pytest.fixture
def client(stage: Stage) -> Iterator[httpx.Client]:
    """Somebody of this computer."""
    with stage.client() as client:
        yield client


@pytest.fixture
def paths(tmp_path: Path) -> Iterator[Paths]:
    """A data folder on a computer without a keyring."""
    with using(NoKeyring()):
        yield Paths(tmp_path)
