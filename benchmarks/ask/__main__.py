"""Run it from the command line."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.ask import BANK, marks, scripted
from benchmarks.ask.asking import ask_all
from benchmarks.ask.home import home
from benchmarks.ask.oracle import read_bank
from benchmarks.measure import show

parser = argparse.ArgumentParser(prog="python -m benchmarks.ask")
parser.add_argument("--bank", type=Path, help="one file of questions; all of them if left out")
parser.add_argument("--wrong", action="store_true", help="tell what went wrong")
parser.add_argument("--json", action="store_true", help="print the rows for programs")
parser.add_argument("--model", choices=("offline", "claude"), default="offline", help="who answers")
wanted = parser.parse_args()
table = []
for file in [wanted.bank] if wanted.bank else sorted(BANK.glob("*.jsonl")):
    if wanted.model == "claude":
        rows, marked = scripted(file.stem, file)
        table += rows
    else:
        marked = ask_all(read_bank(file), home())
        table += marks(file.stem, marked)
    for one in marked if wanted.wrong else ():
        if one.wrong or not one.cites_well:
            print(f"{one.question.q}\n    {one.wrong or 'cites something else'}: {one.answer.text}")
show(table, as_json=wanted.json)
