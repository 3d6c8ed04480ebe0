"""What the house asks of a camera that can be turned and zoomed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Reach:
    """What of a camera can be moved, and the places it knows by name."""

    turns: bool = False
    zooms: bool = False
    places: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.turns or self.zooms


@dataclass(frozen=True, slots=True)
class Motion:
    """How fast it moves, -1 to 1: to the right, up, and nearer."""

    pan: float = 0.0
    tilt: float = 0.0
    zoom: float = 0.0


STILL = Motion()


class Mount(Protocol):
    """What a camera sits on. It moves as it was told last, until it is told otherwise."""

    def reach(self) -> Reach:
        """What can be moved; nothing where nothing can. Raises a SourceError if nobody answers."""
        ...

    def move(self, motion: Motion) -> None:
        """Move on like that."""
        ...

    def go(self, place: str) -> None:
        """Go to a place that it knows."""
        ...

    def close(self) -> None:
        """End the conversation."""
        ...
