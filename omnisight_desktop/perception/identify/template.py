"""What all the looks at one face say together: the clear ones much, the poor ones next to nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

import numpy as np

from omnisight_desktop.core.face import Vector
from omnisight_desktop.perception.identify.faint import to_unit

_MOST = 12  # looks that are kept; the poorest goes
_LEAST_STRENGTH = 0.05
_STEEP = 3.0  # how much more a clear look weighs
_CLEAR = 1.0  # strength from which on a look shows whose face it is
_ENOUGH = 2  # looks before and after, to tell one face from two


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """One look at a face: its vector of length 1, how good it is, and the small picture of it."""

    vector: Vector
    quality: float
    strength: float  # of the network's vector above nothing
    at: datetime
    picture: bytes = field(default=b"", repr=False)

    @property
    def weight(self) -> float:
        """How much it counts beside others."""
        return float(self.quality * max(_LEAST_STRENGTH, self.strength) ** _STEEP)


class Template:
    """The looks at one face so far."""

    def __init__(self) -> None:
        self.looks: list[Look] = []
        self.seen = 0  # all that came, those that were let go included
        self._first: datetime | None = None
        self._last: datetime | None = None

    def add(self, look: Look) -> None:
        """One more look."""
        self.seen += 1
        self._first = self._first or look.at
        self._last = look.at
        self.looks.append(look)
        if len(self.looks) > _MOST:
            self.looks.remove(min(self.looks, key=lambda one: one.weight))

    def __len__(self) -> int:
        return len(self.looks)

    @property
    def lasted_s(self) -> float:
        """Seconds between the first look and the last."""
        if self._first is None or self._last is None:
            return 0.0
        return (self._last - self._first).total_seconds()

    @property
    def vector(self) -> Vector:
        """All looks as one, by their weight; there must be one."""
        weights = np.asarray([look.weight for look in self.looks], np.float32)
        vectors = np.stack([look.vector for look in self.looks])
        return to_unit((vectors * weights[:, None]).sum(axis=0))

    @property
    def clarity(self) -> float:
        """The strength of the clearest look."""
        return max((look.strength for look in self.looks), default=0.0)

    @property
    def unity(self) -> float:
        """How alike the face before any moment is to the one after it, as a cosine.

        A track that jumped from one person to another shows one face first and then another; what is
        merely seen badly now and then is one face all the time.
        """
        clear = [look for look in self.looks if look.strength >= _CLEAR]
        if len(clear) < 2 * _ENOUGH:
            return 1.0
        weighed = np.stack([look.vector * np.float32(look.weight) for look in clear])
        before = np.cumsum(weighed, axis=0)
        cuts = range(_ENOUGH, len(clear) - _ENOUGH + 1)
        return min(
            float(to_unit(before[cut - 1]) @ to_unit(before[-1] - before[cut - 1])) for cut in cuts
        )

    def best(self) -> list[Look]:
        """The looks, best first."""
        return sorted(self.looks, key=lambda look: -look.weight)
