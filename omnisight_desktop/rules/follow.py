"""One track as the rules know it: where it surely is, and what it has already set off."""

from __future__ import annotations

from dataclasses import dataclass, field

from omnisight_desktop.core.geometry import Boxes
from omnisight_desktop.core.gesture import Made
from omnisight_desktop.core.identity import Identity
from omnisight_desktop.core.kinds import kind_of
from omnisight_desktop.rules.place import Box, apart
from omnisight_desktop.rules.reading import as_stored
from omnisight_desktop.rules.settled import Passage, Stay
from omnisight_desktop.rules.trigger import What

NEVER = 1 << 62  # milliseconds
_SAME_SPOT = 1.0  # sizes; who is lost and who is found so near are one


@dataclass(slots=True, eq=False)
class Spot:
    """Where it was: a row of many boxes, so that none has to be taken out before it is asked for."""

    boxes: Boxes
    row: int

    def in_heights(self, aspect: float) -> Box:
        """The box, whatever the resolution."""
        x1, y1, x2, y2 = as_stored(self.boxes[self.row : self.row + 1])[0].tolist()
        return x1 * aspect, y1, x2 * aspect, y2


@dataclass(slots=True, eq=False)
class Follow:
    """What is known of one track. ``calm`` is the reading which, seen again before ``due_ms``,
    changes nothing."""

    id: str
    label: str
    stays: list[Stay]
    passages: list[Passage]
    first: Spot
    first_ms: int
    last: Spot
    seen_ms: int
    believed: bool = False
    known: bool = False  # it was already believed when last seen
    identity: Identity | None = None  # who it is, once that is known
    calm: bytes = b""
    due_ms: int = 0
    #: Rules that it has set off by staying, until it leaves.
    loitered: set[tuple[str, int]] = field(default_factory=set)

    def may_be(self, lost: Follow, aspect: float) -> bool:
        """Whether somebody who was lost before this one came is this one, under another id."""
        return (
            lost is not self
            and lost.known
            and lost.seen_ms < self.first_ms
            and kind_of(lost.label) == kind_of(self.label)
            and apart(lost.last.in_heights(aspect), self.first.in_heights(aspect)) <= _SAME_SPOT
        )

    def take_over(self, lost: Follow) -> None:
        """It is the same one: where that was and what that set off is its own."""
        for stay, other in zip(self.stays, lost.stays, strict=True):
            stay.inside, stay.since_ms = other.inside, other.since_ms
            stay.been_in |= other.been_in
            stay.been_out |= other.been_out
            stay.seen = 0
        self.identity = self.identity or lost.identity
        self.loitered, lost.loitered = lost.loitered, set()
        lost.stays = [Stay() for _ in lost.stays]
        lost.calm = b""


@dataclass(frozen=True, slots=True)
class Happening:
    """What one track did, rule or no rule. ``since_ms`` is when it was first seen to."""

    what: What
    place: int  # the number of the zone or the line
    follow: Follow
    since_ms: int
    unseen: bool = False  # it appeared in the zone, or vanished from it
    made: Made | None = None  # the gesture, if that is what they did
