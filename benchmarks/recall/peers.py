"""Others' indexes over the same vectors, in the peers' own environment: times and what each found, as JSON."""

from __future__ import annotations

import importlib
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

_LINKS, _BREADTH_BUILT, _BREADTH = 16, 128, 128  # as ours
Find = Callable[[Any], list[str]]


def faiss_hnsw(vectors: Any, count: int) -> Find:
    """Facebook's library: the same kind of graph, in full precision."""
    faiss: Any = importlib.import_module("faiss")
    faiss.omp_set_num_threads(1)
    index = faiss.IndexHNSWFlat(vectors.shape[1], _LINKS, faiss.METRIC_INNER_PRODUCT)
    index.hnsw.efConstruction, index.hnsw.efSearch = _BREADTH_BUILT, _BREADTH
    index.add(vectors)
    return lambda probe: [str(key) for key in index.search(probe[None], count)[1][0]]


def faiss_flat(vectors: Any, count: int) -> Find:
    """The same library without a graph: exact."""
    faiss: Any = importlib.import_module("faiss")
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(vectors)
    return lambda probe: [str(key) for key in index.search(probe[None], count)[1][0]]


def hnswlib(vectors: Any, count: int) -> Find:
    """The graph by those who invented it."""
    module: Any = importlib.import_module("hnswlib")
    index = module.Index(space="ip", dim=vectors.shape[1])
    index.init_index(max_elements=len(vectors), M=_LINKS, ef_construction=_BREADTH_BUILT)
    index.add_items(vectors)
    index.set_ef(_BREADTH)
    return lambda probe: [str(key) for key in index.knn_query(probe, count, num_threads=1)[0][0]]


def sqlite_vec(vectors: Any, count: int) -> Find:
    """Vectors in a table of SQLite, which are all looked at."""
    apsw: Any = importlib.import_module("apsw")
    extension: Any = importlib.import_module("sqlite_vec")
    held = apsw.Connection(":memory:")
    held.enable_load_extension(True)
    held.load_extension(extension.loadable_path())
    width = vectors.shape[1]
    held.execute(f"CREATE VIRTUAL TABLE v USING vec0(e float[{width}] distance_metric=cosine)")
    with held:
        rows = ((number, vector.tobytes()) for number, vector in enumerate(vectors))
        held.executemany("INSERT INTO v (rowid, e) VALUES (?, ?)", rows)
    ask = "SELECT rowid FROM v WHERE e MATCH ? AND k = ? ORDER BY distance"
    return lambda probe: [str(key) for (key,) in held.execute(ask, (probe.tobytes(), count))]


def main(place: Path, count: int) -> None:
    """Fill each, then ask all of them in turns."""
    vectors, probes = np.load(place / "vectors.npy"), np.load(place / "probes.npy")
    made = {
        "faiss, HNSW": faiss_hnsw(vectors, count),
        "faiss, exact": faiss_flat(vectors, count),
        "hnswlib": hnswlib(vectors, count),
        "sqlite-vec": sqlite_vec(vectors, count),
    }
    told: dict[str, dict[str, list[Any]]] = {name: {"ms": [], "found": []} for name in made}
    for probe in probes:
        for name, find in made.items():
            began = time.perf_counter()
            found = find(probe)
            told[name]["ms"].append((time.perf_counter() - began) * 1000)
            told[name]["found"].append(found)
    print(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
