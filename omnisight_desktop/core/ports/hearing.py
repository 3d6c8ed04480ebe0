"""What the house asks of whatever listens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Loud:
    """It became loud. ``end`` is open while it lasts; the newest record of a start counts.

    Full scale, 0 dBFS, is the loudest that the microphone can tell.
    """

    start: datetime
    end: datetime | None
    peak_dbfs: float
    above_db: float  # by how much the loudest part rose above what is usual there
