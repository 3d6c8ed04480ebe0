"""Who of those in view spoke: the only one whose face was to be seen, and whose mouth moved.

Where mouths cannot be watched a face that is to be seen has to do, and then nobody else may be there
who cannot be ruled out. In doubt it is nobody, and a human is asked.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

import numpy as np

from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.frame import Image
from omnisight_desktop.pipeline.company import Glimpse

log = logging.getLogger(__name__)

_READ_PX = 40.0  # of a face whose mouth can be watched
_LOOKS = 4  # at a mouth, before anything is said of it
_MOST_LOOKS = 24  # of one person; a mouth that moves shows it in those
_MOVES = 0.015  # of the face's length from its most closed to its most open, but for a tenth each
_RESTS = 0.010


class Showing(StrEnum):
    """What is to be seen of somebody while words are spoken."""

    MOVING = "moving"  # the face, and its mouth moves
    RESTING = "resting"  # the face, and its mouth does not
    UNSURE = "unsure"  # the face, and a mouth of which neither can be said
    FACING = "facing"  # the face; of the mouth nothing is known
    HIDDEN = "hidden"  # not the face


class Mouths(Protocol):
    """Tells how far mouths are open, as a share of the face's length."""

    def openings(self, faces: Sequence[Image]) -> tuple[float | None, ...]: ...
    def close(self) -> None: ...


def speaker(there: Sequence[str], faces: Sequence[Glimpse], mouths: Mouths | None) -> str | None:
    """The only one in view who can plausibly have spoken; nobody, if that is not one."""
    return only({track: _showing(track, faces, mouths) for track in there})


def only(shown: dict[str, Showing]) -> str | None:
    """The same, from what is to be seen of each."""

    def those(*kinds: Showing) -> list[str]:
        return [track for track, how in shown.items() if how in kinds]

    moving = those(Showing.MOVING)
    if moving:
        others = those(Showing.FACING, Showing.UNSURE)
        return moving[0] if len(moving) == 1 and not others else None
    facing = those(Showing.FACING)
    others = those(Showing.HIDDEN, Showing.UNSURE)
    return facing[0] if len(facing) == 1 and not others else None


def _showing(track: str, faces: Sequence[Glimpse], mouths: Mouths | None) -> Showing:
    own = [one for one in faces if one.track == track]
    if not own:
        return Showing.HIDDEN
    clear = [one for one in own if one.height_px >= _READ_PX]
    if mouths is None or len(clear) < _LOOKS:
        return Showing.FACING
    some = clear[:: -(-len(clear) // _MOST_LOOKS)]
    try:
        told = mouths.openings([one.face for one in some])
    except OmniSightError as error:
        log.debug("mouths are not watched: %s", error)
        return Showing.FACING
    open_ = [opening for opening in told if opening is not None]
    if len(open_) < _LOOKS:
        return Showing.FACING
    low, high = np.quantile(open_, [0.1, 0.9])
    if high - low >= _MOVES:
        return Showing.MOVING
    return Showing.RESTING if high - low <= _RESTS else Showing.UNSURE
