"""Teaching: the mirror at the left; the name, the takes and what is said of them at the right."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.figures import length
from omnisight_desktop.gui.viewmodels.teaching import MOST, Phase, TakeRow, TeachingViewModel
from omnisight_desktop.gui.widgets.figure import FigureView
from omnisight_desktop.gui.widgets.said import Field, Verdict, play_role, words
from omnisight_desktop.gui.widgets.scrolled import Scrolled
from omnisight_desktop.gui.widgets.stage import Stage

_WIDTH = 384
_FIGURE = 56
_TONES = {True: "good", False: "warning", None: "muted"}


class TeachPage(QWidget):
    """All steps on one page, from top to bottom."""

    left = Signal()

    def __init__(self, model: TeachingViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self.stage = Stage(model.mirror, look)
        self._title = words("", "heading")
        self._name = QLineEdit()
        self._by = QLineEdit(model.by)
        self._go = QPushButton()
        self._hint = words("", "muted")
        self._rows: list[TakeCard] = []
        self._takes = QVBoxLayout()
        self._alike = Verdict(look)
        self._mirrored = QCheckBox(tr("Counts with the other hand, too"))
        self._trouble = words("", "failed")
        self._save = QPushButton(tr("Keep it"))
        self._again = QPushButton(tr("Begin anew"))
        self._dress()
        self._lay_out()
        model.changed.connect(self._show)
        model.moved_on.connect(self._show_count)
        model.mirror.changed.connect(self._show)
        self._show()

    def pull(self) -> None:
        """Paint what is new, and go on with what goes on."""
        self._model.pull()
        self.stage.pull()

    def ask_name(self) -> None:
        """Let the name be typed."""
        self._name.setFocus()

    def _lay_out(self) -> None:
        scroll = Scrolled(self._steps())
        right = QVBoxLayout()
        right.setSpacing(Size.PAD)
        right.addWidget(scroll, 1)
        right.addWidget(self._trouble)
        right.addLayout(self._foot())
        side = QWidget()
        side.setLayout(right)
        side.setFixedWidth(_WIDTH)
        right.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Size.WIDE)
        row.addWidget(self.stage, 1)
        row.addWidget(side)

    def _dress(self) -> None:
        self._name.setPlaceholderText(tr("wave, for instance"))
        self._name.setMaxLength(60)
        self._name.textEdited.connect(self._model.call)
        self._name.returnPressed.connect(self._model.start)
        self._by.setMaxLength(60)
        self._by.textEdited.connect(self._model.taught_by)
        self._go.setProperty("role", "primary")
        self._go.clicked.connect(self._model.toggle)
        self._mirrored.setToolTip(
            tr("A movement with the left hand is the same with the right one")
        )
        self._mirrored.toggled.connect(self._model.mirror_too)
        self._save.setProperty("role", "primary")
        self._save.setToolTip(tr("From now on it is looked for  Ctrl+S"))
        self._save.clicked.connect(self._model.save)
        self._again.setProperty("role", "plain")
        self._again.clicked.connect(lambda: self._model.begin())

    def _steps(self) -> QWidget:
        names = QHBoxLayout()
        names.setSpacing(Size.PAD)
        names.addWidget(Field(tr("Name of the gesture"), self._name), 3)
        names.addWidget(Field(tr("Taught by"), self._by), 2)
        self._takes.setSpacing(Size.GAP)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, Size.PAD, 0)
        column.setSpacing(Size.PAD)
        column.addWidget(self._title)
        column.addLayout(names)
        column.addWidget(self._go)
        column.addWidget(self._hint)
        column.addWidget(self._alike)
        column.addLayout(self._takes)
        column.addWidget(self._mirrored)
        column.addStretch(1)
        inside = QWidget()
        inside.setLayout(column)
        return inside

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(Size.GAP)
        foot.addWidget(self._again)
        foot.addStretch(1)
        foot.addWidget(self._save)
        return foot

    def _show(self) -> None:
        model = self._model
        title = tr("More takes of {gesture}", gesture=model.label)
        self._title.setText(title if model.more else tr("A new gesture"))
        if self._name.text() != model.label:
            with QSignalBlocker(self._name):
                self._name.setText(model.label)
        self._name.setReadOnly(model.more)
        with QSignalBlocker(self._mirrored):
            self._mirrored.setChecked(model.mirrored)
        self._mirrored.setVisible(not model.symmetric and not model.more)
        self._show_rows()
        self._show_go()
        self._show_alike()
        self._trouble.setText(model.trouble)
        self._trouble.setVisible(bool(model.trouble))
        self._save.setEnabled(model.can_save)
        self._save.setText(tr("Keep it all the same") if model.alike else tr("Keep it"))
        self._again.setVisible(bool(model.takes) or model.more)
        self._show_count()

    def _show_go(self) -> None:
        model = self._model
        running = model.phase is not Phase.STILL
        words_, icon = (tr("Stop"), "stop") if running else (self._first_words(), "record")
        self._go.setText(words_)
        self._go.setToolTip(tr("Start, or stop  Ctrl+Space"))
        icons.put(self._go, icon, self._look, role="accent")
        self._go.setEnabled(running or model.can_start)
        play_role(self._go, "primary" if running or model.good < model.wanted else "")
        hint = self._hint_words()
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def _first_words(self) -> str:
        model = self._model
        if model.mirror.is_film:
            return tr("Learn from it")
        if not model.takes:
            return tr("Record the take") if model.wanted == 1 else tr("Record three takes")
        return tr("Another take")

    def _hint_words(self) -> str:
        model = self._model
        few = model.good == 1 and not model.more
        begin = tr("A take begins after a count of three. Keep your hands in the picture.")
        if model.mirror.is_film:
            begin = tr("A whole video is one take; three to five are best.")
        told = (
            (model.phase is not Phase.STILL, tr("Show the same movement, from beginning to end.")),
            (not model.label.strip(), tr("Give it a name first.")),
            (len(model.takes) >= MOST, tr("{count} takes are enough.", count=MOST)),
            (model.judging, tr("Looking at the takes…")),
            (not model.takes, begin),
            (few, tr("From one take it has to be made much like that. Three leave more freedom.")),
        )
        return next((words_ for holds, words_ in told if holds), "")

    def _show_rows(self) -> None:
        takes = self._model.takes
        while len(self._rows) > len(takes):
            gone = self._rows.pop()
            self._takes.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self._rows) < len(takes):
            card = TakeCard(len(self._rows), self._look)
            card.removed.connect(self._model.remove)
            self._rows.append(card)
            self._takes.addWidget(card)
        for card, row in zip(self._rows, takes, strict=True):
            card.show_row(row)

    def _show_alike(self) -> None:
        model = self._model
        if model.alike:
            said = ", ".join(
                tr("{gesture} ({share} % alike)", gesture=one.label, share=round(100 * one.share))
                for one in model.alike
            )
            more = tr(
                "One may be taken for the other. Show something that differs more, or keep it."
            )
            self._alike.say(
                "warning", "warning", tr("Looks much like {gestures}", gestures=said), more
            )
        elif model.symmetric:
            told = tr("It looks the same in a mirror, and counts with either hand.")
            self._alike.say("info", "muted", tr("The same on both sides"), told)
        elif model.good and not model.judging:
            self._alike.say("good", "good", tr("Like no other gesture that is known"))
        else:
            self._alike.hide()

    def _show_count(self) -> None:
        model = self._model
        if model.phase is Phase.COUNTING:
            number = min(len(model.takes) + 1, MOST)
            note = tr("Take {number}", number=number)
            self.stage.mirror.count(str(max(1, ceil(model.left_s))), None, note)
        elif model.phase is Phase.RECORDING and not model.mirror.is_film:
            self.stage.mirror.count("", model.share, "")
        else:
            self.stage.mirror.count("", None, "")


class TakeCard(QFrame):
    """One take: how it looks, and what is said of it."""

    removed = Signal(int)

    def __init__(self, number: int, look: Look) -> None:
        super().__init__()
        self._number = number
        self.setProperty("role", "plainCard")
        self.figure = FigureView(look, small=True)
        self.figure.setFixedSize(_FIGURE, _FIGURE)
        self._head = words("", "strong", wrap=False)
        self._said = words("", "muted")
        replay = _tool("replay", tr("Show take {number} again", number=number + 1), look)
        replay.clicked.connect(self.figure.begin_again)
        remove = _tool("delete", tr("Remove take {number}", number=number + 1), look)
        remove.clicked.connect(lambda: self.removed.emit(self._number))
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(self._head)
        text.addWidget(self._said)
        text.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(Size.GAP, Size.GAP, Size.GAP // 2, Size.GAP)
        row.setSpacing(Size.PAD)
        row.addWidget(self.figure)
        row.addLayout(text, 1)
        row.addWidget(replay, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)

    def show_row(self, row: TakeRow) -> None:
        """Say what came of it."""
        number = tr("Take {number}", number=self._number + 1)
        self._head.setText(f"{number} · {length(row.seconds)}")
        told = f"{row.words} {row.fix}".strip() if row.good is not None else tr("Looking at it…")
        self._said.setText(told)
        play_role(self._said, _TONES[row.good])
        self.figure.show_figure(row.figure, dim=row.good is False)
        self.setAccessibleName(f"{number}. {told}")


def _tool(icon: str, said: str, look: Look) -> QToolButton:
    button = QToolButton()
    button.setProperty("role", "plain")
    button.setAccessibleName(said)
    button.setToolTip(said)
    icons.put(button, icon, look, role="muted")
    return button
