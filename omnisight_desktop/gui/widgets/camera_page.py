"""One camera: its live picture to draw on, and beside it what is drawn and what is set."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.camera import CameraViewModel
from omnisight_desktop.gui.viewmodels.sketch import Kind
from omnisight_desktop.gui.widgets.board import Board
from omnisight_desktop.gui.widgets.particulars import LookingPage, PlacePage, RecordingPage
from omnisight_desktop.gui.widgets.said import words
from omnisight_desktop.gui.widgets.shapes import ShapeList

_TAB_OF = {"fps": 1, "labels": 1, "scores": 1, "smallest": 1, "detector": 1}
_TAB_OF |= {"recording": 2, "hours": 2, "keep_days": 2, "keep_gb": 2}
_TAB_OF |= {"name": 3, "address": 3, "record": 3, "audio": 3, "user": 3, "password": 3}


class CameraPage(QWidget):
    """Everything about one camera; what is changed is saved by the bar at its lower edge."""

    left = Signal()

    def __init__(self, model: CameraViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self.board = Board(model.drawing, look)
        self._title = words("", "title", wrap=False)
        self._state = words("", "muted", wrap=False)
        self._retry = QPushButton(tr("Call it again"))
        self._hint = words("", "small")
        self._tools: dict[Kind, QPushButton] = {}
        self._undo = self._icon_button("undo", tr("Undo  Ctrl+Z"), model.drawing.undo)
        self._redo = self._icon_button("redo", tr("Redo  Ctrl+Shift+Z"), model.drawing.redo)
        self._tabs = QButtonGroup(self)
        self._pages = QStackedWidget()
        self.shapes = ShapeList(model, look)
        self._forms = (
            LookingPage(model, look),
            RecordingPage(model, look),
            PlacePage(model, look),
        )
        self._bar = QWidget()
        self._trouble = words("", "failed")
        self._save = QPushButton(tr("Save"))
        self._discard = QPushButton(tr("Discard"))
        self._lay_out()
        model.changed.connect(self._show)
        model.opened.connect(self._opened)
        model.counted.connect(self._show_counts)
        model.drawing.changed.connect(self._show_tools)
        model.drawing.moved_on.connect(self._show_tools)
        self.board.finished.connect(self._drawn)
        self._show()

    def draw(self, kind: Kind) -> None:
        """Take up the pen for one of these, or put it down."""
        drawing = self._model.drawing
        drawing.take_up(None if drawing.tool is kind else kind)
        self._tabs.button(0).setChecked(True)
        self._pages.setCurrentIndex(0)
        self.board.setFocus()

    def pull(self) -> None:
        """Show the newest picture."""
        ratio = self.board.devicePixelRatioF()
        room = (round(self.board.width() * ratio), round(self.board.height() * ratio))
        shown = self._model.picture(self.board.serial, room)
        if shown is not None:
            self.board.show_picture(shown.serial, shown.pixels, shown.tracks, shown.scale)

    def show_state(self, chip: str, sentence: str, *, live: bool, away: bool = False) -> None:
        """Say how the camera is doing; one that is away can be called again."""
        self._state.setText(chip)
        self._retry.setVisible(away)
        if not live:
            self.board.show_words(f"{chip}. {sentence}" if sentence else chip)

    def show_tab(self, at: int) -> None:
        """Bring one of the tabs to the front."""
        self._tabs.button(at).setChecked(True)
        self._pages.setCurrentIndex(at)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(Size.ROOM, Size.PAD, Size.ROOM, Size.ROOM)
        left.setSpacing(Size.PAD)
        left.addLayout(self._head())
        left.addLayout(self._tool_row())
        left.addWidget(self.board, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self._inspector())

    def _head(self) -> QHBoxLayout:
        back = self._icon_button("back", tr("Back to all cameras  Alt+Left"), self.left.emit)
        row = QHBoxLayout()
        row.setSpacing(Size.GAP)
        row.addWidget(back)
        row.addWidget(self._title)
        row.addStretch(1)
        self._retry.setProperty("role", "link")
        self._retry.clicked.connect(self._model.retry)
        row.addWidget(self._retry)
        row.addWidget(self._state)
        return row

    def _tool_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Size.GAP)
        for kind, said, icon, key in (
            (Kind.ZONE, tr("Zone"), "zone", "Z"),
            (Kind.LINE, tr("Line"), "line", "L"),
            (Kind.MASK, tr("Mask"), "mask", "M"),
        ):
            button = QPushButton(said)
            button.setCheckable(True)
            button.setToolTip(f"{tr('Draw')}: {said}  {key}")
            button.clicked.connect(lambda _=False, kind=kind: self.draw(kind))
            icons.put(button, icon, self._look, on="accent")
            self._tools[kind] = button
            row.addWidget(button)
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        row.addWidget(self._hint, 1)
        return row

    def _inspector(self) -> QWidget:
        inspector = QWidget()
        inspector.setObjectName("drawer")
        inspector.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inspector.setFixedWidth(Size.DRAWER + 2 * Size.WIDE)
        tabs = QHBoxLayout()
        tabs.setSpacing(Size.GAP // 2)
        titles = (tr("Drawn"), tr("Looking"), tr("Recording"), tr("Camera"))
        for at, title in enumerate(titles):
            tab = QPushButton(title)
            tab.setProperty("role", "tab")
            tab.setCheckable(True)
            self._tabs.addButton(tab, at)
            tabs.addWidget(tab)
        tabs.addStretch(1)
        self._tabs.button(0).setChecked(True)
        self._tabs.idClicked.connect(self._pages.setCurrentIndex)
        for page in (self.shapes, *self._forms):
            self._pages.addWidget(page)
        column = QVBoxLayout(inspector)
        column.setContentsMargins(Size.ROOM, Size.PAD, Size.PAD, Size.ROOM)
        column.setSpacing(Size.ROOM)
        column.addLayout(tabs)
        column.addWidget(self._pages, 1)
        column.addWidget(self._save_bar())
        return inspector

    def _save_bar(self) -> QWidget:
        self._save.setProperty("role", "primary")
        self._save.setToolTip(tr("Save; it holds at once  Ctrl+S"))
        self._save.clicked.connect(self._model.save)
        self._discard.setToolTip(tr("Back to what was saved"))
        self._discard.clicked.connect(self._model.discard)
        row = QHBoxLayout()
        row.setSpacing(Size.GAP)
        row.addStretch(1)
        row.addWidget(self._discard)
        row.addWidget(self._save)
        column = QVBoxLayout(self._bar)
        column.setContentsMargins(0, 0, Size.GAP // 2, 0)
        column.setSpacing(Size.GAP)
        column.addWidget(self._trouble)
        column.addLayout(row)
        return self._bar

    def _opened(self) -> None:
        self.board.serial = -1
        self.board.show_words(tr("The first picture is on its way."))
        self.show_tab(0)
        self.board.setFocus()

    def _drawn(self) -> None:
        self.shapes.name_chosen()

    def _show(self) -> None:
        model = self._model
        if model.camera is not None:
            self._title.setText(model.form.name or model.camera.name)
        for form in self._forms:
            form.show_form()
        alone = model.trouble if model.refused[0] not in _TAB_OF else ""
        self._trouble.setText(alone)
        self._trouble.setVisible(bool(alone))
        dirty = model.dirty
        self._save.setEnabled(dirty and not model.saving)
        self._discard.setEnabled(dirty and not model.saving)
        self._save.setText(tr("Saving…") if model.saving else tr("Save"))
        wrong = model.refused[0]
        if wrong:
            self.show_tab(_TAB_OF.get(wrong, 0))
        self._show_tools()
        self._show_counts()

    def _show_tools(self) -> None:
        drawing = self._model.drawing
        for kind, button in self._tools.items():
            button.setChecked(drawing.tool is kind)
        self._undo.setEnabled(drawing.can_undo)
        self._redo.setEnabled(drawing.can_redo)
        self._hint.setText(self._hint_now())

    def _hint_now(self) -> str:
        drawing = self._model.drawing
        if drawing.tool is None:
            if drawing.chosen is None:
                return ""
            return tr("Drag points; + adds one, Del takes one away. Tab goes from point to point.")
        if drawing.tool is Kind.LINE:
            return tr("Click its points, then press Enter. Or arrows, Space and Enter. Esc stops.")
        return tr("Click its corners, then the first again. Or arrows, Space and Enter. Esc stops.")

    def _show_counts(self) -> None:
        said = {
            name: tr("{inward} in · {outward} out", inward=ways[0], outward=ways[1])
            for name, ways in self._model.counts.items()
        }
        self.board.show_counts(said)

    def _icon_button(self, icon: str, said: str, call: object) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "plain")
        button.setToolTip(said)
        button.setAccessibleName(said.partition("  ")[0])
        button.clicked.connect(call)
        icons.put(button, icon, self._look)
        return button
