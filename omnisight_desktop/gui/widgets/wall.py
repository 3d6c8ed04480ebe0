"""Cards side by side, as many in a row as have room, all of one size."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from omnisight_desktop.gui.theme import Size

_LEAST = 264


class Wall(QWidget):
    """Lays out cards that tell by ``height_for`` how high they are at a width."""

    def __init__(self, least: int = _LEAST) -> None:
        super().__init__()
        self._least = least
        self._cards: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these and no others, in this order."""
        for gone in [card for card in self._cards if card not in cards]:
            gone.hide()
            gone.deleteLater()
        for card in cards:
            if card.parent() is not self:
                card.setParent(self)
            card.show()
        for before, after in zip(cards, cards[1:], strict=False):
            QWidget.setTabOrder(before, after)
        self._cards = list(cards)
        self._arrange()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self._least, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def _arrange(self) -> None:
        gap = Size.PAD
        columns = max(1, (self.width() + gap) // (self._least + gap))
        width = (self.width() - gap * (columns - 1)) // columns
        top = 0
        for begin in range(0, len(self._cards), columns):
            row = self._cards[begin : begin + columns]
            height = max(_height(card, width) for card in row)
            for column, card in enumerate(row):
                card.setGeometry(QRect(column * (width + gap), top, width, height))
            top += height + gap
        self.setFixedHeight(max(0, top - gap))


def _height(card: QWidget, width: int) -> int:
    return card.heightForWidth(width) if card.hasHeightForWidth() else card.sizeHint().height()
