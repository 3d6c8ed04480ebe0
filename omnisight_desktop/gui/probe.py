"""Whether Qt can show anything here. Runs in a process of its own: Qt ends the one it fails in."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

_GAVE_UP = 3


def open_window_system(log: str) -> Callable[[str], str]:
    """Answers with the window system that Qt comes up with; its complaints go to the log."""

    def hear(kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
        with Path(log).open("a", encoding="utf-8") as file:
            file.write(f"{words}\n")
        if kind == QtMsgType.QtFatalMsg:
            os._exit(_GAVE_UP)  # or Qt would abort, and the system would keep a memory dump

    def come_up(platform: str) -> str:
        qInstallMessageHandler(hear)
        asked = ["-platform", platform] if platform else []
        QGuiApplication(["omnisight", *asked])
        return QGuiApplication.platformName()

    return come_up
