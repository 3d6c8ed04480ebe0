"""That a rule was set off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from omnisight_desktop.rules.trigger import What


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule was set off: what happened, when that was sure, and since when it was so.

    ``place`` is the zone or line, empty for the whole picture; ``count`` is how many are in the zone,
    or how often the line was crossed that way since counting began. Nobody in particular is the
    ``track`` of a hit about nobody.
    """

    rule: str
    camera: str
    at: datetime
    what: What
    place: str
    since: datetime
    track: str | None = None
    label: str | None = None
    count: int = 1
    gesture: str = ""  # which one, if one was made


@dataclass(frozen=True, slots=True)
class Counted:
    """How often a line was crossed each way."""

    inward: int = 0
    outward: int = 0
