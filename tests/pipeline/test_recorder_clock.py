"""Clips against the clock in their pictures: nothing missing, nothing shifted, sound in its place."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from tests.fakes import burned_clock
from tests.fakes.burned_clock import Film, beeps, shown, write
from tests.pipeline.reel import START, Reel, event

FILMS = {
    "h264.mp4": Film(),
    "h264-b-frames.mp4": Film(b_frames=3, gop=20, fps=12),
    "h264-b-frames.ts": Film(b_frames=2, sound="aac", fps=15),
    "h265.mkv": Film(codec="libx265", fps=10, gop=20),
    "h265-b-frames.mp4": Film(codec="libx265", b_frames=2, fps=10, gop=20),
    "mjpeg.avi": Film(codec="mjpeg", fps=10),
    "vp9.webm": Film(codec="libvpx-vp9", fps=10),
    "long-gop.mp4": Film(gop=300, fps=10),
    "aac.mp4": Film(sound="aac", rate_hz=44_100, fps=10),
    "alaw.mov": Film(sound="pcm_alaw", rate_hz=8000, fps=10),
    "opus.mkv": Film(sound="libopus", rate_hz=48_000, fps=10),
    "mp3.mp4": Film(sound="libmp3lame", rate_hz=32_000, b_frames=2, fps=10),
}


@pytest.fixture(scope="session")
def films(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every film, made once."""
    folder = tmp_path_factory.mktemp("films")
    for name, film in FILMS.items():
        write(folder / name, film)
    return folder


def complaints(path: Path) -> str:
    """What ffprobe says against a file; where there is none, PyAV reads it to its end."""
    ffprobe = shutil.which("ffprobe")
    if ffprobe is None:
        with av.open(str(path)) as container:
            for _ in container.decode():
                pass
        return ""
    asked = [ffprobe, "-v", "error", "-count_frames", "-show_entries", "stream=nb_read_frames"]
    said = subprocess.run([*asked, str(path)], capture_output=True, text=True, check=False)
    return said.stderr


def codecs(path: Path) -> dict[str, Any]:
    with av.open(str(path)) as container:
        return {stream.type: stream for stream in container.streams}


@pytest.mark.parametrize("name", FILMS)
def test_every_picture_of_a_clip_is_where_the_clock_in_it_says(
    films: Path, tmp_path: Path, name: str
) -> None:
    film = FILMS[name]
    reel = Reel(films / name, tmp_path)
    (clip,) = reel.play((6.5, event(6)), (8.2, event(6, end=7.5)))
    frame_ms = 1000 / film.fps
    start_ms = (clip.start - START).total_seconds() * 1000
    seen = shown(reel.file(clip))
    assert max(abs(start_ms + s.at_s * 1000 - s.clock_ms) for s in seen) <= 1
    steps = np.diff([s.clock_ms for s in seen])
    assert set(np.round(steps / frame_ms)) == {1.0}  # none is missing, none comes twice
    assert seen[0].at_s == 0
    assert seen[0].clock_ms <= 1000 + 1  # five seconds before the event, or the key before that
    assert seen[-1].clock_ms >= 8500 - frame_ms  # a second more than the event
    end_ms = (clip.end - START).total_seconds() * 1000
    assert abs(end_ms - seen[-1].clock_ms - frame_ms) <= 1.5
    assert complaints(reel.file(clip)) == ""


@pytest.mark.parametrize(
    ("name", "late_s"),
    [
        *((name, 0.0) for name, film in FILMS.items() if film.sound),
        ("aac.mp4", 3.7),
        ("alaw.mov", 3.7),
    ],
)
def test_the_sound_of_a_clip_is_where_it_belongs(
    films: Path, tmp_path: Path, name: str, late_s: float
) -> None:
    reel = Reel(films / name, tmp_path, sound_late_s=late_s)
    (clip,) = reel.play((6.5, event(6)), (8.2, event(6, end=7.5)))
    start_s = (clip.start - START).total_seconds()
    # A decoder of MP3 needs some frames before it gives sound: at the very start nothing is read.
    heard = [start_s + second for second in beeps(reel.file(clip)) if second > 0.2]
    assert len(heard) >= 6
    assert max(abs(second - round(second)) for second in heard) <= 0.06
    sound = codecs(reel.file(clip))["audio"]
    assert sound.codec_context.name in ("aac", "opus", "mp3float", "mp3")
    first = float((sound.start_time or 0) * sound.time_base)
    assert 0 <= first < 0.15  # it does not begin before the pictures
    assert complaints(reel.file(clip)) == ""


def test_apple_finds_h265_by_its_tag(films: Path, tmp_path: Path) -> None:
    reel = Reel(films / "h265.mkv", tmp_path)
    (clip,) = reel.play((6, event(6, end=7)))
    assert clip.path.endswith(".mp4")
    assert codecs(reel.file(clip))["video"].codec_context.codec_tag == "hvc1"


@pytest.mark.parametrize("name", ["h264-b-frames.mp4", "long-gop.mp4", "alaw.mov"])
def test_a_clip_plays_while_it_is_written(films: Path, tmp_path: Path, name: str) -> None:
    reel = Reel(films / name, tmp_path / "media")
    copies: list[Path] = []

    def copy() -> None:
        for part in reel.media.rglob("*.part"):
            copies.append(tmp_path / f"{len(copies)}.mp4")
            shutil.copyfile(part, copies[-1])

    reel.watch = copy
    reel.step_s = 0.45
    reel.play((6.5, event(6)))
    assert len(copies) >= 8
    some = [copies[0], copies[3], copies[-1]]
    lengths = [len(shown(path)) for path in some]
    assert lengths == sorted(set(lengths))  # it grows
    assert lengths[0] >= 4 * FILMS[name].fps  # the seconds before the event are there at once
    assert [complaints(path) for path in some] == ["", "", ""]


def test_sound_that_breaks_off_costs_no_pictures(films: Path, tmp_path: Path) -> None:
    reel = Reel(films / "aac.mp4", tmp_path)

    def cut() -> None:
        if reel.clock.mono() > 7.5 and reel.sound.template is not None:
            reel.sound.begin(None)

    reel.watch = cut
    (clip,) = reel.play((6.5, event(6)), (9.2, event(6, end=9)))
    seen = shown(reel.file(clip))
    assert seen[-1].clock_ms >= 10_000 - 100
    heard = beeps(reel.file(clip))
    assert heard
    assert max(heard) < 8
    assert complaints(reel.file(clip)) == ""


@pytest.mark.parametrize("name", ["alaw.mov", "aac.mp4", "h264-b-frames.ts", "opus.mkv"])
def test_sound_that_is_garbage_costs_no_pictures(films: Path, tmp_path: Path, name: str) -> None:
    reel = Reel(films / name, tmp_path)
    reel.garble = b"\xff\xf1 no sound"
    (clip,) = reel.play((6.5, event(6)), (9.2, event(6, end=9)))
    assert shown(reel.file(clip))[-1].clock_ms >= 10_000 - 100
    assert len(beeps(reel.file(clip))) >= 3  # until it broke


def test_the_clock_is_read_right_or_not_at_all() -> None:
    image = np.full((192, 320, 3), 90, np.uint8)
    for number in (0, 1, 40, 12_345, 2**24 - 1):
        burned_clock.burn(image, number)
        assert burned_clock.read(image) == number
    image[:24, :20] = 255 - image[:24, :20]
    assert burned_clock.read(image) is None
