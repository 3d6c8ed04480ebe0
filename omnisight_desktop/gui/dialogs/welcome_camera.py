"""The first step: a camera that was found, the address of one, or the demo; tried at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import told, tr
from omnisight_desktop.gui.viewmodels.adding import Found, Sort
from omnisight_desktop.gui.viewmodels.welcome import Choice, WelcomeViewModel
from omnisight_desktop.gui.widgets.said import Field, Verdict, words
from omnisight_desktop.gui.widgets.thumbnail import Thumbnail

_PICTURE = 320


class CameraStep(QWidget):
    """Choices on the left, what comes of the chosen one on the right."""

    def __init__(self, model: WelcomeViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self._group = QButtonGroup(self)
        self._found = QVBoxLayout()
        self._looking = words("", "muted")
        self._address, self._user, self._password = QLineEdit(), QLineEdit(), QLineEdit()
        self._form = self._address_form()
        self._network = self._choice(
            tr("A camera in the network"), "network", lambda: model.choose(Choice.ADDRESS)
        )
        self._demo = self._choice(
            tr("The demo: people who walk by"), "film", lambda: model.choose(Choice.DEMO)
        )
        self._picture, self._verdict = Thumbnail(look, whole=True), Verdict(look)
        self._picture.setFixedSize(_PICTURE, _PICTURE * 9 // 16)
        self._retry = QPushButton(tr("Retry"))
        self._retry.setAccessibleName(tr("Retry"))
        self._retry.clicked.connect(model.adding.test)
        icons.put(self._retry, "retry", look)
        self._lay_out()
        model.changed.connect(self._show)
        model.adding.found_changed.connect(self._show_found)
        self._show_found()
        self._show()

    def take_keyboard(self) -> None:
        """Have the keyboard at the first choice."""
        first = next(iter(self._group.buttons()), self._demo)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(Size.GAP)
        self._found.setContentsMargins(0, 0, 0, 0)
        self._found.setSpacing(Size.GAP)
        left.addWidget(self._looking)
        left.addLayout(self._found)
        left.addWidget(self._network)
        left.addWidget(self._form)
        left.addWidget(self._demo)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(Size.PAD)
        right.addWidget(self._picture)
        right.addWidget(self._verdict)
        right.addWidget(self._retry, 0, Qt.AlignmentFlag.AlignLeft)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(Size.WIDE)
        row.addLayout(left, 1)
        row.addLayout(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, Size.GAP, 0)
        column.setSpacing(Size.PAD)
        column.addWidget(words(tr("What shall OmniSight watch?"), "display"))
        hello = tr("It stays on this computer: there is no account, and nothing leaves it.")
        column.addWidget(words(hello, "muted"))
        column.addSpacing(Size.GAP)
        column.addLayout(row, 1)

    def _address_form(self) -> QWidget:
        adding = self._model.adding
        self._address.setPlaceholderText("rtsp://192.168.1.20/stream1")
        self._user.setPlaceholderText(tr("none"))
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._address.textChanged.connect(lambda text: adding.fill(sort=Sort.ADDRESS, address=text))
        self._user.textChanged.connect(lambda text: adding.fill(user=text))
        self._password.textChanged.connect(lambda text: adding.fill(password=text))
        test = QPushButton(tr("Test"))
        test.setAccessibleName(tr("Test"))
        test.clicked.connect(adding.test)
        icons.put(test, "play", self._look)
        for line in (self._address, self._user, self._password):
            line.returnPressed.connect(adding.test)
        login = QHBoxLayout()
        login.setSpacing(Size.GAP)
        login.addWidget(Field(tr("User name"), self._user))
        login.addWidget(Field(tr("Password"), self._password))
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(Size.ROOM, 0, 0, Size.GAP)
        column.setSpacing(Size.GAP)
        column.addWidget(Field(tr("Address"), self._address))
        column.addLayout(login)
        column.addWidget(test, 0, Qt.AlignmentFlag.AlignLeft)
        return form

    def _choice(self, text: str, icon: str, call: object) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("role", "choice")
        button.setCheckable(True)
        button.setAccessibleName(text)
        button.clicked.connect(call)
        icons.put(button, icon, self._look, on="accent")
        self._group.addButton(button)
        return button

    def _show_found(self) -> None:
        while (item := self._found.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        adding = self._model.adding
        there = [one for some in adding.found.values() for one in some]
        for one in there:
            self._found.addWidget(self._webcam(one))
        if adding.looking:
            self._looking.setText(tr("Looking for webcams…"))
        else:
            self._looking.setText(tr("No webcam was found on this computer."))
        self._looking.setVisible(not there)

    def _webcam(self, found: Found) -> QPushButton:
        return self._choice(found.name, "webcam", lambda: self._model.choose(Choice.WEBCAM, found))

    def _show(self) -> None:
        model, adding = self._model, self._model.adding
        self._network.setChecked(model.choice is Choice.ADDRESS)
        self._demo.setChecked(model.choice is Choice.DEMO)
        self._form.setVisible(model.choice is Choice.ADDRESS)
        tried = model.choice in (Choice.WEBCAM, Choice.ADDRESS)
        trial = adding.trial if tried else None
        self._retry.setVisible(trial is not None and not trial.ok)
        if trial is not None and trial.image is not None:
            self._picture.show_pixels(trial.image)
        else:
            self._picture.show_words(self._why_no_picture())
        if adding.trouble and tried:
            self._verdict.say("failed", "failed", told(adding.trouble))
        elif trial is None:
            self._verdict.hide()
        elif trial.ok:
            self._verdict.say("good", "good", tr("It works."), trial.words)
        else:
            self._verdict.say("failed", "failed", told(trial.words), told(trial.fix))

    def _why_no_picture(self) -> str:
        model = self._model
        if model.adding.trying:
            return tr("Calling the camera…")
        return {
            Choice.DEMO: tr("Photographs that wander: nothing to set up."),
            Choice.ADDRESS: tr("Type the address, and test it."),
        }.get(model.choice or Choice.WEBCAM, tr("Choose what you would like to see."))
