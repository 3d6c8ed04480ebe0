"""How tracks looked at their best: chosen well, soon there, small, and cheap."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import cv2
import numpy as np
import pytest

from omnisight_desktop.capture.packets import PacketRing
from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.errors import DiskFull
from omnisight_desktop.core.frame import ArrayPicture, Image
from omnisight_desktop.core.scene import Scene
from omnisight_desktop.core.track import Track, TrackPicture, TrackState
from omnisight_desktop.pipeline.portrait import PictureOrder, Portraits
from omnisight_desktop.pipeline.recorder import ClipLengths, Recorder
from omnisight_desktop.pipeline.topology import PORTRAITS

START = datetime(2026, 5, 3, 23, 59, 58, tzinfo=UTC)
SIZE = (640, 360)
Box = tuple[float, float, float, float]
MIDDLE: Box = (280, 100, 340, 260)


@dataclass
class Counted:
    """A picture that counts how often it is converted."""

    image: Image
    conversions: int = 0

    width: int = SIZE[0]
    height: int = SIZE[1]

    def bgr(self) -> Image:
        self.conversions += 1
        return self.image

    def luma(self, width: int, height: int) -> Image:
        return ArrayPicture(self.image).luma(width, height)

    def fitted(self, width: int, height: int) -> Image:
        return self.image


def drawn(box: Box, *, blurred: float = 0.0) -> Image:
    """Somebody in a checked coat before a plain wall."""
    image = np.full((SIZE[1], SIZE[0], 3), 120, np.uint8)
    x1, y1, x2, y2 = (int(v) for v in box)
    rows, columns = np.mgrid[y1:y2, x1:x2]
    image[y1:y2, x1:x2] = (((rows // 6 + columns // 6) % 2) * 200 + 20)[..., None]
    if blurred:
        image = np.asarray(cv2.GaussianBlur(image, (0, 0), blurred), np.uint8)
    return image


def track(box: Box, name: str = "T1", score: float = 0.8, **more: TrackState) -> Track:
    state = more.get("state", TrackState.ACTIVE)
    return Track(name, "person", box, score, state, START, START)


@dataclass
class Yard:
    """Scenes a fifth of a second apart."""

    portraits: Portraits = field(default_factory=lambda: Portraits("porch"))
    at: datetime = START
    pictures: list[Counted] = field(default_factory=list)

    def see(self, image: Image, *tracks: Track) -> tuple[PictureOrder, ...]:
        self.at += timedelta(seconds=0.2)
        self.pictures.append(Counted(image))
        scene = Scene("porch", len(self.pictures), self.at, SIZE, tracks, (), self.pictures[-1])
        return self.portraits.take(scene)

    @property
    def conversions(self) -> int:
        return sum(picture.conversions for picture in self.pictures)


@pytest.fixture
def yard() -> Yard:
    return Yard()


def last_look(yard: Yard, name: str = "T1") -> PictureOrder:
    order = yard.portraits.finish(name)
    assert order is not None
    return order


def test_the_best_look_is_kept(yard: Yard) -> None:
    far: Box = (300, 150, 320, 200)
    cut: Box = (0, 60, 100, 360)
    for _ in range(6):
        yard.see(drawn(far), track(far))
    for _ in range(6):
        yard.see(drawn(MIDDLE, blurred=4), track(MIDDLE))
    sharp_from = yard.at
    for _ in range(6):
        yard.see(drawn(MIDDLE), track(MIDDLE))
    sharp_until = yard.at
    for box in (cut, far):
        for _ in range(6):
            yard.see(drawn(box), track(box))
    order = last_look(yard)
    assert sharp_from < order.at <= sharp_until
    height, width = order.crop.shape[:2]
    assert 160 <= height <= 200  # a little more than the box
    assert 60 <= width <= 80
    assert order.scene.shape == (180, 320, 3)


def test_nobody_is_shown_behind_somebody_else(yard: Yard) -> None:
    beside: Box = (300, 90, 420, 300)
    for _ in range(2):
        yard.see(drawn(MIDDLE), track(MIDDLE), track(beside, "T2"))
    hidden_until = yard.at
    yard.see(drawn(MIDDLE), track(MIDDLE))
    yard.see(drawn(MIDDLE), track(MIDDLE), track(beside, "T2"))
    assert last_look(yard).at == hidden_until + timedelta(seconds=0.2)


def test_an_alert_has_a_picture_after_a_second_and_a_better_one_follows_later(yard: Yard) -> None:
    far: Box = (300, 150, 320, 200)
    early = [yard.see(drawn(far), track(far)) for _ in range(10)]
    assert [len(orders) for orders in early] == [0, 0, 0, 0, 1, 0, 0, 0, 0, 0]
    later = [len(yard.see(drawn(MIDDLE), track(MIDDLE))) for _ in range(60)]
    assert sum(later) == 1
    assert later.index(1) >= 40  # not at once: ten seconds after the first
    assert yard.portraits.finish("T1") is None  # the best of it is on its way already


def test_a_track_that_ends_gives_its_picture_by_itself(yard: Yard) -> None:
    yard.see(drawn(MIDDLE), track(MIDDLE))
    (order,) = yard.see(drawn(MIDDLE), track(MIDDLE, state=TrackState.ENDED))
    assert order.track == "T1"
    assert yard.portraits.close() == ()


def test_what_is_not_believed_or_not_seen_has_no_picture(yard: Yard) -> None:
    for _ in range(10):
        assert not yard.see(drawn(MIDDLE), track(MIDDLE, state=TrackState.TENTATIVE))
        assert not yard.see(drawn(MIDDLE), track(MIDDLE, "T2", state=TrackState.LOST))
    assert yard.portraits.close() == ()
    assert yard.conversions == 0


def test_pictures_are_converted_only_when_somebody_looks_better(yard: Yard) -> None:
    for _ in range(50):
        yard.see(drawn(MIDDLE), track(MIDDLE), track((100, 100, 160, 260), "T2"))
    assert yard.conversions <= 12  # ten seconds, five looks a second
    assert max(picture.conversions for picture in yard.pictures) == 1
    for picture in yard.pictures:
        picture.conversions = 0
    small: Box = (300, 150, 320, 200)
    for _ in range(50):
        yard.see(drawn(small), track(small))
    assert yard.conversions == 0  # they went away; no look can be better


def test_memory_is_bounded_however_many_are_seen() -> None:
    portraits = Portraits("porch")
    image = np.zeros((1080, 1920, 3), np.uint8)
    box: Box = (100, 100, 700, 1000)
    given = 0
    for number in range(100):
        at = START + timedelta(seconds=number / 100)
        scene = Scene("porch", number, at, (1920, 1080), (track(box, f"T{number}"),), (),
                      ArrayPicture(image))  # fmt: skip
        orders = portraits.take(scene)
        given += len(orders)
        assert all(max(o.crop.shape) <= 512 and max(o.scene.shape) == 320 for o in orders)
    waiting = portraits.close()
    assert given + len(waiting) == 100
    assert sum(order.crop.nbytes for order in waiting) <= 12 * 1024 * 1024


def test_pictures_that_wait_for_a_slow_disk_take_little_memory(yard: Yard) -> None:
    large = drawn((20, 20, 340, 340)).repeat(3, axis=0).repeat(3, axis=1)
    yard.see(large, track((60, 60, 1020, 1020)))
    largest = last_look(yard)
    assert max(largest.crop.shape) == 512
    assert (largest.crop.nbytes + largest.scene.nbytes) * PORTRAITS.capacity <= 20 * 1024 * 1024


def order(level: int, *, later_s: float = 0.0) -> PictureOrder:
    image = np.full((120, 60, 3), level, np.uint8)
    at = START + timedelta(seconds=later_s)
    return PictureOrder("T1", "porch", START, at, image, np.full((180, 320, 3), level, np.uint8))


def test_the_recorder_writes_both_files_and_writes_them_over(tmp_path: Path) -> None:
    kept: list[object] = []
    recorder = Recorder(tmp_path, ClipLengths(), kept.append, ManualClock(START))
    recorder.obey(order(40))
    recorder.obey(order(200, later_s=10))  # after midnight, and yet over the same files
    first, second = kept
    assert isinstance(first, TrackPicture)
    assert isinstance(second, TrackPicture)
    assert first.crop == second.crop == "tracks/porch/2026-05-03/T1.jpg"
    assert second.thumbnail == "tracks/porch/2026-05-03/T1-scene.jpg"
    assert second.at == START + timedelta(seconds=10)
    files = sorted(path for path in tmp_path.rglob("*") if path.is_file())
    assert [file.name for file in files] == ["T1-scene.jpg", "T1.jpg"]
    assert second.size_bytes == sum(file.stat().st_size for file in files)
    crop = cv2.imread(str(tmp_path / second.crop))
    assert crop is not None
    assert crop.shape == (120, 60, 3)
    assert abs(int(crop.mean()) - 200) <= 2


def test_without_room_no_picture_is_written_and_a_broken_folder_stops_nothing(
    tmp_path: Path,
) -> None:
    kept: list[object] = []
    full = DiskFull("Only 3 GB are free.")
    recorder = Recorder(tmp_path, ClipLengths(), kept.append, ManualClock(START), lambda: full)
    recorder.obey(order(40))
    assert kept == []
    (tmp_path / "tracks").write_text("a file where the folder should be")
    recorder = Recorder(tmp_path, ClipLengths(), kept.append, ManualClock(START))
    recorder.obey(order(40))
    assert kept == []
    assert recorder.trouble is not None
    assert PacketRing(1, 1).newest_at is None
