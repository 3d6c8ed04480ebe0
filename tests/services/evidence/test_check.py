"""Whatever was done to evidence after it was sealed is found, and said calmly."""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.core.errors import Cancelled, NotFound, StorageError
from omnisight_desktop.services.evidence.check import Fault, Report, Signer, check
from omnisight_desktop.services.evidence.manifest import canonical
from omnisight_desktop.services.evidence.seal import Seal
from omnisight_desktop.services.evidence.write import Evidence, Order
from tests.services.evidence.conftest import OTHER, SEAL

needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")


@pytest.fixture
def copy(folder: Path, tmp_path: Path) -> Path:
    """A folder of evidence that may be spoiled."""
    return Path(shutil.copytree(folder, tmp_path / "copy"))


def clip_in(folder: Path, start: str = "CON") -> Path:
    """One of the films."""
    return next(path for path in (folder / "clips").iterdir() if path.name.startswith(start))


def zipped(folder: Path, target: Path, method: int = zipfile.ZIP_STORED, top: str = "") -> Path:
    """The folder as some other program would pack it."""
    with zipfile.ZipFile(target, "w", method) as archive:
        for path in sorted(folder.rglob("*")):
            archive.write(path, f"{top}{path.relative_to(folder).as_posix()}")
    return target


def faults(report: Report) -> set[tuple[str, str]]:
    """What is wrong with what."""
    return {(str(one.fault), one.file) for one in report.findings}


def reworded(folder: Path, change: Callable[[dict[str, Any]], object], seal: Seal | None) -> None:
    """Write the manifest anew, as somebody would who knows how, and sign it if a key is given."""
    told = json.loads((folder / "manifest.json").read_bytes())
    change(told)
    data = canonical(told)
    (folder / "manifest.json").write_bytes(data)
    if seal is not None:
        (folder / "manifest.sig").write_bytes(seal.sign(data))


def test_what_was_not_touched_is_whole(folder: Path, packed: Path) -> None:
    for path in (folder, packed):
        report = check(path)
        assert report.ok
        assert report.findings == ()
        assert report.signer is Signer.UNKNOWN
        assert report.key == SEAL.public
        assert report.manifest is not None
        assert [clip.id for clip in report.manifest.clips] == ["C1", "C2", "C3"]


def test_it_is_told_whose_key_it_is(folder: Path) -> None:
    assert check(folder, own=[OTHER.public, SEAL.public]).signer is Signer.OURS
    assert check(folder, own=[OTHER.public]).signer is Signer.UNKNOWN
    assert check(folder, key=SEAL.public).signer is Signer.GIVEN
    assert check(folder, key=SEAL.public).ok


def test_a_changed_byte_anywhere_in_the_folder_is_found(folder: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(folder, tmp_path / "copy"))
    files = sorted(path for path in copy.rglob("*") if path.is_file())

    @given(st.sampled_from(files), st.integers(0), st.integers(1, 255))
    def spoiled(file: Path, at: int, by: int) -> None:
        before = file.read_bytes()
        after = bytearray(before)
        after[at % len(after)] ^= by
        file.write_bytes(after)
        try:
            for key in (None, SEAL.public):
                report = check(copy, key=key)
                assert not report.ok
                name = file.relative_to(copy).as_posix()
                blamed = "manifest.json" if name == "manifest.sig" else name
                assert blamed in {one.file for one in report.findings}
        finally:
            file.write_bytes(before)

    spoiled()
    assert check(copy).ok


def test_a_changed_byte_anywhere_in_the_zip_is_found_or_changes_nothing_in_it(
    packed: Path, tmp_path: Path
) -> None:
    before = packed.read_bytes()
    copy = tmp_path / "copy.zip"

    def inside(path: Path) -> dict[str, bytes]:
        with zipfile.ZipFile(path) as archive:
            return {info.filename: archive.read(info) for info in archive.infolist()}

    sealed = inside(packed)

    @given(st.integers(0, len(before) - 1), st.integers(1, 255))
    def spoiled(at: int, by: int) -> None:
        after = bytearray(before)
        after[at] ^= by
        copy.write_bytes(after)
        try:
            whole = check(copy).ok
        except StorageError:
            whole = False
        assert not whole or inside(copy) == sealed  # the year of a file, say, is in the zip only

    spoiled()


