"""Run it from the command line."""

from __future__ import annotations

import argparse

from benchmarks.export import rows
from benchmarks.measure import show

if __name__ == "__main__":  # the films are made in processes that begin by reading this, too
    parser = argparse.ArgumentParser(prog="python -m benchmarks.export")
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    parser.add_argument("--json", action="store_true", help="print the rows for programs")
    wanted = parser.parse_args()
    show(rows(wanted.quick), as_json=wanted.json)
