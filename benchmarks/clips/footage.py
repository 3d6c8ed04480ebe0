"""The ten seconds that both arms get: 1280x720, 30 pictures a second, a key frame every 60."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

from benchmarks.material import material
from omnisight_desktop.core.errors import NotFound
from omnisight_desktop.core.ports.capture import Packet

WIDTH, HEIGHT, FPS, GOP, SECONDS = 1280, 720, 30, 60, 10
FRAMES = FPS * SECONDS
SOUND_HZ = 8000


@dataclass(frozen=True, slots=True, eq=False)
class Reel:
    """The packets of a recording, as a camera would send them."""

    holder: Any  # the open file that the templates live in
    video: Any
    sound: Any
    packets: list[Packet]
    sound_packets: list[Packet]


def say(text: str) -> None:
    """Tell how it goes, beside the result."""
    print(text, file=sys.stderr, flush=True)


def made(place: Path) -> Path:
    """The recording: of a street with people, or, without that, of something that moves."""
    path = place / "street.mov"
    try:
        source = material("footage", "video", "yas_people.mp4")
        pictures = _street(source)
        say(f"footage: {source.name}, scaled to {WIDTH}x{HEIGHT}")
    except NotFound as missing:
        pictures = _made_up()
        say(f"footage: made up. {missing}")
    with av.open(str(path), "w") as out:
        stream: Any = out.add_stream("libx264", rate=FPS)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.options = {"preset": "veryfast", "crf": "23", "sc_threshold": "0"}
        stream.codec_context.gop_size = GOP
        sound: Any = out.add_stream("pcm_alaw", rate=SOUND_HZ)
        sound.layout = "mono"
        for index, frame in zip(range(FRAMES), pictures, strict=False):
            frame.pts, frame.time_base, frame.pict_type = index, Fraction(1, FPS), 0
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
        for begin in range(0, SECONDS * SOUND_HZ, SOUND_HZ // 50):
            out.mux(sound.encode(_tone(begin)))
        out.mux(sound.encode(None))
    return path


def reel_of(path: Path) -> Reel:
    """Read all packets; asserts that they are what is said above."""
    holder = av.open(str(path))
    video, sound = holder.streams.video[0], holder.streams.audio[0]
    packets: dict[int, list[Packet]] = {video.index: [], sound.index: []}
    for packet in holder.demux(video, sound):
        if packet.size and packet.pts is not None:
            packets[packet.stream.index].append(_plain(packet))
    reel = Reel(holder, video, sound, packets[video.index], packets[sound.index])
    keys = [index for index, packet in enumerate(reel.packets) if packet.is_key]
    if len(reel.packets) != FRAMES or keys != list(range(0, FRAMES, GOP)):
        raise SystemExit(f"the footage has {len(reel.packets)} pictures and keys at {keys}")
    return reel


def _plain(packet: Any) -> Packet:
    base = packet.time_base
    decoded = packet.pts if packet.dts is None else packet.dts
    return Packet(
        float(packet.pts * base),
        float(decoded * base),
        float((packet.duration or 0) * base),
        bool(packet.is_keyframe),
        bytes(packet),
    )


def _street(path: Path) -> Iterator[av.VideoFrame]:
    """The recording from its start, and again, until there is enough of it."""
    while True:
        with av.open(str(path)) as container:
            for frame in container.decode(video=0):
                yield frame.reformat(WIDTH, HEIGHT, "yuv420p")


def _made_up() -> Iterator[av.VideoFrame]:
    chance = np.random.default_rng(3)
    wall = chance.integers(40, 200, (HEIGHT // 8, WIDTH // 8, 3), np.uint8)
    wall = wall.repeat(8, axis=0).repeat(8, axis=1)
    for index in range(FRAMES):
        image = wall.copy()
        for walker in range(8):
            left = (60 + 150 * walker + (walker - 4) * index * 2) % (WIDTH - 60)
            image[200 + 30 * walker : 420 + 30 * walker, left : left + 60] = 30 * walker
        image += chance.integers(0, 4, image.shape, np.uint8)
        yield av.VideoFrame.from_ndarray(image, format="bgr24").reformat(format="yuv420p")


def _tone(begin: int) -> av.AudioFrame:
    at = np.arange(begin, begin + SOUND_HZ // 50) / SOUND_HZ
    samples = (np.sin(2 * np.pi * 440 * at) * 9000).astype(np.int16)
    frame = av.AudioFrame.from_ndarray(samples[None, :], format="s16", layout="mono")
    frame.sample_rate, frame.pts, frame.time_base = SOUND_HZ, begin, Fraction(1, SOUND_HZ)
    return frame
