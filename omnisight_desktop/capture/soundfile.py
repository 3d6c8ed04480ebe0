"""The sound of a file from beginning to end, as those who listen want it; bad ones are told in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av
from av.error import FFmpegError

from omnisight_desktop.capture.sound import SoundDecoder
from omnisight_desktop.core.errors import NotFound, SourceBroken
from omnisight_desktop.core.ports.capture import Sound

_FIX = "Try whether another player can play it."


def sounds_of(path: Path) -> Iterator[Sound]:
    """Pieces of one channel at 16,000 samples a second, whatever the file holds."""
    if not path.is_file():
        raise NotFound(f"There is no file {path}.")
    if path.stat().st_size == 0:
        raise SourceBroken(f"{path.name} is empty.", fix="Choose another file.")
    try:
        with av.open(str(path)) as container:
            stream = next(iter(container.streams.audio), None)
            if stream is None:
                raise SourceBroken(f"{path.name} has no sound.", fix="Choose another file.")
            came = False
            for piece in _pieces(container, stream):
                came = True
                yield piece
            if not came:
                raise SourceBroken(f"{path.name} holds no sound that can be decoded.", fix=_FIX)
    except FFmpegError as error:
        reason = (error.strerror or str(error)).lower()
        raise SourceBroken(f"{path.name} cannot be read as sound: {reason}.", fix=_FIX) from error


def _pieces(container: Any, stream: Any) -> Iterator[Sound]:
    decoder, at_s = SoundDecoder(stream), 0.0
    for packet in container.demux(stream):
        if packet.pts is not None and packet.time_base is not None:
            at_s = float(packet.pts * packet.time_base)
        piece = decoder.decode(packet, at_s) if packet.size else None
        if piece is not None:
            yield piece
    rest = decoder.rest()
    if rest is not None:
        yield rest
