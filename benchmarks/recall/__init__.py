"""Search in what was said and described: full text, vectors and both, over written queries; and vectors by number.

``python -m benchmarks.recall`` prints recall among the first five and the mean reciprocal rank with 95 %
intervals, and how fast the nearest of many vectors are found beside an exact scan and others' indexes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory, gettempdir
from typing import Any

import numpy as np

from benchmarks.measure import Row, Spread, row, timed_ms
from omnisight_desktop.app.build import owned
from omnisight_desktop.chat.embedders.choose import choose_embedder
from omnisight_desktop.chat.retrieval.nearest import NearestCache
from omnisight_desktop.chat.retrieval.recall import Recall
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.face import Vector
from omnisight_desktop.perception.manifest import load_manifest
from omnisight_desktop.perception.weights import Weights, search_order
from omnisight_desktop.storage.owner import own
from omnisight_desktop.storage.vectors import CodeIndex

WRITTEN = Path(__file__).with_name("written.txt")
_FIRST = datetime(2026, 10, 5, tzinfo=UTC)
_DEPTH, _TOP = 10, 5
_RESAMPLED = 2000
_CACHE = Path(gettempdir()) / "omnisight-bench-models"  # the network is made ready once
_WIDTH, _NEAREST, _P99_MS, _RECALL = 384, 10, 50.0, 0.98
_FOLLOWED_BY = ("", " It was about noon.", " In passing.")

Topic = tuple[tuple[str, ...], tuple[str, ...]]  # what was noted, and what is asked for it


def topics() -> list[Topic]:
    """Texts and the queries that should find them."""
    found: list[tuple[list[str], list[str]]] = []
    for line in WRITTEN.read_text("utf-8").splitlines():
        if line.startswith("= "):
            found.append(([text.strip() for text in line[2:].split("|")], []))
        elif line.strip():
            found[-1][1].append(line.strip())
    return [(tuple(texts), tuple(queries)) for texts, queries in found]


def rows(quick: bool) -> list[Row]:
    """Both tables."""
    return [*found_rows(), *nearest_rows(20_000 if quick else 100_000)]


def found_rows() -> list[Row]:
    """How well each way of searching finds what was meant."""
    all_topics = topics()
    with TemporaryDirectory(prefix="omnisight-bench-") as folder:
        paths = Paths(Path(folder)).make()
        with own(paths.root), owned(paths, Settings()) as house:
            meant = _note(house.keeper.commit, all_topics)
            embedder, why = choose_embedder(_weights(paths).find, _CACHE)
            recall = Recall(house.events, embedder, paths.vectors)
            recall.refresh()
            ways: dict[str, Callable[[str], list[str]]] = {
                "full text": lambda words: [e.id for e in recall.by_words(words, _DEPTH)],
                "vectors": lambda words: [m.event.id for m in recall.by_meaning(words, _DEPTH)],
                "hybrid": lambda words: [m.event.id for m in recall.search(words, _DEPTH)],
            }
            ranks: dict[str, list[float]] = {name: [] for name in ways}
            took: list[float] = []
            for place, (_, queries) in enumerate(all_topics):
                for query in queries:
                    for name, way in ways.items():
                        found: list[list[str]] = []
                        ms = timed_ms(partial(_into, found, way, query))
                        took += [ms] if name == "hybrid" else []
                        ranks[name].append(_rank(found[0], meant[place]))
    table = [row(f"search ({embedder.name}{': ' + why if why else ''}): queries", len(took))]
    means = {}
    for name, some in ranks.items():
        for what, values in (
            (f"recall@{_TOP}", [float(0 < rank <= _TOP) for rank in some]),
            ("MRR", [1 / rank if rank else 0.0 for rank in some]),
        ):
            mean, low, high = _interval(values)
            means[name, what] = mean
            goal, met = f"95 % in {low:.3f}..{high:.3f}", None
            if name == "hybrid":
                met = mean >= max(means["full text", what], means["vectors", what])
                goal += ", not worse than either"
            table.append(row(f"search, {name}: {what}", mean, goal=goal, met=met))
    table.append(row("search, hybrid: time, p99", Spread(tuple(took)).p99, unit="ms"))
    return table


def nearest_rows(many: int) -> list[Row]:
    """The nearest of many vectors: the cache, the house's own codes, and an exact scan of all."""
    dice = np.random.default_rng(7)
    # Sentences crowd around what they speak of; vectors at random would have no neighbours at all.
    middles = dice.standard_normal((many // 50, _WIDTH)).astype(np.float32)
    near = middles[dice.integers(0, len(middles), many)]
    vectors = _unit(near + 0.7 * dice.standard_normal((many, _WIDTH)).astype(np.float32))
    probes = _unit(
        vectors[dice.integers(0, many, 300)]
        + 0.02 * dice.standard_normal((300, _WIDTH)).astype(np.float32)
    )
    keys = [str(number) for number in range(many)]
    codes = CodeIndex(_WIDTH)
    codes.add(keys, vectors)
    with TemporaryDirectory(prefix="omnisight-bench-") as folder:
        cache = NearestCache(Path(folder), "bench", _WIDTH)
        built = timed_ms(lambda: cache.add(keys, vectors))
        cache.save()
        again: list[NearestCache] = []
        loaded = timed_ms(lambda: again.append(NearestCache(Path(folder), "bench", _WIDTH)))
        exact: list[list[str]] = []
        arms: dict[str, Callable[[Vector], list[str]]] = {
            "ours": lambda probe: [key for key, _ in again[0].nearest(probe, _NEAREST)],
            "codes": lambda probe: [key for key, _ in codes.nearest(probe, _NEAREST)],
            "exact": lambda probe: _exact(vectors, probe),
        }
        times: dict[str, list[float]] = {name: [] for name in arms}
        hits: dict[str, list[float]] = {name: [] for name in arms}
        for probe in probes:
            truth = set(_exact(vectors, probe))
            exact.append(sorted(truth))
            for name, arm in arms.items():
                found: list[list[str]] = []
                times[name].append(timed_ms(partial(_into, found, arm, probe)))
                hits[name].append(len(truth & set(found[0])) / _NEAREST)
    spread = {name: Spread(tuple(some)) for name, some in times.items()}
    right = {name: float(np.mean(some)) for name, some in hits.items()}
    size = f"{many} x {_WIDTH}"
    return [
        _beside(f"vectors, {size}: p50 (peer: exact scan)", spread["ours"].p50, spread["exact"].p50),
        row(
            f"vectors, {size}: p99 (peer: exact scan)", spread["ours"].p99,
            peer=spread["exact"].p99, limit=_P99_MS, ratio=spread["exact"].p99 / spread["ours"].p99,
            unit="ms", goal=f"<= {_P99_MS:g}", met=spread["ours"].p99 <= _P99_MS,
        ),
        _beside(f"vectors, {size}: p50 (peer: codes of the faces)", spread["ours"].p50, spread["codes"].p50),
        row(
            f"vectors, {size}: recall@{_NEAREST} (peer: codes of the faces)", right["ours"],
            peer=right["codes"], limit=_RECALL, goal=f">= {_RECALL:g}", met=right["ours"] >= _RECALL,
        ),
        row(f"vectors, {size}: filling the cache", built / 1000, unit="s"),
        row(f"vectors, {size}: loading it", loaded, unit="ms"),
    ]  # fmt: skip


def _weights(paths: Paths) -> Weights:
    """The models of this computer, where the settings of the surroundings say they are."""
    chosen = os.environ.get("OMNISIGHT_MODELS_DIR")
    return Weights(search_order(Path(chosen) if chosen else None, paths.models), load_manifest())


def _into(found: list[list[str]], way: Callable[[Any], list[str]], asked: object) -> None:
    found.append(way(asked))


def _beside(name: str, ours: float, peer: float) -> Row:
    return row(name, ours, peer=peer, ratio=peer / ours, unit="ms")


def _exact(vectors: Vector, probe: Vector) -> list[str]:
    cosines = vectors @ probe
    best = np.argpartition(-cosines, _NEAREST)[:_NEAREST]
    return [str(place) for place in best]


def _unit(rows: Vector) -> Vector:
    scaled: Vector = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return scaled


def _note(commit: Callable[..., object], all_topics: Sequence[Topic]) -> list[frozenset[str]]:
    """Every text a few times over some weeks, in no order; which events belong to each topic."""
    dice = Random(7)
    noted = [
        (place, f"{text}{more}")
        for place, (texts, _) in enumerate(all_topics)
        for text in texts
        for more in _FOLLOWED_BY
    ]
    dice.shuffle(noted)
    commit(Camera("hall", "Hall", ""))
    ids: list[set[str]] = [set() for _ in all_topics]
    events = []
    for number, (place, text) in enumerate(noted):
        id = f"E{number:05}"
        ids[place].add(id)
        kind = EventType.SPOKEN if text[0].isupper() else EventType.APPEARED
        at = _FIRST + timedelta(minutes=37 * number)
        events.append(Event(id, "hall", kind, at, at, text=text))
    commit(*events)
    return [frozenset(some) for some in ids]


def _rank(found: Sequence[str], right: frozenset[str]) -> float:
    """At which place the first right one stands; 0 for none."""
    return next((place for place, one in enumerate(found, 1) if one in right), 0)


def _interval(values: Sequence[float]) -> tuple[float, float, float]:
    """The mean, and between what it lies 95 times of a hundred when the queries are drawn again."""
    dice = np.random.default_rng(11)
    array = np.asarray(values)
    means = array[dice.integers(0, len(array), (_RESAMPLED, len(array)))].mean(axis=1)
    low, high = np.quantile(means, (0.025, 0.975))
    return float(array.mean()), float(low), float(high)
