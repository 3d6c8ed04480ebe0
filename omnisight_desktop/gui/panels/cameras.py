"""The cameras: a wall of all of them, a page for adding one, and a page for each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.core.camera import CameraState
from omnisight_desktop.gui import icons
from omnisight_desktop.gui.action import Action
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.cameras import CamerasViewModel
from omnisight_desktop.gui.viewmodels.sketch import Kind
from omnisight_desktop.gui.widgets.adding import AddPage
from omnisight_desktop.gui.widgets.camera_card import CameraTile
from omnisight_desktop.gui.widgets.camera_page import CameraPage
from omnisight_desktop.gui.widgets.panel import Panel
from omnisight_desktop.gui.widgets.said import words
from omnisight_desktop.gui.widgets.scrolled import Scrolled
from omnisight_desktop.gui.widgets.wall import Wall

_WALL_MS = 60  # one tile after another, so that none makes the window wait
_GLANCE_MS = 400  # each as often as that at most
_ONE_MS = 40
_STATES_MS = 500
_COUNTS_MS = 5000


class CamerasPanel(Panel):
    """Pulls pictures while it is seen, few on the wall and many of the one that is drawn on."""

    def __init__(self, model: CamerasViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self._tiles: dict[str, CameraTile] = {}
        self._shown = ""
        self._turn = 0
        self._drawn_next: Kind | None = None
        self._summary = words("", "muted", wrap=False)
        self._wall = Wall()
        self._empty = QWidget()
        self._pages = QStackedWidget()
        self._all = self._wall_page()
        self._add = AddPage(model.adding, look)
        self._one = CameraPage(model.one, look)
        for page in (self._all, self._add, self._one):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self._timers = [
            self._every(_WALL_MS, self._paint_wall),
            self._every(_ONE_MS, self._paint_one),
            self._every(_STATES_MS, model.refresh),
            self._every(_COUNTS_MS, self._count),
        ]
        self._connect()
        model.load()

    def actions_here(self) -> Sequence[Action]:
        return (
            Action("cameras.add", tr("Add a camera"), self.add, "Ctrl+N", "add"),
            Action("cameras.all", tr("All cameras"), self.show_all, "Alt+Left", "cameras"),
            Action("cameras.test", tr("Test the camera"), self._test, "Ctrl+T", "play"),
            Action("cameras.zone", tr("Draw a zone"), lambda: self._draw(Kind.ZONE), "Z", "zone"),
            Action("cameras.line", tr("Draw a line"), lambda: self._draw(Kind.LINE), "L", "line"),
            Action("cameras.mask", tr("Draw a mask"), lambda: self._draw(Kind.MASK), "M", "mask"),
            Action("cameras.undo", tr("Undo the drawing"), self._undo, "Ctrl+Z", "undo"),
            Action("cameras.redo", tr("Redo the drawing"), self._redo, "Ctrl+Shift+Z", "redo"),
            Action("cameras.save", tr("Save the camera"), self._save, "Ctrl+S", "save"),
        )

    def show_this(self, wanted: str) -> None:
        """Open a camera by its id; ``add`` begins a new one."""
        if wanted == "add":
            self.add()
        elif wanted:
            self.open(wanted)

    def close_down(self) -> None:
        for timer in self._timers:
            timer.stop()
        self._model.close()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._model.refresh()
        for timer in self._timers:
            timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        for timer in self._timers:
            timer.stop()

    def open(self, camera: str) -> None:
        """Show one camera."""
        self._shown = camera
        self._model.one.open(camera)
        self._pages.setCurrentWidget(self._one)
        self._show_state()

    def add(self) -> None:
        """Show the page on which a camera is added."""
        self._leave_one()
        self._add.begin()
        self._pages.setCurrentWidget(self._add)

    def show_all(self) -> None:
        """Show the wall."""
        self._leave_one()
        self._pages.setCurrentWidget(self._all)
        self._model.load()

    def _wall_page(self) -> QWidget:
        add = QPushButton(tr("Add a camera"))
        add.setProperty("role", "primary")
        add.setToolTip(tr("Add a camera  Ctrl+N"))
        add.clicked.connect(self.add)
        icons.put(add, "add", self._look, role="accent")
        head = QHBoxLayout()
        head.setSpacing(Size.ROOM)
        head.addWidget(words(tr("Cameras"), "title", wrap=False))
        head.addWidget(self._summary)
        head.addStretch(1)
        head.addWidget(add)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, Size.ROOM)
        column.addWidget(self._wall)
        column.addWidget(self._nothing())
        column.addStretch(1)
        scroll = Scrolled(inside, passed=True)
        page = QWidget()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(Size.ROOM, Size.PAD, Size.ROOM, 0)
        whole.setSpacing(Size.PAD)
        whole.addLayout(head)
        whole.addWidget(scroll, 1)
        return page

    def _nothing(self) -> QWidget:
        add = QPushButton(tr("Add a camera"))
        add.setProperty("role", "primary")
        add.clicked.connect(self.add)
        column = QVBoxLayout(self._empty)
        column.setContentsMargins(0, 4 * Size.WIDE, 0, 0)
        column.setSpacing(Size.ROOM)
        told = words(
            tr("No camera yet. A webcam, a camera in your network or a recording will be here."),
            "muted",
        )
        told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(told)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignHCenter)
        self._empty.hide()
        return self._empty

    def _connect(self) -> None:
        model = self._model
        model.changed.connect(self._show_cards)
        model.adding.added.connect(self._added)
        model.one.opened.connect(self._opened)
        self._add.left.connect(self.show_all)
        self._one.left.connect(self.show_all)

    def _leave_one(self) -> None:
        if self._shown:
            self._model.one.keep_draft()
            self._shown = ""

    def _added(self, camera: str) -> None:
        self._model.load()
        self.open(camera)

    def _draw(self, kind: Kind) -> None:
        """Draw on the camera that is open, or on the one that has the keyboard, or on the first."""
        if self._pages.currentWidget() is self._one:
            self._one.draw(kind)
            return
        focused = next((t.camera for t in self._tiles.values() if t.hasFocus()), None)
        camera = focused or next(iter(self._tiles), None)
        if camera is not None:
            self._drawn_next = kind
            self.open(camera)

    def _opened(self) -> None:
        self._show_state()
        if self._drawn_next is not None:
            self._one.draw(self._drawn_next)
            self._drawn_next = None

    def _undo(self) -> None:
        if self._pages.currentWidget() is self._one:
            self._model.one.drawing.undo()

    def _redo(self) -> None:
        if self._pages.currentWidget() is self._one:
            self._model.one.drawing.redo()

    def _save(self) -> None:
        if self._pages.currentWidget() is self._one:
            self._model.one.save()
        elif self._pages.currentWidget() is self._add:
            self._model.adding.save()

    def _test(self) -> None:
        if self._pages.currentWidget() is self._one:
            self._one.show_tab(3)
            self._model.one.test()
        elif self._pages.currentWidget() is self._add:
            self._add.test()

    def _count(self) -> None:
        if self._pages.currentWidget() is self._one:
            self._model.one.count()

    def _paint_wall(self) -> None:
        if self._pages.currentWidget() is not self._all or not self._tiles:
            return
        self._turn = (self._turn + 1) % max(len(self._tiles), _GLANCE_MS // _WALL_MS)
        tile = dict(enumerate(self._tiles.values())).get(self._turn)
        if tile is not None and tile.isVisible():
            wide = round(tile.thumbnail.width() * tile.devicePixelRatioF())
            picture = self._model.picture(tile.camera, tile.thumbnail.serial, wide)
            if picture is not None:
                tile.show_picture(*picture)

    def _paint_one(self) -> None:
        if self._pages.currentWidget() is self._one:
            self._one.pull()

    def _show_cards(self) -> None:
        cards = self._model.cards
        for card in cards:
            tile = self._tiles.get(card.id)
            if tile is None:
                self._tiles[card.id] = self._tile(card.id)
            else:
                tile.show_card(card)
        wanted = {card.id for card in cards}
        self._tiles = {camera: t for camera, t in self._tiles.items() if camera in wanted}
        self._wall.show_cards([self._tiles[card.id] for card in cards])
        self._wall.setVisible(bool(cards))
        self._empty.setVisible(self._model.loaded and not cards)
        self._summary.setText(self._model.summary())
        self._show_state()

    def _tile(self, camera: str) -> CameraTile:
        card = self._model.card(camera)
        if card is None:
            raise LookupError(camera)
        tile = CameraTile(card, self._look)
        tile.opened.connect(self.open)
        tile.switched.connect(lambda camera, on: self._model.switch(camera, on=on))
        tile.removed.connect(self._model.remove)
        tile.retried.connect(self._model.retry)
        return tile

    def _show_state(self) -> None:
        card = self._model.card(self._shown) if self._shown else None
        if card is not None:
            live = card.state in (CameraState.LIVE, CameraState.ENDED)
            away = card.state is CameraState.OFFLINE
            self._one.show_state(card.chip, card.sentence, live=live, away=away)

    def _every(self, interval_ms: int, call: object) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval_ms)
        timer.timeout.connect(call)
        return timer
