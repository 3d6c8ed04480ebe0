"""Every theme can be read, with every accent, and dresses the whole application."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from omnisight_desktop.gui import theme


@pytest.mark.parametrize("accent", theme.ACCENTS)
@pytest.mark.parametrize("name", ["dark", "light"])
def test_text_can_be_read_on_every_ground(name: str, accent: str) -> None:
    tokens = theme.choose(name, system_is_dark=False, accent=accent)
    for ground in (tokens.canvas, tokens.surface, tokens.raised):
        for ink in (tokens.text, tokens.muted, tokens.accent):
            assert contrast(ink, ground) >= 4.5, (ink, ground)
    assert contrast(tokens.accent, tokens.accent_ground) >= 4.5


@pytest.mark.parametrize(
    ("name", "system_is_dark", "dark"),
    [
        ("dark", False, True),
        ("light", True, False),
        ("system", True, True),
        ("system", False, False),
    ],
)
def test_a_theme_is_that_of_the_setting_or_of_the_system(
    name: str, system_is_dark: bool, dark: bool
) -> None:
    assert theme.choose(name, system_is_dark=system_is_dark).dark is dark


def test_an_accent_that_nobody_knows_is_the_usual_one() -> None:
    assert theme.choose("dark", system_is_dark=False, accent="mauve") == theme.DARK


def test_the_application_wears_it(qapp: QApplication) -> None:
    theme.apply(qapp, theme.LIGHT)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(theme.LIGHT.canvas)
    assert "$" not in qapp.styleSheet()
    theme.apply(qapp, theme.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(theme.DARK.canvas)


def contrast(ink: str, ground: str) -> float:
    """As the Web Content Accessibility Guidelines reckon it."""
    light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    def linear(value: float) -> float:
        return float(value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4)

    c = QColor(colour)
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF())
