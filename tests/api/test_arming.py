"""The house is disarmed and armed over HTTP."""

from __future__ import annotations

import httpx

from tests.api.stage import Stage


def test_it_is_disarmed_and_armed(client: httpx.Client, stage: Stage) -> None:
    assert client.get("/api/v1/arming").json() == {"armed": True, "since": None, "rule": ""}
    told = client.put("/api/v1/arming", json={"armed": False}).json()
    assert (told["armed"], told["since"] is not None) == (False, True)
    assert not stage.house.arming.armed
    assert client.get("/api/v1/arming").json() == told
    assert client.put("/api/v1/arming", json={"armed": True}).json()["armed"]
    assert client.put("/api/v1/arming", json={"armed": True, "who": 1}).status_code in (400, 422)
