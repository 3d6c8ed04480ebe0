"""Questions that might bring a program down, asked in a process that may die of them."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from omnisight_desktop.core.errors import ChildDied, OmniSightError
from omnisight_desktop.flow.process import Child
from omnisight_desktop.flow.worker import Backoff
from omnisight_desktop.observability.doctor.inside import Question

_INSIDE = "omnisight_desktop.observability.doctor.inside:examine"
_WINDOW = "omnisight_desktop.gui.probe:open_window_system"
_AT_ONCE = Backoff(first_s=0.0)
_PATIENCE_S = 20.0


class Probe:
    """A process that comes with the first question and goes at the end of the ``with``."""

    def __init__(self) -> None:
        self._after = ExitStack()
        self._folder: Path | None = None
        self._child: Child[Question, Any] | None = None

    def __enter__(self) -> Probe:
        return self

    def __exit__(self, *_: object) -> None:
        self._after.close()

    def ask(self, name: str, argument: Any = None) -> Any:
        """The answer; an OmniSightError says in words why there is none."""
        if self._child is None:
            self._child = self._make("The probe", _INSIDE, "inside.log")
        return self._child.ask((name, argument), _PATIENCE_S)

    def window_system(self, platform: str = "", patience_s: float = _PATIENCE_S) -> tuple[str, str]:
        """The window system that Qt comes up with (empty if none), and what it said meanwhile."""
        file = f"window-{platform or 'here'}.log"
        child: Child[str, str] = self._make("The window probe", _WINDOW, file)
        try:
            name = child.ask(platform, patience_s)
        except ChildDied as error:
            return "", self._read(file) or error.reason
        except OmniSightError as error:
            return "", error.reason
        return name, self._read(file)

    def _make(self, name: str, target: str, file: str) -> Child[Any, Any]:
        """A process that writes what it hears into a file of ours."""
        if self._folder is None:
            made = tempfile.TemporaryDirectory(prefix="omnisight-doctor-")
            self._folder = Path(self._after.enter_context(made))
        log = str(self._folder / file)
        child: Child[Any, Any] = Child(name, target, arguments=(log,), backoff=_AT_ONCE, quiet=True)
        self._after.callback(child.stop)
        return child

    def _read(self, file: str) -> str:
        log = (self._folder or Path()) / file
        return log.read_text(encoding="utf-8") if log.exists() else ""
