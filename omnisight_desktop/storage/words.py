"""Searching for words: what a person typed as a query that cannot fail, and how well a text fits."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping, Sequence

_MOST_TERMS = 32
_WORD = re.compile(r"[^\W_]+")


def match_words(words: str) -> str:
    """The query that wants all the words; each is quoted, so that none is taken for an operator."""
    terms = _WORD.findall(words)[:_MOST_TERMS]
    return " ".join(f'"{term}"' for term in terms) if terms else '""'


def terms_of(words: str) -> list[str]:
    """Each of the words once, as the search index sees them."""
    return list(dict.fromkeys(_terms(words)))[:_MOST_TERMS]


def ranked(
    words: str, texts: Sequence[str], weights: Mapping[str, float] | None = None
) -> list[int]:
    """The places of texts by how well they fit the words, the earlier first where alike (BM25).
    ``weights`` says how much each word tells, where that is not to be read off these texts."""
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
    for term, where in zip(wanted, holding, strict=True):
        weight = math.log(1 + (len(sizes) - len(where) + 0.5) / (len(where) + 0.5))
        if weights is not None:
            weight = weights.get(term, weight)
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
