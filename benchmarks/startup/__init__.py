"""How long people wait: from the start of the process to the window, and to the demo's first picture.

``python -m benchmarks.startup [--quick] [--json]``. The screen is looked at from outside. The limit is the
same Python opening an empty window. Cold means that the system was asked to forget every file of the
program and its libraries; what other programs use just now it keeps. Both run with their byte code, as
whatever is installed does.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.machine import machine
from benchmarks.measure import Row, row
from benchmarks.screen import Screen, screen
from benchmarks.startup.cold import forget

_ROOT = Path(__file__).parents[2]
_WINDOW_S, _PICTURE_S = 2.0, 5.0
_PATIENCE_S = 60.0
_LOOK_S = 0.01
_NO_BYTE_CODE = "PYTHONDONTWRITEBYTECODE"
_COLOURS = 3000  # from here on it is a camera's picture
_BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.setStyleSheet("background: #F6F7F9")
window.resize(1280, 800)
window.show()
application.exec()
"""


@dataclass(frozen=True, slots=True)
class Wait:
    """Seconds from the start of the process."""

    window_s: float
    picture_s: float | None = None


def rows(quick: bool) -> list[Row]:
    """Everything that is measured here."""
    with TemporaryDirectory(prefix="omnisight-bench-") as folder, screen() as seen:
        data = Path(folder) / "data"
        _ours(seen, data)  # makes the database, as the first start of all does
        warm, bare, cold, bare_cold = [], [], [], []
        for _ in range(3 if quick else 9):
            warm.append(_ours(seen, data))
            bare.append(_bare(seen))
        left_mb = 0.0
        for _ in range(1 if quick else 5):
            left_mb = max(left_mb, forget())
            cold.append(_ours(seen, data))
            forget()
            bare_cold.append(_bare(seen))
    note = f"cold: {left_mb:.0f} MB of libraries stayed in memory, for others use them"
    return [
        *machine(),
        row(note, None),
        *_told("warm", warm, bare),
        *_told("cold", cold, bare_cold),
    ]


def _told(how: str, ours: list[Wait], bare: list[Wait]) -> Iterator[Row]:
    limit_s = median(one.window_s for one in bare)
    pictures = [one.picture_s for one in ours if one.picture_s is not None]
    for what, waits, goal_s in (
        ("to the window", [one.window_s for one in ours], _WINDOW_S),
        ("to the demo's first picture", pictures, _PICTURE_S),
    ):
        middle_s = median(waits)
        yield row(
            f"{what}, {how} ({len(waits)} starts, {min(waits):.2f} to {max(waits):.2f})",
            middle_s,
            limit=limit_s,
            ratio=middle_s / limit_s,
            unit="s",
            goal=f"< {goal_s:g}",
            met=middle_s < goal_s,
        )


def _ours(seen: Screen, data: Path) -> Wait:
    command = ["-m", "omnisight_desktop", "--data", str(data), "--set", "interface.theme=light"]
    command += ["run", "--source", "demo:"]
    with _started(seen, command) as since:
        window_s = since(seen.shows_something)
        return Wait(window_s, since(lambda: seen.colours() > _COLOURS))


def _bare(seen: Screen) -> Wait:
    with _started(seen, ["-c", _BARE]) as since:
        return Wait(since(seen.shows_something))


@contextmanager
def _started(seen: Screen, arguments: list[str]) -> Iterator[Callable[[Callable[[], bool]], float]]:
    """A program on the screen; what is given waits until something is so, and says after how long."""
    _until(lambda: not seen.shows_something(), time.perf_counter())  # the one before is gone
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=_ROOT,
        env={name: told for name, told in seen.env.items() if name != _NO_BYTE_CODE},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield lambda so: _until(so, began, process)
    finally:
        process.terminate()
        process.wait(_PATIENCE_S)


def _until(
    so: Callable[[], bool], began: float, process: subprocess.Popen[bytes] | None = None
) -> float:
    while not so():
        if process is not None and process.poll() is not None:
            raise RuntimeError(f"the program ended with {process.returncode}")
        if time.perf_counter() - began > _PATIENCE_S:
            raise RuntimeError(f"nothing came within {_PATIENCE_S:g} s (load {os.getloadavg()})")
        time.sleep(_LOOK_S)
    return time.perf_counter() - began
