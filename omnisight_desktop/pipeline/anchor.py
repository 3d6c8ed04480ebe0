"""Where a live stream lies in the time of day, although its own clock runs as it likes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from omnisight_desktop.core.clock import Clock

_WINDOW_S = 5.0
_SET = timedelta(milliseconds=20)  # the clocks are never read at quite the same moment


@dataclass(frozen=True, slots=True)
class Moment:
    """A second of a stream: in the time of day, in our own seconds, and in those of the stream."""

    at: datetime
    mono: float
    stream_s: float

    def after_s(self, other: Moment) -> float:
        """How much later it is, though any one of the three may have been set meanwhile."""
        day_s = (self.at - other.at).total_seconds()
        # Our own seconds stand while the computer sleeps; then the other two agree on how long.
        return max(self.mono - other.mono, min(self.stream_s - other.stream_s, day_s))


class Anchor:
    """Places the seconds of a stream in the time of day.

    Nothing arrives before it happened, so what came with the least delay in the last seconds tells
    best where the stream began. That follows a camera's clock that drifts, jumps or stands, and is
    not misled by a network that delivers in bursts. Our own time of day may be set meanwhile: what
    has passed is told by seconds that only grow.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._zero_mono: float | None = None  # where the stream began
        self._least_mono: float | None = None
        self._window_from_mono = 0.0
        self._day = self._day_now()  # the time of day when our own seconds began

    def learn(self, at_s: float) -> None:
        """Something of that second has just arrived."""
        day = self._day_now()
        if abs(day - self._day) > _SET:
            self._day = day
        now_mono = self._clock.mono()
        zero_mono = now_mono - at_s
        if self._zero_mono is None or zero_mono < self._zero_mono:
            self._begin_window(zero_mono, now_mono)
            return
        least_mono = self._least_mono
        self._least_mono = zero_mono if least_mono is None else min(least_mono, zero_mono)
        if now_mono - self._window_from_mono > _WINDOW_S:
            self._begin_window(self._least_mono, now_mono)

    def place(self, at_s: float) -> datetime:
        """The time of day of a second of the stream."""
        return self._day + timedelta(seconds=self._place_mono(at_s))

    def moment(self, at_s: float) -> Moment:
        """The same, together with what is needed to tell how long it is after another."""
        return Moment(self.place(at_s), self._place_mono(at_s), at_s)

    def _place_mono(self, at_s: float) -> float:
        zero_mono = self._zero_mono
        return (self._clock.mono() if zero_mono is None else zero_mono) + at_s

    def _begin_window(self, zero_mono: float, now_mono: float) -> None:
        self._zero_mono, self._least_mono = zero_mono, None
        self._window_from_mono = now_mono

    def _day_now(self) -> datetime:
        return self._clock.now() - timedelta(seconds=self._clock.mono())
