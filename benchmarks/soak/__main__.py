"""Run it from the command line."""

from __future__ import annotations

import argparse
import sys

from benchmarks.measure import show
from benchmarks.soak import Course, Plan, soak


def _tell(course: Course) -> None:
    line = f"{course.seconds[-1] / 60:6.1f} min  {course.rss[-1]:7.1f} MB  {course.own[-1]:7.1f} MB own"
    print(line, file=sys.stderr, flush=True)


parser = argparse.ArgumentParser(prog="python -m benchmarks.soak")
usual = Plan()
parser.add_argument("--minutes", type=float, default=usual.minutes)
parser.add_argument("--warm-up", type=float, default=usual.warm_up_minutes)
parser.add_argument("--cameras", type=int, default=usual.cameras)
parser.add_argument("--fps", type=float, default=usual.fps)
parser.add_argument("--json", action="store_true", help="print the rows for programs")
wanted = parser.parse_args()
plan = Plan(wanted.minutes, wanted.warm_up, wanted.cameras, wanted.fps)
show(soak(plan, _tell), as_json=wanted.json)
