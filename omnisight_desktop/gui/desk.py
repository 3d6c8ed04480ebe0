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

    ``go`` brings another panel to the front and shows something there: ``go("review", event_id)``.
    """

    house: House
    live: Live
    ops: Ops
    bridge: Bridge
    memory: QSettings
    say: Callable[[str], None]
    go: Callable[[str, str], None]
