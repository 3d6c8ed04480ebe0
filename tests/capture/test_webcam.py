"""Webcams by number and by name, and each reason why one cannot be had, with the exact way out."""

from __future__ import annotations

import errno
import itertools
import json
import os
from pathlib import Path

import pytest

from omnisight_desktop.capture.devices import Webcam, chosen, webcams
from omnisight_desktop.capture.hardware import refusal_of, user_of
from omnisight_desktop.capture.open import open_source
from omnisight_desktop.capture.webcam import WebcamSource
from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.errors import SourceError, SourceRefused, SourceUnreachable
from omnisight_desktop.core.ports.capture import USUAL, Wants
from tests.fakes.webcam import START, FakeDevice, computer


def device(pictures: int = 100, silent: int = 0) -> FakeDevice:
    return FakeDevice(ManualClock(START), pictures, silent=silent)


def opened(one: FakeDevice, which: str = "0") -> WebcamSource:
    return WebcamSource(which, USUAL, computer(one), one.clock)


def test_pictures_are_stamped_when_they_come_and_encoded_into_packets() -> None:
    one = device()
    source = opened(one)
    shots = list(itertools.islice(source.shots(), 60))
    assert [round(s.at_s * 30) for s in shots] == list(range(1, 61))
    packets = [packet for shot in shots for packet in shot.packets]
    assert len(packets) == 60
    assert packets[0].is_key
    assert source.template.codec_context.width == 320
    assert (source.info.codec, source.info.fps, source.info.live) == ("h264", 30, True)


def test_a_webcam_that_wakes_up_slowly_is_waited_for() -> None:
    assert opened(device(silent=3)).info.width == 320


def test_a_webcam_whose_cable_is_pulled_says_so_and_is_let_go() -> None:
    one = device(pictures=5)
    with pytest.raises(SourceUnreachable, match="gives nothing any more"):
        list(opened(one).shots())
    assert one.closed


def test_another_size_begins_a_stream_of_its_own() -> None:
    one = FakeDevice(ManualClock(START), size_after={5: (640, 480)})
    source = opened(one)
    templates = [source.template for _ in itertools.islice(source.shots(), 10)]
    assert templates[0] is not templates[-1]
    assert (source.info.width, templates[-1].codec_context.width) == (640, 640)


def test_closing_lets_go_of_the_device() -> None:
    unread, read = device(), device()
    opened(unread).close()
    source = opened(read)
    shots = source.shots()
    next(shots)
    source.close()
    assert list(shots) == []
    assert unread.closed
    assert read.closed


def test_one_is_chosen_by_number_or_by_any_clear_part_of_its_name() -> None:
    there = [Webcam(0, "Integrated Camera"), Webcam(2, "Logitech C920"), Webcam(4, "Logitech Brio")]
    assert chosen("", there).index == 0
    assert chosen("2", there).name == "Logitech C920"
    assert chosen("brio", there).index == 4
    assert chosen("7", there) == Webcam(7, "")
    for unclear in ("Logitech", "Kinect"):
        with pytest.raises(SourceUnreachable, match="Logitech C920") as caught:
            chosen(unclear, there)
        assert "number or name" in caught.value.fix


def _os(code: int) -> OSError:
    return OSError(code, os.strerror(code))


@pytest.mark.parametrize(
    ("platform", "refusal", "user", "kind", "words", "fix"),
    [
        ("linux", _os(errno.EACCES), "", SourceRefused, "may not use", "usermod -aG video"),
        ("linux", _os(errno.ENOENT), "", SourceUnreachable, "There is no camera", "Plug it in"),
        ("linux", _os(errno.ENODEV), "", SourceUnreachable, "There is no camera", "Plug it in"),
        ("linux", _os(errno.EBUSY), "", SourceUnreachable, "in use by another", "Close that"),
        ("linux", None, "zoom", SourceUnreachable, "in use by 'zoom'", "Close that program"),
        ("linux", None, "", SourceUnreachable, "gives nothing", "another program"),
        ("darwin", None, "", SourceRefused, "macOS does not let", "Privacy & Security > Camera"),
        ("win32", None, "", SourceUnreachable, "gives nothing", "Let desktop apps access"),
    ],
)
def test_each_reason_not_to_have_it_is_named_with_the_exact_way_out(
    platform: str,
    refusal: OSError | None,
    user: str,
    kind: type[SourceError],
    words: str,
    fix: str,
) -> None:
    here = computer(None, platform=platform, refusal=refusal, user=user)
    with pytest.raises(SourceError, match=words) as caught:
        WebcamSource("0", USUAL, here, ManualClock(START))
    assert type(caught.value) is kind
    assert fix in caught.value.fix


def test_a_webcam_that_opens_and_gives_nothing_is_let_go() -> None:
    one = device(pictures=0)
    with pytest.raises(SourceUnreachable, match="gives nothing"):
        opened(one)
    assert one.closed


def test_one_that_is_not_listed_is_absent_where_the_system_says_no_more() -> None:
    here = computer(None, names=(), platform="darwin")
    with pytest.raises(SourceUnreachable, match="No camera is"):
        WebcamSource("0", USUAL, here, ManualClock(START))


def test_linux_lists_names_and_leaves_out_nodes_without_pictures(tmp_path: Path) -> None:
    for node, name, index in (
        ("video10", "Brio\n", "0"),
        ("video0", "C920", "0"),
        ("video1", "C920", "1"),
    ):
        folder = tmp_path / "class" / "video4linux" / node
        folder.mkdir(parents=True)
        (folder / "name").write_text(name)
        (folder / "index").write_text(index)
    assert webcams("linux", tmp_path) == [Webcam(0, "C920"), Webcam(10, "Brio")]
    assert webcams("linux", tmp_path / "nowhere") == []


@pytest.mark.parametrize(
    ("platform", "said", "names"),
    [
        (
            "darwin",
            {"SPCameraDataType": [{"_name": "FaceTime HD"}, {"_name": "C920"}]},
            ["FaceTime HD", "C920"],
        ),
        ("win32", [{"FriendlyName": "HD Webcam"}, {"FriendlyName": "C920"}], ["HD Webcam", "C920"]),
        ("win32", {"FriendlyName": "HD Webcam"}, ["HD Webcam"]),
        ("win32", "", []),
    ],
)
def test_other_systems_are_asked_for_the_names(
    platform: str, said: object, names: list[str]
) -> None:
    there = webcams(platform, ask=lambda _: json.dumps(said) if said else "")
    assert [one.name for one in there] == names
    assert [one.index for one in there] == list(range(len(names)))


def test_who_has_a_device_is_found_among_the_programs(tmp_path: Path) -> None:
    node = Path("/dev/video0")
    for process, name, file in ((7, "cat", "/etc/hosts"), (8, "zoom", "/dev/video0")):
        folder = tmp_path / str(process)
        (folder / "fd").mkdir(parents=True)
        (folder / "fd" / "3").symlink_to(file)
        (folder / "comm").write_text(name + "\n")
    assert user_of(node, tmp_path) == "zoom"
    assert user_of(Path("/dev/video9"), tmp_path) == ""


def test_the_system_is_asked_why_a_device_cannot_be_opened(tmp_path: Path) -> None:
    refusal = refusal_of(tmp_path / "video0")
    assert refusal is not None
    assert refusal.errno == errno.ENOENT
    (tmp_path / "video1").write_bytes(b"")
    assert refusal_of(tmp_path / "video1") is None


def test_a_machine_without_the_webcam_says_so() -> None:
    with pytest.raises(SourceError) as caught:
        open_source("webcam:97", Wants())
    assert caught.value.fix
