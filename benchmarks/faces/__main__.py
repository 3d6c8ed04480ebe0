"""Run it from the command line."""

from __future__ import annotations

import argparse

from benchmarks.faces import rows
from benchmarks.measure import show

parser = argparse.ArgumentParser(prog="python -m benchmarks.faces")
parser.add_argument("--quick", action="store_true", help="three settings, a minute")
parser.add_argument("--json", action="store_true", help="print the rows for programs")
wanted = parser.parse_args()
show(rows(wanted.quick), as_json=wanted.json)
