"""Hardware that decodes, and fails the way hardware does; inside it is the software decoder."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import av
import numpy as np

from omnisight_desktop.capture.decoding import Hardware
from omnisight_desktop.core.errors import BackendUnavailable


@dataclass
class Chip:
    """One that may break at a packet, show nonsense, or nothing."""

    breaks_at: int | None = None
    green: bool = False
    mute: bool = False
    unfit: bool = False
    opened: int = 0
    packets: int = 0
    _decoder: Any = field(default=None, repr=False)

    def hardware(self, kind: str = "cuda") -> Hardware:
        """As the trial found it: it does what it should."""
        found = Hardware(open_decoder=self.open)
        found.tried({"h264": kind, "hevc": kind}, f"{kind} decodes h264")
        return found

    def open(self, software: Any, kind: str) -> Chip:
        if self.unfit:
            raise BackendUnavailable(f"{kind} does not decode {software.codec.name}.")
        self.opened += 1
        self._decoder = av.CodecContext.create(software.codec.name, "r")
        if software.extradata:
            self._decoder.extradata = bytes(software.extradata)
        return self

    def decode(self, packet: Any) -> list[av.VideoFrame]:
        self.packets += packet is not None
        if self.breaks_at is not None and self.packets > self.breaks_at:
            raise av.error.ExternalError(542398533, "Generic error in an external library")
        frames = list(self._decoder.decode(packet))
        if self.mute:
            return []
        return [_nonsense(frame) for frame in frames] if self.green else frames


def _nonsense(frame: av.VideoFrame) -> av.VideoFrame:
    """What a driver shows that lost its way."""
    wrong = av.VideoFrame.from_ndarray(
        np.full((frame.height, frame.width, 3), (0, 250, 0), np.uint8), format="bgr24"
    ).reformat(format="yuv420p")
    wrong.pts, wrong.time_base = frame.pts, frame.time_base
    return wrong
