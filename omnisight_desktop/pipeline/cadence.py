"""How often the eye looks at one camera."""

from __future__ import annotations


class Cadence:
    """Lets through as many moments a second as wished, evenly, and counts those it leaves out."""

    def __init__(self, rate_hz: float) -> None:
        self._period_s = 1.0 / rate_hz
        self._next_s = self._last_s = float("-inf")
        self.skipped = 0

    def due(self, at_s: float) -> bool:
        """Whether the eye should look at what was seen at this moment."""
        if at_s < self._last_s:  # the source began anew, and its time with it
            self._next_s = float("-inf")
        self._last_s = at_s
        # A thousandth of slack: 15 frames a second should give exactly 5 looks, not 4.
        if at_s < self._next_s - 0.001:
            self.skipped += 1
            return False
        # After a pause the rhythm begins anew instead of catching up.
        self._next_s = max(self._next_s + self._period_s, at_s + self._period_s * 0.5)
        return True
