"""What people say: a stretch of speech, the words of it, and the names by which they introduce somebody."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

SPEECH_HZ = 16_000  # samples a second, of one channel


@dataclass(frozen=True, slots=True, eq=False)
class Utterance:
    """A stretch of speech without a long pause, as it was heard near a camera."""

    camera: str
    start: datetime
    samples: NDArray[np.float32] = field(repr=False)

    @property
    def length_s(self) -> float:
        """How long it is."""
        return len(self.samples) / SPEECH_HZ


@dataclass(frozen=True, slots=True)
class Said:
    """What was said, as far as it was understood; no words where nothing was."""

    text: str
    language: str | None = None
    people: tuple[str, ...] | None = None  # who is named in it; none: nobody looked


class Whom(StrEnum):
    """Whom a name was said of."""

    SELF = "self"  # whoever speaks
    PRESENT = "present"  # somebody who stands there, too


@dataclass(frozen=True, slots=True)
class HeardName:
    """A name by which somebody was introduced; ``start`` and ``end`` are its place in the text."""

    name: str
    whom: Whom
    score: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Transcript:
    """Something that was said near a camera."""

    id: str
    camera: str
    start: datetime
    end: datetime
    text: str
    language: str | None = None


class ProposalState(StrEnum):
    """What a human said to a name that was heard."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, eq=False)
class NameProposal:
    """A name that was heard, and who may be called so: a question to a human, never a fact.

    ``track`` is set only where exactly one person could be meant; ``in_view`` is everybody who was
    there. ``bite`` is what was heard, as a WAV file.
    """

    id: str
    transcript: str
    camera: str
    at: datetime
    name: str
    whom: Whom
    score: float
    track: str | None = None
    in_view: tuple[str, ...] = ()
    state: ProposalState = ProposalState.OPEN
    person: str | None = None  # who it was, once a human has said so
    text: str = ""
    bite: bytes = field(default=b"", repr=False)
