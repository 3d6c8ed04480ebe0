"""Times run on evenly, whatever a camera says of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.capture.course import Course, Moment, Origin

FRAME_S = 0.1


def placed(times: list[float | None], origin: Origin | None = None) -> list[float]:
    course = Course(origin or Origin(), FRAME_S)
    return [round(course.place(at, at).at_s, 3) for at in times]


def test_seconds_count_from_the_first_packet() -> None:
    assert placed([1000.0, 1000.1, 1000.25]) == [0.0, 0.1, 0.25]


@pytest.mark.parametrize("after", [0.0, 5000.0, -90.0], ids=["restart", "far ahead", "back"])
def test_a_jump_goes_on_one_frame_later(after: float) -> None:
    times: list[float | None] = [100.0, 100.1, 100.2, after, after + 0.1]
    assert placed(times) == [0.0, 0.1, 0.2, 0.3, 0.4]


def test_a_pause_stays_a_pause() -> None:
    assert placed([0.0, 0.1, 9.0, 9.1]) == [0.0, 0.1, 9.0, 9.1]


def test_a_recording_that_knows_its_length_may_pause_for_long() -> None:
    assert placed([0.0, 0.1, 60.0], Origin(believed_s=61.0)) == [0.0, 0.1, 60.0]
    assert placed([0.0, 0.1, 60.0], Origin(believed_s=50.0)) == [0.0, 0.1, 0.2]


def test_what_does_not_say_when_it_is_comes_one_frame_later() -> None:
    assert placed([None, None, None]) == [0.0, 0.1, 0.2]
    assert placed([5.0, None, 5.2]) == [0.0, 0.1, 0.2]


def test_pictures_sent_out_of_their_order_keep_both_times() -> None:
    course = Course(Origin(), FRAME_S)
    told = [(10.0, 9.8), (10.3, 9.9), (10.1, 10.0), (10.2, 10.1)]
    moments = [course.place(pts, dts) for pts, dts in told]
    assert [round(m.at_s, 3) for m in moments] == [0.0, 0.3, 0.1, 0.2]
    assert [round(m.decode_at_s, 3) for m in moments] == [-0.2, -0.1, 0.0, 0.1]


def test_sound_takes_over_the_jump_of_its_picture() -> None:
    origin = Origin()
    video, sound = Course(origin, 0.1), Course(origin, 0.02)
    video.place(100.0, 100.0)
    sound.place(100.0, 100.0)
    jumped = video.place(7.0, 7.0)
    follows = sound.place(7.02, 7.02)
    assert jumped.at_s == pytest.approx(0.1)
    assert follows.at_s == pytest.approx(jumped.at_s + 0.02)


_TIMES = st.none() | st.floats(-1e5, 1e5, allow_nan=False)


@given(st.lists(st.tuples(_TIMES, _TIMES), max_size=60))
def test_nothing_is_ever_decoded_before_what_came_earlier(
    told: list[tuple[float | None, float | None]],
) -> None:
    course = Course(Origin(), FRAME_S)
    moments: list[Moment] = [course.place(pts, dts) for pts, dts in told]
    for earlier, later in zip(moments, moments[1:], strict=False):
        assert later.decode_at_s > earlier.decode_at_s
    assert all(m.at_s >= m.decode_at_s for m in moments)
