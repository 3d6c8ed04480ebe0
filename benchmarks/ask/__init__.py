"""Questions about a home that never was, and what each should be answered with, worked out without the program.

``python -m benchmarks.ask [--bank FILE] [--wrong]`` prints the marks; ``--wrong`` what went wrong, too.
``--model claude`` asks by Claude's way instead, of a server on this computer that speaks as Claude's does.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from benchmarks.ask.asking import Marked, ask_all
from benchmarks.ask.home import home
from benchmarks.ask.long import questions_of
from benchmarks.ask.long import rows as over_a_year
from benchmarks.ask.oracle import Question, read_bank
from benchmarks.measure import Row, Spread, row
from benchmarks.recall import rows as searched

BANK = Path(__file__).with_name("bank")
_EXACT, _CITED = 0.95, 0.98
_P50_MS, _P99_MS = 100.0, 500.0
_FEW_EVENTS, _MANY_EVENTS = 20_000, 1_000_000


def rows(quick: bool) -> list[Row]:
    """The marks of every file of the bank, the time over a long history, and the search in texts."""
    table: list[Row] = []
    for file in sorted(BANK.glob("*.jsonl")):
        table += marks(file.stem, ask_all(read_bank(file), home()))
    long = over_a_year(questions_of(BANK), _FEW_EVENTS if quick else _MANY_EVENTS)
    return [*table, *long, *searched(quick)]


def scripted(name: str, file: Path) -> tuple[list[Row], list[Marked]]:
    """The marks of a file by Claude's way, and whether the line's account is right."""
    from benchmarks.ask.scripted import ask_scripted

    marked, script, _ = ask_scripted(read_bank(file), home())
    by_model = sum(one.answer.model != "offline" for one in marked)
    table = [
        *marks(f"{name} by Claude's way", marked),
        row(f"{name} by Claude's way: requests", script.requests),
        row(f"{name} by Claude's way: 429, 529 and cut lines among them", script.troubles),
        _at_least(
            f"{name} by Claude's way: answered by the model",
            [True] * by_model + [False] * (len(marked) - by_model),
            1.0,
        ),
    ]
    return table, marked


def marks(name: str, marked: Sequence[Marked]) -> list[Row]:
    """How many are right, and what else must hold."""
    right = [not one.wrong for one in marked]
    cited = [one.cites_well for one in marked]
    hopeless = [not one.wrong for one in marked if _is_hopeless(one.question)]
    spread = Spread(tuple(one.ms for one in marked))
    return [
        row(f"{name}: questions", len(marked)),
        _at_least(f"{name}: exact", right, _EXACT),
        _at_least(f"{name}: citations valid", cited, _CITED),
        _at_least(f"{name}: unanswerable ones refused", hopeless, 1.0),
        _at_most(f"{name}: events invented", sum(one.invents for one in marked), 0),
        _at_most(f"{name}: time of an answer, p50", spread.p50, _P50_MS, "ms"),
        _at_most(f"{name}: time of an answer, p99", spread.p99, _P99_MS, "ms"),
    ]


def _is_hopeless(question: Question) -> bool:
    return question.want in ("refuse", "live")


def _at_least(name: str, right: Sequence[bool], least: float) -> Row:
    share = sum(right) / len(right) if right else 1.0
    return row(
        name, share, limit=least, ratio=share / least, goal=f">= {least:g}", met=share >= least
    )


def _at_most(name: str, ours: float, limit: float, unit: str = "") -> Row:
    return row(name, ours, limit=limit, unit=unit, goal=f"<= {limit:g}", met=ours <= limit)