def test_a_changed_byte_in_a_member_of_the_zip_is_found(folder: Path, tmp_path: Path) -> None:
    names = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    copy = tmp_path / "copy.zip"

    @given(st.sampled_from(names), st.integers(0), st.integers(1, 255))
    def spoiled(name: str, at: int, by: int) -> None:
        with zipfile.ZipFile(copy, "w") as archive:  # with sums of the zip that are right again
            for one in names:
                data = bytearray((folder / one).read_bytes())
                if one == name:
                    data[at % len(data)] ^= by
                archive.writestr(one, bytes(data))
        assert not check(copy).ok

    spoiled()


def test_a_file_that_is_gone_is_named(copy: Path) -> None:
    clip = clip_in(copy)
    clip.unlink()
    report = check(copy)
    assert faults(report) == {("missing", f"clips/{clip.name}")}
    assert report.findings[0].reason == "It was sealed, and is gone."


@pytest.mark.parametrize("name", ["manifest.json", "manifest.sig", "public-key.pem"])
def test_without_the_seal_nothing_is_whole(copy: Path, name: str) -> None:
    (copy / name).unlink()
    assert (str(Fault.MISSING), name) in faults(check(copy))
    assert (str(Fault.MISSING), name) in faults(check(copy, key=SEAL.public))
    assert check(copy).signer is (Signer.NONE)


def test_a_file_that_was_added_is_named(copy: Path) -> None:
    (copy / "clips" / "Zusatz ü.mp4").write_bytes(b"film")
    (copy / "deep" / "er").mkdir(parents=True)
    (copy / "deep" / "er" / "x").write_bytes(b"")
    assert faults(check(copy)) == {("added", "clips/Zusatz ü.mp4"), ("added", "deep/er/x")}


def test_a_link_is_not_followed_even_to_the_right_film(copy: Path, tmp_path: Path) -> None:
    clip = clip_in(copy)
    moved = tmp_path / "elsewhere.mp4"
    clip.rename(moved)
    clip.symlink_to(moved)
    assert faults(check(copy)) == {("added", f"clips/{clip.name}")}


@needs_pipes
def test_a_pipe_does_not_hold_the_check_up(copy: Path) -> None:
    clip = clip_in(copy)
    clip.unlink()
    os.mkfifo(clip)
    assert faults(check(copy)) == {("added", f"clips/{clip.name}")}


def test_swapped_films_and_events_are_found(
    copy: Path, evidence: Evidence, order: Order, tmp_path: Path
) -> None:
    one, other = clip_in(copy), clip_in(copy, "Tür")
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)
    only = Order(order.clips[-1:], "Anna")
    elsewhere = evidence.export(only, tmp_path / "another", SEAL).target
    shutil.copy(elsewhere / "events.json", copy / "events.json")
    assert faults(check(copy)) == {
        ("changed", f"clips/{one.name}"),
        ("changed", f"clips/{other.name}"),
        ("changed", "events.json"),
    }


def forged(folder: Path) -> Callable[[dict[str, Any]], None]:
    """Put another film in, and make every sum right again."""
    clip = clip_in(folder)
    clip.write_bytes(b"another film")

    def change(told: dict[str, Any]) -> None:
        entry = next(one for one in told["files"] if one["path"] == f"clips/{clip.name}")
        entry["sha256"] = hashlib.sha256(b"another film").hexdigest()
        entry["bytes"] = len(b"another film")

    return change


def test_an_edited_manifest_with_right_sums_is_found(copy: Path) -> None:
    reworded(copy, forged(copy), seal=None)
    for key in (None, SEAL.public):
        report = check(copy, key=key)
        assert faults(report) == {("unsigned", "manifest.json")}
        assert report.signer is Signer.NONE


def test_a_signature_by_another_key_is_found(copy: Path) -> None:
    reworded(copy, forged(copy), OTHER)
    assert faults(check(copy)) == {("unsigned", "manifest.json")}
    report = check(copy, key=SEAL.public, own=[OTHER.public])
    assert faults(report) == {("other_key", "manifest.sig")}
    assert OTHER.public.words in report.findings[0].reason


def test_another_key_put_beside_is_found(copy: Path) -> None:
    (copy / "public-key.pem").write_bytes(OTHER.public.pem)
    reworded(copy, forged(copy), OTHER)
    assert faults(check(copy)) == {("other_key", "public-key.pem")}
    assert faults(check(copy, key=SEAL.public)) == {
        ("other_key", "manifest.sig"),
        ("other_key", "public-key.pem"),
    }


