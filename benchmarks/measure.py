"""How measurements are taken and shown, the same for every stage."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Spread:
    """How long something took, in milliseconds, over all its repetitions."""

    times_ms: tuple[float, ...]

    @property
    def p50(self) -> float:
        """As long as half of them took at most."""
        return median(self.times_ms)

    @property
    def p99(self) -> float:
        """As long as ninety-nine of a hundred took at most."""
        ordered = sorted(self.times_ms)
        return ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]


def row(  # noqa: PLR0913 - the columns of a table
    name: str,
    ours: float | None,
    *,
    peer: float | None = None,
    limit: float | None = None,
    ratio: float | None = None,
    unit: str = "",
    goal: str = "",
    met: bool | None = None,
) -> Row:
    """One line of the table."""
    return {
        "name": name,
        "ours": ours,
        "peer": peer,
        "limit": limit,
        "ratio": ratio,
        "unit": unit,
        "goal": goal,
        "met": met,
    }


def timed_ms(do: Callable[[], object]) -> float:
    """Do it once; how many milliseconds that took."""
    began = time.perf_counter()
    do()
    return (time.perf_counter() - began) * 1000


def load() -> str:
    """How busy the machine is."""
    one, five, _ = os.getloadavg() if hasattr(os, "getloadavg") else (0.0, 0.0, 0.0)
    return f"load {one:.2f} {five:.2f} on {os.cpu_count()} cores"


def show(rows: Sequence[Row], *, as_json: bool) -> None:
    """Print the rows, for people or for programs."""
    if as_json:
        print(json.dumps(rows, indent=2))
        return
    print(f"{'':58} {'ours':>10} {'peer':>10} {'limit':>10} {'ratio':>7}  unit")
    for row in rows:
        figures = " ".join(f"{_figure(row[key]):>10}" for key in ("ours", "peer", "limit"))
        verdict = "" if row.get("met") is None else "  ok" if row["met"] else "  MISSED"
        ratio = _figure(row["ratio"])
        print(f"{row['name']!s:58} {figures} {ratio:>7}  {row['unit']} ({row['goal']}){verdict}")


def _figure(value: Any) -> str:
    if value is None:
        return "-"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.2f}"
