"""Trying hardware out before any camera is entrusted to it: in a process of its own, which may die of it.

A short film is made, decoded by the hardware, and held against what software makes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import av
import numpy as np
from av.error import FFmpegError

from omnisight_desktop.capture.decoding import CODECS, Hardware, kinds_of, open_on
from omnisight_desktop.capture.picture import DecodedPicture
from omnisight_desktop.core.errors import BackendUnavailable, NotRunning, OmniSightError
from omnisight_desktop.flow.process import Child
from omnisight_desktop.flow.worker import Backoff, Worker

_WIDTH, _HEIGHT, _PICTURES = 640, 360, 24
_SMALL = (64, 36)
_DIFFERS = 8.0  # grey levels, in the mean
_PATIENCE_S = 20.0
_ENCODERS = {"h264": "libx264", "hevc": "libx265"}
_QUIET = {"libx264": {"preset": "ultrafast"}, "libx265": {"x265-params": "log-level=none"}}
_AT_ONCE = Backoff(first_s=0.0)

#: A codec and a kind of hardware.
Question = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was tried, what works, and why the rest does not."""

    works: Mapping[str, str]  # by codec
    faults: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """For people."""
        if not self.works and not self.faults:
            return "there is no graphics device here that could do it"
        able = ", ".join(f"{kind} decodes {codec}" for codec, kind in self.works.items())
        return "; ".join(filter(None, (able, *self.faults)))


class Trial:
    """Tries what there is for each codec, the first kind in front, until one works."""

    def __init__(
        self,
        kinds: Callable[[str], list[str]] = kinds_of,
        target: str = "omnisight_desktop.capture.trial:examiner",
    ) -> None:
        self._plan = {codec: found for codec in CODECS if (found := kinds(codec))}
        self._child: Child[Question, float] = Child(
            "the trial of hardware decoding", target, backoff=_AT_ONCE, quiet=True
        )

    @property
    def empty(self) -> bool:
        """Whether there is nothing to be tried."""
        return not self._plan

    def run(self, hardware: Hardware) -> Callable[[Worker], None]:
        """The body of a worker that tries once, and says what it found."""

        def body(worker: Worker) -> None:
            def stopped() -> bool:
                worker.beat()
                return worker.stopping

            verdict = self.verdict(stopped)
            if not worker.stopping:
                hardware.tried(verdict.works, verdict.words)

        return body

    def verdict(self, stopped: Callable[[], bool] = lambda: False) -> Verdict:
        """What works. Whatever a driver does to the other process is a finding, and no fault here."""
        works: dict[str, str] = {}
        faults: dict[str, None] = {}
        try:
            for codec, kinds in self._plan.items():
                for kind in kinds:
                    if stopped() or codec in works:
                        break
                    try:
                        self._child.ask((codec, kind), _PATIENCE_S)
                        works[codec] = kind
                    except NotRunning:
                        break
                    except OmniSightError as error:
                        faults[f"{kind} fails at {codec}: {error.reason.rstrip('.')}"] = None
        finally:
            self._child.stop()
        return Verdict(works, tuple(faults))

    def stop(self) -> None:
        """End it, whatever it does."""
        self._child.stop()


def examiner() -> Callable[[Question], float]:
    """What answers over there: by how much the pictures differ, if they differ little."""
    return lambda question: examine(*question)


def examine(codec: str, kind: str, open_decoder: Callable[[Any, str], Any] = open_on) -> float:
    """Decode a film by hardware and in software; raises where the hardware is not up to it."""
    packets = film(codec)
    software: Any = av.CodecContext.create(codec, "r")
    wanted = _lumas(software, packets)
    try:
        made = _lumas(open_decoder(software, kind), packets)
    except (FFmpegError, OSError, ValueError, RuntimeError) as error:
        words = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise BackendUnavailable(f"{words}.") from error
    if len(made) < len(wanted):
        raise BackendUnavailable(f"Of {len(wanted)} pictures {len(made)} came out.")
    off = max(
        float(np.abs(one.astype(np.int16) - other.astype(np.int16)).mean())
        for one, other in zip(wanted, made, strict=False)
    )
    if off > _DIFFERS:
        raise BackendUnavailable("Its pictures are wrong.")
    return off


def film(codec: str) -> list[Any]:
    """The packets of something that moves."""
    name = _ENCODERS[codec]
    encoder: Any = av.CodecContext.create(name, "w")
    encoder.width, encoder.height, encoder.pix_fmt = _WIDTH, _HEIGHT, "yuv420p"
    encoder.time_base, encoder.framerate = Fraction(1, 25), Fraction(25)
    encoder.options = _QUIET[name]
    packets: list[Any] = []
    slope = np.linspace(0, 200, _WIDTH, dtype=np.uint8)
    for number in range(_PICTURES):
        image = np.broadcast_to(slope[None, :, None], (_HEIGHT, _WIDTH, 3)).copy()
        image[40:200, number * 20 : number * 20 + 120] = 250
        frame = av.VideoFrame.from_ndarray(image, format="bgr24")
        frame.pts = number
        packets += encoder.encode(frame)
    return [*packets, *encoder.encode(None)]


def _lumas(decoder: Any, packets: list[Any]) -> list[np.ndarray[Any, np.dtype[np.uint8]]]:
    frames = [frame for packet in packets for frame in decoder.decode(packet)]
    frames += decoder.decode(None)
    return [DecodedPicture(frame).luma(*_SMALL) for frame in frames]
