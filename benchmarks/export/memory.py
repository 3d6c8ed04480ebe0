"""How much memory an export takes at most, for a minute and for an hour of four cameras."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.export.footage import small, street
from benchmarks.measure import Row, row

_CAMERAS = 4
_GOAL = 1.25  # an hour takes as much as a minute, but for the index of the file


def memory(place: Path, quick: bool) -> list[Row]:
    """The most that the program and the process that makes its films held."""
    hour = 10 if quick else 60
    return [
        _row("copying 720p", street(), place, hour, "copy"),
        _row("drawing, 320x180", small(place), place, hour, "draw"),
    ]


def _row(name: str, film: Path, place: Path, minutes: int, how: str) -> Row:
    short, long = (_peaks(film, place, count, how) for count in (1, minutes))
    ratio = long / short
    return row(
        f"{name}: {_CAMERAS} cameras, {minutes} minutes beside one, peak memory",
        long,
        peer=short,
        ratio=ratio,
        unit="MB",
        goal=f"<= {_GOAL} times one minute",
        met=ratio <= _GOAL,
    )


def _peaks(film: Path, place: Path, minutes: int, how: str) -> float:
    command = [sys.executable, "-m", "benchmarks.export.one"]
    arguments = [str(film), str(place / "exported"), str(_CAMERAS), str(minutes), how]
    done = subprocess.run([*command, *arguments], check=True, stdout=subprocess.PIPE, text=True)
    told = json.loads(done.stdout)
    if told["shares"] < 2 or told["films"] != _CAMERAS:
        raise SystemExit(f"the export did not do its work: {told}")
    print(f"{film.name}, {minutes} minutes, {how}: {told}", file=sys.stderr)
    return float(told["own_mb"] + told["child_mb"])
