"""Recordings: packets and pictures agree, and what cannot be opened is said in words."""

from __future__ import annotations

import itertools
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
import psutil
import pytest

from omnisight_desktop.capture.open import open_source
from omnisight_desktop.capture.stream import StreamSource
from omnisight_desktop.core.errors import SourceBroken, SourceUnreachable
from omnisight_desktop.core.ports.capture import Shot, Sound, Wants
from tests.fakes import burned_clock
from tests.fakes.burned_clock import Film
from tests.fakes.pictures import jpeg
from tests.material import need


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two seconds of a brightening ramp at 10 pictures a second."""
    path = tmp_path_factory.mktemp("video") / "ramp.mp4"
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=10)
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
        for index in range(20):
            image = np.full((180, 320, 3), 20 + index * 10, np.uint8)
            image[:, 160:] //= 2
            frame = av.VideoFrame.from_ndarray(image, format="bgr24")
            frame.pts, frame.time_base = index, Fraction(1, 10)
            out.mux(stream.encode(frame))
        out.mux(stream.encode())
    return path


def test_a_recording_gives_every_picture_and_every_packet_with_its_time(recording: Path) -> None:
    source = open_source(str(recording))
    shots = list(source.shots())
    pictures = [shot for shot in shots if shot.picture is not None]
    assert [round(shot.at_s, 2) for shot in pictures] == [round(i / 10, 2) for i in range(20)]
    assert sum(len(shot.packets) for shot in shots) == 20
    assert source.info.width == 320
    assert source.info.fps == pytest.approx(10)
    assert source.info.length_s == pytest.approx(2.0, abs=0.11)


def test_small_brightness_comes_straight_from_the_decoder_and_agrees_with_the_picture(
    recording: Path,
) -> None:
    shot = next(s for s in StreamSource(str(recording), live=False).shots() if s.picture)
    assert shot.picture is not None
    small = shot.picture.luma(32, 18)
    grey = cv2.cvtColor(shot.picture.bgr(), cv2.COLOR_BGR2GRAY)
    assert small.shape == (18, 32)
    # The decoder's brightness spans 16..235, a picture's 0..255.
    full = (small[9].astype(float) - 16) * 255 / 219
    assert np.abs(full - cv2.resize(grey, (32, 18))[9]).max() < 12


def test_closing_ends_the_stream(recording: Path) -> None:
    source = StreamSource(str(recording), live=False)
    shots = source.shots()
    list(itertools.islice(shots, 3))
    source.close()
    assert list(shots) == []


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        (b"", SourceBroken, "damaged"),
        (b"no video at all" * 100, SourceBroken, "damaged"),
        (None, SourceUnreachable, "no recording"),
    ],
)
def test_what_is_no_video_is_said_in_words(
    tmp_path: Path, content: bytes | None, error: type[Exception], words: str
) -> None:
    path = tmp_path / "näme with späce.mp4"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(error, match=words):
        open_source(str(path))


def test_a_truncated_recording_gives_what_is_there(recording: Path, tmp_path: Path) -> None:
    part = tmp_path / "cut.ts"
    with av.open(str(recording)) as source, av.open(str(part), "w", format="mpegts") as out:
        stream = out.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(video=0):
            if packet.dts is not None:
                packet.stream = stream
                out.mux(packet)
    part.write_bytes(part.read_bytes()[: part.stat().st_size // 2])
    pictures = [s for s in StreamSource(str(part), live=False).shots() if s.picture]
    assert 0 < len(pictures) < 20


def test_nobody_at_the_address_is_said_in_words_without_the_password() -> None:
    with pytest.raises(SourceUnreachable) as caught:
        open_source("rtsp://admin:hunter2@127.0.0.1:9/stream")
    assert "127.0.0.1" in str(caught.value)
    assert "hunter2" not in str(caught.value)
    assert "admin" not in str(caught.value)


def test_a_source_that_was_closed_holds_no_file_open(recording: Path) -> None:
    before = {file.path for file in psutil.Process().open_files()}
    for _ in range(5):
        source = open_source(str(recording))
        list(itertools.islice(source.shots(), 3))
        unread = open_source(str(recording))
        source.close()
        unread.close()
    assert {file.path for file in psutil.Process().open_files()} <= before


def test_what_a_clip_needs_to_know_outlives_the_source(recording: Path, tmp_path: Path) -> None:
    source = StreamSource(str(recording), live=False)
    packets = [packet for shot in source.shots() for packet in shot.packets]
    template = source.template
    with av.open(str(tmp_path / "copy.mp4"), "w") as out:
        stream = out.add_stream_from_template(template)
        for told in packets:
            packet = av.Packet(told.data)
            packet.stream, packet.time_base = stream, Fraction(1, 1000)
            packet.pts, packet.dts = round(told.at_s * 1000), round(told.decode_at_s * 1000)
            out.mux(packet)
    with av.open(str(tmp_path / "copy.mp4")) as copy:
        assert sum(1 for _ in copy.decode(video=0)) == 20


def test_two_may_look_at_one_picture_at_once(recording: Path) -> None:
    pictures = [s.picture for s in StreamSource(str(recording), live=False).shots() if s.picture]
    with ThreadPoolExecutor(4) as pool:
        for picture in pictures:
            images = list(pool.map(lambda _, p=picture: p.bgr(), range(8)))
            assert all((image == images[0]).all() for image in images)


def test_brightness_of_ten_bit_video_is_read_in_its_own_size(tmp_path: Path) -> None:
    path = tmp_path / "ten.mkv"
    with av.open(str(path), "w") as out:
        stream = out.add_stream("ffv1", rate=10)
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p10le"
        grey = av.VideoFrame.from_ndarray(np.full((180, 320, 3), 90, np.uint8), "bgr24")
        out.mux(stream.encode(grey.reformat(format="yuv420p10le")))
        out.mux(stream.encode())
    (picture,) = (s.picture for s in StreamSource(str(path), live=False).shots() if s.picture)
    small = picture.luma(32, 18)
    assert small.std() < 1
    assert abs(float(small.mean()) - 90) < 16


def film(path: Path, told: Film) -> list[Shot]:
    """The shots of a recording whose pictures tell when they were made."""
    burned_clock.write(path, told)
    return list(StreamSource(str(path), Wants(sound=True), live=False).shots())


def clock_of(shot: Shot) -> float:
    """The second that a picture itself says it is of."""
    assert shot.picture is not None
    said = burned_clock.read(shot.picture.bgr()[..., 1])
    assert said is not None
    return said / 1000


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("plain.mp4", Film(seconds=2)),
        ("reordered.mp4", Film(seconds=2, b_frames=2)),
        ("reordered.mkv", Film(seconds=2, b_frames=2)),
        ("reordered.ts", Film(seconds=2, b_frames=2)),
        ("h265.mp4", Film(seconds=2, codec="libx265", b_frames=2)),
        ("raw.h264", Film(seconds=2, b_frames=2)),
        ("old.avi", Film(seconds=2, codec="mpeg4")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_picture_comes_once_at_the_second_it_was_made(
    tmp_path: Path, name: str, told: Film
) -> None:
    pictures = [shot for shot in film(tmp_path / name, told) if shot.picture]
    assert len(pictures) == 50
    for shot in pictures:
        assert shot.at_s == pytest.approx(clock_of(shot), abs=0.0015)


def test_packets_of_reordered_pictures_keep_the_order_in_which_they_are_decoded(
    tmp_path: Path,
) -> None:
    shots = film(tmp_path / "reordered.mp4", Film(seconds=2, b_frames=2))
    packets = [packet for shot in shots for packet in shot.packets]
    decoded = [packet.decode_at_s for packet in packets]
    assert decoded == sorted(set(decoded))
    assert [p.at_s for p in packets] != sorted(p.at_s for p in packets)
    assert sorted(round(p.at_s, 2) for p in packets) == [round(i / 25, 2) for i in range(50)]


@pytest.mark.parametrize("sound", ["aac", "pcm_s16le"])
def test_sound_comes_as_packets_and_in_even_pieces_at_its_own_time(
    tmp_path: Path, sound: str
) -> None:
    path = burned_clock.write(tmp_path / "loud.mkv", Film(seconds=3, sound=sound, rate_hz=44100))
    source = StreamSource(str(path), Wants(sound=True), live=False)
    shots = list(source.shots())
    pieces = [shot.sound for shot in shots if shot.sound]
    assert source.info.sound == sound
    assert source.sound_template.codec_context.name == sound
    assert sum(len(piece.samples) for piece in pieces) == pytest.approx(3 * 16_000, rel=0.03)
    assert all(piece.rate_hz == 16_000 and piece.samples.dtype == np.float32 for piece in pieces)
    assert [round(at) for at in _beeps(pieces)] == [0, 1, 2]
    assert all(abs(at - round(at)) < 0.06 for at in _beeps(pieces))
    packets = [packet for shot in shots for packet in shot.sound_packets]
    assert sum(packet.duration_s for packet in packets) == pytest.approx(3, rel=0.03)


def _beeps(pieces: list[Sound]) -> list[float]:
    """When the beeps begin, in seconds of the source."""
    heard = np.concatenate([piece.samples for piece in pieces])
    loud = np.abs(heard[: len(heard) // 160 * 160]).reshape(-1, 160).max(axis=1) > 0.1
    begins = np.flatnonzero(loud & ~np.concatenate([[False], loud[:-1]]))
    return [pieces[0].at_s + float(at) / 100 for at in begins]


def test_sound_that_nobody_listens_to_is_not_decoded_and_still_recorded(tmp_path: Path) -> None:
    path = burned_clock.write(tmp_path / "loud.mp4", Film(seconds=1, sound="aac"))
    shots = list(StreamSource(str(path), live=False).shots())
    assert not any(shot.sound for shot in shots)
    assert sum(len(shot.sound_packets) for shot in shots) > 10


def test_where_no_pictures_are_wanted_none_are_decoded(recording: Path) -> None:
    shots = list(StreamSource(str(recording), Wants(pictures=False), live=False).shots())
    assert not any(shot.picture for shot in shots)
    assert sum(len(shot.packets) for shot in shots) == 20


def test_sound_alone_is_a_source_for_whoever_only_listens(tmp_path: Path) -> None:
    path = tmp_path / "song.m4a"
    with av.open(str(path), "w", format="mp4") as out:
        stream = out.add_stream("aac", rate=16_000)
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 16_000), np.float32), "fltp", "mono")
        frame.sample_rate = 16_000
        out.mux(stream.encode(frame))
        out.mux(stream.encode())
    with pytest.raises(SourceBroken, match="no video"):
        open_source(str(path))
    source = open_source(str(path), Wants(pictures=False, sound=True))
    assert source.template is None
    assert sum(len(s.sound.samples) for s in source.shots() if s.sound) >= 16_000


def test_key_frames_only_skips_the_rest_until_everything_is_wanted_again(tmp_path: Path) -> None:
    path = burned_clock.write(tmp_path / "keys.mp4", Film(seconds=8, b_frames=2))  # a key a second
    source = StreamSource(str(path), live=False)
    seen: list[float] = []
    packets = 0
    for shot in source.shots():
        packets += len(shot.packets)
        if shot.picture is None:
            continue
        seen.append(round(shot.at_s, 2))
        assert shot.at_s == pytest.approx(clock_of(shot), abs=0.001)
        if shot.at_s < 2.5:
            source.only_keys(shot.at_s > 1.5)
        elif shot.at_s > 4.5:
            source.only_keys(False)
    idle = [at for at in seen if 1.9 < at < 5.9]
    assert packets == 200  # whatever is decoded, everything is recorded
    assert set(idle) <= {2.0, 3.0, 4.0, 5.0} | {round(5 + i / 25, 2) for i in range(25)}
    assert {3.0, 4.0} <= set(idle)
    assert [at for at in seen if at >= 6] == [round(6 + i / 25, 2) for i in range(50)]


def test_pictures_that_nobody_looks_at_are_counted_and_the_next_one_comes_in_time(
    tmp_path: Path,
) -> None:
    path = burned_clock.write(tmp_path / "spared.mp4", Film(seconds=4, b_frames=2))
    source = StreamSource(str(path), live=False)
    seen: list[float] = []
    read_s, spared = 0.0, 0
    for shot in source.shots():
        read_s = max([read_s, *(packet.decode_at_s for packet in shot.packets)])
        spared += shot.spared
        if shot.picture is None:
            continue
        assert shot.at_s == pytest.approx(clock_of(shot), abs=0.001)
        seen.append(round(shot.at_s, 2))
        assert read_s <= shot.at_s + 0.2  # it did not wait for longer than it had to
        if 1.0 <= shot.at_s < 3.0:
            source.spare(shot.at_s + 0.4)
    before, after = (tuple(round(i / 25, 2) for i in span) for span in (range(26), range(75, 100)))
    assert tuple(seen) == (*before, 1.4, 1.8, 2.2, 2.6, *after)
    assert len(seen) + spared == 100


def test_spared_pictures_are_decoded_with_the_one_that_is_looked_at(tmp_path: Path) -> None:
    path = burned_clock.write(tmp_path / "spared.mp4", Film(seconds=2))
    source = StreamSource(str(path), live=False)
    source.spare(1.0)
    came = [(shot.at_s, len(shot.packets), shot.picture) for shot in source.shots()]
    alone = [at_s for at_s, packets, picture in came if packets and picture is None]
    assert alone[:25] == pytest.approx([index / 25 for index in range(25)])
    assert [at_s for at_s, _, picture in came if picture][0] == pytest.approx(1.0)


def test_pictures_of_another_size_begin_a_stream_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "grows.ts"
    with path.open("wb") as whole:
        for name, size in (("small", (160, 96)), ("large", (320, 192))):
            told = Film(seconds=1, width=size[0], height=size[1])
            whole.write(burned_clock.write(tmp_path / f"{name}.ts", told).read_bytes())
    source = StreamSource(str(path), live=False)
    streams: list[Any] = []
    sizes: list[tuple[int, int]] = []
    by_stream: dict[int, list[bytes]] = {}
    for shot in source.shots():
        if source.template not in streams:
            streams.append(source.template)
        for packet in shot.packets:
            by_stream.setdefault(len(streams) - 1, []).append(packet.data)
        if shot.picture:
            sizes.append((shot.picture.width, shot.picture.height))
    assert sizes == [(160, 96)] * 25 + [(320, 192)] * 25
    assert [(s.codec_context.width, s.codec_context.height) for s in streams] == [
        (160, 96),
        (320, 192),
    ]
    assert [len(packets) for packets in by_stream.values()] == [25, 25]
    assert (source.info.width, source.info.height) == (320, 192)


def test_times_run_on_over_the_seam_of_two_recordings_in_one_file(tmp_path: Path) -> None:
    one = burned_clock.write(tmp_path / "one.ts", Film(seconds=1)).read_bytes()
    path = tmp_path / "three.ts"
    path.write_bytes(one * 3)
    shots = list(StreamSource(str(path), live=False).shots())
    pictures = [shot.at_s for shot in shots if shot.picture]
    steps = np.diff(pictures)
    assert len(pictures) == 75
    assert steps.min() > 0
    assert steps.max() < 0.1
    assert pictures[-1] == pytest.approx(74 / 25, abs=0.1)


def test_pictures_too_large_for_any_camera_are_refused_before_they_fill_the_memory(
    tmp_path: Path,
) -> None:
    path = tmp_path / "huge.mjpeg"
    data = bytearray(jpeg(0, 320, 180))
    at = data.index(b"\xff\xc0") + 5
    data[at : at + 4] = (60_000).to_bytes(2, "big") * 2
    path.write_bytes(bytes(data) * 5)
    with pytest.raises(SourceBroken, match="damaged"):
        open_source(str(path))


def test_a_recording_of_which_nothing_can_be_decoded_is_no_success(tmp_path: Path) -> None:
    path = burned_clock.write(tmp_path / "whole.mp4", Film(seconds=1, gop=250))
    data = bytearray(path.read_bytes())
    begin = data.index(b"mdat") + 4
    data[begin : data.index(b"moov") - 4] = b"\xff" * (data.index(b"moov") - 4 - begin)
    path.write_bytes(bytes(data))
    with pytest.raises(SourceBroken, match="damaged"):
        list(open_source(str(path)).shots())


def test_a_name_with_a_colon_is_a_file_like_any_other(recording: Path, tmp_path: Path) -> None:
    path = tmp_path / "cam:12:30.mp4"
    path.write_bytes(recording.read_bytes())
    assert sum(1 for shot in open_source(str(path)).shots() if shot.picture) == 20


def test_a_recording_full_of_damage_gives_what_can_be_seen_and_ends(tmp_path: Path) -> None:
    path = burned_clock.write(tmp_path / "hurt.ts", Film(seconds=4))
    data = bytearray(path.read_bytes())
    chance = np.random.default_rng(1)
    for at in chance.integers(4000, len(data), 60):
        data[at] ^= 0xFF
    path.write_bytes(bytes(data))
    shots = list(StreamSource(str(path), live=False).shots())
    decoded = [p.decode_at_s for shot in shots for p in shot.packets]
    assert 20 < sum(1 for shot in shots if shot.picture) <= 100
    assert decoded == sorted(set(decoded))


def test_a_recording_that_begins_between_key_frames_shows_nothing_grey(tmp_path: Path) -> None:
    path = tmp_path / "middle.ts"
    whole = burned_clock.write(tmp_path / "whole.ts", Film(seconds=3, gop=25)).read_bytes()
    path.write_bytes(whole[len(whole) // 6 // 188 * 188 :])
    pictures = [s for s in StreamSource(str(path), live=False).shots() if s.picture]
    assert pictures
    assert clock_of(pictures[0]) == pytest.approx(1.0)


def test_real_footage_of_several_makers_is_read_from_end_to_end() -> None:
    for name, most in (("exercise.avi", 60), ("car-detection.mp4", 60), ("yas_people.mp4", 30)):
        source = open_source(str(need("footage", "video", name)))
        taken = list(itertools.islice((s for s in source.shots() if s.picture), most))
        source.close()
        steps = np.diff([shot.at_s for shot in taken])
        assert len(taken) == most
        assert steps.min() > 0
        assert np.median(steps) == pytest.approx(1 / source.info.fps, rel=0.05)
