"""``omnisight clips`` with evidence: sealed, looked at, and by whose key."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.clip import Clip
from tests.cli.conftest import Omnisight
from tests.fakes.keyrings import MemoryKeyring, using
from tests.home import NOON, event, furnished


@pytest.fixture(autouse=True)
def house(tmp_path: Path) -> Iterator[Path]:
    """Two clips and a keyring; the media folder."""
    with furnished(tmp_path / "data") as house:
        house.keeper.commit(Camera("porch", "Porch", "rtsp://porch"))
        for number in (1, 2):
            data = bytes([number]) * 5000
            path = house.paths.media / "clips" / f"C{number}.mp4"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            start = NOON - timedelta(minutes=number)
            end, digest = start + timedelta(seconds=2), hashlib.sha256(data).hexdigest()
            house.keeper.commit(
                Clip(f"C{number}", "porch", f"clips/C{number}.mp4", start, end, 5000, digest),
                event(f"E{number}", number, clip=f"C{number}"),
            )
    with using(MemoryKeyring()):
        yield house.paths.media


@pytest.mark.parametrize("name", ["case", "case.zip"])
def test_evidence_is_sealed_and_found_whole(
    omnisight: Omnisight, tmp_path: Path, name: str
) -> None:
    target = tmp_path / name
    sealed = omnisight("clips", "export", "C1", "C2", "--evidence", str(target), "--json")
    assert sealed.code == 0
    assert set(sealed.json) == {"evidence", "key", "clips"}
    assert [clip["id"] for clip in sealed.json["clips"]] == ["C2", "C1"]
    key = omnisight("clips", "key", "--json").json
    assert set(key) == {"words", "sha256", "file"}
    assert sealed.json["key"] == {"words": key["words"], "sha256": key["sha256"]}
    looked = omnisight("clips", "verify", str(target), "--json")
    assert looked.code == 0
    (told,) = looked.json["evidence"]
    assert (looked.json["ok"], told["ok"], told["signer"]) == (True, True, "ours")
    assert told["findings"] == []
    assert len(told["exported"]["by"]) > 0
    said = omnisight("clips", "verify", str(target))
    assert "whole" in said.out
    assert key["words"] in said.out
    assert "the key of this installation" in said.out


def test_what_was_done_to_it_is_said_and_fails(omnisight: Omnisight, tmp_path: Path) -> None:
    target = tmp_path / "case"
    choice = ("--camera", "Porch", "--names", "{id}", "--by", "Anna")
    assert omnisight("clips", "export", *choice, "--evidence", str(target)).code == 0
    assert {p.name for p in (target / "clips").iterdir()} == {"C1.mp4", "C2.mp4"}
    (target / "clips" / "C1.mp4").write_bytes(b"\0" * 5000)
    (target / "clips" / "C2.mp4").unlink()
    (target / "more.txt").write_text("more")
    said = omnisight("clips", "verify", str(target))
    assert said.code == 1
    assert "not as it was sealed" in said.out
    assert "clips/C1.mp4: Its content is not what was sealed." in said.out
    assert "clips/C2.mp4: It was sealed, and is gone." in said.out
    assert "more.txt: It was not there when it was sealed." in said.out
    told = omnisight("clips", "verify", str(target), "--json")
    assert told.code == 1
    assert told.json["ok"] is False
    found = {one["file"]: one["fault"] for one in told.json["evidence"][0]["findings"]}
    assert found == {"clips/C1.mp4": "changed", "clips/C2.mp4": "missing", "more.txt": "added"}
    assert told.json["evidence"][0]["exported"]["by"] == "Anna"


def test_a_key_handed_on_tells_evidence_from_a_forgery(
    omnisight: Omnisight, tmp_path: Path
) -> None:
    key, target = tmp_path / "key.pem", tmp_path / "case.zip"
    words = omnisight("clips", "key", "--out", str(key)).out.splitlines()[0]
    assert len(words.split()) == 10
    omnisight("clips", "export", "C1", "--evidence", str(target))
    told = omnisight("clips", "verify", str(target), "--key", str(key), "--json").json
    assert told["evidence"][0]["signer"] == "given"
    fresh = omnisight("clips", "key", "--new").out.splitlines()[0]
    assert fresh != words
    assert (
        omnisight("clips", "verify", str(target), "--json").json["evidence"][0]["signer"] == "ours"
    )
    forgery = tmp_path / "forgery.zip"
    omnisight("clips", "export", "C1", "--evidence", str(forgery))
    refused = omnisight("clips", "verify", str(forgery), "--key", str(key))
    assert refused.code == 1
    assert f"sealed with another key: {fresh}" in refused.out


def test_whoever_gets_it_needs_no_data_of_their_own(omnisight: Omnisight, tmp_path: Path) -> None:
    target = tmp_path / "case.zip"
    omnisight("clips", "export", "C1", "--evidence", str(target))
    shutil.rmtree(tmp_path / "data")
    said = omnisight("clips", "verify", str(target))
    assert said.code == 0
    assert "a key that is not known here" in said.out
    assert not (tmp_path / "data").exists()


def test_a_clip_that_was_changed_before_is_told_on_both_sides(
    omnisight: Omnisight, house: Path, tmp_path: Path
) -> None:
    (house / "clips" / "C1.mp4").write_bytes(b"changed")
    sealed = omnisight("clips", "export", "C1", "--evidence", str(tmp_path / "case"))
    assert "was changed after it was recorded" in sealed.err
    looked = omnisight("clips", "verify", str(tmp_path / "case"))
    assert looked.code == 0
    assert "was changed before it was handed out" in looked.out


def test_ids_of_clips_mean_what_they_meant(omnisight: Omnisight) -> None:
    told = omnisight("clips", "verify", "C1", "--quick", "--json")
    assert told.code == 0
    assert [row["state"] for row in told.json["clips"]] == ["ok"]
    assert omnisight("clips", "verify", "C9").code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "--evidence", "OUT"),
        ("export", "C1", "--camera", "Porch", "--evidence", "OUT"),
        ("export", "C1", "--evidence", "OUT", "--playable"),
        ("export", "C1", "--evidence", "OUT", "--names", "{nothing}"),
        ("export", "C9", "--evidence", "OUT"),
        ("export", "C1", "OUT", "--by", "Anna"),
        ("verify", "C1", "--key", "OUT"),
        ("verify", "C1", "OUT.zip"),
        ("verify", "OUT.zip"),
        ("verify", "OUT.zip", "--camera", "Porch"),
    ],
)
def test_what_makes_no_sense_is_said_and_leaves_nothing(
    omnisight: Omnisight, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    named = [one.replace("OUT", str(tmp_path / "out")) for one in arguments]
    said = omnisight("clips", *named)
    assert said.code == 2
    assert said.err.startswith("omnisight: ")
    assert [one.name for one in tmp_path.iterdir()] == ["data"]


def test_a_zip_that_is_cut_off_fails_in_words(omnisight: Omnisight, tmp_path: Path) -> None:
    target = tmp_path / "case.zip"
    omnisight("clips", "export", "C1", "--evidence", str(target))
    target.write_bytes(target.read_bytes()[:-100])
    said = omnisight("clips", "verify", str(target))
    assert said.code == 1
    assert "only the beginning of one" in said.err
