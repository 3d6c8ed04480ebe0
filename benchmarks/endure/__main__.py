"""Run it from the command line."""

from __future__ import annotations

import argparse
import sys

from benchmarks.endure import Plan, endure
from benchmarks.measure import show


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


parser = argparse.ArgumentParser(prog="python -m benchmarks.endure")
usual = Plan()
parser.add_argument("--minutes", type=float, default=usual.minutes)
parser.add_argument("--cameras", type=int, default=usual.cameras)
parser.add_argument("--seed", type=int, default=usual.seed)
parser.add_argument("--json", action="store_true", help="print the rows for programs")
wanted = parser.parse_args()
show(endure(Plan(wanted.minutes, wanted.cameras, wanted.seed), _tell), as_json=wanted.json)
