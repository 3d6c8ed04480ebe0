"""Words that come and go by themselves, some with a verb to answer them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr

_SHOWN_MS = 6000
_OFFERED_MS = 12_000
_WIDTH = 460
_MOST = 3


class Toast(QFrame):
    """One word to the person in front. It stays while the pointer or the keyboard is on it."""

    gone = Signal()

    def __init__(
        self, parent: QWidget, look: Look, words: str, verb: str, call: Callable[[], object] | None
    ) -> None:
        super().__init__(parent)
        self.words = words
        self._call = call
        self.setProperty("role", "toast")
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(words)
        said = QLabel(words)
        said.setWordWrap(True)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(Size.ROOM, Size.GAP, Size.GAP, Size.GAP)
        row.setSpacing(Size.GAP)
        row.addWidget(said, 1)
        self.button: QPushButton | None = None
        if call is not None:
            self.button = QPushButton(verb)
            self.button.setProperty("role", "primary")
            self.button.setToolTip(tr("F8 comes here"))
            self.button.clicked.connect(self._answer)
            row.addWidget(self.button)
        close = QToolButton()
        close.setProperty("role", "plain")
        close.setAccessibleName(tr("Close"))
        close.setToolTip(tr("Close"))
        close.clicked.connect(self.leave)
        icons.put(close, "close", look, role="muted")
        row.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS if call is None else _OFFERED_MS)
        self._timer.timeout.connect(self._fade)
        self._timer.start()
        # A label that wraps is as high as its words need in the width that is left for it.
        self.setFixedHeight(max(self.heightForWidth(_WIDTH), Size.TARGET + 2 * Size.GAP))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def leave(self) -> None:
        """Go, now."""
        self._timer.stop()
        self.hide()
        self.gone.emit()
        self.deleteLater()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        self._timer.start()
        super().leaveEvent(event)

    def _answer(self) -> None:
        self.leave()
        if self._call is not None:
            self._call()

    def _fade(self) -> None:
        focused = self.focusWidget()
        if focused is not None and focused.hasFocus():
            self._timer.start()
        else:
            self.leave()


class Toasts(QObject):
    """Stands them above the lower edge of a window, the newest lowest, a few at most."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self._parent = parent
        self._look = look
        self._shown: list[Toast] = []
        parent.installEventFilter(self)

    @property
    def shown(self) -> tuple[Toast, ...]:
        """Those that can be seen, the newest last."""
        return tuple(self._shown)

    def say(self, words: str, verb: str = "", call: Callable[[], object] | None = None) -> None:
        """Show these words for a while; what was said last is not said twice."""
        for same in [toast for toast in self._shown if toast.words == words]:
            same.leave()
        toast = Toast(self._parent, self._look, words, verb, call)
        toast.gone.connect(lambda: self._gone(toast))
        self._shown.append(toast)
        while len(self._shown) > _MOST:
            self._shown[0].leave()
        toast.show()
        self._place()

    def focus(self) -> None:
        """Lead the keyboard to the newest that can be answered."""
        for toast in reversed(self._shown):
            if toast.button is not None:
                toast.button.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _gone(self, toast: Toast) -> None:
        self._shown = [one for one in self._shown if one is not toast]
        self._place()

    def _place(self) -> None:
        bottom = self._parent.height() - Size.STATUS - Size.ROOM
        for toast in reversed(self._shown):
            left = (self._parent.width() - toast.width()) // 2
            bottom -= toast.height()
            toast.move(left, bottom)
            toast.raise_()
            bottom -= Size.GAP
