"""MOTChallenge text: what is read, what is said about broken lines, and how gaps are bridged."""

from __future__ import annotations

from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.perception.track.mot import TrackLine, filled, read

GOOD = "1,-1,10,20,30,40,0.9\n"


def test_boxes_are_read_in_the_order_of_frames_with_whatever_columns_follow() -> None:
    text = ["3,-1,1,2,3,4,0.5,-1,-1,-1\n", "\n", " 1 , -1 , 10.5 , 20 , 30 , 40 , 0.9 \r\n"]
    seen = read(text, "det.txt")
    assert seen.frames.tolist() == [1, 3]
    assert seen.boxes.tolist() == [[10.5, 20, 40.5, 60], [1, 2, 4, 6]]
    assert seen.scores.tolist() == pytest.approx([0.9, 0.5])
    assert [(frame, len(found)) for frame, found in seen.by_frame("person")] == [(1, 1), (3, 1)]


def test_a_byte_order_mark_is_no_number() -> None:
    assert len(read(["\ufeff" + GOOD, GOOD], "det.txt")) == 2


@pytest.mark.parametrize("text", [[], ["\n", "  \n"]])
def test_no_line_is_nobody(text: list[str]) -> None:
    assert len(read(text, "det.txt")) == 0


def test_scores_that_nobody_gave_are_sure_and_none_is_more_than_that() -> None:
    assert read(["1,-1,0,0,9,9,-1\n"] * 2, "det.txt").scores.tolist() == [1, 1]
    assert read(["1,-1,0,0,9,9,-1\n", "1,-1,0,0,9,9,37.5\n"], "d").scores.tolist() == [-1, 1]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("1,-1,10,20,30,40", "6 columns where seven"),
        ("1 -1 10 20 30 40 0.9", "1 column where seven"),
        ("1,-1,10,2O,30,40,0.9", "'2O' is not a number"),
        ("1,-1,10,,30,40,0.9", "'' is not a number"),
        ("1,-1,nan,20,30,40,0.9", "not finite"),
        ("1,-1,10,20,inf,40,0.9", "not finite"),
        ("1.5,-1,10,20,30,40,0.9", "'1.5' is not the number of a frame"),
        ("-3,-1,10,20,30,40,0.9", "'-3' is not the number of a frame"),
        ("1e300,-1,10,20,30,40,0.9", "'1e300' is not the number of a frame"),
        ("\x00\x01\x02", "1 column where seven"),
    ],
)
def test_a_broken_line_is_named_with_its_number(line: str, why: str) -> None:
    with pytest.raises(UsageError) as caught:
        read([GOOD, "\n", line + "\n", GOOD], "det.txt")
    assert "det.txt, line 3: " in caught.value.reason
    assert why in caught.value.reason
    assert "frame" in caught.value.fix.lower()


def test_a_broken_line_far_down_is_found_too() -> None:
    lines = [GOOD] * 70_000 + ["oops\n"]
    with pytest.raises(UsageError, match=r"line 70001"):
        read(lines, "det.txt")


@given(st.lists(st.text(max_size=40), max_size=10))
def test_any_text_is_read_or_refused_in_words(lines: list[str]) -> None:
    with suppress(UsageError):
        assert np.isfinite(read(lines, "det.txt").scores).all()


def test_a_line_is_written_as_left_top_width_height() -> None:
    line = str(TrackLine(7, 3, (10.0, 20.0, 40.5, 60.0), 0.87654))
    assert line == "7,3,10.00,20.00,30.50,40.00,0.8765,-1,-1,-1\n"


def line(frame: int, track: int, x: float) -> TrackLine:
    return TrackLine(frame, track, (x, 0, x + 10, 20), 1.0)


def test_gaps_are_bridged_in_a_straight_line_up_to_a_length() -> None:
    seen = [line(1, 1, 0), line(4, 1, 30), line(2, 2, 5), line(9, 2, 5)]
    bridged = filled(seen, 2)
    assert [(one.frame, one.track) for one in bridged] == [
        *[(1, 1), (2, 1), (2, 2), (3, 1), (4, 1)],
        (9, 2),
    ]
    assert [one.box[0] for one in bridged if one.track == 1] == [0, 10, 20, 30]
