"""Recordings of a lamp that is carried about, for the small network that finds what is bright."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import numpy as np

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.frame import Image
from tests.fakes.films import film
from tests.fakes.networks import SIDE
from tests.home import NOON, furnished


def lamps(count: int, bright: int = 250) -> list[Image]:
    """A lamp that is carried about."""
    pictures = []
    for number in range(count):
        image = np.full((SIDE, SIDE, 3), 40, np.uint8)
        x, y = number * 5 % 60, number * 7 % 50
        image[y : y + 30, x : x + 30] = bright
        pictures.append(image)
    return pictures


def lamp_clips(folder: Path) -> None:
    """A data folder with two clips of the lamp, an hour apart."""
    with furnished(folder) as house:
        house.keeper.commit(Camera("yard", "Yard", ""))
        for number in range(2):
            path = film(house.paths.media / f"C{number}.mp4", lamps(200))
            start = NOON + timedelta(hours=number)
            end, size = start + timedelta(seconds=20), path.stat().st_size
            house.keeper.commit(Clip(f"C{number}", "yard", path.name, start, end, size))
