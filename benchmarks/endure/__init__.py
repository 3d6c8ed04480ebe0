"""Endurance of continuous footage: the program records cameras in real time while everything goes wrong.

``python -m benchmarks.endure [--minutes 30] [--cameras 4] [--seed 1] [--json]``. The program is killed
and started again, cameras stall and break off, the disk runs full. Then every second of every camera must
lie in a file or be told as missing, with the reason: rows against files, files against what the cameras
really sent, for every picture tells its number. A small disk takes root; without, the disk is not filled.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.endure.cameras import CameraServer, ServedCamera
from benchmarks.endure.disk import Disk, small_disk
from benchmarks.endure.faults import Faults, drawn
from benchmarks.endure.judge import Evidence, Verdict, judged, moment_of
from benchmarks.endure.pictures import FPS, make_lap
from benchmarks.headless import free_port
from benchmarks.machine import machine
from benchmarks.measure import Row, row
from omnisight_desktop.app.build import reading
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings

_DISK_MB = 400
_PATIENCE_S = 120.0
_ROUND_S = 0.2
_ONCE_MORE_S = 30.0
_TO_THE_SECOND_S = 1.0
_SETTINGS = {
    "footage.mode": "always",
    "footage.segment_s": 30,
    "detection.fps": 0.2,
    "detection.most_fps": 0.2,
    "retention.free_disk_percent": 0.0,
    "retention.free_disk_gb": 0.02,
    "hearing.loud_sounds": "false",
    "capture.reconnect_most_s": 2.0,
}


@dataclass(frozen=True, slots=True)
class Plan:
    """What is run, and for how long."""

    minutes: float = 30.0
    cameras: int = 4
    seed: int = 1


@dataclass(slots=True)
class Course:
    """What happened on the way."""

    kills: int = 0
    full_s: float = 0.0
    why_not_full: str = ""


def rows(quick: bool) -> list[Row]:
    """A short one tells that the harness works."""
    return endure(Plan(3.0, 2) if quick else Plan(), lambda _: None)


def endure(plan: Plan, tell: Callable[[str], None]) -> list[Row]:
    """Run it, then add everything up."""
    faults = drawn(plan.minutes, plan.cameras, plan.seed)
    with TemporaryDirectory(prefix="omnisight-bench-") as folder:
        place = Path(folder)
        cameras = [
            ServedCamera(f"camera{number + 1}", troubles)
            for number, troubles in enumerate(faults.troubles)
        ]
        server = CameraServer(make_lap(place / "lap.ts"), cameras)
        with small_disk(place, _DISK_MB) as disk, server.running():
            program = _Program(disk.folder / "data", place / "log", server, cameras)
            course = _run(plan, faults, (server, disk, program), tell)
            verdicts = _verdicts(program.data, server, cameras)
            checked = program.says("db", "check")
            if checked.returncode:
                print(f"{checked.stdout}{checked.stderr}", file=sys.stderr)
        sound = checked.returncode == 0
        return [*machine(), *_rows(plan, faults, course, verdicts, sound)]


class _Program:
    """The program itself, which is started and killed."""

    def __init__(
        self, data: Path, log: Path, server: CameraServer, cameras: Sequence[ServedCamera]
    ) -> None:
        self.data = data
        self._log = log
        self._sources = [server.address(camera.name) for camera in cameras]
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Begin to watch."""
        command = self._command("server.port", free_port())
        for source in self._sources:
            command += ["--source", source]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                command, stdout=log, stderr=log, cwd=Path(__file__).parents[2], env=_environment()
            )

    def kill(self) -> None:
        """At once, whatever it is at."""
        assert self._process is not None
        if self._process.poll() is not None:
            raise RuntimeError(f"the program ended by itself:\n{self.last_words}")
        self._process.send_signal(signal.SIGKILL)
        self._process.wait(_PATIENCE_S)

    def end(self) -> None:
        """As a person would end it."""
        assert self._process is not None
        self._process.terminate()
        self._process.wait(_PATIENCE_S)

    def says(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """What another command answers."""
        command = [sys.executable, "-m", "omnisight_desktop", "--data", str(self.data), *arguments]
        return subprocess.run(
            command,
            check=False,
            capture_output=True,
            text=True,
            cwd=Path(__file__).parents[2],
            env=_environment(),
        )

    @property
    def last_words(self) -> str:
        """What it said last."""
        return "\n".join(self._log.read_text(errors="replace").splitlines()[-8:])

    def _command(self, name: str, value: object) -> list[str]:
        command = [sys.executable, "-m", "omnisight_desktop", "--data", str(self.data)]
        for key, setting in {**_SETTINGS, name: value}.items():
            command += ["--set", f"{key}={setting}"]
        return [*command, "run", "--headless"]


def _environment() -> dict[str, str]:
    """Without weights: nothing has to be found in these pictures."""
    return {k: v for k, v in os.environ.items() if not k.startswith("OMNISIGHT_")}


def _run(
    plan: Plan,
    faults: Faults,
    parts: tuple[CameraServer, Disk, _Program],
    tell: Callable[[str], None],
) -> Course:
    server, disk, program = parts
    course, rest = Course(why_not_full=disk.why_not), threading.Event()
    kills = list(faults.kills)
    full = [] if disk.why_not else list(faults.full)
    is_full, back_s = False, 0.0
    program.start()
    while (now := server.second()) < plan.minutes * 60:
        if is_full and now >= full[0].end_s:
            disk.free()
            course.full_s += now - full.pop(0).start_s
            is_full = False
            tell(f"{now:7.1f} s  room again")
        elif full and not is_full and now >= full[0].start_s:
            disk.fill()
            is_full = True
            tell(f"{now:7.1f} s  the disk is full")
        if back_s and now >= back_s:
            program.start()
            back_s = 0.0
            tell(f"{now:7.1f} s  started again")
        elif kills and not back_s and now >= kills[0].at_s:
            program.kill()
            course.kills += 1
            back_s = now + kills.pop(0).away_s
            tell(f"{now:7.1f} s  killed")
        rest.wait(_ROUND_S)
    disk.free()
    if not back_s:
        program.end()
    program.start()  # once more, for what a kill or a full disk left to the next start
    rest.wait(_ONCE_MORE_S)
    program.end()
    tell(f"{server.second():7.1f} s  ended")
    return course


def _verdicts(data: Path, server: CameraServer, cameras: Sequence[ServedCamera]) -> list[Verdict]:
    paths, found = Paths(data), []
    with reading(paths, Settings()) as house:
        for camera in cameras:
            known = house.cameras.find(server.address(camera.name).partition("://")[2])
            if known is None:
                raise RuntimeError(f"nobody knows of {camera.name}")
            there = Evidence(
                house.footage.find(known.id),
                house.footage.gaps(known.id),
                paths.media,
                frozenset(camera.sent),
                moment_of(server.began),
            )
            found.append(judged(there, _TO_THE_SECOND_S))
    return found


def _rows(
    plan: Plan, faults: Faults, course: Course, verdicts: Sequence[Verdict], sound: bool
) -> list[Row]:
    accounts = [one.account for one in verdicts]
    troubles = sum(len(own) for own in faults.troubles)
    disk = course.why_not_full and f"the disk was never full: {course.why_not_full}"
    told = f"{plan.minutes:g} minutes of {plan.cameras} cameras, {course.kills} kills, {troubles} stalls and breaks"
    made = [
        row(f"{told}; {disk or f'the disk full for {course.full_s:.0f} s'}", None),
        row("recorded", sum(a.recorded_s for a in accounts), unit="s"),
        row("missing, and told so", sum(a.missing_s for a in accounts), unit="s"),
        _most("whole time apart from their sum, a camera", [a.apart_s for a in accounts], 5.0, "s"),
        _most("neither recorded nor told, the longest", _all(a.untold for a in accounts), 1.0, "s"),
        _most("recorded by two pieces, the longest", _all(a.doubled for a in accounts), 0.25, "s"),
        _most("recorded and told as missing, a camera", [a.excused_s for a in accounts], 5.0, "s"),
        _most("pieces whose file is not as listed", [float(_count(verdicts, "wrong_files"))], 0.0),
        _usual("a piece's time from that of its pictures, p50", _all(v.off_s for v in verdicts)),
        _most("the same, the worst", _all(v.off_s for v in verdicts), 1.0, "s"),
        row("pictures sent", float(sum(v.sent for v in verdicts)), unit="pictures"),
        row("pictures kept", float(sum(v.kept for v in verdicts)), unit="pictures"),
        _most("pictures kept twice", [float(v.twice) for v in verdicts], 0.0),
        _most("pictures that nobody sent", [float(v.strange) for v in verdicts], 0.0),
        _most(
            "pictures sent, not kept, and their second not told",
            [float(_count(verdicts, "unexplained_s"))],
            0.0,
        ),
        row("the check of rows and files finds nothing", float(sound), goal="1", met=sound),
    ]
    reasons: dict[str, float] = {}
    for verdict in verdicts:
        for reason, seconds in verdict.reasons.items():
            reasons[reason] = reasons.get(reason, 0.0) + seconds
    made += [row(f"missing: {why}", seconds, unit="s") for why, seconds in sorted(reasons.items())]
    for number, verdict in enumerate(verdicts):
        for words in verdict.wrong_files[:5]:
            print(f"camera {number + 1}: {words}", file=sys.stderr)
        if verdict.unexplained_s:
            print(f"camera {number + 1}: at {_spans(verdict.unexplained_s)}", file=sys.stderr)
    return made


def _spans(seconds: Sequence[float]) -> str:
    """Moments that follow one another, as one stretch each."""
    spans: list[list[float]] = []
    for second in seconds:
        if spans and second - spans[-1][1] <= 2 / FPS:
            spans[-1][1] = second
        else:
            spans.append([second, second])
    return ", ".join(f"{a:.1f} to {b:.1f} s" for a, b in spans)


def _count(verdicts: Sequence[Verdict], what: str) -> int:
    return sum(len(getattr(verdict, what)) for verdict in verdicts)


def _all(lists: object) -> list[float]:
    return [value for some in lists for value in some]  # type: ignore[attr-defined]


def _usual(name: str, values: Sequence[float]) -> Row:
    return row(name, median(values) if values else 0.0, unit="s", goal="told")


def _most(name: str, values: Sequence[float], limit: float, unit: str = "") -> Row:
    most = max(values, default=0.0)
    return row(name, most, limit=limit, unit=unit, goal=f"<= {limit:g}", met=most <= limit)
