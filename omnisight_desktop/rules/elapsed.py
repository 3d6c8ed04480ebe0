"""Seconds that have passed, told from times of day that somebody may set back."""

from __future__ import annotations

from datetime import datetime


class Elapsed:
    """Only ever grows: a clock that is set back costs no time, and what was running goes on."""

    def __init__(self) -> None:
        self._at: datetime | None = None
        self._s = 0.0

    def read(self, at: datetime) -> float:
        """The seconds up to this moment."""
        if self._at is not None:
            self._s += max(0.0, (at - self._at).total_seconds())
        self._at = at
        return self._s
