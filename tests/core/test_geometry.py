from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from omnisight_desktop.core.geometry import (
    EMPTY_BOXES,
    Boxes,
    area,
    clip,
    coverage,
    iou,
    normalised,
    pixels,
    suppress,
)

# Eighths are exact in float32, so that the properties hold to the last bit.
_coordinate = st.integers(-8000, 8000).map(lambda eighths: eighths / 8)
_any_box = st.tuples(_coordinate, _coordinate, _coordinate, _coordinate)


@st.composite
def _proper_box(draw: st.DrawFn) -> tuple[float, float, float, float]:
    x, y = draw(_coordinate), draw(_coordinate)
    width, height = draw(st.integers(1, 4000)) / 8, draw(st.integers(1, 4000)) / 8
    return (x, y, x + width, y + height)


def _rows(boxes: list[tuple[float, float, float, float]]) -> Boxes:
    return np.asarray(boxes, np.float32).reshape(-1, 4)


_many = st.lists(_any_box, max_size=8).map(_rows)
_proper = st.lists(_proper_box(), max_size=12).map(_rows)


@given(_many, _many)
def test_iou_is_symmetric_and_between_nothing_and_one(a: Boxes, b: Boxes) -> None:
    overlap = iou(a, b)
    assert overlap.shape == (len(a), len(b))
    assert np.array_equal(overlap, iou(b, a).T)
    assert ((overlap >= 0) & (overlap <= 1)).all()


@given(_proper)
def test_a_box_overlaps_itself_wholly(boxes: Boxes) -> None:
    assert (np.diagonal(iou(boxes, boxes)) == 1).all()
    assert (np.diagonal(coverage(boxes, boxes)) == 1).all()


@given(_proper, _coordinate, _coordinate)
def test_flat_and_inverted_boxes_overlap_nothing(boxes: Boxes, x: float, y: float) -> None:
    degenerate = _rows([(x, y, x, y + 5), (x, y, x + 5, y), (x, y, x, y), (x + 5, y + 5, x, y)])
    assert (area(degenerate) == 0).all()
    assert (iou(boxes, degenerate) == 0).all()
    assert (iou(degenerate, degenerate) == 0).all()
    assert (coverage(degenerate, boxes) == 0).all()


@given(_proper, _proper)
def test_coverage_is_at_least_the_iou_and_at_most_one(a: Boxes, b: Boxes) -> None:
    share = coverage(a, b)
    assert (share <= 1).all()
    assert (share >= iou(a, b) - 1e-6).all()


def test_known_overlaps() -> None:
    a = _rows([(0, 0, 10, 10)])
    b = _rows([(5, 0, 15, 10), (10, 10, 20, 20), (2, 2, 4, 4)])
    assert np.allclose(iou(a, b), [[1 / 3, 0.0, 0.04]])
    assert np.allclose(coverage(b, a), [[0.5], [0.0], [1.0]])


@given(_many, st.integers(1, 4000), st.integers(1, 4000))
def test_clipped_boxes_lie_in_the_picture(boxes: Boxes, width: int, height: int) -> None:
    cut = clip(boxes, width, height)
    assert (cut >= 0).all()
    assert (cut <= [width, height, width, height]).all()
    assert np.array_equal(clip(cut, width, height), cut)


@given(_proper, st.integers(1, 8000), st.integers(1, 8000))
def test_pixels_and_shares_of_the_picture_are_the_same_boxes(
    boxes: Boxes, width: int, height: int
) -> None:
    back = pixels(normalised(boxes, width, height), width, height)
    assert back.dtype == np.float32
    assert np.allclose(back, boxes, rtol=1e-6, atol=1e-3)
    whole = _rows([(0, 0, width, height)])
    assert np.array_equal(normalised(whole, width, height), _rows([(0, 0, 1, 1)]))


def _overlap(a: NDArray[np.float32], b: NDArray[np.float32]) -> float:
    """The definition, box by box, in double precision."""
    width = min(float(a[2]), float(b[2])) - max(float(a[0]), float(b[0]))
    height = min(float(a[3]), float(b[3])) - max(float(a[1]), float(b[1]))
    shared = max(0.0, width) * max(0.0, height)
    both = sum(float((c[2] - c[0]) * (c[3] - c[1])) for c in (a, b))
    return shared / (both - shared)


def _suppressed(boxes: Boxes, scores: list[float], threshold: float) -> list[int]:
    """The textbook's way."""
    left = sorted(range(len(boxes)), key=lambda row: (-scores[row], row))
    kept = []
    while left:
        best, *others = left
        kept.append(best)
        left = [row for row in others if _overlap(boxes[best], boxes[row]) <= threshold]
    return kept


@given(st.data(), st.sampled_from([0.0, 0.301, 0.503, 0.707, 1.0]))
def test_suppress_keeps_what_the_textbook_keeps(data: st.DataObject, threshold: float) -> None:
    near = st.tuples(*(st.integers(0, 12) for _ in range(2)), *(st.integers(13, 20),) * 2)
    boxes = _rows(data.draw(st.lists(near, max_size=15)))
    scores = data.draw(
        st.lists(st.integers(0, 8).map(lambda n: n / 8), min_size=len(boxes), max_size=len(boxes))
    )
    kept = suppress(boxes, np.asarray(scores, np.float32), threshold)
    assert kept.tolist() == _suppressed(boxes, scores, threshold)


def test_nothing_stays_nothing() -> None:
    assert suppress(EMPTY_BOXES, np.zeros(0, np.float32), 0.5).tolist() == []
    assert iou(EMPTY_BOXES, _rows([(0, 0, 1, 1)])).shape == (0, 1)
    assert not EMPTY_BOXES.flags.writeable
