"""What a question should be answered with: worked out from the lists of the home, without the program."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.ask.home import CAMERAS, PEOPLE, ZONE, Home
from omnisight_desktop.core.event import Event

#: What is wanted, and that it cannot be had.
WANTS = frozenset(
    {"last", "first", "count", "list", "who", "where", "duration", "compare", "refuse", "clarify", "live"}
)  # fmt: skip
_KNOWN = frozenset({"q", "lang", "after", "want", "people", "labels", "cameras", "zones", "types", "text",
                    "since", "until", "note"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """A line of the bank."""

    q: str
    want: str
    lang: str = "en"
    after: str | None = None
    people: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    cameras: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    types: tuple[str, ...] = ("appeared",)
    text: str | None = None
    since: str | None = None
    until: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Expected:
    """The events that a question is about, and what it asks of them."""

    status: str
    events: tuple[Event, ...] = ()
    value: Any = None
    cited: frozenset[str] = field(default_factory=frozenset)  # these may stand behind the answer


def read_bank(file: Path) -> list[Question]:
    """The questions of a file; a line that makes no sense is an error, not a shrug."""
    questions = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        row = json.loads(line)
        if unknown := set(row) - _KNOWN:
            raise ValueError(f"{file.name}, line {number}: nobody knows {sorted(unknown)}")
        told: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
        question = Question(**told)
        _insist(question, f"{file.name}, line {number}")
        questions.append(question)
    return questions


def expected(question: Question, home: Home) -> Expected:
    """What the right answer is."""
    if question.want in ("refuse", "live"):
        return Expected("refused")
    if question.want == "clarify":
        return Expected("clarify")
    found = tuple(event for event in home.events if _fits(event, question))
    cited = frozenset(event.id for event in found)
    if not found:
        return Expected("nothing", value=_nothing(question))
    return Expected("answered", found, _value(question, found), cited)


def _value(question: Question, found: tuple[Event, ...]) -> Any:
    values: dict[str, Callable[[], Any]] = {
        "last": lambda: found[-1].start.astimezone(UTC),
        "first": lambda: found[0].start.astimezone(UTC),
        "count": lambda: len(found),
        "who": lambda: {PEOPLE[event.person] for event in found if event.person},
        "where": lambda: {CAMERAS[event.camera] for event in found},
        "duration": lambda: sum(((e.end or e.start) - e.start).total_seconds() for e in found),
        "compare": lambda: _compared(question, found),
        "list": lambda: {event.id for event in found},
    }
    return values[question.want]()


def _compared(question: Question, found: tuple[Event, ...]) -> dict[str, int]:
    if len(question.people) > 1:
        each, names = [PEOPLE.get(event.person or "") for event in found], question.people
    elif len(question.labels) > 1:
        each, names = [event.label for event in found], question.labels
    else:
        each = [CAMERAS[event.camera] for event in found]
        names = question.cameras or tuple(CAMERAS.values())
    return {name: each.count(name) for name in names}


def _nothing(question: Question) -> Any:
    empty: dict[str, Any] = {"count": 0, "duration": 0.0, "compare": {}}
    return empty.get(question.want)


def _fits(event: Event, question: Question) -> bool:
    name = PEOPLE.get(event.person or "")
    since, until = _moment(question.since), _moment(question.until)
    return (
        event.type in question.types
        and (not question.people or name in question.people or (question.people == ("*",) and bool(name)))
        and (not question.labels or event.label in question.labels)
        and (not question.cameras or CAMERAS[event.camera] in question.cameras)
        and (not question.zones or event.zone in question.zones)
        and (question.text is None or question.text.casefold() in (event.text or "").casefold())
        and (since is None or event.start >= since)
        and (until is None or event.start < until)
    )  # fmt: skip


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text).replace(tzinfo=ZONE)


def _insist(question: Question, place: str) -> None:
    """A slip of the pen must not become a wrong expectation."""
    if question.want not in WANTS:
        raise ValueError(f"{place}: nobody can want '{question.want}'")
    for names, known in (
        (question.people, {*PEOPLE.values(), "*"}),
        (question.cameras, set(CAMERAS.values())),
    ):
        if strange := set(names) - known:
            raise ValueError(f"{place}: there is no {sorted(strange)}")
    begin, end = _moment(question.since), _moment(question.until)
    if begin is not None and end is not None and begin >= end:
        raise ValueError(f"{place}: it ends before it begins")
