"""A recording from end to end: ours beside decoding and the network, and nothing else."""

from __future__ import annotations

from pathlib import Path
from statistics import median

from benchmarks.measure import Row, load, row
from benchmarks.speed.job import Job, Taken, ask

_GOAL = 0.85
_FOUND = 0.9  # of the people that the limit found have to be found


def recording(film: Path, weights: Path, rounds: int) -> list[Row]:
    """Seconds of footage a second, by the clock and by the processor."""
    ours: list[Taken] = []
    limit: list[Taken] = []
    for turn in range(rounds):
        arms = [("ours, analyze", ours), ("decode, then model", limit)]
        for name, into in arms if turn % 2 == 0 else arms[::-1]:
            into.append(ask(Job(name, str(film), str(weights), 0.0)))
    length_s = ours[0].frames / 30
    clock = median(theirs.wall_s / own.wall_s for own, theirs in zip(ours, limit, strict=True))
    spent = median(theirs.cpu_s / own.cpu_s for own, theirs in zip(ours, limit, strict=True))
    found = _boxes(ours[0]) / max(1, _boxes(limit[0]))
    shown = f"{ours[0].looks} looks at {ours[0].frames} pictures, {ours[0].shown_px:.0f} Mpx shown"
    told = ", ".join(f"{value:.1f} {name}" for name, value in ours[0].told.items())
    return [
        row(
            f"analyze, by the clock ({shown}; limit: {limit[0].shown_px:.0f} Mpx, nothing kept)",
            length_s / median(one.wall_s for one in ours),
            limit=length_s / median(one.wall_s for one in limit),
            ratio=clock,
            unit="x real time",
            goal=f">= {_GOAL}",
            met=clock >= _GOAL and found >= _FOUND,
        ),
        row(
            f"analyze, processor seconds ({told}; median of {rounds} rounds; {load()})",
            median(one.cpu_s for one in ours),
            limit=median(one.cpu_s for one in limit),
            ratio=spent,
            unit="s",
            goal=f">= {_GOAL}",
            met=spent >= _GOAL and found >= _FOUND,
        ),
        row(
            "people found by analyze, boxes a look",
            _boxes(ours[0]) / ours[0].looks,
            limit=_boxes(limit[0]) / limit[0].looks,
            ratio=found,
            goal=f">= {_FOUND}",
            met=found >= _FOUND,
        ),
    ]


def _boxes(taken: Taken) -> int:
    return sum(len(boxes) for _, boxes in taken.sightings)
