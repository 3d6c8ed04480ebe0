"""What is known when something broke: a report in plain text, on this computer and nowhere else."""

from __future__ import annotations

import faulthandler
import logging
import platform
import traceback
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from omnisight_desktop import __version__
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.redaction import redact
from omnisight_desktop.observability.logs import FILE_NAME

log = logging.getLogger(__name__)

_TRACE = "running.trace"
_KEPT = 10
_LINES = 120
_TAIL_BYTES = 64_000

_FELL = "Something went wrong in the window; it goes on."
_DIED = "OmniSight stopped in the middle of its work the last time."
_KILLED = (
    "OmniSight was not closed in order the last time: it was killed, or the computer went off."
)


@dataclass(frozen=True, slots=True)
class Report:
    """One report: what happened in a sentence, and all that is known, without secrets."""

    path: Path
    head: str
    text: str


class Crashes:
    """The reports of one installation, beside its diary. ``begin`` and ``end`` frame a run."""

    def __init__(self, paths: Paths, clock: Clock) -> None:
        self._folder = paths.logs
        self._clock = clock
        self._trace: TextIO | None = None
        self._told: set[str] = set()

    def begin(self, *, untidy: bool) -> Report | None:
        """From now on a fall leaves its trace; what the run before left, if it did not end well."""
        found = self._left_over()
        last = None
        if found:
            last = self._write(_DIED, found)
        elif untidy:
            last = self._write(_KILLED, "")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._trace = (self._folder / _TRACE).open("w", encoding="utf-8")
            faulthandler.enable(self._trace)
        except OSError as error:
            log.warning("no trace can be left: %s", error)
        return last

    def end(self) -> None:
        """All came to its end in order: nothing is left."""
        trace, self._trace = self._trace, None
        if trace is not None:
            faulthandler.disable()
            trace.close()
            with suppress(OSError):
                (self._folder / _TRACE).unlink()

    def fell(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> Report | None:
        """A fault that nobody caught; none where the same was told already."""
        lines = traceback.format_exception(kind, error, trace)
        where = "".join(lines[:-1])
        if where in self._told:
            return None
        self._told.add(where)
        return self._write(_FELL, "".join(lines))

    def _left_over(self) -> str:
        try:
            return (self._folder / _TRACE).read_text("utf-8", "replace").strip()
        except OSError:
            return ""

    def _write(self, head: str, trace: str) -> Report | None:
        now = self._clock.now()
        text = redact(_told(head, trace, now, self._tail()))
        path = self._folder / f"report-{now.astimezone():%Y-%m-%d-%H%M%S}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            for old in sorted(self._folder.glob("report-*.txt"))[:-_KEPT]:
                old.unlink(missing_ok=True)
        except OSError as error:
            log.warning("the report cannot be kept: %s", error)
        return Report(path, head, text)

    def _tail(self) -> Sequence[str]:
        """The end of the diary."""
        try:
            with (self._folder / FILE_NAME).open("rb") as file:
                file.seek(0, 2)
                file.seek(max(0, file.tell() - _TAIL_BYTES))
                lines = file.read().decode("utf-8", "replace").splitlines()
        except OSError:
            return ()
        return lines[-_LINES:]


def _told(head: str, trace: str, now: datetime, diary: Sequence[str]) -> str:
    parts = [
        f"OmniSight {__version__}, {now.astimezone():%Y-%m-%d %H:%M:%S %z}",
        f"Python {platform.python_version()}, {platform.platform()}",
        "",
        head,
    ]
    if trace:
        parts += ["", trace.rstrip()]
    if diary:
        parts += ["", "The end of the diary:", *diary]
    return "\n".join(parts) + "\n"