def test_evidence_that_was_forged_throughout_is_told_by_its_key(
    evidence: Evidence, order: Order, tmp_path: Path
) -> None:
    forgery = evidence.export(order, tmp_path / "forgery", OTHER).target
    report = check(forgery, own=[SEAL.public])
    assert report.ok  # nothing was changed since; by whom it is, the words say
    assert report.signer is Signer.UNKNOWN
    assert report.key is not None
    assert report.key.words != SEAL.public.words
    assert faults(check(forgery, key=SEAL.public)) == {("other_key", "manifest.sig")}


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told["files"][0].update(path="../../etc/passwd"),
        lambda told: told["files"][0].update(path="/etc/passwd"),
        lambda told: told["files"][0].update(bytes=-1),
        lambda told: told["files"][0].update(bytes=True),
        lambda told: told["files"].append(told["files"][0]),
        lambda told: told["clips"][0].update(file="clips/none.mp4"),
        lambda told: told["clips"][0].update(intact="yes"),
        lambda told: told.update(cameras=["another"]),
        lambda told: told.update(files=None),
        lambda told: told.update(more=1),
        lambda told: told.update(version=2),
        lambda told: told.update(format="x"),
        lambda told: told.pop("exported"),
    ],
)
def test_a_manifest_that_no_program_wrote_is_refused_though_signed(
    copy: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    reworded(copy, change, SEAL)
    assert faults(check(copy)) == {("unreadable", "manifest.json")}


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{", b'{"a":1,"a":2}', b"\xff", b"[" * 100_000, b"x" * (17 << 20)]
)
def test_any_bytes_as_a_manifest_are_said_to_be_none(copy: Path, data: bytes) -> None:
    (copy / "manifest.json").write_bytes(data)
    assert {one.file for one in check(copy).findings} == {"manifest.json"}


def test_a_plain_export_is_told_from_evidence(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text('{"clips": []}')
    reasons = [one.reason for one in check(tmp_path).findings]
    assert "It is not the manifest of sealed evidence." in reasons


def test_a_zip_that_others_packed_again_is_still_whole(folder: Path, tmp_path: Path) -> None:
    pressed = zipped(folder, tmp_path / "a.zip", zipfile.ZIP_DEFLATED)
    wrapped = zipped(folder, tmp_path / "b.zip", top="case 1/")
    assert check(pressed).ok
    assert check(wrapped).ok


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_zip_that_is_cut_off_is_said_to_be(packed: Path, tmp_path: Path, share: float) -> None:
    data = packed.read_bytes()
    short = tmp_path / "short.zip"
    short.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(StorageError, match="no zip, or only the beginning of one"):
        check(short)


def test_what_is_not_there_and_what_is_no_zip_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="There is no"):
        check(tmp_path / "none.zip")
    (tmp_path / "letter.zip").write_text("dear sirs " * 1000)
    with pytest.raises(StorageError, match="no zip"):
        check(tmp_path / "letter.zip")


@needs_pipes
def test_a_pipe_is_no_evidence(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.zip")
    with pytest.raises(StorageError, match="neither a folder nor a file"):
        check(tmp_path / "pipe.zip")


def test_a_check_tells_how_far_it_is_and_stops_when_told_to(folder: Path) -> None:
    shares: list[float] = []

    def tell(share: float) -> bool:
        shares.append(share)
        return True

    check(folder, tell=tell)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    with pytest.raises(Cancelled):
        check(folder, tell=lambda share: share < 0.5)


def test_looking_changes_nothing(folder: Path, packed: Path) -> None:
    def state() -> list[tuple[str, int, int]]:
        places = [packed, *sorted(folder.rglob("*"))]
        return [(str(p), p.stat().st_size, p.stat().st_mtime_ns) for p in places]

    before = state()
    check(folder)
    check(packed)
    assert state() == before


def test_random_bytes_never_break_the_check(packed: Path, tmp_path: Path) -> None:
    data = packed.read_bytes()
    dice = random.Random(7)
    copy = tmp_path / "copy.zip"
    for _ in range(200):
        spoiled = bytearray(data)
        begin = max(0, len(data) - 1500) if dice.random() < 0.7 else 0  # where the table is
        for _ in range(dice.randint(1, 12)):
            spoiled[dice.randrange(begin, len(data))] = dice.randrange(256)
        copy.write_bytes(spoiled)
        with suppress(StorageError):  # and nothing else
            check(copy)
