"""An answer, and everything it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Status(StrEnum):
    """What became of a question."""

    ANSWERED = "answered"
    NOTHING = "nothing"
    CLARIFY = "clarify"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Answer:
    """A sentence, the value that was asked for, and the stored events and clips behind it."""

    status: Status
    text: str
    value: Any = None
    events: tuple[str, ...] = ()
    clips: tuple[str, ...] = ()
    model: str = "offline"
