"""Do the tracker's settings hold on recordings that they were not chosen on?

``python -m benchmarks.track.choose [--draws N]``. Draws settings at random from wide ranges, and for
each recording takes the draw that does best on all others: what it scores there was not fitted to it.
The shipped settings, and the middle of all draws, stand beside.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence as Many
from dataclasses import asdict, replace
from pathlib import Path
from statistics import fmean, median
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.track.arms import judge, say
from benchmarks.track.ours import begin, reader
from benchmarks.track.peers.scene import follow
from benchmarks.track.sequences import Sequence, known_sequences
from omnisight_desktop.perception.track.tuning import DEFAULT, Tuning

#: From, to; drawn evenly in the logarithm.
_RANGES = {
    "likeness": (0.1, 0.35),
    "doubtful_likeness": (0.35, 0.6),
    "young_likeness": (0.2, 0.5),
    "grown": (0.03, 0.35),
    "shape": (0.5, 1.6),
    "doubted_for_s": (0.1, 1.0),
    "measured": (0.03, 0.08),
    "drift": (0.03, 0.3),
    "turn": (0.25, 1.5),
    "swell": (0.05, 0.5),
    "first_speed": (0.5, 3.0),
    "sway_learning": (0.02, 0.15),
    "sway_trust": (3.0, 30.0),
    "coast_s": (0.05, 0.2),
    "linger": (0.03, 0.12),
}


def choose(draws: int) -> dict[str, Any]:
    """Scores of the shipped settings, of the middle draw, and of what was chosen without looking."""
    sequences = known_sequences()
    names = [sequence.name for sequence in sequences]
    chance = random.Random(5)
    settings = [DEFAULT, *(_draw(chance) for _ in range(draws))]
    scores = [_score(tuning, sequences) for tuning in settings]
    drawn = scores[1:]
    held_out, chosen = {}, {}
    for name in names:
        others = [other for other in names if other != name]
        best = max(range(draws), key=lambda number: _worth(drawn[number], others))
        held_out[name] = drawn[best][name]["idf1"]
        chosen[name] = {
            key: round(value, 3)
            for key, value in asdict(settings[best + 1]).items()
            if key in _RANGES
        }
    return {
        "shipped": {name: scores[0][name]["idf1"] for name in [*names, "pooled"]},
        "held out": held_out,
        "middle draw": {
            name: median(one[name]["idf1"] for one in drawn) for name in [*names, "pooled"]
        },
        "worst draw, pooled": min(one["pooled"]["idf1"] for one in drawn),
        "best draw, pooled": max(one["pooled"]["idf1"] for one in drawn),
        "chosen": chosen,
    }


def _draw(chance: random.Random) -> Tuning:
    drawn = {name: low * (high / low) ** chance.random() for name, (low, high) in _RANGES.items()}
    return replace(DEFAULT, **drawn)


def _worth(scores: dict[str, Any], names: Many[str]) -> float:
    """Identity first; a point of MOTA is worth a third of one."""
    return fmean(scores[name]["idf1"] + 0.3 * scores[name]["mota"] for name in names)


def _score(tuning: Tuning, sequences: Many[Sequence]) -> dict[str, Any]:
    with TemporaryDirectory(prefix="omnisight-bench-") as folder:
        walks = [sequence.walk(Path(folder)) for sequence in sequences]
        for walk in walks:
            follow(begin(tuning), reader(), walk)
        scores: dict[str, Any] = judge({"one": walks}, Path(folder), hota=False)["one"]
    say(f"{scores['pooled']['idf1']:.2f} {scores['pooled']['mota']:.2f}")
    return scores


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.track.choose")
    parser.add_argument("--draws", type=int, default=60)
    print(json.dumps(choose(parser.parse_args().draws), indent=2))
