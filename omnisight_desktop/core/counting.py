"""How often lines were crossed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class LineCount:
    """How often somebody went over a line each way in one hour, as far as one watch counted it.

    Another watch over the same hour, such as after a restart, counts under an id of its own.
    """

    id: str
    camera: str
    rule: str
    line: str
    hour: datetime  # when the hour began
    inward: int = 0
    outward: int = 0
