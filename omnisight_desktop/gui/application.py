"""Starts Qt over a wired house and shows the window."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from omnisight_desktop.core.shipped import shipped
from omnisight_desktop.gui import everywhere
from omnisight_desktop.gui.action import Action
from omnisight_desktop.gui.appearance import Appearance
from omnisight_desktop.gui.bridge import Bridge
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.ops import Ops
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.tray import Tray
from omnisight_desktop.gui.viewmodels.status import StatusViewModel
from omnisight_desktop.gui.viewmodels.watching import Watching
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
    ops, bridge = Ops(), Bridge(house.bus)
    appearance = Appearance(application, house.settings.interface, house.paths, ops)
    status = StatusViewModel(house, live, ops)
    memory = QSettings(str(house.paths.root / "window.ini"), QSettings.Format.IniFormat)
    window = Window(appearance.look, memory)
    desk = Desk(house, live, ops, bridge, memory, window.say, window.go, window.offer)
    watching = Watching(desk)

    def more() -> list[Action]:
        return [
            *everywhere.pauses(watching),
            *everywhere.looks(appearance),
            *everywhere.places(house.paths.root),
        ]

    window.furnish(desk, status, more)
    appearance.language_changed.connect(window.speak_anew)
    appearance.failed.connect(window.say)
    tray = _tray(window, appearance, status, watching)
    window.closed.connect(application.quit)
    bridge.raise_wanted.connect(window.come_forward)
    on_raise(bridge.raise_wanted.emit)
    if not (appearance.interface.start_minimised and tray.there):
        window.show()
    _leave_when_told(application, stop)
    if seconds is not None:
        QTimer.singleShot(round(seconds * 1000), application.quit)
    code = application.exec()
    for part in (tray, status, bridge, appearance, ops):
        part.close()
    return int(code)


def _application() -> QApplication:
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication(sys.argv[:1])
    application.setApplicationName("OmniSight")
    application.setApplicationDisplayName("OmniSight")
    application.setDesktopFileName("omnisight")
    application.setQuitOnLastWindowClosed(False)  # it may wait in the tray
    application.setWindowIcon(QIcon(str(shipped("resources/icons", "omnisight.svg"))))
    return application


def _tray(
    window: Window, appearance: Appearance, status: StatusViewModel, watching: Watching
) -> Tray:
    """The icon beside the clock, which knows how things are."""
    tray = Tray(appearance.look, window.come_forward, window.closed.emit)

    def offer() -> None:
        tray.offer(everywhere.pauses(watching), status.is_paused)

    def lost(camera: str, why: str) -> None:
        words = tr("{camera} is offline. {why}", camera=camera, why=why)
        window.offer(words, tr("Show"), lambda: window.go("live"))

    offer()
    status.paused.connect(lambda _: offer())
    status.changed.connect(lambda: tray.show_state(status.lead.words, status.lead.tone.value))
    status.camera_lost.connect(lost)
    appearance.language_changed.connect(offer)
    window.also_say = tray.tell
    window.waits_in_tray = lambda: appearance.interface.close_to_tray and tray.there
    return tray


def _leave_when_told(application: QApplication, stop: threading.Event) -> None:
    """Ctrl+C and a service manager's word end the window in order, not by force."""
    # Python sees a signal only when it runs; looking now and then lets it.
    pulse = QTimer(application)
    pulse.timeout.connect(lambda: application.quit() if stop.is_set() else None)
    pulse.start(_LOOK_MS)
