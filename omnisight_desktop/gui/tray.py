"""The icon beside the clock: how things are, pausing, and words while the window is elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from omnisight_desktop.core.shipped import shipped
from omnisight_desktop.gui.action import Action
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.tongue import tr

_SIDE = 64
_SPOT = 26


class Tray(QObject):
    """Shown where the desktop has a place for such icons; elsewhere it does nothing."""

    def __init__(self, look: Look, come: Callable[[], None], leave: Callable[[], None]) -> None:
        super().__init__()
        self._look = look
        self._come = come
        self._leave = leave
        self._answer: Callable[[], object] | None = None
        self._tone = ""
        self.menu = QMenu()
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self.menu)
        self._icon.activated.connect(self._clicked)
        self._icon.messageClicked.connect(self._answered)
        self.show_state("OmniSight", "good")
        self._icon.setVisible(self.there)

    @property
    def there(self) -> bool:
        """Whether this desktop has a place for it."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def offer(self, actions: Sequence[Action], possible: Callable[[Action], bool]) -> None:
        """Put these into the menu, between opening the window and ending the program."""
        self.menu.clear()
        self.menu.addAction(tr("Open OmniSight"), self._come)
        self.menu.addSeparator()
        for action in actions:
            entry = self.menu.addAction(action.words)
            entry.triggered.connect(lambda _=False, run=action.run: run())
            entry.setEnabled(possible(action))
        self.menu.addSeparator()
        self.menu.addAction(tr("Quit OmniSight"), self._leave)

    def show_state(self, words: str, tone: str) -> None:
        """Say how things are; trouble shows as a spot on the icon."""
        self._icon.setToolTip(words)
        if tone != self._tone:
            self._tone = tone
            self._icon.setIcon(_face("" if tone == "good" else getattr(self._look.tokens, tone)))

    def tell(self, words: str, answer: Callable[[], object] | None) -> None:
        """A word through the desktop's own notifications; a click opens the window and answers."""
        if self.there and QSystemTrayIcon.supportsMessages():
            self._answer = answer
            self._icon.showMessage("OmniSight", words, self._icon.icon())

    def close(self) -> None:
        """Take the icon away."""
        self._icon.hide()

    def _clicked(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how == QSystemTrayIcon.ActivationReason.Trigger:
            self._come()

    def _answered(self) -> None:
        answer, self._answer = self._answer, None
        self._come()
        if answer is not None:
            answer()


def _face(spot: str) -> QIcon:
    """The program's icon, with a coloured spot where something wants attention."""
    painted = QPixmap(_SIDE, _SIDE)
    painted.fill(Qt.GlobalColor.transparent)
    painter = QPainter(painted)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing = QSvgRenderer(str(shipped("resources/icons", "omnisight.svg")))
    drawing.render(painter, QRectF(0, 0, _SIDE, _SIDE))
    if spot:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(spot))
        painter.drawEllipse(QRectF(_SIDE - _SPOT, _SIDE - _SPOT, _SPOT, _SPOT))
    painter.end()
    return QIcon(painted)
