"""What can set off a rule. Where no zone is named, the whole picture is meant."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class What(StrEnum):
    """What happened, in a word."""

    ENTERED = "entered"
    LEFT = "left"
    LOITERED = "loitered"
    WENT_IN = "went_in"
    WENT_OUT = "went_out"
    SOMEBODY = "somebody"
    NOBODY = "nobody"
    SEQUENCE = "sequence"
    GESTURE = "gesture"


class Direction(StrEnum):
    """Which way a line is crossed."""

    IN = "in"
    OUT = "out"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Enter:
    """Somebody comes into a zone; ``appearing`` if also who is first seen when already in it."""

    zone: str = ""
    appearing: bool = True


@dataclass(frozen=True, slots=True)
class Leave:
    """Somebody goes out of a zone; ``vanishing`` if also who is in it when last seen."""

    zone: str = ""
    vanishing: bool = True


@dataclass(frozen=True, slots=True)
class Loiter:
    """One and the same stays in a zone for so long."""

    zone: str = ""
    seconds: float = 30.0


@dataclass(frozen=True, slots=True)
class Cross:
    """Somebody goes over a line."""

    line: str
    direction: Direction = Direction.EITHER


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody, whoever it is, has been in a zone for so long; or nobody has."""

    zone: str = ""
    seconds: float = 0.0
    somebody: bool = True


@dataclass(frozen=True, slots=True)
class Gestured:
    """Somebody makes a gesture; ``person`` by name or id, if only one may, and ``zone`` if only there."""

    label: str
    person: str = ""
    zone: str = ""


Step = Enter | Leave | Loiter | Cross | Gestured


@dataclass(frozen=True, slots=True)
class Sequence:
    """One thing after another, from the first to the last within so long; done by one and the same,
    unless ``same`` is off."""

    steps: tuple[Step, ...]
    within_s: float = 60.0
    same: bool = True


Trigger = Enter | Leave | Loiter | Cross | Gestured | Presence | Sequence
