"""Who falls and who raises both hands is told; who lies down, sits or stretches is not."""

from __future__ import annotations

import numpy as np
import pytest

from omnisight_desktop.core.gesture import Joint, Pose, Take
from omnisight_desktop.perception.gesture.activities import ACTIVITIES, Activities
from tests.fakes.bodies import joined, moving, waving

STANDS = moving(seconds=2.0, fps=15)


def tilted(degrees: float, seconds: float, start: float = 0.0) -> Take:
    """Somebody turns about their ankles, from one angle to another."""
    still = moving(seconds=seconds, fps=15)
    points = still.points.copy()
    about = points[:, [Joint.LEFT_ANKLE, Joint.RIGHT_ANKLE], :2].mean(axis=1, keepdims=True)
    angles = np.radians(np.linspace(start, degrees, len(points)))
    turn = np.stack([np.cos(angles), -np.sin(angles), np.sin(angles), np.cos(angles)], axis=1)
    turned = np.einsum("fij,fpj->fpi", turn.reshape(-1, 2, 2), points[..., :2] - about)
    points[..., :2] = turned + about
    return Take(points.astype(np.float32), still.times_s)


def told(*takes: Take) -> list[str]:
    whole = joined(*takes)
    watched = Activities(ACTIVITIES)
    found = []
    for points, at_s in zip(whole.points, whole.times_s, strict=True):
        found += watched.see(Pose(points), float(at_s))
    assert all(one.start_s <= one.end_s and len(one.take) for one in found)
    return [one.label for one in found]


def up(share: float) -> tuple[float, float]:
    return 0.5, 1.1 - 2.0 * min(1.0, share * 3)


@pytest.mark.parametrize("way", [85.0, -95.0])
def test_who_falls_and_stays_down_has_fallen_once(way: float) -> None:
    assert told(STANDS, tilted(way, 0.6), tilted(way, 4.0, way)) == ["fall"]


def test_who_lies_down_slowly_has_not_fallen() -> None:
    assert told(STANDS, tilted(88, 4.0), tilted(88, 4.0, 88)) == []


def test_who_gets_up_again_at_once_has_not_fallen() -> None:
    assert told(STANDS, tilted(80, 0.6), tilted(0, 0.5, 80), STANDS) == []


def test_who_bends_down_has_not_fallen() -> None:
    assert told(STANDS, tilted(45, 0.6), tilted(45, 2.0, 45), STANDS) == []


def test_both_hands_up_are_raised_hands_each_time_anew() -> None:
    raised = moving(up, up, seconds=2.0, fps=15)
    assert told(STANDS, raised) == ["raised hands"]
    assert told(STANDS, raised, STANDS, raised) == ["raised hands", "raised hands"]


def test_one_hand_or_a_moment_is_not_enough() -> None:
    assert told(STANDS, moving(up, seconds=3.0, fps=15)) == []
    assert told(STANDS, moving(up, up, seconds=0.6, fps=15), STANDS) == []
    assert told(STANDS, moving(waving, seconds=3.0, fps=15)) == []


def test_who_is_not_watched_for_anything_costs_nothing() -> None:
    watched = Activities(())
    raised = moving(up, up, seconds=2.0, fps=15)
    seen = [watched.see(Pose(p), t) for p, t in zip(raised.points, raised.times_s, strict=True)]
    assert not any(seen)
