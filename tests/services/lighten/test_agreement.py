"""What two networks make of the same pictures is compared box by box."""

from __future__ import annotations

import numpy as np
import pytest

from omnisight_desktop.core.detection import Detections
from omnisight_desktop.services.lighten.agreement import Agreement

NAMES = ("person", "car")
Row = tuple[float, float, str]  # where it begins, how certain, what


def found(*rows: Row) -> Detections:
    boxes = [[x, 0.0, x + 10, 20.0] for x, _, _ in rows]
    return Detections(
        np.asarray(boxes, np.float32).reshape(-1, 4),
        np.asarray([score for _, score, _ in rows], np.float32),
        np.asarray([NAMES.index(name) for _, _, name in rows], np.int32),
        NAMES,
    )


@pytest.mark.parametrize(
    ("full", "light", "share"),
    [
        ([(0, 0.9, "person")], [(0, 0.9, "person")], 1.0),
        ([(0, 0.9, "person")], [(1, 0.6, "person")], 1.0),
        ([(0, 0.9, "person")], [(8, 0.9, "person")], 0.0),  # another place: one lost, one invented
        ([(0, 0.9, "person")], [(0, 0.9, "car")], 0.0),
        ([(0, 0.9, "person")], [], 0.0),
        ([], [(0, 0.9, "person")], 0.0),
        ([(0, 0.51, "person")], [(0, 0.45, "person")], 1.0),  # just below the line is not lost
        ([(0, 0.9, "person")], [(0, 0.3, "person")], 0.0),
        ([(0, 0.45, "person")], [(0, 0.52, "person")], 1.0),  # nor just above it invented
        ([(0, 0.9, "person"), (30, 0.9, "person")], [(0, 0.9, "person")], 0.5),
        ([(0, 0.9, "person")], [(0, 0.9, "person"), (1, 0.8, "person")], 0.5),  # one thing twice
        ([], [], 1.0),
    ],
)
def test_the_share_of_what_both_find(full: list[Row], light: list[Row], share: float) -> None:
    agreement = Agreement(0.5)
    agreement.add(found(*full), found(*light))
    assert agreement.share == pytest.approx(share)


def test_only_what_is_looked_for_counts() -> None:
    people, everything = Agreement(0.5, ("person",)), Agreement(0.5)
    for one in (people, everything):
        one.add(
            found((0, 0.9, "person"), (50, 0.9, "car")), found((0, 0.8, "person"), (90, 0.9, "car"))
        )
    assert (people.share, people.boxes) == (1.0, 1)
    assert people.shift == pytest.approx(-0.1)
    assert everything.share == pytest.approx(1 / 3)


def test_labels_are_compared_by_their_words() -> None:
    other = Detections.of("car", [[0, 0, 10, 20]], [0.9])  # its only word, so number 0
    agreement = Agreement(0.5)
    agreement.add(found((0, 0.9, "car")), other)
    assert agreement.share == 1.0
    assert agreement.overlap == pytest.approx(1.0)
