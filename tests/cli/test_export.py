"""``omnisight export``: films of a stretch of time, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.errors import DiskFull
from omnisight_desktop.services.export.write import Exports
from tests.cli.conftest import Omnisight
from tests.fakes.films import film, greys, keep_clip, numbers, path_of
from tests.fakes.keyrings import MemoryKeyring, using
from tests.home import NOON, event, furnished

TIME = ("--from", NOON.isoformat(), "--to", (NOON + timedelta(seconds=10)).isoformat())


@pytest.fixture(autouse=True)
def house(tmp_path: Path) -> Iterator[None]:
    """Two cameras that filmed for two seconds, and somebody who was there."""
    with furnished(tmp_path / "data") as house:
        for name in ("Porch", "Yard"):
            camera = name.lower()
            house.keeper.commit(Camera(camera, name, f"rtsp://{camera}"))
            file = film(house.paths.media / "clips" / camera / "C.mp4", greys(range(20)))
            keep_clip(house, f"C{name}", camera, file, NOON, 2)
        box = (0.2, 0.2, 0.4, 0.8)
        house.keeper.commit(
            path_of("T1", "porch", NOON, [(0, box), (2, box)]),
            event("E1", 0, track="T1", clip="CPorch"),
        )
    with using(MemoryKeyring()):
        yield


def test_two_cameras_become_two_films_in_a_folder(omnisight: Omnisight, tmp_path: Path) -> None:
    out = tmp_path / "out"
    said = omnisight("export", "--camera", "Porch", "--camera", "yard", *TIME, str(out))
    assert said.code == 0
    files = [Path(line) for line in said.out.splitlines()]
    assert [file.parent for file in files] == [out, out]
    assert [numbers(file) for file in files] == [list(range(20))] * 2
    assert said.err.count("nothing to be seen from") == 2
    assert "nothing was recorded" in said.err


def test_programs_are_told_the_same(omnisight: Omnisight, tmp_path: Path) -> None:
    out = tmp_path / "one.mp4"
    said = omnisight(
        "export", "--camera", "Porch", *TIME, "--draw", "boxes,time", str(out), "--json"
    )
    assert said.code == 0
    told = said.json
    assert set(told) == {
        *("target", "manifest", "key", "since", "until", "draw", "hide", "keep", "only"),
        *("films", "pauses", "unshown"),
    }
    assert (told["target"], told["manifest"], told["key"]) == (str(out), None, None)
    assert (told["draw"], told["hide"]) == (["boxes", "time"], "nobody")
    (one,) = told["films"]
    assert set(one) == {
        *("id", "file", "camera", "start", "end", "bytes", "sha256", "copied", "sound"),
        *("stretches", "sources"),
    }
    assert (one["file"], one["copied"], one["bytes"]) == ("one.mp4", False, out.stat().st_size)
    assert [pause["reason"] for pause in told["pauses"]] == ["nothing was recorded"]


def test_evidence_is_sealed_and_found_whole(omnisight: Omnisight, tmp_path: Path) -> None:
    out = tmp_path / "case.zip"
    hidden = ("--blur-others", "--keep", "T1", "--evidence", "--by", "Anna")
    said = omnisight("export", "--camera", "Porch", *TIME, *hidden, str(out), "--json")
    assert said.code == 0
    assert said.json["key"] == omnisight("clips", "key", "--json").json["words"]
    looked = omnisight("clips", "verify", str(out), "--json")
    assert looked.code == 0
    (told,) = looked.json["evidence"]
    assert (told["ok"], told["signer"], told["exported"]["by"]) == (True, "ours", "Anna")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--camera", "Attic", *TIME), "There is no camera 'Attic'"),
        (("--camera", "Porch", *TIME, "--draw", "hats"), "'hats' cannot be drawn"),
        (("--camera", "Porch", *TIME, "--keep", "T1"), "Nobody is hidden"),
        (("--camera", "Porch", *TIME, "--by", "Anna"), "--by goes with --evidence"),
        (("--camera", "Porch", *TIME, "--blur-others", "--blur-all-else"), "exclude each other"),
        (("--camera", "Porch", *TIME, "--names", "{shoe}"), "'{shoe}' is not known"),
        (("--camera", "Porch", "--from", "noon", "--to", "one"), "'noon' is not a time"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_made(
    omnisight: Omnisight, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = omnisight("export", *arguments, str(tmp_path / "out"))
    assert done.code == 2
    assert said in done.err
    assert not (tmp_path / "out").exists()


def test_control_c_stops_it_and_leaves_nothing(
    omnisight: Omnisight, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("omnisight_desktop.services.export.write.placed", interrupted)
    done = omnisight("export", "--camera", "Porch", *TIME, str(tmp_path / "out"))
    assert done.code == 130
    assert not (tmp_path / "out").exists()


def test_a_full_disk_is_a_failure_in_words(
    omnisight: Omnisight, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFull("No room is left.")

    monkeypatch.setattr(Exports, "export", full)
    done = omnisight("export", "--camera", "Porch", *TIME, str(tmp_path / "out"))
    assert (done.code, "No room is left." in done.err) == (1, True)
