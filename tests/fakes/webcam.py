"""A computer with webcams that need no hardware."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from omnisight_desktop.capture.devices import Webcam
from omnisight_desktop.capture.hardware import Computer
from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.frame import Image

START = datetime(2026, 5, 3, 12, tzinfo=UTC)


@dataclass
class FakeDevice:
    """Gives so many pictures, each a thirtieth of a second after the last, and then no more."""

    clock: ManualClock
    pictures: int = 100
    fps: float = 30.0
    silent: int = 0  # so many times nothing comes first
    size_after: dict[int, tuple[int, int]] = field(default_factory=dict)
    size: tuple[int, int] = (320, 180)
    given: int = 0
    closed: bool = False

    def read(self) -> Image | None:
        if self.silent:
            self.silent -= 1
            return None
        if self.given >= self.pictures:
            return None
        self.clock.advance(1 / 30)
        self.size = self.size_after.get(self.given, self.size)
        self.given += 1
        width, height = self.size
        image = np.full((height, width, 3), 60, np.uint8)
        image[: height // 2, : 2 + self.given % (width - 2)] = 200
        return image

    def close(self) -> None:
        self.closed = True


def computer(
    device: FakeDevice | None,
    names: tuple[str, ...] = ("Front Camera", "Back Camera"),
    *,
    platform: str = "linux",
    refusal: OSError | None = None,
    user: str = "",
) -> Computer:
    """A computer that has these webcams and gives that device."""
    there = [Webcam(index, name) for index, name in enumerate(names)]

    def opened(index: int, fps: float) -> FakeDevice | None:
        return device

    def refusal_of(node: Path) -> OSError | None:
        return refusal

    return Computer(platform, lambda: there, opened, refusal_of, lambda node: user)
