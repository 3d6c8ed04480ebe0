"""Who somebody is carries on where no face is seen: by figure and clothes, for as long as those stay the
same, and from camera to camera within the time that people take between them.

It belongs to the eye and is shared by its cameras. Nobody is named by it who might be somebody else.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np

from omnisight_desktop.core.face import Vector
from omnisight_desktop.perception.identify.body import BodyReader
from omnisight_desktop.perception.identify.faint import to_unit
from omnisight_desktop.pipeline.handover import Handovers

#: Strangers who look alike come to 0.79 in our recordings, the same person seldom below 0.80.
_SAME = 0.8
_MARGIN = 0.08  # by which the first must lead whoever is next, known or not
_LOOKS = 12  # of one person that are kept
_OTHERS = 64  # of people without a name, who might be the next
LOOKS_TO_CARRY = 3


@dataclass(frozen=True, slots=True)
class Carried:
    """Who it is by figure and clothes, and how alike they are."""

    person: str
    likeness: float


@dataclass(slots=True, eq=False)
class _Known:
    """Where somebody was last, and how they looked there."""

    camera: str
    at: datetime
    story: str | None = None
    looks: deque[Vector] = field(default_factory=lambda: deque(maxlen=_LOOKS))


class Carrying:
    """What all cameras of one eye know of each other's people."""

    def __init__(
        self, reader: Callable[[], BodyReader | None], handovers: Handovers | None = None
    ) -> None:
        self.reader = reader
        self.handovers = handovers or Handovers()
        self._known: dict[str, _Known] = {}
        self._others: deque[tuple[str, Vector]] = deque(maxlen=_OTHERS)

    def __len__(self) -> int:
        return len(self._known)

    def came(self, person: str, camera: str, since: datetime, *, sure: bool) -> str | None:
        """Somebody was recognised: the story they were in at another camera, if they come from there.

        Whoever is surely recognised at both teaches how long that takes.
        """
        known = self._known.get(person)
        if known is None or known.camera == camera:
            return None
        gap_s = (since - known.at).total_seconds()
        follows = abs(gap_s) <= self.handovers.within_s(known.camera, camera)
        if sure:
            self.handovers.learn(known.camera, camera, abs(gap_s))
        return known.story if follows else None

    def note(self, person: str, camera: str, at: datetime, story: str | None) -> None:
        """Somebody is at a camera now."""
        known = self._known.setdefault(person, _Known(camera, at))
        known.camera, known.at, known.story = camera, at, story

    def see(self, person: str, look: Vector) -> None:
        """How somebody looks who was recognised by their face."""
        known = self._known.get(person)
        if known is not None:
            known.looks.append(look)

    def forget(self, person: str) -> None:
        """Nothing is known of them any more."""
        self._known.pop(person, None)

    def overlook(self, track: str, looks: Sequence[Vector]) -> None:
        """Somebody without a name looks like that; they might be taken for somebody."""
        self._others.extend((track, look) for look in looks[:2])

    def who(
        self, track: str, looks: Sequence[Vector], camera: str, at: datetime, taken: frozenset[str]
    ) -> Carried | None:
        """Who it can only be; ``taken`` are those who stand elsewhere just now."""
        if len(looks) < LOOKS_TO_CARRY:
            return None
        probe = to_unit(np.stack(looks).mean(axis=0))
        ranked = sorted(self._ranked(probe), key=lambda one: -one.likeness)
        if not ranked or ranked[0].likeness < _SAME:
            return None
        first = ranked[0]
        rest = [one.likeness for one in ranked[1:]]
        rest += [float(look @ probe) for other, look in self._others if other != track]
        if first.likeness - max(rest, default=-1.0) < _MARGIN:
            return None
        known = self._known[first.person]
        gap_s = abs((at - known.at).total_seconds())
        late = gap_s > self.handovers.within_s(known.camera, camera)
        return None if late or first.person in taken else first

    def _ranked(self, probe: Vector) -> list[Carried]:
        """Everybody whose figure is known: those who cannot have come count as well, against the first."""
        return [
            Carried(person, float((np.stack(list(known.looks)) @ probe).max()))
            for person, known in self._known.items()
            if known.looks
        ]
