"""The films that are measured with, made of the material as the figures were agreed on: 1280x720, 30
pictures a second, a key frame every 60; one in which people walk, and two in which nothing moves."""

from __future__ import annotations

import hashlib
import tempfile
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from benchmarks.material import material
from omnisight_desktop.core.frame import Image

WIDTH, HEIGHT, FPS, GOP = 1280, 720, 30, 60
_GRAIN = 2.0  # grey levels of a sensor's noise


def active(seconds: int) -> Path:
    """People in a street, over and over."""
    return _made(f"active-{seconds}", _street(), seconds, grain=False)


def still(seconds: int) -> Path:
    """One picture of that street with people in it, and the noise of a sensor."""
    return _made(f"still-{seconds}", _street()[:1], seconds, grain=True)


def empty(seconds: int) -> Path:
    """That street with nobody in it, and the noise of a sensor."""
    return _made(f"empty-{seconds}", [_background(_street()[::15])], seconds, grain=True)


def _street() -> list[Image]:
    frames: list[Image] = []
    with av.open(str(material("footage", "video", "yas_people.mp4"))) as film:
        for frame in film.decode(video=0):
            small = frame.reformat(WIDTH, HEIGHT, "yuv420p")
            frames.append(np.asarray(small.to_ndarray(), np.uint8))
    return frames


def _background(pictures: list[Image]) -> Image:
    """What is there most of the time; who walks past is not."""
    return np.asarray(np.median(np.stack(pictures), axis=0), np.uint8)


def _made(name: str, pictures: list[Image], seconds: int, *, grain: bool) -> Path:
    folder = Path(tempfile.gettempdir()) / "omnisight-benchmarks"
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.mp4"
    if not path.is_file():
        part = path.with_suffix(".part")
        _write(part, pictures, seconds, grain=grain)
        part.replace(path)
    _check(path, seconds)
    return path


def _write(path: Path, pictures: list[Image], seconds: int, *, grain: bool) -> None:
    chance = np.random.default_rng(1)
    grains = [
        np.rint(chance.normal(0, _GRAIN, pictures[0].shape)).astype(np.int16) for _ in range(16)
    ]
    with av.open(str(path), "w", format="mp4") as out:
        stream = out.add_stream("libx264", rate=FPS)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.options = {"preset": "veryfast", "sc_threshold": "0", "bf": "0"}
        stream.codec_context.gop_size = GOP
        for index in range(seconds * FPS):
            image = pictures[index % len(pictures)]
            if grain:
                noisy = image.astype(np.int16) + grains[int(chance.integers(len(grains)))]
                image = np.asarray(np.clip(noisy, 0, 255), np.uint8)
            frame = av.VideoFrame.from_ndarray(image, format="yuv420p")
            frame.pts, frame.time_base = index, Fraction(1, FPS)
            out.mux(stream.encode(frame))
        out.mux(stream.encode())


def _check(path: Path, seconds: int) -> None:
    """What was made is what was asked for; otherwise every figure would be about something else."""
    with av.open(str(path)) as film:
        video = film.streams.video[0]
        assert (video.codec_context.name, video.width, video.height) == ("h264", WIDTH, HEIGHT)
        packets = [packet for packet in film.demux(video) if packet.size]
    assert len(packets) == seconds * FPS
    keys = [index for index, packet in enumerate(packets) if packet.is_keyframe]
    assert keys == list(range(0, seconds * FPS, GOP)), keys[:5]


def fingerprint(path: Path) -> str:
    """A short sum, to tell one film from another in a report."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:8]
