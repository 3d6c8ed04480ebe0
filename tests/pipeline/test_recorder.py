"""Clips: copied packets that play, begin before the event, and lose nothing."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from omnisight_desktop.capture.encode import PacketEncoder
from omnisight_desktop.capture.packets import PacketRing
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.ports.capture import Packet
from omnisight_desktop.core.track import TrackPicture
from omnisight_desktop.pipeline.recorder import ClipLengths, Recorder, RecordOrder

START = datetime(2026, 5, 3, 12, tzinfo=UTC)
FPS = 10


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


class Porch:
    """A camera whose pictures grow brighter by one level each, so that a clip tells its own time."""

    def __init__(self, media: Path, keep_s: float = 40) -> None:
        self.clock = ManualClock(START)
        self.kept: list[Clip | Event | TrackPicture] = []
        self.recorder = Recorder(media, ClipLengths(5, 5, 10), self.kept.append, self.clock)
        self.ring = PacketRing(keep_s, 10**8)
        self._encoder = PacketEncoder(320, 180, FPS)
        self.ring.begin(self._encoder.template)
        self._index = 0
        self.clock_off_s = 0.0  # how far the clock of this computer was set ahead, or back

    def film(self, seconds: float, *, steps: bool = True) -> None:
        """Let the camera run, with a recorder that keeps pace."""
        for _ in range(round(seconds * FPS)):
            level = 20 + self._index % 200
            image = np.full((180, 320, 3), level, np.uint8)
            for packet in self._encoder.encode(image, self._index / FPS):
                self.ring.add(packet, at(packet.at_s + self.clock_off_s))
            self._index += 1
            self.clock.advance(1 / FPS)
            if steps and self._index % 3 == 0:
                self.recorder.step()

    def event(self, start: float, end: float | None = None, name: str = "E1") -> None:
        whole = Event(name, "porch", "appeared", at(start), at(end) if end is not None else None)
        self.recorder.obey(RecordOrder(whole, self.ring))

    @property
    def clips(self) -> list[Clip]:
        return [value for value in self.kept if isinstance(value, Clip)]


@pytest.fixture
def porch(tmp_path: Path) -> Porch:
    return Porch(tmp_path)


def levels(path: Path) -> list[int]:
    with av.open(str(path)) as container:
        return [int(f.to_ndarray(format="gray").mean().round()) for f in container.decode(video=0)]


def test_a_clip_holds_pre_roll_and_event_picture_by_picture(porch: Porch, tmp_path: Path) -> None:
    porch.film(10)
    porch.event(10)
    porch.film(6)
    porch.event(10, end=16)
    porch.film(3.5)
    (clip,) = porch.clips
    assert at(3) <= clip.start <= at(5)  # the key picture at or before five seconds earlier
    assert at(17) <= clip.end <= at(17.3)  # and a second after the event
    seen = levels(tmp_path / clip.path)
    assert len(seen) == round(clip.duration_s * FPS)
    assert all(abs(b - a - 1) <= 1 for a, b in zip(seen, seen[1:], strict=False))  # none missing


def test_the_event_learns_of_its_clip_and_the_sum_is_of_the_file(
    porch: Porch, tmp_path: Path
) -> None:
    import hashlib

    porch.film(6)
    porch.event(6, name="E7")
    porch.film(1)
    porch.event(6, end=7, name="E7")
    porch.film(4)
    (clip,) = porch.clips
    assert [v.clip for v in porch.kept if isinstance(v, Event)] == [clip.id]
    content = (tmp_path / clip.path).read_bytes()
    assert clip.sha256 == hashlib.sha256(content).hexdigest()
    assert clip.size_bytes == len(content)


def test_a_short_event_gives_up_to_ten_seconds_and_a_long_one_itself(porch: Porch) -> None:
    porch.film(8)
    porch.event(8)
    porch.event(8, end=9)
    porch.film(15)
    porch.event(23, name="E2")
    porch.film(13)
    porch.event(23, end=34, name="E2")
    porch.film(5)
    short, long = porch.clips
    assert at(12) <= short.end <= at(12.3)  # three seconds more, and nine in all
    assert at(36) <= long.end <= at(36.4)  # when its end was told, two seconds had passed already


def test_an_event_that_does_not_end_is_filmed_for_a_minute(porch: Porch) -> None:
    porch.film(8)
    porch.event(8)
    porch.film(70)
    (clip,) = porch.clips
    assert at(63) <= clip.end <= at(63.3)
    porch.event(8, end=78)
    porch.film(12)
    assert porch.clips == [clip]  # its end is no news of another event


def test_an_event_that_is_told_when_it_is_over_has_a_clip_too(porch: Porch) -> None:
    porch.film(12)
    porch.event(9, end=10.5)
    porch.film(4)
    (clip,) = porch.clips
    assert clip.start <= at(4)
    assert at(13.5) <= clip.end <= at(13.8)


def test_a_second_visitor_joins_the_running_clip(porch: Porch) -> None:
    porch.film(8)
    porch.event(8, name="E1")
    porch.film(6)
    porch.event(14, name="E2")
    porch.event(8, end=14.5, name="E1")
    porch.film(10)
    porch.event(14, end=24, name="E2")
    porch.film(5)
    (clip,) = porch.clips
    linked = {v.id: v.clip for v in porch.kept if isinstance(v, Event)}
    assert linked == {"E1": clip.id, "E2": clip.id}
    assert clip.end >= at(24)


def test_an_interrupted_stream_ends_the_clip_and_the_file_still_plays(
    porch: Porch, tmp_path: Path
) -> None:
    porch.film(8)
    porch.event(8)
    porch.film(3)
    porch.recorder.step()
    porch.ring.begin("another stream")
    porch.recorder.step()
    (clip,) = porch.clips
    assert len(levels(tmp_path / clip.path)) > 50


def test_a_camera_that_falls_silent_ends_the_clip(porch: Porch) -> None:
    porch.film(8)
    porch.event(8)
    porch.film(2)
    porch.recorder.step()
    porch.clock.advance(11)
    porch.recorder.step()
    assert len(porch.clips) == 1


def test_closing_keeps_what_is_there_and_leaves_no_part_behind(
    porch: Porch, tmp_path: Path
) -> None:
    porch.film(8)
    porch.event(8)
    porch.film(1)
    porch.recorder.close()
    assert len(porch.clips) == 1
    assert not list(tmp_path.rglob("*.part"))


def test_an_unfinished_file_is_playable_already(porch: Porch, tmp_path: Path) -> None:
    porch.film(8)
    porch.event(8)
    porch.film(6)
    (part,) = tmp_path.rglob("*.part")
    assert len(levels(part)) > 20
    porch.recorder.close()


def test_a_media_folder_that_cannot_be_written_is_said_in_words(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "clips").write_text("a file where the folder should be")
    porch = Porch(tmp_path)
    porch.film(6)
    porch.event(6)
    porch.film(1)
    assert porch.clips == []
    assert "could not be written" in caplog.text


def test_a_packet_out_of_order_costs_no_clip(porch: Porch, tmp_path: Path) -> None:
    porch.film(8)
    porch.event(8)
    porch.film(2)
    late = Packet(1.0, 1.0, 0.1, False, b"late")
    porch.ring.add(late, at(10))
    porch.film(8)
    porch.event(8, end=17.5)
    porch.film(4)
    (clip,) = porch.clips
    assert clip.end >= at(17.9)
    assert len(levels(tmp_path / clip.path)) > 100


def test_a_hole_in_the_ring_ends_the_clip_before_it(tmp_path: Path) -> None:
    porch = Porch(tmp_path, keep_s=8)
    porch.film(8)
    porch.event(8)
    porch.film(1)
    porch.film(15, steps=False)  # a recorder that was away for longer than the ring holds
    porch.recorder.step()
    (clip,) = porch.clips
    assert clip.end <= at(9.3)
    porch.film(2)
    porch.event(8, end=26)
    porch.film(3)
    porch.recorder.close()
    first, rest = porch.clips  # the event went on, and so does what is seen of it
    assert rest.start >= first.end
    assert rest.end >= at(27)
    linked = [v.clip for v in porch.kept if isinstance(v, Event)]
    assert linked == [first.id]


def test_a_codec_that_mp4_refuses_goes_into_matroska(tmp_path: Path) -> None:
    with av.open(io.BytesIO(), "w", format="matroska") as holder:
        stream = holder.add_stream("libvpx", rate=10)
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
        porch = Porch(tmp_path)
        holder.start_encoding()
        porch.ring.begin(stream)
        for index in range(60):
            frame = av.VideoFrame.from_ndarray(np.full((180, 320, 3), index, np.uint8), "bgr24")
            frame.pts, frame.time_base = index, Fraction(1, 10)
            for packet in stream.encode(frame):
                second = float((packet.pts or 0) * (packet.time_base or 0))
                data = Packet(second, second, 0.1, bool(packet.is_keyframe), bytes(packet))
                porch.ring.add(data, at(second))
        porch.event(3)
        porch.recorder.step()
        porch.recorder.close()
    (clip,) = porch.clips
    assert clip.path.endswith(".mkv")
    assert len(levels(tmp_path / clip.path)) > 20


def test_a_visitor_who_comes_when_the_clip_is_long_gets_a_clip_of_their_own(porch: Porch) -> None:
    porch.film(6)
    for number in range(9):
        start = 6 + number * 7.5
        porch.event(start, name=f"E{number}")
        porch.film(7.5)
        porch.event(start, end=start + 7, name=f"E{number}")
    porch.film(12)
    first, second = porch.clips
    linked = {v.id: v.clip for v in porch.kept if isinstance(v, Event)}
    assert linked["E0"] == first.id
    assert linked["E8"] == second.id
    assert second.end - at(66) >= timedelta(seconds=5)


def test_a_clock_set_back_while_something_is_filmed_changes_nothing(porch: Porch) -> None:
    porch.film(8)
    porch.event(8)
    porch.film(3)
    porch.clock_off_s = -3600
    porch.film(9)
    porch.event(8, end=20 - 3600)
    porch.film(5)
    (clip,) = porch.clips
    assert 17 <= clip.duration_s <= 20
    assert abs(clip.end - at(21 - 3600)) <= timedelta(seconds=0.5)


@pytest.mark.parametrize("seen_first", [True, False])
def test_a_clock_set_back_makes_no_endless_clip(porch: Porch, seen_first: bool) -> None:
    porch.film(8)
    porch.event(8)
    porch.film(0.5, steps=seen_first)
    porch.clock_off_s = -3600
    porch.film(0.5, steps=False)
    porch.film(70)
    (clip,) = porch.clips
    assert 50 <= clip.duration_s <= 66


def test_who_was_there_all_day_is_not_filmed_anew_on_leaving(tmp_path: Path) -> None:
    porch = Porch(tmp_path, keep_s=20)
    porch.film(8)
    porch.event(8, name="sits")
    porch.film(60)
    (clip,) = porch.clips
    for number in range(2100):  # a busy road meanwhile, where nothing can be filmed
        moment = at(68 + number / 1000)
        passer = Event(f"E{number}", "road", "appeared", moment, moment)
        porch.recorder.obey(RecordOrder(passer, PacketRing(5, 10**6)))
        porch.clock.advance(11)
        porch.recorder.step()
    porch.film(30)
    porch.event(8, end=97, name="sits")
    porch.film(12)
    assert porch.clips == [clip]
    assert [v.clip for v in porch.kept if isinstance(v, Event) and v.id == "sits"] == [clip.id]


def test_word_that_comes_late_of_one_who_is_still_there_films_what_is_left(tmp_path: Path) -> None:
    porch = Porch(tmp_path, keep_s=10)
    porch.film(90, steps=False)
    porch.event(20)
    porch.film(10)
    porch.event(20, end=99)
    porch.film(5)
    (clip,) = porch.clips
    assert clip.start >= at(75)
    assert clip.end >= at(100)


def test_a_codec_that_no_file_takes_leaves_nothing_behind(porch: Porch, tmp_path: Path) -> None:
    porch.film(8)
    with av.open(io.BytesIO(), "w", format="nut") as holder:
        stream = holder.add_stream("gif", rate=10)
        stream.width, stream.height, stream.pix_fmt = 320, 180, "rgb8"
        porch.ring.template = stream
        porch.event(8)
        porch.recorder.step()
        holder.start_encoding()
    assert porch.clips == []
    assert porch.recorder.trouble is None
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
