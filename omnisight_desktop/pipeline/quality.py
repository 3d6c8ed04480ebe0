"""How good a stream is: whether its pictures come as evenly as they should."""

from __future__ import annotations

from collections import deque
from statistics import median

from omnisight_desktop.core.camera import StreamQuality

_WINDOW_S = 60
_FEW = 5  # seconds; less tells nothing
_GOOD, _FAIR = 0.95, 0.75


class Quality:
    """Counts a stream's pictures second by second over the last minute.

    What comes is compared with what usually comes, not with the rate that the stream claims: many
    claim anything.
    """

    def __init__(self) -> None:
        self._seconds: deque[tuple[int, int]] = deque()
        self._breaks: deque[float] = deque()

    def came(self, pictures: int, at_mono: float) -> None:
        """So many pictures came."""
        second = int(at_mono)
        if self._seconds and self._seconds[-1][0] == second:
            self._seconds[-1] = (second, self._seconds[-1][1] + pictures)
        else:
            self._seconds.append((second, pictures))
        while self._seconds[0][0] < second - _WINDOW_S:
            self._seconds.popleft()

    def broke(self, at_mono: float) -> None:
        """The stream broke off."""
        self._breaks.append(at_mono)
        self._seconds.clear()

    def grade(self, at_mono: float) -> StreamQuality:
        """How good it has been in the last minute; breaks are remembered for five."""
        while self._breaks and self._breaks[0] < at_mono - 5 * _WINDOW_S:
            self._breaks.popleft()
        share = self._share(at_mono)
        if share >= _GOOD and not self._breaks:
            return StreamQuality.GOOD
        if share >= _FAIR and len(self._breaks) < 3:
            return StreamQuality.FAIR
        return StreamQuality.POOR

    def fps(self, at_mono: float) -> float:
        """Pictures a second, of the last few whole seconds."""
        whole = [s for s in list(self._seconds) if int(at_mono) - _FEW <= s[0] < int(at_mono)]
        return sum(count for _, count in whole) / (int(at_mono) - whole[0][0]) if whole else 0.0

    def _share(self, at_mono: float) -> float:
        """How many of the pictures came that usually come."""
        whole = [s for s in list(self._seconds)[1:] if s[0] < int(at_mono)]  # none is cut off
        if not whole or int(at_mono) - whole[0][0] < _FEW:
            return 1.0
        usual = median(count for _, count in whole)
        came = sum(min(count, usual) for _, count in whole)
        return came / (usual * (int(at_mono) - whole[0][0]))
