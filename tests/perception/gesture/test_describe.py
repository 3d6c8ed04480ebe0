"""Rows of a body while it moves are those of the whole take, each of them made once."""

from __future__ import annotations

import numpy as np
import pytest

from omnisight_desktop.core.gesture import Take
from omnisight_desktop.perception.gesture.describe import RATE_HZ, Describer
from omnisight_desktop.perception.gesture.everyday import everyday_take
from omnisight_desktop.perception.gesture.features import features_of
from tests.fakes.bodies import circling, hidden, moving, waving


def half_seen() -> Take:
    """Hips come and go, and with them how the trunk is measured."""
    take = moving(circling, waving, seconds=4, fps=RATE_HZ, seed=1)
    points = take.points.copy()
    points[10:25, 23:29, 3] = 0.1
    points[15:17, 11] += 150  # two bad looks
    return Take(points, take.times_s)


@pytest.mark.parametrize(
    "take",
    [
        moving(waving, fps=RATE_HZ),
        hidden(moving(waving, fps=RATE_HZ), 15, 16, 23, 24),
        half_seen(),
        everyday_take(RATE_HZ, 20.0, seed=5),
    ],
    ids=["wave", "hidden", "half seen", "everyday"],
)
def test_pose_by_pose_is_the_same_as_all_at_once(take: Take) -> None:
    describer = Describer()
    told = [describer.next(pose) for pose in take.points]
    assert told[0] is None
    rows = [row for row in told if row is not None]
    # The last pose still waits for the one after it.
    assert np.stack(rows) == pytest.approx(features_of(take)[:-1], abs=1e-5)


def test_a_single_pose_is_headed_nowhere() -> None:
    take = moving(waving).part(20, 21)
    [row] = features_of(take)
    assert np.isfinite(row).all()
    assert not row[-12:].any()
