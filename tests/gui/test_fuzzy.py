"""A few letters find what is meant."""

from __future__ import annotations

import pytest

from omnisight_desktop.gui.fuzzy import match

WORDS = [
    "Go to Live",
    "Go to Review",
    "Theme: dark",
    "Theme: light",
    "Pause for an hour",
    "Pause for 15 minutes",
    "Save a snapshot",
]


def best(wanted: str) -> str:
    fits = {words: fit.score for words in WORDS if (fit := match(wanted, words))}
    return max(fits, key=lambda words: fits[words])


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [
        ("rev", "Go to Review"),
        ("gtl", "Go to Live"),
        ("dark th", "Theme: dark"),
        ("pah", "Pause for an hour"),
        ("p15", "Pause for 15 minutes"),
        ("snap", "Save a snapshot"),
    ],
)
def test_the_best_fit_is_what_is_meant(wanted: str, meant: str) -> None:
    assert best(wanted) == meant


def test_letters_that_fold_into_two_keep_their_place() -> None:
    fit = match("straße", "Die Straße")
    assert fit is not None
    assert fit.places == (4, 5, 6, 7, 8, 9)


def test_letters_in_another_order_are_something_else() -> None:
    assert match("krad", "Theme: dark") is None


def test_nothing_fits_everything() -> None:
    fit = match("", "Theme: dark")
    assert fit is not None
    assert fit.places == ()


def test_the_letters_that_fit_are_told() -> None:
    fit = match("dark", "Theme: dark")
    assert fit is not None
    assert "".join("Theme: dark"[at] for at in fit.places) == "dark"
