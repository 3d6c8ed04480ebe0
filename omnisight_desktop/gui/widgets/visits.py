"""When somebody was here, one row a visit: their face on that day, when, where, and a button to see it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.person import VisitCard
from omnisight_desktop.gui.widgets.face_strip import draw_face
from omnisight_desktop.gui.widgets.said import Elided

_SIDE = 44


class Visits(QWidget):
    """The newest on top."""

    played = Signal(str)
    other = Signal(object)  # a visit on which it was somebody else

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: list[tuple[str, ...]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Size.GAP)

    def show_visits(self, visits: Sequence[VisitCard]) -> None:
        """Show these."""
        told = [(visit.exact, visit.when, visit.where, *visit.tracks) for visit in visits]
        if told == self._shown:
            return
        self._shown = told
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for visit in visits:
            row = _Row(visit, self._look)
            row.played.connect(self.played)
            row.other.connect(self.other)
            self._column.addWidget(row)


class _Row(QFrame):
    """One of them."""

    played = Signal(str)
    other = Signal(object)

    def __init__(self, visit: VisitCard, look: Look) -> None:
        super().__init__()
        self._visit = visit
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{visit.when}, {visit.where}")
        self.setToolTip(visit.exact)
        when, where = Elided("strong"), Elided("small")
        when.say(visit.when)
        where.say(visit.where)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addStretch(1)
        said.addWidget(when)
        said.addWidget(where)
        said.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(Size.GAP, Size.GAP, Size.GAP, Size.GAP)
        row.setSpacing(Size.PAD)
        row.addWidget(_Face(visit.picture, look))
        row.addLayout(said, 1)
        other = _button("split", tr("This was somebody else"), look)
        other.clicked.connect(lambda: self.other.emit(self._visit))
        row.addWidget(other)
        if visit.event is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            words = tr("Play the clip") if visit.has_clip else tr("Show it in Review")
            play = _button("play" if visit.has_clip else "review", words, look)
            play.clicked.connect(self._play)
            row.addWidget(play)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self._play()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._play()
        else:
            super().keyPressEvent(event)

    def _play(self) -> None:
        if self._visit.event is not None:
            self.played.emit(self._visit.event)


def _button(icon: str, words: str, look: Look) -> QToolButton:
    button = QToolButton()
    button.setProperty("role", "plain")
    button.setToolTip(words)
    button.setAccessibleName(words)
    icons.put(button, icon, look, role="muted")
    return button


class _Face(QWidget):
    """Their face on that day."""

    def __init__(self, image: QImage | None, look: Look) -> None:
        super().__init__()
        self._image = image or QImage()
        self._look = look
        self.setFixedSize(_SIDE, _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = QRectF(self.rect())
        draw_face(painter, self._image, place, self._look.tokens.line)
        if self._image.isNull():
            icons.paint(
                painter, "person", self._look.tokens.faint, place.adjusted(10, 10, -10, -10)
            )
