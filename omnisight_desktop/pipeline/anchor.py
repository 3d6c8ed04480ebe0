"""Where a live stream lies in the time of day, although its own clock runs as it likes."""

from __future__ import annotations

from datetime import datetime, timedelta

from omnisight_desktop.core.clock import Clock

_WINDOW_S = 5.0


class Anchor:
    """Places the seconds of a stream in the time of day.

    Nothing arrives before it happened, so what came with the least delay in the last seconds tells
    best where the stream began. That follows a camera's clock that drifts, jumps or stands, and our
    own when it is set, and is not misled by a network that delivers in bursts.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._zero: datetime | None = None
        self._least: datetime | None = None
        self._window_from_mono = 0.0

    def learn(self, at_s: float) -> None:
        """Something of that second has just arrived."""
        zero = self._clock.now() - timedelta(seconds=at_s)
        if self._zero is None or zero < self._zero:
            self._begin_window(zero)
            return
        self._least = zero if self._least is None else min(self._least, zero)
        if self._clock.mono() - self._window_from_mono > _WINDOW_S:
            self._begin_window(self._least)

    def place(self, at_s: float) -> datetime:
        """The time of day of a second of the stream."""
        return (self._zero or self._clock.now()) + timedelta(seconds=at_s)

    def _begin_window(self, zero: datetime) -> None:
        self._zero, self._least = zero, None
        self._window_from_mono = self._clock.mono()
