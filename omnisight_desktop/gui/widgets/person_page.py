"""Everything about one person: their name, when they come, how they look, what is noted, what was heard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
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
from omnisight_desktop.gui.viewmodels.person import HeardLine, PersonViewModel, Portrait, VisitCard
from omnisight_desktop.gui.widgets.enroll_sheet import chosen_photos
from omnisight_desktop.gui.widgets.face_strip import FaceStrip
from omnisight_desktop.gui.widgets.looks import Looks
from omnisight_desktop.gui.widgets.name_field import NameField
from omnisight_desktop.gui.widgets.rhythm import Rhythm
from omnisight_desktop.gui.widgets.said import Field, words
from omnisight_desktop.gui.widgets.scrolled import Scrolled
from omnisight_desktop.gui.widgets.visits import Visits

_FACE = 88
_SIDE = 344
_SPANS = (30, 365, 730)


class PersonPage(QWidget):
    """What is changed holds at once, and can be taken back."""

    left = Signal()
    forget_wanted = Signal(str)

    def __init__(self, model: PersonViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self._names: list[str] = []
        self._answer: Callable[[str], object] = lambda _: None
        self._face = FaceStrip(look, _FACE)
        self._name = NameField(tr("Give a name"))
        self._line = words("", "muted", wrap=False)
        self._photos = QPushButton(tr("Add photographs…"))
        self._same = QPushButton(tr("Same as…"))
        self._forget = QPushButton(tr("Forget…"))
        self._asked = QFrame()
        self._asked_words = words("", "strong", wrap=False)
        self._asked_name = NameField(tr("Name"))
        self._asked_yes = QPushButton(tr("Save"))
        self._asked_none = QPushButton(tr("A visitor of their own"))
        self._rhythm = Rhythm(look)
        self._rhythm_head = words(tr("When they come"), "heading", wrap=False)
        self._visits = Visits(look)
        self._no_visits = words(tr("Not seen yet. Visits will be listed here."), "muted")
        self._looks = Looks(look)
        self._no_looks = words(tr("No picture of the face yet."), "muted")
        self._looks_head = words("", "heading", wrap=False)
        self._heard_part = QWidget()
        self._heard = QVBoxLayout()
        self._note, self._consent = QLineEdit(), QLineEdit()
        self._expires = QComboBox()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # its keys work as soon as it is opened
        self._lay_out()
        self._connect()

    def offer(self, names: list[str]) -> None:
        """The names that are known."""
        self._names = names
        for field in (self._name, self._asked_name):
            field.offer(names)

    def focus_name(self) -> None:
        """Have the keyboard in the name."""
        self._name.setFocus()
        self._name.selectAll()

    def ask_same(self) -> None:
        """Ask with whom they are to be merged."""
        self._ask(tr("Who is the same person?"), tr("Merge"), self._model.merge_with)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            if self._asked.isVisible():
                self._asked.hide()
            elif self._name.hasFocus():
                self._show()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Size.ROOM, Size.PAD, 0, 0)
        whole.setSpacing(Size.PAD)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, Size.ROOM, 0)
        head.addLayout(self._head())
        whole.addLayout(head)
        whole.addWidget(self._ask_bar())
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, Size.ROOM, Size.ROOM)
        columns.setSpacing(Size.WIDE)
        columns.addLayout(self._main(), 1)
        columns.addWidget(self._beside())
        scroll = Scrolled(columns, passed=True)
        whole.addWidget(scroll, 1)

    def _head(self) -> QHBoxLayout:
        back = QToolButton()
        back.setProperty("role", "plain")
        back.setToolTip(tr("Back to everybody  Alt+Left"))
        back.setAccessibleName(tr("Back to everybody"))
        back.clicked.connect(self.left)
        icons.put(back, "back", self._look)
        icons.put(self._photos, "add", self._look)
        icons.put(self._same, "merge", self._look)
        self._forget.setProperty("role", "danger")
        self._name.setProperty("role", "title")
        self._name.setToolTip(tr("Type another name and press Enter"))
        named = QVBoxLayout()
        named.setSpacing(0)
        named.addStretch(1)
        named.addWidget(self._name)
        under = QHBoxLayout()
        under.setContentsMargins(Size.GAP + 1, 0, 0, 0)
        under.addWidget(self._line)
        named.addLayout(under)
        named.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(Size.GAP)
        row.addWidget(back)
        row.addWidget(self._face)
        row.addLayout(named, 1)
        for button in (self._photos, self._same, self._forget):
            row.addWidget(button)
        return row

    def _ask_bar(self) -> QWidget:
        self._asked.setProperty("role", "plainCard")
        self._asked_yes.setProperty("role", "primary")
        self._asked_name.setFixedWidth(240)
        cancel = QPushButton(tr("Cancel"))
        cancel.setProperty("role", "plain")
        cancel.clicked.connect(self._asked.hide)
        row = QHBoxLayout(self._asked)
        row.setContentsMargins(Size.ROOM, Size.GAP, Size.GAP, Size.GAP)
        row.setSpacing(Size.GAP)
        row.addWidget(self._asked_words)
        for part in (self._asked_name, self._asked_yes, self._asked_none, cancel):
            row.addWidget(part)
        row.addStretch(1)
        self._asked.hide()
        around = QWidget()
        margins = QHBoxLayout(around)
        margins.setContentsMargins(0, 0, Size.ROOM, 0)
        margins.addWidget(self._asked)
        return around

    def _main(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(Size.GAP)
        column.addWidget(self._rhythm_head)
        column.addWidget(self._rhythm)
        column.addSpacing(Size.GAP)
        column.addWidget(words(tr("Visits"), "heading", wrap=False))
        column.addWidget(self._no_visits)
        column.addWidget(self._visits)
        column.addStretch(1)
        return column

    def _beside(self) -> QWidget:
        beside = QWidget()
        beside.setFixedWidth(_SIDE)
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Size.GAP)
        column.addWidget(self._looks_head)
        column.addWidget(self._no_looks)
        column.addWidget(self._looks)
        column.addSpacing(Size.GAP)
        part = QVBoxLayout(self._heard_part)
        part.setContentsMargins(0, 0, 0, Size.GAP)
        part.setSpacing(Size.GAP)
        part.addWidget(words(tr("Heard"), "heading", wrap=False))
        self._heard.setSpacing(Size.GAP // 2)
        part.addLayout(self._heard)
        column.addWidget(self._heard_part)
        column.addWidget(words(tr("Noted"), "heading", wrap=False))
        self._note.setPlaceholderText(tr("Who they are to you"))
        self._consent.setPlaceholderText(tr("For instance: said yes on 3 May"))
        column.addWidget(Field(tr("Note"), self._note))
        column.addWidget(Field(tr("Consent"), self._consent))
        column.addWidget(Field(tr("Is forgotten"), self._expires))
        column.addStretch(1)
        return beside

    def _connect(self) -> None:
        model = self._model
        model.changed.connect(self._show)
        self._name.returnPressed.connect(lambda: model.rename(self._name.text()))
        self._photos.clicked.connect(lambda: model.add(chosen_photos(self)))
        self._same.clicked.connect(self.ask_same)
        self._forget.clicked.connect(lambda: self.forget_wanted.emit(model.shown))
        self._asked_yes.clicked.connect(self._answered)
        self._asked_name.returnPressed.connect(self._answered)
        self._asked_none.clicked.connect(self._answered_none)
        self._visits.played.connect(model.play)
        self._visits.other.connect(self._ask_other)
        self._looks.denied.connect(model.deny)
        self._note.editingFinished.connect(lambda: model.describe(note=self._note.text()))
        self._consent.editingFinished.connect(lambda: model.describe(consent=self._consent.text()))
        self._expires.activated.connect(self._expire)

    def _show(self) -> None:
        portrait = self._model.portrait
        self._photos.setEnabled(not self._model.busy)
        if portrait is None:
            self._asked.hide()
            return
        self._show_head(portrait)
        now = portrait.now
        self._rhythm.show_visits([visit.start for visit in portrait.visits], now)
        for part in (self._rhythm_head, self._rhythm):
            part.setVisible(bool(portrait.visits))
        self._visits.show_visits(portrait.visits)
        self._no_visits.setVisible(not portrait.visits)
        self._looks.show_looks(portrait.looks)
        self._no_looks.setVisible(not portrait.looks)
        self._looks_head.setText(tr("Looks ({count})", count=len(portrait.looks)))
        self._show_heard(portrait.heard)
        for field, text in ((self._note, portrait.note), (self._consent, portrait.consent)):
            if not field.hasFocus():
                field.setText(text)
                field.setCursorPosition(0)
        self._show_expiry(portrait.expires)

    def _show_head(self, portrait: Portrait) -> None:
        self._face.show_faces([portrait.picture] if portrait.picture is not None else [], "")
        if not (self._name.hasFocus() and self._name.isModified()):
            self._name.setText("" if portrait.visitor else portrait.name)
            self._name.setModified(False)
        hint = tr("{visitor}: give a name", visitor=portrait.name)
        self._name.setPlaceholderText(hint if portrait.visitor else "")
        self._line.setText(portrait.line)
        self.setAccessibleName(portrait.name)

    def _show_heard(self, heard: tuple[HeardLine, ...]) -> None:
        while (item := self._heard.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line in heard:
            self._heard.addWidget(self._said(line))
        self._heard_part.setVisible(bool(heard))

    def _said(self, line: HeardLine) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words(f"“{line.words}”  {line.when}", "small"), 1)
        if line.bite:
            row.addWidget(self._verb(tr("Listen to it"), "sound", self._model.listen, line))
        row.addWidget(self._verb(tr("Show it in Review"), "review", self._see, line))
        return part

    def _see(self, line: HeardLine) -> None:
        self._model.play(line.event)

    def _verb(
        self, told: str, icon: str, act: Callable[[HeardLine], None], line: HeardLine
    ) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "plain")
        button.setToolTip(told)
        button.setAccessibleName(told)
        button.clicked.connect(lambda: act(line))
        icons.put(button, icon, self._look, role="muted")
        return button

    def _show_expiry(self, expires: str) -> None:
        self._expires.clear()
        if expires:
            self._expires.addItem(tr("on {day}", day=expires), -1)
        self._expires.addItem(tr("never"), 0)
        for days in _SPANS:
            years = days // 365
            said = tr("in {count} days", count=days) if days != 1 else tr("in 1 day")
            if years:
                said = tr("in a year") if years == 1 else tr("in {count} years", count=years)
            self._expires.addItem(said, days)

    def _expire(self, at: int) -> None:
        days = int(self._expires.itemData(at))
        if days >= 0:
            self._model.expire(days or None)

    def _ask_other(self, visit: VisitCard) -> None:
        asked = tr("Who was it, {when}?", when=visit.when)
        self._ask(asked, tr("Save"), lambda name: self._model.split(visit.tracks, name), own=True)

    def _ask(
        self, asked: str, verb: str, answer: Callable[[str], object], *, own: bool = False
    ) -> None:
        self._answer = answer
        self._asked_words.setText(asked)
        self._asked_yes.setText(verb)
        self._asked_name.clear()
        self._asked_none.setVisible(own)
        self._asked.show()
        self._asked_name.setFocus()

    def _answered(self) -> None:
        name = self._asked_name.text().strip()
        if name:
            self._asked.hide()
            self._answer(name)

    def _answered_none(self) -> None:
        self._asked.hide()
        self._answer("")
