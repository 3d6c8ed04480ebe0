"""Pictures reach the screen as they are, however their rows lie in memory."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from omnisight_desktop.gui.pixels import image_of


@pytest.mark.parametrize("depth", [3, 4])
@pytest.mark.parametrize("padding", [0, 7])
def test_every_pixel_is_where_it_was(padding: int, depth: int) -> None:
    room = np.zeros((5, 4 + padding, depth), np.uint8)
    pixels = room[:, :4]
    pixels[..., :3] = np.arange(60).reshape(5, 4, 3)
    shown = image_of(pixels)
    assert (shown.width(), shown.height()) == (4, 5)
    for y in range(5):
        for x in range(4):
            blue, green, red = (int(value) for value in pixels[y, x, :3])
            assert shown.pixelColor(x, y) == QColor(red, green, blue)
    pixels[4, 3, :3] = (1, 2, 3)  # no copy was made
    assert shown.pixelColor(3, 4) == QColor(3, 2, 1)
