"""Films of what was recorded all the time: every picture once, clips where pieces are missing, and
nothing that is being exported is moved or removed."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from omnisight_desktop.capture.packets import PacketRing
from omnisight_desktop.config.sections import Retention as Limits
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.errors import NotFound
from omnisight_desktop.core.event import Event, Gap
from omnisight_desktop.core.ports.capture import Packet
from omnisight_desktop.core.segment import Segment, Tier, Unrecorded
from omnisight_desktop.pipeline.recorder import ClipLengths, Recorder, RecordOrder
from omnisight_desktop.services.evidence.check import check
from omnisight_desktop.services.export.footage import AllFootage, ClipFootage, ContinuousFootage
from omnisight_desktop.services.export.request import Draw, Exported, ExportRequest
from omnisight_desktop.services.export.write import Exports
from omnisight_desktop.services.footage import Footage
from omnisight_desktop.services.house import House
from omnisight_desktop.services.tiers import SlowPlace, Tiers
from omnisight_desktop.storage.disk import GB, Floor
from tests.fakes.burned_clock import Film, shown, write
from tests.home import furnished
from tests.pipeline.test_continuous import START, Yard, at, every_picture
from tests.services.export.conftest import SEAL

_WENT_BY = timedelta(days=3)


class Wandering(PacketRing):
    """A ring whose idea of the time of day becomes a little better after half of the film."""

    off_s = 0.0

    def add(self, packet: Packet, at: datetime) -> None:
        off_s = self.off_s if packet.at_s < 20 else 0.0
        super().add(packet, at + timedelta(seconds=off_s))


@dataclass(frozen=True)
class Recorded:
    """What one camera left behind: pieces end to end, and a clip in the middle of them."""

    segments: tuple[Segment, ...]
    clip: Clip


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty seconds with a key frame each second."""
    made = Film(seconds=40, fps=10, gop=10, b_frames=2, sound="aac")
    return write(tmp_path_factory.mktemp("film") / "yard.mp4", made)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A house with one camera, three days later, and a slow place for what is older than a day."""
    with furnished(tmp_path / "data", START + _WENT_BY) as house:
        house.keeper.commit(Camera("yard", "Yard", "rtsp://yard"))
        yield _with_slow_place(house, tmp_path / "slow")


def _with_slow_place(house: House, slow: Path) -> House:
    slow.mkdir()
    archive, media = house.footage._archive, house.paths.media
    footage = Footage(archive, house.keeper, media, slow)
    kinds = AllFootage(ContinuousFootage(footage), ClipFootage(house.clips._archive, media))
    place = SlowPlace(slow, timedelta(days=1), Floor(0, 0))
    room = (1000 * GB, 0, 500 * GB)
    return replace(
        house,
        footage=footage,
        exports=Exports(kinds, house.exports.tracks, house.events, house.clock),
        tiers=Tiers(archive, house.keeper, media, place, house.clock, lambda _: room),
        retention=house.retention.also_in(slow),
    )


def record(house: House, film: Path, off_s: float = 0.0) -> Recorded:
    """Have the real recorders write what a camera sends; the house lists it."""
    yard = Yard(film, house.paths.media)
    ring = Wandering(20, 10**8)
    ring.off_s = off_s
    yard.ring = ring
    clips: list[Clip] = []

    def keep(value: object) -> None:
        if isinstance(value, Clip):
            clips.append(value)

    recorder = Recorder(house.paths.media, ClipLengths(max_s=16), keep, ManualClock(START))
    seen = Event("E1", "yard", "appeared", at(19), at(27))
    order = partial(recorder.obey, RecordOrder(seen, ring, yard.sound))
    steps = [(second / 2, recorder.step) for second in range(80)]
    yard.play((27.1, order), *steps)
    recorder.close()
    segments = tuple(yard.end())
    house.keeper.commit(*segments, *clips)
    return Recorded(segments, clips[0])


def lose(house: House, segment: Segment, why: str = "") -> None:
    """A piece was never recorded."""
    house.keeper.erase("segment", [segment.id])
    (house.paths.media / segment.path).unlink()
    if why:
        house.keeper.commit(Unrecorded("yard", segment.start, segment.end, why))


def exported(house: House, target: Path, *draw: Draw) -> Exported:
    """All of it as one film."""
    request = ExportRequest(("yard",), at(-1), at(45), frozenset(draw))
    return house.exports.export(request, target)


def clock_ms(done: Exported) -> list[int]:
    """The clock in all pictures of the films."""
    return [picture.clock_ms for one in done.films for picture in shown(one.file)]


def test_pieces_become_one_film_without_a_seam(house: House, film: Path, tmp_path: Path) -> None:
    recorded = record(house, film)
    done = exported(house, tmp_path / "out.mp4")
    assert clock_ms(done) == every_picture(0, 39_900)
    (one,) = done.films
    assert [piece.id for piece in one.sources] == [segment.id for segment in recorded.segments]
    assert len(one.stretches) == 1
    assert one.start == at(0)
    assert one.end == pytest.approx(at(40), abs=timedelta(seconds=0.1))


@pytest.mark.parametrize(
    ("off_s", "draw"), [(0.0, ()), (0.17, ()), (0.17, (Draw.TIME,)), (-0.17, ())]
)
def test_a_clip_stands_in_for_a_piece_and_no_picture_comes_twice(
    house: House, film: Path, tmp_path: Path, off_s: float, draw: tuple[Draw, ...]
) -> None:
    recorded = record(house, film, off_s)
    lose(house, recorded.segments[2])
    done = exported(house, tmp_path / "out.mp4", *draw)
    assert clock_ms(done) == every_picture(0, 39_900)
    assert recorded.clip.id in {piece.id for piece in done.films[0].sources}
    assert [pause for pause in done.pauses if at(0) <= pause.start < at(40)] == []


def test_what_neither_holds_is_a_pause_with_the_recorders_reason(
    house: House, film: Path, tmp_path: Path
) -> None:
    recorded = record(house, film)
    lose(house, recorded.segments[1], "Only 3 GB are free.")
    house.keeper.commit(Gap("yard", at(40), at(50), "Unplugged."))
    done = exported(house, tmp_path / "out.mp4")
    begun = round((recorded.clip.start - START).total_seconds() * 1000)
    assert clock_ms(done) == [*every_picture(0, 6_900), *every_picture(begun, 39_900)]
    pause, after = done.pauses
    assert (pause.start, pause.end) == (recorded.segments[1].start, recorded.clip.start)
    assert (pause.reason, after.reason) == ("Only 3 GB are free.", "Unplugged.")


def test_a_piece_whose_file_is_gone_is_told_unless_a_clip_shows_the_same(
    house: House, film: Path, tmp_path: Path
) -> None:
    recorded = record(house, film)
    gone, covered = recorded.segments[0], recorded.segments[2]
    for segment in (gone, covered):
        (house.paths.media / segment.path).unlink()
    done = exported(house, tmp_path / "out.mp4")
    assert clock_ms(done) == every_picture(7_000, 39_900)
    assert [(one.piece.id, one.reason) for one in done.unshown] == [(gone.id, "it is gone")]
    assert "its recording is not shown: it is gone" in [pause.reason for pause in done.pauses]


def test_a_slow_place_that_is_away_is_told(house: House, film: Path, tmp_path: Path) -> None:
    record(house, film)
    assert house.tiers.move().count == 5
    done = exported(house, tmp_path / "there.mp4")
    assert clock_ms(done) == every_picture(0, 39_900)
    (tmp_path / "slow").rename(tmp_path / "elsewhere")
    (tmp_path / "slow").mkdir()  # where it was mounted
    done = exported(house, tmp_path / "away.mp4")
    assert {one.reason for one in done.unshown} == {"the place that it lies in is not there"}
    assert clock_ms(done) == every_picture(*_span_ms(done))
    house.keeper.erase("clip", [piece.id for piece in done.films[0].sources])
    with pytest.raises(NotFound, match="is not there"):
        exported(house, tmp_path / "nothing.mp4")


def test_what_is_being_exported_is_neither_moved_nor_removed(
    house: House, film: Path, tmp_path: Path
) -> None:
    recorded = record(house, film)
    limits = Limits(footage_days=1, clip_days=1)
    busy: list[tuple[int, int, int]] = []

    def tell(share: float) -> bool:
        if 0.3 < share < 0.9 and not busy:
            moved = house.tiers.move()
            cleaned = house.retention.carry_out(house.retention.plan(limits))
            busy.append((moved.count, moved.in_use, cleaned.count))
        return True

    request = ExportRequest(("yard",), at(0), at(40), frozenset({Draw.TIME}))
    done = house.exports.export(request, tmp_path / "out.mp4", tell=tell)
    assert busy == [(0, len(recorded.segments), 0)]
    assert clock_ms(done) == every_picture(0, 39_900)
    assert house.tiers.move().count == len(recorded.segments)
    cleaned = house.retention.carry_out(house.retention.plan(limits))
    assert cleaned.count == len(recorded.segments) + 1
    assert not [path for path in house.paths.media.rglob("*.mp4")]


def test_what_moves_while_it_is_looked_for_is_found_where_it_is(
    house: House, film: Path, tmp_path: Path
) -> None:
    recorded = record(house, film)

    class Moving(ContinuousFootage):
        """Just when the pieces were looked for, they go to the slow place."""

        moved = 0

        def pieces(self, camera, since, until):  # type: ignore[no-untyped-def]
            found = super().pieces(camera, since, until)
            self.moved += house.tiers.move().count
            return found

    moving = Moving(house.footage)
    exports = Exports(moving, house.exports.tracks, house.events, house.clock)
    done = exports.export(ExportRequest(("yard",), at(0), at(40)), tmp_path / "out.mp4")
    assert moving.moved == len(recorded.segments)
    assert clock_ms(done) == every_picture(0, 39_900)
    assert {segment.tier for segment in house.footage.find("yard")} == {Tier.SLOW}


def test_evidence_of_footage_says_what_it_was_made_of(
    house: House, film: Path, tmp_path: Path
) -> None:
    recorded = record(house, film)
    lose(house, recorded.segments[2])
    request = ExportRequest(("yard",), at(0), at(40))
    house.exports.export(request, tmp_path / "case.zip", seal=SEAL)
    assert check(tmp_path / "case.zip", key=SEAL.public).ok
    with zipfile.ZipFile(tmp_path / "case.zip") as archive:
        (told,) = json.loads(archive.read("footage.json"))["films"]
    kinds = [(one["id"] == recorded.clip.id, one["intact"]) for one in told["sources"]]
    assert kinds == [(False, True), (False, True), (True, True), (False, True), (False, True)]


def _span_ms(done: Exported) -> tuple[int, int]:
    times = clock_ms(done)
    return times[0], times[-1]
