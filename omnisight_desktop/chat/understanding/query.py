"""What a question asks for, once it is understood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from omnisight_desktop.chat.understanding.topics import Topic


class Ask(StrEnum):
    """What kind of answer is wanted."""

    LIST = "list"
    COUNT = "count"
    LAST = "last"
    FIRST = "first"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time, in UTC, and the words for it."""

    since: datetime
    until: datetime
    words: str


@dataclass(frozen=True, slots=True)
class Query:
    """A question that can be looked up."""

    ask: Ask
    span: Span | None = None
    label: str | None = None
    person: str | None = None  # an id
    camera: str | None = None  # an id
    topic: Topic = Topic.ANYTHING


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question that cannot be looked up: something is unknown, or could mean several things."""

    words: str
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What exists and can be asked about: ids by the names that people use."""

    cameras: dict[str, str]
    people: dict[str, str]
    labels: frozenset[str]
