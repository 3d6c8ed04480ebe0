"""The times of a source's streams, made to run on evenly whatever the source itself says of them.

Cameras restart their clocks, wrap their counters, leave times out and step back. What is built on
the times (clips, gaps, tracks) wants seconds from the first packet that only grow.
"""

from __future__ import annotations

from dataclasses import dataclass

_LONGEST_STEP_S = 10.0  # a longer silence would have broken the stream off
_SLIP_S = 0.25  # going back by less is late delivery, or two streams that are brought together
_LEAST_S = 0.001  # two packets are never decoded at one moment, or no file could hold both


@dataclass(slots=True)
class Origin:
    """Where all streams of one source begin, and by how much the newest jump was put right.

    Seconds up to ``believed_s`` are taken as they are told: a recording whose length is known may
    well hold pauses.
    """

    zero_s: float | None = None
    shift_s: float = 0.0
    believed_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Moment:
    """When a packet is shown and when it is decoded, in seconds from the start of the source."""

    at_s: float
    decode_at_s: float


class Course:
    """The times of one stream.

    A jump back, or far ahead, is put right so that it goes on one frame later. Streams of one
    source jump together, so one that follows takes over the shift of the first: sound stays with
    its picture.
    """

    def __init__(self, origin: Origin, frame_s: float) -> None:
        self._origin = origin
        self._frame_s = frame_s
        self._shift_s = origin.shift_s
        self._last_s: float | None = None
        self._raw_s: float | None = None

    def place(self, pts_s: float | None, dts_s: float | None) -> Moment:
        """Where the next packet lies; what it tells of its times may be missing."""
        told_s = self._guessed(pts_s) if dts_s is None else dts_s
        if told_s is None:
            decode_s = 0.0 if self._last_s is None else self._last_s + self._frame_s
            self._last_s = decode_s
            return Moment(decode_s, decode_s)
        if self._origin.zero_s is None:
            self._origin.zero_s = told_s if pts_s is None else pts_s
        self._raw_s = told_s
        decode_s = self._smooth(told_s - self._origin.zero_s)
        shown_s = told_s if pts_s is None else pts_s
        at_s = shown_s - self._origin.zero_s + self._shift_s
        self._last_s = decode_s
        return Moment(max(at_s, decode_s), decode_s)

    def _guessed(self, pts_s: float | None) -> float | None:
        """When a packet is decoded of which only is known when it is shown."""
        if pts_s is None or self._raw_s is None or pts_s < self._raw_s - _SLIP_S:
            return pts_s
        return min(pts_s, self._raw_s + self._frame_s)

    def _smooth(self, raw_s: float) -> float:
        last_s = self._last_s
        if last_s is None:
            return raw_s + self._shift_s
        if not self._follows(raw_s + self._shift_s, last_s):
            if not self._follows(raw_s + self._origin.shift_s, last_s):
                self._origin.shift_s = last_s + self._frame_s - raw_s
            self._shift_s = self._origin.shift_s
        return max(raw_s + self._shift_s, last_s + _LEAST_S)

    def _follows(self, next_s: float, last_s: float) -> bool:
        longest_s = max(_LONGEST_STEP_S, 5 * self._frame_s)
        believed = next_s <= self._origin.believed_s
        return last_s - _SLIP_S <= next_s and (believed or next_s <= last_s + longest_s)
