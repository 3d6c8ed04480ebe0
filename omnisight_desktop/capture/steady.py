"""A decoder that goes on: by hardware while that is sound, and in software from the moment it is not.

Nothing is lost over it: what came since the last key frame is decoded once more.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

import av
import numpy as np
from av.error import FFmpegError

from omnisight_desktop.capture.decoding import Decoding
from omnisight_desktop.capture.picture import DecodedPicture
from omnisight_desktop.core.errors import BackendUnavailable
from omnisight_desktop.core.frame import Image

log = logging.getLogger(__name__)

_MOST_KEPT = 600  # packets since a key frame; of a longer group the next key frame is waited for
_SILENT_MOST = 100  # packets in a row out of which no picture comes
_DIFFERS = 12.0  # grey levels, in the mean: such a picture is wrong
_SMALL = (64, 36)

_FAULTS = (FFmpegError, BackendUnavailable, RuntimeError, ValueError, OSError)


class SteadyCodec:
    """Decodes the packets of one stream; ``software`` is what does so without hardware."""

    def __init__(self, software: Any, decoding: Decoding | None) -> None:
        self._software = software
        self._decoding = decoding
        self._name = str(software.codec.name) if decoding is not None else ""
        self._hardware: Any = None
        self._group: list[Any] = []  # packets out of which not all pictures came yet
        self._key = (0, 0)  # of the newest key frame: its place in the group, and when it is
        self._lost = False  # the group is too long to be kept
        self._waits = False  # for a key frame
        self._shown: int | None = None  # the newest picture that was handed on
        self._silent = 0
        self._proof: tuple[int, Image] | None = None  # what a picture has to look like
        self._proven = False

    def decode(self, packet: Any, *, only_keys: bool) -> list[av.VideoFrame]:
        """The pictures that are ready after one more packet."""
        key = bool(packet.is_keyframe)
        held: list[av.VideoFrame] = []
        if key:
            self._waits = False
            held = self._choose(packet, only_keys=only_keys)
        if self._waits:
            return held
        if self._hardware is None:
            return held + self._by_software(packet)
        self._keep(packet, key=key)
        try:
            return held + self._by_hardware(packet)
        except _FAULTS as error:
            return held + self._go_on(error)

    def drain(self) -> list[av.VideoFrame]:
        """What the decoder still holds at the end."""
        if self._hardware is None:
            return self._by_software(None)
        try:
            return self._checked(list(self._hardware.decode(None)))
        except _FAULTS as error:
            return [*self._go_on(error), *self._by_software(None)]

    def _by_software(self, packet: Any) -> list[av.VideoFrame]:
        frames = list(self._software.decode(packet))
        return frames if self._shown is None else self._new(frames)

    def _choose(self, packet: Any, *, only_keys: bool) -> list[av.VideoFrame]:
        """At a key frame another may take over; what the one before still holds comes out first."""
        kind = self._decoding.wanted(self._name) if self._decoding is not None else ""
        if (self._hardware is not None) == bool(kind and not only_keys):
            return []
        assert self._decoding is not None
        if self._hardware is not None:  # key frames alone are cheap enough
            held = self.drain()
            self._hardware = None
            self._decoding.began("")
            return held
        self._decoding.began(kind)
        try:
            hardware = self._decoding.hardware.open(self._software, kind)
            held = self._emptied()
            if not self._proven:
                self._proof = self._prove(packet)
        except _FAULTS as error:
            self._give_up(error)
            return []
        self._hardware, self._silent, self._shown = hardware, 0, None
        return held

    def _keep(self, packet: Any, *, key: bool) -> None:
        if key:
            if self._lost:
                self._group, self._lost = [], False
            self._key = (len(self._group), 0 if packet.pts is None else packet.pts)
        self._lost = self._lost or len(self._group) >= _MOST_KEPT
        if self._lost:
            self._group.clear()
        else:
            self._group.append(packet)

    def _by_hardware(self, packet: Any) -> list[av.VideoFrame]:
        frames = self._checked(list(self._hardware.decode(packet)))
        self._silent = 0 if frames else self._silent + 1
        if self._silent > _SILENT_MOST:
            raise BackendUnavailable("no picture comes out")
        if frames:
            self._shown = frames[-1].pts
            place, pts = self._key
            if place and self._shown is not None and self._shown >= pts:
                del self._group[:place]  # all that came before the key frame is out
                self._key = (0, pts)
        return frames

    def _checked(self, frames: list[av.VideoFrame]) -> list[av.VideoFrame]:
        """The first picture is held against what software makes of it."""
        if self._proof is None:
            return frames
        pts, wanted = self._proof
        for frame in frames:
            if frame.pts == pts:
                self._proof, self._proven = None, True
                made = DecodedPicture(frame).luma(*_SMALL)
                if float(np.abs(made.astype(np.int16) - wanted.astype(np.int16)).mean()) > _DIFFERS:
                    raise BackendUnavailable("its pictures are wrong")
        return frames

    def _go_on(self, error: Exception) -> list[av.VideoFrame]:
        """In software from the key frame on; what was handed on already is not handed on again."""
        group, self._hardware, self._proof = self._group, None, None
        self._group, self._key = [], (0, 0)
        self._software.flush_buffers()
        if self._lost:
            self._waits = True
            self._give_up(error)
            return []
        frames: list[av.VideoFrame] = []
        for place, packet in enumerate(group):
            try:
                frames += self._by_software(packet)
            except FFmpegError:
                if place == len(group) - 1:  # software cannot decode it either: it is the stream
                    assert self._decoding is not None
                    self._decoding.began("")
                    return frames
        self._give_up(error)
        return frames

    def _new(self, frames: Sequence[av.VideoFrame]) -> list[av.VideoFrame]:
        """Without what was handed on already."""
        shown = self._shown
        new = [f for f in frames if shown is None or f.pts is None or f.pts > shown]
        if new:
            self._shown = None  # times only grow: from here on all is new
        return new

    def _give_up(self, error: Exception) -> None:
        assert self._decoding is not None
        words = _words(error)
        log.warning("decoding goes on in software: %s failed: %s", self._decoding.kind, words)
        self._decoding.failed(words)

    def _prove(self, packet: Any) -> tuple[int, Image] | None:
        """What software makes of a key frame."""
        frames = [*self._software.decode(packet), *self._emptied()]
        for frame in frames:
            if frame.pts is not None:
                return int(frame.pts), DecodedPicture(frame).luma(*_SMALL)
        return None

    def _emptied(self) -> list[av.VideoFrame]:
        """What the software decoder still holds; it is ready for a key frame afterwards."""
        held = list(self._software.decode(None))
        self._software.flush_buffers()
        return held


def _words(error: Exception) -> str:
    said = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return next(iter(str(said).splitlines()), "").rstrip(".") or type(error).__name__
