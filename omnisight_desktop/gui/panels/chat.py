"""Chat: a column of questions and answers, clips that play in place, and a line to ask more."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.action import Action
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.chat import ChatViewModel
from omnisight_desktop.gui.viewmodels.moment import Shot
from omnisight_desktop.gui.widgets.chatturn import TurnView, chip_button
from omnisight_desktop.gui.widgets.flow import Flow
from omnisight_desktop.gui.widgets.panel import Panel
from omnisight_desktop.gui.widgets.plain import clear, words
from omnisight_desktop.gui.widgets.screen import Screen
from omnisight_desktop.gui.widgets.scrolled import Scrolled

_COLUMN = 720
_SCREEN_HIGH = 400
_TICK_MS = 40


class ChatPanel(Panel):
    """Works while it is looked at; an answer that is coming goes on coming."""

    def __init__(self, model: ChatViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self._turns: list[TurnView] = []
        self._screen: Screen | None = None
        self._line = QLineEdit()
        self._send, self._voice = QToolButton(), QToolButton()
        self._export, self._past, self._erase = QPushButton(), QPushButton(), QToolButton()
        self._badge, self._badge_more = words(role="strong", wrap=False), words(role="small")
        self._column = QVBoxLayout()
        self._scroll = Scrolled()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._lay_out()
        model.changed.connect(self._show)
        model.piece.connect(self._hear)
        model.step.connect(self._step)
        model.anew.connect(self._anew)
        model.spoken.connect(self._put_spoken)
        model.listening_changed.connect(self._show_listening)
        model.busy_changed.connect(self._show_busy)
        model.history_changed.connect(self._show_past)
        model.badge_changed.connect(self._show_badge)
        self._show()
        self._show_busy(False)
        self._show_badge()
        self._show_past()

    def actions_here(self) -> Sequence[Action]:
        """What can be done with a conversation."""
        return (
            Action("chat.ask", tr("Ask a question"), self._line.setFocus, "/", "chat"),
            Action("chat.new", tr("New conversation"), self._model.begin_anew, "Ctrl+N", "add"),
            Action("chat.stop", tr("Stop the answer"), self._model.stop, "Esc", "stop"),
            Action(
                "chat.markdown",
                tr("Save as Markdown"),
                lambda: self._save(".md"),
                "Ctrl+Shift+S",
                "file",
            ),
            Action("chat.pdf", tr("Save as PDF"), lambda: self._save(".pdf"), "Ctrl+S", "file"),
        )

    def show_this(self, wanted: str) -> None:
        """Ask this, or one of the questions to begin with."""
        self._model.ask(self._model.beginnings().get(wanted, wanted))

    def close_down(self) -> None:
        """Let go."""
        self._timer.stop()
        self._model.close()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._model.start()
        self._line.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self._timer.stop()
        self._model.stop_playing()

    def _lay_out(self) -> None:
        inside, narrow = QWidget(), QWidget()
        narrow.setMaximumWidth(_COLUMN)
        narrow.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Size.PAD)
        centred = QHBoxLayout(inside)
        centred.setContentsMargins(Size.ROOM, Size.PAD, Size.ROOM, Size.PAD)
        centred.addStretch(1)
        centred.addWidget(narrow, 100)
        centred.addStretch(1)
        self._scroll.hold(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head())
        whole.addWidget(self._scroll, 1)
        self._foot_row = self._foot()
        whole.addLayout(self._foot_row)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._stand_below)

    def _head(self) -> QHBoxLayout:
        fresh = QPushButton(tr("New"))
        fresh.setAccessibleName(tr("New conversation"))
        fresh.setToolTip(f"{tr('New conversation')} (Ctrl+N)")
        fresh.clicked.connect(self._model.begin_anew)
        icons.put(fresh, "add", self._look)
        self._past.setText(tr("Earlier"))
        self._past.setAccessibleName(tr("Earlier conversations"))
        self._past.setToolTip(tr("Earlier conversations"))
        icons.put(self._past, "list", self._look)
        self._export.setText(tr("Save"))
        self._export.setAccessibleName(tr("Save the conversation"))
        self._export.setToolTip(tr("Save the conversation with its pictures"))
        icons.put(self._export, "save", self._look)
        kinds = QMenu(self._export)
        kinds.addAction(tr("Save as Markdown"), lambda: self._save(".md"))
        kinds.addAction(tr("Save as PDF"), lambda: self._save(".pdf"))
        self._export.setMenu(kinds)
        self._erase.setProperty("role", "plain")
        self._erase.setAccessibleName(tr("Erase this conversation"))
        self._erase.setToolTip(tr("Erase this conversation"))
        self._erase.clicked.connect(self._model.forget)
        icons.put(self._erase, "delete", self._look)
        row = QHBoxLayout()
        row.setContentsMargins(Size.ROOM, Size.PAD, Size.ROOM, Size.GAP)
        row.setSpacing(Size.GAP)
        row.addWidget(words(tr("Chat"), "title", wrap=False))
        row.addStretch(1)
        for button in (fresh, self._past, self._export, self._erase):
            row.addWidget(button)
        return row

    def _foot(self) -> QHBoxLayout:
        self._line.setProperty("role", "search")
        self._line.setPlaceholderText(tr("Ask what was seen"))
        self._line.setAccessibleName(tr("Your question"))
        self._line.setMaxLength(1000)
        self._line.returnPressed.connect(self._ask)
        self._voice.setProperty("role", "plain")
        self._voice.setAccessibleName(tr("Speak instead of typing"))
        icons.put(self._voice, "microphone", self._look)
        self._voice.pressed.connect(self._model.listen)
        self._voice.released.connect(self._model.hush)
        self._send.setProperty("role", "plain")
        self._send.clicked.connect(self._send_or_stop)
        row = QHBoxLayout()
        row.setSpacing(Size.GAP)
        row.addWidget(self._line, 1)
        row.addWidget(self._voice)
        row.addWidget(self._send)
        who = QHBoxLayout()
        who.setSpacing(Size.GAP)
        who.addWidget(self._badge)
        who.addWidget(self._badge_more, 1)
        narrow = QWidget()
        narrow.setMaximumWidth(_COLUMN)
        column = QVBoxLayout(narrow)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Size.GAP // 2)
        column.addLayout(row)
        column.addLayout(who)
        centred = QHBoxLayout()
        centred.setContentsMargins(Size.ROOM, Size.GAP, Size.ROOM, Size.PAD)
        centred.addStretch(1)
        centred.addWidget(narrow, 100)
        centred.addStretch(1)
        return centred

    def _stand_below(self, least: int, most: int) -> None:
        """The line stands under the column, whether there is a bar beside that or not."""
        right = Size.ROOM + (Size.SCROLL if most > least else 0)
        self._foot_row.setContentsMargins(Size.ROOM, Size.GAP, right, Size.PAD)

    def _show(self) -> None:
        self._end_screen()
        clear(self._column)
        self._turns = []
        said = self._model.said
        for place in range(len(said)):
            self._add(place)
        if said and said[-1].chips and not self._model.busy:
            self._turns[-1].add_chips(said[-1].chips)
        if not said:
            self._column.addStretch(1)
            self._column.addWidget(self._welcome())
        self._column.addStretch(1)
        for button in (self._export, self._erase):
            button.setEnabled(bool(said) and not self._model.busy)
        QTimer.singleShot(0, self, self._scroll_down)

    def _add(self, place: int) -> None:
        view = TurnView(self._look, self._model.said[place], self._model.picture)
        view.play_wanted.connect(lambda shot: self._play(view, shot))
        view.chip_taken.connect(self._model.ask)
        view.accepted.connect(lambda: self._model.accept(place))
        view.declined.connect(lambda: self._model.decline(place))
        view.copy_wanted.connect(lambda: self._model.copy(place))
        view.review_wanted.connect(self._model.show_event)
        self._turns.append(view)
        self._column.addWidget(view)

    def _welcome(self) -> QWidget:
        page, chips = QWidget(), QWidget()
        flow = Flow(chips, gap=Size.GAP, line_gap=Size.GAP)
        for question in self._model.beginnings().values():
            flow.addWidget(chip_button(question, self._model.ask))
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Size.PAD)
        column.addWidget(words(tr("Ask what was seen"), "title"))
        sentence = tr(
            "Who came, when, how often, where: every answer names the events behind it, "
            "and plays their clips."
        )
        column.addWidget(words(sentence, "muted"))
        column.addWidget(chips)
        return page

    def _hear(self, sentence: str) -> None:
        if self._turns:
            self._turns[-1].hear(sentence)
            self._scroll_down()

    def _step(self, _tool: str) -> None:
        if self._turns:
            self._turns[-1].wait(tr("Looking it up…"))

    def _anew(self) -> None:
        if self._turns:
            self._turns[-1].clear_answer()

    def _show_busy(self, busy: bool) -> None:
        icons.put(self._send, "stop" if busy else "send", self._look)
        verb = tr("Stop the answer") if busy else tr("Ask")
        self._send.setAccessibleName(verb)
        self._send.setToolTip(f"{verb} ({'Esc' if busy else '↵'})")
        self._line.setEnabled(not busy)
        if not busy and self.isVisible():
            self._line.setFocus()

    def _show_badge(self) -> None:
        self._badge.setText(self._model.badge)
        self._badge_more.setText(self._model.badge_more)
        why = self._model.voice
        self._voice.setEnabled(not why)
        self._voice.setToolTip(why or tr("Hold to speak instead of typing"))

    def _show_listening(self, listening: bool) -> None:
        words = (
            tr("Listening; let go when you have finished…")
            if listening
            else tr("Ask what was seen")
        )
        self._line.setPlaceholderText(words)

    def _put_spoken(self, words: str) -> None:
        """What was understood may be put right before it is asked."""
        self._line.setText(words)
        self._line.setFocus()

    def _show_past(self) -> None:
        menu = QMenu(self._past)
        for conversation, title, when in self._model.history:
            said = title.replace("&", "&&")
            menu.addAction(f"{said}  ·  {when}", partial(self._model.open, conversation))
        self._past.setMenu(menu)
        self._past.setEnabled(bool(self._model.history))

    def _ask(self) -> None:
        question = self._line.text()
        if question.strip() and not self._model.busy:
            self._line.clear()
            self._model.ask(question)

    def _send_or_stop(self) -> None:
        if self._model.busy:
            self._model.stop()
        else:
            self._ask()

    def _play(self, view: TurnView, shot: Shot) -> None:
        self._end_screen()
        playing = self._model.playing
        screen = self._screen = Screen(playing.name_of(shot.camera), self._look)
        screen.setFixedHeight(_SCREEN_HIGH)
        screen.double_clicked.connect(lambda: self._model.show_event(shot.event))
        view.place(screen)
        playing.show([shot.camera], shot.at_s, play=True, stay=True)
        playing.fit(shot.camera, _COLUMN)
        self._timer.start()

    def _tick(self) -> None:
        playing, screen = self._model.playing, self._screen
        if screen is None or not playing.cameras:
            return
        playing.tick()
        picture = playing.picture(playing.cameras[0], screen.serial)
        if picture is not None:
            overlays = picture.marked, picture.bodies
            screen.show_picture(picture.serial, picture.image, overlays, picture.sentence)

    def _end_screen(self) -> None:
        self._timer.stop()
        if self._screen is not None:
            self._model.stop_playing()
            self._screen.hide()
            self._screen.deleteLater()
            self._screen = None

    def _save(self, ending: str) -> None:
        if not self._model.said:
            return
        kind = "PDF (*.pdf)" if ending == ".pdf" else "Markdown (*.md)"
        usual = f"{tr('Conversation')}{ending}"
        file, _ = QFileDialog.getSaveFileName(self, tr("Save the conversation"), usual, kind)
        if file:
            path = Path(file)
            self._model.save(path if path.suffix else path.with_suffix(ending))

    def _scroll_down(self) -> None:
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.maximum())
