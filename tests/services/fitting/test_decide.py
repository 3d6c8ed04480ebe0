"""Which detector is taken: the quickest that finds as much, if the machine can keep up with it."""

from __future__ import annotations

import pytest

from omnisight_desktop.services.fitting.decide import Arm, Need, Tried, decide

FULL = Arm("yolo", "onnx", False, 2.0)
LIGHT = Arm("yolo", "onnx", True, 2.0)
SMALL = Arm("nano", "openvino", False, 1.0)


def tried(arm: Arm, look_ms: float, found: float) -> Tried:
    return Tried(arm, look_ms, found)


@pytest.mark.parametrize(
    ("full", "light", "small", "cameras", "best", "why"),
    [
        ((90, 1.0), (50, 0.99), (20, 0.8), 1, LIGHT, "the quickest that does"),
        ((90, 1.0), (50, 0.9), (20, 0.8), 1, FULL, "finds 100%"),
        ((90, 1.0), (50, 0.99), (20, 0.98), 1, SMALL, "20 ms a look"),
        # Four cameras leave 35 ms a look: what finds most in that time is taken.
        ((90, 1.0), (50, 0.99), (20, 0.8), 4, SMALL, "takes 50 ms, for which 4 cameras"),
        ((90, 1.0), (50, 0.99), (40, 0.8), 4, SMALL, "too slow for 4 cameras"),
        ((30, 0.9), (34, 1.0), (20, 0.5), 4, LIGHT, "finds 100%"),
    ],
)
def test_the_choice(
    full: tuple[float, float],
    light: tuple[float, float],
    small: tuple[float, float],
    cameras: int,
    best: Arm,
    why: str,
) -> None:
    arms = [tried(FULL, *full), tried(LIGHT, *light), tried(SMALL, *small)]
    choice = decide(arms, Need(cameras, 5))
    assert choice.best.arm == best
    assert why in choice.why
