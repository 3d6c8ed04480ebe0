"""Searching for words: what a person typed as a query that cannot fail, and how well a text fits."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence

_MOST_TERMS = 32
_WORD = re.compile(r"[^\W_]+")


def match_words(words: str) -> str:
    """The query that wants all the words; each is quoted, so that none is taken for an operator."""
    terms = _WORD.findall(words)[:_MOST_TERMS]
    return " ".join(f'"{term}"' for term in terms) if terms else '""'


def match_any(words: str) -> str:
    """The query that wants any of the words."""
    terms = list(dict.fromkeys(_WORD.findall(words.lower())))[:_MOST_TERMS]
    return " OR ".join(f'"{term}"' for term in terms) if terms else '""'


def ranked(words: str, texts: Sequence[str]) -> list[int]:
    """The places of texts by how well they fit the words, the earlier first where alike (BM25)."""
    wanted = sorted(set(_terms(words)[:_MOST_TERMS]))
    sizes: list[int] = []
    holding: list[dict[int, int]] = [{} for _ in wanted]  # of each term: where, and how often
    for place, text in enumerate(texts):
        terms = _terms(text)
        sizes.append(len(terms))
        for term, where in zip(wanted, holding, strict=True):
            if often := terms.count(term):
                where[place] = often
    average = sum(sizes) / max(1, len(sizes)) or 1.0
    fits = [0.0] * len(sizes)
    for where in holding:
        weight = math.log(1 + (len(sizes) - len(where) + 0.5) / (len(where) + 0.5))
        for place, often in where.items():
            length = 1.2 * (0.25 + 0.75 * sizes[place] / average)
            fits[place] += weight * often * 2.2 / (often + length)
    return sorted(range(len(sizes)), key=lambda place: -fits[place])


def _terms(text: str) -> list[str]:
    """Words as the search index sees them: in small letters and without accents."""
    small = text.lower()
    if not small.isascii():
        apart = unicodedata.normalize("NFKD", small)
        small = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return _WORD.findall(small)
