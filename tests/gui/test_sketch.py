"""What is drawn is a plain value; every step can be taken back."""

from __future__ import annotations

import pytest

from omnisight_desktop.gui.viewmodels.sketch import (
    History,
    Kind,
    Shape,
    Sketch,
    masks_of,
    middles,
    moved,
    point_added,
    point_moved,
    point_removed,
    sketch_of,
    trouble_of,
    turned,
)
from omnisight_desktop.rules.drawn import Line, Zone

SQUARE = ((0.2, 0.2), (0.6, 0.2), (0.6, 0.6), (0.2, 0.6))
ZONE = Shape(Kind.ZONE, "Lawn", SQUARE)
LINE = Shape(Kind.LINE, "Gate", ((0.1, 0.5), (0.9, 0.5)))


def test_a_point_stays_in_the_picture() -> None:
    assert point_moved(ZONE, 1, (1.4, -0.2)).points[1] == (1.0, 0.0)


def test_a_shape_that_is_pushed_against_the_edge_keeps_its_form() -> None:
    pushed = moved(ZONE, (0.9, 0.1))
    assert pushed.points[0] == pytest.approx((0.6, 0.3))
    assert pushed.points[2] == pytest.approx((1.0, 0.7))


def test_points_are_added_in_the_middle_of_a_side_and_taken_away_again() -> None:
    assert middles(ZONE)[3] == pytest.approx((0.2, 0.4))  # from the last corner to the first
    assert len(middles(LINE)) == 1
    more = point_added(ZONE, 0, (0.4, 0.1))
    assert more.points[:3] == ((0.2, 0.2), (0.4, 0.1), (0.6, 0.2))
    assert point_removed(more, 1) == ZONE
    assert point_removed(LINE, 0) is None  # or it would be no line


def test_a_line_that_is_turned_is_gone_into_from_its_other_side() -> None:
    assert turned(LINE).points == ((0.9, 0.5), (0.1, 0.5))


@pytest.mark.parametrize(
    ("shape", "said"),
    [
        (Shape(Kind.ZONE, "", SQUARE), "no name"),
        (Shape(Kind.ZONE, "Bow", ((0, 0), (1, 1), (1, 0), (0, 0.5))), "crosses itself"),
        (Shape(Kind.MASK, "", ((0, 0), (1, 1), (1, 0), (0, 0.5))), "crosses itself"),
        (Shape(Kind.MASK, "", ((0, 0), (0.5, 0), (1, 0))), "next to nothing"),
        (ZONE, "'Lawn' is there twice"),
    ],
)
def test_what_cannot_be_kept_is_said_with_its_shape(shape: Shape, said: str) -> None:
    found = trouble_of(Sketch((ZONE, shape)))
    assert found is not None
    assert found[0] == 1
    assert said in found[1]


def test_a_zone_and_a_line_may_share_a_name_and_masks_need_none() -> None:
    mask = Shape(Kind.MASK, "", SQUARE)
    gate = Shape(Kind.ZONE, "Gate", SQUARE)
    assert trouble_of(Sketch((gate, LINE, mask, mask))) is None


def test_what_was_saved_can_be_drawn_on_and_remembers_its_name() -> None:
    sketch = sketch_of([Zone("Lawn", SQUARE)], [Line("Gate", LINE.points)], [SQUARE])
    assert [(s.kind, s.name, s.was) for s in sketch.shapes] == [
        (Kind.ZONE, "Lawn", "Lawn"),
        (Kind.LINE, "Gate", "Gate"),
        (Kind.MASK, "", ""),
    ]
    assert masks_of(sketch) == (SQUARE,)
    assert sketch.free_name(Kind.ZONE, "Lawn") == "Lawn 1"


def test_steps_are_taken_back_and_done_again_and_a_drag_is_one_step() -> None:
    history = History(Sketch())
    history.take(Sketch((ZONE,)))
    for x in (0.25, 0.3, 0.35):
        history.take(Sketch((point_moved(ZONE, 0, (x, 0.2)),)), "drag")
    dragged = history.now
    assert history.undo() == Sketch((ZONE,))
    assert history.undo() == Sketch()
    assert not history.can_undo
    history.redo()
    assert history.redo() == dragged
    history.undo()
    history.take(Sketch((LINE,)))
    assert not history.can_redo
