"""Run it from the command line."""

from __future__ import annotations

import argparse

from benchmarks.hearing import rows, written
from benchmarks.measure import show

if __name__ == "__main__":  # the scribe's process imports this, too
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hearing")
    parser.add_argument("--quick", action="store_true", help="fewer sentences and one voice")
    parser.add_argument("--json", action="store_true", help="print the rows for programs")
    parser.add_argument("--text", action="store_true", help="names in what is written down, only")
    wanted = parser.parse_args()
    show(written() if wanted.text else rows(wanted.quick), as_json=wanted.json)
