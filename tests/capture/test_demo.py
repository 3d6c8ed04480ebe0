"""The demo camera shows real people that a real detector really finds."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
import pytest

from omnisight_desktop.capture import demo
from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.geometry import Boxes, iou
from omnisight_desktop.perception.detect.hog import HogDetector
from omnisight_desktop.perception.detect.motion import MotionGate


@dataclass(frozen=True)
class Look:
    """What was found in one picture, and who stands in it."""

    found: Detections
    truth: Boxes  # those wholly inside
    anybody: Boxes  # those at the edge as well


@pytest.fixture(scope="module")
def lap() -> list[Look]:
    """Half a minute of the demo, looked at five times a second, as the eye does."""
    source, gate, detector = demo.DemoSource(encode=False), MotionGate(), HogDetector(0.5)
    looks = []
    for shot in itertools.islice(source.shots(), 0, int(30 * demo.FPS), 3):
        assert shot.picture is not None
        found = detector.detect(shot.picture, gate.regions(shot.picture))
        truth = demo.truth_at(shot.at_s)
        looks.append(Look(found, truth, demo.truth_at(shot.at_s, partly=True)))
    return looks


def test_each_person_is_found_in_at_least_seven_of_ten_pictures(lap: list[Look]) -> None:
    present = [look for look in lap if len(look.truth)]
    hits = sum(
        int((iou(look.truth, look.found.boxes).max(axis=1, initial=0) > 0.4).sum())
        for look in present
    )
    people = sum(len(look.truth) for look in present)
    assert people > 100
    assert hits / people >= 0.7


def test_nobody_is_seen_where_nobody_is(lap: list[Look]) -> None:
    strays = sum(
        int((iou(look.found.boxes, look.anybody).max(axis=1, initial=0) < 0.2).sum())
        for look in lap
    )
    assert strays / len(lap) < 0.1


def test_an_empty_yard_is_empty_for_the_detector() -> None:
    still = demo._yard().copy()
    from omnisight_desktop.core.frame import ArrayPicture

    whole = np.asarray([[0, 0, demo.WIDTH, demo.HEIGHT]], np.float32)
    assert len(HogDetector(0.5).detect(ArrayPicture(still), whole)) == 0


def test_people_are_as_tall_as_promised() -> None:
    heights = {walk.height_px for walk in demo._WALKS}
    assert min(heights) >= 180
    assert max(heights) <= 240


def test_the_pictures_tell_nothing_but_pixels() -> None:
    shot = next(demo.DemoSource(encode=False).shots())
    assert shot.picture is not None
    assert shot.picture.bgr().shape == (demo.HEIGHT, demo.WIDTH, 3)
    assert shot.packets == ()


def test_it_brings_compressed_packets_that_begin_with_a_key_picture() -> None:
    shots = list(itertools.islice(demo.DemoSource().shots(), 45))
    packets = [packet for shot in shots for packet in shot.packets]
    assert packets[0].is_key
    assert sum(packet.is_key for packet in packets) == 2  # one every two seconds
    assert [round(p.at_s, 3) for p in packets] == sorted(round(p.at_s, 3) for p in packets)
