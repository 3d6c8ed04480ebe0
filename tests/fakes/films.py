"""Recordings for tests: each picture is as bright as its number says, so that it is known again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import av
import numpy as np

from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.track import TrackPath
from omnisight_desktop.services.house import House

FPS, GOP = 10, 10
SIZE = (320, 180)
_RATE = 8000


def grey(number: int, size: tuple[int, int] = SIZE) -> Image:
    """The picture of that number."""
    return np.full((size[1], size[0], 3), 30 + number * 3 % 200, np.uint8)


def greys(numbers: Iterable[int], size: tuple[int, int] = SIZE) -> list[Image]:
    """The pictures of those numbers."""
    return [grey(number, size) for number in numbers]


def film(
    path: Path, pictures: Sequence[Image], *, fps: int = FPS, gop: int = GOP, sound: bool = False
) -> Path:
    """A file as cameras make them: H.264 with pictures sent out of their order, and AAC."""
    path.parent.mkdir(parents=True, exist_ok=True)
    options = {"movflags": "frag_keyframe+empty_moov+delay_moov+default_base_moof"}
    with av.open(str(path), "w", format="mp4", options=options) as out:
        stream: Any = out.add_stream("libx264", rate=fps)
        stream.height, stream.width = pictures[0].shape[:2]
        stream.pix_fmt = "yuv420p"
        stream.options = {"preset": "veryfast", "crf": "12", "sc_threshold": "0", "bf": "2"}
        stream.codec_context.gop_size = gop
        heard: Any = out.add_stream("aac", rate=_RATE) if sound else None
        if heard is not None:
            heard.layout = "mono"
        for number, image in enumerate(pictures):
            frame = av.VideoFrame.from_ndarray(image, format="bgr24")
            frame.pts, frame.time_base = number, Fraction(1, fps)
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
        if heard is not None:
            _hum(out, heard, len(pictures) / fps)
    return path


def brightness(path: Path) -> list[tuple[float, float]]:
    """When each picture of a film is shown, and how bright its middle is."""
    shown = []
    with av.open(str(path)) as container:
        for frame in container.decode(video=0):
            light = frame.to_ndarray(format="gray")
            height, width = light.shape
            middle = light[height // 3 : height // 2, width // 3 : width // 2]
            shown.append((float(frame.time or 0.0), float(middle.mean())))
    return shown


def numbers(path: Path) -> list[int]:
    """The numbers of the pictures that a film shows, where they are below sixty."""
    lights = [_light(number) for number in range(60)]
    return [
        min(range(60), key=lambda number: abs(lights[number] - light))
        for _, light in brightness(path)
    ]


def numbered(image: Image) -> int:
    """The number of a picture in colours, below sixty."""
    height, width = image.shape[:2]
    light = float(image[height // 3 : height // 2, width // 3 : width // 2].mean())
    return min(range(60), key=lambda number: abs(_in_colours(number) - light))


def keep_clip(
    house: House, name: str, camera: str, file: Path, start: datetime, seconds: float
) -> Clip:
    """Have the house hold a file as a clip."""
    data = file.read_bytes()
    path = file.relative_to(house.paths.media).as_posix()
    digest = hashlib.sha256(data).hexdigest()
    end = start + timedelta(seconds=seconds)
    clip = Clip(name, camera, path, start, end, len(data), digest)
    house.keeper.commit(clip)
    return clip


def path_of(
    track: str,
    camera: str,
    start: datetime,
    sightings: Sequence[tuple[float, tuple[float, float, float, float]]],
    label: str = "person",
) -> TrackPath:
    """A path of boxes of 0..1 at seconds after its start."""
    offsets = np.asarray([round(at_s * 1000) for at_s, _ in sightings], np.int64)
    boxes = np.asarray([box for _, box in sightings], np.float32)
    return TrackPath(track, camera, label, start, offsets, boxes)


def _light(number: int) -> float:
    frame = av.VideoFrame.from_ndarray(grey(number, (16, 16)), format="bgr24")
    return float(frame.reformat(format="yuv420p").to_ndarray(format="gray").mean())


@cache
def _in_colours(number: int) -> float:
    """How bright it is after its way into a film and back."""
    frame = av.VideoFrame.from_ndarray(grey(number, (16, 16)), format="bgr24")
    return float(frame.reformat(format="yuv420p").to_ndarray(format="bgr24").mean())


def _hum(out: Any, stream: Any, seconds: float) -> None:
    at = np.arange(round(seconds * _RATE)) / _RATE
    samples = (np.sin(2 * np.pi * 200 * at) * 9000).astype(np.int16)
    for begin in range(0, len(samples), _RATE // 10):
        piece = samples[begin : begin + _RATE // 10]
        frame = av.AudioFrame.from_ndarray(piece[None, :], format="s16", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = _RATE, begin, Fraction(1, _RATE)
        out.mux(stream.encode(frame))
    out.mux(stream.encode(None))
