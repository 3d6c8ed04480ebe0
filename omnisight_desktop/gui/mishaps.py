"""Faults that nobody caught: the window goes on, and its user can read what happened."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.dialogs.report import ReportPage
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.tongue import told, tr
from omnisight_desktop.gui.viewmodels.faults import words_of
from omnisight_desktop.gui.window import Window
from omnisight_desktop.observability.crash import Crashes, Report
from omnisight_desktop.services.handout import whole_file

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class Mishaps(QObject):
    """Shows reports. A fault may come from any thread; it is told on the main one."""

    _came = Signal(object)

    def __init__(self, window: Window, look: Look, desk: Desk, crashes: Crashes) -> None:
        super().__init__()
        self._window = window
        self._look = look
        self._desk = desk
        self._crashes = crashes
        self._before: Hook = sys.excepthook
        sys.excepthook = self._fell
        self._came.connect(self._offer, Qt.ConnectionType.QueuedConnection)

    def tell(self, report: Report | None) -> None:
        """Offer a report to be read, if there is one."""
        if report is not None:
            self._came.emit(report)

    def close(self) -> None:
        """Faults go where they went before."""
        sys.excepthook = self._before

    def _fell(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._before(kind, error, trace)
        if not issubclass(kind, KeyboardInterrupt):
            self.tell(self._crashes.fell(kind, error, trace))

    def _offer(self, report: Report) -> None:
        self._desk.offer(told(report.head), tr("Read the report"), lambda: self._show(report))

    def _show(self, report: Report) -> None:
        page = ReportPage(self._window.canvas, self._look, told(report.head), report.text)
        page.save_wanted.connect(self._save)
        page.read()

    def _save(self, text: str, place: str) -> None:
        def write() -> Path:
            target = Path(place)
            with whole_file(target) as part:
                part.write_text(text, "utf-8")
            return target

        self._desk.ops.run(
            write,
            lambda path: self._desk.say(tr("Saved to {path}", path=path)),
            lambda error: self._desk.say(words_of(error)),
        )
