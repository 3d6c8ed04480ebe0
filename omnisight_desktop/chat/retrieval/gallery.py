"""Pictures found by words, or by another picture: best crops and key frames, as vectors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from omnisight_desktop.chat.retrieval.nearest import NearestCache
from omnisight_desktop.core.face import Vector
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.ports.language import PictureEmbedder

_ALIKE = 0.8  # pictures lie closer to each other than to words


@dataclass(frozen=True, slots=True)
class Found:
    """The key of a picture, and how near it is."""

    key: str
    cosine: float


class Gallery:
    """The pictures of one house by what they show. Below the model's floor there is no match, whatever is
    nearest."""

    def __init__(self, embedder: PictureEmbedder, folder: Path) -> None:
        self._embedder = embedder
        self._cache = NearestCache(folder, embedder.name, embedder.dimensions)

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

    def showing(self, words: str, count: int = 10) -> list[Found]:
        """Pictures that show what the words say; none where no picture does."""
        return self._near(self._embedder.of_words(words), count, self._embedder.floor)

    def like(self, picture: Image, count: int = 10) -> list[Found]:
        """Pictures that show the same as this one."""
        return self._near(self._embedder.of_pictures([picture])[0], count, _ALIKE)

    def _near(self, probe: Vector, count: int, floor: float) -> list[Found]:
        best: dict[str, float] = {}  # what was taken in twice counts once
        for key, cosine in self._cache.nearest(probe, count):
            if cosine >= floor:
                best.setdefault(key, cosine)
        return [Found(key, cosine) for key, cosine in best.items()]
