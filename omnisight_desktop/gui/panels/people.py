"""People: the questions on top, a wall of those with names, visitors in their own row, a page for each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.action import Action
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.people import PeopleViewModel, Standing
from omnisight_desktop.gui.widgets.empty import Empty
from omnisight_desktop.gui.widgets.enroll_sheet import EnrollSheet
from omnisight_desktop.gui.widgets.face_wall import FaceWall
from omnisight_desktop.gui.widgets.forget_sheet import ForgetSheet
from omnisight_desktop.gui.widgets.panel import Panel
from omnisight_desktop.gui.widgets.person_page import PersonPage
from omnisight_desktop.gui.widgets.question import QuestionCard
from omnisight_desktop.gui.widgets.said import words
from omnisight_desktop.gui.widgets.scrolled import Scrolled

_SEARCH = 220


class PeoplePanel(Panel):
    """Reads while it is seen; what is changed here can be undone, but for forgetting."""

    def __init__(self, model: PeopleViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self._pages = QStackedWidget()
        self._summary = words("", "muted", wrap=False)
        self._search = QLineEdit()
        self._add = QPushButton(tr("Add somebody"))
        self._banner = QFrame()
        self._banner_words = words()
        self._banner_button = QPushButton()
        self.question = QuestionCard(look)
        self._people = FaceWall(model.people, look, tr("People with a name"))
        self._visitors = FaceWall(model.visitors, look, tr("Visitors"))
        self._people_head = words(tr("People"), "heading", wrap=False)
        self._visitors_head = words(tr("Visitors"), "heading", wrap=False)
        self._hint = words(tr("Drag a face onto another where the two are one."), "small")
        self._nobody_found = words(tr("Nobody is called so."), "muted")
        self._off = self._off_page()
        self._nobody = self._nobody_page()
        self._failed = words("", "failed")
        self._scroll = Scrolled(passed=True)
        self._wall = self._wall_page()
        self.page = PersonPage(model.one, look)
        self.sheet = EnrollSheet(self, model.enrolling, look)
        self.forget = ForgetSheet(self, model.forgetting, look)
        for page in (self._wall, self.page):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self._connect()
        self._show()

    def actions_here(self) -> Sequence[Action]:
        return (
            Action("people.add", tr("Add somebody from photographs"), self.add, "Ctrl+N", "add"),
            Action("people.find", tr("Find somebody"), self._search.setFocus, "Ctrl+F", "search"),
            Action("people.all", tr("Everybody"), self.show_all, "Alt+Left", "people"),
            Action("people.yes", tr("Answer yes"), lambda: self._reply(yes=True), "Y", "check"),
            Action("people.no", tr("Answer no"), lambda: self._reply(yes=False), "N", "close"),
            Action("people.later", tr("Ask another time"), self._model.asking.later, "L", "next"),
            Action("people.name", tr("Give a name"), self._name, "F2", "edit"),
            Action("people.same", tr("Merge with somebody"), self._same, "M", "merge"),
            Action("people.forget", tr("Forget this person"), self._forget, "Ctrl+Del", "delete"),
            Action("people.faces", self._switch_words(), self._switch, "", "face"),
        )

    def show_this(self, wanted: str) -> None:
        """Open somebody by their id; ``add`` begins with photographs."""
        if wanted == "add":
            self.add()
        elif wanted:
            self.open(wanted)

    def close_down(self) -> None:
        self._model.close()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._model.come_forward()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self._model.go_away()

    def open(self, person: str) -> None:
        """Show one of them."""
        self._model.one.open(person)
        self.page.offer(self._model.names)
        self._pages.setCurrentWidget(self.page)
        self.page.setFocus()

    def add(self) -> None:
        """Somebody new, from photographs."""
        self.sheet.begin(self._model.names)

    def show_all(self) -> None:
        """Back to the wall."""
        was = self._model.one.shown
        self._model.one.leave()
        self._pages.setCurrentWidget(self._wall)
        self._model.load()
        for wall in (self._people, self._visitors):
            wall.choose(was)

    def _wall_page(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, Size.ROOM, Size.ROOM)
        column.setSpacing(Size.GAP)
        for part in (self.question, self._failed):
            column.addWidget(part)
        column.addSpacing(Size.GAP)
        column.addWidget(self._nobody_found)
        column.addWidget(self._people_head)
        column.addWidget(self._people)
        column.addWidget(self._visitors_head)
        column.addWidget(self._visitors)
        column.addWidget(self._hint)
        column.addStretch(1)
        self._scroll.hold(inside)
        page = QWidget()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(Size.ROOM, Size.PAD, 0, 0)
        whole.setSpacing(Size.PAD)
        whole.addLayout(self._head())
        banner = QHBoxLayout()
        banner.setContentsMargins(0, 0, Size.ROOM, 0)
        banner.addWidget(self._banner_bar())
        whole.addLayout(banner)
        for page_ in (self._off, self._nobody, self._scroll):
            whole.addWidget(page_, 1)
        return page

    def _head(self) -> QHBoxLayout:
        self._search.setPlaceholderText(tr("Find somebody"))
        self._search.setAccessibleName(tr("Find somebody"))
        self._search.setToolTip("Ctrl+F")
        self._search.setClearButtonEnabled(True)
        self._search.setFixedWidth(_SEARCH)
        self._search.textChanged.connect(self._model.search)
        self._add.setProperty("role", "primary")
        self._add.setToolTip(tr("From photographs  Ctrl+N"))
        self._add.clicked.connect(self.add)
        icons.put(self._add, "add", self._look, role="accent")
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, Size.ROOM, 0)
        head.setSpacing(Size.ROOM)
        head.addWidget(words(tr("People"), "title", wrap=False))
        head.addStretch(1)
        head.addWidget(self._summary)
        head.addWidget(self._search)
        head.addWidget(self._add)
        return head

    def _banner_bar(self) -> QWidget:
        self._banner.setProperty("role", "plainCard")
        self._banner_button.setProperty("role", "primary")
        self._banner_button.clicked.connect(self._help)
        row = QHBoxLayout(self._banner)
        row.setContentsMargins(Size.ROOM, Size.PAD, Size.PAD, Size.PAD)
        row.setSpacing(Size.ROOM)
        row.addWidget(self._banner_words, 1)
        row.addWidget(self._banner_button)
        return self._banner

    def _off_page(self) -> Empty:
        sentence = tr(
            "OmniSight can tell people apart by their faces, and everything stays on this computer. "
            "While it does, every face that passes is compared, bystanders' too: tell whoever can be "
            "seen, and mind the law where you live."
        )
        head, verb = tr("Faces are not recognised"), tr("Recognise faces")
        page = Empty(self._look, "face", head, sentence, verb)
        page.asked.connect(self._model.switch_on)
        return page

    def _nobody_page(self) -> Empty:
        sentence = tr(
            "Whoever shows their face well becomes a visitor here, and is the same visitor when they "
            "come again. People you know can be added from photographs."
        )
        page = Empty(self._look, "people", tr("Nobody is known yet"), sentence, tr("Add somebody"))
        page.asked.connect(self.add)
        return page

    def _connect(self) -> None:
        model = self._model
        model.changed.connect(self._show)
        model.asking.changed.connect(self._show_question)
        model.one.gone.connect(self.show_all)
        for wall in (self._people, self._visitors):
            wall.opened.connect(self.open)
            wall.forget_wanted.connect(self.forget.ask_about)
        self.question.answered.connect(lambda yes: model.asking.answer(yes=yes))
        self.question.named.connect(model.asking.name)
        self.question.put_aside.connect(model.asking.put_aside)
        self.question.later.connect(model.asking.later)
        self.page.left.connect(self.show_all)
        self.page.forget_wanted.connect(self.forget.ask_about)
        self.sheet.known.connect(self.open)
        model.forgetting.forgotten.connect(self.show_all)

    def _show(self) -> None:
        model = self._model
        off = model.standing is Standing.OFF
        empty = model.loaded and not model.anybody and not model.trouble
        people, visitors = model.people.rowCount(), model.visitors.rowCount()
        self._summary.setText(model.summary)
        self._search.setVisible(model.anybody)
        self._off.setVisible(empty and off)
        self._nobody.setVisible(empty and not off)
        self._scroll.setVisible(not empty)
        self._failed.setText(model.trouble)
        self._failed.setVisible(bool(model.trouble))
        for part in (self._people, self._people_head):
            part.setVisible(people > 0)
        for part in (self._visitors, self._visitors_head):
            part.setVisible(visitors > 0)
        self._hint.setVisible(people + visitors > 1)
        self._nobody_found.setVisible(model.anybody and not people + visitors)
        self._show_banner(empty=empty)
        self.page.offer(model.names)
        self._show_question()

    def _show_banner(self, *, empty: bool) -> None:
        standing = self._model.standing
        self._banner.setVisible(
            self._model.loaded
            and (standing is Standing.FAILED or (standing is Standing.OFF and not empty))
        )
        if standing is Standing.FAILED:
            self._banner_words.setText(self._model.engines)
            self._banner_button.setText(tr("Get what is missing"))
        else:
            self._banner_words.setText(
                tr(
                    "Faces are not recognised just now. While they are, every face that passes is "
                    "compared, bystanders' too: tell whoever can be seen."
                )
            )
            self._banner_button.setText(tr("Recognise faces"))

    def _show_question(self) -> None:
        asking = self._model.asking
        self.question.setVisible(asking.current is not None)
        if asking.current is not None:
            self.question.show_question(asking.current, asking.left, asking.names)

    def _help(self) -> None:
        if self._model.standing is Standing.FAILED:
            self._model.get_models()
        else:
            self._model.switch_on()

    def _switch_words(self) -> str:
        return tr("Recognise faces, or stop that")

    def _switch(self) -> None:
        if self._model.standing is Standing.OFF:
            self._model.switch_on()
        else:
            self._model.switch_off()

    def _reply(self, *, yes: bool) -> None:
        if self.question.isVisible():
            self.question.answer(yes=yes)

    def _name(self) -> None:
        if self._pages.currentWidget() is self.page:
            self.page.focus_name()

    def _same(self) -> None:
        if self._pages.currentWidget() is self.page:
            self.page.ask_same()

    def _forget(self) -> None:
        if self._pages.currentWidget() is self.page and self._model.one.shown:
            self.forget.ask_about(self._model.one.shown)
