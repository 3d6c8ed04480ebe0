"""What a network is shown: crops where they show more for less, else the whole picture."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.geometry import Boxes
from omnisight_desktop.perception.detect.views import View, plan, whole_size, whole_sizes

WIDTH, HEIGHT = 1280, 720
WHOLE, LARGE, CROP = (640, 384), (1280, 736), (320, 320)


def _boxes(*rows: tuple[float, float, float, float]) -> Boxes:
    return np.asarray(rows, np.float32).reshape(-1, 4)


def test_something_small_is_shown_as_large_as_it_is() -> None:
    (view,) = plan(_boxes((600, 300, 640, 400)), WIDTH, HEIGHT, (WHOLE,), CROP)
    assert view.size == CROP
    assert view.scale == 1.0
    assert (view.left, view.top) <= (600, 300)
    assert (view.right, view.bottom) >= (640, 400)


def test_much_movement_is_one_look_at_everything() -> None:
    crowd = _boxes(*((x, 100, x + 60, 300) for x in range(0, 1200, 100)))
    (view,) = plan(crowd, WIDTH, HEIGHT, (WHOLE,), CROP)
    assert (view.left, view.top, view.right, view.bottom) == (0, 0, WIDTH, HEIGHT)
    (large,) = plan(_boxes((100, 20, 900, 700)), WIDTH, HEIGHT, (WHOLE,), CROP)
    assert large.size == WHOLE


def test_neighbours_share_a_view() -> None:
    views = plan(_boxes((600, 300, 640, 400), (660, 310, 700, 400)), WIDTH, HEIGHT, (WHOLE,), CROP)
    assert len(views) == 1


def test_a_network_of_one_size_is_shown_everything() -> None:
    (view,) = plan(_boxes((600, 300, 640, 400)), WIDTH, HEIGHT, ((640, 640),), None)
    assert (view.right, view.bottom, view.size) == (WIDTH, HEIGHT, (640, 640))


def test_a_wide_picture_needs_no_high_canvas() -> None:
    assert whole_size(1280, 720, 640) == (640, 384)
    assert whole_size(1920, 1080, 640) == (640, 384)
    assert whole_size(640, 480, 640) == (640, 480)
    assert whole_size(480, 640, 640) == (480, 640)
    assert whole_size(100, 100, 640) == (640, 640)


@given(
    st.lists(st.tuples(*(st.floats(0, 1) for _ in range(4))), min_size=1, max_size=6),
    st.sampled_from([(1280, 720), (640, 360), (200, 100), (720, 1280)]),
)
def test_every_region_is_looked_at_within_the_picture(
    shares: list[tuple[float, float, float, float]], size: tuple[int, int]
) -> None:
    width, height = size
    rows = [
        (min(a, c) * width, min(b, d) * height, max(a, c) * width, max(b, d) * height)
        for a, b, c, d in shares
    ]
    whole = whole_size(width, height, 640)
    views = plan(_boxes(*rows), width, height, (whole,), CROP)
    assert 1 <= len(views) <= 2
    for view in views:
        assert 0 <= view.left < view.right <= width
        assert 0 <= view.top < view.bottom <= height
    for x1, y1, x2, y2 in rows:
        assert any(
            v.left <= x1 + 1 and v.top <= y1 + 1 and v.right >= x2 - 1 and v.bottom >= y2 - 1
            for v in views
        )


def test_boxes_come_back_to_where_they_were() -> None:
    image: Image = np.zeros((720, 1280, 3), np.uint8)
    image[300:400, 600:640] = 255
    for view in (View(480, 200, 800, 520, CROP), View(0, 0, 1280, 720, WHOLE)):
        canvas: Image = np.zeros((view.size[1], view.size[0], 3), np.uint8)
        view.paint(image, canvas)
        ys, xs = np.nonzero(canvas[..., 0] > 200)
        on_canvas = _boxes((xs.min(), ys.min(), xs.max() + 1, ys.max() + 1))
        (back,) = view.to_picture(on_canvas)
        assert np.abs(back - np.asarray([600, 300, 640, 400])).max() <= 2


def test_half_a_thing_at_the_edge_of_a_view_is_known_as_such() -> None:
    view = View(0, 200, 320, 520, CROP)
    cut = view.cuts(
        _boxes((0, 300, 50, 400), (300, 300, 320, 400), (100, 200, 150, 300)), 1280, 720
    )
    assert cut.tolist() == [False, True, True]  # the left edge is the picture's own


def test_small_things_in_a_crowd_are_shown_on_a_larger_canvas() -> None:
    crowd = _boxes(*((x, 100, x + 60, 300) for x in range(0, 1200, 100)))
    for smallest, size in (
        (None, WHOLE),
        (200.0, WHOLE),
        (112.0, WHOLE),
        (80.0, LARGE),
        (1.0, LARGE),
    ):
        (view,) = plan(crowd, WIDTH, HEIGHT, (WHOLE, LARGE), CROP, smallest)
        assert view.size == size


def test_crops_are_taken_while_they_cost_less_than_all_of_it_would() -> None:
    apart = _boxes(*((x, 100, x + 20, 140) for x in (40, 450, 850, 1200)))
    assert len(plan(apart, WIDTH, HEIGHT, (WHOLE, LARGE), CROP, 40.0)) == 4
    assert [v.size for v in plan(apart, WIDTH, HEIGHT, (WHOLE, LARGE), CROP, 200.0)] == [WHOLE]


def test_a_whole_picture_is_never_enlarged() -> None:
    assert whole_sizes(1280, 720, 640, 2.0) == ((640, 384), (960, 544), (1280, 736))
    assert whole_sizes(1280, 720, 640, 1.0) == ((640, 384),)
    assert whole_sizes(800, 600, 640, 4.0) == ((640, 480),)
    assert whole_sizes(320, 240, 640, 2.0) == ((640, 480),)
