"""What is masked is in no picture and in no packet, of whatever source."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from omnisight_desktop.capture.mask import masked
from omnisight_desktop.capture.open import open_source
from omnisight_desktop.core.camera import Area
from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.errors import SettingsError
from omnisight_desktop.core.frame import ArrayPicture, Image, ToldPicture
from omnisight_desktop.core.ports.capture import Packet, Shot, Source, StreamInfo
from tests.fakes import burned_clock
from tests.fakes.burned_clock import Film

LEFT: Area = ((0.0, 0.0), (0.5, 0.0), (0.5, 1.0), (0.0, 1.0))
CORNER: Area = ((0.6, 0.6), (1.0, 0.6), (1.0, 1.0))


class Painted:
    """A source of bright noise with packets of its own that must not get through."""

    def __init__(self, *sizes: tuple[int, int], told: Detections | None = None) -> None:
        self.info = StreamInfo(*sizes[0], 10, "mjpeg", live=True)
        self.template: Any = "its own"
        self.sound_template: Any = "its sound"
        self.keys: list[bool] = []
        self.closed = False
        self._sizes, self._told = sizes, told

    def shots(self) -> Iterator[Shot]:
        chance = np.random.default_rng(3)
        for index, (width, height) in enumerate(self._sizes):
            image = np.asarray(chance.integers(160, 255, (height, width, 3)), np.uint8)
            picture: Any = ArrayPicture(image)
            if self._told is not None:
                picture = ToldPicture(picture, self._told)
            packet = Packet(index / 10, index / 10, 0.1, True, b"secret")
            yield Shot(index / 10, picture, (packet,), (packet,))
            yield Shot(index / 10, None, (packet,))

    def only_keys(self, on: bool) -> None:
        self.keys.append(on)

    def spare(self, until_s: float) -> None:
        raise AssertionError("each picture is packed anew, whoever looks")

    def close(self) -> None:
        self.closed = True


def decoded(template: Any, packets: list[Packet]) -> list[Image]:
    """What a clip made of the packets shows."""
    context = av.CodecContext.create("h264", "r")
    context.extradata = template.codec_context.extradata
    pictures: list[Image] = []
    for told in packets:
        packet = av.Packet(told.data)
        packet.pts, packet.time_base = round(told.at_s * 1000), Fraction(1, 1000)
        frames: Any = context.decode(packet)
        pictures += [np.asarray(frame.to_ndarray(format="bgr24"), np.uint8) for frame in frames]
    return pictures


def test_masked_areas_are_black_in_pictures_brightness_and_packets() -> None:
    source = masked(Painted(*[(320, 180)] * 5), [LEFT])
    shots = list(source.shots())
    packets = [packet for shot in shots for packet in shot.packets]
    pictures = [shot.picture for shot in shots if shot.picture]
    assert len(pictures) == len(packets) == 5
    for picture in pictures:
        assert picture.bgr()[:, :160].max() <= 3
        assert picture.bgr()[:, 164:].mean() > 150
        assert picture.luma(32, 18)[:, :16].max() <= 20
    for image in decoded(source.template, packets):
        assert image[:, :156].max() <= 12  # what the encoder rounds
        assert image[:, 170:].mean() > 150
    assert all(packet.data != b"secret" for packet in packets)


def test_sound_goes_through_and_so_does_whatever_is_asked_of_the_source() -> None:
    inner = Painted((320, 180))
    source = masked(inner, [LEFT])
    assert [len(shot.sound_packets) for shot in source.shots()] == [1, 0]
    source.only_keys(True)
    source.close()
    assert inner.keys == [True]
    assert inner.closed
    assert source.sound_template == "its sound"
    assert source.info.codec == "h264"


def test_a_slanted_edge_gives_nothing_away() -> None:
    (shot,) = (s for s in masked(Painted((321, 181)), [CORNER]).shots() if s.picture)
    assert shot.picture is not None
    image = shot.picture.bgr()
    height, width = image.shape[:2]
    assert (width, height) == (320, 180)
    for x, y in ((0.7, 0.62), (0.9, 0.85), (0.99, 0.98), (0.61, 0.6)):
        assert image[int(y * height), int(x * width)].max() <= 3, (x, y)
    assert image[int(0.9 * height), int(0.65 * width)].min() > 90


def test_a_change_of_size_keeps_the_mask_and_begins_a_stream_of_its_own() -> None:
    source = masked(Painted((320, 180), (640, 360)), [LEFT])
    widths = []
    for shot in source.shots():
        if shot.picture is not None:
            assert shot.picture.bgr()[:, : shot.picture.width // 2].max() <= 3
            widths.append((shot.picture.width, source.template.codec_context.width))
    assert widths == [(320, 320), (640, 640)]


def test_what_the_camera_says_of_a_masked_place_is_masked_too() -> None:
    told = Detections.of("person", [[10, 10, 40, 90], [250, 10, 280, 90]], [0.9, 0.8])
    (shot, _) = masked(Painted((320, 180), told=told), [LEFT]).shots()
    assert isinstance(shot.picture, ToldPicture)
    assert shot.picture.found.boxes.tolist() == [[250, 10, 280, 90]]


def test_compressed_video_is_masked_without_being_converted(tmp_path: Path) -> None:
    path = burned_clock.write(tmp_path / "clock.mp4", Film(seconds=1, width=640, height=384))
    plain = [s.picture for s in open_source(str(path)).shots() if s.picture]
    hidden: Source = masked(open_source(str(path)), [CORNER])
    for shown, shot in itertools.zip_longest(plain, (s for s in hidden.shots() if s.picture)):
        assert shot.picture is not None
        assert (
            np.abs(shown.bgr()[:300, :380].astype(int) - shot.picture.bgr()[:300, :380]).max() < 4
        )
        assert shot.picture.bgr()[-8, -8].max() <= 3


def test_without_areas_nothing_is_done_and_half_an_area_is_refused() -> None:
    source = Painted((320, 180))
    assert masked(source, []) is source
    with pytest.raises(SettingsError, match="three corners"):
        masked(source, [((0.1, 0.1), (0.2, 0.2))])
