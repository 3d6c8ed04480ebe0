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

    def __enter__(self) -> Probe:
        self._folder = Path(self._after.enter_context(tempfile.TemporaryDirectory("-omnisight")))
        self._child: Child[Question, Any] = Child(
            "The probe",
            _INSIDE,
            arguments=(str(self._folder / "inside.log"),),
            backoff=_AT_ONCE,
            quiet=True,
        )
        self._after.callback(self._child.stop)
        return self

    def __exit__(self, *_: object) -> None:
        self._after.close()

    def ask(self, name: str, argument: Any = None) -> Any:
        """The answer; an OmniSightError says in words why there is none."""
        return self._child.ask((name, argument), _PATIENCE_S)

    def window_system(self, platform: str = "") -> tuple[str, str]:
        """The window system that Qt comes up with (empty if none), and what it said meanwhile."""
        log = self._folder / f"window-{platform or 'here'}.log"
        child: Child[str, str] = Child(
            "The window probe", _WINDOW, arguments=(str(log),), backoff=_AT_ONCE, quiet=True
        )
        try:
            name = child.ask(platform, _PATIENCE_S)
        except ChildDied as error:
            said = log.read_text(encoding="utf-8") if log.exists() else ""
            return "", said or error.reason
        except OmniSightError as error:
            return "", error.reason
        finally:
            child.stop()
        return name, log.read_text(encoding="utf-8") if log.exists() else ""
