"""The numbers by which things are followed, all in one place, in seconds and in heights of a box.

They lie in the middle of wide ranges in which all does about as well; docs/adr/0014-tracking.md
tells how that was tried, and ``python -m benchmarks.track.choose`` tries it again.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tuning:
    """How sure, how far, how long."""

    sure: float = 0.5  # a detection above it is matched first and may begin a track
    doubtful: float = 0.1  # below it a detection is noise
    likeness: float = 0.2  # the least that continues a track: overlap times the ratio of heights
    doubtful_likeness: float = 0.5  # the same for a doubtful detection
    young_likeness: float = 0.3  # the same for a track that is not believed yet
    place_likeness: float = 0.5  # the same for what returns to where it stood
    grown: float = 0.1  # boxes are compared grown by this share of their size on every side
    shape: float = 1.0  # weight of the ratio of heights, as an exponent
    doubted_for_s: float = (
        0.5  # unseen so long, a track is no more continued by doubtful detections
    )
    double: float = 0.7  # a detection that overlaps so much with what is followed begins no track

    measured: float = 0.05  # how far off a detection's box is
    drift: float = 0.1  # how far something moves by chance in a second
    turn: float = 0.5  # how much its speed changes in a second
    swell: float = 0.04  # how much the speed changes with which it grows
    first_speed: float = 1.9  # how fast somebody who is seen for the first time may be

    sway_learning: float = 0.05  # how fast it is learnt whether the camera sways
    sway_trust: float = 10.0  # how much evidence makes up for the expectation that it stands still

    coast_s: float = 0.1  # so long an unseen track is shown in any case, once it was seen for
    coast_after_s: float = 0.2  # so long
    linger: float = 0.07  # and it is shown while it can have gone no farther than this,
    linger_s: float = 1.0  # at most so long,
    linger_after_s: float = 0.5  # once it was seen for so long
    linger_calm: float = 0.5  # and while there is no more evidence than this of a swaying camera


DEFAULT = Tuning()
