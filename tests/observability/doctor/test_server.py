"""What the doctor says of the API."""

from __future__ import annotations

from pathlib import Path

import pytest

from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.sections import Server
from omnisight_desktop.core.registry import Health
from omnisight_desktop.flow.door import Door
from omnisight_desktop.observability.doctor.server import api
from omnisight_desktop.services.access import Access
from tests.fakes.post import free_port, web_hook


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data").make()


def settings(port: int, **more: object) -> Server:
    return Server.model_validate({"port": port, **more})


def test_a_free_port_is_well(paths: Paths) -> None:
    check = api(paths, settings(free_port()))
    assert check.state is Health.OK
    assert "free" in check.reason


def test_a_port_of_another_program_is_told_with_what_helps(paths: Paths) -> None:
    with web_hook() as other:
        check = api(paths, settings(other.port))
    assert check.state is Health.DEGRADED
    assert "cannot be had" in check.reason
    assert "server.port" in check.fix


def test_the_program_that_watches_is_asked_and_not_its_server(paths: Paths) -> None:
    where = {"up": True, "words": "here"}
    with Door(paths.door, {"server.where": lambda _: where}), web_hook() as other:
        served = api(paths, settings(other.port))
        where["up"], where["words"] = False, "The API is not served. The port is taken."
        kept_off = api(paths, settings(other.port))
        assert not other.messages
    assert (served.state, "served at 127.0.0.1" in served.reason) == (Health.OK, True)
    assert (kept_off.state, "taken" in kept_off.reason) == (Health.DEGRADED, True)


def test_switched_off_it_is_not_looked_for(paths: Paths) -> None:
    def ask(_: Paths) -> dict[str, object]:
        raise AssertionError("it asked")

    assert api(paths, settings(8000, enabled=False), ask).state is Health.OK


def test_what_others_reach_needs_a_token(paths: Paths) -> None:
    exposed = settings(free_port(), names=["house.local"])
    assert "has no token" in api(paths, exposed).reason
    Access(paths).renew()
    check = api(paths, exposed)
    assert (check.state, "token" in check.reason) == (Health.OK, True)
