"""Rules over what is stored: how long it takes to try them on a million points."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import Row, load, row
from benchmarks.rules.crowd import BOOK, SIZE, crowd
from benchmarks.rules.looks import look_ms
from benchmarks.rules.peer import crossings_by_hand
from omnisight_desktop.app.build import owned
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.track import TrackPath
from omnisight_desktop.rules.points import in_order
from omnisight_desktop.rules.simulate import Outcome, simulate
from omnisight_desktop.storage.owner import own

_GOAL_S = 10.0
_OF = 1_000_000
_AT_ONCE = 200


def rows(quick: bool) -> list[Row]:
    """The table: seconds a million points, the peer and the limit over the same paths."""
    points = 50_000 if quick else _OF
    paths = crowd(points)
    rounds = 1 if quick else 3
    ours: list[float] = []
    peer: list[float] = []
    limit: list[float] = []
    outcome, by_hand = Outcome((), {}, 0), 0
    for turn in range(rounds):
        began = time.process_time()
        outcome = simulate(BOOK, paths, SIZE)
        ours.append(time.process_time() - began)
        began = time.process_time()
        by_hand = crossings_by_hand(paths, BOOK)
        peer.append(time.process_time() - began)
        limit.append(_sorted_only(paths))
        print(
            f"rules, round {turn + 1}: ours {ours[-1]:.2f} s, peer {peer[-1]:.2f} s,"
            f" limit {limit[-1]:.2f} s; {load()}",
            file=sys.stderr,
            flush=True,
        )
    table = _table(paths, outcome, by_hand, [min(ours), min(peer), min(limit)])
    return [table[0], _stored(paths, outcome, min(ours)), *table[1:]]


def _stored(paths: Sequence[TrackPath], outcome: Outcome, in_memory_s: float) -> Row:
    """The same paths out of a database, as somebody has a rule tried on the past."""
    points = sum(len(path) for path in paths)
    first = min(path.start for path in paths)
    last = max(path.start for path in paths) + timedelta(days=1)
    with TemporaryDirectory(prefix="omnisight-bench-") as folder:
        place = Paths(Path(folder)).make()
        with own(place.root), owned(place, Settings()) as house:
            for begin in range(0, len(paths), _AT_ONCE):
                house.keeper.commit(*paths[begin : begin + _AT_ONCE], timeout_s=60.0)
            began = time.process_time()
            tried = house.rules.simulate(BOOK, first, last, SIZE)
            took_s = time.process_time() - began
    told = f"read and unpacked as well; {in_memory_s * _OF / points:.2f} s of it without"
    return row(
        "the same out of the database",
        took_s * _OF / points,
        unit="s",
        goal=f"< {_GOAL_S:.0f}; {told}",
        met=took_s * _OF / points < _GOAL_S and len(tried.hits) >= len(outcome.hits) > 0,
    )


def _sorted_only(paths: Sequence[TrackPath]) -> float:
    """The points brought into the order of time, and nothing decided."""
    began = time.process_time()
    points = in_order(paths, [(0, 1 << 60)])
    for _ in zip(points.times_ms.tolist(), points.who.tolist(), strict=True):
        pass
    return time.process_time() - began


def _table(
    paths: Sequence[TrackPath], outcome: Outcome, by_hand: int, seconds: Sequence[float]
) -> list[Row]:
    points = sum(len(path) for path in paths)
    mine, peer, limit = (taken * _OF / points for taken in seconds)
    counted = outcome.counted["over the line"]
    crossed = counted.inward + counted.outward
    kinds = len({hit.rule for hit in outcome.hits})
    return [
        row(
            f"{len(BOOK.rules)} rules over 1,000,000 points, one core",
            mine,
            peer=peer,
            limit=limit,
            ratio=mine / peer,
            unit="s",
            goal=f"< {_GOAL_S:.0f}",
            met=mine < _GOAL_S and outcome.points == points,
        ),
        row(
            "rules that were set off",
            kinds,
            limit=len(BOOK.rules),
            unit="rules",
            goal="all of them",
            met=kinds == len(BOOK.rules),
        ),
        row(
            "crossings of the line, each way together",
            crossed,
            peer=by_hand,
            ratio=crossed / by_hand if by_hand else None,
            unit="crossings",
            goal="the peer counts each jitter",
            met=0 < crossed <= by_hand,
        ),
        row("one look at ten who walk, live, p99", look_ms(), unit="ms", goal="told only"),
    ]
