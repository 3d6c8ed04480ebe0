"""Evidence is handed out whole, with everything that tells what it is, or not at all."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from omnisight_desktop import __version__
from omnisight_desktop.core.errors import Cancelled, DiskFull, NotFound, StorageError, UsageError
from omnisight_desktop.services.clips import ClipFilter
from omnisight_desktop.services.evidence.manifest import MOST_CLIPS
from omnisight_desktop.services.evidence.write import Evidence, Order
from omnisight_desktop.services.filename import Template
from omnisight_desktop.services.house import House
from tests.home import NOON, furnished
from tests.services.evidence.conftest import SEAL, footage, keep

STAMP, EARLIER = (
    f"{moment.astimezone():%Y-%m-%d %H-%M-%S}" for moment in (NOON, NOON - timedelta(minutes=10))
)


def test_a_folder_tells_who_handed_out_what_and_when(folder: Path, house: House) -> None:
    data = (folder / "manifest.json").read_bytes()
    told = json.loads(data)
    canonical = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert data == canonical.encode()
    assert told["program"] == {"name": "OmniSight Desktop", "version": __version__}
    assert told["exported"] == {"at": "2026-05-03T12:00:00.000Z", "by": "Anna Ö."}
    assert told["cameras"] == ["CON", "Tür / Hof 東京"]
    assert told["range"] == {
        "start": "2026-05-03T11:50:00.000Z",
        "end": "2026-05-03T12:00:04.000Z",
    }
    clips = [(c["id"], c["camera"], c["events"], c["intact"]) for c in told["clips"]]
    assert clips == [
        ("C1", "Tür / Hof 東京", ["E1", "E2"], True),
        ("C2", "Tür / Hof 東京", ["E3"], True),
        ("C3", "CON", [], True),
    ]
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    listed = {one["path"]: one for one in told["files"]}
    assert there == {*listed, "manifest.json", "manifest.sig"}
    assert [one["path"] for one in told["files"]] == sorted(listed)
    for path, one in listed.items():
        content = (folder / path).read_bytes()
        assert (one["bytes"], one["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
    for clip in told["clips"]:
        there_now = (folder / clip["file"]).read_bytes()
        assert there_now == house.clips.path(house.clips.get(clip["id"])).read_bytes()


def test_events_have_the_shape_that_programs_rely_on(folder: Path, house: House) -> None:
    told = json.loads((folder / "events.json").read_bytes())["events"]
    assert [one["id"] for one in told] == ["E1", "E3", "E2"]
    assert told == house.events.as_json(house.events.get(one["id"]) for one in told)


def test_files_are_called_after_camera_time_and_type_and_never_alike(folder: Path) -> None:
    names = sorted(path.name for path in (folder / "clips").iterdir())
    assert f"CON {STAMP}.mp4" in names
    assert len(names) == 3
    alike = [name for name in names if name.startswith("Tür - Hof 東京 ")]
    assert len(alike) == 2
    assert alike[0].removesuffix(" 2.mp4") == alike[1].removesuffix(".mp4")
    assert alike[1] == f"Tür - Hof 東京 {EARLIER} appeared.mp4"


def test_names_follow_the_template(evidence: Evidence, order: Order, tmp_path: Path) -> None:
    named = replace(order, template=Template.parse("{id}_{label}"))
    done = evidence.export(named, tmp_path / "out", SEAL)
    assert [clip.file for clip in done.manifest.clips] == [
        "clips/C1_person.mp4",
        "clips/C2_person.mp4",
        "clips/C3_.mp4",
    ]


def test_a_zip_holds_the_same_as_a_folder_and_opens_everywhere(folder: Path, packed: Path) -> None:
    with zipfile.ZipFile(packed) as archive:
        assert archive.testzip() is None
        inside = {info.filename: archive.read(info) for info in archive.infolist()}
    beside = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file()}
    assert inside == {name: path.read_bytes() for name, path in beside.items()}
    assert list(packed.parent.iterdir()) == [packed]


def test_the_seal_can_be_checked_without_this_program(folder: Path) -> None:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("there is no openssl here")
    guide = (folder / "how-to-check.txt").read_text()
    assert SEAL.public.words in guide
    command = next(line for line in guide.splitlines() if "pkeyutl" in line)
    arguments = command.partition("openssl")[2].split()
    done = subprocess.run([openssl, *arguments], cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert SEAL.public.sha256 in guide


def test_progress_only_grows_and_ends_when_all_is_sealed(
    evidence: Evidence, order: Order, tmp_path: Path
) -> None:
    shares: list[float] = []
    target = tmp_path / "out.zip"

    def tell(share: float) -> bool:
        shares.append(share)
        assert target.exists() is (share == 1.0)
        return True

    evidence.export(order, target, SEAL, tell)
    assert shares == sorted(shares)
    assert shares[0] == 0.0
    assert shares[-1] == 1.0
    assert len(shares) > 4


@pytest.mark.parametrize("name", ["new/deep/out", "new/deep/out.zip"])
@pytest.mark.parametrize("after", [0.0, 0.3, 0.9])
def test_an_export_that_is_stopped_leaves_nothing_behind(
    evidence: Evidence, order: Order, tmp_path: Path, name: str, after: float
) -> None:
    with pytest.raises(Cancelled):
        evidence.export(order, tmp_path / name, SEAL, lambda share: share < after)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["new/out", "new/out.zip"])
def test_an_interrupt_leaves_nothing_behind(
    evidence: Evidence, order: Order, tmp_path: Path, name: str
) -> None:
    def interrupted(share: float) -> bool:
        if share > 0.4:
            raise KeyboardInterrupt
        return True

    with pytest.raises(KeyboardInterrupt):
        evidence.export(order, tmp_path / name, SEAL, interrupted)
    assert list(tmp_path.iterdir()) == []


@contextmanager
def disk_of(size: int) -> Iterator[None]:
    """The system writes no file beyond that size, as a disk that runs full."""
    resource = pytest.importorskip("resource", reason="this system sets no such limit")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize(("name", "size"), [("out", 2500), ("out.zip", 5000), ("out.zip", 9000)])
def test_a_disk_that_runs_full_leaves_nothing_behind(
    evidence: Evidence, order: Order, tmp_path: Path, name: str, size: int
) -> None:
    with disk_of(size), pytest.raises(DiskFull, match="No room"):
        evidence.export(order, tmp_path / name, SEAL)
    assert list(tmp_path.iterdir()) == []


def test_too_little_room_is_said_before_anything_is_written(
    house: House, order: Order, tmp_path: Path
) -> None:
    asked: list[Path] = []

    def usage(path: Path) -> tuple[int, int, int]:
        asked.append(path)
        return 10_000_000, 9_000_000, 1_000_000

    evidence = Evidence(house.clips, house.events, house.clock, usage)
    with pytest.raises(DiskFull, match="needs 4 MB, and 1 MB are free") as caught:
        evidence.export(order, tmp_path / "new" / "out", SEAL)
    assert asked == [tmp_path]
    assert "another disk" in caught.value.fix
    assert list(tmp_path.iterdir()) == []


def test_nothing_that_is_there_is_written_over(
    evidence: Evidence, order: Order, tmp_path: Path
) -> None:
    full, file, empty = tmp_path / "full", tmp_path / "file.zip", tmp_path / "empty"
    full.mkdir()
    empty.mkdir()
    (full / "letter.txt").write_text("mine")
    file.write_text("mine")
    for taken in (full, file):
        with pytest.raises(UsageError, match="is there already"):
            evidence.export(order, taken, SEAL)
    assert evidence.export(order, empty, SEAL).target == empty
    assert (full / "letter.txt").read_text() == file.read_text() == "mine"
    assert {one.name for one in tmp_path.iterdir()} == {"full", "file.zip", "empty"}


def test_clips_that_were_changed_are_said_to_be_and_lost_ones_stop_everything(
    tmp_path: Path,
) -> None:
    with furnished(tmp_path / "data") as house:
        first = keep(house, "C1", "porch", footage(1, 100))
        keep(house, "C2", "porch", footage(2, 100))
        evidence = Evidence(house.clips, house.events, house.clock)
        order = Order(house.clips.find(ClipFilter()), "anna")
        house.clips.path(first).write_bytes(b"changed")
        done = evidence.export(order, tmp_path / "one", SEAL)
        assert [clip.id for clip in done.changed] == ["C1"]
        house.clips.path(first).unlink()
        with pytest.raises(StorageError, match="is gone"):
            evidence.export(order, tmp_path / "two", SEAL)
    assert not (tmp_path / "two").exists()


def test_nothing_and_far_too_much_are_refused(
    evidence: Evidence, order: Order, tmp_path: Path
) -> None:
    with pytest.raises(NotFound, match="No clips"):
        evidence.export(replace(order, clips=()), tmp_path / "out", SEAL)
    many = replace(order, clips=[order.clips[0]] * (MOST_CLIPS + 1))
    with pytest.raises(UsageError, match="too many"):
        evidence.export(many, tmp_path / "out", SEAL)
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_no_text_is_made_one(
    evidence: Evidence, order: Order, tmp_path: Path
) -> None:
    done = evidence.export(replace(order, by="anna\udcff\n x"), tmp_path / "out", SEAL)
    assert done.manifest.exported_by == "anna? x"
