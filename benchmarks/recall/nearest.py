"""The nearest of many vectors: the house's cache, its codes of faces, an exact scan, and others' indexes."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from benchmarks.measure import Row, Spread, row, timed_ms
from omnisight_desktop.chat.retrieval.nearest import NearestCache
from omnisight_desktop.core.face import Vector
from omnisight_desktop.storage.vectors import CodeIndex

_PEERS = Path(__file__).parents[2] / ".venv-peers" / "bin" / "python"
_WIDTH, _NEAREST, _PROBES = 384, 10, 300
_P99_MS, _RECALL = 50.0, 0.98


def nearest_rows(many: int) -> list[Row]:
    """How fast and how rightly each finds the nearest ten of so many."""
    vectors, probes = _sentences(many)
    keys = [str(number) for number in range(many)]
    codes = CodeIndex(_WIDTH)
    codes.add(keys, vectors)
    with TemporaryDirectory(prefix="omnisight-bench-") as folder:
        place = Path(folder)
        cache = NearestCache(place, "bench", _WIDTH)
        built = timed_ms(lambda: cache.add(keys, vectors))
        cache.save()
        again: list[NearestCache] = []
        loaded = timed_ms(lambda: again.append(NearestCache(place, "bench", _WIDTH)))
        arms: dict[str, Callable[[Vector], list[str]]] = {
            "ours": lambda probe: [key for key, _ in again[0].nearest(probe, _NEAREST)],
            "exact scan (numpy)": lambda probe: _exact(vectors, probe),
            "codes of the faces": lambda probe: [key for key, _ in codes.nearest(probe, _NEAREST)],
        }
        times: dict[str, list[float]] = {name: [] for name in arms}
        hits: dict[str, list[float]] = {name: [] for name in arms}
        truths = [set(_exact(vectors, probe)) for probe in probes]
        for probe, truth in zip(probes, truths, strict=True):
            for name, arm in arms.items():
                found: list[list[str]] = []
                times[name].append(timed_ms(partial(_into, found, arm, probe)))
                hits[name].append(len(truth & set(found[0])) / _NEAREST)
        for name, told in _others(place, vectors, probes).items():
            times[name] = told["ms"]
            hits[name] = [
                len(truth & set(found)) / _NEAREST
                for truth, found in zip(truths, told["found"], strict=True)
            ]
    size = f"{many} x {_WIDTH}"
    spread = {name: Spread(tuple(some)) for name, some in times.items()}
    right = {name: float(np.mean(some)) for name, some in hits.items()}
    ours = spread.pop("ours")
    return [
        row(f"vectors, {size}: time, p99", ours.p99, limit=_P99_MS, ratio=ours.p99 / _P99_MS,
            unit="ms", goal=f"<= {_P99_MS:g}", met=ours.p99 <= _P99_MS),
        row(f"vectors, {size}: recall@{_NEAREST}", right["ours"], limit=_RECALL,
            goal=f">= {_RECALL:g}", met=right["ours"] >= _RECALL),
        *(
            line
            for name, theirs in spread.items()
            for line in (
                row(f"{name}: p50", ours.p50, peer=theirs.p50, ratio=theirs.p50 / ours.p50, unit="ms"),
                row(f"{name}: p99", ours.p99, peer=theirs.p99, ratio=theirs.p99 / ours.p99, unit="ms"),
                row(f"{name}: recall@{_NEAREST}", right["ours"], peer=right[name]),
            )
        ),
        row(f"vectors, {size}: filling the cache", built / 1000, unit="s"),
        row(f"vectors, {size}: loading it", loaded, unit="ms"),
    ]  # fmt: skip


def _others(place: Path, vectors: Vector, probes: Vector) -> dict[str, dict[str, list[Any]]]:
    """What the peers of ``make peers`` make of the same vectors, each probe by itself."""
    if not _PEERS.exists():
        return {}
    np.save(place / "vectors.npy", vectors)
    np.save(place / "probes.npy", probes)
    # By its path: as a module of ours it would draw in what the peers' environment lacks.
    command = [str(_PEERS), str(Path(__file__).with_name("peers.py")), str(place), str(_NEAREST)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    told: dict[str, dict[str, list[Any]]] = json.loads(done.stdout)
    return told


def _sentences(many: int) -> tuple[Vector, Vector]:
    """Vectors and what is asked for. Sentences crowd around what they speak of; at random there
    would be no neighbours at all."""
    dice = np.random.default_rng(7)
    middles = dice.standard_normal((many // 50, _WIDTH)).astype(np.float32)
    near = middles[dice.integers(0, len(middles), many)]
    vectors = _unit(near + 0.7 * dice.standard_normal((many, _WIDTH)).astype(np.float32))
    askew = 0.02 * dice.standard_normal((_PROBES, _WIDTH)).astype(np.float32)
    return vectors, _unit(vectors[dice.integers(0, many, _PROBES)] + askew)


def _into(found: list[list[str]], arm: Callable[[Vector], list[str]], probe: Vector) -> None:
    found.append(arm(probe))


def _exact(vectors: Vector, probe: Vector) -> list[str]:
    cosines = vectors @ probe
    best = np.argpartition(-cosines, _NEAREST)[:_NEAREST]
    return [str(place) for place in best]


def _unit(rows: Vector) -> Vector:
    scaled: Vector = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return scaled
