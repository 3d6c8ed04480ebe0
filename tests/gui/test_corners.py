"""The border of a picture covers its corners and nothing else, at every density of screens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from omnisight_desktop.gui import theme
from omnisight_desktop.gui.widgets import chip, corners

WIDE, HIGH = 80, 60


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_corners_are_as_what_is_around_and_the_rest_is_the_picture(
    qtbot: QtBot, ratio: float
) -> None:
    image = QImage(round(WIDE * ratio), round(HIGH * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("#404040"))
    painter = QPainter(image)
    corners.paint(painter, QRectF(0, 0, WIDE, HIGH), "#FFFFFF", "#FF0000", 1)
    painter.end()
    right, bottom = image.width() - 1, image.height() - 1
    for x, y in ((0, 0), (right, 0), (0, bottom), (right, bottom)):
        assert image.pixelColor(x, y) == QColor("#FFFFFF")
    for x, y in ((right // 2, 0), (right // 2, bottom), (0, bottom // 2), (right, bottom // 2)):
        assert image.pixelColor(x, y) == QColor("#FF0000")
    assert image.pixelColor(round(8 * ratio), round(8 * ratio)) == QColor("#404040")


def test_a_chip_says_other_words_when_they_change(qtbot: QtBot) -> None:
    seen = []
    for words in ("0:01", "0:02", "0:01"):
        image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
        image.fill(QColor("#404040"))
        painter = QPainter(image)
        width = chip.width_of(painter, words, dot=True)
        place = QRectF(4.4, 4.4, width, chip.HIGH)
        chip.paint(painter, theme.DARK, place, words, QColor(theme.DARK.good))
        painter.end()
        seen.append(image)
    assert seen[0] == seen[2] != seen[1]
