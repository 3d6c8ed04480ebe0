"""Real weights and recordings to test with, where somebody has put them: they are not in git."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_VARIABLE = "OMNISIGHT_TEST_MATERIAL"
_HOUSE = Path(__file__).parents[1]

#: Taken out of the environment at once: the program under test refuses settings that it does not know.
_NAMED = os.environ.pop(_VARIABLE, "")


def material() -> Path | None:
    """The folder that the variable names, or one called ``shared`` beside the checkout."""
    folder = Path(_NAMED) if _NAMED else _HOUSE.parent / "shared"
    return folder.absolute() if folder.is_dir() else None


def need(*parts: str) -> Path:
    """A file or folder of the material; a test that needs it is skipped, with a reason, without it."""
    folder = material()
    if folder is None:
        pytest.skip(f"no test material: there is no folder {_NAMED or _HOUSE.parent / 'shared'}")
    path = folder.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"no test material: {path} is not there")
    return path
