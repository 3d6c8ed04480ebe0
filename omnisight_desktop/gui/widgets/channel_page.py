"""Who is told: the channels, a form for one, and a log of what was sent."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
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
from omnisight_desktop.gui.viewmodels.channels import ChannelCard, ChannelsViewModel
from omnisight_desktop.gui.viewmodels.ways import Way
from omnisight_desktop.gui.widgets.choice import Choice
from omnisight_desktop.gui.widgets.said import Field, Verdict, words
from omnisight_desktop.gui.widgets.scrolled import Scrolled

_FORM_WIDTH = 440


class ChannelPage(QWidget):
    """Channels on the left, and the one that is set up or changed on the right."""

    def __init__(self, model: ChannelsViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self._cards = QVBoxLayout()
        self._cards.setContentsMargins(0, 0, Size.GAP, 0)
        self._cards.setSpacing(Size.GAP)
        inside = QWidget()
        inside.setLayout(self._cards)
        scroll = Scrolled(inside)
        self.form = ChannelForm(model, look)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Size.ROOM)
        row.addWidget(scroll, 1)
        row.addWidget(self.form)
        model.changed.connect(self.show_channels)
        self.show_channels()

    def show_channels(self) -> None:
        """Show the channels there are."""
        while (item := self._cards.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for card in self._model.cards:
            shown = ChannelRow(card, self._model, self._look)
            shown.opened.connect(self._model.edit)
            self._cards.addWidget(shown)
        if not self._model.cards:
            told = self._model.unread or tr(
                "Nobody is told yet. A telephone, a mail box or another program can be told when "
                "something happens; nothing leaves this computer before you add one."
            )
            self._cards.addWidget(words(told if self._model.loaded else tr("Reading…"), "muted"))
        self._cards.addStretch(1)


class ChannelRow(QFrame):
    """One channel: what it is told, when not, and a test."""

    opened = Signal(str)

    def __init__(self, card: ChannelCard, model: ChannelsViewModel, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(f"{card.name}. {card.told}. {card.how}")
        test = QPushButton(tr("Sending…") if model.trying == card.name else tr("Test"))
        test.setEnabled(not model.trying)
        test.setAccessibleName(tr("Send a test to {channel}", channel=card.name))
        test.clicked.connect(lambda: model.test(card.name))
        edit = _icon("edit", tr("Change {channel}", channel=card.name), look)
        edit.clicked.connect(lambda: self.opened.emit(card.name))
        remove = _icon("delete", tr("Remove {channel}", channel=card.name), look)
        remove.clicked.connect(lambda: model.remove(card.name))
        head = QHBoxLayout()
        head.setSpacing(Size.GAP // 2)
        head.addWidget(words(card.name, "strong", wrap=False))
        head.addSpacing(Size.GAP)
        head.addWidget(words(card.place, "small", wrap=False), 1)
        head.addWidget(test)
        head.addWidget(edit)
        head.addWidget(remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(Size.PAD, Size.GAP, Size.GAP, Size.PAD)
        column.setSpacing(Size.GAP // 2)
        column.addLayout(head)
        column.addWidget(words(tr("Is told of {what}.", what=card.told), "muted"))
        column.addWidget(words(card.how, "small"))
        if card.trouble:
            column.addWidget(words(card.trouble, "failed"))
        tried = model.tried.get(card.name)
        if tried is not None:
            verdict = Verdict(look)
            kind = "good" if tried[0] else "failed"
            verdict.say(kind, kind, *tried[1:])
            column.addWidget(verdict)


class ChannelForm(QFrame):
    """The form for a new channel, or for what one is told."""

    def __init__(self, model: ChannelsViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self._blanks: dict[str, QLineEdit] = {}
        self._shown_way = ""
        self.setProperty("role", "plainCard")
        self.setFixedWidth(_FORM_WIDTH)
        self._title = words("", "heading")
        self._way = Choice(look)
        self._way_field = Field(tr("How"), self._way)
        self._hint = words("", "small")
        self._holder = QVBoxLayout()
        self._holder.setSpacing(Size.GAP)
        self._name = QLineEdit()
        self._name_field = Field(tr("Name"), self._name)
        self._kinds = Choice(look)
        self._cameras: dict[str, QCheckBox] = {}
        self._places = QVBoxLayout()
        self._quiet, self._pause, self._most = QLineEdit(), QLineEdit(), QLineEdit()
        self._picture = QCheckBox(tr("With a picture of what was seen"))
        self._verdict = Verdict(look)
        self._test = QPushButton(tr("Send a test"))
        self._save = QPushButton(tr("Save"))
        self._lay_out()
        self._connect()
        self.show_form()

    def show_form(self) -> None:
        """Show what stands in the form; without one, nothing is shown."""
        model, form = self._model, self._model.form
        self.setVisible(form is not None)
        if form is None:
            return
        new = not form.was
        self._title.setText(tr("Add a channel") if new else form.name)
        self._way_field.setVisible(new)
        self._name_field.setVisible(new)
        with QSignalBlocker(self._way):
            self._way.setCurrentIndex(self._way.findData(form.way))
        self._show_way(model.way() if new else None)
        for line, text in (
            (self._name, form.name),
            (self._quiet, form.quiet),
            (self._pause, form.pause),
            (self._most, form.most),
        ):
            if line.text() != text:
                with QSignalBlocker(line):
                    line.setText(text)
        self._name.setPlaceholderText(model.usual_name())
        _select(self._kinds, ",".join(form.kinds))
        self._show_cameras(form.cameras)
        with QSignalBlocker(self._picture):
            self._picture.setChecked(form.picture)
        self._test.setEnabled(not model.trying)
        self._test.setText(tr("Sending…") if model.trying == "form" else tr("Send a test"))
        self._save.setText(tr("Add channel") if new else tr("Save"))
        self._show_verdict()

    def _lay_out(self) -> None:
        for way in self._model.ways:
            self._way.addItem(way.words, way.name)
        for value, said in _kinds().items():
            self._kinds.addItem(said, value)
        self._quiet.setPlaceholderText(tr("none; such as 22:00-07:00"))
        leave = _icon("close", tr("Close"), self._look)
        leave.clicked.connect(self._model.leave)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(leave)
        limits = QHBoxLayout()
        limits.setSpacing(Size.PAD)
        limits.addWidget(Field(tr("The same not again for"), self._pause))
        limits.addWidget(Field(tr("Most messages an hour"), self._most))
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, Size.GAP, 0)
        inside.setSpacing(Size.PAD)
        inside.addWidget(self._way_field)
        inside.addWidget(self._hint)
        inside.addLayout(self._holder)
        inside.addWidget(self._name_field)
        inside.addWidget(Field(tr("Is told of"), self._kinds))
        inside.addWidget(self._camera_field())
        inside.addWidget(
            Field(tr("Quiet hours"), self._quiet, tr("What happens then is told by nobody."))
        )
        inside.addLayout(limits)
        inside.addWidget(self._picture)
        inside.addStretch(1)
        page = QWidget()
        page.setLayout(inside)
        scroll = Scrolled(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(Size.ROOM, Size.GAP, Size.GAP, Size.PAD)
        column.setSpacing(Size.PAD)
        column.addLayout(head)
        column.addWidget(scroll, 1)
        column.addWidget(self._verdict)
        column.addLayout(self._buttons())

    def _camera_field(self) -> Field:
        self._places.setContentsMargins(0, 0, 0, 0)
        self._places.setSpacing(0)
        places = QWidget()
        places.setLayout(self._places)
        hint = tr("With none chosen it is told of all of them.")
        return Field(tr("At these cameras"), places, hint)

    def _buttons(self) -> QHBoxLayout:
        self._save.setProperty("role", "primary")
        icons.put(self._test, "send", self._look)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, Size.GAP, 0)
        row.setSpacing(Size.GAP)
        row.addStretch(1)
        row.addWidget(self._test)
        row.addWidget(self._save)
        return row

    def _connect(self) -> None:
        model = self._model
        self._way.activated.connect(lambda at: model.fill(way=self._way.itemData(at), filled={}))
        self._name.textEdited.connect(lambda text: model.fill(name=text))
        self._kinds.activated.connect(
            lambda at: model.fill(kinds=_parted(str(self._kinds.itemData(at))))
        )
        self._quiet.textEdited.connect(lambda text: model.fill(quiet=text))
        self._pause.textEdited.connect(lambda text: model.fill(pause=text))
        self._most.textEdited.connect(lambda text: model.fill(most=text))
        self._picture.toggled.connect(lambda on: model.fill(picture=on))
        self._test.clicked.connect(lambda: model.test())
        self._save.clicked.connect(model.save)
        model.formed.connect(self.show_form)
        model.changed.connect(self.show_form)

    def _show_way(self, way: Way | None) -> None:
        name = way.name if way is not None else ""
        self._hint.setText(way.hint if way is not None else "")
        self._hint.setVisible(way is not None)
        if name == self._shown_way:
            return
        self._shown_way = name
        while (item := self._holder.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._blanks = {}
        for blank in way.blanks if way is not None else ():
            line = QLineEdit()
            line.setPlaceholderText(blank.sample)
            if blank.secret:
                line.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
            line.textEdited.connect(lambda text, blank=blank.name: self._model.write(blank, text))
            self._blanks[blank.name] = line
            self._holder.addWidget(Field(blank.label, line))

    def _show_cameras(self, chosen: tuple[str, ...]) -> None:
        # One that is gone by now stays chosen until somebody says otherwise.
        wanted = tuple(dict.fromkeys((*self._model.cameras, *chosen)))
        if tuple(self._cameras) != wanted:
            while (item := self._places.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
            self._cameras = {}
            for name in wanted:
                box = self._cameras[name] = QCheckBox(name.replace("&", "&&"))
                box.toggled.connect(self._choose_cameras)
                self._places.addWidget(box)
        for name, box in self._cameras.items():
            with QSignalBlocker(box):
                box.setChecked(name in chosen)

    def _choose_cameras(self) -> None:
        chosen = (name for name, box in self._cameras.items() if box.isChecked())
        self._model.fill(cameras=tuple(chosen))

    def _show_verdict(self) -> None:
        model = self._model
        if model.trouble:
            self._verdict.say("failed", "failed", model.trouble)
        elif model.verdict is not None:
            kind = "good" if model.verdict[0] else "failed"
            self._verdict.say(kind, kind, *model.verdict[1:])
        else:
            self._verdict.hide()


class SentPage(Scrolled):
    """What was sent, and what was not and why, newest first."""

    def __init__(self, model: ChannelsViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, Size.GAP, 0)
        self._column.setSpacing(Size.GAP // 2)
        inside = QWidget()
        inside.setLayout(self._column)
        self.setWidget(inside)
        model.changed.connect(self.show_sent)
        self.show_sent()

    def show_sent(self) -> None:
        """Show the log as it stands."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if self._model.unread:
            self._column.addWidget(words(self._model.unread, "failed"))
        for sent in self._model.sent:
            row = QFrame()
            row.setProperty("role", "card")
            line = QHBoxLayout(row)
            line.setContentsMargins(Size.PAD, Size.GAP, Size.PAD, Size.GAP)
            line.setSpacing(Size.PAD)
            when = words(sent.when, "muted", wrap=False)
            when.setToolTip(sent.exact)
            when.setFixedWidth(128)
            state = words(sent.state, sent.role, wrap=False)
            state.setFixedWidth(96)
            line.addWidget(when)
            line.addWidget(state)
            line.addWidget(words(sent.what, "strong", wrap=False))
            line.addWidget(words(tr("to {channel}", channel=sent.channel), "muted", wrap=False))
            line.addWidget(words(sent.why, "small"), 1)
            if sent.event:
                line.addWidget(self._link(sent.event, sent.what))
            row.setAccessibleName(
                f"{sent.exact}: {sent.what}, {sent.channel}, {sent.state}. {sent.why}"
            )
            self._column.addWidget(row)
        if not self._model.sent and not self._model.unread:
            none = tr(
                "Nobody was told of anything yet. What is sent, and what is held back, stands here."
            )
            self._column.addWidget(words(none if self._model.loaded else tr("Reading…"), "muted"))
        self._column.addStretch(1)

    def _link(self, event: str, what: str) -> QPushButton:
        show = QPushButton(tr("Show"))
        show.setProperty("role", "link")
        show.setAccessibleName(tr("Show it in Review: {what}", what=what))
        show.setToolTip(tr("Show it in Review"))
        show.clicked.connect(lambda: self._model.show_event(event))
        return show


def _kinds() -> dict[str, str]:
    return {
        "": tr("The beginning of each story"),
        "only_rules": tr("Only what a rule tells it"),
        "rule": tr("Everything that sets a rule off"),
        "person": tr("People"),
        "person,rule": tr("People, and rules"),
        "camera_down,camera_up": tr("Cameras that go away and come back"),
        "loud": tr("Loud sounds"),
    }


def _select(box: Choice, value: str) -> None:
    at = box.findData(value)
    with QSignalBlocker(box):
        if at < 0:  # something of the person's own
            box.addItem(value.replace(",", ", ").replace("_", " "), value)
            at = box.count() - 1
        box.setCurrentIndex(at)


def _parted(text: str) -> tuple[str, ...]:
    return tuple(word for word in text.split(",") if word)


def _icon(icon: str, said: str, look: Look) -> QToolButton:
    button = QToolButton()
    button.setProperty("role", "plain")
    button.setToolTip(said)
    button.setAccessibleName(said)
    icons.put(button, icon, look, role="muted")
    return button
