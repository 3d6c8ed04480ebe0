"""The stories that are wanted, newest first, as a list that grows as it is looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage

from omnisight_desktop.core.kinds import Sort
from omnisight_desktop.gui.viewmodels.cards import Card

_PICTURES = 400  # held in memory


class Told(IntEnum):
    """What the list tells of a story, beyond its words."""

    CARD = Qt.ItemDataRole.UserRole
    PICTURE = Qt.ItemDataRole.UserRole + 1
    KIND = Qt.ItemDataRole.UserRole + 2
    REVIEWED = Qt.ItemDataRole.UserRole + 3
    PLAYS = Qt.ItemDataRole.UserRole + 4  # whether it is the one that is played


@dataclass(frozen=True, slots=True)
class Entry:
    """One story in the list."""

    event: str
    story: str  # by which it is reviewed
    camera: str
    start: datetime
    end: datetime | None
    sort: Sort
    tracks: tuple[str, ...]
    clip: str | None
    card: Card
    reviewed: bool


class StoryList(QAbstractListModel):
    """Asks for more as somebody scrolls down, and for pictures as they come into view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._places: dict[str, int] = {}
        self._pictures: OrderedDict[str, QImage | None] = OrderedDict()
        self._missing: OrderedDict[str, None] = OrderedDict()
        self._playing = ""
        self._told: dict[int, Callable[[Entry], Any]] = {
            Qt.ItemDataRole.DisplayRole: _words_of,
            Qt.ItemDataRole.AccessibleTextRole: _words_of,
            Qt.ItemDataRole.ToolTipRole: _more_of,
            Told.CARD: lambda entry: entry.card,
            Told.PICTURE: lambda entry: self._picture(entry.event),
            Told.KIND: lambda entry: entry.sort,
            Told.REVIEWED: lambda entry: entry.reviewed,
            Told.PLAYS: lambda entry: entry.event == self._playing,
        }
        self.more = False
        self.on_more: Any = None
        self.on_missing: Any = None

    def rowCount(  # noqa: N802 - Qt's name
        self, parent: QModelIndex | QPersistentModelIndex | None = None
    ) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        told = self._told.get(role)
        return None if told is None else told(entry)

    def canFetchMore(  # noqa: N802 - Qt's name
        self, parent: QModelIndex | QPersistentModelIndex
    ) -> bool:
        return self.more and not parent.isValid()

    def fetchMore(  # noqa: N802 - Qt's name
        self, parent: QModelIndex | QPersistentModelIndex
    ) -> None:
        if self.canFetchMore(parent) and self.on_more is not None:
            self.more = False  # until they are there
            self.on_more()

    @property
    def entries(self) -> list[Entry]:
        """Those that are there so far."""
        return self._entries

    def entry(self, event: str) -> Entry | None:
        """One of them."""
        row = self._places.get(event)
        return None if row is None else self._entries[row]

    def row_of(self, event: str) -> int:
        """Where one stands; -1 where it does not."""
        return self._places.get(event, -1)

    def show_entries(self, entries: Iterable[Entry], *, more: bool) -> None:
        """These and no others."""
        fresh = list(entries)
        self.more = more
        if fresh == self._entries:
            return
        shared = _shared(self._entries, fresh)
        if shared and len(fresh) - len(self._entries) == shared:
            # Something new on top: whoever reads further down is not thrown off.
            self.beginInsertRows(QModelIndex(), 0, shared - 1)
            self._take(fresh)
            self.endInsertRows()
            return
        self.beginResetModel()
        self._take(fresh)
        self.endResetModel()

    def add_entries(self, entries: Iterable[Entry], *, more: bool) -> None:
        """These come behind."""
        fresh = [entry for entry in entries if entry.event not in self._places]
        self.more = more
        if not fresh:
            return
        first = len(self._entries)
        self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
        self._take([*self._entries, *fresh])
        self.endInsertRows()

    def change(self, entry: Entry) -> None:
        """One of them is another now."""
        row = self._places.get(entry.event)
        if row is not None:
            self._entries[row] = entry
            self._tell(row)

    def play(self, event: str) -> None:
        """Which one is played."""
        before, self._playing = self._playing, event
        for one in (before, event):
            if one in self._places:
                self._tell(self._places[one])

    def give_pictures(self, pictures: dict[str, QImage | None]) -> None:
        """Pictures that were asked for; None where there is none."""
        for event, picture in pictures.items():
            self._pictures[event] = picture
            if event in self._places:
                self._tell(self._places[event])
        while len(self._pictures) > _PICTURES:
            self._pictures.popitem(last=False)

    def take_missing(self, most: int) -> list[str]:
        """Whose pictures came into view and are not there, those last looked at first."""
        wanted: list[str] = []
        while self._missing and len(wanted) < most:
            wanted.append(self._missing.popitem()[0])
        self._missing.clear()
        return wanted

    def _picture(self, event: str) -> QImage | None:
        if event in self._pictures:
            self._pictures.move_to_end(event)
            return self._pictures[event]
        first = not self._missing
        self._missing[event] = None
        if first and self.on_missing is not None:
            self.on_missing()
        return None

    def _take(self, entries: list[Entry]) -> None:
        self._entries = entries
        self._places = {entry.event: row for row, entry in enumerate(entries)}

    def _tell(self, row: int) -> None:
        place = self.index(row)
        self.dataChanged.emit(place, place)


def _words_of(entry: Entry) -> str:
    return f"{entry.card.title}, {entry.card.line}"


def _more_of(entry: Entry) -> str:
    return "\n".join((entry.card.exact, *entry.card.happenings))


def _shared(before: list[Entry], fresh: list[Entry]) -> int:
    """How many came on top; 0 where more is different than that."""
    if not before:
        return 0
    added = len(fresh) - len(before)
    return added if added > 0 and fresh[added:] == before else 0
