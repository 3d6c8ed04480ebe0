"""``omnisight cameras`` as a person and as a program meet it."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2
import pytest

from omnisight_desktop.app.build import owned
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.flow.door import Door
from omnisight_desktop.storage.owner import own
from tests.cli.conftest import Omnisight
from tests.fakes import axis
from tests.fakes.http_camera import moving, served
from tests.fakes.keyrings import MemoryKeyring, NoKeyring, using
from tests.fakes.pictures import jpeg
from tests.fakes.redaction import knowing_no_secret

KEYS = {
    *("id", "name", "enabled", "address", "kind"),
    *("roles", "password", "options", "live"),
}
OPTIONS = {
    *("transport", "keys_when_idle", "detector", "fps"),
    *("labels", "scores", "smallest", "masks"),
}
STREAM = {
    *("address", "roles", "ok", "width", "height", "codec", "fps"),
    *("sound", "heard", "latency_s", "reason", "fix"),
}
SECRET = "hunter2/@:"


@pytest.fixture(autouse=True)
def _alone() -> Iterator[None]:
    with using(NoKeyring()), knowing_no_secret():
        yield


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """What comes in by standard input."""
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_add_list_edit_and_remove(omnisight: Omnisight) -> None:
    assert omnisight("cameras", "list").out.strip() == "No cameras."
    added = omnisight(
        *("cameras", "add", "rtsp://cam/sub", "--name", "Porch", "--record", "rtsp://cam/main"),
        *("--audio", "microphone:", "--transport", "udp", "--keys-when-idle", "--fps", "2"),
        *("--label", "person", "--label", "axolotl", "--score", "person=0.4"),
        *("--smallest", "person=0.1", "--mask", "0,0 0.5,0 0.5,0.5", "--detector", "hog"),
        "--json",
    ).json
    assert set(added) == {"camera", "password", "running"}
    assert (added["password"], added["running"]) == (None, False)
    (listed,) = omnisight("cameras", "list", "--json").json["cameras"]
    assert listed == added["camera"]
    assert set(listed) == KEYS
    assert listed["roles"] == {
        "detect": "rtsp://cam/sub",
        "record": "rtsp://cam/main",
        "audio": "microphone:",
    }
    assert listed["options"] == {
        "transport": "udp",
        "keys_when_idle": True,
        "detector": "hog",
        "fps": 2.0,
        "labels": ["person", "axolotl"],
        "scores": {"person": 0.4},
        "smallest": {"person": 0.1},
        "recording": None,
        "record_hours": [],
        "keep_days": None,
        "keep_gb": None,
        "masks": [[[0.0, 0.0], [0.5, 0.0], [0.5, 0.5]]],
        "listen": False,
    }
    table = " ".join(omnisight("cameras", "list").out.split())
    for words in ("Porch", "on", "rtsp://cam/sub", "recorded at rtsp://cam/main", "1 mask"):
        assert words in table

    edited = omnisight(
        *("cameras", "edit", "porch", "--name", "Front", "--all-pictures", "--label", "car"),
        *("--clear", "record", "--clear", "scores", "--clear", "fps", "--json"),
    ).json["camera"]
    assert edited["name"] == "Front"
    assert edited["roles"]["record"] == "rtsp://cam/sub"
    assert edited["options"] == {
        **listed["options"],
        "keys_when_idle": False,
        "fps": None,
        "labels": ["car"],
        "scores": {},
    }
    assert not omnisight("cameras", "disable", "Front", "--json").json["camera"]["enabled"]
    assert omnisight("cameras", "enable", "Front", "--json").json["camera"]["enabled"]
    removed = omnisight("cameras", "remove", "front", "--json").json
    assert removed == {"removed": {"id": "porch", "name": "Front"}}
    assert omnisight("cameras", "list", "--json").json == {"cameras": []}
    (known,) = omnisight("cameras", "list", "--all", "--json").json["cameras"]
    assert set(known) == KEYS
    assert (known["address"], known["roles"]) == (None, {})


@pytest.mark.parametrize("by", ["address", "login"])
def test_a_password_is_kept_and_never_shown(
    omnisight: Omnisight, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    typed(monkeypatch, f"{SECRET}\n")
    address = "rtsp://me:hunter2%2F%40%3A@cam/x" if by == "address" else "rtsp://cam/x"
    login = () if by == "address" else ("--login", "me")
    said = omnisight("cameras", "add", address, "--name", "Porch", *login)
    assert said.code == 0
    assert "which only you may read" in said.out
    listed = omnisight("cameras", "list", "--json")
    assert listed.json["cameras"][0]["password"] == "file:camera-porch"
    tried = omnisight("cameras", "test", "Porch", "--json")
    assert tried.code == 1
    for told in (said, listed, tried, omnisight("cameras", "list")):
        assert "hunter2" not in told.out + told.err
    data = tmp_path / "data"
    holding = [
        path.name for path in data.rglob("*") if path.is_file() and b"hunter2" in path.read_bytes()
    ]
    assert holding == ["secrets.json"]
    assert "hunter2%2F%40%3A@cam" in (data / "secrets.json").read_text()
    omnisight("cameras", "remove", "Porch")
    assert "hunter2" not in (data / "secrets.json").read_text()


def test_with_a_keyring_the_password_is_in_there(omnisight: Omnisight, tmp_path: Path) -> None:
    keyring = MemoryKeyring()
    with using(keyring):
        added = omnisight("cameras", "add", "axis://root:pw-of-cam@cam", "--json").json
        assert added["password"]["reference"] == "keyring:camera-cam"
        ((_, name),) = keyring.held
        assert name == "camera-cam"
        omnisight("cameras", "remove", "cam")
        assert keyring.held == {}
    assert not (tmp_path / "data" / "secrets.json").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("add", "nowhere.mp4"), "no recording or camera 'nowhere.mp4'"),
        (("add", "rtsp://"), "names no host"),
        (("add", "microphone:"), "shows nothing"),
        (("add", "rtsp://cam/x", "--mask", "0,0 1,1"), "2 corners"),
        (("add", "rtsp://cam/x", "--mask", "0,0 1,1 2,0"), "2,0"),
        (("add", "rtsp://cam/x", "--mask", "here"), "is no area"),
        (("add", "rtsp://cam/x", "--score", "person"), "person=0.4"),
        (("add", "rtsp://cam/x", "--score", "person=7"), "certainty of 'person'"),
        (("add", "rtsp://cam/x", "--fps", "0"), "looks a second"),
        (("add", "rtsp://cam/x", "--detector", "oracle"), "Known are: auto, openvino"),
        (("add", "rtsp://cam/x", "--name", " "), "needs a name"),
        (("add", "webcam:0", "--login", "me"), "Nobody logs in there"),
        (("edit", "Yard"), "Nothing is to be changed"),
        (("edit", "Nobody", "--fps", "2"), "There are: Yard"),
        (("edit", "Yard", "--clear", "sky"), "no 'sky' to clear"),
        (("remove", "Nobody"), "no camera called 'Nobody'"),
        (("test", "Nobody"), "no recording or camera 'Nobody'"),
    ],
)
def test_what_is_wrong_is_said_in_words(
    omnisight: Omnisight, arguments: tuple[str, ...], words: str
) -> None:
    omnisight("cameras", "add", "rtsp://cam/yard", "--name", "Yard")
    said = omnisight("cameras", *arguments)
    assert said.code == 2
    assert words in said.err
    assert [c["name"] for c in omnisight("cameras", "list", "--json").json["cameras"]] == ["Yard"]


def test_what_the_keys_cost_is_said(omnisight: Omnisight) -> None:
    said = " ".join(omnisight("cameras", "add", "--help").out.replace("│", " ").split())
    assert "one key-frame interval later" in said
    assert "is missed" in said


def test_a_camera_is_tried_out_and_its_picture_saved(omnisight: Omnisight, tmp_path: Path) -> None:
    picture = tmp_path / "now.jpg"
    with served({"/v": moving([jpeg(i) for i in range(20)])}) as camera:
        omnisight("cameras", "add", camera.address("/v"), "--name", "Porch")
        told = omnisight("cameras", "test", "porch", "--snapshot", str(picture), "--json")
        spoken = omnisight("cameras", "test", camera.address("/v"))
    assert told.code == spoken.code == 0
    assert {k: v for k, v in told.json.items() if k != "streams"} == {
        "ok": True,
        "camera": "Porch",
        "snapshot": str(picture),
    }
    (stream,) = told.json["streams"]
    assert set(stream) == STREAM
    assert (stream["width"], stream["height"], stream["codec"]) == (320, 180, "mjpeg")
    assert stream["roles"] == ["detect", "record", "audio"]
    saved = cv2.imread(str(picture))
    assert saved is not None
    assert saved.shape == (180, 320, 3)
    assert "works: 320x180 mjpeg" in spoken.out


def test_an_axis_device_is_tried_by_its_address_and_one_password(
    omnisight: Omnisight, monkeypatch: pytest.MonkeyPatch
) -> None:
    with axis.device(login=("root", SECRET)) as device:
        typed(monkeypatch, "wrong\n")
        refused = omnisight("cameras", "test", f"axis://{device.host}", "--login", "root")
        assert refused.code == 1
        assert "refused the name and password" in refused.out
        assert device.wrong == 1
        typed(monkeypatch, f"{SECRET}\n")
        well = omnisight("cameras", "test", f"axis://{device.host}", "--login", "root", "--json")
        assert well.code == 0
        assert well.json["streams"][0]["codec"] == "mjpeg"
        assert device.wrong == 1


def test_a_camera_that_does_not_answer_is_exit_1_with_a_fix(omnisight: Omnisight) -> None:
    with axis.device() as device:
        host = device.host
    told = omnisight("cameras", "test", f"http://{host}/v", "--snapshot", "now.jpg", "--json")
    assert told.code == 1
    assert (told.json["ok"], told.json["snapshot"]) == (False, None)
    (stream,) = told.json["streams"]
    assert stream["reason"]
    assert stream["fix"]
    assert not Path("now.jpg").exists()


def test_a_running_program_keeps_it_and_tells_how_it_is(
    omnisight: Omnisight, tmp_path: Path
) -> None:
    paths = Paths(tmp_path / "data").make()
    told: list[str] = []
    state = {
        "state": "offline",
        "since": "",
        "reason": "Nobody answers.",
        "fix": "",
        "quality": None,
    }

    def status(_: Any) -> Any:
        return {"states": {"porch": state}}

    with own(paths.root), owned(paths, Settings()) as house:
        house.cameras.when_changed(lambda camera: told.append(camera.name))
        with Door(paths.door, {"cameras.keep": house.cameras.answer, "status": status}):
            said = omnisight("cameras", "add", "rtsp://me:hunter2@cam/x", "--name", "Porch")
            assert "'Porch' is watched, from now on." in said.out
            listed = json.loads(omnisight("cameras", "list", "--json").out)["cameras"]
            assert listed[0]["live"] == state
            assert "offline: Nobody answers." in omnisight("cameras", "list").out
        assert told == ["Porch"]
        assert house.cameras.addresses(house.cameras.get("Porch"))
