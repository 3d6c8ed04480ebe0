"""Streams as whoever writes packets to a file needs to know them, apart from where they came from."""

from __future__ import annotations

import io
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import av
from av.error import FFmpegError

_SIZES = {"h264": 7, "hevc": 33}  # which unit tells the size of the pictures
_LOOK_BYTES = 4096  # such units stand at the head of a packet


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """A stream that is like the source's and outlives it: clips may be begun after it is gone."""

    stream: Any
    holder: Any  # the container that the stream lives in


def template_of(stream: Any) -> Template | None:
    """A stream like that one; None for the rare kind that no file can hold."""
    for form in ("matroska", "nut"):
        holder = av.open(io.BytesIO(), "w", format=form)
        with suppress(ValueError, FFmpegError):
            return Template(holder.add_stream_from_template(stream), holder)
    return None


def template_from(data: bytes, codec: str) -> Template | None:
    """What the packet that begins a stream tells of it; None where it tells too little."""
    form = {"h264": "h264", "hevc": "hevc", "mjpeg": "jpeg_pipe"}.get(codec)
    if form is None:
        return None
    try:
        with av.open(io.BytesIO(data), format=form) as container:
            video = container.streams.video[0]
            return template_of(video) if video.codec_context.width else None
    except (FFmpegError, IndexError, ValueError):
        return None


def told_size(data: bytes, codec: str) -> bytes:
    """What a packet says of the size of its pictures, as it stands there; nothing if it does not."""
    wanted = _SIZES.get(codec)
    head = data[:_LOOK_BYTES]
    if wanted is None or not head.startswith((b"\0\0\1", b"\0\0\0\1")):
        return b""
    units = (unit for unit in head.split(b"\0\0\1")[1:] if unit)
    told = (unit for unit in units if _kind(unit[0], codec) == wanted)
    return next(told, b"").rstrip(b"\0")


def _kind(first: int, codec: str) -> int:
    return first & 0x1F if codec == "h264" else first >> 1 & 0x3F
