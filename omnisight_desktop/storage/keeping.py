"""How far the continuous footage of a camera goes, as a plan has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from omnisight_desktop.storage.shelves import LONG_AGO, Edge


@dataclass(frozen=True, slots=True)
class FootageMark:
    """How far the footage of one camera goes."""

    aged: Edge = LONG_AGO  # by its age
    still_ms: int = LONG_AGO.at_ms  # and what nothing moved in, before this moment
    sized: Edge = LONG_AGO  # and early, for there is too much of this camera
    crowded: Edge = LONG_AGO  # and early, for the disk is too full; only what lies on that

    def bound(self) -> dict[str, Any]:
        """As parameters of the shelf's condition."""
        edge = max(self.aged, self.sized)
        return {
            "footage_ms": edge.at_ms,
            "footage_id": edge.key,
            "footage_still_ms": self.still_ms,
            "footage_crowded_ms": self.crowded.at_ms,
            "footage_crowded_id": self.crowded.key,
            "footage_most_ms": max(edge.at_ms, self.still_ms, self.crowded.at_ms),
        }
