"""Health at a glance: one sentence, a card for each camera, what the program takes, what it keeps."""

from __future__ import annotations

import importlib
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.health import KINDS, HealthViewModel
from omnisight_desktop.gui.widgets.camera_health import CameraHealth
from omnisight_desktop.gui.widgets.marks import Dot
from omnisight_desktop.gui.widgets.panel import Panel
from omnisight_desktop.gui.widgets.plain import card, clear, words
from omnisight_desktop.gui.widgets.scrolled import Scrolled
from omnisight_desktop.gui.widgets.stock import StockView
from omnisight_desktop.gui.words import day_and_month

_CARD = 292  # the least width of a camera's card, with its gap
_LEAST_COLUMNS = 3  # or one camera would fill the width
_EVERY_S = 2.0
_GB = 1e9
_ALL_CORES = 105.0  # percent, with room above for the line itself
_PLOT = "omnisight_desktop.gui.widgets.plot"
_ROLES = {
    "people": "person",
    "vehicles": "vehicle",
    "animals": "animal",
    "other": "other",
    "offline": "failed",
}


class HealthPanel(Panel):
    """Works while it is looked at; the plots come as soon as their library is loaded."""

    def __init__(self, model: HealthViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self._dot = Dot(look)
        self._sentence = words(role="title")
        self._more = words(role="muted")
        self._cards: dict[str, CameraHealth] = {}
        self._cameras = QGridLayout()
        self._facts = QHBoxLayout()
        self._plots = QVBoxLayout()
        self._lines: dict[str, Any] = {}
        self._bars: Any = None
        self._asked = False
        self._lay_out()
        model.changed.connect(self._show_cameras)
        model.machine_changed.connect(self._show_machine)
        model.memory_changed.connect(self._show_memory)

    def close_down(self) -> None:
        """Look no more."""
        self._model.close()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._model.start()
        self._model.storage.load()
        if not self._asked:
            self._asked = True
            self._model.fetch(lambda: importlib.import_module(_PLOT), self._build_plots)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self._model.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._place_cards()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Size.GAP)
        head.addWidget(self._dot, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._sentence, 1)
        self._sentence.setMinimumHeight(Size.TARGET)
        self._cameras.setSpacing(Size.PAD)
        self._facts.setSpacing(Size.PAD)
        self._plots.setSpacing(Size.PAD)
        self._plots.addWidget(words(tr("The plots are on their way…"), "muted"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(Size.ROOM, Size.PAD, Size.ROOM, Size.ROOM)
        column.setSpacing(Size.PAD)
        column.addLayout(head)
        column.addWidget(self._more)
        for part in (self._cameras, self._facts, self._plots):
            column.addLayout(part)
        column.addWidget(StockView(self._model.storage, self._look))
        column.addStretch(1)
        scroll = Scrolled(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _show_cameras(self) -> None:
        model = self._model
        self._dot.show_state(model.state)
        self._sentence.setText(model.sentence)
        self._more.setText(model.more)
        self._more.setVisible(bool(model.more))
        wanted = {one.camera: one for one in model.cards}
        for gone in set(self._cards) - set(wanted):
            self._cards.pop(gone).deleteLater()
        fresh = set(wanted) - set(self._cards)
        for camera in fresh:
            self._cards[camera] = CameraHealth(self._look)
        for camera, one in wanted.items():
            self._cards[camera].show_card(one)
        if fresh:
            self._place_cards()

    def _place_cards(self) -> None:
        columns = max(1, (self.width() - 2 * Size.ROOM) // _CARD)
        order = [one.camera for one in self._model.cards if one.camera in self._cards]
        rows = -(-len(order) // columns)
        columns = max(_LEAST_COLUMNS, -(-len(order) // max(1, rows)))
        for at, camera in enumerate(order):
            self._cameras.addWidget(self._cards[camera], at // columns, at % columns)
        for at in range(max(columns, self._cameras.columnCount())):
            self._cameras.setColumnStretch(at, 1 if at < columns else 0)

    def _build_plots(self, plot: Any) -> None:
        clear(self._plots)
        row = QHBoxLayout()
        row.setSpacing(Size.PAD)
        both = {"ours": "accent", "all": "faint"}
        for name, title, roles in (
            ("cpu", tr("Processor, %"), both),
            ("memory", tr("Memory, GB"), {"ours": "accent"}),
            ("disk", tr("Free disk, GB"), {"free": "accent"}),
        ):
            lines = self._lines[name] = plot.Lines(self._look, roles, _EVERY_S)
            row.addWidget(_framed(title, lines, self._legend(roles) if len(roles) > 1 else None))
        self._bars = plot.Bars(self._look, _ROLES)
        self._plots.addLayout(row)
        title = tr("Events by kind and day")
        self._plots.addWidget(_framed(title, self._bars, self._legend(_ROLES)))
        self._show_machine()
        self._show_memory()

    def _legend(self, roles: dict[str, str]) -> QHBoxLayout:
        said = _names()
        row = QHBoxLayout()
        row.setSpacing(Size.GAP // 2)
        for name, role in roles.items():
            row.addWidget(Dot(self._look, role))
            row.addWidget(words(said[name], "small", wrap=False))
            row.addSpacing(Size.GAP)
        return row

    def _show_machine(self) -> None:
        loads = self._model.loads
        if not self._lines or not loads:
            return
        percent = {
            "ours": [one.cpu_ours * 100 for one in loads],
            "all": [one.cpu_all * 100 for one in loads],
        }
        self._lines["cpu"].show_series(percent, _ALL_CORES)
        memory = [one.memory_ours_bytes / _GB for one in loads]
        self._lines["memory"].show_series({"ours": memory})
        total = (loads[-1].disk_total_bytes or 0) / _GB or None
        free = [(one.disk_free_bytes or 0) / _GB for one in loads]
        self._lines["disk"].show_series({"free": free}, total)

    def _show_memory(self) -> None:
        clear(self._facts)
        for fact in self._model.facts:
            frame, column = card()
            column.addWidget(words(fact.value, "heading", wrap=False))
            column.addWidget(words(fact.name, "small", wrap=False))
            self._facts.addWidget(frame, 1)
        if self._model.trouble:
            self._facts.addWidget(words(self._model.trouble, "failed"), 1)
        days = self._model.days
        if days is None or self._bars is None:
            return
        dates = [days.first + timedelta(days=at) for at in range(len(days.counts))]
        layers = {kind: [one[kind] for one in days.counts] for kind in KINDS}
        self._bars.show_layers([day_and_month(one.day, one.month) for one in dates], layers)
        said = _names()
        totals = ", ".join(f"{said[kind]} {sum(layers[kind])}" for kind in KINDS)
        self._bars.setAccessibleName(tr("Events of the last month: {totals}", totals=totals))


def _framed(title: str, plot: QWidget, legend: QHBoxLayout | None) -> QWidget:
    frame, column = card()
    head = QHBoxLayout()
    head.addWidget(words(title, "strong", wrap=False), 1)
    if legend is not None:
        head.addLayout(legend)
    column.addLayout(head)
    column.addWidget(plot)
    plot.setAccessibleName(title)
    return frame


def _names() -> dict[str, str]:
    return {
        "ours": tr("OmniSight"),
        "all": tr("all programs"),
        "free": tr("free"),
        "people": tr("people"),
        "vehicles": tr("vehicles"),
        "animals": tr("animals"),
        "other": tr("other"),
        "offline": tr("offline"),
    }
