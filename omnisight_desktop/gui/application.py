"""Starts Qt over a wired house and shows the window."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from omnisight_desktop.core.shipped import shipped
from omnisight_desktop.gui import theme
from omnisight_desktop.gui.again import ended_with
from omnisight_desktop.gui.bridge import Bridge
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.ops import Ops
from omnisight_desktop.gui.viewmodels.status import StatusViewModel
from omnisight_desktop.gui.window import Window
from omnisight_desktop.services.house import House
from omnisight_desktop.services.live import Live

_LOOK_MS = 200


def show(
    house: House,
    live: Live,
    on_raise: Callable[[Callable[[], None]], None],
    stop: threading.Event,
    seconds: float | None = None,
) -> int:
    """Run the window until it is closed, ``stop`` is set, or the time is over.

    ``on_raise`` is told how to bring it to the front.
    """
    application = _application()
    tokens = theme.choose(house.settings.interface.theme, system_is_dark=_system_is_dark())
    theme.apply(application, tokens)
    ops = Ops()
    bridge = Bridge(house.bus)
    status = StatusViewModel(house, live)
    memory = QSettings(str(house.paths.root / "window.ini"), QSettings.Format.IniFormat)
    window = Window(Look(tokens), memory)
    window.furnish(Desk(house, live, ops, bridge, memory, window.say, window.go), status)
    window.closed.connect(application.quit)
    bridge.raise_wanted.connect(window.come_forward)
    on_raise(bridge.raise_wanted.emit)
    window.show()
    _leave_when_told(application, stop)
    if seconds is not None:
        QTimer.singleShot(round(seconds * 1000), application.quit)
    code = application.exec()
    status.close()
    bridge.close()
    ops.close()
    return ended_with(int(code))


def _application() -> QApplication:
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication(sys.argv[:1])
    application.setApplicationName("OmniSight")
    application.setApplicationDisplayName("OmniSight")
    application.setWindowIcon(QIcon(str(shipped("resources/icons", "omnisight.svg"))))
    return application


def _system_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def _leave_when_told(application: QApplication, stop: threading.Event) -> None:
    """Ctrl+C and a service manager's word end the window in order, not by force."""
    # Python sees a signal only when it runs; looking now and then lets it.
    pulse = QTimer(application)
    pulse.timeout.connect(lambda: application.quit() if stop.is_set() else None)
    pulse.start(_LOOK_MS)
