"""A rule as a sentence on the screen: plain words, and words that open a choice."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.sentence import Choice, Piece
from omnisight_desktop.gui.widgets.chooser import Chooser
from omnisight_desktop.gui.widgets.flow import Flow
from omnisight_desktop.gui.widgets.said import words

_MARK = re.compile(r"[,.:;]\s*")
_WORDS = re.compile(r"\S+\s*|\s+")


class Sentence(QWidget):
    """Lays out the words of a sentence in lines; a chosen word keeps the keyboard."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._flow = Flow(self, gap=0, line_gap=4)
        self._shown: tuple[Piece, ...] = ()
        self._open: Chooser | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_pieces(self, pieces: tuple[Piece, ...]) -> None:
        """Show this sentence."""
        if pieces == self._shown:
            return
        focused = self._focused()
        self._shown = pieces
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, piece in enumerate(pieces):
            behind = pieces[at + 1] if at + 1 < len(pieces) else ""
            before = pieces[at - 1] if at else ""
            if isinstance(piece, Choice):
                self._add_choice(piece, _mark(behind))
            else:
                self._add_words(piece.removeprefix(_mark(piece) if before else ""))
        self.updateGeometry()
        self._flow.invalidate()
        self._keep_open()
        if focused and self._open is None and (word := self.word(focused)) is not None:
            word.setFocus()

    def word(self, key: str) -> QPushButton | None:
        """The word on the screen that opens a choice."""
        for at in range(self._flow.count()):
            item = self._flow.itemAt(at)
            holder = item.widget() if item is not None else None
            word = holder.findChild(QPushButton) if holder is not None else None
            if word is not None and word.property("key") == key:
                return word
        return None

    def open(self, key: str) -> Chooser | None:
        """Open the choice of a word."""
        word, choice = self.word(key), self._choice(key)
        if word is None or choice is None:
            return None
        opened = self._open = Chooser(self, choice)
        opened.chosen.connect(self.chosen.emit)
        opened.closed.connect(lambda: self._closed(key))
        opened.open_at(word)
        return opened

    def _add_choice(self, choice: Choice, mark: str) -> None:
        """A word to choose, with the mark behind it in the same line."""
        button = QPushButton(choice.words)
        button.setProperty("role", "word")
        button.setProperty("usual", choice.usual)
        button.setProperty("missing", choice.missing)
        button.setProperty("key", choice.key)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.setAccessibleName(tr("{word}: choose another word", word=choice.words))
        button.clicked.connect(lambda _=False, key=choice.key: self.open(key))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(button)
        if mark:
            row.addWidget(words(mark, "sentence", wrap=False))
        self._flow.addWidget(holder)

    def _add_words(self, text: str) -> None:
        for word in _WORDS.findall(text):
            self._flow.addWidget(words(word, "sentence", wrap=False))

    def _choice(self, key: str) -> Choice | None:
        return next((p for p in self._shown if isinstance(p, Choice) and p.key == key), None)

    def _focused(self) -> str:
        widget = self.focusWidget()
        return str(widget.property("key") or "") if widget is not None else ""

    def _keep_open(self) -> None:
        """A choice of several stays open while they are chosen."""
        if self._open is None:
            return
        key = self._open.key
        choice = self._choice(key)
        if choice is None:
            self._open.close()
        else:
            self._open.show_choice(choice)

    def _closed(self, key: str) -> None:
        self._open = None
        word = self.word(key)
        if word is not None:
            word.setFocus()


def _mark(piece: Piece) -> str:
    """The comma or stop with which words begin, if they do."""
    found = _MARK.match(piece) if isinstance(piece, str) else None
    return found[0] if found else ""
