"""Run it from the command line."""

from __future__ import annotations

import argparse

from benchmarks.gesture import PARTS, rows
from benchmarks.measure import show

if __name__ == "__main__":  # a child process that finds poses imports this again
    parser = argparse.ArgumentParser(prog="python -m benchmarks.gesture")
    parser.add_argument("--quick", action="store_true", help="fewer draws, films and hours")
    parser.add_argument("--json", action="store_true", help="print the rows for programs")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="some parts of it")
    wanted = parser.parse_args()
    show(rows(wanted.quick, wanted.only), as_json=wanted.json)
