"""Where in a film the moments of a day lie: pauses are closed up, and every one of them is known."""

from __future__ import annotations

from datetime import datetime, timedelta

from omnisight_desktop.pipeline.film.order import Stretch

#: A shorter pause stays as long in the film as it was; files that follow each other have some.
JOINED_S = 1.0


class Timeline:
    """The stretches of a film, as it grows."""

    def __init__(self, card_s: float = 0.0) -> None:
        """``card_s`` is how long a picture is shown that tells of a pause."""
        self._card_s = card_s
        self._begun: list[tuple[float, datetime]] = []
        self._ends: list[datetime] = []
        self.end_s = 0.0

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """What the film shows, in its order."""
        pairs = zip(self._begun, self._ends, strict=True)
        return tuple(Stretch(at_s, start, end) for (at_s, start), end in pairs)

    @property
    def end(self) -> datetime | None:
        """The moment at which the last picture goes; None before the first one."""
        return self._ends[-1] if self._ends else None

    def pauses_before(self, moment: datetime) -> bool:
        """Whether something is missing between what is there and that moment."""
        return self._gap_s(moment) > JOINED_S

    def enter(self, moment: datetime) -> float:
        """Go on with the picture of that moment; the second of the film at which it is shown."""
        if not self._begun or self.pauses_before(moment):
            at_s = self.end_s + (self._card_s if self._begun else 0.0)
            self._begun.append((at_s, moment))
            self._ends.append(moment)
            return at_s
        return self.end_s + max(0.0, self._gap_s(moment))

    def reach(self, end_s: float, moment: datetime) -> None:
        """Pictures are shown up to that second of the film, which is that moment."""
        if self._ends and end_s > self.end_s:
            self.end_s, self._ends[-1] = end_s, moment

    def _gap_s(self, moment: datetime) -> float:
        return (moment - self._ends[-1]) / timedelta(seconds=1) if self._ends else 0.0
