"""What a panel is to the window around it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from omnisight_desktop.gui.action import Action


class Panel(QWidget):
    """One page of the rail.

    It works while it is visible (``showEvent``, ``hideEvent``) and asks for nothing while it is not.
    """

    actions_changed = Signal()  # others can be done here than before

    def actions_here(self) -> Sequence[Action]:
        """What can be done while it is in front."""
        return ()

    def show_this(self, wanted: str) -> None:
        """Show one thing out of all: an event, a camera, a person, by its id."""

    def close_down(self) -> None:
        """The program ends: stop timers, let go of what is held."""
