"""How the rules judge: after how long somebody stands, and what still belongs to one visit."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class JudgeSettings:
    """The measures of the rules; seconds all of them."""

    #: What is followed for less than this was a flicker.
    min_age_s: float = 0.3
    #: Who keeps to one place for so long is stationary.
    stationary_s: float = 10.0
    #: Who comes so soon after somebody was last seen nearby belongs to the same visit.
    join_s: float = 10.0
    #: A visit takes nobody in any more when it is so old; those who are in it stay.
    longest_s: float = 30 * 60.0
    #: So long the place of a thing that stood still and was lost from view is kept for it: a car that
    #: the night hid is the same car in the morning.
    parked_s: float = 12 * 3600.0
    #: The same for people and animals, who do not stay for long.
    resting_s: float = 60.0
