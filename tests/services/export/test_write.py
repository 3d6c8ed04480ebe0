"""An export is all there, tells what is missing in it, and leaves nothing behind when it is stopped."""

from __future__ import annotations

import hashlib
import json
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from omnisight_desktop.core.errors import Cancelled, DiskFull, NotFound, UsageError
from omnisight_desktop.core.event import Event
from omnisight_desktop.services.evidence.check import Fault, check
from omnisight_desktop.services.export.footage import AllFootage, ClipFootage
from omnisight_desktop.services.export.request import Draw, ExportRequest, Hide
from omnisight_desktop.services.export.write import Exports
from omnisight_desktop.services.filename import Template
from omnisight_desktop.services.house import House
from tests.fakes.files import small_files
from tests.fakes.films import brightness, numbers
from tests.home import NOON
from tests.services.export.conftest import SEAL, asked, left

STAMP = f"{NOON.astimezone():%Y-%m-%d %H-%M-%S}"


def test_one_film_for_each_camera_and_a_manifest_that_says_what_they_are(
    house: House, tmp_path: Path
) -> None:
    shares: list[float] = []

    def tell(share: float) -> bool:
        shares.append(share)
        return True

    done = house.exports.export(asked(), tmp_path / "out", tell=tell)
    assert left(tmp_path) == [
        "out",
        f"out/Tür - Hof {STAMP}.mp4",
        f"out/Yard {STAMP}.mp4",
        "out/manifest.json",
    ]
    assert [numbers(film.file) for film in done.films] == [
        [*range(40), *range(20)],
        list(range(30)),
    ]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    told = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert [film["copied"] for film in told["films"]] == [True, True]
    for film in told["films"]:
        data = (tmp_path / "out" / film["file"]).read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        assert (film["bytes"], film["sha256"]) == (len(data), digest)
    assert [source["id"] for source in told["films"][0]["sources"]] == ["C1", "C2"]
    assert [one["at_s"] for one in told["films"][0]["stretches"]] == [0.0, 4.0]


def test_pauses_are_told_and_why(house: House, tmp_path: Path) -> None:
    done = house.exports.export(asked("porch"), tmp_path / "out.mp4")
    told = [((p.start - NOON).seconds, (p.end - NOON).seconds, p.reason) for p in done.pauses]
    assert told == [(4, 20, "Unplugged."), (22, 30, "nothing was recorded")]
    assert left(tmp_path) == ["out.mp4"]
    assert done.manifest is None


def test_names_follow_the_template_and_nothing_is_written_over(
    house: House, tmp_path: Path
) -> None:
    order = asked(names=Template.parse("{date}"))
    for _ in range(2):
        house.exports.export(order, tmp_path)
    date = f"{NOON.astimezone():%Y-%m-%d}"
    assert left(tmp_path) == [
        *(f"{date} {number}.mp4" for number in (2, 3, 4)),
        f"{date}.mp4",
        "manifest 2.json",
        "manifest.json",
    ]


def test_what_is_drawn_is_drawn_and_who_is_hidden_is_hidden(house: House, tmp_path: Path) -> None:
    boxes = asked("porch", until_s=4, draw=frozenset({Draw.BOXES, Draw.NAMES}))
    plain = asked("porch", until_s=4, hide=Hide.OTHERS, keep=("T1",))
    for name, order in (("boxes", boxes), ("plain", plain)):
        done = house.exports.export(order, tmp_path / f"{name}.mp4")
        assert len(brightness(done.films[0].file)) == 40
        assert done.films[0].start == NOON


@pytest.mark.parametrize(
    ("name", "after"),
    [
        ("out", 0.0),
        ("deep/er/out", 0.4),
        ("out", 0.97),
        ("one.mp4", 0.97),
        ("case", 0.4),
        ("case", 0.97),
        ("deep/case.zip", 0.97),
    ],
)
def test_an_export_that_is_stopped_leaves_nothing_behind(
    house: House, tmp_path: Path, name: str, after: float
) -> None:
    order = asked("porch", draw=frozenset({Draw.TIME}) if after else frozenset())
    seal = SEAL if "case" in name else None
    with pytest.raises(Cancelled):
        house.exports.export(order, tmp_path / name, seal=seal, tell=lambda share: share < after)
    assert left(tmp_path) == []


@pytest.mark.parametrize("name", ["out", "case.zip"])
def test_an_interrupt_leaves_nothing_behind(house: House, tmp_path: Path, name: str) -> None:
    def interrupted(share: float) -> bool:
        if share > 0.5:
            raise KeyboardInterrupt
        return True

    (tmp_path / "mine.txt").write_text("stays")
    seal = SEAL if name == "case.zip" else None
    with pytest.raises(KeyboardInterrupt):
        house.exports.export(asked(), tmp_path / name, seal=seal, tell=interrupted)
    assert left(tmp_path) == ["mine.txt"]


@pytest.mark.parametrize("name", ["out", "case"])
def test_a_disk_that_runs_full_leaves_nothing_behind(
    house: House, tmp_path: Path, name: str
) -> None:
    seal = SEAL if name == "case" else None
    with small_files(3000), pytest.raises(DiskFull):
        house.exports.export(asked(), tmp_path / name, seal=seal)
    assert left(tmp_path) == []


def test_a_disk_without_room_is_not_even_begun_with(house: House, tmp_path: Path) -> None:
    tight = Exports(
        ClipFootage(house.clips._archive, house.paths.media),
        house.exports.tracks,
        house.events,
        house.clock,
        usage=lambda _: (1000, 1000, 0),
    )
    with pytest.raises(DiskFull, match="needs about"):
        tight.export(asked(), tmp_path / "out")
    assert left(tmp_path) == []


