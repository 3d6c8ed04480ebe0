"""The command palette: type a few letters of what you want to do, and do it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.action import Action
from omnisight_desktop.gui.fuzzy import Match, match
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.widgets.overlay import Overlay

_WIDTH = 600
_ROW = 40
_ROWS = 10
_HIT = Qt.ItemDataRole.UserRole

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Hit:
    """An action that fits what was typed."""

    action: Action
    match: Match


def hits(wanted: str, actions: Sequence[Action], lately: Sequence[str]) -> list[Hit]:
    """What fits, the best first; while nothing is typed, what was done lately comes first."""
    found = [Hit(a, fit) for a in actions if (fit := match(wanted, a.words)) is not None]
    order = {name: at for at, name in enumerate(lately)}
    if not wanted.strip():
        return sorted(found, key=lambda hit: order.get(hit.action.name, len(order)))
    return sorted(found, key=lambda hit: (-hit.match.score, order.get(hit.action.name, len(order))))


class Palette(Overlay):
    """Over everything that can be done just now. ``actions`` is asked each time it comes."""

    def __init__(
        self,
        parent: QWidget,
        look: Look,
        actions: Callable[[], Sequence[Action]],
        lately: list[str],
    ) -> None:
        super().__init__(parent, look, _WIDTH)
        self._actions = actions
        self._there: Sequence[Action] = ()
        self.lately = lately
        self._model = _Hits()
        self._field = QLineEdit()
        self._field.setProperty("role", "search")
        self._field.setPlaceholderText(tr("What would you like to do?"))
        self._field.setAccessibleName(tr("What would you like to do?"))
        self._field.textChanged.connect(self._look_for)
        self._field.installEventFilter(self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Row(self._list, look))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setAccessibleName(tr("What can be done"))
        self._list.entered.connect(self._list.setCurrentIndex)
        self._list.clicked.connect(self._do)
        self._nothing = QLabel(tr("Nothing is called so. Try other letters."))
        self._nothing.setProperty("role", "muted")
        self._nothing.setContentsMargins(Size.GAP, Size.GAP, Size.GAP, Size.GAP)
        column = QVBoxLayout(self.sheet)
        column.setContentsMargins(Size.PAD, Size.PAD, Size.PAD, Size.PAD)
        column.setSpacing(Size.GAP)
        column.addWidget(self._field)
        column.addWidget(self._list)
        column.addWidget(self._nothing)

    def ask(self) -> None:
        """Come to the front, or go away again."""
        if self.isVisible():
            self.leave()
            return
        self._there = list(self._actions())
        self._field.clear()
        self._look_for("")
        self.come(self._field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        pressed = watched is self._field and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and self._key(Qt.Key(event.key())):
            return True
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        """Keys that are for the list while letters are for the field."""
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Tab: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Backtab: -1,
            Qt.Key.Key_PageDown: _ROWS,
            Qt.Key.Key_PageUp: -_ROWS,
        }
        if key in steps:
            self._step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do(self._list.currentIndex())
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        rows = self._model.rowCount()
        if not rows:
            return
        row = self._list.currentIndex().row() + by
        # One step beyond an end comes in at the other; a page stops there.
        row = row % rows if abs(by) == 1 else min(max(row, 0), rows - 1)
        self._list.setCurrentIndex(self._model.index(row))

    def _look_for(self, wanted: str) -> None:
        found = hits(wanted, self._there, self.lately)
        self._model.show_hits(found)
        rows = min(len(found), _ROWS)
        self._list.setVisible(bool(found))
        self._list.setFixedHeight(rows * _ROW)
        self._nothing.setVisible(not found)
        if found:
            self._list.setCurrentIndex(self._model.index(0))
        self.sheet.adjustSize()

    def _do(self, index: QModelIndex) -> None:
        hit = index.data(_HIT)
        if not isinstance(hit, Hit):
            return
        name = hit.action.name
        self.lately[:] = [name, *(one for one in self.lately if one != name)][:5]
        self.leave()
        hit.action.run()


class _Hits(QAbstractListModel):
    """The rows of the palette."""

    def __init__(self) -> None:
        super().__init__()
        self._hits: list[Hit] = []

    def show_hits(self, hits: list[Hit]) -> None:
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def rowCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's
        return len(self._hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role == _HIT:
            return hit
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.action.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{hit.action.words}  {hit.action.keys}".strip()
        return None


class _Row(QStyledItemDelegate):
    """Paints the words with the letters that fit, and the keys at the right."""

    def __init__(self, parent: QObject, look: Look) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802
        return QSize(0, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        hit, tokens = index.data(_HIT), self._look.tokens
        if not isinstance(hit, Hit):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_ground))
            painter.drawRoundedRect(place, Size.RADIUS_SMALL, Size.RADIUS_SMALL)
        ink = tokens.accent if chosen else tokens.muted
        top = place.center().y() - Size.ICON / 2 + 1
        if hit.action.icon:
            spot = QRectF(place.left() + Size.PAD, top, Size.ICON, Size.ICON)
            icons.paint(painter, hit.action.icon, ink, spot)
        font = QFont(option.font)
        right = place.right() - Size.PAD
        right = self._paint_keys(painter, font, hit.action.keys, QRect(place), right)
        words = QRect(place)
        words.setLeft(place.left() + Size.PAD + Size.ICON + Size.PAD)
        words.setRight(right - Size.GAP)
        self._paint_words(painter, font, hit, words)
        painter.restore()

    def _paint_words(self, painter: QPainter, font: QFont, hit: Hit, place: QRect) -> None:
        """Letter by letter where they differ, so that the ones that fit stand out."""
        tokens, fits, left = self._look.tokens, set(hit.match.places), place.left()
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        for begin, text in _runs(hit.action.words, fits):
            bold = begin in fits
            painter.setFont(strong if bold else font)
            painter.setPen(QColor(tokens.accent if bold else tokens.text))
            room = QRect(left, place.top(), place.right() - left, place.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)
            left += painter.fontMetrics().horizontalAdvance(text)

    def _paint_keys(
        self, painter: QPainter, font: QFont, keys: str, place: QRect, right: int
    ) -> int:
        if not keys:
            return right
        tokens = self._look.tokens
        small = QFont(font)
        small.setPixelSize(Size.TEXT_SMALL)
        painter.setFont(small)
        said = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        width = painter.fontMetrics().horizontalAdvance(said) + Size.PAD
        chip = QRect(right - width, place.center().y() - 11, width, 22)
        painter.setPen(QColor(tokens.line_strong))
        painter.setBrush(QColor(tokens.canvas))
        painter.drawRoundedRect(chip, 4, 4)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), said)
        return chip.left()


def _runs(words: str, fits: set[int]) -> list[tuple[int, str]]:
    """Stretches of letters that all fit, or all do not, and where each begins."""
    runs: list[tuple[int, str]] = []
    for at, letter in enumerate(words):
        if runs and (at in fits) == (runs[-1][0] in fits):
            runs[-1] = (runs[-1][0], runs[-1][1] + letter)
        else:
            runs.append((at, letter))
    return runs
