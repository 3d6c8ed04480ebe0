"""Where real weights, footage and ground truth for tests lie, if they are on this machine."""

from __future__ import annotations

import os
from pathlib import Path

_BESIDE = Path(__file__).resolve().parents[2] / "shared"


def material() -> Path | None:
    """The folder named by TEST_MATERIAL, else ``shared`` beside the checkout; None if absent."""
    folder = Path(os.environ.get("TEST_MATERIAL", _BESIDE))
    return folder if folder.is_dir() else None
