"""Where the recordings, weights and truths lie that are measured with; they are not in git."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from omnisight_desktop.core.errors import NotFound

_VARIABLE = "OMNISIGHT_TEST_MATERIAL"
_HOUSE = Path(__file__).parents[1]


@cache
def _folder() -> Path:
    # Taken out of the environment, for the program under test refuses what it does not know.
    named = os.environ.pop(_VARIABLE, "")
    return Path(named) if named else _HOUSE.parent / "shared"


def material(*parts: str) -> Path:
    """A file or folder in the folder that the variable names, or in ``shared`` beside the checkout."""
    path = _folder().joinpath(*parts)
    if not path.exists():
        raise NotFound(
            f"There is nothing to measure with: {path} is missing.",
            fix=f"Let {_VARIABLE} name the folder with models, footage and truth.",
        )
    return path
