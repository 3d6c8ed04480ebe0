"""Gestures: the library, teaching by showing, trying out, and what is taken for what."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.action import Action
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.gestures import GestureCard, GesturesViewModel
from omnisight_desktop.gui.widgets.empty import Empty
from omnisight_desktop.gui.widgets.gesture_card import GestureTile
from omnisight_desktop.gui.widgets.gesture_page import OneGesture
from omnisight_desktop.gui.widgets.matrix import Matrix
from omnisight_desktop.gui.widgets.panel import Panel
from omnisight_desktop.gui.widgets.said import words
from omnisight_desktop.gui.widgets.scrolled import Scrolled
from omnisight_desktop.gui.widgets.teach_page import TeachPage
from omnisight_desktop.gui.widgets.try_page import TryPage
from omnisight_desktop.gui.widgets.wall import Wall

_LOAD_MS = 15_000
_PULL_MS = 33
_EMPTY = 320
LIBRARY, TEACH, TRY, COMPARE = range(4)


class GesturesPanel(Panel):
    """Four pages over one library; the camera is let go of when neither of its pages is shown."""

    def __init__(self, model: GesturesViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self._tabs = QButtonGroup(self)
        self._pages = QStackedWidget()
        self._inside = QStackedWidget()  # the library: all of it, or one gesture
        self._tiles: dict[str, GestureTile] = {}
        self._wall, self._untaught = Wall(), Wall()
        said = tr("Show a movement three times and give it a name. It is an event when made again.")
        self._empty = Empty(look, "gestures", tr("No gesture yet"), said, tr("Teach a gesture"))
        self._empty.asked.connect(lambda: self.teach())
        self._head_of_untaught = words(tr("Known without being taught"), "heading")
        self._trouble = words("", "failed")
        self._one = OneGesture(model, look)
        self.teach_page = TeachPage(model.teaching, look)
        self.try_page = TryPage(model.trying, look)
        self._matrix = Matrix(look)
        self._matrix_words = words("", "muted")
        self._buttons: tuple[QPushButton, ...] = ()
        self._lay_out()
        self._timers = (self._every(_LOAD_MS, model.load), self._every(_PULL_MS, self._pull))
        model.changed.connect(self._show)
        model.compared.connect(self._show_matrix)
        model.teaching.kept.connect(self._kept)
        model.load()

    def actions_here(self) -> Sequence[Action]:
        return (
            Action("gestures.teach", tr("Teach a gesture"), self.teach, "Ctrl+N", "add"),
            Action("gestures.record", tr("Record takes, or stop"), self._record, "Ctrl+Space", "record"),
            Action("gestures.save", tr("Keep the gesture"), self._save, "Ctrl+S", "save"),
            Action("gestures.videos", tr("Learn from videos"), self._videos, "Ctrl+O", "film"),
            Action("gestures.library", tr("All gestures"), self._back, "Alt+1", "gestures"),
            Action("gestures.try", tr("Try gestures out"), lambda: self.turn_to(TRY), "Alt+3", "eye"),
            Action("gestures.compare", tr("What is taken for what"),
                   lambda: self.turn_to(COMPARE), "Alt+4", "grid"),
            Action("gestures.import", tr("Take in shared gestures"), self._import, "Ctrl+I", "download"),
            Action("gestures.export", tr("Share all gestures"), self._export_all, "Ctrl+E", "export"),
            Action("gestures.back", tr("Back to all gestures"), self._back, "Esc", "back"),
        )  # fmt: skip

    def show_this(self, wanted: str) -> None:
        """``teach``, ``try`` or ``compare`` is a page; everything else is a gesture by its name."""
        pages = {"teach": TEACH, "try": TRY, "compare": COMPARE}
        if wanted in pages:
            self.turn_to(pages[wanted])
        elif wanted:
            self.turn_to(LIBRARY)
            self._model.open(wanted)

    def close_down(self) -> None:
        for timer in self._timers:
            timer.stop()
        self._model.close()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._model.load()
        for timer in self._timers:
            timer.start()
        self._follow(self._pages.currentIndex())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        for timer in self._timers:
            timer.stop()
        self._leave_camera()

    def turn_to(self, at: int) -> None:
        """Show the library, teaching, trying out, or what is taken for what."""
        self._tabs.button(at).setChecked(True)
        self._pages.setCurrentIndex(at)
        self._follow(at)

    def teach(self, label: str = "") -> None:
        """Teach a new gesture, or more takes of one."""
        if label or self._pages.currentIndex() != TEACH:
            if label:
                self._model.teach_more(label)
            elif self._model.teaching.more:
                self._model.teaching.begin()
            self.turn_to(TEACH)
        self.teach_page.ask_name()

    def _follow(self, at: int) -> None:
        """Have the camera and what is tried go with the page."""
        if not self.isVisible():
            return
        if at != TEACH:
            self._model.teaching.stop()
        if at != TRY:
            self._model.trying.shut()
        if at in (TEACH, TRY):
            self._model.mirror.open()
        else:
            self._model.mirror.shut()
        if at == TRY:
            self._model.trying.open()
        if at == COMPARE and (self._model.stale or self._model.confusion is None):
            self._model.compare()
        self._show_buttons(at)

    def _leave_camera(self) -> None:
        self._model.teaching.stop()
        self._model.trying.shut()
        self._model.mirror.shut()

    def _pull(self) -> None:
        at = self._pages.currentIndex()
        if at == TEACH:
            self.teach_page.pull()
        elif at == TRY:
            self.try_page.pull()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Size.ROOM, Size.PAD, Size.ROOM, Size.ROOM)
        whole.setSpacing(Size.ROOM)
        whole.addLayout(self._head())
        whole.addWidget(self._pages, 1)
        self._inside.addWidget(self._library())
        self._inside.addWidget(self._one)
        self._one.left.connect(self._model.leave)
        self._one.asked.connect(self._asked)
        for page in (self._inside, self.teach_page, self.try_page, self._compare()):
            self._pages.addWidget(page)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Size.GAP // 2)
        row.addWidget(words(tr("Gestures"), "title", wrap=False))
        row.addSpacing(Size.ROOM)
        titles = (tr("Library"), tr("Teach"), tr("Try out"), tr("Mix-ups"))
        for at, title in enumerate(titles):
            tab = QPushButton(title)
            tab.setProperty("role", "tab")
            tab.setCheckable(True)
            tab.setToolTip(f"{title}  Alt+{at + 1}" if at != TEACH else f"{title}  Ctrl+N")
            self._tabs.addButton(tab, at)
            row.addWidget(tab)
        self._tabs.button(LIBRARY).setChecked(True)
        self._tabs.idClicked.connect(self._clicked)
        row.addStretch(1)
        made = []
        for said, tip, icon, call in (
            (tr("Take in…"), tr("Gestures that somebody shared  Ctrl+I"), "download", self._import),
            (
                tr("Share all…"),
                tr("Write all gestures to a file  Ctrl+E"),
                "export",
                self._export_all,
            ),
        ):
            button = QPushButton(said)
            button.setToolTip(tip)
            button.clicked.connect(call)
            icons.put(button, icon, self._look)
            row.addWidget(button)
            made.append(button)
        teach = QPushButton(tr("Teach a gesture"))
        teach.setProperty("role", "primary")
        teach.setToolTip("Ctrl+N")
        teach.clicked.connect(lambda: self.teach())
        icons.put(teach, "add", self._look, role="accent")
        row.addWidget(teach)
        self._buttons = (*made, teach)
        return row

    def _library(self) -> QWidget:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, Size.GAP, Size.ROOM)
        column.setSpacing(Size.ROOM)
        self._empty.setMinimumHeight(_EMPTY)
        for part in (
            self._trouble,
            self._wall,
            self._empty,
            self._head_of_untaught,
            self._untaught,
        ):
            column.addWidget(part)
        column.addStretch(1)
        self._empty.hide()
        self._head_of_untaught.hide()
        return Scrolled(column)

    def _compare(self) -> QWidget:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, Size.GAP, 0)
        column.setSpacing(Size.ROOM)
        column.addWidget(self._matrix_words)
        column.addWidget(self._matrix, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return Scrolled(column)

    def _clicked(self, at: int) -> None:
        if at == LIBRARY:
            self._model.leave()
        self.turn_to(at)

    def _show(self) -> None:
        model = self._model
        self._trouble.setText(model.trouble)
        self._trouble.setVisible(bool(model.trouble))
        self._fill(self._wall, model.cards)
        self._fill(self._untaught, model.activities)
        self._wall.setVisible(bool(model.cards))
        self._empty.setVisible(model.loaded and not model.cards)
        self._head_of_untaught.setVisible(bool(model.activities))
        page = model.page
        if page is not None:
            self._one.show_page(page)
        self._inside.setCurrentIndex(0 if page is None else 1)
        self._show_buttons(self._pages.currentIndex())
        if model.stale and self._pages.currentIndex() == COMPARE and self.isVisible():
            model.compare()

    def _show_buttons(self, at: int) -> None:
        take_in, share, teach = self._buttons
        library = at == LIBRARY and self._inside.currentIndex() == 0
        take_in.setVisible(library)
        share.setVisible(library and bool(self._model.cards))
        teach.setVisible(at != TEACH and (at != LIBRARY or bool(self._model.cards)))

    def _fill(self, wall: Wall, cards: list[GestureCard]) -> None:
        tiles = []
        for card in cards:
            key = f"{card.activity}/{card.label}"
            tile = self._tiles.get(key)
            if tile is None:
                tile = self._tiles[key] = self._tile(card)
            else:
                tile.show_card(card)
            tiles.append(tile)
        wall.show_cards(tiles)
        kind = f"{wall is self._untaught}/"
        wanted = {f"{card.activity}/{card.label}" for card in cards}
        for key in [k for k in self._tiles if k.startswith(kind) and k not in wanted]:
            del self._tiles[key]

    def _tile(self, card: GestureCard) -> GestureTile:
        tile = GestureTile(card, self._look)
        tile.opened.connect(self._model.open)
        tile.switched.connect(lambda label, on: self._model.switch(label, on=on))
        tile.asked.connect(self._asked)
        return tile

    def _show_matrix(self) -> None:
        model = self._model
        told = model.confusion
        self._matrix.show_confusion(told, model.threshold)
        self._matrix.setVisible(told is not None)
        if model.comparing and told is None:
            said = tr("Comparing every take with all others…")
        elif told is None:
            said = tr("No gesture is looked for, so there is nothing to be mixed up.")
        else:
            wrong = told.mistaken(model.threshold)
            pairs = ", ".join(f"{one} → {other}" for one, other in wrong)
            said = tr("Row: what was made. Column: what it was taken for, and how surely (in %).")
            said += " " + tr("Each take is asked for as if it had never been shown.")
            first = (
                tr("Taken for another: {pairs}.", pairs=pairs)
                if wrong
                else tr("None is taken for another.")
            )
            said = f"{first} {said}"
        self._matrix_words.setText(said)

    def _asked(self, wanted: str, label: str) -> None:
        if wanted == "more":
            self.teach(label)
        elif wanted == "rule":
            self._model.make_rule(label)
        elif wanted == "export":
            self._export(label)
        elif wanted == "delete":
            self._model.delete(label)

    def _kept(self, label: str) -> None:
        self.turn_to(LIBRARY)
        self._model.open(label)

    def _record(self) -> None:
        if self._pages.currentIndex() == TEACH:
            self._model.teaching.toggle()

    def _save(self) -> None:
        if self._pages.currentIndex() == TEACH:
            self._model.teaching.save()

    def _videos(self) -> None:
        if self._pages.currentIndex() not in (TEACH, TRY):
            self.turn_to(TEACH)
        page = self.teach_page if self._pages.currentIndex() == TEACH else self.try_page
        page.stage.ask_films()

    def _back(self) -> None:
        self._model.leave()
        self.turn_to(LIBRARY)

    def _import(self) -> None:
        kinds = tr("Gestures") + " (*.json);;" + tr("All files") + " (*)"
        place, _ = QFileDialog.getOpenFileName(self, tr("Take in shared gestures"), "", kinds)
        if place:
            self._model.take_in(Path(place))

    def _export_all(self) -> None:
        self._export("")

    def _export(self, label: str) -> None:
        name = "".join(c if c.isalnum() or c in "-_ " else "_" for c in label) or "gestures"
        kinds = tr("Gestures") + " (*.json)"
        place, _ = QFileDialog.getSaveFileName(self, tr("Share gestures"), f"{name}.json", kinds)
        if place:
            self._model.export(Path(place), label)

    def _every(self, interval_ms: int, call: object) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval_ms)
        timer.timeout.connect(call)
        return timer
