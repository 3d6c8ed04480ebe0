"""What the house asks of engines that find words and pictures by what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from omnisight_desktop.core.face import Vector
from omnisight_desktop.core.frame import Image


class SentenceEmbedder(Protocol):
    """Makes a vector of length 1 of a sentence, such that those that mean alike lie close together."""

    @property
    def name(self) -> str:
        """What its vectors are called in a cache; another name, another measure."""
        ...

    @property
    def dimensions(self) -> int:
        """How long its vectors are."""
        ...

    @property
    def floor(self) -> float:
        """Below that cosine, two sentences have nothing to do with each other."""
        ...

    def embed(self, sentences: Sequence[str]) -> Vector:
        """A row for each of them."""
        ...


class PictureEmbedder(Protocol):
    """Makes vectors of pictures and of words, such that a picture lies close to the words for it."""

    @property
    def name(self) -> str:
        """What its vectors are called in a cache."""
        ...

    @property
    def dimensions(self) -> int:
        """How long its vectors are."""
        ...

    @property
    def floor(self) -> float:
        """Below that cosine, a picture does not show what the words say."""
        ...

    def of_words(self, words: str) -> Vector:
        """One vector for a description."""
        ...

    def of_pictures(self, pictures: Sequence[Image]) -> Vector:
        """A row for each picture, blue first as the house has them."""
        ...
