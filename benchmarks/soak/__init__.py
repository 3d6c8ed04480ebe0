"""Memory over time: the program watches four replayed cameras, and its size is noted all along.

What is made and let go from moment to moment is no leak: a line is drawn through the least of each
minute, which is what stays.

``python -m benchmarks.soak [--minutes 30] [--warm-up 10] [--cameras 4] [--fps 5] [--json]``; a day works
as well as half an hour. What was seen so far is told when it is interrupted.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from benchmarks.film import active
from benchmarks.headless import Program, watching
from benchmarks.measure import Row, row
from benchmarks.soak.slope import slope

_EVERY_S = 1.0  # often, for the least of a minute is when the fewest pictures are on their way
_TELL_EVERY = 60
Numbers: TypeAlias = NDArray[np.float64]
_LIMIT_MB, _LIMIT_MB_H = 512.0, 1.0


@dataclass(frozen=True, slots=True)
class Plan:
    """What is run, and for how long."""

    minutes: float = 30.0
    warm_up_minutes: float = 10.0
    cameras: int = 4
    fps: float = 5.0


@dataclass(slots=True)
class Course:
    """What was noted: seconds since the start, and sizes in MB of the program and its children."""

    seconds: list[float] = field(default_factory=list)
    rss: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)
    threads: list[int] = field(default_factory=list)
    files: list[int] = field(default_factory=list)
    readings: dict[str, float] = field(default_factory=dict)


def rows(quick: bool) -> list[Row]:
    """A short one tells that the harness works, and little about memory."""
    return soak(Plan(2.0, 0.5, 2) if quick else Plan(), lambda _: None)


def soak(plan: Plan, tell: Callable[[Course], None]) -> list[Row]:
    """Run it, or until it is interrupted."""
    course = Course()
    settings = {"detection.fps": plan.fps, "detection.most_fps": plan.fps}
    with watching(active(20), plan.cameras, settings) as program, suppress(KeyboardInterrupt):
        _follow(program, plan, course, tell)
    return _rows(plan, course)


def _follow(program: Program, plan: Plan, course: Course, tell: Callable[[Course], None]) -> None:
    rest, began = threading.Event(), time.monotonic()
    while (now := time.monotonic() - began) < plan.minutes * 60:
        if not program.alive:
            raise RuntimeError(f"the program ended after {now:.0f} s:\n{program.last_words}")
        size = program.size()
        course.seconds.append(now)
        course.rss.append(size.rss_mb)
        course.own.append(size.anon_mb)
        course.threads.append(size.threads)
        course.files.append(size.files)
        if len(course.seconds) % _TELL_EVERY == 0:
            course.readings = program.readings()
            tell(course)
        rest.wait(_EVERY_S)


def _rows(plan: Plan, course: Course) -> list[Row]:
    seconds = np.asarray(course.seconds)
    warm = seconds >= plan.warm_up_minutes * 60
    told = f"{seconds[-1] / 60:.0f} minutes, {warm.sum()} samples after the warm-up, the least of each minute"
    made = [row(told, float(seconds[-1] / 60), unit="min")]
    for name, values in (("resident", course.rss), ("made by it", course.own)):
        found = slope(*_least(seconds[warm], np.asarray(values)[warm]))
        made.append(row(f"memory ({name}), slope", found.an_hour, unit="MB/h"))
        made.append(_within(f"memory ({name}), 95 in 100 below", found.most, _LIMIT_MB_H, "MB/h"))
    made.append(_within(f"memory, most ({plan.cameras} cameras)", max(course.rss), _LIMIT_MB, "MB"))
    for name, counts in (("threads", course.threads), ("files", course.files)):
        # Clips are opened and closed all the time: what counts is the least that stays open.
        held = np.asarray(counts, dtype=float)[warm]
        tenth = max(1, len(held) // 10)
        made.append(_within(f"{name}, least at the end", held[-tenth:].min(), held[:tenth].min()))
    made += [row(name, value) for name, value in sorted(course.readings.items())]
    return made


def _least(seconds: Numbers, values: Numbers) -> tuple[Numbers, Numbers]:
    """The least of each minute."""
    minutes = (seconds // 60).astype(int)
    each = np.unique(minutes)
    least = np.asarray([values[minutes == minute].min() for minute in each])
    return each * 60.0, least


def _within(name: str, ours: float, limit: float, unit: str = "") -> Row:
    ratio, met = (ours / limit if limit else None), ours <= limit
    return row(name, ours, limit=limit, ratio=ratio, unit=unit, goal=f"<= {limit:g}", met=met)
