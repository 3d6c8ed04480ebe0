"""The eye looks as often as wished, evenly, whatever the camera's rate."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.pipeline.cadence import Cadence, Pace


@pytest.mark.parametrize("fps", [5, 10, 15, 25, 29.97, 30, 60])
def test_five_looks_a_second_at_any_frame_rate(fps: float) -> None:
    cadence = Cadence(5)
    moments = [i / fps for i in range(int(fps * 20))]
    looks = [m for m in moments if cadence.due(m)]
    assert abs(len(looks) - 100) <= 2
    assert cadence.skipped == len(moments) - len(looks)


def test_a_slow_camera_is_looked_at_every_time() -> None:
    cadence = Cadence(5)
    assert all(cadence.due(second) for second in range(20))


def test_after_a_pause_it_does_not_catch_up() -> None:
    cadence = Cadence(5)
    for i in range(10):
        cadence.due(i / 10)
    looks = [m for m in (100 + i / 30 for i in range(30)) if cadence.due(m)]
    assert len(looks) <= 6


@given(st.lists(st.floats(0, 0.5), min_size=1, max_size=200), st.floats(0.5, 30))
def test_it_never_looks_more_often_than_wished(steps: list[float], rate: float) -> None:
    cadence = Cadence(rate)
    now, looks = 0.0, []
    for step in steps:
        now += step
        if cadence.due(now):
            looks.append(now)
    span = (looks[-1] - looks[0]) if looks else 0.0
    assert len(looks) <= span * rate * 1.1 + 3


def _worked(pace: Pace, share: float, seconds: int, dropped: int = 0) -> None:
    for second in range(seconds):
        for look in range(5):
            pace.looked(share / 5, 1000 + second + look / 5, dropped * second)


def test_an_eye_that_keeps_up_looks_as_often_as_wished() -> None:
    pace = Pace()
    _worked(pace, 0.3, 10)
    assert pace.rate(5, 10, lively=False) == 5
    assert 5 < pace.rate(5, 10, lively=True) < 10


def test_an_eye_that_falls_behind_looks_less_often_but_never_not_at_all() -> None:
    pace = Pace()
    _worked(pace, 1.0, 3)
    few = pace.rate(5, 10, lively=True)
    assert few < 5
    _worked(pace, 1.0, 100)
    assert pace.rate(5, 10, lively=True) == pytest.approx(1)


def test_frames_that_were_replaced_unseen_mean_that_it_is_behind() -> None:
    pace = Pace()
    _worked(pace, 0.7, 5, dropped=3)
    assert pace.rate(5, 10, lively=False) < 5


def test_it_recovers_once_there_is_less_to_do() -> None:
    pace = Pace()
    _worked(pace, 1.0, 20)
    _worked(pace, 0.1, 40)
    assert pace.rate(5, 10, lively=False) == 5


def test_a_camera_that_delivers_in_bursts_slows_nobody_down() -> None:
    pace = Pace()
    _worked(pace, 0.2, 30, dropped=9)
    assert pace.rate(5, 10, lively=False) == 5
