"""What every view-model is made from: the house, what it sees live, and the window's own means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSettings

from omnisight_desktop.gui.bridge import Bridge
from omnisight_desktop.gui.ops import Ops
from omnisight_desktop.services.house import House
from omnisight_desktop.services.live import Live


@dataclass(frozen=True, slots=True)
class Desk:
    """One bundle, handed to each view-model when its panel is opened for the first time.

    ``say`` tells something in passing, ``offer`` does so with a verb to answer it:
    ``offer("Rule deleted", "Undo", put_it_back)``. ``go`` brings another panel to the front and
    shows something there: ``go("review", event_id)``.
    """

    house: House
    live: Live
    ops: Ops
    bridge: Bridge
    memory: QSettings
    say: Callable[[str], None]
    go: Callable[[str, str], None]
    offer: Callable[[str, str, Callable[[], object]], None] = lambda words, verb, call: None  # noqa: ARG005
