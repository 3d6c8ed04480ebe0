"""Chat: what was asked and answered, as it comes, by whom, and what left this computer for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from omnisight_desktop.chat.answer import Answer, Status
from omnisight_desktop.chat.choice import OFFLINE, Choice
from omnisight_desktop.chat.conversation import Conversation, Turn
from omnisight_desktop.chat.proof import Sentence
from omnisight_desktop.chat.watch import Proposal, confirm, drop
from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.errors import Cancelled, OmniSightError
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.speech import Said as Speech
from omnisight_desktop.flow.errand import Stop
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.tongue import told, tr
from omnisight_desktop.gui.viewmodels.cards import card_of
from omnisight_desktop.gui.viewmodels.chatpages import Page, write_markdown, write_pdf
from omnisight_desktop.gui.viewmodels.moment import Shot
from omnisight_desktop.gui.viewmodels.pictures import from_pixels
from omnisight_desktop.gui.viewmodels.playing import PlayingViewModel
from omnisight_desktop.gui.viewmodels.saying import seconds_said
from omnisight_desktop.gui.words import clock_time, thing
from omnisight_desktop.rules.trigger import Leave, Loiter
from omnisight_desktop.services.dictation import Dictation
from omnisight_desktop.services.shape import Names
from omnisight_desktop.services.stories import Story

_CLIPS = 8  # shown with an answer; the others are a click away, in the review
_WIDTH = 320
_PAST = 40
_NONE = Answer(Status.REFUSED, "")


@dataclass(frozen=True, slots=True)
class Said:
    """One question and its answer, as they are shown."""

    question: str
    text: str = ""
    rich: bool = False  # whether it may hold Markdown
    shots: tuple[Shot, ...] = ()
    more: int = 0  # events that are not shown one by one
    line: str = ""  # from what, and by whom
    left: str = ""  # what left this computer
    note: str = ""
    offer: str = ""  # a watch that waits for a yes
    kept: str = ""  # the watch, once it is in force
    trouble: str = ""
    chips: tuple[str, ...] = ()
    rest: str = ""  # the first event of those that are not shown


class ChatViewModel(QObject):
    """One conversation at a time; one question at a time."""

    changed = Signal()  # other things were said
    piece = Signal(str)  # a sentence of the answer that is coming
    step = Signal(str)  # what is looked up for it
    anew = Signal()  # the answer that was coming begins again
    busy_changed = Signal(bool)
    history_changed = Signal()
    badge_changed = Signal()
    spoken = Signal(str)  # words that were said instead of typed
    listening_changed = Signal(bool)
    _people_changed = Signal()

    def __init__(self, desk: Desk, dictation: Dictation | None = None) -> None:
        super().__init__()
        self._desk = desk
        self.choice = Choice(desk.house.paths, lambda: desk.house.settings.chat)
        self._conversation = self._fresh()
        self._turns: list[Turn] = []
        self._stop: Stop | None = None
        self._dictation = dictation or Dictation(desk.house.heard.scribe)
        self._speaking: Stop | None = None
        self._mute = ""
        self._playing: PlayingViewModel | None = None
        self.said: list[Said] = []
        self.history: list[tuple[str, str, str]] = []  # id, title, when
        self.badge, self.badge_more = tr("This computer answers"), ""
        self._stale = False  # people changed while an answer was coming
        self._people_changed.connect(self._read_again)
        desk.house.people.when_changed(lambda _: self._people_changed.emit())

    @property
    def busy(self) -> bool:
        """Whether an answer is coming."""
        return self._stop is not None

    @property
    def voice(self) -> str:
        """Why one cannot speak instead of typing; nothing where one can."""
        if not self._desk.house.settings.hearing.enabled:
            return tr("Listening is off. Switch it on in the settings to speak instead of typing.")
        return told(self._mute)

    @property
    def listening(self) -> bool:
        """Whether somebody speaks, or what they said is being written down."""
        return self._speaking is not None

    def listen(self) -> None:
        """Write down what is said from now on."""
        if self.listening or self.busy or self.voice:
            return
        stop = self._speaking = Stop()
        self.listening_changed.emit(True)
        dictation = self._dictation

        def end() -> None:
            self._speaking = None
            self.listening_changed.emit(False)

        def written(heard: Speech) -> None:
            end()
            if heard.text.strip():
                self.spoken.emit(heard.text.strip())
            else:
                self._desk.say(tr("Nothing was understood. Hold the button while you speak."))

        def failed(error: OmniSightError) -> None:
            end()
            self._tell(error)

        self._desk.ops.run(lambda: dictation.take(stop), written, failed)

    def hush(self) -> None:
        """That was all."""
        if self._speaking is not None:
            self._speaking.say()

    @property
    def playing(self) -> PlayingViewModel:
        """What plays clips in place."""
        if self._playing is None:
            self._playing = PlayingViewModel(self._desk)
            self._playing.call_them(dict(self._desk.house.events.names().cameras))
        return self._playing

    def start(self) -> None:
        """Somebody looks."""
        self._read_again()
        self.look_up_badge()
        self.look_up_history()

    def stop_playing(self) -> None:
        """Nobody looks on."""
        if self._playing is not None:
            self._playing.stop()

    def close(self) -> None:
        """The program ends."""
        self.stop()
        self.hush()
        self._dictation.close()
        if self._playing is not None:
            self._playing.close()

    def beginnings(self) -> dict[str, str]:
        """What may be asked where nothing was asked yet, by a word for it."""
        return {
            "today": tr("What happened today?"),
            "last": tr("When was somebody last seen?"),
            "week": tr("How many people came this week?"),
            "offline": tr("Was a camera offline today?"),
            "watch": tr("Tell me when somebody comes"),
        }

    def ask(self, question: str) -> None:
        """Ask; the answer comes piece by piece."""
        question = " ".join(question.split())
        if not question or self.busy:
            return
        stop = self._stop = Stop()
        self.said.append(Said(question))
        self.changed.emit()
        self.busy_changed.emit(True)
        conversation, listener = self._conversation, _Passing(self)

        def answer() -> tuple[Turn, Said]:
            turn = conversation.ask(question, listener=listener, stop=stop)
            return turn, self._shown(turn)

        def shown(found: tuple[Turn, Said]) -> None:
            if conversation is self._conversation:
                self._turns.append(found[0])
                self.said[-1] = found[1]
            self._end()
            self.look_up_history()

        def failed(error: OmniSightError) -> None:
            if conversation is self._conversation:
                self._failed(error)
            self._end()

        self._desk.ops.run(answer, shown, failed)

    def stop(self) -> None:
        """The answer is wanted no more."""
        if self._stop is not None:
            self._stop.say()

    def begin_anew(self) -> None:
        """A conversation about something else."""
        self.stop()
        self._show(self._fresh(), [])

    def open(self, conversation: str) -> None:
        """Go on with one that was kept."""
        self.stop()

        def read() -> tuple[Conversation, list[Said]]:
            found = self._fresh(conversation)
            return found, [self._shown(turn) for turn in found.turns]

        self._desk.ops.run(read, lambda found: self._show(*found), self._tell)

    def _read_again(self) -> None:
        """Somebody may have been forgotten: what is shown names them no more."""
        conversation, before = self._conversation, list(self.said)
        self._stale = self.busy
        if self.busy or not self.said:
            return

        def read() -> list[Said]:
            conversation.read_again()
            return [self._shown(turn) for turn in conversation.turns]

        def show(said: list[Said]) -> None:
            if conversation is not self._conversation or self.busy:
                return
            if len(before) == len(said):
                # What was answered to an offer is known here alone.
                said = [
                    replace(one, kept=old.kept, offer=old.offer)
                    for one, old in zip(said, before, strict=True)
                ]
            if said != self.said:
                self._show(conversation, said)

        self._desk.ops.run(read, show, self._tell)

    def forget(self) -> None:
        """Erase the conversation that is shown."""
        gone = self._conversation.id
        self.begin_anew()
        if gone is not None:
            talks = self._desk.house.talks
            done = tr("The conversation is erased.")

            def erased(_: object) -> None:
                self._desk.say(done)
                self.look_up_history()

            self._desk.ops.run(lambda: talks.forget(gone), erased, self._tell)

    def accept(self, place: int) -> None:
        """Yes, watch for it."""
        conversation, house = self._conversation, self._desk.house
        proposal = self._turns[place].proposal
        if proposal is None:
            return

        def kept(cameras: tuple[str, ...]) -> None:
            words = tr("Watching on {cameras}.", cameras=", ".join(cameras))
            self._note_kept(conversation, place, words)
            self._desk.offer(
                words, tr("Undo"), lambda: self._drop(conversation, place, proposal.id)
            )

        self._desk.ops.run(lambda: confirm(house, proposal), kept, self._tell)

    def decline(self, place: int) -> None:
        """No, do not watch for it."""
        self.said[place] = replace(self.said[place], offer="")
        self.changed.emit()

    def copy(self, place: int) -> None:
        """Put an answer where it can be pasted from."""
        one = self.said[place]
        QGuiApplication.clipboard().setText(f"{one.question}\n\n{one.text}\n")
        self._desk.say(tr("Copied."))

    def show_event(self, event: str) -> None:
        """Look at it in the review."""
        self._desk.go("review", event)

    def save(self, file: Path) -> None:
        """Keep the conversation as Markdown or as a PDF, with its pictures."""
        said = list(self.said)
        write = write_pdf if file.suffix.lower() == ".pdf" else write_markdown

        def written() -> Path:
            pages = [
                Page(
                    one.question,
                    one.text,
                    " · ".join(filter(None, (one.line, one.left))),
                    tuple((shot.words, self._picture(shot)) for shot in one.shots),
                )
                for one in said
            ]
            write(file, tr("Conversation"), pages)
            return file

        done = tr("Saved as {name}.", name=file.name)
        self._desk.ops.run(written, lambda _: self._desk.say(done), self._tell)

    def picture(self, shot: Shot, done: Callable[[QImage | None], object]) -> None:
        """How it looked then, as a small picture."""
        self._desk.ops.run(lambda: self._picture(shot), done, lambda _: done(None))

    def look_up_history(self) -> None:
        """What was asked before."""
        house = self._desk.house

        def read() -> list[tuple[str, str, str]]:
            now = house.clock.now()
            found = house.talks.newest(_PAST)
            return [(one.id, one.title, clock_time(one.created, now)) for one in found]

        def show(found: list[tuple[str, str, str]]) -> None:
            self.history = found
            self.history_changed.emit()

        self._desk.ops.run(read, show, self._tell)

    def look_up_badge(self) -> None:
        """Who would answer now."""

        def look() -> tuple[tuple[str, str], str]:
            listens = self._desk.house.settings.hearing.enabled
            return self._badge(), self._dictation.unable() if listens else ""

        def show(found: tuple[tuple[str, str], str]) -> None:
            (self.badge, self.badge_more), self._mute = found
            self.badge_changed.emit()

        self._desk.ops.run(look, show, self._tell)

    def _badge(self) -> tuple[str, str]:
        speaker = self.choice.speaker()
        if speaker.open is None:
            why = told(speaker.why or speaker.resting)
            return tr("This computer answers"), why or tr("Nothing leaves it.")
        if speaker.is_here:
            more = tr("A language model on this computer; nothing leaves it.")
            return speaker.name, more
        privacy = self._desk.house.settings.privacy
        more = tr(
            "Questions with the turns before them, the names of people, cameras and zones, and what "
            "was looked up go to {host}; pictures do not.",
            host=speaker.host,
        )
        if privacy.send_pictures and privacy.pictures_of:
            more = tr(
                "Questions with the turns before them, the names of people, cameras and zones, what "
                "was looked up, and pictures of {cameras} go to {host}.",
                cameras=", ".join(privacy.pictures_of),
                host=speaker.host,
            )
        return speaker.name, more

    def _show(self, conversation: Conversation, said: list[Said]) -> None:
        self._conversation, self.said = conversation, said
        self._turns = list(conversation.turns)
        self.changed.emit()

    def _failed(self, error: OmniSightError) -> None:
        if isinstance(error, Cancelled):
            self.said[-1:] = []
        else:
            self.said[-1] = replace(self.said[-1], trouble=told(str(error)))
            self._turns.append(Turn(self.said[-1].question, self._desk.house.clock.now(), _NONE))

    def _end(self) -> None:
        self._stop = None
        self.changed.emit()
        self.busy_changed.emit(False)
        self.look_up_badge()
        if self._stale:
            self._read_again()

    def _note_kept(self, conversation: Conversation, place: int, words: str) -> None:
        """What became of an offer, where it can still be seen."""
        if conversation is self._conversation and place < len(self.said):
            self.said[place] = replace(self.said[place], offer="", kept=words)
            self.changed.emit()

    def _drop(self, conversation: Conversation, place: int, job: str) -> None:
        house = self._desk.house

        def dropped(_: object) -> None:
            self._note_kept(conversation, place, "")

        self._desk.ops.run(lambda: drop(house, job, house.clock.now()), dropped, self._tell)

    def _fresh(self, conversation: str | None = None) -> Conversation:
        house, live = self._desk.house, self._desk.live
        return Conversation(house, self.choice, id=conversation, statuses=live.statuses)

    def _shown(self, turn: Turn) -> Said:
        """A turn in the words of the window; reads what it rests on, so not on the main thread."""
        house, answer = self._desk.house, turn.answer
        now, names = house.clock.now(), house.events.names()
        events: list[Event] = []
        for one in answer.events[:_CLIPS]:
            try:
                events.append(house.events.get(one))
            except OmniSightError:  # it has gone since
                continue
        shots = tuple(_shot(event, names, now) for event in events)
        by = tr("answered on this computer")
        if answer.model != OFFLINE:
            by = tr("answered by {model}", model=answer.model)
        count = len(answer.events)
        line = tr("from 1 event") if count == 1 else tr("from {count} events", count=count)
        return Said(
            turn.question,
            answer.text,
            answer.model != OFFLINE,
            shots,
            max(0, count - len(shots)),
            f"{line} · {by}" if count else by,
            self._left(turn),
            turn.note,
            _offer(turn.proposal, names.cameras, now) if turn.proposal else "",
            rest=answer.events[len(shots)] if count > len(shots) else "",
            chips=self._chips(turn, [shot.camera for shot in shots], names.cameras),
        )

    def _left(self, turn: Turn) -> str:
        left = turn.left
        if not left.bytes_out or turn.is_here and not left.to:
            return ""
        if turn.is_here and turn.answer.model != OFFLINE:
            return tr("nothing left this computer")
        size = f"{left.bytes_out / 1000:.1f} kB"
        if left.pictures:
            return tr("{size} and {count} pictures went to {host}",
                      size=size, count=left.pictures, host=left.to)  # fmt: skip
        return tr("{size} went to {host}, no picture", size=size, host=left.to)

    def _chips(self, turn: Turn, cameras: list[str], names: Mapping[str, str]) -> tuple[str, ...]:
        if turn.proposal is not None or turn.answer.status.value in ("clarify", "refused"):
            return ()
        others = [names[one] for one in dict.fromkeys(cameras) if one in names][:2]
        several = len(others) > 1
        return (
            tr("and yesterday?"),
            tr("and this week?"),
            *(tr("and on {camera}?", camera=name) for name in others if several),
            *([tr("more like this")] if turn.answer.events else []),
        )

    def _picture(self, shot: Shot) -> QImage | None:
        at = datetime.fromtimestamp(shot.at_s, tz=self._desk.house.clock.now().tzinfo)
        preview = self._desk.house.recordings.preview(shot.camera, at, _WIDTH)
        return from_pixels(preview)

    def _tell(self, error: OmniSightError) -> None:
        self._desk.say(told(str(error)))


class _Passing:
    """Passes on what is said, from the thread that asks to whoever looks."""

    def __init__(self, model: ChatViewModel) -> None:
        self._model = model

    def step(self, tool: str) -> None:
        self._model.step.emit(tool)

    def sentence(self, sentence: Sentence) -> None:
        self._model.piece.emit(sentence.text)

    def anew(self) -> None:
        self._model.anew.emit()


def _offer(proposal: Proposal, cameras: Mapping[str, str], now: datetime) -> str:
    """What would be watched for, in the language of the window."""
    rule = proposal.rule
    what = thing(rule.labels[0] if rule.labels else None)
    if isinstance(rule.when, Leave):
        happens = tr("{what} leaves", what=what)
    elif isinstance(rule.when, Loiter):
        happens = tr("{what} stays for {long}", what=what, long=seconds_said(rule.when.seconds))
    else:
        happens = tr("{what} comes", what=what)
    where = ", ".join(cameras.get(one, one) for one in proposal.cameras)
    for hours in rule.schedule.hours:
        where += f", {hours.start:%H:%M}–{hours.end:%H:%M}"
    end = clock_time(rule.until, now) if rule.until else ""
    if rule.once:
        return tr("Once: {happens} ({where}), until {end}", happens=happens, where=where, end=end)
    return tr("Each time: {happens} ({where}), until {end}", happens=happens, where=where, end=end)


def _shot(event: Event, names: Names, now: datetime) -> Shot:
    card = card_of(Story(event, (event,)), names, now)
    middle = event.start + min(timedelta(seconds=1), (event.end or event.start) - event.start)
    return Shot(
        event.id,
        event.camera,
        to_ms(middle) / 1000,
        f"{card.title} · {card.line}",
        card.exact,
        event.clip is not None,
    )
