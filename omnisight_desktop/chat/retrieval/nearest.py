"""Vectors on disk and the nearest of them: a cache by usearch, which the database can always fill again."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from omnisight_desktop.core.face import Vector

_INDEX, _KEYS = "vectors.usearch", "keys.json"
_LINKS, _EFFORT_ADDING, _EFFORT = 16, 128, 128
_FEW = 4096  # so many are all looked at
_LARGE_SHARE = 32


class NearestCache:
    """Vectors by keys of one embedder, in half precision. ``mark`` says up to where it was filled.
    Any thread may ask while another one fills it."""

    def __init__(self, folder: Path, name: str, dimensions: int) -> None:
        self._folder = folder / name
        self._dimensions = dimensions
        self._index = _fresh(dimensions)
        self._keys: list[str] = []
        self._place_of: dict[str, list[int]] = {}  # of the first so many keys
        self._placed = 0
        self.mark = 0
        self._changing = threading.RLock()
        self._load()

    def __len__(self) -> int:
        return len(self._keys)

    def add(self, keys: Sequence[str], vectors: Vector) -> None:
        """Take in more of them."""
        import numpy as np

        with self._changing:
            numbers = np.arange(len(self._keys), len(self._keys) + len(keys), dtype=np.uint64)
            self._index.add(numbers, vectors)
            self._keys += keys

    def nearest(self, probe: Vector, count: int) -> list[tuple[str, float]]:
        """The keys of the nearest, each with its cosine, the best first."""
        with self._changing:
            if not self._keys:
                return []
            # Looking at all of them is quicker than asking the index for a large share of them.
            exact = len(self._keys) <= max(_FEW, count * _LARGE_SHARE)
            found = self._index.search(probe, min(count, len(self._keys)), exact=exact, threads=1)
            return [
                (self._keys[int(key)], 1.0 - float(away))
                for key, away in zip(found.keys, found.distances, strict=True)
            ]

    def among(self, probe: Vector, keys: Collection[str]) -> list[tuple[str, float]]:
        """Some keys that are in it, each with its cosine, the best first; the others are left out."""
        import numpy as np

        with self._changing:
            there = self._places(keys)
            if not there:
                return []
            rows = np.asarray(self._index.get(np.asarray(there, np.uint64)), np.float32)
            named = [self._keys[place] for place in there]
        sizes = np.linalg.norm(rows, axis=1) * np.linalg.norm(probe)
        cosines = rows @ np.asarray(probe, np.float32).ravel() / np.maximum(sizes, 1e-9)
        order = np.argsort(-cosines, kind="stable")
        return [(named[place], float(cosines[place])) for place in order]

    def _places(self, keys: Collection[str]) -> list[int]:
        """Where these keys are; what was taken in since this was last asked is counted in."""
        for place in range(self._placed, len(self._keys)):
            self._place_of.setdefault(self._keys[place], []).append(place)
        self._placed = len(self._keys)
        return [place for key in dict.fromkeys(keys) for place in self._place_of.get(key, ())]

    def sample(self, count: int) -> list[str]:
        """So many of its keys, from all of it."""
        with self._changing:
            return self._keys[:: max(1, len(self._keys) // count)]

    def save(self) -> None:
        """Keep it for the next start; beside the old one first, so that it is whole or the old one."""
        with self._changing:
            self._folder.mkdir(parents=True, exist_ok=True)
            part = self._folder / f"{_INDEX}.part"
            self._index.save(str(part))
            told = self._folder / f"{_KEYS}.part"
            told.write_text(
                json.dumps({"mark": self.mark, "keys": self._keys, "dimensions": self._dimensions}),
                "utf-8",
            )
            # Without its keys an index is worth nothing: it is filled again then.
            (self._folder / _KEYS).unlink(missing_ok=True)
            part.replace(self._folder / _INDEX)
            told.replace(self._folder / _KEYS)

    def forget(self) -> None:
        """Begin anew."""
        with self._changing:
            self._index, self._keys, self.mark = _fresh(self._dimensions), [], 0
            self._place_of, self._placed = {}, 0

    def erase(self) -> None:
        """Begin anew, on the disk too."""
        with self._changing:
            self.forget()
            shutil.rmtree(self._folder, ignore_errors=True)

    def _load(self) -> None:
        try:
            told = json.loads((self._folder / _KEYS).read_text("utf-8"))
            keys, mark = list(told["keys"]), int(told["mark"])
            if told["dimensions"] != self._dimensions:
                return
            self._index.load(str(self._folder / _INDEX))
        except Exception:  # noqa: BLE001 - whatever is wrong with a cache, it is filled again
            self.forget()
            return
        if len(self._index) != len(keys):
            self.forget()
            return
        self._keys, self.mark = keys, mark


def _fresh(dimensions: int) -> Any:
    from usearch.index import Index

    return Index(
        ndim=dimensions,
        metric="cos",
        dtype="f16",
        connectivity=_LINKS,
        expansion_add=_EFFORT_ADDING,
        expansion_search=_EFFORT,
    )
