"""How somebody moved during a gesture, to be drawn over what was recorded of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.gesture import EventPoses

#: 33 joints: where each is as 0..1 of the picture, and how surely it is seen.
Body = NDArray[np.float32]

_EDGE_S = 0.1  # about as long as one look lasts


@dataclass(frozen=True, slots=True, eq=False)
class Moved:
    """One performance: when its joints were where."""

    times_s: NDArray[np.float64]  # since 1970
    joints: NDArray[np.float32]  # pictures x 33 x 3

    def at(self, at_s: float) -> Body | None:
        """The body at a moment; nothing before and after the movement, and where nobody was seen."""
        times_s = self.times_s
        if not len(times_s) or not times_s[0] - _EDGE_S <= at_s <= times_s[-1] + _EDGE_S:
            return None
        after = int(np.clip(np.searchsorted(times_s, at_s), 1, max(1, len(times_s) - 1)))
        before, after = after - 1, min(after, len(times_s) - 1)
        span_s = float(times_s[after] - times_s[before])
        share = float(np.clip((at_s - times_s[before]) / span_s, 0, 1)) if span_s > 0 else 0.0
        one, other = self.joints[before], self.joints[after]
        if not np.isfinite(one).all() or not np.isfinite(other).all():
            body = other if share > 0.5 else one
            return body if np.isfinite(body).all() else None
        return np.asarray(one + (other - one) * share, np.float32)


def moved(poses: EventPoses) -> Moved | None:
    """What was kept of a gesture, as it lies over pictures of any size; none of old ones, of whose
    pictures nobody knows the size."""
    if poses.size is None:
        return None
    joints = np.array(poses.take.points[..., [0, 1, 3]], np.float32)
    joints[..., :2] /= np.asarray(poses.size, np.float32)
    return Moved(poses.start.timestamp() + np.asarray(poses.take.times_s), joints)
