"""Copies of clips are whole or not there at all, play everywhere if asked to, and can be checked."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import av
import pytest

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.errors import Cancelled, NotFound, StorageError, UsageError
from omnisight_desktop.services import playback
from omnisight_desktop.services.clips import ClipFilter
from omnisight_desktop.services.house import House
from omnisight_desktop.services.playback import ClipState
from tests.fakes.burned_clock import Film, beeps, shown, write
from tests.home import NOON, event, furnished


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four seconds each, in several codecs."""
    folder = tmp_path_factory.mktemp("films")
    write(folder / "h264.mp4", Film(seconds=4, fps=10, gop=10, sound="aac"))
    write(folder / "h265.mp4", Film(seconds=4, fps=10, gop=10, codec="libx265", sound="aac"))
    write(folder / "vp8.mkv", Film(seconds=4, fps=10, codec="libvpx", sound="libopus",
                                   rate_hz=48_000))  # fmt: skip
    write(folder / "opus.mp4", Film(seconds=3, fps=10, sound="libopus", rate_hz=48_000))
    return folder


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with furnished(tmp_path / "data") as house:
        house.keeper.commit(Camera("porch", "Porch / north", "rtsp://porch"))
        yield house


def keep(house: House, film: Path, name: str, minutes_ago: float = 0.0) -> Clip:
    """Make a film a clip of the house."""
    data = film.read_bytes()
    path = f"clips/porch/{name}{film.suffix}"
    (house.paths.media / path).parent.mkdir(parents=True, exist_ok=True)
    (house.paths.media / path).write_bytes(data)
    start = NOON - timedelta(minutes=minutes_ago)
    end = start + timedelta(seconds=4)
    clip = Clip(name, "porch", path, start, end, len(data), hashlib.sha256(data).hexdigest())
    house.keeper.commit(clip)
    return clip


def test_a_clip_is_copied_to_a_file(house: House, films: Path, tmp_path: Path) -> None:
    keep(house, films / "h264.mp4", "C1")
    target = tmp_path / "new" / "out.mp4"
    assert house.clips.export("C1", target) == target
    assert target.read_bytes() == (films / "h264.mp4").read_bytes()


def test_a_folder_gets_files_with_telling_names_and_none_is_written_over(
    house: House, films: Path, tmp_path: Path
) -> None:
    keep(house, films / "vp8.mkv", "C1")
    first, second = house.clips.export("C1", tmp_path), house.clips.export("C1", tmp_path)
    assert first.parent == second.parent == tmp_path
    assert first.name.startswith("porch 2026-05-03")
    assert first.suffix == second.suffix == ".mkv"
    assert first != second


def test_an_unknown_clip_and_a_lost_file_are_said_in_words(
    house: House, films: Path, tmp_path: Path
) -> None:
    clip = keep(house, films / "h264.mp4", "C1")
    with pytest.raises(NotFound, match="no clip 'C9'"):
        house.clips.export("C9", tmp_path)
    house.clips.path(clip).unlink()
    with pytest.raises(StorageError, match="is gone"):
        house.clips.export("C1", tmp_path)
    assert not list(tmp_path.glob("porch*"))


def test_a_place_that_cannot_be_written_leaves_nothing_behind(
    house: House, films: Path, tmp_path: Path
) -> None:
    keep(house, films / "h264.mp4", "C1")
    blocked = tmp_path / "blocked"
    blocked.write_text("a file, no folder")
    with pytest.raises(StorageError, match="cannot be used"):
        house.clips.export("C1", blocked / "out.mp4")
    assert blocked.read_text() == "a file, no folder"


def test_a_row_that_points_outside_the_media_folder_is_refused(
    house: House, tmp_path: Path
) -> None:
    house.keeper.commit(Clip("C2", "porch", "../../secret.txt", NOON, NOON, 1))
    (tmp_path / "secret.txt").write_text("secret")
    with pytest.raises(StorageError, match="outside"):
        house.clips.export("C2", tmp_path / "out.mp4")


