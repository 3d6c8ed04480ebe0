"""How far everybody is in a sequence: of many ways to have come so far, the newest is the best."""

from __future__ import annotations

_MOST = 256  # who are on their way, before those who are too late are forgotten


class Chains:
    """One sequence of so many steps, from the first to the last within so many milliseconds."""

    def __init__(self, steps: int, within_ms: int) -> None:
        self._steps = steps
        self._within_ms = within_ms
        self._began: dict[str, list[int | None]] = {}

    def __len__(self) -> int:
        return len(self._began)

    def step(self, who: str, number: int, at_ms: int) -> int | None:
        """Somebody did that step; when they began, if it was the last one."""
        if number == 0:
            if who not in self._began:
                self._forget(at_ms)
                self._began[who] = [None] * self._steps
            self._began[who][0] = at_ms
            return None
        chain = self._began.get(who)
        began_ms = chain[number - 1] if chain else None
        if chain is None or began_ms is None or at_ms - began_ms > self._within_ms:
            return None
        if number < self._steps - 1:
            chain[number] = began_ms
            return None
        del self._began[who]
        return began_ms

    def rename(self, before: str, after: str) -> None:
        """The same one goes on under another id."""
        if before in self._began:
            self._began[after] = self._began.pop(before)

    def _forget(self, now_ms: int) -> None:
        if len(self._began) < _MOST:
            return
        for who, chain in list(self._began.items()):
            if all(began is None or now_ms - began > self._within_ms for began in chain):
                del self._began[who]
        while len(self._began) >= _MOST:
            del self._began[next(iter(self._began))]
