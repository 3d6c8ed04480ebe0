"""``omnisight clips``: shapes that programs rely on."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from pathlib import Path

import pytest

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.clip import Clip
from tests.cli.conftest import Omnisight
from tests.fakes.burned_clock import Film, write
from tests.home import NOON, event, furnished

ROW = {"id", "camera", "start", "end", "seconds", "bytes", "sha256", "path", "protected", "events"}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Two clips, of H.264 and H.265, and the events that they show; the media folder."""
    with furnished(tmp_path / "data") as house:
        house.keeper.commit(Camera("porch", "Porch", "rtsp://porch"))
        for number, codec in enumerate(("libx264", "libx265"), start=1):
            path = house.paths.media / "clips" / "porch" / f"C{number}.mp4"
            path.parent.mkdir(parents=True, exist_ok=True)
            write(path, Film(seconds=2, fps=10, codec=codec))
            start, data = NOON - timedelta(minutes=number), path.read_bytes()
            house.keeper.commit(
                Clip(
                    f"C{number}",
                    "porch",
                    f"clips/porch/C{number}.mp4",
                    start,
                    start + timedelta(seconds=2),
                    len(data),
                    hashlib.sha256(data).hexdigest(),
                ),
                event(f"E{number}", number, clip=f"C{number}"),
            )
        return house.paths.media


def test_clips_of_an_empty_house(omnisight: Omnisight) -> None:
    assert omnisight("clips", "list", "--json").json == {"clips": []}
    assert omnisight("clips", "list").out.strip() == "No clips."
    assert omnisight("clips", "verify", "--json").json == {"ok": True, "clips": []}


def test_list_narrows_and_tells_the_events(omnisight: Omnisight, house: Path) -> None:
    listed = omnisight("clips", "list", "--json").json["clips"]
    assert [row["id"] for row in listed] == ["C1", "C2"]
    assert set(listed[0]) == ROW
    assert listed[0]["events"] == ["E1"]
    assert listed[0]["camera"] == "Porch"
    since = ("--since", "2026-05-03T11:58:30Z", "--camera", "porch")
    assert [r["id"] for r in omnisight("clips", "list", *since, "--json").json["clips"]] == ["C1"]
    assert "C2" in omnisight("clips", "list", "--event", "E2").out
    assert omnisight("clips", "list", "--camera", "yard").code == 2


def test_one_clip_is_exported_to_a_file(omnisight: Omnisight, house: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.mp4"
    said = omnisight("clips", "export", "C1", str(target), "--json")
    assert said.json == {"clip": "C1", "path": str(target)}
    assert said.err == ""
    said = omnisight("clips", "export", "C2", str(target))
    assert said.code == 0
    assert "This clip is H.265" in said.err
    assert "--playable" in said.err
    said = omnisight("clips", "export", "C2", str(target), "--playable")
    assert said.code == 0
    assert said.err == ""
    assert target.read_bytes() != (house / "clips" / "porch" / "C2.mp4").read_bytes()


def test_several_are_exported_into_a_folder(
    omnisight: Omnisight, house: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    told = omnisight("clips", "export", "--camera", "Porch", str(folder), "--json").json
    assert [clip["id"] for clip in told["clips"]] == ["C2", "C1"]
    assert told["folder"] == str(folder)
    assert json.loads(Path(told["manifest"]).read_text()) == {"clips": told["clips"]}
    assert all((folder / clip["file"]).is_file() for clip in told["clips"])
    one = omnisight("clips", "export", "--event", "E1", str(tmp_path / "one"), "--json").json
    assert [clip["events"] for clip in one["clips"]] == [["E1"]]


def test_what_cannot_be_exported_is_said_in_words(
    omnisight: Omnisight, house: Path, tmp_path: Path
) -> None:
    assert omnisight("clips", "export").code == 2
    assert "no clip 'C9'" in omnisight("clips", "export", "C9", str(tmp_path)).err
    assert "no event 'E9'" in omnisight("clips", "export", "--event", "E9", str(tmp_path)).err
    early = omnisight("clips", "export", "--until", "2026-01-01T00:00:00Z", str(tmp_path / "out"))
    assert "No clips" in early.err
    assert not (tmp_path / "out").exists()


def test_verify_tells_each_state_and_fails_where_one_is_bad(
    omnisight: Omnisight, house: Path
) -> None:
    good = omnisight("clips", "verify", "--json")
    assert good.code == 0
    assert [(r["id"], r["state"], r["codec"]) for r in good.json["clips"]] == [
        ("C1", "ok", "H.264"),
        ("C2", "ok", "H.265"),
    ]
    path = house / "clips" / "porch" / "C1.mp4"
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    bad = omnisight("clips", "verify", "C1", "--json")
    assert bad.code == 1
    assert bad.json["ok"] is False
    assert bad.json["clips"][0]["state"] == "changed"
    path.unlink()
    said = omnisight("clips", "verify")
    assert said.code == 1
    assert "Its file is gone." in said.out
    assert "1 of 2 clips" in said.out
