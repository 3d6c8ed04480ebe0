"""A wall of faces with names under them; one is opened by a click, and dragged onto another to merge."""

from __future__ import annotations

from PySide6.QtCore import (
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDrag,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QListView,
    QMenu,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.facelist import FaceList, PersonCard, Shown

_SIDE = 128
_CAPTION = 44
_DRAGGED = 72


class FaceWall(QListView):
    """Does not scroll by itself."""

    opened = Signal(str)
    forget_wanted = Signal(str)

    def __init__(self, model: FaceList, look: Look, named: str) -> None:
        super().__init__()
        self._look = look
        self._over = QPersistentModelIndex()
        self.setProperty("role", "stories")
        self.setAccessibleName(named)
        self.setModel(model)
        self.setItemDelegate(_Drawing(self, look))
        self.setFrameShape(QListView.Shape.NoFrame)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSpacing(0)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDragDropMode(QListView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._open)
        look.changed.connect(self.viewport().update)
        model.modelReset.connect(self._measure)
        self._measure()

    def is_over(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether somebody is held over this one."""
        return self._over.isValid() and self._over.row() == index.row()

    def tile(self, width: int = 0) -> QSize:
        """How large one is where so much room is, the gap behind it included."""
        width = max(width or self.viewport().width(), _SIDE)
        return QSize((width - 2) // _columns(width), _SIDE + _CAPTION + Size.PAD)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As high as all of them: then the page around it knows when to scroll."""
        rows = -(-self.model().rowCount() // _columns(width))
        return max(1, rows * self.tile(width).height() + 2)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        width = max(self.width(), _SIDE)
        return QSize(_SIDE + 2, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(_SIDE + 2, 1)

    def choose(self, person: str) -> None:
        """Have the keyboard on somebody."""
        model = self.model()
        for row in range(model.rowCount()):
            card = model.index(row, 0).data(Shown.CARD)
            if isinstance(card, PersonCard) and card.id == person:
                self.setCurrentIndex(model.index(row, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.setGridSize(self.tile())
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        index = self.currentIndex()
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and index.isValid():
            self._open(index)
        elif event.key() == Qt.Key.Key_Delete and index.isValid():
            self.forget_wanted.emit(index.data(Shown.CARD).id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        index = self.indexAt(event.pos())
        if not index.isValid():
            return
        person = index.data(Shown.CARD).id
        menu = QMenu(self)
        menu.addAction(tr("Open"), lambda: self.opened.emit(person))
        menu.addSeparator()
        menu.addAction(tr("Forget…"), lambda: self.forget_wanted.emit(person))
        menu.popup(event.globalPos())

    def startDrag(self, _actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's name
        """The face goes along with the pointer."""
        index = self.currentIndex()
        if not index.isValid():
            return
        drag = QDrag(self)
        data: QMimeData = self.model().mimeData([index])
        drag.setMimeData(data)
        image = index.data(Shown.PICTURE)
        if isinstance(image, QImage):
            drag.setPixmap(_round(image, _DRAGGED))
            drag.setHotSpot(QPoint(_DRAGGED // 2, _DRAGGED // 2))
        drag.exec(Qt.DropAction.CopyAction)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        index = self.indexAt(event.position().toPoint())
        model, action = self.model(), Qt.DropAction.CopyAction
        takes = index.isValid() and model.canDropMimeData(event.mimeData(), action, -1, -1, index)
        self._hold_over(index if takes else QModelIndex())
        event.setDropAction(action)
        event.accept() if takes else event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        super().dragLeaveEvent(event)
        self._hold_over(QModelIndex())

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        index = self.indexAt(event.position().toPoint())
        self._hold_over(QModelIndex())
        action = Qt.DropAction.CopyAction
        if index.isValid():
            self.model().dropMimeData(event.mimeData(), action, -1, -1, index)
        event.setDropAction(action)
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        event.ignore()  # the page scrolls

    def _hold_over(self, index: QModelIndex) -> None:
        self._over = QPersistentModelIndex(index)
        self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        card = index.data(Shown.CARD)
        if isinstance(card, PersonCard):
            self.opened.emit(card.id)

    def _measure(self) -> None:
        self.setGridSize(self.tile())
        self.updateGeometry()
        self.scheduleDelayedItemsLayout()


class _Drawing(QStyledItemDelegate):
    """Draws one face with its name, with what the theme gives."""

    def __init__(self, view: FaceWall, look: Look) -> None:
        super().__init__(view)
        self._view = view
        self._look = look

    def sizeHint(  # noqa: N802 - Qt's name
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return self._view.tile()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        card = index.data(Shown.CARD)
        if not isinstance(card, PersonCard):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = QRectF(option.rect).adjusted(0, 0, -Size.PAD, -Size.PAD)
        side = min(place.width(), place.height() - _CAPTION)
        left = place.left()
        face = QRectF(left, place.top(), side, side).adjusted(1, 2, -1, 0)
        self._face(painter, face, index)
        self._ring(painter, face, option, index)
        words = QRectF(left, face.bottom() + 5, side, _CAPTION - 6)
        self._words(painter, words, card)
        painter.restore()

    def _face(
        self, painter: QPainter, place: QRectF, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens, image = self._look.tokens, index.data(Shown.PICTURE)
        shape = QPainterPath()
        shape.addRoundedRect(place, Size.RADIUS, Size.RADIUS)
        painter.save()
        painter.setClipPath(shape)
        painter.fillPath(shape, QColor(tokens.raised if tokens.dark else tokens.line))
        if isinstance(image, QImage):
            painter.drawImage(place, image, _square(image))
        else:
            middle, half = place.center(), min(20.0, place.width() / 4)
            icon = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
            icons.paint(painter, "person", tokens.faint, icon)
        painter.restore()

    def _ring(
        self,
        painter: QPainter,
        place: QRectF,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens, state = self._look.tokens, option.state
        painter.setBrush(Qt.BrushStyle.NoBrush)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if self._view.is_over(index):
            painter.setPen(QPen(QColor(tokens.accent), 3))
        elif focused:
            painter.setPen(QPen(QColor(tokens.accent), Size.STROKE))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(QColor(tokens.muted), 1))
        else:
            painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawRoundedRect(place, Size.RADIUS, Size.RADIUS)

    def _words(self, painter: QPainter, place: QRectF, card: PersonCard) -> None:
        tokens = self._look.tokens
        top = place.top()
        for row, line in enumerate((card.name, card.line)):
            font = QFont(self._view.font())
            font.setPixelSize(Size.TEXT if row == 0 else Size.TEXT_SMALL)
            font.setWeight(QFont.Weight.DemiBold if row == 0 else QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(QColor(tokens.text if row == 0 else tokens.muted))
            metrics = QFontMetrics(font)
            elide = Qt.TextElideMode.ElideRight
            shown = metrics.elidedText(line, elide, int(place.width()))
            where = QRectF(place.left(), top, place.width(), 18)
            painter.drawText(where, int(Qt.AlignmentFlag.AlignCenter), shown)
            top += 18


def _columns(width: int) -> int:
    return max(1, (width - 2) // (_SIDE + Size.PAD))


def _square(image: QImage) -> QRectF:
    """The middle of a picture."""
    side = min(image.width(), image.height())
    return QRectF((image.width() - side) / 2, (image.height() - side) / 2, side, side)


def _round(image: QImage, side: int) -> QPixmap:
    """A face as it goes along with the pointer."""
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    shape = QPainterPath()
    shape.addEllipse(0, 0, side, side)
    painter.setClipPath(shape)
    painter.setOpacity(0.9)
    painter.drawImage(QRectF(0, 0, side, side), image, _square(image))
    painter.end()
    return made
