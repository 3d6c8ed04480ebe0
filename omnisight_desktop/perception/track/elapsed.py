"""How much time lies between pictures, whatever their clocks say."""

from __future__ import annotations

from datetime import datetime, timedelta


class Elapsed:
    """A time of its own that only goes forward; ``jump_s`` is a step back that means another clock."""

    def __init__(self, jump_s: float) -> None:
        self._jump = timedelta(seconds=jump_s)
        self._at: datetime | None = None
        self.now_s = 0.0
        self.before_s = 0.0  # the time of the picture before
        self.last_step_s = 0.0

    @property
    def at(self) -> datetime:
        """When the newest picture was taken."""
        if self._at is None:
            raise RuntimeError("no picture has come yet")
        return self._at

    def step(self, at: datetime) -> float:
        """Seconds since the picture before; nothing for one that comes late or twice."""
        if self._at is None or self._at - at > self._jump:
            self._at = at
        step_s = max(0.0, (at - self._at).total_seconds())
        self._at = max(self._at, at)
        self.before_s, self.last_step_s = self.now_s, step_s
        self.now_s += step_s
        return step_s

    def moment(self, second: float) -> datetime:
        """The moment that a second of this time was."""
        return self.at - timedelta(seconds=self.now_s - second)
