"""What every source keeps, whatever it is made of: a camera, a recording, a folder, the demo."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import pytest

from omnisight_desktop.capture.demo import DemoSource
from omnisight_desktop.capture.mask import masked
from omnisight_desktop.capture.open import open_source
from omnisight_desktop.capture.webcam import WebcamSource
from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.ports.capture import USUAL, Packet, Shot, Source
from tests.fakes import burned_clock
from tests.fakes.burned_clock import Film
from tests.fakes.http_camera import moving, served
from tests.fakes.pictures import folder, jpeg
from tests.fakes.rtsp import RtspServer, Served, need_server
from tests.fakes.webcam import START, FakeDevice, computer

_ENOUGH = 20
_LEFT = ((0.0, 0.0), (0.5, 0.0), (0.5, 1.0), (0.0, 1.0))


@dataclass
class Place:
    """Where the sources of one module lie, and what has to be ended afterwards."""

    folder: Path
    stack: ExitStack

    def recording(self, told: Film | None = None) -> Path:
        path = self.folder / "film.mp4"
        if not path.exists():
            burned_clock.write(path, told or Film(seconds=2, b_frames=2, sound="aac"))
        return path


def _webcam(_: Place) -> Callable[[], Source]:
    def make() -> Source:
        device = FakeDevice(ManualClock(START), 10**6)
        return WebcamSource("0", USUAL, computer(device), device.clock)

    return make


def _http(place: Place) -> Callable[[], Source]:
    pictures = [jpeg(index) for index in range(40)]
    camera = place.stack.enter_context(served({"/video": moving(pictures, 0.01)}))
    return lambda: open_source(camera.address("/video"))


def _rtsp(place: Place) -> Callable[[], Source]:
    need_server()
    server = place.stack.enter_context(RtspServer(Served(fps=30, sound="pcma")))
    return lambda: open_source(server.address())


def _folder(place: Place) -> Callable[[], Source]:
    pictures = folder(place.folder / "pictures", 24, ".jpg", (320, 180))
    return lambda: open_source(f"{pictures}?fps=10")


def _encoded_folder(place: Place) -> Callable[[], Source]:
    pictures = folder(place.folder / "plain", 24, ".png", (321, 181))
    return lambda: open_source(str(pictures))


#: How each kind of source is made; a new kind gets its line here.
KINDS: dict[str, Callable[[Place], Callable[[], Source]]] = {
    "demo": lambda _: DemoSource,
    "file": lambda place: lambda: open_source(str(place.recording())),
    "replay": lambda place: lambda: open_source(f"replay:{place.recording()}"),
    "folder of JPEGs": _folder,
    "folder of others": _encoded_folder,
    "webcam": _webcam,
    "MJPEG": _http,
    "RTSP": _rtsp,
    "masked": lambda place: lambda: masked(open_source(str(place.recording())), [_LEFT]),
    "masked webcam": lambda place: lambda: masked(_webcam(place)(), [_LEFT]),
}


@pytest.fixture(scope="module", params=KINDS)
def make(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[], Source]]:
    with ExitStack() as stack:
        yield KINDS[request.param](Place(tmp_path_factory.mktemp("sources"), stack))


@pytest.fixture(scope="module")
def taken(make: Callable[[], Source]) -> tuple[Source, list[Shot]]:
    """A source that was read for a while and closed, and what it gave."""
    source, shots = make(), list[Shot]()
    for shot in source.shots():
        shots.append(shot)
        if sum(len(one.packets) for one in shots) >= _ENOUGH:
            break
    source.close()
    return source, shots


def test_it_tells_the_size_and_the_pace_of_its_pictures(taken: tuple[Source, list[Shot]]) -> None:
    source, shots = taken
    pictures = [shot.picture for shot in shots if shot.picture]
    assert len(pictures) >= _ENOUGH - 8  # a decoder holds some back
    assert {(p.width, p.height) for p in pictures} == {(source.info.width, source.info.height)}
    assert 0 < source.info.fps <= 240
    assert source.info.codec


def test_its_pictures_can_be_looked_at_in_both_ways(taken: tuple[Source, list[Shot]]) -> None:
    for shot in taken[1]:
        if shot.picture is not None:
            assert shot.picture.bgr().shape == (shot.picture.height, shot.picture.width, 3)
            small = shot.picture.luma(40, 22)
            assert small.shape == (22, 40)
            assert small.dtype == shot.picture.bgr().dtype == "uint8"


def test_its_times_begin_near_nothing_and_grow(taken: tuple[Source, list[Shot]]) -> None:
    times = [shot.at_s for shot in taken[1] if shot.picture]
    assert -0.1 <= times[0] < 0.5
    assert all(after > before for before, after in itertools.pairwise(times))


def test_its_packets_are_told_in_the_order_of_their_decoding(
    taken: tuple[Source, list[Shot]],
) -> None:
    for streams in (
        [shot.packets for shot in taken[1]],
        [shot.sound_packets for shot in taken[1]],
    ):
        packets = [packet for some in streams for packet in some]
        decoded = [packet.decode_at_s for packet in packets]
        assert all(after > before for before, after in itertools.pairwise(decoded))
        assert all(packet.at_s >= packet.decode_at_s for packet in packets)
        assert all(packet.data and packet.duration_s > 0 for packet in packets)


def test_a_clip_can_be_made_of_its_packets_from_the_first_key_on(
    taken: tuple[Source, list[Shot]],
) -> None:
    source, shots = taken
    packets = [packet for shot in shots for packet in shot.packets]
    assert packets[0].is_key
    with av.open(_clip(source.template, packets), "r") as container:
        frames = list(container.decode(video=0))
    wanted = [packet.at_s for packet in packets]
    assert len(frames) >= len(packets) - 2  # the last ones may build on what was not taken
    assert frames[0].width in (source.info.width, source.info.width - 1)
    last_s = float(frames[-1].time or 0) + min(wanted)
    assert last_s == pytest.approx(max(wanted), abs=4 / source.info.fps + 0.05)


def _clip(template: Any, packets: list[Packet]) -> io.BytesIO:
    file = io.BytesIO()
    with av.open(file, "w", format="matroska") as out:
        stream = out.add_stream_from_template(template)
        begin_s = min(packet.decode_at_s for packet in packets)
        for told in packets:
            packet = av.Packet(told.data)
            packet.stream, packet.time_base = stream, Fraction(1, 90_000)
            packet.pts = round((told.at_s - begin_s) * 90_000)
            packet.dts = round((told.decode_at_s - begin_s) * 90_000)
            packet.is_keyframe = told.is_key
            out.mux(packet)
    file.seek(0)
    return file


def test_sound_packets_have_a_stream_that_they_belong_to(taken: tuple[Source, list[Shot]]) -> None:
    source, shots = taken
    assert any(shot.sound_packets for shot in shots) == (source.sound_template is not None)
    assert bool(source.info.sound) == (source.sound_template is not None)
    assert not any(shot.sound for shot in shots)  # nobody listens


def test_key_frames_alone_may_be_wished_for_at_any_time(make: Callable[[], Source]) -> None:
    source = make()
    source.only_keys(True)
    pictures = (shot for shot in source.shots() if shot.picture)
    assert next(pictures).picture is not None
    source.only_keys(False)
    assert next(pictures).picture is not None
    source.close()


def test_it_may_be_closed_at_any_time_by_anybody_and_more_than_once(
    make: Callable[[], Source],
) -> None:
    unread = make()
    unread.close()
    unread.close()
    source = make()
    shots = source.shots()
    next(shots)
    with ThreadPoolExecutor(1) as another:
        another.submit(source.close).result()
    assert len(list(shots)) <= 60  # at most what was on its way
    source.close()
