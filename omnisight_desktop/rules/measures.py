"""How the rules that people make judge: when somebody is surely in a zone, and surely over a line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measures:
    """The same for all rules of a camera."""

    #: So often in a row, or for so long, one must be seen elsewhere before it is believed.
    sightings: int = 3
    steady_s: float = 1.0
    #: Who is nearer than this to an outline or a line, in heights of the picture, may be on either side.
    margin: float = 0.01
    #: Who is hidden for less than this has not been away.
    patience_s: float = 5.0
    #: Sightings that make a track believed; of those that are seen live, the tracker says it itself.
    believed: int = 3