@pytest.mark.parametrize(
    ("film", "codec", "everywhere", "because"),
    [
        ("h264.mp4", "H.264", True, ""),
        ("h265.mp4", "H.265", False, "This clip is H.265"),
        ("vp8.mkv", "VP8", False, "This clip is VP8"),
        ("opus.mp4", "H.264", False, "The sound of this clip is Opus"),
    ],
)
def test_playback_says_what_a_clip_is_and_offers_a_copy(
    house: House, films: Path, film: str, codec: str, everywhere: bool, because: str
) -> None:
    told = house.clips.playback(keep(house, films / film, "C1"))
    assert (told.codec, told.plays_everywhere) == (codec, everywhere)
    assert told.reason.startswith(because)
    assert ("clips export C1 --playable" in told.fix) is not everywhere


@pytest.mark.parametrize("film", ["h265.mp4", "vp8.mkv", "opus.mp4"])
def test_a_converted_copy_plays_everywhere_and_shows_and_sounds_the_same(
    house: House, films: Path, tmp_path: Path, film: str
) -> None:
    keep(house, films / film, "C1")
    shares: list[float] = []

    def tell(share: float) -> bool:
        shares.append(share)
        return True

    path = house.clips.converted("C1", tmp_path / "out.mp4", tell)
    told = house.clips.playback(replace(keep(house, path, "C2"), id="C2"))
    assert (told.codec, told.sound, told.plays_everywhere) == ("H.264", "AAC", True)
    before, after = shown(films / film), shown(path)
    assert [s.clock_ms for s in after] == [s.clock_ms for s in before]
    assert max(abs(a.at_s - b.at_s) for a, b in zip(before, after, strict=True)) < 0.002
    assert max(abs(s - round(s)) for s in beeps(path)) <= 0.05
    assert shares[-1] == 1.0
    assert shares == sorted(shares)


def test_what_plays_everywhere_is_copied_as_it_is(
    house: House, films: Path, tmp_path: Path
) -> None:
    keep(house, films / "h264.mp4", "C1")
    path = house.clips.converted("C1", tmp_path / "out.mp4")
    assert path.read_bytes() == (films / "h264.mp4").read_bytes()


