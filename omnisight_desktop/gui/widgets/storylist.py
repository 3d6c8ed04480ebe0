"""Stories to look through: cards below one another, or a sheet of pictures."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size, sort_colour
from omnisight_desktop.gui.viewmodels.cards import Card
from omnisight_desktop.gui.viewmodels.stories import Told

_CARD = 88
_CROP = 64
_CAPTION = 46
_NARROWEST = 124  # of a picture in the sheet
_ICONS = {
    "person": "person",
    "vehicle": "vehicle",
    "animal": "animal",
    "thing": "thing",
    "sound": "noise",
    "camera": "disconnected",
}
_DIMMED = 0.55  # a picture that was reviewed


class StoryView(QListView):
    """One click, or Enter, plays a story."""

    wanted = Signal(str)

    def __init__(self, model: QAbstractItemModel, look: Look) -> None:
        super().__init__()
        self._look = look
        self._sheet = False
        self.setProperty("role", "stories")
        self.setModel(model)
        self.setItemDelegate(_Drawing(self, look))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._want)
        self.activated.connect(self._want)
        self.verticalScrollBar().valueChanged.connect(self._near_the_end)
        look.changed.connect(self.viewport().update)
        self.show_sheet(False)

    @property
    def is_sheet(self) -> bool:
        """Whether it shows pictures side by side."""
        return self._sheet

    def show_sheet(self, on: bool) -> None:
        """Pictures side by side, or cards below one another."""
        self._sheet = on
        self.setViewMode(QListView.ViewMode.IconMode if on else QListView.ViewMode.ListMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSpacing(0)
        self._measure()

    def item_size(self) -> QSize:
        """How large one is drawn."""
        width = self.viewport().width()
        if not self._sheet:
            return QSize(width, _CARD)
        columns = max(1, width // (_NARROWEST + Size.GAP))
        # Qt keeps room for a scroll bar whether it is there or not, or puts fewer side by side.
        one = (width - self._bar()) // columns
        return QSize(one, one - Size.GAP + _CAPTION)

    def _bar(self) -> int:
        shown = self.verticalScrollBar().isVisible()
        extent = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return 4 if shown else extent + 4

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        self.setGridSize(self.item_size() if self._sheet else QSize())
        self.scheduleDelayedItemsLayout()

    def _want(self, index: QModelIndex) -> None:
        card = index.data(Told.CARD)
        if isinstance(card, Card):
            self.wanted.emit(card.event)

    def _near_the_end(self, value: int) -> None:
        bar = self.verticalScrollBar()
        model, top = self.model(), QModelIndex()
        if value > bar.maximum() - 4 * _CARD and model.canFetchMore(top):
            model.fetchMore(top)


class _Drawing(QStyledItemDelegate):
    """Draws one story, with what the theme gives."""

    def __init__(self, view: StoryView, look: Look) -> None:
        super().__init__(view)
        self._view = view
        self._look = look

    def sizeHint(  # noqa: N802 - Qt's name
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return self._view.item_size()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        rect: QRect = option.rect
        place = QRectF(rect).adjusted(0, 0, -Size.GAP if self._view.is_sheet else -2, -Size.GAP)
        self._ground(painter, place, option, index)
        if self._view.is_sheet:
            self._tile(painter, place, index)
        else:
            self._card(painter, place, index)
        painter.restore()

    def _ground(
        self,
        painter: QPainter,
        place: QRectF,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens = self._look.tokens
        state: QStyle.StateFlag = option.state
        plays = bool(index.data(Told.PLAYS))
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        ground = tokens.accent_ground if plays else tokens.raised
        edge = tokens.line_strong if over else tokens.line
        painter.setBrush(QColor(ground))
        ringed = focused or plays
        painter.setPen(QPen(QColor(tokens.accent if ringed else edge), 2 if focused else 1))
        painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), Size.RADIUS, Size.RADIUS)

    def _card(
        self, painter: QPainter, place: QRectF, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        card: Card = index.data(Told.CARD)
        crop = QRectF(place.left() + Size.GAP, place.top() + Size.GAP, _CROP, _CROP)
        self._picture(painter, crop, index)
        left = crop.right() + Size.PAD
        words = QRectF(left, crop.top(), place.right() - left - Size.PAD - 14, _CROP)
        third = card.happenings[0].split("  ", 1)[-1] if card.happenings else ""
        lines = [line for line in (card.title, card.line, third) if line]
        self._words(painter, words, lines, index)
        self._mark(painter, place, index)

    def _tile(
        self, painter: QPainter, place: QRectF, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        card: Card = index.data(Told.CARD)
        side = place.width()
        crop = QRectF(place.left(), place.top(), side, place.height() - _CAPTION + Size.GAP)
        self._picture(painter, crop.adjusted(4, 4, -4, -4), index)
        top = crop.bottom()
        words = QRectF(place.left() + Size.GAP, top, side - 2 * Size.GAP, place.bottom() - top - 4)
        self._words(painter, words, [card.title, card.line], index)
        self._mark(painter, place.adjusted(0, 0, -4, 0), index)

    def _picture(
        self, painter: QPainter, place: QRectF, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens, image = self._look.tokens, index.data(Told.PICTURE)
        shape = QPainterPath()
        shape.addRoundedRect(place, Size.RADIUS_SMALL, Size.RADIUS_SMALL)
        painter.save()
        painter.setClipPath(shape)
        painter.fillPath(shape, QColor(tokens.canvas))
        if isinstance(image, QImage):
            painter.setOpacity(_DIMMED if index.data(Told.REVIEWED) else 1.0)
            painter.drawImage(place, image, _middle(image, place))
            painter.setOpacity(1.0)
        else:
            side = min(28.0, place.width() / 2)
            middle = place.center()
            where = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            icons.paint(painter, _ICONS[index.data(Told.KIND)], tokens.faint, where)
        painter.restore()

    def _words(
        self,
        painter: QPainter,
        place: QRectF,
        lines: list[str],
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens = self._look.tokens
        reviewed = bool(index.data(Told.REVIEWED))
        heights = [19.0] + [17.0] * (len(lines) - 1)
        top = place.top() + max(0.0, (place.height() - sum(heights)) / 2)
        for row, (line, height) in enumerate(zip(lines, heights, strict=True)):
            font = QFont(self._view.font())
            font.setPixelSize(Size.TEXT if row == 0 else Size.TEXT_SMALL)
            font.setWeight(QFont.Weight.DemiBold if row == 0 else QFont.Weight.Normal)
            painter.setFont(font)
            strong = row == 0 and not reviewed
            painter.setPen(QColor(tokens.text if strong else tokens.muted))
            room = int(place.width())
            shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room)
            where = QRectF(place.left(), top, place.width(), height)
            painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter), shown)
            top += height

    def _mark(
        self, painter: QPainter, place: QRectF, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A dot in its colour for what is new, a tick for what was reviewed."""
        tokens = self._look.tokens
        corner = QRectF(place.right() - 20, place.top() + Size.GAP, 12, 12)
        if index.data(Told.REVIEWED):
            icons.paint(painter, "check", tokens.muted, corner.adjusted(-2, -2, 2, 2))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(sort_colour(tokens, index.data(Told.KIND)))
        painter.drawEllipse(corner.adjusted(2, 2, -2, -2))


def _middle(image: QImage, place: QRectF) -> QRectF:
    """The part of a picture that fills a place; of one that stands upright rather its upper part."""
    scale = max(place.width() / image.width(), place.height() / image.height())
    width, height = place.width() / scale, place.height() / scale
    top = (image.height() - height) * (0.15 if image.height() > image.width() else 0.5)
    return QRectF((image.width() - width) / 2, top, width, height)
