"""How often the eye looks at each camera."""

from __future__ import annotations

_EVERY_S = 1.0
_SLACK_S = 0.001  # 15 frames a second should give exactly 5 looks, not 4
_LEAST = 0.2  # of the wished rate, however far behind the eye is
_BUSY, _CALM = 0.9, 0.6  # shares of the time that looking takes


class Cadence:
    """Lets through as many moments a second as wished, evenly, and counts those it leaves out."""

    def __init__(self, rate_hz: float) -> None:
        self.rate_hz = rate_hz
        self._next_s = self._last_s = float("-inf")
        self.skipped = 0

    @property
    def rest_s(self) -> float:
        """For how long after the moment it was last asked about nothing is due."""
        return max(0.0, self._next_s - self._last_s - _SLACK_S)

    def due(self, at_s: float) -> bool:
        """Whether the eye should look at what was seen at this moment."""
        if at_s < self._last_s:  # the source began anew, and its time with it
            self._next_s = float("-inf")
        self._last_s = at_s
        if at_s < self._next_s - _SLACK_S:
            self.skipped += 1
            return False
        # After a pause the rhythm begins anew instead of catching up.
        period_s = 1.0 / self.rate_hz
        self._next_s = max(self._next_s + period_s, at_s + period_s * 0.5)
        return True


class Pace:
    """What rate the eye can afford: more where something moves, less for all when it falls behind."""

    def __init__(self) -> None:
        self.share = 1.0  # of the wished rates that can be had
        self.busy = 0.0  # of the time, looking took so much
        self._spent_s = 0.0
        self._since_mono = 0.0
        self._dropped = 0

    def looked(self, took_s: float, now_mono: float, dropped: int) -> None:
        """A look took so long; so many frames were replaced unseen since the start."""
        self._spent_s += took_s
        passed_s = now_mono - self._since_mono
        if passed_s < _EVERY_S:
            return
        self.busy = min(1.0, self._spent_s / passed_s)
        # A frame is replaced unseen, too, where a camera delivers several at once.
        behind = self.busy > (_CALM if dropped > self._dropped else _BUSY)
        if behind:
            self.share = max(_LEAST, self.share * 0.8)
        elif self.busy < _CALM:
            self.share = min(1.0, self.share * 1.1)
        self._spent_s, self._since_mono, self._dropped = 0.0, now_mono, dropped

    def rate(self, wished_hz: float, most_hz: float, *, lively: bool) -> float:
        """The rate for a camera at which something moves, or nothing does."""
        if lively and self.share >= 1.0 and self.busy < _CALM:
            # The quicker rate is approached as far as it leaves room.
            room = (_CALM - self.busy) / _CALM
            return wished_hz + (max(most_hz, wished_hz) - wished_hz) * room
        return wished_hz * self.share
