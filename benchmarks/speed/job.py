"""What an arm is asked to do, in a process of its own, and what it answers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path

#: The number of a frame within the film, and the people found in it, as corners in pixels.
Sighting = tuple[int, list[list[float]]]


@dataclass(frozen=True, slots=True)
class Job:
    """One arm over one film: in real time for so many seconds, or as fast as it goes."""

    arm: str
    film: str
    weights: str
    seconds: float
    settle_s: float = 0.0  # at the start, not measured
    cameras: int = 1
    looks_hz: float = 5.0


@dataclass(slots=True)
class Taken:
    """What it took and what it gave. Processor seconds include those of children."""

    wall_s: float = 0.0
    cpu_s: float = 0.0
    frames: int = 0
    looks: int = 0
    shown: int = 0  # canvases that the network was shown
    shown_px: float = 0.0  # and their pixels, in millions
    parts_s: dict[str, float] = field(default_factory=dict)  # processor seconds by who spent them
    sightings: list[Sighting] = field(default_factory=list)
    told: dict[str, float] = field(default_factory=dict)

    @property
    def cores(self) -> float:
        """Processor seconds a second."""
        return self.cpu_s / self.wall_s if self.wall_s else 0.0


def ask(job: Job) -> Taken:
    """Run an arm; a fault of it is shown as it is."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.speed.arms", json.dumps(asdict(job))],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "OMP_WAIT_POLICY": "PASSIVE"},
    )
    answer = json.loads(done.stdout.strip().splitlines()[-1])
    answer["sightings"] = [(index, boxes) for index, boxes in answer["sightings"]]
    return Taken(**answer)
