"""The way into the program that watches: what takes long and needs nobody begins first, beside the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from omnisight_desktop.config.load import has_display
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.observability.doctor.probe import Probe
from omnisight_desktop.services.ahead import fetch

_PATIENCE_S = 90.0  # a busy machine has a window, too


def start(
    paths: Paths,
    settings: Settings,
    *,
    headless: bool = False,
    say: Callable[[str], None],
    **options: Any,
) -> int:
    """Watch, with a window where there can be one."""
    with tried(paths.root, wanted=not headless) as window:
        from omnisight_desktop.app.run import run  # heavy; the trial goes on meanwhile

        return run(paths, settings, headless=headless, say=say, window=window.possible, **options)


@contextmanager
def tried(folder: Path, *, wanted: bool) -> Iterator[WindowTrial]:
    """A trial that has begun, where one is wanted and there is a display at all.

    What the last start of that data folder needed is fetched meanwhile.
    """
    trial = WindowTrial()
    ahead = None
    if wanted and trial.display:
        trial.worker.start()
        ahead = fetch(folder)
    try:
        yield trial
    finally:
        if ahead is not None:
            ahead.stop()
            ahead.join(_PATIENCE_S)
        trial.worker.stop()
        trial.worker.join(_PATIENCE_S)


class WindowTrial:
    """Asks in a child whether Qt can open a window, for Qt ends a program that it cannot serve."""

    def __init__(self) -> None:
        self.display = has_display()
        self.worker = Worker("window trial", self._try)
        self._platform = ""

    def possible(self, say: Callable[[str], None]) -> bool:
        """Whether there can be a window; if not, it is said why. Waits for the answer."""
        if not self.display:
            say("There is no display here, so there is no window; watching goes on without.")
            return False
        self.worker.join(_PATIENCE_S + 10)
        if not self._platform:
            say("The display does not answer, so there is no window; watching goes on without.")
            say("  'omnisight doctor' tells more.")
        return bool(self._platform)

    def _try(self, _worker: Worker) -> None:
        with Probe() as probe:
            self._platform, _ = probe.window_system(patience_s=_PATIENCE_S)
