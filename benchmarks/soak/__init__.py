"""Memory over time: the program watches four replayed cameras, and its size is noted all along.

``python -m benchmarks.soak [--minutes 30] [--warm-up 10] [--cameras 4] [--fps 5] [--json]``; a day works
as well as half an hour. What was seen so far is told when it is interrupted.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import psutil

from benchmarks.film import active
from benchmarks.material import material
from benchmarks.measure import Row
from benchmarks.soak.slope import slope
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.flow.door import knock

_EVERY_S = 5.0
_MB = 1024 * 1024


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
    uss: list[float] = field(default_factory=list)
    threads: list[int] = field(default_factory=list)
    files: list[int] = field(default_factory=list)
    readings: dict[str, float] = field(default_factory=dict)


def rows(quick: bool) -> list[Row]:
    """A short one tells that the harness works, and little about memory."""
    return soak(Plan(2.0, 0.5, 2) if quick else Plan(), lambda _: None)


def soak(plan: Plan, tell: Callable[[Course], None]) -> list[Row]:
    """Run it, or until it is interrupted."""
    course = Course()
    with TemporaryDirectory(prefix="omnisight-soak-") as folder:
        place = Path(folder)
        film = active(20)
        sources = []
        for number in range(plan.cameras):
            copy = place / f"camera{number + 1}.mp4"
            shutil.copyfile(film, copy)
            sources += ["--source", f"replay:{copy}"]
        data = place / "data"
        command = [
            *(sys.executable, "-m", "omnisight_desktop", "--data", str(data)),
            *("--set", f"detection.fps={plan.fps}", "--set", f"detection.most_fps={plan.fps}"),
            *("run", "--headless", *sources),
        ]
        environment = {**os.environ, "OMNISIGHT_MODELS_DIR": str(material("models"))}
        with (place / "log").open("w") as log:
            process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)
            try:
                _follow(process, plan, course, data, tell)
            except KeyboardInterrupt:
                pass
            finally:
                process.terminate()
                process.wait(60)
    return _rows(plan, course)


def _follow(
    process: subprocess.Popen[bytes],
    plan: Plan,
    course: Course,
    data: Path,
    tell: Callable[[Course], None],
) -> None:
    whole, rest = psutil.Process(process.pid), threading.Event()
    began = time.monotonic()
    while (now := time.monotonic() - began) < plan.minutes * 60:
        if process.poll() is not None:
            raise RuntimeError(f"the program ended after {now:.0f} s")
        _note(whole, course, now)
        if len(course.seconds) % 12 == 0:
            course.readings = _readings(data)
            tell(course)
        rest.wait(_EVERY_S)


def _note(whole: psutil.Process, course: Course, now: float) -> None:
    tree = [whole, *whole.children(recursive=True)]
    infos = []
    for one in tree:
        try:
            infos.append((one.memory_full_info(), one.num_threads(), one.num_fds()))
        except psutil.NoSuchProcess:
            continue
    course.seconds.append(now)
    course.rss.append(sum(info.rss for info, _, _ in infos) / _MB)
    course.uss.append(sum(info.uss for info, _, _ in infos) / _MB)
    course.threads.append(sum(threads for _, threads, _ in infos))
    course.files.append(sum(files for _, _, files in infos))


def _readings(data: Path) -> dict[str, float]:
    answer = knock(Paths(data).door, "status", {}, 10.0)
    return dict(answer["readings"])


def _rows(plan: Plan, course: Course) -> list[Row]:
    seconds = np.asarray(course.seconds)
    warm = seconds >= plan.warm_up_minutes * 60
    made: list[Row] = []
    for name, values in (("resident", course.rss), ("its own", course.uss)):
        found = slope(seconds[warm], np.asarray(values)[warm])
        made.append(_row(f"memory ({name}), slope", found.an_hour, None, "MB/h", None))
        made.append(
            _row(f"memory ({name}), 95 in 100 below", found.most, 1.0, "MB/h", found.most < 1.0)
        )
    most = max(course.rss)
    made.append(_row(f"memory, most ({plan.cameras} cameras)", most, 512.0, "MB", most <= 512))
    for name, counts in (("threads", course.threads), ("files", course.files)):
        first, last = int(np.asarray(counts)[warm][0]), counts[-1]
        made.append(_row(f"{name} at the end", float(last), float(first), "", last <= first))
    for name, value in sorted(course.readings.items()):
        made.append(_row(name, value, None, "", None))
    told = f"{seconds[-1] / 60:.0f} minutes, {warm.sum()} samples after the warm-up"
    return [_row(told, float(seconds[-1] / 60), None, "min", None), *made]


def _row(name: str, ours: float, limit: float | None, unit: str, met: bool | None) -> Row:
    return {
        "name": name,
        "ours": ours,
        "peer": None,
        "limit": limit,
        "ratio": None if not limit else ours / limit,
        "unit": unit,
        "goal": "" if limit is None else f"<= {limit:g}",
        "met": met,
    }
