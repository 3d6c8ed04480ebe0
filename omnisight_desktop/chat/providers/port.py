"""What the house says to a language model and hears from it, whichever it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Tool:
    """Something that a model may ask the house to do; ``schema`` is that of its arguments."""

    name: str
    words: str
    schema: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Call:
    """A model asks for something to be done."""

    id: str
    tool: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a call; ``picture`` is a JPEG."""

    call: str
    text: str
    picture: bytes | None = None
    failed: bool = False


class Role(StrEnum):
    """Who speaks."""

    USER = "user"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class Part:
    """One side's turn. ``own`` is a model's turn in its maker's words, to be handed back as it was."""

    role: Role
    text: str = ""
    calls: tuple[Call, ...] = ()
    results: tuple[Result, ...] = ()
    own: Any = None


@dataclass(frozen=True, slots=True)
class Prompt:
    """Everything a model is told for one reply."""

    system: str
    tools: tuple[Tool, ...]
    parts: tuple[Part, ...]
    most_words: int = 2000  # tokens of the reply


@dataclass(slots=True)
class Usage:
    """What was read and written for a request, in tokens."""

    read: int = 0
    written: int = 0
    from_cache: int = 0
    to_cache: int = 0

    @property
    def total_read(self) -> int:
        """All that was read, in whatever way it is paid for."""
        return self.read + self.from_cache + self.to_cache


@dataclass(slots=True)
class Traffic:
    """What went over the line for one request, told while it goes on, so that nothing is missed
    where it is stopped."""

    bytes_out: int = 0
    bytes_in: int = 0
    usage: Usage = field(default_factory=Usage)
    begun: bool = False  # an answer began to come, so that somebody worked for it


class Ending(StrEnum):
    """Why a reply ended."""

    DONE = "done"
    CALLS = "calls"
    TOO_LONG = "too_long"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model said, and what it wants done."""

    text: str
    calls: tuple[Call, ...]
    ending: Ending
    own: Any = None


class LanguageModel(Protocol):
    """One that can be asked. It belongs to one turn of a conversation, and is closed after it."""

    @property
    def name(self) -> str:
        """What it is called."""
        ...

    @property
    def host(self) -> str:
        """The computer that it runs on."""
        ...

    @property
    def is_here(self) -> bool:
        """Whether that is this computer."""
        ...

    async def reply(self, prompt: Prompt, hear: Callable[[str], object], traffic: Traffic) -> Reply:
        """Its reply, told piece by piece as it comes; a LanguageModelError where there is none."""
        ...

    async def close(self) -> None:
        """Let go of the line."""
        ...
