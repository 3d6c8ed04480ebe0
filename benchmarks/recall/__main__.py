"""Run it from the command line."""

from __future__ import annotations

import argparse

from benchmarks.measure import show
from benchmarks.recall import rows

parser = argparse.ArgumentParser(prog="python -m benchmarks.recall")
parser.add_argument("--quick", action="store_true", help="fewer vectors")
parser.add_argument("--json", action="store_true", help="print the rows for programs")
wanted = parser.parse_args()
show(rows(wanted.quick), as_json=wanted.json)
