"""What the doctor says of the API."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.sections import Server
from omnisight_desktop.core.registry import Health
from omnisight_desktop.observability.doctor.server import answers, api
from omnisight_desktop.services.access import Access
from tests.fakes.post import free_port, mail_server, web_hook


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data").make()


def settings(port: int, **more: object) -> Server:
    return Server.model_validate({"port": port, **more})


def test_a_free_port_is_well(paths: Paths) -> None:
    check = api(paths, settings(free_port()))
    assert check.state is Health.OK
    assert "free" in check.reason


@pytest.mark.parametrize("others", [web_hook, mail_server], ids=["another web server", "no web"])
def test_a_port_of_another_program_is_told_with_what_helps(paths: Paths, others: object) -> None:
    assert callable(others)
    with others() as other:
        check = api(paths, settings(other.port))
    assert check.state is Health.DEGRADED
    assert "another program" in check.reason
    assert "server.port" in check.fix


def test_where_it_answers_that_is_said(paths: Paths) -> None:
    check = api(paths, settings(8000), lambda *_: True)
    assert (check.state, check.reason) == (Health.OK, "served at 127.0.0.1:8000")


def test_switched_off_it_is_not_looked_for(paths: Paths) -> None:
    def ask(*_: object) -> bool:
        raise AssertionError("it asked")

    assert api(paths, settings(8000, enabled=False), ask).state is Health.OK


def test_what_others_reach_needs_a_token(paths: Paths) -> None:
    exposed = settings(free_port(), host="0.0.0.0")
    assert "has no token" in api(paths, exposed).reason
    Access(paths).renew()
    check = api(paths, exposed)
    assert (check.state, "token" in check.reason) == (Health.OK, True)


def test_who_says_nothing_is_another_program() -> None:
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen()
        assert not answers("127.0.0.1", deaf.getsockname()[1])
