"""A recording whose pictures tell when they were made, in blocks that a program can read, and whose
sound beeps at every full second: so a clip can be held against the clock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.error import FFmpegError
from numpy.typing import NDArray

Image = NDArray[np.uint8]

_COLUMNS, _ROWS = 8, 4  # 24 bits of milliseconds, most significant first, and 8 to check them
_DARK, _BRIGHT = 24, 232
_BEEP_S = 0.1
BEEP_HZ = 1000


@dataclass(frozen=True)
class Film:
    """What the recording is like."""

    seconds: float = 12.0
    fps: int = 25
    width: int = 320
    height: int = 192
    codec: str = "libx264"
    gop: int = 25
    b_frames: int = 0
    sound: str | None = None  # a codec, such as aac or pcm_alaw
    rate_hz: int = 16_000
    begin_ms: int = 0  # what the first picture says


def burn(image: Image, milliseconds: int) -> None:
    """Write a number of milliseconds into the upper left of a picture, at a quarter of its size."""
    check = sum(milliseconds >> shift & 0xFF for shift in (0, 8, 16)) ^ 0xA5
    bits = (milliseconds & 0xFFFFFF) << 8 | check & 0xFF
    for place, cell in enumerate(_cells(image)):
        cell[:] = _BRIGHT if bits >> 31 - place & 1 else _DARK


def read(image: Image) -> int | None:
    """The milliseconds in a picture; None where they cannot be read with certainty."""
    bits = 0
    for cell in _cells(image):
        height, width = cell.shape[:2]
        middle = cell[height // 4 : -(height // 4), width // 4 : -(width // 4)]
        bits = bits << 1 | int(middle.mean() > 128)
    milliseconds = bits >> 8
    check = sum(milliseconds >> shift & 0xFF for shift in (0, 8, 16)) ^ 0xA5
    return milliseconds if check & 0xFF == bits & 0xFF else None


def picture(film: Film, index: int) -> Image:
    """One picture: a clock, and something that moves below it."""
    image = np.full((film.height, film.width, 3), 96, np.uint8)
    image[:, :, 0] += (np.arange(film.width) % 64).astype(np.uint8)
    left = 4 * index % max(1, film.width - 24)
    image[-48:-16, left : left + 24] = (200, 160, 40)
    burn(image, film.begin_ms + round(index * 1000 / film.fps))
    return image


def sound(film: Film) -> NDArray[np.int16]:
    """A beep at every full second, silence between them."""
    at_s = np.arange(round(film.seconds * film.rate_hz)) / film.rate_hz
    beeps = (at_s % 1 < _BEEP_S) * np.sin(2 * np.pi * BEEP_HZ * at_s)
    return np.asarray(beeps * 12_000, np.int16)


def write(path: Path, film: Film | None = None) -> Path:
    """Make the recording; the suffix of the path says in what kind of file."""
    film = film or Film()
    with av.open(str(path), "w") as out:
        stream: Any = out.add_stream(film.codec, rate=film.fps)
        stream.width, stream.height = film.width, film.height
        stream.pix_fmt = "yuvj420p" if film.codec == "mjpeg" else "yuv420p"
        stream.codec_context.gop_size = film.gop
        stream.codec_context.max_b_frames = film.b_frames
        stream.options = _options(film)
        heard: Any = None
        if film.sound is not None:
            heard = out.add_stream(film.sound, rate=film.rate_hz)
            heard.layout = "mono"
        for packet in _interleaved(film, stream, heard):
            out.mux(packet)
    return path


def _options(film: Film) -> dict[str, str]:
    common = {"preset": "ultrafast", "bf": str(film.b_frames), "sc_threshold": "0"}
    if film.codec == "libx264":
        # Without lookahead threads: a small recording is made in a moment.
        return {**common, "crf": "20", "keyint_min": str(film.gop), "threads": "1"}
    if film.codec == "libx265":
        quiet = f"log-level=none:keyint={film.gop}:min-keyint={film.gop}:bframes={film.b_frames}"
        return {"preset": "ultrafast", "x265-params": f"{quiet}:pools=1:frame-threads=1"}
    if film.codec == "libvpx-vp9":
        return {"deadline": "realtime", "cpu-used": "8"}
    return {}


def _interleaved(film: Film, stream: Any, heard: Any) -> Iterator[Any]:
    samples = sound(film) if heard is not None else np.zeros(0, np.int16)
    piece, told = film.rate_hz // 50, 0
    for index in range(round(film.seconds * film.fps)):
        frame = av.VideoFrame.from_ndarray(picture(film, index), format="bgr24")
        frame.pts, frame.time_base = index, Fraction(1, film.fps)
        yield from stream.encode(frame)
        while heard is not None and told < (index + 1) * film.rate_hz / film.fps:
            yield from heard.encode(_piece(samples[told : told + piece], told, film.rate_hz))
            told += piece
    yield from stream.encode(None)
    if heard is not None:
        yield from heard.encode(None)


def _piece(samples: NDArray[np.int16], at: int, rate_hz: int) -> av.AudioFrame:
    frame = av.AudioFrame.from_ndarray(samples[None, :], format="s16", layout="mono")
    frame.sample_rate, frame.pts, frame.time_base = rate_hz, at, Fraction(1, rate_hz)
    return frame


def _cells(image: Image) -> Iterator[Image]:
    """The fields of the clock, row by row, as views."""
    height, width = image.shape[0] // 2 // _ROWS, image.shape[1] // 2 // _COLUMNS
    for place in range(_ROWS * _COLUMNS):
        row, column = divmod(place, _COLUMNS)
        yield image[row * height : (row + 1) * height, column * width : (column + 1) * width]


@dataclass(frozen=True)
class Shown:
    """One picture of a clip: when it is shown, and when it says that it was made."""

    at_s: float
    clock_ms: int


def shown(path: Path) -> list[Shown]:
    """Every picture of a file; raises where one cannot be decoded, or its clock not be read."""
    seen = []
    with av.open(str(path)) as container:
        for frame in container.decode(video=0):
            clock_ms = read(np.asarray(frame.to_ndarray(format="gray"), np.uint8))
            if clock_ms is None or frame.time is None:
                raise AssertionError(f"the clock of the picture at {frame.time} cannot be read")
            seen.append(Shown(float(frame.time), clock_ms))
    return seen


def _decodable(container: Any, stream: Any) -> Iterator[Any]:
    for packet in container.demux(stream):
        with suppress(FFmpegError):
            yield from packet.decode()


def beeps(path: Path) -> list[float]:
    """When the beeps of a file begin, in its own seconds."""
    with av.open(str(path)) as container:
        stream = container.streams.audio[0]
        rate = stream.codec_context.sample_rate
        resampler = av.AudioResampler(format="flt", layout="mono", rate=rate)
        heard = np.zeros(0, np.float32)
        for frame in _decodable(container, stream):
            begin = round(float(frame.time or 0) * rate)
            frame.pts = None
            for piece in resampler.resample(frame):
                samples = np.asarray(piece.to_ndarray(), np.float32).ravel()
                end = begin + len(samples)
                if end > len(heard):
                    heard = np.concatenate([heard, np.zeros(end - len(heard), np.float32)])
                heard[max(0, begin) : end] = samples[max(0, -begin) :]
                begin = end
    step = rate // 100
    loud = np.abs(heard[: len(heard) // step * step]).reshape(-1, step).max(axis=1) > 0.1
    return [float(at) / 100 for at in np.flatnonzero(loud[1:] & ~loud[:-1]) + 1]
