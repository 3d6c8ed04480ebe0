"""Settings of continuous footage: when it is recorded, in which pieces, and where older pieces go."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, Strict, StringConstraints, field_validator

from omnisight_desktop.config.sections import Section

_DAY = "(mon|tue|wed|thu|fri|sat|sun)"
_CLOCK = r"([01]\d|2[0-3]):[0-5]\d"

#: Such as ``mon-fri 08:00-18:00``, or ``22:00-06:00`` for every day.
HOURS = rf"^({_DAY}([-,]{_DAY})* +)?{_CLOCK}-({_CLOCK}|24:00)$"

_Hours = Annotated[str, StringConstraints(pattern=HOURS)]


class Footage(Section):
    """Recording without a break, besides the clips of events."""

    mode: Literal["off", "always", "motion", "schedule"] = Field(
        "off",
        title="Record continuously",
        description="Off, always, while something moves, or in the hours below; cameras may differ.",
    )
    hours: Annotated[tuple[_Hours, ...], Strict(False)] = Field(
        (),
        title="Hours to record in",
        description="For 'schedule': such as 'mon-fri 08:00-18:00' or '22:00-06:00'; none: always.",
        max_length=100,
    )
    segment_s: int = Field(
        60,
        title="Length of a piece",
        description="Seconds that one file holds; at 60 each begins with the full minute.",
        ge=10,
        le=3600,
    )
    motion_after_s: float = Field(
        10.0,
        title="Go on after movement",
        description="For 'motion': seconds that are recorded after the last movement.",
        ge=1,
        le=600,
    )
    slow_dir: Annotated[Path | None, Strict(False)] = Field(
        None,
        title="Slow place for older footage",
        description="A folder on a larger, slower disk or in the network; pieces are moved there; none if empty.",
    )
    slow_after_days: float = Field(
        1.0,
        title="Move to the slow place after",
        description="Days after which a piece of footage is moved there.",
        ge=0.05,
        le=36500,
    )

    @field_validator("slow_dir", mode="before")
    @classmethod
    def _is_a_place(cls, value: object) -> object:
        if isinstance(value, str) and ("\0" in value or len(value) > 4096):
            raise ValueError("no folder can be called so")
        return None if value == "" else value

    def slow_place(self, root: Path) -> Path | None:
        """Where older footage goes, if anywhere; a short name lies in the data folder."""
        return None if self.slow_dir is None else root / self.slow_dir
