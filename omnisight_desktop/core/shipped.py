"""Files of the project that are no Python: where they lie in a checkout, an installation, a bundle."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from omnisight_desktop.core.errors import OmniSightError

_DISTRIBUTION = "omnisight-desktop"


def shipped(folder: str, name: str) -> Path:
    """A file that came with the program, such as ``manifest.toml`` of ``models``."""
    for place in _places(folder, name):
        if place.is_file():
            return place
    raise OmniSightError(
        f"The program's own file {folder}/{name} is missing.", fix="Install the program again."
    )


def _places(folder: str, name: str) -> Iterator[Path]:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        yield Path(frozen) / folder / name
    root = Path(__file__).parents[2]
    yield root / folder / name
    for prefix in (root, Path(sys.prefix)):  # the first after 'pip install --target'
        yield prefix / "share" / _DISTRIBUTION / folder / name
    try:
        installed = files(_DISTRIBUTION) or []
    except PackageNotFoundError:
        return
    for file in installed:
        if file.parts[-2:] == (folder, name):
            yield Path(str(file.locate()))
