"""The looks by which somebody is known: each with how good it is, and what it is good for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QWidget

from omnisight_desktop.core.face import FaceKind
from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.person import LookCard
from omnisight_desktop.gui.widgets.face_strip import draw_face
from omnisight_desktop.gui.widgets.flow import Flow

_SIDE = 72
_BAR = 4


class Looks(QWidget):
    """A sheet of them."""

    denied = Signal(str)  # the track on which it was somebody else

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._flow = Flow(self, gap=Size.GAP, line_gap=Size.GAP)
        self._shown: list[LookCard] = []

    def show_looks(self, looks: Sequence[LookCard]) -> None:
        """Show these."""
        if [(card.words, card.more) for card in looks] == [(c.words, c.more) for c in self._shown]:
            return
        self._shown = list(looks)
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for card in looks:
            tile = _Tile(card, self._look)
            tile.denied.connect(self.denied)
            self._flow.addWidget(tile)
        self.updateGeometry()


class _Tile(QWidget):
    """One of them: the face, under it a bar for its quality."""

    denied = Signal(str)

    def __init__(self, card: LookCard, look: Look) -> None:
        super().__init__()
        self._card = card
        self._look = look
        self.setFixedSize(_SIDE, _SIDE + _BAR + 4)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(f"{card.words}\n{card.more}")
        self.setAccessibleName(f"{card.words}, {card.more}".replace("\n", ", "))
        look.changed.connect(self.update)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._menu()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._menu()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        tokens, card = self._look.tokens, self._card
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = QRectF(0, 0, _SIDE, _SIDE)
        refused = card.kind is FaceKind.NOT_ME
        if refused:
            painter.setOpacity(0.4)
        draw_face(painter, card.picture or QImage(), place, tokens.line)
        painter.setOpacity(1.0)
        if refused:
            icons.paint(painter, "close", tokens.failed, QRectF(_SIDE - 22, 2, 20, 20))
        elif card.kind is FaceKind.ENROLLED:
            corner = QRectF(_SIDE - 20, 4, 16, 16)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.chip))
            painter.drawEllipse(corner)
            icons.paint(painter, "check", tokens.on_picture, corner.adjusted(2, 2, -2, -2))
        bar = QRectF(0, _SIDE + 4, _SIDE, _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.line))
        painter.drawRoundedRect(bar, 2, 2)
        bar.setWidth(max(_BAR, _SIDE * min(1.0, card.quality)))
        painter.setBrush(QColor(tokens.muted if refused else tokens.accent))
        painter.drawRoundedRect(bar, 2, 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), Size.STROKE))
            inside = place.adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(inside, Size.RADIUS_SMALL, Size.RADIUS_SMALL)

    def _menu(self) -> None:
        track = self._card.track
        if track is None or self._card.kind is FaceKind.NOT_ME:
            return
        menu = QMenu(self)
        menu.addAction(tr("That is not them"), lambda: self.denied.emit(track))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
