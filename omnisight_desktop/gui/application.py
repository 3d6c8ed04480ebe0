"""Starts Qt over a wired house and shows the window."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from omnisight_desktop.core.shipped import shipped
from omnisight_desktop.flow.heap import Broom
from omnisight_desktop.gui import everywhere
from omnisight_desktop.gui.action import Action
from omnisight_desktop.gui.again import ended_with
from omnisight_desktop.gui.appearance import Appearance
from omnisight_desktop.gui.bridge import Bridge
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.greeting import Greeting, is_first
from omnisight_desktop.gui.mishaps import Mishaps
from omnisight_desktop.gui.ops import Ops
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.tray import Tray
from omnisight_desktop.gui.viewmodels.status import StatusViewModel
from omnisight_desktop.gui.viewmodels.watching import Watching
from omnisight_desktop.gui.window import Window
from omnisight_desktop.notify.desktop import show_on_desktop
from omnisight_desktop.observability.crash import Crashes, Report
from omnisight_desktop.services.ahead import note
from omnisight_desktop.services.house import House
from omnisight_desktop.services.live import Live

_LOOK_MS = 200


def show(  # noqa: PLR0913 - each is a choice of its own
    house: House,
    live: Live,
    on_raise: Callable[[Callable[[], None]], None],
    stop: threading.Event,
    seconds: float | None = None,
    *,
    first: bool = False,
    crashes: Crashes | None = None,
    last: Report | None = None,
) -> int:
    """Run the window until it is closed, ``stop`` is set, or the time is over.

    ``on_raise`` is told how to bring it to the front. ``first`` shows the first steps to somebody
    who has not been here before, ``last`` is what is known of a run that did not end well.
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
            Action(
                "welcome",
                tr("Take the first steps again"),
                lambda: greeting.begin(),
                "Ctrl+F1",
                "help",
            ),
            *everywhere.pauses(watching),
            *everywhere.armings(watching),
            *everywhere.looks(appearance),
            *everywhere.places(house.paths.root),
        ]

    window.furnish(desk, status, more)
    appearance.language_changed.connect(window.speak_anew)
    appearance.failed.connect(window.say)
    tray = _tray(window, appearance, status, watching)
    window.also_say = lambda words, call: say_outside(tray, ops, words, call)
    window.closed.connect(application.quit)
    bridge.raise_wanted.connect(window.come_forward)
    on_raise(bridge.raise_wanted.emit)
    greeting = Greeting(window, desk, appearance)
    if first and is_first(house, memory):
        greeting.begin()
    mishaps = Mishaps(window, appearance.look, desk, crashes or Crashes(house.paths, house.clock))
    mishaps.tell(last)
    if not (appearance.interface.start_minimised and tray.there):
        window.show()
    _leave_when_told(application, stop)
    _keep_clean(application)
    root = house.paths.root
    QTimer.singleShot(0, lambda: ops.run(lambda: note(root), lambda _: None, lambda _: None))
    if seconds is not None:
        QTimer.singleShot(round(seconds * 1000), application.quit)
    code = application.exec()
    for part in (mishaps, greeting, tray, status, bridge, appearance, ops):
        part.close()
    return ended_with(int(code))


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
        actions = [*everywhere.pauses(watching), *everywhere.armings(watching)]
        tray.offer(actions, status.is_possible)

    def lost(camera: str, why: str) -> None:
        if status.is_silent:
            return  # the status line says it all the same
        words = tr("{camera} is offline. {why}", camera=camera, why=why)
        window.offer(words, tr("Show"), lambda: window.go("live"))

    offer()
    status.paused.connect(lambda _: offer())
    status.armed.connect(lambda _: offer())
    status.changed.connect(lambda: tray.show_state(status.lead.words, status.lead.tone.value))
    status.camera_lost.connect(lost)
    appearance.language_changed.connect(offer)
    window.waits_in_tray = lambda: appearance.interface.close_to_tray and tray.there
    return tray


def say_outside(tray: Tray, ops: Ops, words: str, call: Callable[[], object] | None) -> None:
    """Through the icon beside the clock; a desktop without such a place has notifications too."""
    if tray.there:
        tray.tell(words, call)
    elif sys.platform.startswith("linux"):
        # Nobody there to show it: the window says it anyway.
        ops.run(lambda: show_on_desktop(words), lambda _: None, lambda _: None)


def _keep_clean(application: QApplication) -> None:
    """Circles are swept up here and nowhere else: Python would do it on whatever thread it happens to
    be, and widgets that end on another than the main one take the program along."""
    gc.disable()
    broom = Broom()
    broom.settle()
    now_and_then = QTimer(application)
    now_and_then.timeout.connect(broom.sweep)
    now_and_then.start(round(broom.every_s * 1000))


def _leave_when_told(application: QApplication, stop: threading.Event) -> None:
    """Ctrl+C and a service manager's word end the window in order, not by force."""
    # Python sees a signal only when it runs; looking now and then lets it.
    pulse = QTimer(application)
    pulse.timeout.connect(lambda: application.quit() if stop.is_set() else None)
    pulse.start(_LOOK_MS)
