"""Exports over HTTP: ordered, followed, cancelled, fetched, forgotten."""

from __future__ import annotations

import io
import threading
import zipfile
from http import HTTPStatus
from typing import Any

import httpx
import pytest

from omnisight_desktop.services import clips as clip_services
from omnisight_desktop.services.evidence.check import check
from tests.api.stage import SEAL, Stage
from tests.fakes.films import brightness

WHERE = "/api/v1/exports"
TIME = {"since": "2026-05-03T11:59:59Z", "until": "2026-05-03T12:00:05Z"}
OVER = ("done", "failed", "cancelled")


def ended(client: httpx.Client, job: dict[str, Any]) -> dict[str, Any]:
    """The export, once it is over."""
    for _ in range(2000):
        told: dict[str, Any] = client.get(f"{WHERE}/{job['id']}").json()
        if told["state"] in OVER:
            return told
    pytest.fail("the export does not end")


def ordered(client: httpx.Client, **wish: Any) -> dict[str, Any]:
    answer = client.post(WHERE, json=wish)
    assert answer.status_code == HTTPStatus.ACCEPTED, answer.text
    job: dict[str, Any] = answer.json()
    assert answer.headers["location"] == f"{WHERE}/{job['id']}"
    return job


def test_clips_are_exported_with_a_list_of_what_they_are(
    client: httpx.Client, stage: Stage
) -> None:
    job = ended(client, ordered(client, clips=["C1", "C2", "C1"]))
    assert (job["state"], job["share"], job["clips"]) == ("done", 1.0, 2)
    names = [file["name"] for file in job["files"]]
    assert "manifest.json" in names
    film = next(name for name in names if name.endswith(".mp4"))
    got = client.get(f"{WHERE}/{job['id']}/files/{film}")
    assert got.headers["content-disposition"].startswith("attachment")
    listed = client.get(f"{WHERE}/{job['id']}/files/manifest.json").json()["clips"]
    assert {one["id"] for one in listed} == {"C1", "C2"}
    assert len(got.content) in {one["bytes"] for one in job["files"]}
    part = client.get(f"{WHERE}/{job['id']}/files/{film}", headers={"range": "bytes=0-9"})
    assert part.content == got.content[:10]
    folder = stage.house.paths.exports / job["id"]
    assert {path.name for path in folder.iterdir()} == set(names)


def test_evidence_is_one_zip_that_holds_up(
    client: httpx.Client, stage: Stage, tmp_path_factory: pytest.TempPathFactory
) -> None:
    job = ended(client, ordered(client, kind="evidence", events=["E00"], by="Ada"))
    assert job["state"] == "done", job
    (file,) = job["files"]
    data = client.get(f"{WHERE}/{job['id']}/files/{file['name']}").content
    assert any(name.endswith(".mp4") for name in zipfile.ZipFile(io.BytesIO(data)).namelist())
    copy = tmp_path_factory.mktemp("copy") / "evidence.zip"
    copy.write_bytes(data)
    report = check(copy)
    assert report.ok
    assert report.manifest is not None
    assert report.manifest.exported_by == "Ada"


