"""A conversation: each question is answered by a model where one may be asked, or else by this computer.

What cannot be proved is not told, what was stopped is not stored, and what left the computer is said.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, tzinfo
from itertools import pairwise
from typing import Any

from omnisight_desktop.chat.account import Account, Left
from omnisight_desktop.chat.alike import alike
from omnisight_desktop.chat.answer import Answer, Status
from omnisight_desktop.chat.assistant import Assistant
from omnisight_desktop.chat.choice import OFFLINE, Choice, Speaker
from omnisight_desktop.chat.fence import Fence
from omnisight_desktop.chat.known import known_in
from omnisight_desktop.chat.proof import Sentence
from omnisight_desktop.chat.providers.port import Part, Role
from omnisight_desktop.chat.toolbox import Around, Toolbox
from omnisight_desktop.chat.turn import Exchange, Listener, Silent
from omnisight_desktop.chat.understanding.parse import parse
from omnisight_desktop.chat.understanding.query import Query
from omnisight_desktop.chat.watch import Proposal, proposal_from_json
from omnisight_desktop.chat.wishes import wished
from omnisight_desktop.core.camera import CameraStatus
from omnisight_desktop.core.clock import LocalZone
from omnisight_desktop.core.errors import (
    BackendUnavailable,
    Cancelled,
    KeyRefused,
    LanguageModelError,
    NotFound,
    OmniSightError,
    StorageError,
)
from omnisight_desktop.core.shipped import shipped
from omnisight_desktop.flow.errand import Stop, run_until
from omnisight_desktop.services.house import House
from omnisight_desktop.services.sight import Sight, sights_of_owner
from omnisight_desktop.storage.records import Message

log = logging.getLogger(__name__)

_RECALLED = 6  # turns before this one that a model is told of
_LONGEST = 4000  # letters of a question
USER, ASSISTANT = "user", "assistant"


@dataclass(frozen=True, slots=True)
class Turn:
    """A question, its answer, and how it came about."""

    question: str
    asked: datetime
    answer: Answer
    sentences: tuple[Sentence, ...] = ()  # each with the ids of the events that it rests on
    host: str = ""  # where the model ran; nothing where none was asked
    is_here: bool = True
    left: Left = Left()
    note: str = ""  # why something is not as it was wanted
    proposal: Proposal | None = None

    def to_json(self) -> dict[str, Any]:
        """For the memory, and for programs."""
        return {
            "status": self.answer.status.value,
            "value": self.answer.value,
            "clips": list(self.answer.clips),
            "model": self.answer.model,
            "host": self.host,
            "here": self.is_here,
            "left": asdict(self.left),
            "note": self.note,
            "sentences": [{"text": s.text, "events": list(s.rests_on)} for s in self.sentences],
            "proposal": self.proposal.to_json() if self.proposal else None,
        }


@dataclass
class Conversation:
    """Questions that lean on one another. One at a time is answered; ``id`` is known once one was kept."""

    house: House
    choice: Choice
    zone: tzinfo = field(default_factory=LocalZone)
    id: str | None = None
    keep: bool = True
    statuses: Callable[[], list[CameraStatus]] | None = None
    turns: list[Turn] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._assistant = Assistant(self.house, self.zone, search=self.house.search)
        self._before: Query | None = None
        self._people: set[str] = set()  # known when it was read last
        self._as_of: datetime | None = None  # none: now, and what is seen just now may be told
        if self.id is not None:
            self.turns = recalled(self.house, self.id)
            for turn in self.turns[-_RECALLED:]:
                self._follow(turn.question, turn.asked)

    def read_again(self) -> None:
        """What was said as it stands in the memory by now: who was forgotten meanwhile is in it no more."""
        if self.id is not None:
            try:
                self.turns = recalled(self.house, self.id)
            except NotFound:  # it was erased
                self.id, self.turns = None, []
        people = set(self.house.people.names())
        if not self._people <= people:
            self._assistant.before = self._before = None
            self.turns = self.turns if self.id is not None else []
        self._people = people

    def ask(
        self,
        question: str,
        *,
        now: datetime | None = None,
        camera: str | None = None,
        wish: str = "",
        listener: Listener | None = None,
        stop: Stop | None = None,
    ) -> Turn:
        """Answer a question; Cancelled where it was stopped, and then nothing of it is kept."""
        self.read_again()
        moment, self._as_of = now or self.house.clock.now(), now
        question = _writable(question[:_LONGEST])
        speaker = self.choice.speaker(wish)
        turn = self._answered(question, moment, camera, (speaker, listener or Silent(), stop))
        if stop is not None and stop.said:
            raise Cancelled("It was stopped.")
        self.turns.append(turn)
        if self.keep:
            turn = self._kept(turn)
        return turn

    def _answered(
        self,
        question: str,
        now: datetime,
        camera: str | None,
        means: tuple[Speaker, Listener, Stop | None],
    ) -> Turn:
        speaker, listener, stop = means
        known = known_in(self.house)
        around = Around(self.house, known, now, self.zone, self.statuses, self._sights)
        before = self.turns[-1].answer.events if self.turns else ()
        if near := alike(question, before, around):
            told = (Sentence(near.text, near.events),)
            return Turn(question, now, near, told, note=self.house.search.lacking())
        if speaker.open is None:
            return self._offline(question, around, camera, speaker.why)
        leant_on = self._assistant.before
        query = self._follow(question, now)
        account = Account(self.house, speaker.open(), self.zone)
        exchange = Exchange(
            account.model,
            Toolbox(around),
            account,
            shipped("resources/prompts", "chat.md").read_text("utf-8"),
            [*self._past(), Part(Role.USER, self._told(question, camera, around, query))],
            question,
            listener,
        )
        try:
            run_until(_closing(exchange), stop or Stop())
        except KeyRefused as error:
            said = self.choice.refuse(speaker, error)
            self._assistant.before = leant_on
            offline = self._offline(question, around, camera, said)
            return replace(offline, left=account.left)
        except (LanguageModelError, BackendUnavailable, StorageError) as error:
            listener.anew()
            self._assistant.before = leant_on
            offline = self._offline(question, around, camera, str(error))
            return replace(offline, left=account.left)
        return self._by_model(question, now, speaker, exchange)

    def _offline(self, question: str, around: Around, camera: str | None, note: str) -> Turn:
        job = wished(question, around)
        if isinstance(job, Answer):
            return Turn(question, around.now, job, note=note)
        if isinstance(job, Proposal):
            answer = Answer(Status.CLARIFY, f"{job.words}. Shall I?")
            return Turn(question, around.now, answer, note=note, proposal=job)
        answer = self._assistant.ask(question, self._as_of, camera)
        return Turn(
            question,
            around.now,
            answer,
            (Sentence(answer.text, answer.events),),
            note=" ".join(filter(None, (note, self._assistant.note))),
        )

    def _by_model(self, question: str, now: datetime, speaker: Speaker, exchange: Exchange) -> Turn:
        box, sieve = exchange.box, exchange.sieve
        told = [
            Sentence(one.text, tuple(box.events[m] for m in one.rests_on if m in box.events))
            for one in sieve.told
        ]
        marks = [mark for one in sieve.told for mark in one.rests_on]
        events = tuple(dict.fromkeys(e for one in told for e in one.rests_on))
        searched = _searched(box, marks)
        if not sieve.told:
            status, text = Status.CLARIFY, " ".join(sieve.questions)
        else:
            status = _status(box, marks)
            text = _joined([one.text for one in sieve.told])
        value = searched.value if searched is not None else None
        if status is Status.ANSWERED and searched is not None:
            events = tuple(dict.fromkeys((*events, *searched.events)))
        stored = (self.house.events.get(one) for one in events)
        clips = tuple(dict.fromkeys(event.clip for event in stored if event.clip))
        answer = Answer(status, text, value, events, clips, speaker.name)
        dropped = len(sieve.refused)
        note = f"{dropped} sentences without proof were left out." if dropped > 1 else ""
        note = "A sentence without proof was left out." if dropped == 1 else note
        return Turn(
            question, now, answer, tuple(told), speaker.host, speaker.is_here,
            exchange.account.left, note, box.proposal,
        )  # fmt: skip

    def _follow(self, question: str, moment: datetime) -> Query | None:
        """What this computer itself takes a question for; the next one may lean on it."""
        try:
            self._assistant.ask(question, moment, closely=False)
            query = parse(question, moment, self.zone, known_in(self.house), self._before)
        except OmniSightError:
            return None
        if not isinstance(query, Query):
            return None
        self._before = query
        return query

    def _sights(self) -> Sequence[Sight] | None:
        return sights_of_owner(self.house.paths) if self._as_of is None else None

    def _past(self) -> list[Part]:
        parts: list[Part] = []
        for turn in self.turns[-_RECALLED:]:
            parts.append(Part(Role.USER, turn.question))
            # What was answered may quote strangers: it is data, too.
            parts.append(Part(Role.MODEL, Fence().around(turn.answer.text or "-")))
        return parts

    def _told(self, question: str, camera: str | None, around: Around, query: Query | None) -> str:
        local = around.now.astimezone(self.zone)
        names = self.house.events.names()
        told: dict[str, Any] = {
            "now": f"{local:%A %Y-%m-%d %H:%M}",
            "cameras": sorted(names.cameras.values()),
            "zones": sorted(around.known.zones),
            "people": sorted(names.people.values()),
        }
        if camera:
            told["only_camera"] = camera
        if query is not None:
            told["resolved"] = _resolved(query, around, names.people, names.cameras)
        return f"{Fence().around(told)}\n\n{question}"

    def _kept(self, turn: Turn) -> Turn:
        at, told = turn.asked, json.dumps(turn.to_json(), ensure_ascii=False)
        question = Message("", "", USER, turn.question, at)
        answer = Message("", "", ASSISTANT, turn.answer.text, at, turn.answer.events, told)
        try:
            self.id = self.house.talks.keep_turn(self.id, question, answer)
        except StorageError as error:
            log.warning("a turn could not be kept: %s", error)
            return replace(turn, note=turn.note or f"This was not kept: {error.reason}")
        return turn


def _writable(question: str) -> str:
    """Without what a terminal hands on that is no text: nothing of it could be kept or sent."""
    return question.encode("utf-8", "replace").decode("utf-8")


async def _closing(exchange: Exchange) -> None:
    try:
        await exchange.go()
    finally:
        await exchange.model.close()


def recalled(house: House, conversation: str) -> list[Turn]:
    """The turns of a conversation as they were kept."""
    house.talks.get(conversation)
    said = house.talks.messages(conversation)
    found = []
    for question, answer in pairwise(said):
        if (question.role, answer.role) != (USER, ASSISTANT):
            continue
        told = json.loads(answer.told or "{}")
        proposal = told.get("proposal")
        found.append(
            Turn(
                question.text,
                question.at,
                Answer(
                    Status(told.get("status", Status.ANSWERED)),
                    answer.text,
                    told.get("value"),
                    answer.cited,
                    tuple(told.get("clips", ())),
                    told.get("model", OFFLINE),
                ),
                tuple(Sentence(s["text"], tuple(s["events"])) for s in told.get("sentences", ())),
                told.get("host", ""),
                told.get("here", True),
                Left(**told.get("left", {})),
                told.get("note", ""),
                proposal_from_json(proposal) if proposal else None,
            )
        )
    return found


def _resolved(query: Query, around: Around, people: Any, cameras: Any) -> dict[str, Any]:
    told: dict[str, Any] = {
        "people": [people.get(one, one) for one in query.people],
        "cameras": [cameras.get(one, one) for one in query.cameras],
        "zones": list(query.zones),
        "labels": list(query.labels),
        "topic": query.topic.value,
        "text": query.text,
    }
    if query.span is not None:
        told["since"] = query.span.since.astimezone(around.zone).isoformat(timespec="minutes")
        told["until"] = query.span.until.astimezone(around.zone).isoformat(timespec="minutes")
    return {key: value for key, value in told.items() if value}


def _searched(box: Toolbox, marks: list[str]) -> Answer | None:
    """The look-up that an answer rests on: the last that it names, or whose events it names."""
    named = [box.searches[mark] for mark in marks if mark in box.searches]
    if named:
        return named[-1]
    events = {box.events[mark] for mark in marks if mark in box.events}
    fits = [one for one in box.searches.values() if events & set(one.events)]
    return fits[-1] if fits else None


def _status(box: Toolbox, marks: list[str]) -> Status:
    if any(mark in box.events for mark in marks):
        return Status.ANSWERED
    named = {box.searches[mark].status for mark in marks if mark in box.searches}
    if Status.ANSWERED in named:
        return Status.ANSWERED
    return Status.NOTHING if Status.NOTHING in named else Status.REFUSED


def _joined(texts: list[str]) -> str:
    """Sentences side by side, items of a list below one another."""
    whole = ""
    for text in texts:
        is_item = text.lstrip().startswith(("- ", "* ", "• ")) or text[:2].rstrip(".").isdigit()
        whole += ("\n" if is_item else " ") + text
    return whole.strip()
