"""Pictures found by words, or by another picture: best crops and key frames, as vectors."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from omnisight_desktop.chat.retrieval.narrowed import Wanted, nearest_wanted
from omnisight_desktop.chat.retrieval.nearest import NearestCache
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.ports.language import PictureEmbedder

_ALIKE = 0.8  # pictures lie closer to each other than to words

_HOLDS = "crops-and-scenes"  # one that holds anything else is filled anew

One = TypeVar("One")


class Gallery:
    """The pictures of one house by what they show. Below the model's floor there is no match, whatever is
    nearest."""

    def __init__(self, embedder: PictureEmbedder, folder: Path) -> None:
        self._embedder = embedder
        self._cache = NearestCache(folder, f"{embedder.name}-{_HOLDS}", embedder.dimensions)

    def __len__(self) -> int:
        return len(self._cache)

    @property
    def mark(self) -> int:
        """Up to which picture it was filled."""
        return self._cache.mark

    def add(self, keys: Sequence[str], pictures: Sequence[Image], mark: int | None = None) -> None:
        """Take in pictures, each under a key: the event or the track that it shows."""
        if keys:
            self._cache.add(keys, self._embedder.of_pictures(pictures))
        if mark is not None:
            self._cache.mark = mark

    def save(self) -> None:
        """Keep it for the next start."""
        self._cache.save()

    def erase(self) -> None:
        """Begin anew, on the disk too."""
        self._cache.erase()

    def showing(self, words: str, wanted: Wanted[One], count: int = 10) -> list[tuple[One, float]]:
        """What is wanted and shows what the words say, each with how near it is; none where nothing does."""
        probe = self._embedder.of_words(words)
        return nearest_wanted(self._cache, probe, self._embedder.floor, wanted, count)

    def like(self, picture: Image, wanted: Wanted[One], count: int = 10) -> list[tuple[One, float]]:
        """What is wanted and shows the same as this picture."""
        probe = self._embedder.of_pictures([picture])[0]
        return nearest_wanted(self._cache, probe, _ALIKE, wanted, count)
