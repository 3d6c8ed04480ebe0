"""Written queries over texts that were said or described: how well each way of searching finds what was meant."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory, gettempdir

import numpy as np

from benchmarks.measure import Row, Spread, row, timed_ms
from omnisight_desktop.app.build import owned
from omnisight_desktop.chat.embedders.choose import choose_embedder
from omnisight_desktop.chat.retrieval.recall import Recall
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.perception.manifest import load_manifest
from omnisight_desktop.perception.weights import Weights, search_order
from omnisight_desktop.storage.owner import own

_HERE = Path(__file__).parent
#: The author of the search wrote the one, somebody who knows nothing of it the other; the texts are the same.
_QUERIES = {"its author's": _HERE / "written.txt", "another's": _HERE / "others.txt"}
_FIRST = datetime(2026, 10, 5, tzinfo=UTC)
_DEPTH, _TOP = 10, 5
_RESAMPLED = 2000
_CACHE = Path(gettempdir()) / "omnisight-bench-models"  # the network is made ready once
_FOLLOWED_BY = ("", " It was about noon.", " In passing.")

Topic = tuple[tuple[str, ...], tuple[str, ...]]  # what was noted, and what is asked for it
Way = Callable[[str], list[str]]


def topics(file: Path) -> list[Topic]:
    """Texts and the queries that should find them."""
    found: list[tuple[list[str], list[str]]] = []
    for line in file.read_text("utf-8").splitlines():
        if line.startswith("= "):
            found.append(([text.strip() for text in line[2:].split("|")], []))
        elif line.strip():
            found[-1][1].append(line.strip())
    return [(tuple(texts), tuple(queries)) for texts, queries in found]


def found_rows() -> list[Row]:
    """How well each way finds what each author of queries meant."""
    written = {whose: topics(file) for whose, file in _QUERIES.items()}
    with TemporaryDirectory(prefix="omnisight-bench-") as folder:
        paths = Paths(Path(folder)).make()
        with own(paths.root), owned(paths, Settings()) as house:
            meant = _note(house.keeper.commit, next(iter(written.values())))
            embedder, why = choose_embedder(_weights(paths).find, _CACHE)
            recall = Recall(house.events, embedder, paths.vectors)
            recall.refresh()
            ways: dict[str, Way] = {
                "full text": lambda words: [e.id for e in recall.by_words(words, _DEPTH)],
                "vectors": lambda words: [m.event.id for m in recall.by_meaning(words, _DEPTH)],
                "hybrid": lambda words: [m.event.id for m in recall.search(words, _DEPTH)],
            }
            table = [row(f"embedder: {embedder.name}{': ' + why if why else ''}", None)]
            for whose, some in written.items():
                table += _asked(whose, some, meant, ways)
    return table


def _asked(
    whose: str, some: Sequence[Topic], meant: Sequence[frozenset[str]], ways: dict[str, Way]
) -> list[Row]:
    asked = [
        (query, right) for (_, queries), right in zip(some, meant, strict=True) for query in queries
    ]
    took: list[float] = []
    means: dict[tuple[str, str], float] = {}
    table = [row(f"{whose} queries", len(asked))]
    for name, way in ways.items():
        ranks = []
        for query, right in asked:
            found: list[list[str]] = []
            ms = timed_ms(partial(_into, found, way, query))
            took += [ms] if name == "hybrid" else []
            ranks.append(_rank(found[0], right))
        for what, values in (
            (f"recall@{_TOP}", [float(0 < rank <= _TOP) for rank in ranks]),
            ("MRR", [1 / rank if rank else 0.0 for rank in ranks]),
        ):
            mean, low, high = _interval(values)
            means[name, what] = mean
            goal, met = f"95 % in {low:.3f}..{high:.3f}", None
            if name == "hybrid":
                met = mean >= max(means["full text", what], means["vectors", what])
                goal += ", not worse than either"
            table.append(row(f"{whose}, {name}: {what}", mean, goal=goal, met=met))
    return [*table, row(f"{whose}, hybrid: time, p99", Spread(tuple(took)).p99, unit="ms")]


def _into(found: list[list[str]], way: Way, asked: str) -> None:
    found.append(way(asked))


def _weights(paths: Paths) -> Weights:
    """The models of this computer, where the settings of the surroundings say they are."""
    chosen = os.environ.get("OMNISIGHT_MODELS_DIR")
    return Weights(search_order(Path(chosen) if chosen else None, paths.models), load_manifest())


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
