"""The detector is loaded when it is first needed, once, and tried again only now and then."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.errors import ModelMissing
from omnisight_desktop.core.ports.vision import Detector
from omnisight_desktop.perception.detect.hog import HogDetector
from omnisight_desktop.services.live import DetectorChoice

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)


def test_it_is_loaded_once() -> None:
    loaded: list[Detector] = []

    def choose() -> tuple[str, Detector, str]:
        loaded.append(HogDetector(0.5))
        return "hog", loaded[-1], "no weights"

    choice = DetectorChoice(choose, ManualClock(NOON))
    assert choice.load() is choice.load()
    assert len(loaded) == 1
    assert choice.in_use is not None
    assert (choice.in_use.name, choice.in_use.reason) == ("hog", "no weights")


def test_one_that_cannot_be_loaded_is_tried_again_later() -> None:
    tries = 0

    def choose() -> tuple[str, Detector, str]:
        nonlocal tries
        tries += 1
        if tries == 1:
            raise ModelMissing("There are no weights.")
        return "hog", HogDetector(0.5), ""

    clock = ManualClock(NOON)
    choice = DetectorChoice(choose, clock)
    for _ in range(5):
        with pytest.raises(ModelMissing):
            choice.load()
    assert tries == 1
    assert choice.trouble is not None
    clock.advance(31)
    choice.load()
    assert choice.trouble is None
