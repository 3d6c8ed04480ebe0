"""Finds what exists in the words of a question: people, cameras, zones, rules; slips of the fingers too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from omnisight_desktop.chat.understanding.language import Language, fold
from omnisight_desktop.chat.understanding.query import Known

#: Stands where a name was, so that the words around it do not become neighbours.
TAKEN = "~"
_SHORT, _LONG = 4, 7
_SURE = 6  # in shorter words another letter makes another word
_TWICE = re.compile(r"([a-z])\1")
_ANYWHERE = re.compile(r"[a-z]+")


def take(text: str, names: Mapping[str, str]) -> tuple[tuple[str, ...], str]:
    """The ids behind all names that occur as whole words, and the text without them."""
    found: list[str] = []
    for name in sorted(names, key=len, reverse=True):
        pattern = re.compile(rf"(?<!\w){re.escape(fold(name))}s?(?!\w)")
        if pattern.search(text):
            found.append(names[name])
            text = " ".join(pattern.sub(f" {TAKEN} ", text).split())
    return tuple(dict.fromkeys(found)), text


def parts(names: Mapping[str, str]) -> dict[str, set[str]]:
    """Whose name each word is a part of."""
    found: dict[str, set[str]] = {}
    for name, key in names.items():
        for word in _ANYWHERE.findall(fold(name)):
            if len(word) > 2:
                found.setdefault(word, set()).add(key)
    return found


def mended(text: str, spoken: Language, known: Known, proper: frozenset[str] = frozenset()) -> str:
    """The text with slips put right, where just one word can have been meant; ``proper`` are words
    that were written as names are, and are mended to nothing else."""
    own = {
        word
        for name in (*known.people, *known.cameras, *known.zones, *known.labels)
        for word in _ANYWHERE.findall(fold(name))
    }
    words = []
    for word in text.split():
        bare = word.removesuffix("s")
        if len(word) < _SHORT or not word.isalpha() or {word, bare} & own or spoken.is_word(word):
            words.append(word)
            continue
        named = own | spoken.named if word in proper else spoken.spellings
        once = _TWICE.sub(r"\1", word)
        if once in own or (word not in proper and spoken.knows(once)):
            words.append(once)
            continue
        words.append(_meant(word, own) or _meant(word, named) or word)
    return " ".join(words)


def _meant(word: str, options: Iterable[str]) -> str | None:
    most = 2 if len(word) >= _LONG else 1
    near = [
        (away, option)
        for option in options
        if abs(len(option) - len(word)) <= most
        and len(option) >= 3
        and option[0] == word[0]
        and (len(word) >= _SURE or len(option) != len(word) or sorted(option) == sorted(word))
        and (away := distance(word, option)) <= most
    ]
    near.sort()
    if not near or (len(near) > 1 and near[0][0] == near[1][0] > 1):
        return None
    return near[0][1]


def distance(one: str, other: str) -> int:
    """How many slips lie between two words: a letter more, less, another, or two exchanged."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]
