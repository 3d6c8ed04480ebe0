"""One camera, watched: states in words, gaps that add up, a fresh start after each interruption."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
import pytest

from omnisight_desktop.capture.packets import PacketRing
from omnisight_desktop.core.camera import Camera, CameraOptions, CameraState, Role
from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.errors import PasswordRefused, SourceError, SourceRefused
from omnisight_desktop.core.event import Gap
from omnisight_desktop.core.frame import ArrayPicture, Frame
from omnisight_desktop.core.ports.capture import Packet, Shot, Sound, StreamInfo, Wants
from omnisight_desktop.flow.channel import Channel, DropPolicy, LatestSlot
from omnisight_desktop.flow.inbox import LatestInbox
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.pipeline import watch as watch_module
from omnisight_desktop.pipeline.cadence import Cadence
from omnisight_desktop.pipeline.feed import EVERYTHING, CameraPipes, Feed, Heard, feeds_of, login_in
from omnisight_desktop.pipeline.watch import Watch

START = datetime(2026, 5, 3, 12, tzinfo=UTC)
PICTURE = ArrayPicture(np.zeros((9, 16, 3), np.uint8))


class ScriptedSource:
    """Delivers so many shots and then ends or fails as told."""

    def __init__(self, clock: ManualClock, shots: int, end: SourceError | None) -> None:
        self.info = StreamInfo(16, 9, 10, "h264", live=True)
        self.template = "template"
        self.sound_template = "sound"
        self.closed = False
        self.keys_only: list[bool] = []
        self.spared: list[float] = []
        self.pauses: dict[int, float] = {}
        self.blind_from = shots
        self._clock, self._shots, self._end = clock, shots, end
        self._late = self._at_s = 0.0

    def shots(self) -> Iterator[Shot]:
        for index in range(self._shots):
            pause = self.pauses.get(index, 0.0)
            self._clock.advance(0.1 + pause)
            self._late += pause
            at_s = self._at_s = index / 10 + self._late
            packet = Packet(at_s, at_s, 0.1, index == 0, b"x")
            sound = Sound(at_s, 16000, np.zeros(160, np.float32))
            picture = PICTURE if index < self.blind_from else None
            yield Shot(at_s, picture, (packet,), (packet,), sound)
        if self._end is not None:
            raise self._end

    def only_keys(self, on: bool) -> None:
        self.keys_only.append(on)

    def spare(self, until_s: float) -> None:
        self.spared.append(until_s - self._at_s)

    def close(self) -> None:
        self.closed = True


class Setting:
    """A watch over scripted sources."""

    def __init__(
        self,
        monkeypatch: pytest.MonkeyPatch,
        script: list[Any],
        roles: frozenset[Role] = EVERYTHING,
        options: CameraOptions = CameraOptions(),  # noqa: B008 - it never changes
    ) -> None:
        self.clock = ManualClock(START)
        self.kept: list[Gap] = []
        self.frames: LatestInbox[Frame] = LatestInbox("frames")
        self.preview: LatestSlot[Frame] = LatestSlot("preview")
        self.ring, self.sound_ring = PacketRing(60, 10**6), PacketRing(60, 10**6)
        self.sounds: Channel[Heard] = Channel("sounds", 100, DropPolicy.OLDEST)
        self.sources: list[ScriptedSource] = []
        self.wants: list[Wants] = []
        self.pauses: dict[int, float] = {}
        self.blind_from = 10**9
        camera = Camera("porch", "Porch", "rtsp://porch", options=options)
        pipes = CameraPipes(self.ring, self.sound_ring, self.frames, self.preview, self.sounds)
        feed = Feed("rtsp://u:p@porch", roles)
        self.watch = Watch(camera, feed, pipes, Cadence(5), self.clock, self.kept.append)
        self.worker = Worker("capture", self.watch.run)
        steps = iter(script)

        def open_source(address: str, wants: Wants) -> ScriptedSource:
            assert address == "rtsp://u:p@porch"
            self.wants.append(wants)
            step = next(steps)
            if isinstance(step, SourceError):
                raise step
            source = ScriptedSource(self.clock, *step)
            source.pauses = self.pauses
            source.blind_from = min(source.blind_from, self.blind_from)
            self.sources.append(source)
            return source

        monkeypatch.setattr(watch_module, "open_source", open_source)

    def run_until_it_breaks(self) -> None:
        with pytest.raises(SourceError):
            self.watch.run(self.worker)


def test_frames_packets_and_preview_flow_while_it_is_live(monkeypatch: pytest.MonkeyPatch) -> None:
    setting = Setting(monkeypatch, [(20, None)])
    setting.run_until_it_breaks()
    assert setting.ring.template == "template"
    assert len(setting.ring) == 20
    assert 9 <= setting.frames.offered <= 11  # five looks a second of ten pictures
    frame = setting.frames.take(0)
    assert frame is not None
    assert frame.at - START <= timedelta(seconds=2)
    assert setting.sources[0].closed


def test_an_interruption_is_said_with_its_reason_and_since_when(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    refused = SourceRefused("The camera refused the password.", fix="Check it.")
    setting = Setting(monkeypatch, [(10, None), refused])
    lost_at = START + timedelta(seconds=1)  # when the last picture was made
    setting.run_until_it_breaks()
    setting.clock.advance(30)
    setting.run_until_it_breaks()
    status = setting.watch.status
    assert status.state is CameraState.OFFLINE
    assert (status.reason, status.fix) == ("The camera refused the password.", "Check it.")
    assert status.since == lost_at
    assert setting.preview.peek()[1] is None  # a dead camera shows no old picture


def test_what_was_missed_is_one_gap_from_the_last_to_the_next_picture(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gone = SourceError("The network is gone.")
    setting = Setting(monkeypatch, [(10, gone), gone, gone, (5, None)])
    setting.run_until_it_breaks()
    lost_at = setting.clock.now()
    for _ in range(2):
        setting.clock.advance(60)
        setting.run_until_it_breaks()
    setting.clock.advance(60)
    setting.run_until_it_breaks()
    (gap,) = setting.kept
    assert gap.start == lost_at
    assert gap.end - gap.start == timedelta(seconds=180.1)
    assert gap.reason == "The network is gone."


def test_a_blink_is_no_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    setting = Setting(monkeypatch, [(10, None), (10, None)])
    setting.run_until_it_breaks()
    looks = setting.frames.offered
    setting.run_until_it_breaks()
    assert setting.kept == []
    assert setting.frames.offered >= looks + 4  # the eye sees the second stream as well


def test_a_fault_of_any_kind_is_an_interruption(monkeypatch: pytest.MonkeyPatch) -> None:
    setting = Setting(monkeypatch, [(10, None)])
    monkeypatch.setattr(ScriptedSource, "shots", lambda self: iter([None]))
    with pytest.raises(AttributeError):
        setting.watch.run(setting.worker)
    assert setting.watch.status.state is CameraState.OFFLINE
    assert "broke off" in setting.watch.status.reason


def test_what_is_missing_when_the_program_ends_is_a_gap_as_well(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gone = SourceError("The network is gone.")
    setting = Setting(monkeypatch, [(10, gone)])
    setting.run_until_it_breaks()
    setting.clock.advance(90)
    setting.worker.stop()
    setting.watch.stop()
    (gap,) = setting.kept
    assert gap.end - gap.start == timedelta(seconds=90)


def test_a_cameras_clock_that_strays_is_put_right(monkeypatch: pytest.MonkeyPatch) -> None:
    setting = Setting(monkeypatch, [(400, None)])
    monkeypatch.setattr(setting.clock, "advance", _more_than_said(setting.clock))
    setting.run_until_it_breaks()
    newest = setting.frames.take(0)
    assert newest is not None
    assert abs((setting.clock.now() - newest.at).total_seconds()) < 2.5


def test_a_new_stream_does_not_mix_its_packets_with_the_old_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    setting = Setting(monkeypatch, [(10, None), (4, None)])
    setting.run_until_it_breaks()
    generation = setting.ring.generation
    setting.run_until_it_breaks()
    assert setting.ring.generation == generation + 1
    assert len(setting.ring) == 4


def test_it_stops_when_told(monkeypatch: pytest.MonkeyPatch) -> None:
    setting = Setting(monkeypatch, [(10, None)])
    setting.worker.stop()
    setting.watch.run(setting.worker)
    assert setting.frames.offered == 0
    assert setting.sources[0].closed


def _more_than_said(clock: ManualClock) -> Callable[[float], None]:
    plain = clock.advance
    return lambda seconds: plain(seconds * 1.25)


def test_a_pause_within_a_stream_is_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    setting = Setting(monkeypatch, [(40, None)])
    setting.pauses = {20: 7.0}
    setting.run_until_it_breaks()
    (gap,) = setting.kept
    assert (gap.end - gap.start).total_seconds() == pytest.approx(7.1)
    assert "paused" in gap.reason


def test_a_stream_that_fell_silent_is_missed_from_its_last_picture_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    setting = Setting(monkeypatch, [(10, SourceError("It fell silent.")), (5, None)])
    setting.run_until_it_breaks()
    last = START + timedelta(seconds=1)
    setting.clock.advance(20)
    setting.run_until_it_breaks()
    (gap,) = setting.kept
    assert (gap.start, gap.end) == (last, last + timedelta(seconds=20.1))


def test_a_wrong_password_is_tried_three_times_and_then_only_when_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    refused = PasswordRefused("The camera refused the password.", fix="Check it.")
    setting = Setting(monkeypatch, [refused] * 3 + [(5, None)])
    waited: list[float] = []

    def pause(seconds: float) -> bool:
        waited.append(seconds)
        if len(waited) == 5:
            setting.watch.retry()
        return len(waited) > 10

    monkeypatch.setattr(setting.worker, "pause", pause)
    for _ in range(3):
        setting.run_until_it_breaks()
    assert waited == []
    setting.run_until_it_breaks()
    assert len(waited) == 5  # it rested until it was asked
    assert setting.frames.offered > 0


def test_sound_without_pictures_is_no_live_camera(monkeypatch: pytest.MonkeyPatch) -> None:
    setting = Setting(monkeypatch, [(1000, None), (1000, None), (20, None)])
    setting.blind_from = 50
    setting.run_until_it_breaks()
    assert setting.watch.status.state is CameraState.OFFLINE
    assert "sends no pictures" in setting.watch.status.reason
    assert setting.clock.now() - START < timedelta(seconds=30)  # not after the hundred there were
    setting.blind_from = 0
    setting.run_until_it_breaks()
    assert setting.watch.status.state is CameraState.OFFLINE
    setting.blind_from = 20
    setting.run_until_it_breaks()
    (gap,) = setting.kept
    assert gap.start == START + timedelta(seconds=5)
    assert 40 < (gap.end - gap.start).total_seconds() < 50  # all of both times without pictures


def test_a_stream_for_recording_alone_needs_no_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    setting = Setting(monkeypatch, [(300, None)], frozenset({Role.RECORD}))
    setting.blind_from = 0
    setting.run_until_it_breaks()
    assert setting.watch.status.reason == "The camera ended the stream."
    assert len(setting.ring) == 300


def test_masks_ask_for_no_pictures_of_a_stream_of_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    hidden = CameraOptions(masks=(((0.0, 0.0), (1.0, 0.0), (1.0, 1.0)),))
    setting = Setting(monkeypatch, [(10, None)], frozenset({Role.AUDIO}), hidden)
    setting.run_until_it_breaks()
    assert [wants.pictures for wants in setting.wants] == [False]


def test_a_login_is_who_asks_whom() -> None:
    assert login_in("rtsp://u:p@porch:554/one") == login_in("rtsp://u:p@porch:8554/two")
    assert login_in("rtsp://u:p@porch/one") != login_in("rtsp://u:other@porch/one")
    assert login_in("rtsp://u:p@porch/one") != login_in("rtsp://u:p@recorder/one")


def test_streams_of_one_login_share_their_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    refused = PasswordRefused("The camera refused the password.", fix="Check it.")
    setting = Setting(monkeypatch, [refused] * 3)
    tries = setting.watch._pipes.tries
    for _ in range(3):
        setting.run_until_it_breaks()
    assert tries.spent
    setting.worker.stop()
    setting.run_until_it_breaks()  # another stream would not ask either
    assert len(setting.wants) == 3
    assert "not tried again by itself" in setting.watch.status.fix


def test_a_stream_serves_only_its_roles(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = Setting(monkeypatch, [(10, None)], frozenset({Role.DETECT}))
    looked.run_until_it_breaks()
    assert (len(looked.ring), len(looked.sound_ring), len(looked.sounds)) == (0, 0, 0)
    assert looked.frames.offered > 0
    filmed = Setting(monkeypatch, [(10, None)], frozenset({Role.RECORD, Role.AUDIO}))
    filmed.run_until_it_breaks()
    assert (len(filmed.ring), len(filmed.sound_ring), len(filmed.sounds)) == (10, 10, 10)
    assert (filmed.frames.offered, filmed.preview.offered) == (0, 0)
    assert [(w.pictures, w.sound) for w in looked.wants + filmed.wants] == [
        (True, False),
        (False, True),
    ]


def test_key_frames_only_is_for_cameras_that_were_set_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for wished in (True, False):
        options = CameraOptions(only_keys_when_idle=wished)
        setting = Setting(monkeypatch, [(3, None)], options=options)
        plain = ScriptedSource.shots

        def shots(
            self: ScriptedSource, setting: Setting = setting, plain: Any = plain
        ) -> Iterator[Shot]:
            setting.watch.rest(True)
            yield from plain(self)

        monkeypatch.setattr(ScriptedSource, "shots", shots)
        setting.run_until_it_breaks()
        monkeypatch.setattr(ScriptedSource, "shots", plain)
        assert setting.sources[0].keys_only == ([True] if wished else [])


@pytest.mark.parametrize("watched", [False, True])
def test_pictures_may_wait_until_the_next_look_unless_somebody_watches(
    monkeypatch: pytest.MonkeyPatch, watched: bool
) -> None:
    setting = Setting(monkeypatch, [(40, None)])
    plain = ScriptedSource.shots

    def shots(self: ScriptedSource) -> Iterator[Shot]:
        for shot in plain(self):
            if watched:
                setting.watch.viewed()
            yield shot

    monkeypatch.setattr(ScriptedSource, "shots", shots)
    setting.run_until_it_breaks()
    spared = setting.sources[0].spared
    assert len(spared) == setting.frames.offered
    if watched:
        assert set(spared) == {0.0}
    else:
        assert all(0.05 < wait <= 0.2 for wait in spared)  # five looks a second


def test_roles_with_one_address_share_one_connection() -> None:
    feeds = feeds_of(
        {Role.DETECT: "rtsp://a/2", Role.RECORD: "rtsp://a/1", Role.AUDIO: "rtsp://a/1"}
    )
    assert [(f.address, set(f.roles)) for f in feeds] == [
        ("rtsp://a/2", {Role.DETECT}),
        ("rtsp://a/1", {Role.RECORD, Role.AUDIO}),
    ]


def test_a_clock_that_is_set_is_no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    setting = Setting(monkeypatch, [(300, None)])
    plain = ScriptedSource.shots

    def shots(self: ScriptedSource) -> Iterator[Shot]:
        for index, shot in enumerate(plain(self)):
            if index == 100:
                setting.clock.set(setting.clock.now() + timedelta(hours=5))
            yield shot

    monkeypatch.setattr(ScriptedSource, "shots", shots)
    setting.run_until_it_breaks()
    assert setting.kept == []
    newest = setting.preview.peek()[1] or setting.frames.take(0)
    assert newest is not None
    assert abs(setting.clock.now() - newest.at) < timedelta(seconds=1)


def test_key_frames_that_lie_far_apart_are_no_blindness(monkeypatch: pytest.MonkeyPatch) -> None:
    rare = CameraOptions(only_keys_when_idle=True)
    setting = Setting(monkeypatch, [(700, None)], options=rare)
    plain = ScriptedSource.shots

    def shots(self: ScriptedSource) -> Iterator[Shot]:
        for index, shot in enumerate(plain(self)):
            yield shot if index % 300 == 0 else replace(shot, picture=None)

    monkeypatch.setattr(ScriptedSource, "shots", shots)
    setting.run_until_it_breaks()
    assert setting.watch.status.reason == "The camera ended the stream."


def test_no_password_comes_out_with_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    setting = Setting(monkeypatch, [(1, None)])

    def fail(_: ScriptedSource) -> Iterator[Shot]:
        raise ValueError("rtsp://u:p4ss@porch/one is odd")

    monkeypatch.setattr(ScriptedSource, "shots", fail)
    with pytest.raises(ValueError, match="odd"):
        setting.watch.run(setting.worker)
    assert "porch/one is odd" in setting.watch.status.reason
    assert "p4ss" not in setting.watch.status.reason
