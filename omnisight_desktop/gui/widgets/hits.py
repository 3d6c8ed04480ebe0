"""Who would have set a rule off, as small pictures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.viewmodels.rehearsal import HitCard
from omnisight_desktop.gui.widgets.flow import Flow
from omnisight_desktop.gui.widgets.said import words
from omnisight_desktop.gui.widgets.thumbnail import Thumbnail

_WIDTH, _HEIGHT = 104, 128


class Hits(QWidget):
    """A contact sheet of hits; one that is clicked wants to be seen whole."""

    chosen = Signal(str)  # the track

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._flow = Flow(self, gap=Size.GAP, line_gap=Size.PAD)
        self._shown: tuple[tuple[str, str], ...] = ()

    def show_hits(self, hits: Sequence[HitCard]) -> None:
        """Show these, the newest first."""
        told = tuple((hit.track, hit.exact) for hit in hits)
        if told == self._shown:
            return
        self._shown = told
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for hit in hits:
            shown = _Hit(hit, self._look)
            shown.chosen.connect(self.chosen.emit)
            self._flow.addWidget(shown)
        self.updateGeometry()


class _Hit(QFrame):
    """One of them: how they looked, who, and when."""

    chosen = Signal(str)

    def __init__(self, hit: HitCard, look: Look) -> None:
        super().__init__()
        self._track = hit.track
        self.setProperty("role", "hit")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        picture = Thumbnail(look)
        picture.setFixedSize(_WIDTH, _HEIGHT)
        if hit.picture is not None:
            picture.show_pixels(hit.picture)
        else:
            picture.show_words(hit.who)
        when = words(hit.when, "small", wrap=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(Size.GAP // 2)
        column.addWidget(picture)
        column.addWidget(when)
        self.setFixedWidth(_WIDTH + 4)
        self.setToolTip(f"{hit.who}, {hit.exact}")
        self.setAccessibleName(f"{hit.who}, {hit.exact}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() is Qt.MouseButton.LeftButton and self._track:
            self.chosen.emit(self._track)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and self._track:
            self.chosen.emit(self._track)
        else:
            super().keyPressEvent(event)