@pytest.mark.parametrize("name", ["case", "case.zip"])
def test_evidence_is_whole_and_every_change_is_found(
    house: House, tmp_path: Path, name: str
) -> None:
    target = tmp_path / name
    done = house.exports.export(asked(by="Anna Ö."), target, seal=SEAL)
    assert done.key_words == SEAL.public.words
    report = check(target, key=SEAL.public)
    assert report.ok
    assert report.manifest is not None
    assert report.manifest.exported_by == "Anna Ö."
    assert [(clip.camera, clip.intact) for clip in report.manifest.clips] == [
        ("Tür / Hof", None),
        ("Yard", None),
    ]
    assert report.manifest.clips[0].events == ("E1", "E2", "E4")
    assert left(tmp_path)[0] == name
    if name == "case":
        film = target / report.manifest.clips[0].file
        data = bytearray(film.read_bytes())
        data[len(data) // 2] ^= 1
        film.write_bytes(data)
        found = check(target, key=SEAL.public).findings
        assert [(one.fault, one.file) for one in found] == [
            (Fault.CHANGED, report.manifest.clips[0].file)
        ]


def test_evidence_says_what_it_was_made_of_and_whether_that_was_as_recorded(
    house: House, tmp_path: Path
) -> None:
    house.exports.export(asked("porch"), tmp_path / "case.zip", seal=SEAL)
    with zipfile.ZipFile(tmp_path / "case.zip") as archive:
        told = json.loads(archive.read("footage.json"))
        events = json.loads(archive.read("events.json"))["events"]
    (film,) = told["films"]
    assert [(one["id"], one["intact"]) for one in film["sources"]] == [("C1", True), ("C2", True)]
    assert film["sources"][0]["sha256"] == house.clips.get("C1").sha256
    assert [one["id"] for one in events] == ["E1", "E2", "E4"]
    assert [pause["reason"] for pause in told["pauses"]] == ["Unplugged.", "nothing was recorded"]


def test_of_those_who_are_hidden_the_evidence_tells_nothing(house: House, tmp_path: Path) -> None:
    order = asked("porch", until_s=4, hide=Hide.OTHERS, keep=("T1",))
    house.exports.export(order, tmp_path / "case", seal=SEAL)
    told = json.loads((tmp_path / "case" / "events.json").read_bytes())["events"]
    assert [one["id"] for one in told] == ["E1", "E4"]
    assert "T2" not in (tmp_path / "case" / "footage.json").read_text("utf-8")


def test_nobody_is_handed_out_whose_way_is_not_stored(house: House, tmp_path: Path) -> None:
    start = NOON + timedelta(hours=2)
    still_there = Event("E9", "yard", "appeared", start, label="person", track="T8", story="E9")
    house.keeper.commit(still_there)
    order = asked("yard", hide=Hide.OTHERS)
    house.exports.export(order, tmp_path / "before.mp4")
    late = ExportRequest(("yard",), NOON, start + timedelta(hours=1), hide=Hide.OTHERS)
    with pytest.raises(UsageError, match="cannot be hidden"):
        house.exports.export(late, tmp_path / "out")
    cars = ExportRequest(("yard",), NOON, late.until, hide=Hide.OTHERS, only=("car",))
    house.exports.export(cars, tmp_path / "cars.mp4")
    everything = ExportRequest(("yard",), NOON, late.until, hide=Hide.ALL_ELSE)
    house.exports.export(everything, tmp_path / "all.mp4")
    assert left(tmp_path) == ["all.mp4", "before.mp4", "cars.mp4"]


@pytest.mark.parametrize(
    ("order", "error"),
    [
        (ExportRequest((), NOON, NOON + timedelta(seconds=1)), UsageError),
        (ExportRequest(("porch",), NOON, NOON), UsageError),
        (asked("porch", "porch"), UsageError),
        (asked("porch", keep=("T1",)), UsageError),
        (asked("porch", only=("person",)), UsageError),
        (asked("porch", hide=Hide.OTHERS, keep=("T7",)), NotFound),
        (ExportRequest(("porch",), NOON - timedelta(hours=9), NOON - timedelta(hours=8)), NotFound),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    house: House, tmp_path: Path, order: ExportRequest, error: type[UsageError]
) -> None:
    with pytest.raises(error) as refused:
        house.exports.export(order, tmp_path / "out")
    assert refused.value.fix or "narrow" in refused.value.reason
    assert left(tmp_path) == []


@pytest.mark.parametrize("name", ["one.mp4", "case.zip", "taken.txt"])
def test_a_place_that_does_not_fit_is_refused(house: House, tmp_path: Path, name: str) -> None:
    (tmp_path / "taken.txt").write_text("mine")
    with pytest.raises(UsageError):
        house.exports.export(asked(), tmp_path / name)
    with pytest.raises(UsageError):
        house.exports.export(asked(), tmp_path, seal=SEAL)
    assert left(tmp_path) == ["taken.txt"]


def test_a_recording_that_is_gone_is_told_and_not_passed_over(house: House, tmp_path: Path) -> None:
    class Gone(ClipFootage):
        """Clips, one of which lost its file."""

        def pieces(self, camera, since, until):  # type: ignore[no-untyped-def]
            from dataclasses import replace

            found = super().pieces(camera, since, until)
            return [replace(p, path=tmp_path / "no") if p.id == "C2" else p for p in found]

    gone = Gone(house.clips._archive, house.paths.media)
    exports = Exports(AllFootage(gone), house.exports.tracks, house.events, house.clock)
    done = exports.export(asked("porch"), tmp_path / "out.mp4")
    assert [(one.piece.id, one.reason) for one in done.unshown] == [("C2", "it is gone")]
    assert [(p.start - NOON).seconds for p in done.pauses] == [4]
    assert [source.id for source in done.films[0].sources] == ["C1"]
