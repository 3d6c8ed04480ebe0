"""Points that tremble are calmed, and those that move are not held back."""

from __future__ import annotations

import numpy as np

from omnisight_desktop.core.gesture import Take
from omnisight_desktop.perception.pose.smooth import OneEuro, smoothed
from tests.fakes.bodies import moving, waving


def test_a_body_that_stands_trembles_less() -> None:
    still = moving(seconds=4.0, seed=3)
    calm = smoothed(still)
    tremble = np.diff(still.points[30:, 16, :2], axis=0).std()
    assert np.diff(calm.points[30:, 16, :2], axis=0).std() < 0.6 * tremble


def test_a_hand_that_is_quick_keeps_its_way() -> None:
    wave = moving(waving, seed=4)
    calm = smoothed(wave)
    reach = np.ptp(wave.points[:, 16, :2], axis=0)
    assert (np.ptp(calm.points[:, 16, :2], axis=0) > 0.85 * reach).all()
    assert np.array_equal(calm.points[..., 3], wave.points[..., 3])


def test_after_a_gap_nothing_is_dragged_along() -> None:
    wave = moving(waving, seed=5)
    filter_ = OneEuro()
    filter_.smooth(wave.points[0], 0.0)
    assert np.array_equal(filter_.smooth(wave.points[30], 5.0), wave.points[30])
    assert np.array_equal(filter_.smooth(wave.points[31], 1.0), wave.points[31])


def test_missing_poses_stay_missing() -> None:
    wave = moving(waving, seed=6)
    points = wave.points.copy()
    points[10:14] = np.nan
    calm = smoothed(Take(points, wave.times_s))
    assert np.isnan(calm.points[10:14]).all()
    assert np.isfinite(calm.points[14:]).all()
