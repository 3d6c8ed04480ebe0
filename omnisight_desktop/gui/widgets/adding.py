"""The page on which a camera is added: where it is on the left, what comes from it on the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFileDialog,
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
from omnisight_desktop.gui.viewmodels.adding import AddingViewModel, Sort
from omnisight_desktop.gui.widgets.said import Field, Verdict, words
from omnisight_desktop.gui.widgets.scrolled import Scrolled
from omnisight_desktop.gui.widgets.thumbnail import Thumbnail

_FORM_WIDTH = 400


class AddPage(QWidget):
    """A form that can be tried before it is saved."""

    left = Signal()

    def __init__(self, model: AddingViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self._sorts = QButtonGroup(self)
        self._pages: list[QWidget] = []
        self._found = QVBoxLayout()
        self._address, self._user, self._password = QLineEdit(), QLineEdit(), QLineEdit()
        self._file, self._name = QLineEdit(), QLineEdit()
        self._udp = QCheckBox(tr("Over UDP (helps with some old cameras)"))
        self._again = QCheckBox(tr("Again and again, like a camera"))
        self._test = QPushButton(tr("Test"))
        self._save = QPushButton(tr("Add camera"))
        self._picture = Thumbnail(look, whole=True)
        self._verdict = Verdict(look)
        self._lay_out()
        self._connect()
        self._show()
        self._show_found()

    def begin(self) -> None:
        """An empty form."""
        for line in (self._address, self._user, self._password, self._file, self._name):
            line.clear()
        self._model.begin()
        self._sorts.button(0).setChecked(True)
        self._turn_to(0)
        self._sorts.button(0).setFocus()

    def _lay_out(self) -> None:
        form = QVBoxLayout()
        form.setSpacing(Size.ROOM)
        form.addLayout(self._sort_row())
        for page in (self._found_page(), self._address_page(), self._file_page()):
            self._pages.append(page)
            form.addWidget(page)
        self._turn_to(0)
        form.addWidget(Field(tr("Name"), self._name))
        form.addLayout(self._buttons())
        form.addStretch(1)
        inside = QWidget()
        inside.setLayout(form)
        form.setContentsMargins(0, 0, Size.PAD, 0)
        scroll = Scrolled(inside, width=_FORM_WIDTH)
        shown = QVBoxLayout()
        shown.setSpacing(Size.PAD)
        shown.addWidget(self._picture)
        shown.addWidget(self._verdict)
        shown.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(Size.WIDE)
        row.addWidget(scroll)
        row.addLayout(shown, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Size.ROOM, Size.PAD, Size.ROOM, Size.ROOM)
        column.setSpacing(Size.ROOM)
        column.addLayout(self._head())
        column.addLayout(row, 1)

    def _head(self) -> QHBoxLayout:
        back = QToolButton()
        back.setProperty("role", "plain")
        back.setAccessibleName(tr("Back to all cameras"))
        back.setToolTip(tr("Back to all cameras  Alt+Left"))
        back.clicked.connect(self.left.emit)
        icons.put(back, "back", self._look)
        head = QHBoxLayout()
        head.setSpacing(Size.GAP)
        head.addWidget(back)
        head.addWidget(words(tr("Add a camera"), "title"), 1)
        return head

    def _sort_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Size.GAP // 2)
        for at, (words_, icon) in enumerate(
            (
                (tr("Found"), "webcam"),
                (tr("Address"), "network"),
                (tr("Recording"), "film"),
            )
        ):
            button = QPushButton(words_)
            button.setProperty("role", "plain")
            button.setCheckable(True)
            icons.put(button, icon, self._look, on="accent")
            self._sorts.addButton(button, at)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _found_page(self) -> QWidget:
        page = QWidget()
        self._found.setContentsMargins(0, 0, 0, 0)
        self._found.setSpacing(Size.GAP)
        page.setLayout(self._found)
        return page

    def _address_page(self) -> QWidget:
        self._address.setPlaceholderText("rtsp://192.168.1.20/stream1")
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._user.setPlaceholderText(tr("none"))
        login = QHBoxLayout()
        login.setSpacing(Size.PAD)
        login.addWidget(Field(tr("User name"), self._user))
        login.addWidget(Field(tr("Password"), self._password))
        hint = tr("rtsp, http or axis. Most cameras name it under “stream” or “RTSP”.")
        return _page(
            Field(tr("Address"), self._address, hint),
            login,
            words(tr("The password goes to this computer's keyring, and nowhere else."), "small"),
            self._udp,
        )

    def _file_page(self) -> QWidget:
        choose = QPushButton(tr("Choose…"))
        choose.setAccessibleName(tr("Choose a recording"))
        choose.clicked.connect(self._choose_file)
        row = QHBoxLayout()
        row.setSpacing(Size.GAP)
        row.addWidget(self._file, 1)
        row.addWidget(choose)
        holder = QWidget()
        row.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(row)
        self._file.setAccessibleName(tr("Recording"))
        return _page(Field(tr("A recording, or a folder of pictures"), holder), self._again)

    def _buttons(self) -> QHBoxLayout:
        self._save.setProperty("role", "primary")
        self._test.setToolTip(tr("Call it once and see what comes  Ctrl+T"))
        icons.put(self._test, "play", self._look)
        row = QHBoxLayout()
        row.setSpacing(Size.GAP)
        row.addWidget(self._test)
        row.addWidget(self._save)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        model = self._model
        self._sorts.idClicked.connect(self._choose_sort)
        self._address.textChanged.connect(lambda text: model.fill(sort=Sort.ADDRESS, address=text))
        self._user.textChanged.connect(lambda text: model.fill(user=text))
        self._password.textChanged.connect(lambda text: model.fill(password=text))
        self._file.textChanged.connect(lambda text: model.fill(sort=Sort.FILE, address=text))
        self._name.textChanged.connect(lambda text: model.fill(name=text))
        self._udp.toggled.connect(lambda on: model.fill(udp=on))
        self._again.toggled.connect(lambda on: model.fill(again=on))
        self._test.clicked.connect(self.test)
        self._save.clicked.connect(model.save)
        for line in (self._address, self._user, self._password, self._file):
            line.returnPressed.connect(self.test)
        model.changed.connect(self._show)
        model.found_changed.connect(self._show_found)

    def test(self) -> None:
        """Call it, or stop waiting for it."""
        self._model.stop() if self._model.trying else self._model.test()

    def _choose_sort(self, at: int) -> None:
        self._turn_to(at)
        typed = ("", self._address.text(), self._file.text())[at]
        sort = (Sort.WEBCAM, Sort.ADDRESS, Sort.FILE)[at]
        self._model.fill(sort=sort, address=typed)
        if at == 1:
            self._address.setFocus()
        elif at == 2:
            self._file.setFocus()

    def _turn_to(self, at: int) -> None:
        for number, page in enumerate(self._pages):
            page.setVisible(number == at)

    def _choose_file(self) -> None:
        begin = self._file.text() or str(Path.home())
        place, _ = QFileDialog.getOpenFileName(
            self,
            tr("Choose a recording"),
            begin,
            tr("Videos (*.mp4 *.mkv *.avi *.mov *.webm *.ts)"),
        )
        if place:
            self._file.setText(place)
            self._model.test()

    def _show(self) -> None:
        model = self._model
        self._name.setPlaceholderText(model.usual_name or tr("what people call it"))
        self._again.setChecked(model.wanted.again)
        self._test.setText(tr("Stop") if model.trying else tr("Test"))
        self._test.setEnabled(model.ready)
        self._save.setEnabled(model.ready and not model.saving)
        trial = model.trial
        self._save.setText(
            tr("Add it anyway") if trial is not None and not trial.ok else tr("Add camera")
        )
        if trial is not None and trial.image is not None:
            self._picture.show_pixels(trial.image)
        else:
            self._picture.show_words(
                tr("Calling…") if model.trying else tr("What comes from it is shown here.")
            )
        self._show_verdict()

    def _show_verdict(self) -> None:
        model = self._model
        if model.trouble:
            self._verdict.say("failed", "failed", tr("It was not added."), model.trouble)
        elif model.trying:
            self._verdict.say("waiting", "muted", tr("Calling it. This may take some seconds."))
        elif model.trial is None:
            self._verdict.hide()
        elif model.trial.ok:
            self._verdict.say("good", "good", tr("It works"), model.trial.words)
        else:
            self._verdict.say("failed", "failed", model.trial.words, model.trial.fix)

    def _show_found(self) -> None:
        while (item := self._found.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for where, found in self._model.found.items():
            self._found.addWidget(words(where, "small"))
            for one in found:
                button = QPushButton(one.name)
                button.setProperty("role", "choice")
                button.setToolTip(one.detail or one.address)
                icons.put(button, "webcam", self._look)
                button.clicked.connect(lambda _=False, one=one: self._model.take(one))
                self._found.addWidget(button)
            if not found:
                none = tr("No camera was found. Plug one in, then look again.")
                self._found.addWidget(words(none, "muted"))
        again = QPushButton(tr("Looking…") if self._model.looking else tr("Look again"))
        again.setProperty("role", "link")
        again.setEnabled(not self._model.looking)
        again.clicked.connect(self._model.look_around)
        self._found.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)


def _page(*parts: QWidget | QHBoxLayout) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Size.PAD)
    for part in parts:
        column.addWidget(part) if isinstance(part, QWidget) else column.addLayout(part)
    return page
