"""Asks the program every question of a bank, and holds each answer against what was worked out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.ask.home import CAMERAS, NOW, PEOPLE, ZONE, ZONES, Home
from benchmarks.ask.oracle import Expected, Question, expected
from benchmarks.measure import timed_ms
from omnisight_desktop.app.build import owned
from omnisight_desktop.chat.answer import Answer
from omnisight_desktop.chat.assistant import Assistant
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.rules.drawn import Zone
from omnisight_desktop.rules.rule import Rulebook
from omnisight_desktop.services.house import House
from omnisight_desktop.storage.owner import own

_CLOSE_S = 1.0
_SQUARE = ((0.1, 0.1), (0.9, 0.1), (0.9, 0.9), (0.1, 0.9))


@dataclass(frozen=True, slots=True)
class Marked:
    """A question, what came back, and what is wrong with it; nothing where it is right."""

    question: Question
    answer: Answer
    wrong: str
    cites_well: bool
    invents: bool
    ms: float


@contextmanager
def living(home: Home, settings: Settings | None = None) -> Iterator[House]:
    """A house of its own that remembers all this."""
    with TemporaryDirectory(prefix="omnisight-bench-") as folder:
        paths = Paths(Path(folder)).make()
        with own(paths.root), owned(paths, settings or Settings()) as house:
            house.keeper.commit(*home.cameras, *home.people)
            house.keeper.commit(*home.clips, *home.gaps)
            house.keeper.commit(*home.events)
            for camera, zones in ZONES.items():
                drawn = tuple(Zone(name, _SQUARE) for name in zones)
                house.rules.keep(Rulebook(camera, drawn))
            yield house


def ask_all(questions: Sequence[Question], home: Home) -> list[Marked]:
    """Every question, each in a conversation of its own, after the one that it leans on."""
    with living(home) as house:
        return [
            _ask(Assistant(house, ZONE, search=house.search), question, home)
            for question in questions
        ]


def _ask(assistant: Assistant, question: Question, home: Home) -> Marked:
    if question.after is not None:
        assistant.ask(question.after, NOW)
    answers: list[Answer] = []
    ms = timed_ms(lambda: answers.append(assistant.ask(question.q, NOW)))
    return mark(question, answers[0], home, ms)


def mark(question: Question, answer: Answer, home: Home, ms: float) -> Marked:
    """An answer beside what was worked out."""
    right = expected(question, home)
    there = {event.id for event in home.events}
    cites_well = set(answer.events) <= right.cited if right.status == "answered" else True
    if right.status == "answered" and not answer.events:
        cites_well = False
    invents = not set(answer.events) <= there
    return Marked(question, answer, _fault(answer, right, question), cites_well, invents, ms)


def _fault(answer: Answer, right: Expected, question: Question) -> str:
    if str(answer.status) != right.status:
        return f"{answer.status} instead of {right.status}"
    if right.status == "nothing" and question.want in ("count", "duration"):
        return "" if answer.value in (0, 0.0) else f"{answer.value!r} instead of 0"
    if right.status != "answered":
        return ""
    got = _plain(answer.value, question.want)
    same = (
        abs(got - right.value) <= _CLOSE_S if _is_number(got, right.value) else got == right.value
    )
    return "" if same else f"{_short(got)} instead of {_short(right.value)}"


def _plain(value: Any, want: str) -> Any:
    """The value as the lists have it: a moment, a set of names or ids, numbers by name."""
    if want in ("last", "first") and isinstance(value, str):
        try:
            return datetime.fromisoformat(value).astimezone(UTC)
        except ValueError:
            return value
    if want in ("list", "who", "where") and isinstance(value, list | tuple):
        names = {**PEOPLE, **CAMERAS}
        return {names.get(str(one), str(one)) if want != "list" else str(one) for one in value}
    return value


def _is_number(got: Any, right: Any) -> bool:
    return all(isinstance(one, int | float) and not isinstance(one, bool) for one in (got, right))


def _short(value: Any) -> str:
    text = str(sorted(value) if isinstance(value, set) else value)
    return text if len(text) < 90 else f"{text[:87]}..."
