"""Reads names out of what was said: who introduces themselves, or somebody who stands there, too.

The forms of each language are data, in ``resources/hearing``. A form counts only where the word in its
place can be a name, and nothing around it takes it back.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from omnisight_desktop.core.shipped import shipped
from omnisight_desktop.core.speech import HeardName, Whom

#: Those whose forms are there; the first two are complete.
LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pl", "tr")

_SURE, _KNOWN, _UNKNOWN = 0.95, 0.9, 0.7
_WORD = r"[^\W\d_](?:[\w'-]*[^\W_])?"
_CLAUSE = re.compile(r"[.!?;:\n]")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})
_MOST_WORDS = 4
_TITLE_WORDS, _TITLE_SHARE = 6, 0.6
_ME = ("I", "I'")  # has a capital wherever it stands


@dataclass(frozen=True, slots=True)
class Frame:
    """A form that introduces somebody. A ``sure`` one can be followed by hardly anything but a name."""

    form: re.Pattern[str]
    whom: Whom
    sure: bool
    near: bool  # only of somebody who is there, so not in a sentence about the absent
    goes_on: bool  # more words of the form follow the name, right after it


@dataclass(frozen=True, slots=True)
class Forms:
    """How people are introduced in one language."""

    frames: tuple[Frame, ...]
    titles: frozenset[str]
    particles: frozenset[str]
    no_names: frozenset[str]
    no_tails: tuple[str, ...]  # how words end that are no names, where every noun is capitalised
    taken_back: re.Pattern[str] | None  # right before a form: it is not meant
    asked_for: re.Pattern[str] | None  # right after a name: it is somebody else's, or a thing
    absent: re.Pattern[str] | None  # anywhere in the sentence: about somebody who is not there


def names_in(
    text: str, language: str | None = None, people: Sequence[str] | None = None
) -> tuple[HeardName, ...]:
    """Everybody who is introduced in a text, in the order of the text.

    ``language`` is a code where it is known; ``people`` are those whom a recogniser of names found in
    it, where one looked.
    """
    plain = text.translate(_APOSTROPHES)
    codes = (language,) if language in LANGUAGES else LANGUAGES
    if language is not None and language not in LANGUAGES:
        return ()
    found: list[HeardName] = []
    for code in codes:
        for one in _Reading(plain, forms(code), people).names():
            if not any(_overlap(one, other) for other in found):
                found.append(one)
    return tuple(_once(sorted(found, key=lambda one: one.start)))


@cache
def forms(code: str) -> Forms:
    """The forms of a language."""
    with shipped("resources/hearing", f"{code}.toml").open("rb") as file:
        return _forms(tomllib.load(file))


@cache
def known_names() -> frozenset[str]:
    """First names that are surely names, folded."""
    return _listed("names.txt")


@cache
def spoken_names() -> frozenset[str]:
    """The few that an engine listens for which knows only what it is told, folded."""
    return _listed("spoken.txt")


def _listed(file: str) -> frozenset[str]:
    text = shipped("resources/hearing", file).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word.casefold() for line in lines for word in line.split())


class _Reading:
    """One look at one text with the forms of one language."""

    def __init__(self, text: str, spoken: Forms, people: Sequence[str] | None) -> None:
        self._text = text
        self._spoken = spoken
        self._people = (
            None
            if people is None
            else frozenset(word.casefold() for name in people for word in name.split())
        )
        letters = [letter for letter in text if letter.isalpha()]
        self._cased = any(letter.isupper() for letter in letters) and not all(
            letter.isupper() for letter in letters
        )

        words = [word for word in text.split() if word[0].isalpha() and word[:2] not in _ME]
        capitals = sum(word[0].isupper() for word in words)
        # Where nearly every word has a capital, as in titles, one more tells nothing.
        self._headline = len(words) >= _TITLE_WORDS and capitals > _TITLE_SHARE * len(words)

    def names(self) -> Iterator[HeardName]:
        taken: list[HeardName] = []
        for frame in self._spoken.frames:
            for match in frame.form.finditer(self._text):
                for slot in ("name", "also"):
                    if slot in frame.form.groupindex and match.group(slot):
                        one = self._name(frame, match, slot)
                        if one is not None and not any(_overlap(one, other) for other in taken):
                            taken.append(one)
                            yield one

    def _name(self, frame: Frame, match: re.Match[str], slot: str) -> HeardName | None:
        if self._taken_back(frame, match):
            return None
        span = self._trimmed(frame, match.start(slot), match.end(slot))
        if span is None:
            return None
        if frame.goes_on and slot == "name" and self._text[span[1] : match.end(slot)].strip("."):
            return None  # what stands between the name and the rest makes it another sentence
        asked_for = self._spoken.asked_for
        if asked_for is not None and asked_for.match(self._text[span[1] :]):
            return None
        words = self._text[span[0] : span[1]].split()
        score = self._score(frame, words)
        if score == 0:
            return None
        name = " ".join(word if self._cased else word.title() for word in words)
        return HeardName(name, frame.whom, score, *span)

    def _taken_back(self, frame: Frame, match: re.Match[str]) -> bool:
        """Whether the sentence around says that it is not so, or not here."""
        begin, end = self._sentence(match.start(), match.end())
        back, absent = self._spoken.taken_back, self._spoken.absent
        if back is not None and back.search(self._text[begin : match.start()]):
            return True
        return bool(frame.near and absent and absent.search(self._text[begin:end]))

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        begin = max((m.end() for m in _CLAUSE.finditer(self._text, 0, start)), default=0)
        after = _CLAUSE.search(self._text, end)
        return begin, after.start() if after else len(self._text)

    def _trimmed(self, frame: Frame, start: int, end: int) -> tuple[int, int] | None:
        """The words of the slot that belong to the name: titles before it and what follows do not."""
        spoken, kept = self._spoken, list[tuple[int, int]]()
        for match in re.finditer(_WORD, self._text[start:end]):
            word, folded = match.group(), match.group().casefold()
            if not kept and folded.rstrip(".") in spoken.titles:
                continue
            if "'s" in folded:
                return None  # what follows is theirs, and they may be anywhere
            if not self._may_go_on(word, folded, kept, frame):
                break
            kept.append((start + match.start(), start + match.end()))
        while kept and self._text[slice(*kept[-1])].casefold() in spoken.particles:
            kept.pop()
        if not kept:
            return None
        return kept[0][0], kept[-1][1]

    def _may_go_on(self, word: str, folded: str, kept: list[tuple[int, int]], frame: Frame) -> bool:
        if len(kept) >= _MOST_WORDS:
            return False
        if folded in self._spoken.particles and (kept or folded in known_names()):
            return self._cased
        if folded in self._spoken.no_names and not (word[0].isupper() and self._is_person(folded)):
            return False
        if self._cased:
            return word[0].isupper()
        return not kept and (frame.sure or folded in known_names())

    def _is_person(self, folded: str) -> bool:
        return self._people is not None and folded in self._people

    def _score(self, frame: Frame, words: Sequence[str]) -> float:
        first = words[0].casefold()
        if frame.sure:
            return _SURE
        if any(part in known_names() for part in (first, *first.split("-"))):
            return _KNOWN
        if self._people is not None:
            return _KNOWN if self._is_person(first) else 0.0
        if self._headline:
            return 0.0
        if len(words) == 1 and first.endswith(self._spoken.no_tails):
            return 0.0
        return _UNKNOWN


def _forms(data: Mapping[str, Any]) -> Forms:
    titles = frozenset(data["titles"])
    slot = rf"{_WORD}\.?(?: +{_WORD}){{0,4}}"
    slots = {
        "{name}": rf"(?P<name>{slot})(?!\w)",
        "{also}": rf"(?P<also>{slot})(?!\w)",
        **{f"{{{word}}}": f"(?:{'|'.join(some)})" for word, some in data["words"].items()},
    }
    frames = []
    for told in data["frames"]:
        form = told["form"]
        for word, meaning in slots.items():
            form = form.replace(word, meaning)
        frames.append(
            Frame(
                re.compile(rf"(?<![\w'-])(?:{form})", re.IGNORECASE),
                Whom(told["whom"]),
                told.get("sure", False),
                told.get("near", False),
                _goes_on(told["form"]),
            )
        )
    return Forms(
        tuple(frames),
        titles,
        frozenset(data["particles"]),
        frozenset(word for some in data["no_names"].values() for word in some),
        tuple(data.get("no_tails", ("\x00",))),
        _any(data.get("taken_back", ()), r"(?:^|(?<![\w'-]))(?:{})[\s,]*$"),
        _any(data.get("asked_for", ()), r"[\s,]*(?:{})(?!\w)"),
        _any(data.get("absent", ()), r"(?<![\w'-])(?:{})(?!\w)"),
    )


def _goes_on(form: str) -> bool:
    """Whether something has to follow the name."""
    _, slot, rest = form.rpartition("{name}")
    return bool(slot and rest) and not rest.endswith(")?") and not rest.startswith("(?!")


def _any(some: Iterable[str], around: str) -> re.Pattern[str] | None:
    joined = "|".join(some)
    return re.compile(around.format(joined), re.IGNORECASE) if joined else None


def _overlap(one: HeardName, other: HeardName) -> bool:
    return one.start < other.end and other.start < one.end


def _once(found: Iterable[HeardName]) -> Iterator[HeardName]:
    """Who says a name twice has one."""
    told: set[str] = set()
    for one in found:
        if one.name.casefold() not in told:
            told.add(one.name.casefold())
            yield one
