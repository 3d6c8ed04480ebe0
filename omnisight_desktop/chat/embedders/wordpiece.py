"""Words cut into the pieces that a network of the BERT family was taught."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import ModelCorrupt

_TOKEN = re.compile(r"\w+|[^\w\s]")
_LONGEST_WORD = 100


class WordPieces:
    """The vocabulary of one network."""

    def __init__(self, pieces: Sequence[str], longest: int = 128) -> None:
        self._ids: Mapping[str, int] = {piece: place for place, piece in enumerate(pieces)}
        self._longest = longest
        self._unknown = self._ids["[UNK]"]
        self._begin, self._end = self._ids["[CLS]"], self._ids["[SEP]"]

    @classmethod
    def read(cls, file: Path) -> WordPieces:
        """The vocabulary in a tokenizer file, as they are published beside a network."""
        try:
            vocabulary = json.loads(file.read_text("utf-8"))["model"]["vocab"]
            return cls(sorted(vocabulary, key=vocabulary.__getitem__))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ModelCorrupt(
                f"{file.name} holds no vocabulary.", fix="Check it with 'omnisight models verify'."
            ) from error

    def ids(self, sentence: str) -> list[int]:
        """The pieces of a sentence by their numbers, its beginning and its end included."""
        found = [piece for word in _words(sentence) for piece in self._cut(word)]
        return [self._begin, *found[: self._longest - 2], self._end]

    def batch(self, sentences: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Several sentences, filled up to the same length, and where there is something in them."""
        rows = [self.ids(sentence) for sentence in sentences]
        width = max(map(len, rows), default=2)
        ids = np.zeros((len(rows), width), np.int64)
        there = np.zeros((len(rows), width), np.int64)
        for place, row in enumerate(rows):
            ids[place, : len(row)] = row
            there[place, : len(row)] = 1
        return ids, there

    def _cut(self, word: str) -> list[int]:
        if len(word) > _LONGEST_WORD:
            return [self._unknown]
        found: list[int] = []
        begin = 0
        while begin < len(word):
            end = len(word)
            while end > begin:
                piece = word[begin:end] if begin == 0 else f"##{word[begin:end]}"
                if piece in self._ids:
                    found.append(self._ids[piece])
                    break
                end -= 1
            if end == begin:
                return [self._unknown]
            begin = end
        return found


def _words(sentence: str) -> list[str]:
    apart = unicodedata.normalize("NFD", sentence.lower())
    return _TOKEN.findall("".join(x for x in apart if unicodedata.category(x) != "Mn"))
