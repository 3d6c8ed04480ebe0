"""A screen that nobody looks at, and hands on its keyboard."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

TOOLS = ("Xvfb", "xdotool", "ffprobe")
_PATIENCE_S = 60


def need_tools() -> None:
    """Leave the test out where there is no such screen, and say so."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")


@dataclass(frozen=True)
class Screen:
    """An X server of its own."""

    display: str

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs to be shown here, in English."""
        plain = {k: v for k, v in os.environ.items() if not k.startswith(("WAYLAND", "QT_"))}
        return {**plain, "DISPLAY": self.display, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}

    def focus(self, title: str) -> None:
        """Wait for a window of that title, and give it the keyboard."""
        found = self._do("search", "--sync", "--onlyvisible", "--name", title)
        window = found.split()[-1]
        self._do("windowfocus", "--sync", window)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, such as ``ctrl+k``."""
        for key in keys:
            self._do("key", "--clearmodifiers", key)

    def type(self, text: str) -> None:
        """Type a text."""
        self._do("type", "--delay", "1", text)

    def _do(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=_PATIENCE_S,
            check=False,
        )
        assert done.returncode == 0, f"xdotool {' '.join(words)}: {done.stderr}"
        return done.stdout


@contextmanager
def screen(width: int = 1280, height: int = 800) -> Iterator[Screen]:
    """A screen of that size for a while."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24"]
        + ["-nolisten", "tcp"],
        pass_fds=(write,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            number = told.readline().strip()
        assert number, "the X server did not come up"
        yield Screen(f":{number}")
    finally:
        server.terminate()
        server.wait(timeout=_PATIENCE_S)
