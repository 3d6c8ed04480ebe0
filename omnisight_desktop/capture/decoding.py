"""Who decodes: the processor, or hardware that was tried first and is watched afterwards.

Hardware is used where a trial in a process of its own decoded a film with it, and for a camera only as
long as it does so without a fault; after one, that camera is decoded in software, and it is said why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import av
from av.codec.hwaccel import HWAccel

from omnisight_desktop.capture.picture import MOST_PIXELS
from omnisight_desktop.core.errors import BackendUnavailable

#: Kinds of hardware, the one that is tried first in front; a build of PyAV knows some of them.
_KINDS = ("videotoolbox", "d3d11va", "cuda", "vaapi", "qsv", "dxva2")

#: What cameras send, and hardware knows.
CODECS = ("h264", "hevc")

#: Where Linux shows what a kind needs; without it nothing has to be tried.
_NODES: Mapping[str, tuple[str, ...]] = {
    "cuda": ("nvidia[0-9]*", "dxg"),
    "vaapi": ("dri/renderD*",),
    "qsv": ("dri/renderD*",),
}

#: Makes a decoder: for a stream as its software decoder knows it, on a kind of hardware.
Open = Callable[[Any, str], Any]


def kinds_of(codec: str, devices: Path = Path("/dev")) -> list[str]:
    """Kinds of hardware that this build of PyAV could decode with, and that may be in this computer."""
    try:
        known = av.Codec(codec, "r").hardware_configs
    except ValueError:  # there is no such decoder at all
        return []
    there = {config.device_type.name for config in known if config.is_supported}
    return [kind for kind in _KINDS if kind in there and _may_be_here(kind, devices)]


def open_on(software: Any, kind: str) -> Any:
    """A decoder on a kind of hardware for the stream that a software decoder was made for."""
    # One context of the driver for all cameras: each of its own would take hundreds of megabytes.
    options: dict[str, object] = {"primary_ctx": "1"} if kind == "cuda" else {}
    wanted = HWAccel(kind, allow_software_fallback=False, options=options)
    decoder: Any = av.CodecContext.create(software.codec.name, "r", hwaccel=wanted)
    if software.extradata:
        decoder.extradata = bytes(software.extradata)
    decoder.thread_count = 1
    decoder.options = {"max_pixels": str(MOST_PIXELS)}
    decoder.open()
    if not decoder.is_hwaccel:  # it would decode in software without a word
        raise BackendUnavailable(f"{kind} does not decode {software.codec.name}.")
    return decoder


class Hardware:
    """The hardware of this computer that decodes, once it was tried; shared by all cameras."""

    def __init__(self, wanted: bool = True, open_decoder: Open = open_on) -> None:
        self.open = open_decoder
        self._kinds: Mapping[str, str] = {}
        self.words = "it was not tried yet" if wanted else "it is switched off"

    def tried(self, kinds: Mapping[str, str], words: str) -> None:
        """What the trial found: for each codec the kind that decodes it."""
        self._kinds, self.words = dict(kinds), words

    def kind_for(self, codec: str) -> str:
        """The kind of hardware that decodes a codec here; none where there is none."""
        return self._kinds.get(codec, "")


class Decoding:
    """How the stream of one camera is decoded. It outlives the connections of that camera."""

    def __init__(self, hardware: Hardware) -> None:
        self.hardware = hardware
        self.kind = ""  # in use; none: software
        self.fault = ""  # why it is software for good

    def wanted(self, codec: str) -> str:
        """The kind of hardware to use for it; none after a fault."""
        return "" if self.fault else self.hardware.kind_for(codec)

    def began(self, kind: str) -> None:
        """From now on it is decoded by this."""
        self.kind = kind

    def failed(self, why: str) -> None:
        """It is decoded in software from now on."""
        self.fault, self.kind = f"{self.kind} failed: {why}", ""

    @property
    def words(self) -> str:
        """Who decodes, for people and programs."""
        if self.fault:
            return f"software, since {self.fault}"
        return self.kind or "software"


def _may_be_here(kind: str, devices: Path) -> bool:
    """Whether it is worth a trial; elsewhere than on Linux nothing shows that beforehand."""
    patterns = _NODES.get(kind)
    if patterns is None or not Path("/proc").is_dir():
        return True
    return any(next(devices.glob(pattern), None) for pattern in patterns)
