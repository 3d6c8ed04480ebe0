"""Continuous footage against the clock in its pictures: none is missing, and what is missing is told."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from omnisight_desktop.capture.open import open_source
from omnisight_desktop.capture.packets import PacketRing
from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.errors import DiskFull, OmniSightError
from omnisight_desktop.core.ports.capture import Sound
from omnisight_desktop.core.segment import (
    MAP_HEIGHT,
    MAP_WIDTH,
    RecordMode,
    Segment,
    Unrecorded,
    noted,
)
from omnisight_desktop.pipeline.continuous import Continuous
from omnisight_desktop.pipeline.filming import Filming
from omnisight_desktop.pipeline.leave import WriteLeave
from omnisight_desktop.pipeline.noticed import Noticed, cells_of, loudness_of
from omnisight_desktop.pipeline.reel import Spool
from omnisight_desktop.rules.schedule import Hours, Schedule
from tests.fakes.burned_clock import Film, shown, write
from tests.pipeline.test_recorder_faults import Disk

START = datetime(2026, 5, 3, 12, 0, 3, tzinfo=UTC)  # three seconds after the minute
TEN = timedelta(seconds=10)
ALWAYS = Filming(RecordMode.ALWAYS, length=TEN)
FPS = 10


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty seconds with a key frame each second."""
    made = Film(seconds=40, fps=FPS, gop=FPS, sound="aac")
    return write(tmp_path_factory.mktemp("film") / "yard.mp4", made)


class Yard:
    """A camera that shows a recording, and what records it without a break."""

    def __init__(
        self, film: Path, media: Path, filming: Filming = ALWAYS, owed: datetime | None = None
    ) -> None:
        self.media = media
        self.film = film
        self.filming = filming
        self.trouble: OmniSightError | None = None
        self.kept: list[Any] = []
        self.clock = ManualClock(START)
        self.leave = WriteLeave(lambda: self.trouble, self.clock)
        self.continuous = Continuous(
            media, self.kept.append, self.leave, self.clock, lambda _: owed
        )
        self.ring, self.sound = PacketRing(20, 10**8), PacketRing(20, 10**7)
        self.silent: tuple[float, float] = (0, 0)  # nothing comes then

    def play(self, *plan: tuple[float, Callable[[], object]], until: float = 1e9) -> list[Segment]:
        waiting = sorted(plan, key=lambda pair: pair[0])
        source = open_source(str(self.film))
        self.ring.begin(source.template)
        self.sound.begin(source.sound_template)
        self.continuous.begin(Spool("yard", self.ring, self.sound, self.filming))
        stepped_s = 0.0
        try:
            for shot in source.shots():
                if shot.at_s >= until:
                    break
                if not self.silent[0] <= shot.at_s < self.silent[1]:
                    for packet in shot.packets:
                        self.ring.add(packet, at(packet.at_s))
                    for packet in shot.sound_packets:
                        self.sound.add(packet, at(packet.at_s))
                while waiting and waiting[0][0] <= shot.at_s:
                    waiting.pop(0)[1]()
                if shot.at_s - stepped_s >= 0.25:
                    self.clock.advance(shot.at_s - stepped_s)
                    stepped_s = shot.at_s
                    self.continuous.step()
        finally:
            source.close()
        return self.segments

    def end(self) -> list[Segment]:
        self.continuous.close()
        return self.segments

    def stir(self, seconds: float, *tracks: str, box: tuple[float, ...] = (0, 0, 40, 40)) -> None:
        cells = cells_of(np.asarray([box], np.float32), (320, 180))
        self.continuous.noticed.put(Noticed("yard", at(seconds), cells, tracks))

    @property
    def segments(self) -> list[Segment]:
        """As they are known in the end."""
        newest = {one.id: one for one in self.kept if isinstance(one, Segment)}
        return sorted(newest.values(), key=lambda segment: segment.start)

    @property
    def gaps(self) -> list[Unrecorded]:
        return [one for one in self.kept if isinstance(one, Unrecorded)]

    def clock_ms(self, *segments: Segment) -> list[int]:
        """The clock in all pictures of the files, one after the other."""
        return [s.clock_ms for one in segments for s in shown(self.media / one.path)]


