"""A screen of its own for a program that is measured, and what stands on it, seen from outside.

Xvfb keeps the screen in a file; it is read as it is, so whoever is measured knows nothing of it.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import NotFound

_PATIENCE_S = 10.0
_HEADER = 4 * 25  # bytes of a file of X's window dumps before the name
_BLACK = 24  # the sum of three colours that still counts as nothing
_SOME = 0.5  # of the screen
_STEP = 2  # every second pixel each way is enough


@dataclass(frozen=True, slots=True)
class Screen:
    """A running X server; ``env`` leads a program to it."""

    env: Mapping[str, str]
    pixels: NDArray[np.uint8]

    def shows_something(self) -> bool:
        """Whether more than half of the screen is no longer black."""
        seen = self.pixels[::_STEP, ::_STEP, :3].sum(axis=2, dtype=np.uint16)
        return float((seen > _BLACK).mean()) > _SOME

    def colours(self) -> int:
        """How many different colours there are: a window has hundreds, a camera's picture thousands."""
        seen = self.pixels[::_STEP, ::_STEP, :3].astype(np.uint32)
        packed = (seen[..., 0] << 16) | (seen[..., 1] << 8) | seen[..., 2]
        return int(np.unique(packed).size)


@contextmanager
def screen(width: int = 1280, height: int = 800) -> Iterator[Screen]:
    """Have one while this lasts."""
    program = shutil.which("Xvfb")
    if program is None:
        raise NotFound(
            "There is no Xvfb here to show a window on.",
            fix="Install it; on Debian and Ubuntu: sudo apt install xvfb",
        )
    with TemporaryDirectory(prefix="omnisight-screen-") as folder:
        reading, writing = os.pipe()
        command = [program, "-displayfd", str(writing), "-fbdir", folder, "-nolisten", "tcp"]
        command += ["-screen", "0", f"{width}x{height}x24"]
        server = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                number = told.readline().strip()
            pixels = _mapped(Path(folder) / "Xvfb_screen0", width, height)
            env = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
            env.pop("WAYLAND_DISPLAY", None)
            yield Screen(env, pixels)
        finally:
            server.terminate()
            server.wait(_PATIENCE_S)


def _mapped(file: Path, width: int, height: int) -> NDArray[np.uint8]:
    with file.open("rb") as stream:
        words = struct.unpack(">25I", stream.read(_HEADER))
    size, line, colours = words[0], words[12], words[19]
    offset = size + colours * 12
    whole = np.memmap(file, np.uint8, "r", offset, (height, line))
    return whole[:, : width * 4].reshape(height, width, 4)
