"""Hardware decodes while it is sound; when it fails nothing is lost, and software goes on."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from omnisight_desktop.capture.decoding import Decoding, Hardware, kinds_of, open_on
from omnisight_desktop.capture.open import open_source
from omnisight_desktop.core.errors import BackendUnavailable
from omnisight_desktop.core.ports.capture import Source, Wants
from tests.fakes.chips import Chip
from tests.fakes.films import film, greys

PICTURES = 45  # of ten a key frame, sent out of their order


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return film(tmp_path / "film.mp4", greys(range(PICTURES)))


def seen(
    path: Path, decoding: Decoding | None, after: Callable[[Source, int], None] = lambda *_: None
) -> list[tuple[int, int]]:
    """When each picture is shown, in milliseconds, and how bright it is."""
    pictures: list[tuple[int, int]] = []
    with closing(open_source(str(path), Wants(decoding=decoding))) as source:
        for shot in source.shots():
            if shot.picture is not None:
                light = round(float(shot.picture.luma(16, 9).mean()))
                pictures.append((round(shot.at_s * 1000), light))
            after(source, len(pictures))
    return pictures


def test_sound_hardware_shows_what_software_shows(path: Path) -> None:
    chip = Chip()
    decoding = Decoding(chip.hardware())
    assert seen(path, decoding) == seen(path, None)
    assert (chip.opened, chip.packets, decoding.words) == (1, PICTURES, "cuda")


@pytest.mark.parametrize("place", [0, 1, 9, 10, 17, 40, PICTURES - 1])
def test_a_failure_anywhere_loses_no_picture_and_shows_none_twice(path: Path, place: int) -> None:
    decoding = Decoding(Chip(breaks_at=place).hardware())
    assert seen(path, decoding) == seen(path, None)
    assert decoding.words.startswith("software, since cuda failed: Generic error")


@pytest.mark.parametrize(
    ("chip", "words"),
    [
        (Chip(green=True), "its pictures are wrong"),
        (Chip(unfit=True), "cuda does not decode h264"),
    ],
)
def test_what_shows_nonsense_or_does_not_know_the_stream_is_not_used(
    path: Path, chip: Chip, words: str
) -> None:
    decoding = Decoding(chip.hardware())
    assert seen(path, decoding) == seen(path, None)
    assert words in decoding.words


def test_what_shows_nothing_is_noticed_though_it_reports_no_fault(tmp_path: Path) -> None:
    path = film(tmp_path / "long.mp4", greys(range(130)))
    decoding = Decoding(Chip(mute=True).hardware())
    shown = seen(path, decoding)
    # What came before the key frame that was current then is gone, and no more.
    assert shown == seen(path, None)[-len(shown) :]
    assert len(shown) >= 30
    assert "no picture comes out" in decoding.words


def test_after_a_failure_a_camera_stays_in_software_when_it_is_called_again(path: Path) -> None:
    chip = Chip(breaks_at=5)
    hardware = chip.hardware()
    decoding = Decoding(hardware)
    seen(path, decoding)
    chip.breaks_at = None
    seen(path, decoding)
    assert chip.opened == 1
    other = Decoding(hardware)  # another camera is not to suffer for it
    chip.packets = 0
    seen(path, other)
    assert other.words == "cuda"


def test_damage_in_the_stream_is_not_blamed_on_the_hardware(path: Path, tmp_path: Path) -> None:
    data = bytearray(path.read_bytes())
    begin = data.find(b"mdat") + 4
    for place in range(begin + 2000, begin + 2600):
        data[place] ^= 0x5A
    damaged = tmp_path / "damaged.mp4"
    damaged.write_bytes(data)
    chip = Chip()
    decoding = Decoding(chip.hardware())
    shown = seen(damaged, decoding)
    assert shown
    assert decoding.fault == ""


def test_hardware_that_is_found_later_takes_over_at_a_key_frame(path: Path) -> None:
    chip = Chip()
    found = Hardware(open_decoder=chip.open)
    decoding = Decoding(found)

    def after(_: Source, count: int) -> None:
        if count == 13:
            found.tried({"h264": "vaapi"}, "vaapi decodes h264")

    assert seen(path, decoding, after) == seen(path, None)
    assert decoding.words == "vaapi"
    assert chip.opened == 1
    assert 0 < chip.packets < PICTURES


def test_key_frames_alone_are_decoded_in_software(path: Path) -> None:
    chip = Chip()
    decoding = Decoding(chip.hardware())
    shown = seen(path, decoding, lambda source, count: source.only_keys(5 < count < 10))
    whole = dict(seen(path, None))
    times = [at_ms for at_ms, _ in shown]
    assert times == sorted(set(times))
    assert all(whole[at_ms] == light for at_ms, light in shown)
    assert chip.opened == 2  # it is called again when every picture is wanted
    assert 0 < chip.packets < len(shown) < PICTURES


def test_switched_off_or_not_there_it_is_software_without_a_word(path: Path) -> None:
    for hardware in (Hardware(wanted=False), Hardware()):
        decoding = Decoding(hardware)
        seen(path, decoding)
        assert decoding.words == "software"


def test_only_kinds_whose_devices_are_there_are_worth_a_trial(tmp_path: Path) -> None:
    assert set(kinds_of("h264", tmp_path)) <= {"videotoolbox", "d3d11va", "dxva2"}
    (tmp_path / "nvidia0").touch()
    (tmp_path / "dri").mkdir()
    (tmp_path / "dri" / "renderD128").touch()
    assert set(kinds_of("h264", tmp_path)) >= set(kinds_of("h264", tmp_path / "nowhere"))
    assert kinds_of("no such codec", tmp_path) == []


def test_a_kind_that_is_not_here_is_refused_in_words(path: Path) -> None:
    import av

    software = av.CodecContext.create("h264", "r")
    with pytest.raises((BackendUnavailable, av.error.FFmpegError)):
        open_on(software, "vdpau")
