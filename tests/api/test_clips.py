"""Footage over HTTP, as players ask for it, and its thumbnails."""

from __future__ import annotations

from http import HTTPStatus

import cv2
import httpx
import numpy as np
import pytest

from tests.api.stage import Stage, keep

CLIP = "/api/v1/clips/C1"


@pytest.fixture(scope="module")
def footage(stage: Stage) -> bytes:
    return stage.house.clips.path(stage.house.clips.get("C1")).read_bytes()


def test_clips_are_listed_with_their_events(client: httpx.Client) -> None:
    clips = client.get("/api/v1/clips").json()["clips"]
    assert [clip["id"] for clip in clips][:2] == ["C1", "C2"]
    assert clips[0]["events"] == ["E00"]
    older = client.get("/api/v1/clips", params={"until": clips[0]["start"], "camera": "porch"})
    assert [clip["id"] for clip in older.json()["clips"]] == ["C2"]
    of_event = client.get("/api/v1/clips", params={"event": "E10"}).json()["clips"]
    assert [clip["id"] for clip in of_event] == ["C2"]


def test_a_clip_comes_whole(client: httpx.Client, footage: bytes) -> None:
    answer = client.get(CLIP)
    assert answer.status_code == HTTPStatus.OK
    assert answer.content == footage
    assert answer.headers["content-type"] == "video/mp4"
    assert answer.headers["accept-ranges"] == "bytes"
    assert answer.headers["content-length"] == str(len(footage))
    assert "Porch%202026" in answer.headers["content-disposition"]


def test_its_head_alone_tells_the_same(client: httpx.Client, footage: bytes) -> None:
    whole, head = client.get(CLIP), client.head(CLIP)
    assert head.status_code == HTTPStatus.OK
    assert head.content == b""
    for name in ("content-length", "etag", "last-modified", "content-type", "accept-ranges"):
        assert head.headers[name] == whole.headers[name]
    part = client.head(CLIP, headers={"range": "bytes=10-19"})
    assert (part.status_code, part.headers["content-length"]) == (206, "10")


@pytest.mark.parametrize(
    ("wanted", "first", "end"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=100-199", 100, 200),
        ("bytes=500-", 500, None),
        ("bytes=-50", -50, None),
        ("bytes=-999999999", 0, None),
        ("bytes=10-99999999999", 10, None),
        ("Bytes=5-6", 5, 7),
    ],
)
def test_a_stretch_of_it(
    client: httpx.Client, footage: bytes, wanted: str, first: int, end: int | None
) -> None:
    answer = client.get(CLIP, headers={"range": wanted})
    assert answer.status_code == HTTPStatus.PARTIAL_CONTENT
    assert answer.content == footage[first:end]
    begin = first if first >= 0 else len(footage) + first
    last = begin + len(answer.content) - 1
    assert answer.headers["content-range"] == f"bytes {begin}-{last}/{len(footage)}"


@pytest.mark.parametrize("wanted", ["bytes=-0", "bytes=99999999-", "bytes=99999999-999999999"])
def test_a_stretch_that_it_has_not(client: httpx.Client, footage: bytes, wanted: str) -> None:
    answer = client.get(CLIP, headers={"range": wanted})
    assert answer.status_code == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
    assert answer.headers["content-range"] == f"bytes */{len(footage)}"
    assert answer.json()["error"] == "range_not_satisfiable"


@pytest.mark.parametrize(
    "wanted", ["bytes=9-3", "bytes=-", "bytes=a-b", "lines=1-2", "bytes", "bytes=0-1,5-6", ""]
)
def test_what_is_no_stretch_gets_all_of_it(
    client: httpx.Client, footage: bytes, wanted: str
) -> None:
    answer = client.get(CLIP, headers={"range": wanted})
    assert (answer.status_code, answer.content) == (HTTPStatus.OK, footage)


def test_who_goes_on_gets_the_rest_only_of_the_same_file(
    client: httpx.Client, footage: bytes
) -> None:
    head = client.head(CLIP).headers
    for condition in (head["etag"], head["last-modified"]):
        rest = client.get(CLIP, headers={"range": "bytes=100-", "if-range": condition})
        assert (rest.status_code, rest.content) == (206, footage[100:])
    for condition in ('"another"', f"W/{head['etag']}", "Mon, 01 Jan 2001 00:00:00 GMT"):
        anew = client.get(CLIP, headers={"range": "bytes=100-", "if-range": condition})
        assert (anew.status_code, anew.content) == (200, footage)


def test_who_has_it_already_is_not_sent_it_again(client: httpx.Client, footage: bytes) -> None:
    tag = client.head(CLIP).headers["etag"]
    again = client.get(CLIP, headers={"if-none-match": f'"other", {tag}'})
    assert (again.status_code, again.content) == (HTTPStatus.NOT_MODIFIED, b"")
    assert client.get(CLIP, headers={"if-none-match": '"other"'}).content == footage


def test_what_is_not_there_is_said(client: httpx.Client, stage: Stage) -> None:
    assert client.get("/api/v1/clips/nope").json()["error"] == "not_found"
    lost = keep(stage.house, "LOST", seconds=1, minutes_ago=600)
    stage.house.clips.path(lost).unlink()
    for path in ("/api/v1/clips/LOST", "/api/v1/clips/LOST/thumbnail"):
        answer = client.get(path)
        assert answer.status_code == HTTPStatus.NOT_FOUND
        assert "is gone" in answer.json()["reason"]
    assert client.get("/api/v1/clips/..%2F..%2Fomnisight.db").status_code == HTTPStatus.NOT_FOUND


def test_who_leaves_in_the_middle_leaves_nothing_open(client: httpx.Client) -> None:
    for _ in range(20):
        with client.stream("GET", CLIP) as answer:
            assert answer.status_code == HTTPStatus.OK
    assert client.get("/api/v1/health/live").status_code == HTTPStatus.OK


def test_a_thumbnail_is_small_and_shows_a_picture(client: httpx.Client) -> None:
    answer = client.get(f"{CLIP}/thumbnail", params={"width": 160})
    assert answer.headers["content-type"] == "image/jpeg"
    image = cv2.imdecode(np.frombuffer(answer.content, np.uint8), cv2.IMREAD_COLOR)
    assert image is not None
    assert image.shape[1] == 160
    assert client.get(f"{CLIP}/thumbnail", params={"width": 5}).status_code == 422


def test_a_file_without_pictures_has_no_thumbnail(client: httpx.Client, stage: Stage) -> None:
    spoilt = keep(stage.house, "SPOILT", seconds=1, minutes_ago=601)
    stage.house.clips.path(spoilt).write_bytes(b"no film at all")
    answer = client.get("/api/v1/clips/SPOILT/thumbnail")
    assert (answer.status_code, answer.json()["error"]) == (HTTPStatus.GONE, "damaged")
