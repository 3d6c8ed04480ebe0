"""A rule that is made or changed: its sentence, its name, and what it would have done last week."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.rules import RulesViewModel
from omnisight_desktop.gui.viewmodels.sentence import Choice
from omnisight_desktop.gui.widgets.hits import Hits
from omnisight_desktop.gui.widgets.said import Field, play_role, words
from omnisight_desktop.gui.widgets.scrolled import Scrolled
from omnisight_desktop.gui.widgets.sentence import Sentence


class RulePage(QWidget):
    """Shows the rule of the view-model that is being made; words are chosen, and tried at once."""

    channels_wanted = Signal()

    def __init__(self, model: RulesViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self.sentence = Sentence()
        self.sentence.chosen.connect(model.choose)
        self._name = QLineEdit()
        self._name.textEdited.connect(model.call)
        self._draw = QPushButton(tr("Draw zones and lines"))
        self._channels = QPushButton(tr("Set up who is told"))
        self._trouble = words("", "failed")
        self._save = QPushButton(tr("Save"))
        self._discard = QPushButton(tr("Discard"))
        self._told = words("", "strong")
        self._ways = words("", "muted")
        self._hits = Hits(look)
        self._hits.chosen.connect(model.show_hit)
        self._lay_out()
        model.drafted.connect(self.show_draft)
        model.rehearsed.connect(self.show_rehearsal)
        self.show_draft()

    def show_draft(self) -> None:
        """Show the rule as it stands."""
        model = self._model
        if model.draft is None:
            return
        pieces = tuple(piece for clause in model.clauses() for piece in clause)
        self.sentence.show_pieces(pieces)
        if self._name.text() != model.draft.rule.name:
            with QSignalBlocker(self._name):
                self._name.setText(model.draft.rule.name)
        self._name.setPlaceholderText(model.usual_name())
        choices = [piece for piece in pieces if isinstance(piece, Choice)]
        missing = [choice for choice in choices if choice.missing]
        hindrance = model.trouble or _missing(missing)
        self._trouble.setText(hindrance or _awaited(choices))
        play_role(self._trouble, "failed" if hindrance else "warning")
        self._trouble.setVisible(bool(self._trouble.text()))
        self._save.setEnabled(model.dirty and not missing)
        self._discard.setEnabled(model.dirty)
        self._channels.setVisible(not model.around(model.draft.camera).channels)

    def show_rehearsal(self) -> None:
        """Show what it would have done."""
        found = self._model.rehearsal
        if found is None:
            self._told.setText(tr("Trying it on the last 7 days…"))
            self._ways.hide()
            return
        self._told.setText(tr("Trying it again…") if self._model.trying else found.told())
        self._ways.setText(found.ways())
        self._ways.setVisible(bool(found.ways()) and found.points > 0)
        if not self._model.trying:
            self._hits.show_hits(found.shown)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("role", "plainCard")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(Size.ROOM, Size.ROOM, Size.ROOM, Size.ROOM)
        inside.setSpacing(Size.PAD)
        inside.addWidget(self.sentence)
        inside.addLayout(self._helpers())
        inside.addLayout(self._name_row())
        inside.addWidget(self._trouble)
        below = QVBoxLayout()
        below.setSpacing(Size.GAP)
        below.addWidget(self._told)
        below.addWidget(self._ways)
        below.addWidget(self._hits)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, Size.GAP, Size.ROOM)
        column.setSpacing(Size.ROOM)
        column.addWidget(card)
        column.addLayout(below)
        column.addStretch(1)
        page = QWidget()
        page.setLayout(column)
        scroll = Scrolled(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _helpers(self) -> QHBoxLayout:
        for button, call in (
            (self._draw, self._model.draw),
            (self._channels, self.channels_wanted.emit),
        ):
            button.setProperty("role", "link")
            button.clicked.connect(call)
        row = QHBoxLayout()
        row.setSpacing(Size.GAP)
        row.addWidget(self._draw)
        row.addWidget(self._channels)
        row.addStretch(1)
        return row

    def _name_row(self) -> QHBoxLayout:
        self._save.setProperty("role", "primary")
        self._save.setToolTip(tr("Save; it holds within seconds  Ctrl+S"))
        self._save.clicked.connect(self._model.save)
        self._discard.clicked.connect(self._model.discard)
        icons.put(self._save, "save", self._look, role="accent")
        row = QHBoxLayout()
        row.setSpacing(Size.GAP)
        row.addWidget(Field(tr("Name, as messages and events say it"), self._name), 1)
        row.addWidget(self._discard, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self._save, 0, Qt.AlignmentFlag.AlignBottom)
        return row


def _missing(choices: list[Choice]) -> str:
    """What has to be drawn or set up first."""
    if not choices:
        return ""
    if choices[0].key == "tell":
        return tr("{name} is not set up any more. Choose somebody else.", name=choices[0].words)
    if choices[0].key.endswith("gesture"):
        return tr("Choose a gesture, or write the name of one that is still to be taught.")
    return tr("Choose {words}; where there is none yet, draw it first.", words=choices[0].words)


def _awaited(choices: list[Choice]) -> str:
    """What the rule waits for, though it can be saved."""
    names = [choice.words for choice in choices if choice.awaited]
    if not names:
        return ""
    return tr(
        "No gesture {name} is known or switched on yet; the rule waits for it.", name=names[0]
    )
