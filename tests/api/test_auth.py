"""Who is let in: the name of the server, pages of strangers, and the token."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from omnisight_desktop.api.entrance import Entrance, host_of
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.secrets import Safe, Secret
from omnisight_desktop.config.sections import Server
from omnisight_desktop.core.errors import SecretError
from omnisight_desktop.services.access import Access, is_loopback
from tests.api.stage import TOKEN, Stage, serving

HERE = Entrance.of(Server())
EXPOSED = Entrance.of(Server(host="0.0.0.0"))


@pytest.mark.parametrize(
    "host", ["localhost", "LocalHost:8000", "127.0.0.1:9", "127.8.8.8", "[::1]:8000", "localhost."]
)
def test_it_knows_its_own_names(host: str) -> None:
    assert HERE.knows(host)
    assert EXPOSED.knows(host)


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "127.0.0.1@evil.example",
     "", "localhost:port", "localhost/x", "[::1", "evil.example:8000", "user@localhost",
     "localhost:99999"],
)  # fmt: skip
def test_it_knows_no_other_names(host: str) -> None:
    assert not HERE.knows(host)
    assert not EXPOSED.knows(host)


def test_an_address_in_figures_is_known_once_others_reach_it() -> None:
    assert not HERE.knows("192.168.1.7:8000")
    assert EXPOSED.knows("192.168.1.7:8000")
    assert EXPOSED.knows("[fe80::1]:8000")


def test_what_exposes_it() -> None:
    assert not HERE.exposed
    assert not Entrance.of(Server(host="::1")).exposed
    assert EXPOSED.exposed
    assert Entrance.of(Server(host="cam.lan")).exposed
    named = Entrance.of(Server(names=("localhost", "cams.example")))
    assert named.exposed
    assert named.knows("cams.example")
    assert is_loopback("127.3.2.1")
    assert not is_loopback("10.0.0.1")
    assert host_of("[::1]:80") == "::1"


@pytest.fixture(scope="module")
def exposed(stage: Stage) -> Iterator[Stage]:
    with serving(stage.house, stage.live, Server(host="0.0.0.0")) as served:
        yield served


def test_another_name_is_refused_so_that_no_page_turns_it_on_us(stage: Stage) -> None:
    with stage.client(host="evil.example") as client:
        answer = client.get("/api/v1/cameras")
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert set(answer.json()) == {"error", "reason", "fix"}
    assert answer.json()["error"] == "host_refused"


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost:3000"},
        {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image"},
        {"sec-fetch-site": "same-site", "sec-fetch-mode": "cors", "sec-fetch-dest": "empty"},
    ],
)
def test_a_page_of_somebody_else_gets_nothing(stage: Stage, headers: dict[str, str]) -> None:
    with stage.client(**headers) as client:
        assert client.get("/api/v1/cameras").json()["error"] == "origin_refused"
        ordered = client.post("/api/v1/exports", json={"clips": ["C1"]})
        assert ordered.status_code == HTTPStatus.FORBIDDEN


def test_a_page_of_ours_and_a_link_that_is_followed_get_it(stage: Stage) -> None:
    followed = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    for headers in (
        {"origin": stage.url, "sec-fetch-site": "same-origin"},
        {**followed, "sec-fetch-dest": "document"},
    ):
        with stage.client(**headers) as client:
            assert client.get("/api/docs").status_code == HTTPStatus.OK


def test_a_socket_of_a_strange_page_is_refused(stage: Stage) -> None:
    with pytest.raises(InvalidStatus) as refused:
        connect(f"{stage.ws}/ws/camera/demo", origin=Origin("http://evil.example"), proxy=None)
    assert refused.value.response.status_code == HTTPStatus.FORBIDDEN
    assert b"origin_refused" in refused.value.response.body


def test_exposed_it_wants_the_token(exposed: Stage) -> None:
    for headers in ({}, {"authorization": "Bearer wrong"}, {"authorization": f"Basic {TOKEN}"}):
        with exposed.client(**headers) as client:
            for path in ("/api/v1/cameras", "/api/v1/clips/C1", "/nowhere", "/api/v1/health/ready"):
                answer = client.get(path)
                assert answer.status_code == HTTPStatus.UNAUTHORIZED
                assert answer.json()["error"] == "token_missing"
                assert answer.headers["www-authenticate"] == "Bearer"
    with exposed.client(authorization=f"Bearer {TOKEN}") as client:
        assert client.get("/api/v1/cameras").status_code == HTTPStatus.OK


def test_what_tells_nothing_of_anybody_is_open(exposed: Stage) -> None:
    with exposed.client() as client:
        for path in ("/api/v1/health/live", "/api/docs", "/api/redoc", "/api/openapi.json"):
            assert client.get(path).status_code == HTTPStatus.OK


def test_a_socket_brings_the_token_as_a_header_or_as_a_sub_protocol(exposed: Stage) -> None:
    where = f"{exposed.ws}/ws/camera/demo"
    with pytest.raises(InvalidStatus) as refused:
        connect(where, proxy=None)
    assert refused.value.response.status_code == HTTPStatus.UNAUTHORIZED
    with connect(where, additional_headers={"authorization": f"Bearer {TOKEN}"}, proxy=None) as ws:
        assert ws.subprotocol is None
        assert ws.recv()
    offered = [Subprotocol(f"omnisight.token.{TOKEN}"), Subprotocol("omnisight.json.v1")]
    with connect(where, subprotocols=offered, proxy=None) as ws:
        assert ws.subprotocol == "omnisight.json.v1"  # never the token itself
        assert ws.recv()


def test_what_is_too_large_is_refused(stage: Stage) -> None:
    with stage.client() as client:
        answer = client.post("/api/v1/exports", content=b"x" * (2 << 20))
        assert answer.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        pieces = (b"x" * 65536 for _ in range(64))
        answer = client.post("/api/v1/exports", content=pieces)  # its length is not told before
        assert 400 <= answer.status_code < 500
        assert client.get(f"/{'x' * 5000}").status_code == HTTPStatus.REQUEST_URI_TOO_LONG


def safe(paths: Paths) -> Safe:
    return Safe(paths, {})


def test_the_token_is_made_kept_and_replaced(paths: Paths) -> None:
    access = Access(paths, safe(paths))
    with pytest.raises(SecretError, match="no token"):
        access.load()
    assert not access.opens("")
    first, _ = access.renew()
    access.load()
    assert access.opens(first.reveal())
    assert not access.opens(first.reveal()[:-1])
    second, _ = access.renew()
    access.load()
    assert not access.opens(first.reveal())
    assert access.opens(second.reveal())


def test_a_short_token_is_as_good_as_none(paths: Paths) -> None:
    safe(paths).keep("server-token", Secret("tiny"))
    access = Access(paths, safe(paths))
    with pytest.raises(SecretError, match="too short"):
        access.load()
    assert not access.opens("tiny")
