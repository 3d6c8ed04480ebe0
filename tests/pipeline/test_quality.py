"""A stream is graded by what usually comes, not by what it claims."""

from __future__ import annotations

import pytest

from omnisight_desktop.core.camera import StreamQuality
from omnisight_desktop.pipeline.quality import Quality


def _graded(missing: float, fps: int = 15, seconds: int = 60) -> StreamQuality:
    quality, owed = Quality(), 0.0
    for index in range(seconds * fps):
        owed += missing if index // fps % 3 == 0 else 0.0  # every third second is a bad one
        if owed >= 1:
            owed -= 1
            continue
        quality.came(1, 100 + index / fps)
    return quality.grade(100 + seconds)


@pytest.mark.parametrize("fps", [1, 2, 5, 15, 30])
def test_an_even_stream_is_good_at_any_rate(fps: int) -> None:
    assert _graded(0.0, fps) is StreamQuality.GOOD


def test_the_more_is_missing_the_worse_it_is() -> None:
    assert _graded(0.3) is StreamQuality.FAIR
    assert _graded(0.99) is StreamQuality.POOR


def test_a_stream_that_has_stopped_grows_poor() -> None:
    quality = Quality()
    for index in range(300):
        quality.came(1, index / 10)
    assert quality.grade(30) is StreamQuality.GOOD
    assert quality.grade(60) is StreamQuality.POOR


def test_a_break_is_remembered_for_five_minutes() -> None:
    quality = Quality()
    quality.broke(0)
    for index in range(4000):
        quality.came(1, index / 10)
    assert quality.grade(250) is StreamQuality.FAIR
    assert quality.grade(400) is StreamQuality.GOOD


def test_nothing_is_said_of_what_has_just_begun() -> None:
    quality = Quality()
    assert quality.grade(0) is StreamQuality.GOOD
    quality.came(1, 10)
    assert quality.grade(11) is StreamQuality.GOOD
