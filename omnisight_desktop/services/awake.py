"""Keeping this computer from going to sleep while it watches, where its user wants that."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Protocol

from omnisight_desktop.flow.worker import Worker

log = logging.getLogger(__name__)

_ROUND_S = 5.0
_WHY = "OmniSight is watching"

_CONTINUOUS, _SYSTEM = 0x80000000, 0x00000001  # as Windows calls them


class Hold(Protocol):
    """Something that keeps the computer awake until it is let go."""

    def terminate(self) -> None: ...

    def wait(self, timeout: float | None = None) -> int: ...


#: Starts a program that keeps the computer awake as long as it runs; nothing where there is none.
Start = Callable[[Sequence[str]], Hold | None]


class Awake:
    """``wanted`` is asked now and then; what is held is let go at the end, also if we are killed."""

    def __init__(
        self,
        wanted: Callable[[], bool],
        platform: str = sys.platform,
        start: Start | None = None,
    ) -> None:
        self._wanted = wanted
        self._platform = platform
        self._start = start or _start
        self._hold: Hold | None = None
        self._said = False

    def run(self, worker: Worker) -> None:
        """The body of a worker."""
        try:
            self.look()
            while not worker.pause(_ROUND_S):
                worker.beat()
                self.look()
        finally:
            self.let_go()

    def look(self) -> None:
        """Hold, or let go, as is wanted now."""
        wanted = self._wanted()
        if wanted and self._hold is None:
            self._hold = self._start(command(self._platform, os.getpid()))
            if self._hold is None and not self._said:
                self._said = True
                log.warning("nothing here keeps this computer awake")
        elif not wanted:
            self.let_go()

    def let_go(self) -> None:
        """The computer may sleep again."""
        hold, self._hold = self._hold, None
        if hold is not None:
            hold.terminate()
            hold.wait(timeout=5)


def command(platform: str, pid: int) -> list[str]:
    """The program that keeps this system awake for as long as that process lives."""
    if platform == "darwin":
        return ["caffeinate", "-i", "-w", str(pid)]
    if platform == "win32":
        return []
    inhibit = ["systemd-inhibit", "--what=sleep:idle", "--who=OmniSight", f"--why={_WHY}"]
    return [*inhibit, "--mode=block", "tail", f"--pid={pid}", "-f", "/dev/null"]


def _start(command: Sequence[str]) -> Hold | None:
    if not command:
        return _WindowsHold.take()
    if shutil.which(command[0]) is None:
        return None
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet)


class _WindowsHold:
    """Windows keeps awake for a thread that asked for it; the worker's thread is that one."""

    @classmethod
    def take(cls) -> Hold | None:
        return cls() if cls._set(_CONTINUOUS | _SYSTEM) else None

    def terminate(self) -> None:
        self._set(_CONTINUOUS)

    def wait(self, timeout: float | None = None) -> int:  # noqa: ARG002 - as of a process
        return 0

    @staticmethod
    def _set(state: int) -> bool:
        import ctypes

        windows = getattr(ctypes, "windll", None)
        return windows is not None and bool(windows.kernel32.SetThreadExecutionState(state))
