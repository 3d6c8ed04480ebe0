"""The server as ``run`` and ``serve`` start it: where it is, when it is not, and who gets in."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path

import httpx
import pytest

from omnisight_desktop.app.run import watching
from omnisight_desktop.app.serve import new_token, serving
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.config.sections import Server
from omnisight_desktop.core.errors import NotRunning, SecretError
from omnisight_desktop.flow.door import Door
from omnisight_desktop.services.house import House
from omnisight_desktop.services.live import Live
from tests.api.stage import keep
from tests.cli.conftest import Omnisight, omnisight  # noqa: F401 - a fixture
from tests.fakes.keyrings import NoKeyring, using
from tests.home import furnished

Furnish = Callable[[Server], House]


@pytest.fixture(autouse=True)
def _no_keyring() -> Iterator[None]:
    with using(NoKeyring()):
        yield


@pytest.fixture
def port() -> int:
    """One that is free just now."""
    with closing(socket.create_server(("127.0.0.1", 0))) as one:
        number: int = one.getsockname()[1]
    return number


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with furnished(tmp_path / "data") as house:
        yield house


@pytest.fixture
def live(house: House) -> Iterator[Live]:
    with watching(house, ("demo:",)) as live:
        yield live


def wishing(house: House, **wish: object) -> House:
    """The same house with other settings of the server."""
    return replace(house, settings=Settings(server=Server.model_validate(wish)))


def test_it_is_there_by_itself_and_says_where(house: House, live: Live, port: int) -> None:
    with serving(wishing(house, port=port), live) as served:
        assert served.words == f"The API is at http://127.0.0.1:{port}/api/docs."
        answer = httpx.get(f"http://127.0.0.1:{port}/api/v1/health/ready", trust_env=False)
        assert answer.status_code == HTTPStatus.OK


def test_switched_off_it_is_not_there(house: House, live: Live, port: int) -> None:
    with serving(wishing(house, port=port, enabled=False), live) as served:
        assert served.words == ""
        with pytest.raises(httpx.ConnectError):
            httpx.get(f"http://127.0.0.1:{port}", trust_env=False)


def test_where_the_port_is_taken_the_watching_goes_on(house: House, live: Live, port: int) -> None:
    wished = wishing(house, port=port)
    with closing(socket.create_server(("127.0.0.1", port))):
        with serving(wished, live) as served:
            assert "not served" in served.words
            assert "is taken" in served.words
        with pytest.raises(NotRunning), serving(wished, live, insist=True):
            pass


def test_exposed_it_is_not_there_without_a_token(house: House, live: Live, port: int) -> None:
    wished = wishing(house, port=port, host="0.0.0.0")
    with serving(wished, live) as served:
        assert "omnisight serve token" in served.words
    with pytest.raises(SecretError), serving(wished, live, insist=True):
        pass


def test_a_new_token_holds_at_once_and_the_old_one_no_more(
    house: House, live: Live, port: int
) -> None:
    paths, settings = house.paths, house.settings
    old, _, running = new_token(paths, settings)
    assert not running
    where = f"http://127.0.0.1:{port}/api/v1/cameras"

    def asked(token: str) -> int:
        headers = {"authorization": f"Bearer {token}"}
        return httpx.get(where, headers=headers, trust_env=False).status_code

    wished = wishing(house, port=port, host="0.0.0.0")
    with serving(wished, live) as served, Door(paths.door, served.verbs):
        assert "whoever has the token" in served.words
        assert asked(old) == HTTPStatus.OK
        new, _, running = new_token(paths, settings)
        assert running
        assert asked(old) == HTTPStatus.UNAUTHORIZED
        assert asked(new) == HTTPStatus.OK


def test_the_command_shows_a_token_once(
    omnisight: Omnisight,  # noqa: F811
    tmp_path: Path,
) -> None:
    made = omnisight("serve", "token", "--json").json
    assert len(made["token"]) >= 32
    assert made["running"] is False
    assert made["token"] not in omnisight("settings", "list", "--json").out
    assert omnisight("serve", "token").out.strip() != made["token"]
    assert (Paths(tmp_path / "data").secrets_file.stat().st_mode & 0o077) == 0


def test_serve_watches_and_answers(
    omnisight: Omnisight,  # noqa: F811
    port: int,
) -> None:
    said = omnisight("serve", "--source", "demo:", "--port", str(port), "--for", "0.2")
    assert said.code == 0
    assert f"http://127.0.0.1:{port}/api/docs" in said.err


def test_serve_fails_where_it_cannot_serve(
    omnisight: Omnisight,  # noqa: F811
    port: int,
) -> None:
    with closing(socket.create_server(("127.0.0.1", port))):
        said = omnisight("serve", "--source", "demo:", "--port", str(port), "--for", "0.2")
    assert said.code == 1
    assert "is taken" in said.err
    assert "settings set server.port" in said.err


def test_what_is_ordered_is_exported(house: House, live: Live, port: int) -> None:
    wished = wishing(house, port=port)
    keep(wished, "C1", seconds=1)
    url = f"http://127.0.0.1:{port}"
    with serving(wished, live), httpx.Client(base_url=url, trust_env=False) as client:
        order = {"kind": "evidence", "clips": ["C1"]}
        job = client.post("/api/v1/exports", json=order).json()
        while job["state"] in ("waiting", "running"):
            job = client.get(f"/api/v1/exports/{job['id']}").json()
    assert job["state"] == "done", job
    assert (house.paths.exports / job["id"] / "evidence.zip").is_file()