def test_one_that_is_cancelled_leaves_nothing(
    client: httpx.Client, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    copying, go_on = threading.Event(), threading.Event()
    copy = clip_services._copy

    def slowly(*paths: Any) -> None:
        copying.set()
        assert go_on.wait(10)
        copy(*paths)

    monkeypatch.setattr(clip_services, "_copy", slowly)
    job = ordered(client, clips=["C1", "C2"])
    assert copying.wait(10)
    waiting = ordered(client, clips=["C2"])
    assert client.get(f"{WHERE}/{job['id']}").json()["state"] == "running"
    assert client.delete(f"{WHERE}/{job['id']}").status_code == HTTPStatus.BAD_REQUEST
    assert client.post(f"{WHERE}/{waiting['id']}/cancel").json()["state"] == "cancelled"
    client.post(f"{WHERE}/{job['id']}/cancel")
    go_on.set()
    assert ended(client, job)["state"] == "cancelled"
    left = {path.name for path in stage.house.paths.exports.iterdir()}
    assert job["id"] not in left
    assert not any(name.startswith(".") for name in left)
    again = client.post(f"{WHERE}/{job['id']}/cancel").json()
    assert again["state"] == "cancelled"


def test_one_that_fails_says_why(
    client: httpx.Client, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(clip_services, "sum_of", fail)
    job = ended(client, ordered(client, clips=["C1"]))
    assert job["state"] == "failed"
    assert "No room" in job["reason"]
    assert not (stage.house.paths.exports / job["id"]).exists()


def test_one_that_is_over_can_be_forgotten(client: httpx.Client, stage: Stage) -> None:
    job = ended(client, ordered(client, camera="porch", until="2026-05-03T11:55:00Z"))
    assert client.delete(f"{WHERE}/{job['id']}").status_code == HTTPStatus.NO_CONTENT
    assert not (stage.house.paths.exports / job["id"]).exists()
    assert client.get(f"{WHERE}/{job['id']}").status_code == HTTPStatus.NOT_FOUND
    assert job["id"] not in [one["id"] for one in client.get(WHERE).json()["exports"]]


def test_films_of_a_stretch_of_time_are_drawn_upon(
    client: httpx.Client, stage: Stage, tmp_path_factory: pytest.TempPathFactory
) -> None:
    job = ordered(client, kind="films", cameras=["Porch"], draw=["time"], names="{date}", **TIME)
    assert (job["kind"], job["cameras"], job["clips"]) == ("films", ["Porch"], 0)
    assert (job["since"], job["until"]) == ("2026-05-03T11:59:59.000Z", "2026-05-03T12:00:05.000Z")
    job = ended(client, job)
    assert (job["state"], job["share"]) == ("done", 1.0), job
    names = [file["name"] for file in job["files"]]
    assert [name for name in names if name.endswith(".mp4")] == ["2026-05-03.mp4"]
    told = client.get(f"{WHERE}/{job['id']}/files/manifest.json").json()
    assert (told["draw"], told["films"][0]["copied"]) == (["time"], False)
    copy = tmp_path_factory.mktemp("copy") / "film.mp4"
    copy.write_bytes(client.get(f"{WHERE}/{job['id']}/files/2026-05-03.mp4").content)
    assert len(brightness(copy)) == 60


def test_films_can_be_sealed(
    client: httpx.Client, tmp_path_factory: pytest.TempPathFactory
) -> None:
    job = ended(
        client, ordered(client, kind="films", camera="porch", sealed=True, by="Ada", **TIME)
    )
    assert job["state"] == "done", job
    copy = tmp_path_factory.mktemp("copy") / "evidence.zip"
    copy.write_bytes(client.get(f"{WHERE}/{job['id']}/files/evidence.zip").content)
    report = check(copy, key=SEAL.public)
    assert report.ok
    assert report.manifest is not None
    assert report.manifest.exported_by == "Ada"


def test_films_that_are_cancelled_leave_nothing(client: httpx.Client, stage: Stage) -> None:
    job = ordered(client, kind="films", camera="porch", draw=["time", "boxes"], **TIME)
    for _ in range(2000):
        if client.get(f"{WHERE}/{job['id']}").json()["state"] == "running":
            break
    client.post(f"{WHERE}/{job['id']}/cancel")
    assert ended(client, job)["state"] == "cancelled"
    left = {path.name for path in stage.house.paths.exports.iterdir()}
    assert not any(job["id"] in name for name in left)


@pytest.mark.parametrize(
    ("wish", "status"),
    [
        ({}, 400),
        ({"kind": "films", "camera": "porch"}, 400),
        (
            {"kind": "films", "cameras": ["porch"], "since": "2026-05-03", "until": "2026-05-02"},
            400,
        ),
        ({"kind": "films", "cameras": ["nope"], "since": "2026", "until": "2027"}, 404),
        ({"kind": "films", "camera": "porch", "since": "x", "until": "y"}, 400),
        ({"kind": "films", "camera": "porch", "since": "2030-01-01", "until": "2030-01-02"}, 404),
        ({"kind": "films", "camera": "porch", **TIME, "clips": ["C1"]}, 400),
        ({"kind": "films", "camera": "porch", **TIME, "keep": ["T1"]}, 400),
        ({"kind": "films", "camera": "porch", **TIME, "by": "Ada"}, 400),
        ({"kind": "films", "camera": "porch", **TIME, "names": "{shoe}"}, 400),
        ({"kind": "films", "camera": "porch", **TIME, "draw": ["hats"]}, 422),
        ({"clips": ["C1"], "draw": ["boxes"]}, 400),
        ({"kind": "evidence", "clips": ["C1"], "cameras": ["porch"]}, 400),
        ({"clips": ["C1"], "camera": "porch"}, 400),
        ({"clips": ["nope"]}, 404),
        ({"camera": "nope"}, 404),
        ({"camera": "porch", "since": "2030-01-01"}, 404),
        ({"kind": "evidence", "clips": ["C1"], "playable": True}, 400),
        ({"kind": "film", "clips": ["C1"]}, 422),
        ({"clips": "C1"}, 422),
        ({"clips": ["C1"], "to": "/etc"}, 422),
        ({"clips": ["x"] * 1001}, 422),
    ],
)
def test_orders_that_make_no_sense(client: httpx.Client, wish: dict[str, Any], status: int) -> None:
    before = len(client.get(WHERE).json()["exports"])
    answer = client.post(WHERE, json=wish)
    assert answer.status_code == status
    assert set(answer.json()) == {"error", "reason", "fix"}
    assert len(client.get(WHERE).json()["exports"]) == before


@pytest.mark.parametrize("name", ["nope", "..%2F..%2F..%2Fomnisight.db", "%2Fetc%2Fpasswd", ".."])
def test_only_what_came_of_it_is_handed_out(client: httpx.Client, name: str) -> None:
    job = ended(client, ordered(client, clips=["C2"]))
    answer = client.get(f"{WHERE}/{job['id']}/files/{name}")
    assert answer.status_code in (HTTPStatus.NOT_FOUND, HTTPStatus.OK)
    assert not answer.content.startswith((b"SQLite", b"root:"))