def test_a_conversion_that_is_stopped_or_impossible_leaves_nothing_behind(
    house: House, films: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(playback, "_ROUND_S", 0.0)  # so that it is asked after every picture
    clip = keep(house, films / "h265.mp4", "C1")
    out = tmp_path / "out"
    shares: list[float] = []

    def stop_early(share: float) -> bool:
        shares.append(share)
        return share < 0.3

    with pytest.raises(Cancelled):
        house.clips.converted("C1", out / "out.mp4", stop_early)
    assert 0.3 <= shares[-1] < 0.9
    assert list(out.iterdir()) == []
    house.clips.path(clip).write_bytes(b"no film at all" * 100)
    with pytest.raises(StorageError, match="cannot be read"):
        house.clips.converted("C1", out / "out.mp4")
    assert list(out.iterdir()) == []


def test_an_export_that_is_stopped_leaves_nothing_behind(
    house: House, films: Path, tmp_path: Path
) -> None:
    clips = [keep(house, films / "h264.mp4", f"C{number}") for number in range(3)]
    with pytest.raises(Cancelled):
        house.clips.export_all(clips, tmp_path / "out", {}, tell=lambda share: share < 0.5)
    assert list((tmp_path / "out").iterdir()) == []


def test_clips_are_found_by_event_story_camera_and_time(house: House, films: Path) -> None:
    for number in range(4):
        keep(house, films / "h264.mp4", f"C{number}", minutes_ago=10 * number)
    house.keeper.commit(
        event("E1", 10, clip="C1", story="E1"),
        event("E2", 20, clip="C2", story="E1"),
        event("E3", 20, story="E1", type="left"),
        event("E4", 5),
    )

    def ids(**wanted: object) -> list[str]:
        return [clip.id for clip in house.clips.find(ClipFilter(**wanted))]  # type: ignore[arg-type]

    assert ids() == ["C0", "C1", "C2", "C3"]
    assert ids(events=("E1",)) == ["C1"]
    assert ids(events=("E3",)) == ["C1", "C2"]  # who left is shown by the clips of the visit
    assert ids(events=("E4",)) == []
    assert ids(events=("E1", "E2"), since=NOON - timedelta(minutes=15)) == ["C1"]
    assert ids(since=NOON - timedelta(minutes=20) + timedelta(seconds=3)) == ["C0", "C1", "C2"]
    assert ids(until=NOON - timedelta(minutes=15)) == ["C2", "C3"]
    assert ids(camera="yard") == []
    with pytest.raises(NotFound, match="no event 'E9'"):
        ids(events=("E9",))


def test_several_are_exported_with_a_manifest_that_tells_what_each_is(
    house: House, films: Path, tmp_path: Path
) -> None:
    first = keep(house, films / "h264.mp4", "C1", minutes_ago=10)
    keep(house, films / "h264.mp4", "C2")  # two cameras may begin in the same second
    keep(house, films / "h265.mp4", "C3")
    house.keeper.commit(event("E1", 10, clip="C1"), event("E2", 9.9, clip="C1"))
    house.clips.path(first).write_bytes(b"changed")
    clips, names = house.clips.find(ClipFilter()), house.cameras.names()
    folder = tmp_path / "out"
    done, manifest = house.clips.export_all(clips, folder, names, playable=False)
    told = json.loads(manifest.read_text())["clips"]
    assert manifest == folder / "manifest.json"
    assert [(t["id"], t["events"], t["intact"]) for t in told] == [
        ("C1", ["E1", "E2"], False),
        ("C2", [], True),
        ("C3", [], True),
    ]
    assert {t["camera"] for t in told} == {"Porch / north"}
    assert told[0]["start"] == "2026-05-03T11:50:00.000Z"
    files = {path.name for path in folder.iterdir()}
    assert files == {"manifest.json", *(t["file"] for t in told)}
    assert len(files) == 4
    assert all(name.startswith("Porch - north 2026-05-03") for name in files - {"manifest.json"})
    for one in told:
        data = (folder / one["file"]).read_bytes()
        assert one["sha256"] == hashlib.sha256(data).hexdigest()
    assert [one.clip.id for one in done] == ["C1", "C2", "C3"]
    _, again = house.clips.export_all(clips[:1], folder, names)
    assert again.name == "manifest 2.json"  # what was handed out before stays true


def test_an_export_of_several_to_a_file_is_refused(
    house: House, films: Path, tmp_path: Path
) -> None:
    clip = keep(house, films / "h264.mp4", "C1")
    (tmp_path / "out").write_text("a file")
    with pytest.raises(UsageError, match="need a folder"):
        house.clips.export_all([clip], tmp_path / "out", {})


def test_a_clip_is_verified_to_the_last_picture(house: House, films: Path) -> None:
    clip = keep(house, films / "h264.mp4", "C1")
    path = house.clips.path(clip)
    assert house.clips.verify(clip).state is ClipState.OK
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)
    assert house.clips.verify(clip).state is ClipState.CHANGED
    # A file that was damaged before anybody took its sum.
    for at in range(len(data) // 3, len(data) // 2, 7):
        data[at] ^= 0xFF
    path.write_bytes(data)
    damaged = replace(clip, sha256=hashlib.sha256(data).hexdigest())
    assert house.clips.verify(damaged, decode=False).state is ClipState.OK
    assert house.clips.verify(damaged).state is ClipState.DAMAGED
    path.write_bytes(data[:100])
    assert house.clips.verify(clip).state is ClipState.CHANGED
    path.unlink()
    assert house.clips.verify(clip).state is ClipState.MISSING


def test_the_films_are_what_they_are_called(films: Path) -> None:
    with av.open(str(films / "h265.mp4")) as container:
        assert container.streams.video[0].codec_context.name == "hevc"
