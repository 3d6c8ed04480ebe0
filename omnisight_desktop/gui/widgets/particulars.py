"""What can be set for one camera: how it is looked at, what is recorded, and where it is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.camera import CameraViewModel
from omnisight_desktop.gui.widgets.choice import Choice
from omnisight_desktop.gui.widgets.said import Field, Verdict, words
from omnisight_desktop.gui.widgets.scrolled import Scrolled
from omnisight_desktop.gui.words import named, thing


class _Page(Scrolled):
    """A page of fields that scrolls where it is too long."""

    def __init__(self, model: CameraViewModel, look: Look) -> None:
        super().__init__()
        self.model = model
        self.look = look
        self.fields: dict[str, Field] = {}
        self.column = QVBoxLayout()
        self.column.setContentsMargins(0, 0, Size.GAP // 2, 0)
        self.column.setSpacing(Size.PAD)
        inside = QWidget()
        inside.setLayout(self.column)
        self.setWidget(inside)

    def line(self, name: str, label: str, hint: str = "", usual: str = "") -> QLineEdit:
        """A line of text for one field of the form."""
        edit = QLineEdit()
        edit.setPlaceholderText(usual)
        edit.textEdited.connect(lambda text: self.model.fill(**{name: text}))
        self.put(name, Field(label, edit, hint))
        return edit

    def choice(self, name: str, label: str, options: Mapping[str, str], hint: str = "") -> Choice:
        """One of several for one field of the form."""
        box = Choice(self.look)
        for value, said in options.items():
            box.addItem(said, value)
        box.activated.connect(lambda at: self.model.fill(**{name: box.itemData(at)}))
        self.put(name, Field(label, box, hint))
        return box

    def check(self, name: str, label: str, hint: str = "") -> QCheckBox:
        """Yes or no for one field of the form."""
        box = QCheckBox(label)
        box.toggled.connect(lambda on: self.model.fill(**{name: on}))
        self.column.addWidget(box)
        if hint:
            under = words(hint, "small")
            under.setContentsMargins(Size.WIDE, 0, 0, 0)
            self.column.addWidget(under)
            box.setAccessibleDescription(hint)
        return box

    def put(self, name: str, field: Field) -> None:
        """Take a field in."""
        self.fields[name] = field
        self.column.addWidget(field)

    def complain(self) -> None:
        """Say under each field what is wrong with it."""
        wrong, said = self.model.refused
        for name, field in self.fields.items():
            field.complain(said if name == wrong else "")


class LookingPage(_Page):
    """What is looked for here, how often and how surely."""

    def __init__(self, model: CameraViewModel, look: Look) -> None:
        super().__init__(model, look)
        self._labels = QLineEdit()
        self._labels.textEdited.connect(self._labels_typed)
        self.put("labels", Field(tr("What to look for"), self._labels, tr("Several with commas.")))
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(Size.GAP)
        self._table.setVerticalSpacing(Size.GAP // 2)
        self._table.setColumnStretch(0, 1)
        self._rows: dict[str, tuple[QLineEdit, QLineEdit]] = {}
        holder = QWidget()
        holder.setLayout(self._table)
        self._table.setContentsMargins(0, 0, 0, 0)
        self.put("scores", Field(tr("How sure, and how high, in per cent"), holder))
        self._fps = self.line("fps", tr("Looks a second"), tr("More while something moves."))
        self._detector = self.choice("detector", tr("Detector"), {"": tr("As for all cameras")})
        self._keys = self.check(
            "keys_when_idle",
            tr("Only key frames while nothing happens"),
            tr("Saves most of the decoding; what begins is noticed some seconds later."),
        )
        self.column.addStretch(1)

    def show_form(self) -> None:
        """Show what stands in the form."""
        form, usual = self.model.form, self.model.usual
        _put(self._labels, ", ".join(form.labels), _parted(self._labels.text()) == form.labels)
        self._labels.setPlaceholderText(tr("As for all: {labels}", labels=", ".join(usual.labels)))
        _put(self._fps, form.fps)
        self._fps.setPlaceholderText(tr("As for all: {fps}", fps=f"{usual.fps:g}"))
        if self._detector.count() == 1:
            for name in usual.detectors:
                self._detector.addItem(name, name)
        with QSignalBlocker(self._detector):
            self._detector.setCurrentIndex(max(0, self._detector.findData(form.detector)))
        with QSignalBlocker(self._keys):
            self._keys.setChecked(form.keys_when_idle)
        self._show_table(form.labels or usual.labels)
        self.complain()

    def _show_table(self, labels: tuple[str, ...]) -> None:
        form = self.model.form
        if tuple(self._rows) != labels:
            self._build_table(labels)
        for label, (sure, high) in self._rows.items():
            _put(sure, form.scores.get(label, ""))
            _put(high, form.smallest.get(label, ""))

    def _build_table(self, labels: tuple[str, ...]) -> None:
        while (item := self._table.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._rows = {}
        usual = f"{self.model.usual.score * 100:g} %"
        for row, label in enumerate(labels):
            sure, high = QLineEdit(), QLineEdit()
            sure.setPlaceholderText(usual)
            high.setPlaceholderText(tr("any"))
            for edit, what in ((sure, "scores"), (high, "smallest")):
                edit.setFixedWidth(72)
                edit.textEdited.connect(
                    lambda text, what=what, label=label: self._share_typed(what, label, text)
                )
            sure.setAccessibleName(
                tr("How sure it must be of {thing}, in per cent", thing=named(label))
            )
            sure.setToolTip(tr("How sure to be of it"))
            high.setAccessibleName(
                tr("How high {thing} is at least, in per cent of the picture", thing=named(label))
            )
            high.setToolTip(tr("How high it is at least"))
            self._table.addWidget(words(thing(label), wrap=False), row, 0)
            self._table.addWidget(sure, row, 1)
            self._table.addWidget(high, row, 2)
            self._rows[label] = (sure, high)

    def _labels_typed(self, text: str) -> None:
        self.model.fill(labels=_parted(text))

    def _share_typed(self, what: str, label: str, text: str) -> None:
        told = dict(getattr(self.model.form, what))
        told[label] = text
        self.model.fill(**{what: {name: share for name, share in told.items() if share.strip()}})


class RecordingPage(_Page):
    """What is recorded besides the clips of events, and for how long it is kept."""

    def __init__(self, model: CameraViewModel, look: Look) -> None:
        super().__init__(model, look)
        self.column.addWidget(
            words(tr("Clips of events are always recorded. This is about all the rest."), "muted")
        )
        self._mode = self.choice("recording", tr("Record continuously"), _modes(""))
        hint = tr("Such as mon-fri 08:00-18:00, or 22:00-06:00.")
        self._hours = self.line("hours", tr("In these hours"), hint)
        self._days = self.line("keep_days", tr("Keep for days"))
        hint = tr("The oldest goes first when it takes more.")
        self._size = self.line("keep_gb", tr("Gigabytes at most"), hint, tr("no limit of its own"))
        self.column.addStretch(1)

    def show_form(self) -> None:
        """Show what stands in the form."""
        form, usual = self.model.form, self.model.usual
        modes = _modes(usual.recording)
        self._mode.setItemText(0, modes[""])
        with QSignalBlocker(self._mode):
            self._mode.setCurrentIndex(max(0, self._mode.findData(form.recording)))
        self.fields["hours"].setVisible(form.recording == "schedule")
        _put(self._hours, form.hours)
        _put(self._days, form.keep_days)
        self._days.setPlaceholderText(tr("As for all: {days}", days=f"{usual.keep_days:g}"))
        _put(self._size, form.keep_gb)
        self.complain()


class PlacePage(_Page):
    """What the camera is called, where its streams are, and whether they come."""

    def __init__(self, model: CameraViewModel, look: Look) -> None:
        super().__init__(model, look)
        self._name = self.line("name", tr("Name"))
        self._address = self.line("address", tr("Address, for what is looked at"))
        hint = tr("A better stream of the same camera, for clips and footage.")
        self._record = self.line("record", tr("Recorded from"), hint, tr("the same"))
        self._audio = self.line("audio", tr("Heard from"), "", tr("where it is recorded"))
        self._user = self.line("user", tr("User name"), "", tr("as before"))
        hint = tr("Goes to this computer's keyring, and nowhere else.")
        self._password = self.line("password", tr("Password"), hint, tr("as before"))
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._udp = self.check("udp", tr("Over UDP (helps with some old cameras)"))
        self._test = QPushButton(tr("Test"))
        self._test.clicked.connect(model.test)
        self.column.addWidget(self._test, 0, Qt.AlignmentFlag.AlignLeft)
        self._verdicts = QVBoxLayout()
        self._verdicts.setSpacing(Size.GAP)
        self.column.addLayout(self._verdicts)
        self.column.addStretch(1)

    def show_form(self) -> None:
        """Show what stands in the form."""
        form = self.model.form
        for line, text in (
            (self._name, form.name),
            (self._address, form.address),
            (self._record, form.record),
            (self._audio, form.audio),
            (self._user, form.user),
            (self._password, form.password),
        ):
            _put(line, text)
        with QSignalBlocker(self._udp):
            self._udp.setChecked(form.udp)
        self._test.setEnabled(not self.model.trying)
        self._test.setText(tr("Calling…") if self.model.trying else tr("Test"))
        self._show_trials()
        self.complain()

    def _show_trials(self) -> None:
        while (item := self._verdicts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for roles, trial in self.model.trials:
            verdict = Verdict(self.look)
            if trial.ok:
                verdict.say("good", "good", tr("It works ({roles})", roles=roles), trial.words)
            else:
                verdict.say("failed", "failed", trial.words, trial.fix)
            self._verdicts.addWidget(verdict)


def _modes(usual: str) -> dict[str, str]:
    said = {
        "off": tr("Off"),
        "always": tr("Always"),
        "motion": tr("While something moves"),
        "schedule": tr("In the hours below"),
    }
    first = tr("As for all: {mode}", mode=said[usual].lower()) if usual else ""
    return {"": first, **said}


def _parted(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))


def _put(line: QLineEdit, text: str, same: bool = False) -> None:
    """Show a text, but leave alone what is just being typed and means the same."""
    if line.text() != text and not same:
        with QSignalBlocker(line):
            line.setText(text)
            line.setCursorPosition(0)
