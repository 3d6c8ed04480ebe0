"""Run it from the command line."""

from __future__ import annotations

import argparse

from benchmarks.measure import show
from benchmarks.review import rows

parser = argparse.ArgumentParser(prog="python -m benchmarks.review")
parser.add_argument("--quick", action="store_true", help="a few thousand events, some seconds")
parser.add_argument("--json", action="store_true", help="print the rows for programs")
wanted = parser.parse_args()
show(rows(wanted.quick), as_json=wanted.json)
