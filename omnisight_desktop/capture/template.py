"""Streams as whoever writes packets to a file needs to know them, apart from where they came from."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import av
from av.error import FFmpegError

_H264_SETS, _H265_SETS = frozenset({7, 8}), frozenset({32, 33, 34})
_LOOK_BYTES = 4096  # parameter sets stand at the head of a packet


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """A stream that is like the source's and outlives it: clips may be begun after it is gone."""

    stream: Any
    holder: Any  # the container that the stream lives in


def template_of(stream: Any) -> Template:
    """A stream like that one."""
    holder = av.open(io.BytesIO(), "w", format="matroska")
    return Template(holder.add_stream_from_template(stream), holder)


def template_from(data: bytes, codec: str) -> Template | None:
    """What a packet that begins a stream tells of it; None where it tells too little."""
    form = {"h264": "h264", "hevc": "hevc", "mjpeg": "mjpeg"}.get(codec)
    if form is None:
        return None
    try:
        with av.open(io.BytesIO(data), format=form) as container:
            video = container.streams.video[0]
            return template_of(video) if video.codec_context.width else None
    except (FFmpegError, IndexError, ValueError):
        return None


def parameter_sets(data: bytes, codec: str) -> tuple[bytes, ...]:
    """What a packet says itself of how to decode it: it changes when the picture's size does."""
    wanted = {"h264": _H264_SETS, "hevc": _H265_SETS}.get(codec)
    head = data[:_LOOK_BYTES]
    if wanted is None or not head.startswith((b"\0\0\1", b"\0\0\0\1")):
        return ()
    units = head.split(b"\0\0\1")[1:]
    return tuple(unit.rstrip(b"\0") for unit in units if unit and _kind(unit[0], codec) in wanted)


def _kind(first: int, codec: str) -> int:
    return first & 0x1F if codec == "h264" else first >> 1 & 0x3F
