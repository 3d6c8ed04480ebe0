"""What a question asks for, once it is understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from omnisight_desktop.chat.understanding.topics import CAMERA_STATES, Topic


class Ask(StrEnum):
    """What kind of answer is wanted."""

    LIST = "list"
    COUNT = "count"
    LAST = "last"
    FIRST = "first"
    WHO = "who"
    WHERE = "where"
    DURATION = "duration"
    COMPARE = "compare"
    USUAL = "usual"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time, in UTC, and the words for it."""

    since: datetime
    until: datetime
    words: str


@dataclass(frozen=True, slots=True)
class Query:
    """A question that can be looked up. Ids, not names; what is empty does not narrow."""

    ask: Ask
    span: Span | None = None
    labels: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    cameras: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    topic: Topic = Topic.ANYTHING
    text: str | None = None
    each_person: bool = False  # those who are known are compared
    found: datetime | None = None  # when what it found began, for the next turn
    now: bool = False  # what is to be seen at this moment
    words: str | None = None  # what it describes, as it was said

    @property
    def label(self) -> str | None:
        """What is asked about, where it is one kind of thing."""
        return self.labels[0] if len(self.labels) == 1 else None

    @property
    def is_heard(self) -> bool:
        """Whether no picture could show it."""
        return self.topic in (Topic.SPOKEN, Topic.LOUD, Topic.RULE, *CAMERA_STATES)

    @property
    def person(self) -> str | None:
        """Who is asked about, where it is one."""
        return self.people[0] if len(self.people) == 1 else None


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question that cannot be looked up: something is unknown, or could mean several things."""

    words: str
    ambiguous: bool = False
    about_name: bool = False  # nobody is called so
    otherwise: Query | None = None  # what it asks for if unknown words describe something


@dataclass(frozen=True, slots=True)
class Known:
    """What exists and can be asked about: ids by the names that people use."""

    cameras: dict[str, str]
    people: dict[str, str]
    labels: frozenset[str]
    zones: tuple[str, ...] = ()
    gestures: frozenset[str] = frozenset()
    rules: tuple[str, ...] = ()
    first: datetime | None = field(default=None)  # when the first thing was stored
