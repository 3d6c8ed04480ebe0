"""Trying out: the mirror at the left; how sure it is of each gesture, and what counted, at the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.figures import length
from omnisight_desktop.gui.viewmodels.trying import Recognised, Sureness, TryingViewModel
from omnisight_desktop.gui.widgets.said import words
from omnisight_desktop.gui.widgets.scrolled import Scrolled
from omnisight_desktop.gui.widgets.stage import Stage

_WIDTH = 384
_BAR = 8.0


class TryPage(QWidget):
    """Nothing is kept of what is shown here."""

    def __init__(self, model: TryingViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self.stage = Stage(model.mirror, look)
        self.bars = Bars(look)
        self._made = QVBoxLayout()
        self._nothing = words(tr("Make a gesture. What counts is listed here."), "muted")
        self._trouble = words("", "failed")
        self._shown: tuple[Recognised, ...] = ()
        self._look = look
        self._lay_out(look)
        model.changed.connect(self._show)
        self._show()

    def pull(self) -> None:
        """Paint what is new."""
        self._model.pull()
        self.stage.pull()

    def _lay_out(self, look: Look) -> None:
        again = QPushButton(tr("Begin anew"))
        again.setProperty("role", "plain")
        again.setToolTip(tr("Forget what was made up to now"))
        again.clicked.connect(self._model.again)
        icons.put(again, "retry", look)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, Size.PAD, 0)
        column.setSpacing(Size.PAD)
        column.addWidget(words(tr("How sure it is just now"), "heading"))
        column.addWidget(self.bars)
        column.addSpacing(Size.GAP)
        head = QHBoxLayout()
        head.addWidget(words(tr("What counted"), "heading"), 1)
        head.addWidget(again)
        column.addLayout(head)
        self._made.setSpacing(Size.GAP)
        column.addWidget(self._nothing)
        column.addLayout(self._made)
        column.addWidget(self._trouble)
        column.addStretch(1)
        scroll = Scrolled(column, width=_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Size.WIDE)
        row.addWidget(self.stage, 1)
        row.addWidget(scroll)

    def _show(self) -> None:
        model = self._model
        self.bars.show_bars(model.bars, model.threshold)
        self._nothing.setVisible(not model.made)
        self._nothing.setText(
            tr("Make a gesture. What counts is listed here.")
            if model.knows_any or not model.ready
            else tr("No gesture is known yet. Falls and raised hands are recognised all the same.")
        )
        self._trouble.setText(model.trouble)
        self._trouble.setVisible(bool(model.trouble))
        if model.made != self._shown:
            self._shown = model.made
            while (item := self._made.takeAt(0)) is not None:
                if (gone := item.widget()) is not None:
                    gone.hide()
                    gone.deleteLater()
            for one in model.made:
                self._made.addWidget(_card(one))


def _card(one: Recognised) -> QWidget:
    card = QFrame()
    card.setProperty("role", "plainCard")
    row = QHBoxLayout(card)
    row.setContentsMargins(Size.PAD, Size.GAP, Size.PAD, Size.GAP)
    row.setSpacing(Size.PAD)
    row.addWidget(words(one.words, "strong", wrap=False), 1)
    row.addWidget(words(length(one.seconds), "muted", wrap=False))
    row.addWidget(words(f"{one.confidence:.0%}", "good", wrap=False))
    card.setAccessibleName(f"{one.words} {one.confidence:.0%}")
    return card


class Bars(QWidget):
    """A bar for each gesture, with a mark where it begins to count."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._bars: tuple[Sureness, ...] = ()
        self._threshold = 0.7
        look.changed.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("How sure it is just now"))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(240, max(1, len(self._bars)) * self._line())

    def show_bars(self, bars: tuple[Sureness, ...], threshold: float) -> None:
        """Paint these; the surest comes first in what is read out."""
        if len(bars) != len(self._bars):
            self._bars = bars
            self.setFixedHeight(self.sizeHint().height())
        self._bars, self._threshold = bars, threshold
        said = sorted(bars, key=lambda one: one.now, reverse=True)[:3]
        self.setAccessibleDescription(", ".join(f"{one.label} {one.now:.0%}" for one in said))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter, tokens = QPainter(self), self._look.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high, wide = self._line(), float(self.width())
        for at, one in enumerate(self._bars):
            top = at * high
            text = QRectF(0, top, wide, high - _BAR - 6)
            painter.setPen(QColor(tokens.text))
            elided = painter.fontMetrics().elidedText(
                one.label, Qt.TextElideMode.ElideRight, int(wide) - 56
            )
            low = Qt.AlignmentFlag.AlignBottom
            painter.drawText(text, int(low | Qt.AlignmentFlag.AlignLeft), elided)
            painter.setPen(QColor(tokens.muted))
            painter.drawText(text, int(low | Qt.AlignmentFlag.AlignRight), f"{one.now:.0%}")
            self._paint_bar(painter, QRectF(0, top + high - _BAR - 2, wide, _BAR), one)

    def _paint_bar(self, painter: QPainter, place: QRectF, one: Sureness) -> None:
        tokens = self._look.tokens
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.line))
        painter.drawRoundedRect(place, _BAR / 2, _BAR / 2)
        for share, alpha in ((one.best, 0.3), (one.now, 1.0)):
            colour = QColor(tokens.good if share >= self._threshold else tokens.accent)
            colour.setAlphaF(alpha)
            painter.setBrush(colour)
            filled = QRectF(place)
            filled.setWidth(place.width() * share)
            if share > 0.01:
                painter.drawRoundedRect(filled, _BAR / 2, _BAR / 2)
        x = place.left() + place.width() * self._threshold
        painter.setPen(QPen(QColor(tokens.text), 1))
        painter.drawLine(int(x), int(place.top() - 2), int(x), int(place.bottom() + 2))

    def _line(self) -> int:
        return self.fontMetrics().height() + int(_BAR) + 14
