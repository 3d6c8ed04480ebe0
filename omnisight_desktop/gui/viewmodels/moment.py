"""A moment of a camera that an answer rests on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shot:
    """Something to be looked at; ``plays`` where there is a clip of it."""

    event: str
    camera: str
    at_s: float
    words: str
    exact: str
    plays: bool
