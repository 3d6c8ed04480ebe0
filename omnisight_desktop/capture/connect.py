"""Opens recordings and network streams with what is known of each kind, and finds what is in them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import av
from av.error import FFmpegError

from omnisight_desktop.capture import faults
from omnisight_desktop.capture.address import Kind, callable_of, kind_of, plain
from omnisight_desktop.capture.picture import MOST_PIXELS
from omnisight_desktop.core.camera import Transport
from omnisight_desktop.core.ports.capture import Wants

_PLAYLIST_S = (10.0, 30.0)  # a playlist's next part comes when it is full
_SCHEMES = ("rtsp", "rtsps", "http", "https", "rtmp", "rtmps", "rtp", "udp", "srt", "tcp")
#: A few pictures tell the rate, and what a stream announces but never sends is not waited for.
_BRIEF_LOOK = {"fpsprobesize": "4", "analyzeduration": "2000000"}
#: Recordings that know their own length, pauses included.
_INDEXED = ("mov", "matroska", "avi")


def connect(address: str, wants: Wants, *, live: bool) -> Any:
    """Open what lies at an address; raises a SourceError that says why it cannot be had."""
    options = {"max_pixels": str(MOST_PIXELS)}
    timeout: tuple[float, float] | None = (faults.OPEN_S, faults.SILENT_S) if live else None
    called = callable_of(address)
    if not live:
        called = f"file:{address}"  # a name with a colon is no protocol
    elif is_rtsp(address):
        options |= _BRIEF_LOOK | _transport(wants.transport)
    elif ".m3u8" in address.lower():
        timeout = _PLAYLIST_S
    if live:
        _check(address)
    try:
        return av.open(called, options=options, timeout=timeout)
    except (FFmpegError, OSError, ValueError) as error:
        # The error's own text holds the address, password and all, so it does not travel on.
        raise faults.in_words(error, address) from None


def _check(address: str) -> None:
    """Nothing is called that is no address of a camera, whatever the vendor could make of it."""
    try:
        parts = urlsplit(plain(address))
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
    if host is None:
        raise faults.no_address(address)
    if parts.scheme.lower() not in _SCHEMES:
        raise faults.no_protocol(address)


def is_rtsp(address: str) -> bool:
    """Whether it is called by RTSP, where even a recording comes at its own pace."""
    return kind_of(address) is Kind.STREAM and address.lower().startswith(("rtsp:", "rtsps:"))


def video_of(container: Any) -> Any | None:
    """The stream of moving pictures, if there is one; the cover of a song is none."""
    cover = av.stream.Disposition.attached_pic
    return next((s for s in container.streams.video if not s.disposition & cover), None)


def sound_of(container: Any) -> Any | None:
    """The first stream of sound that can be decoded here."""
    return next((s for s in container.streams.audio if s.codec_context is not None), None)


def length_of(container: Any) -> float | None:
    """How long a recording is, where it tells."""
    return container.duration / av.time_base if container.duration else None


def is_indexed(container: Any) -> bool:
    """Whether the recording's own times can be believed, pauses and all."""
    return str(container.format.name).startswith(_INDEXED)


def _transport(transport: Transport) -> dict[str, str]:
    if transport is Transport.UDP:
        return {"rtsp_transport": "udp", "buffer_size": "2097152"}
    # TCP first; a camera that offers UDP only is still served.
    return {"rtsp_flags": "prefer_tcp"}
