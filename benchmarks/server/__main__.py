"""Run it from the command line."""

from __future__ import annotations

import argparse

from benchmarks.measure import show
from benchmarks.server import rows

parser = argparse.ArgumentParser(prog="python -m benchmarks.server")
parser.add_argument("--quick", action="store_true", help="one round, half a minute")
parser.add_argument("--json", action="store_true", help="print the rows for programs")
wanted = parser.parse_args()
show(rows(wanted.quick), as_json=wanted.json)
