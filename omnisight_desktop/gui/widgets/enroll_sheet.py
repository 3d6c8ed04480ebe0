"""The sheet on which somebody is made known by photographs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.enrolling import EnrollingViewModel, PhotoCard
from omnisight_desktop.gui.widgets.face_strip import draw_face
from omnisight_desktop.gui.widgets.name_field import NameField
from omnisight_desktop.gui.widgets.overlay import Overlay
from omnisight_desktop.gui.widgets.said import Field, play_role, words
from omnisight_desktop.gui.widgets.scrolled import Scrolled

_WIDTH = 600
_SIDE = 64
_LIST = 240


class EnrollSheet(Overlay):
    """A name, some photographs, and what became of each."""

    known = Signal(str)  # somebody is; whoever is shown next

    def __init__(self, parent: QWidget, model: EnrollingViewModel, look: Look) -> None:
        super().__init__(parent, look, _WIDTH)
        self._model = model
        self._look = look
        self._person = ""
        self._name = NameField(tr("Name"))
        self._choose = QPushButton(tr("Choose photographs…"))
        self._rows = QVBoxLayout()
        self._scroll = Scrolled(passed=True)
        self._trouble = words("", "failed")
        self._add = QPushButton(tr("Add"))
        self._cancel = QPushButton(tr("Cancel"))
        self.setAcceptDrops(True)
        self._lay_out()
        model.changed.connect(self._show)
        model.enrolled.connect(self._enrolled)

    def begin(self, names: list[str]) -> None:
        """Somebody new, or more of somebody known."""
        self._person = ""
        self._name.clear()
        self._name.offer(names)
        self._model.begin()
        self.come(self._name)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        self._model.choose(files)
        event.acceptProposedAction()

    def _lay_out(self) -> None:
        hint = tr(
            "Two or three pictures from different sides, days and lights are better than ten of one "
            "moment. They stay on this computer."
        )
        self._choose.clicked.connect(self._ask_files)
        self._add.setProperty("role", "primary")
        self._add.clicked.connect(self._go_on)
        self._name.returnPressed.connect(self._go_on)
        self._cancel.clicked.connect(self.leave)
        icons.put(self._choose, "folder", self._look)
        inside = QWidget()
        inside.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, Size.GAP, 0)
        self._rows.setSpacing(Size.GAP)
        self._scroll.hold(inside)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        buttons = QHBoxLayout()
        buttons.setSpacing(Size.GAP)
        buttons.addWidget(self._choose)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._add)
        column = QVBoxLayout(self.sheet)
        column.setContentsMargins(Size.WIDE, Size.WIDE, Size.WIDE, Size.ROOM)
        column.setSpacing(Size.PAD)
        column.addWidget(words(tr("Add somebody"), "title", wrap=False))
        column.addWidget(words(hint, "muted"))
        column.addWidget(Field(tr("Name"), self._name))
        column.addWidget(self._scroll)
        column.addWidget(self._trouble)
        column.addLayout(buttons)

    def _ask_files(self) -> None:
        files = chosen_photos(self)
        if files:
            self._model.choose(files)

    def _go_on(self) -> None:
        if self._model.done:
            self.leave()
            self.known.emit(self._person)
        else:
            self._model.enroll(self._name.text())

    def _enrolled(self, person: str) -> None:
        self._person = person
        if all(card.taken for card in self._model.photos):
            self._go_on()

    def _show(self) -> None:
        model = self._model
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for card in model.photos:
            self._rows.addWidget(_Row(card, self._look))
        self._rows.addStretch(1)
        count = len(model.photos)
        self._scroll.setVisible(bool(count))
        self._scroll.setFixedHeight(min(_LIST, count * (_SIDE + Size.GAP)))
        self._trouble.setText(model.trouble)
        self._trouble.setVisible(bool(model.trouble))
        self._name.setEnabled(not model.busy)
        self._choose.setEnabled(not model.busy)
        self._add.setEnabled(not model.busy)
        words_ = tr("Looking…") if model.busy else tr("Show") if model.done else tr("Add")
        self._add.setText(words_)
        self._cancel.setText(tr("Close") if model.done else tr("Cancel"))


class _Row(QWidget):
    """One photograph: the face in it, its file, and what became of it."""

    def __init__(self, card: PhotoCard, look: Look) -> None:
        super().__init__()
        said = words(card.words, "small")
        if card.taken is not None:
            play_role(said, "good" if card.taken else "warning")
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addStretch(1)
        text.addWidget(words(card.file.name, "strong", wrap=False))
        text.addWidget(said)
        text.addStretch(1)
        said.setVisible(bool(card.words))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Size.PAD)
        row.addWidget(_Face(card.picture, look))
        row.addLayout(text, 1)
        self.setFixedHeight(_SIDE)
        self.setToolTip(str(card.file))


class _Face(QWidget):
    """The picture, square."""

    def __init__(self, image: QImage | None, look: Look) -> None:
        super().__init__()
        self._image = image or QImage()
        self._look = look
        self.setFixedSize(_SIDE, _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        draw_face(painter, self._image, self.rect().toRectF(), self._look.tokens.line)


def chosen_photos(parent: QWidget) -> list[Path]:
    """What somebody picks in the dialog of the system."""
    kinds = tr("Pictures") + " (*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff)"
    files, _ = QFileDialog.getOpenFileNames(parent, tr("Choose photographs"), "", kinds)
    return [Path(file) for file in files]
