"""What is kept, how full the disk is, what goes when, and having it go now."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.storage import Stock, StorageViewModel
from omnisight_desktop.gui.widgets.marks import Bar
from omnisight_desktop.gui.widgets.plain import card, clear, words


class StockView(QWidget):
    """Two cards: what there is, and what goes."""

    def __init__(self, model: StorageViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._disk = words(role="strong")
        self._bar = Bar(look)
        self._shelves = QGridLayout()
        self._dues = QVBoxLayout()
        self._clean = QPushButton(tr("Clean up now"))
        self._stop = QPushButton(tr("Stop"))
        self._verdict = words(role="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Size.PAD)
        column.addWidget(self._held())
        column.addWidget(self._going())
        model.changed.connect(self._show)
        self._show()

    def _held(self) -> QWidget:
        frame, column = card()
        column.setSpacing(Size.GAP)
        column.addWidget(words(tr("What is kept"), "heading"))
        column.addWidget(self._disk)
        column.addWidget(self._bar)
        self._shelves.setHorizontalSpacing(Size.WIDE)
        self._shelves.setVerticalSpacing(Size.GAP // 2)
        self._shelves.setColumnStretch(0, 1)
        column.addLayout(self._shelves)
        return frame

    def _going(self) -> QWidget:
        frame, column = card()
        column.setSpacing(Size.GAP)
        column.addWidget(words(tr("What goes when"), "heading"))
        self._dues.setSpacing(Size.GAP)
        column.addLayout(self._dues)
        row = QHBoxLayout()
        row.setSpacing(Size.PAD)
        row.addWidget(self._verdict, 1)
        row.addWidget(self._stop)
        row.addWidget(self._clean)
        column.addLayout(row)
        self._clean.clicked.connect(self._model.clean)
        self._clean.setToolTip(tr("Removes exactly what is listed; it cannot be brought back"))
        self._stop.clicked.connect(self._model.stop_cleaning)
        return frame

    def _show(self) -> None:
        model, stock = self._model, self._model.stock
        waiting = tr("Counting what is kept…")
        self._disk.setText(model.trouble or (stock.disk if model.loaded else waiting))
        self._disk.setToolTip(stock.place)
        self._bar.show_shares(stock.used, stock.ours)
        self._bar.setAccessibleName(stock.disk)
        clear(self._shelves)
        for at, shelf in enumerate(stock.shelves):
            self._shelves.addWidget(words(shelf.words), at, 0)
            self._shelves.addWidget(words(shelf.since, "muted", wrap=False), at, 1)
            size = words(shelf.size, wrap=False)
            size.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._shelves.addWidget(size, at, 2)
        if model.loaded and not stock.shelves:
            self._shelves.addWidget(words(tr("Nothing is kept yet."), "muted"), 0, 0)
        self._show_dues(stock)
        self._clean.setVisible(not model.cleaning)
        self._clean.setEnabled(bool(stock.now))
        self._stop.setVisible(model.cleaning)

    def _show_dues(self, stock: Stock) -> None:
        clear(self._dues)
        now = tr("Past its time now")
        if self._model.loaded:
            for when, lines in ((now, stock.now), *((due.when, due.lines) for due in stock.dues)):
                self._dues.addLayout(_due(when, lines))
        if self._model.cleaning:
            verdict = tr("Cleaning up…")
        elif stock.now:
            verdict = tr("What is past its time goes for good. Protected clips stay.")
        else:
            verdict = tr("Nothing has to go now. Once an hour this is looked at by itself.")
        self._verdict.setText(" ".join(filter(None, (stock.note, verdict))))


def _due(when: str, lines: tuple[str, ...]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Size.PAD)
    head = words(when, "muted")
    head.setFixedWidth(160)
    row.addWidget(head)
    row.addWidget(words(" · ".join(lines) or tr("nothing")), 1)
    return row
