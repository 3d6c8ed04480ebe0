"""Trackeval's verdict on tracks: MOTA, IDF1 and switches of each sequence and of all together.

Sequences of MOT17 are scored as its kit does: boxes on what is no walking person do not count.
"""

from __future__ import annotations

import importlib
import json
import sys
from contextlib import redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

_trackeval: Any = importlib.import_module("trackeval")


def judge(walks: list[dict[str, Any]], metrics: list[Any], place: Path) -> dict[str, Any]:
    """Scores of the files of one arm, by the name of the sequence, and pooled."""
    raw: dict[str, dict[str, Any]] = {}
    for benchmark in sorted({walk["benchmark"] for walk in walks}):
        some = [walk for walk in walks if walk["benchmark"] == benchmark]
        truth, given = place / benchmark / "truth", place / benchmark / "given" / "arm" / "data"
        given.mkdir(parents=True)
        for walk in some:
            (truth / walk["name"]).mkdir(parents=True)
            (truth / walk["name"] / "gt.txt").symlink_to(walk["truth"])
            (given / f"{walk['name']}.txt").symlink_to(walk["out"])
        data = _trackeval.datasets.MotChallenge2DBox(
            {
                "GT_FOLDER": str(truth),
                "TRACKERS_FOLDER": str(place / benchmark / "given"),
                "GT_LOC_FORMAT": "{gt_folder}/{seq}/gt.txt",
                "SKIP_SPLIT_FOL": True,
                "BENCHMARK": benchmark,
                "SEQ_INFO": {walk["name"]: walk["length"] for walk in some},
                "PRINT_CONFIG": False,
            }
        )
        for walk in some:
            seen = data.get_preprocessed_seq_data(
                data.get_raw_seq_data("arm", walk["name"]), "pedestrian"
            )
            raw[walk["name"]] = {
                metric.get_name(): metric.eval_sequence(seen) for metric in metrics
            }
    scores = {name: _figures(one) for name, one in raw.items()}
    pooled = {
        metric.get_name(): metric.combine_sequences(
            {name: one[metric.get_name()] for name, one in raw.items()}
        )
        for metric in metrics
    }
    return scores | {"pooled": _figures(pooled)}


def _figures(one: dict[str, Any]) -> dict[str, float]:
    return {
        "mota": 100 * float(one["CLEAR"]["MOTA"]),
        "idf1": 100 * float(one["Identity"]["IDF1"]),
        "hota": 100 * float(np.mean(one["HOTA"]["HOTA"])) if "HOTA" in one else 0.0,
        "switches": int(one["CLEAR"]["IDSW"]),
    }


def _metrics(*, hota: bool) -> list[Any]:
    quiet = {"PRINT_CONFIG": False, "THRESHOLD": 0.5}
    asked = [_trackeval.metrics.CLEAR(quiet), _trackeval.metrics.Identity(quiet)]
    return [*asked, _trackeval.metrics.HOTA()] if hota else asked


if __name__ == "__main__":
    job = json.loads(Path(sys.argv[1]).read_text())
    with redirect_stdout(sys.stderr):
        verdicts = {}
        for arm, given in job["arms"].items():
            with TemporaryDirectory() as folder:
                verdicts[arm] = judge(given, _metrics(hota=job["hota"]), Path(folder))
    print(json.dumps(verdicts))