def every_picture(first_ms: int, last_ms: int) -> list[int]:
    return list(range(first_ms, last_ms + 1, 1000 // FPS))


def test_pieces_begin_with_the_clock_and_no_picture_is_lost_or_comes_twice(
    film: Path, tmp_path: Path
) -> None:
    yard = Yard(film, tmp_path)
    yard.play()
    segments = yard.end()
    assert [s.start for s in segments] == [at(0), at(7), at(17), at(27), at(37)]
    assert [s.end for s in segments] == [at(7), at(17), at(27), at(37), at(40)]
    assert yard.clock_ms(*segments) == every_picture(0, 39_900)
    assert yard.gaps == []
    for segment in segments:
        path = tmp_path / segment.path
        assert path.stat().st_size == segment.size_bytes
        assert path.parent == tmp_path / "footage" / "yard" / "2026-05-03"


def test_pieces_of_a_camera_with_pictures_out_of_order_and_sound(tmp_path: Path) -> None:
    film = write(tmp_path / "b.mp4", Film(seconds=16, fps=FPS, gop=20, b_frames=2, sound="aac"))
    yard = Yard(film, tmp_path / "media")
    yard.play()
    segments = yard.end()
    assert [s.start for s in segments] == [at(0), at(8)]  # its key frames come every two seconds
    assert yard.clock_ms(*segments) == every_picture(0, 15_900)


def test_what_is_under_way_when_the_program_is_killed_plays(film: Path, tmp_path: Path) -> None:
    yard = Yard(film, tmp_path / "media")
    yard.play(until=15)
    (part,) = (tmp_path / "media").rglob("*.part")
    torn = shutil.copy(part, tmp_path / "torn.mp4")
    assert [s.clock_ms for s in shown(Path(torn))][:1] == [7000]
    assert shown(Path(torn))[-1].clock_ms >= 12_900
    yard.end()


def test_a_full_disk_and_the_time_before_the_start_are_told_to_the_second(
    film: Path, tmp_path: Path
) -> None:
    yard = Yard(film, tmp_path, owed=at(-60))

    def fill() -> None:
        yard.trouble = DiskFull("Only 3 GB are free.")

    def free() -> None:
        yard.trouble = None
        yard.ring._keep_s = 0.5  # the ring holds nothing from before

    yard.play((12, fill), (28, free))
    segments = yard.end()
    pieces = [(s.start, s.end) for s in segments] + [(g.start, g.end) for g in yard.gaps]
    pieces.sort()
    assert pieces[0][0] == at(-60)
    assert pieces[-1][1] == at(40)
    for (_, end), (start, _) in zip(pieces, pieces[1:], strict=False):
        assert abs(start - end) <= timedelta(milliseconds=200)
    before, full = yard.gaps
    assert (before.end, before.reason) == (at(0), "OmniSight was not running.")
    after = next(segment for segment in segments if segment.start == full.end)
    with av.open(str(tmp_path / after.path)) as piece:  # should the memory lose it
        assert noted(piece.metadata["comment"]) == (full.start, full.reason)
    assert full.reason == "Only 3 GB are free."
    assert full.start == pytest.approx(at(12), abs=timedelta(seconds=0.5))


def test_a_disk_that_refuses_loses_nothing_that_the_ring_still_holds(
    film: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(monkeypatch)
    yard = Yard(film, tmp_path)
    yard.play(
        (12, lambda: setattr(disk, "left_bytes", 1000)),
        (16, lambda: setattr(disk, "left_bytes", None)),
    )
    segments = yard.end()
    clock_ms = yard.clock_ms(*segments)
    assert sorted(set(clock_ms)) == every_picture(0, 39_900)
    assert not list(tmp_path.rglob("*.part"))


def test_a_stream_that_breaks_off_leaves_a_gap_with_its_reason(film: Path, tmp_path: Path) -> None:
    yard = Yard(film, tmp_path)
    yard.silent = (20, 25)
    yard.play((25, lambda: yard.ring.begin(yard.ring.template)))
    segments = yard.end()
    (gap,) = yard.gaps
    assert gap.reason == "The camera's stream broke off."
    assert gap.start == pytest.approx(at(20), abs=timedelta(seconds=0.5))
    assert gap.start in {segment.end for segment in segments}
    assert gap.end == at(26)  # it goes on with a key frame
    assert segments[-1].end == at(40)


def test_a_camera_that_cannot_be_written_down_is_not_tried_all_the_time(
    film: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    yard = Yard(film, tmp_path)
    source = open_source(str(film))
    yard.continuous.begin(Spool("yard", yard.ring, None, ALWAYS))
    yard.ring.begin(None)
    for shot in source.shots():
        for packet in shot.packets:
            yard.ring.add(packet, at(packet.at_s))
        yard.clock.advance(0.1)
        yard.continuous.step()
    source.close()
    assert yard.end() == []
    tries = len([m for m in caplog.messages if "codec is not known" in m])
    assert 1 <= tries <= 1 + yard.clock.mono() / 30


def test_on_motion_it_records_from_before_to_after_it(film: Path, tmp_path: Path) -> None:
    filming = Filming(
        RecordMode.MOTION, length=TEN, before=timedelta(seconds=2), after=timedelta(seconds=3)
    )
    yard = Yard(film, tmp_path, filming, owed=at(-60))
    yard.play((20.2, lambda: yard.stir(20)), (21.2, lambda: yard.stir(21)))
    segments = yard.end()
    assert segments[0].start == at(18)
    assert segments[-1].end == pytest.approx(at(24), abs=timedelta(seconds=0.3))
    assert sum(s.motion_s for s in segments) > 0
    marks = [gap for gap in yard.gaps if gap.end > gap.start]
    assert marks == []  # nothing is missing that nobody wanted


def test_by_schedule_only_the_hours_are_recorded_and_owed(film: Path, tmp_path: Path) -> None:
    hours = Schedule((Hours(time(11, 50), time(11, 55)), Hours(time(12, 0), time(12, 0, 20))))
    filming = Filming(RecordMode.SCHEDULE, hours, length=TEN)
    yard = Yard(film, tmp_path, filming, owed=at(-603 - 60))  # ten to twelve, and a minute before
    yard.play()
    segments = yard.end()
    assert segments[0].start == at(0)
    assert segments[-1].end == pytest.approx(at(17), abs=timedelta(seconds=0.4))
    assert [(g.start, g.end) for g in yard.gaps][0] == (
        datetime(2026, 5, 3, 11, 50, tzinfo=UTC),
        datetime(2026, 5, 3, 11, 55, tzinfo=UTC),
    )


def test_what_is_noticed_goes_to_the_piece_in_which_it_was_even_if_it_comes_late(
    film: Path, tmp_path: Path
) -> None:
    yard = Yard(film, tmp_path)
    yard.play(
        *((5.5, partial(yard.stir, 5 + n / 10, "T1")) for n in range(5)),
        (9.0, lambda: yard.stir(6.8, "T2", box=(280, 140, 320, 180))),  # its piece is closed
        (9.1, lambda: yard.continuous.noticed.put(Noticed("yard", at(8), loudness_dbfs=-12.34))),
    )
    first, second, *rest = yard.end()
    cells = np.frombuffer(first.motion_map, np.uint8).reshape(MAP_HEIGHT, MAP_WIDTH)
    assert cells[0, 0] >= 2
    assert cells[-1, -1] >= 1
    assert cells[4, 8] == 0
    assert first.objects == 2
    assert first.motion_s > 0.4
    assert (second.motion_map, second.loudness_dbfs, second.objects) == (b"", -12.3, 0)
    assert all(one.motion_map == b"" for one in rest)


def test_a_camera_that_is_not_recorded_any_more_owes_nothing(film: Path, tmp_path: Path) -> None:
    yard = Yard(film, tmp_path, Filming(), owed=at(-60))
    yard.play(until=5)
    assert yard.end() == []
    (mark,) = yard.gaps
    assert mark.start == mark.end == at(-60)


def test_boxes_become_cells_and_sound_becomes_a_level() -> None:
    assert cells_of(np.zeros((0, 4), np.float32), (320, 180)) is None
    cells = cells_of(np.asarray([[300, 0, 330, 10]], np.float32), (320, 180))
    assert cells is not None
    assert cells.sum() == 1
    assert cells[0, 15]
    tone = np.sin(np.arange(1600) * 2 * np.pi / 16).astype(np.float32)
    assert loudness_of(Sound(0, 16_000, tone)) == pytest.approx(-3.01, abs=0.01)
    assert loudness_of(Sound(0, 16_000, np.ones(100, np.float32))) == -100
