"""People as a list of faces: who they are, how they looked at their best, and who is dragged onto whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage

_PERSON = "application/x-omnisight-person"

Index = QModelIndex | QPersistentModelIndex


class Shown(IntEnum):
    """What the list tells of somebody, beyond their name."""

    CARD = Qt.ItemDataRole.UserRole
    PICTURE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Somebody on the wall."""

    id: str
    name: str
    line: str
    exact: str
    visitor: bool


class FaceList(QAbstractListModel):
    """Those with a name, or the visitors; pictures are asked for as they come into view."""

    dropped = Signal(str, str)  # who, onto whom

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: list[PersonCard] = []
        self._pictures: dict[str, QImage | None] = {}
        self._missing: dict[str, None] = {}
        self.on_missing: Callable[[], object] | None = None

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent is not None and parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._cards):
            return None
        card = self._cards[index.row()]
        if role == Shown.PICTURE:
            return self._picture(card.id)
        told: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: card.name,
            Qt.ItemDataRole.AccessibleTextRole: f"{card.name}, {card.line}",
            Qt.ItemDataRole.ToolTipRole: card.exact,
            Shown.CARD: card,
        }
        return told.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        if not index.isValid():
            return usual
        return usual | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        return [_PERSON]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        data = QMimeData()
        for index in indexes:
            data.setData(_PERSON, QByteArray(self._cards[index.row()].id.encode()))
        return data

    def canDropMimeData(  # noqa: N802 - Qt's name and arguments
        self,
        data: QMimeData,
        action: Qt.DropAction,  # noqa: ARG002
        row: int,  # noqa: ARG002
        column: int,  # noqa: ARG002
        parent: Index,
    ) -> bool:
        return parent.isValid() and person_in(data) not in ("", self._cards[parent.row()].id)

    def dropMimeData(  # noqa: N802 - Qt's name and arguments
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Somebody is let go over somebody else: the two may be one."""
        if self.canDropMimeData(data, action, row, column, parent):
            self.dropped.emit(person_in(data), self._cards[parent.row()].id)
        return False  # nothing moves by itself

    @property
    def cards(self) -> list[PersonCard]:
        """Everybody in it."""
        return self._cards

    def row_of(self, person: str) -> int:
        """Where somebody stands; -1 where they do not."""
        return next((row for row, card in enumerate(self._cards) if card.id == person), -1)

    def show_cards(self, cards: Iterable[PersonCard]) -> None:
        """These and no others."""
        fresh = list(cards)
        if fresh == self._cards:
            return
        if [card.id for card in fresh] == [card.id for card in self._cards]:
            self._cards = fresh
            self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return
        self.beginResetModel()
        self._cards = fresh
        self.endResetModel()

    def give_pictures(self, pictures: dict[str, QImage | None]) -> None:
        """Pictures that were asked for; None where there is none."""
        self._pictures.update(pictures)
        for person in pictures:
            row = self.row_of(person)
            if row >= 0:
                self.dataChanged.emit(self.index(row), self.index(row))

    def picture_of(self, person: str) -> QImage | None:
        """The picture of somebody, as far as it was read."""
        return self._pictures.get(person)

    def forget_pictures(self) -> None:
        """Others may be the best by now."""
        self._missing = {card.id: None for card in self._cards if card.id in self._pictures}
        if self._missing and self.on_missing is not None:
            self.on_missing()

    def take_missing(self) -> list[str]:
        """Whose pictures came into view and are not there."""
        wanted = list(self._missing)
        self._missing.clear()
        return wanted

    def _picture(self, person: str) -> QImage | None:
        if person in self._pictures:
            return self._pictures[person]
        first = not self._missing
        self._missing[person] = None
        if first and self.on_missing is not None:
            self.on_missing()
        return None


def person_in(data: QMimeData) -> str:
    """Who is dragged; nothing for what is nobody."""
    return bytes(data.data(_PERSON).data()).decode(errors="replace")
