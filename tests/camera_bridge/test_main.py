"""The bridge as a program of its own."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from camera_bridge.__main__ import DONE, FAILED, USAGE, main
from tests.fakes import axis
from tests.fakes.axis import MODEL
from tests.fakes.pictures import jpeg

LOGIN = ("root", "pässword")


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The password comes by standard input."""
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{LOGIN[1]}\n"))


@pytest.mark.usefixtures("typed")
def test_info_tells_everything_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    with axis.device(login=LOGIN, rtsp_port=8554) as device:
        assert main(["info", f"root@{device.host}"]) == DONE
        told = json.loads(capsys.readouterr().out)
        assert told["device"]["name"] == MODEL
        assert told["rights"] == ["viewer", "operator", "admin", "ptz"]
        assert told["streams"]["resolutions"] == [[1920, 1080], [1280, 720]]
        assert told["profiles"][0]["name"] == "Quality"
        assert told["rtsp"] == "rtsp://127.0.0.1:8554/axis-media/media.amp"
        assert told["mjpeg"] == f"http://{device.host}/axis-cgi/mjpg/video.cgi"


@pytest.mark.usefixtures("typed")
def test_a_snapshot_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "now.jpg"
    with axis.device(login=LOGIN) as device:
        assert main(["snapshot", f"root@{device.host}", str(file)]) == DONE
    assert file.read_bytes() == jpeg(0)
    with axis.device(faults={"/axis-cgi/jpg/image.cgi": "cut"}) as device:
        assert main(["snapshot", device.host, str(tmp_path / "other.jpg")]) == FAILED
        assert main(["snapshot", device.host, str(tmp_path / "no" / "folder.jpg")]) == FAILED
    assert [path.name for path in tmp_path.iterdir()] == ["now.jpg"]


def test_a_password_on_the_command_line_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with axis.device(login=LOGIN) as device:
        assert main(["info", f"root:{LOGIN[1]}@{device.host}"]) == USAGE
        assert device.asked == []
    said = capsys.readouterr()
    assert LOGIN[1] not in said.out + said.err


def test_what_is_wrong_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with axis.device() as device:
        device.faults = dict.fromkeys(
            ("/axis-cgi/basicdeviceinfo.cgi", "/axis-cgi/param.cgi"), "garbage"
        )
        assert main(["info", device.host]) == FAILED
        said = capsys.readouterr()
        assert (
            said.err.strip()
            == f"camera_bridge: {device.host} answers, but not as an Axis device does."
        )
    assert main(["info", "http://"]) == FAILED
