"""Languages are data: the words of each, from ``resources/languages``, made ready for looking."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from omnisight_desktop.core.shipped import shipped
from omnisight_desktop.services.naming import one, several

#: In the order in which they win where a question could be either.
LANGUAGES = ("en", "de")
_FOLDS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "’": "'", "`": "'", "–": "-"})
#: What holds sentences and rules rather than words.
_NO_WORDS = ("say", "nouns", "things", "code", "rewrites", "real")
#: What means something only where all of it is said.
_NO_MEANING = (*_NO_WORDS, "unknowable", "telling", "asides", "made_of")
#: What a slip of the fingers is never taken for: it would change what is asked.
_NOT_MEANT = (*_NO_WORDS, "unknowable", "about", "telling", "asides", "made_of")
_PLAIN = re.compile(r"[a-z]{4,}")


@dataclass(frozen=True)
class Language:
    """The words of one language."""

    code: str
    data: Mapping[str, Any]

    @cached_property
    def slots(self) -> dict[str, str]:
        """What stands for the names in braces."""
        names = sorted(self.data["numbers"], key=len, reverse=True)
        units = sorted(self.data["units"], key=len, reverse=True)
        weekdays = "|".join(self.data["calendar"]["weekdays"])
        months = "|".join(self.data["calendar"]["months"])
        return {
            "{n}": rf"(?P<n>\d{{1,4}}|{'|'.join(names)})",
            "{count}": rf"(?:\d{{1,2}}|{'|'.join(names)})",
            "{unit}": rf"(?P<unit>{'|'.join(units)})",
            "{weekday}": rf"(?P<weekday>{weekdays})",
            "{month}": rf"(?P<month>{months})",
        }

    def pattern(self, *forms: str) -> re.Pattern[str]:
        """Any of these forms, as whole words."""
        return _whole(self._filled("|".join(f"(?:{form})" for form in forms)))

    def patterns(self, section: str) -> dict[str, list[re.Pattern[str]]]:
        """The forms of each entry of a section."""
        return self._sections(section)

    def words(self, section: str, entry: str) -> re.Pattern[str]:
        """All forms of one entry as one."""
        return self._words(section, entry)

    def number(self, text: str) -> int:
        """The number that a word or digits stand for."""
        return int(text) if text.isdigit() else int(self.data["numbers"].get(text, 1))

    def weekday(self, text: str) -> int:
        """Monday is 0."""
        return _place(self.data["calendar"]["weekdays"], text)

    def month(self, text: str) -> int:
        """January is 1."""
        return _place(self.data["calendar"]["months"], text) + 1

    def say(self, what: str, /, **told: str) -> str:
        """A sentence of this language."""
        return str(self.data["say"][what]).format(**told)

    def one(self, label: str) -> str:
        """One of such things, with its article."""
        there = self.data["things"].get(label)
        return str(there[0]) if there else one(label)

    def bare(self, label: str) -> str:
        """What such a thing is called."""
        there = self.data["things"].get(label)
        return there[0].split(maxsplit=1)[-1] if there else label

    def several(self, count: int, label: str) -> str:
        """So many of such things."""
        there = self.data["things"].get(label)
        if there is None:
            return several(count, label)
        return f"{count} {there[0].split(maxsplit=1)[-1] if count == 1 else there[1]}"

    def counted(self, count: int, noun: str) -> str:
        """So many events of a kind."""
        return f"{count} {self.data['nouns'][noun][count != 1]}"

    def knows(self, word: str) -> bool:
        """Whether it is any word of this language that means something here."""
        if self._every.fullmatch(word):
            return True
        if self.words("made_of", "harmless").fullmatch(word):
            return True
        inner = self._composed.fullmatch(word)
        return inner is not None and bool(self._every.fullmatch(inner["rest"]))

    def is_word(self, word: str) -> bool:
        """Whether there is such a word at all, so that it is no slip of the fingers."""
        real = self.words("real", "words").fullmatch(word) or self._whole_words.fullmatch(word)
        return bool(real) or self.knows(word)

    @cached_property
    def spellings(self) -> frozenset[str]:
        """Whole words that a slip of the fingers may have been meant to be."""
        found: set[str] = set()
        for form in _strings({k: v for k, v in self.data.items() if k not in _NOT_MEANT}):
            for piece in re.split(r"[|() ]+", form):
                if _PLAIN.fullmatch(piece):
                    found.add(piece)
        return frozenset(found)

    @cached_property
    def named(self) -> frozenset[str]:
        """What is written as names are: days and months."""
        forms = [*self.data["calendar"]["weekdays"], *self.data["calendar"]["months"]]
        return frozenset(piece for form in forms for piece in re.findall(r"[a-z]{4,}", form))

    @cached_property
    def _every(self) -> re.Pattern[str]:
        return self._pieces_but(_NO_MEANING)

    @cached_property
    def _whole_words(self) -> re.Pattern[str]:
        return self._pieces_but(_NO_WORDS)

    def _pieces_but(self, aside: tuple[str, ...]) -> re.Pattern[str]:
        """Any word of any section but for those."""
        pieces: set[str] = set(self.data["numbers"]) | set(self.data["units"])
        pieces |= {f"{unit}s" for unit in self.data["units"]}
        for form in _strings({k: v for k, v in self.data.items() if k not in aside}):
            filled = re.sub(r"\{\w+\}", "", form)
            pieces |= set(_single(filled))
        return re.compile("|".join(f"(?:{piece})" for piece in sorted(pieces)))

    @cached_property
    def _composed(self) -> re.Pattern[str]:
        """Words that are made of another one, and mean no more here than that."""
        return re.compile(rf"(?:{'|'.join(self.data['made_of']['ahead'])})(?P<rest>\w{{3,}})")

    def _filled(self, form: str) -> str:
        # A form may name the same thing twice in its alternatives; names must differ then.
        for slot, meaning in self.slots.items():
            form = form.replace(slot, meaning)
        return form

    @lru_cache(maxsize=64)  # noqa: B019 - there are two of them, and they live for ever
    def _sections(self, section: str) -> dict[str, list[re.Pattern[str]]]:
        return {
            entry: [self.pattern(form) for form in forms]
            for entry, forms in self.data[section].items()
        }

    @lru_cache(maxsize=256)  # noqa: B019
    def _words(self, section: str, entry: str) -> re.Pattern[str]:
        return self.pattern(*self.data[section][entry])

    def __hash__(self) -> int:
        return hash(self.code)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Language) and other.code == self.code


@lru_cache(maxsize=8)
def language(code: str) -> Language:
    """The language of a code."""
    with shipped("resources/languages", f"{code}.toml").open("rb") as file:
        return Language(code, tomllib.load(file))


def language_of(question: str, otherwise: str = LANGUAGES[0]) -> Language:
    """The language that a question is in, by its most common words; where none tells, another."""
    words = re.findall(r"[a-z]+", fold(question))

    def telling(code: str) -> int:
        return sum(word in language(code).data["telling"] for word in words)

    best = max(map(telling, LANGUAGES))
    likely = [code for code in LANGUAGES if telling(code) == best]
    return language(otherwise if otherwise in likely else likely[0])


def fold(text: str) -> str:
    """Small letters, with umlauts written out."""
    return text.lower().translate(_FOLDS)


def normal(question: str, spoken: Language) -> str:
    """The words of a question, said as the patterns expect it: without courtesies and detours."""
    text = plain(asked_in(question, spoken), spoken)
    for form, said in _rewrites(spoken):
        text = form.sub(said, text)
    return " ".join(text.split())


def asked_in(question: str, spoken: Language) -> str:
    """What is asked, without what somebody tells of themselves around it."""
    sentences = re.split(r"(?<=[.!?;])\s+", question.strip())
    if len(sentences) > 1 and any(one.endswith("?") for one in sentences):
        told = spoken.words("asides", "told")
        kept = [one for one in sentences if one.endswith("?") or not told.match(fold(one))]
        question = " ".join(kept)
    for form in spoken.data["asides"]["cut"]:
        question = re.sub(form, " ", question, flags=re.IGNORECASE)
    return question


def written_as_names(question: str, spoken: Language) -> frozenset[str]:
    """The words that stand with a capital letter within a sentence, where that tells a name."""
    titled = re.findall(
        r"\b(?:[Ff]rau|[Hh]err|[Ff]amilie|Mrs?|Ms|Miss|Dr)\.? ([A-ZÄÖÜ][a-zäöüß]+)", question
    )
    if spoken.data["nouns_are_capital"]:
        return frozenset(map(fold, titled))
    found = titled + re.findall(r"(?<![.!?:\"“”'])(?<!^)\s([A-Z][a-zäöüß'’]+)", question)
    return frozenset(re.sub(r"'s?$", "", fold(word)) for word in found)


def plain(question: str, spoken: Language) -> str:
    """The words of a question with single blanks between, and dots and colons only within times."""
    text = f" {fold(question)} "
    for short, long in spoken.data["short"].items():
        text = re.sub(rf"\b{re.escape(short)}\b", long, text)
    for tail in spoken.data.get("tails", ()):
        text = re.sub(rf"(?<=\w\w\w)({tail})\b", r" \1", text)
    text = re.sub(r"(?<!\w)'|'(?!\w)", " ", text)
    text = re.sub(r"'s?\b", lambda found: " " if found.group() == "'" else "", text)
    text = re.sub(r"(?<!\d)/|/(?!\d)|[^\w\s:./-]|_", " ", text)
    text = re.sub(r"(?<!\d)[.:]|:(?!\d)|\.(?!\s?\d|\s[a-z])", " ", text)
    text = re.sub(
        r"(?<![\d-]\d)-(?!\d\d-)|-(?!\d)", " - " if re.search(r"\d-\d", text) else " ", text
    )
    return " ".join(text.split())


@lru_cache(maxsize=8)
def _rewrites(spoken: Language) -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(form), said) for form, said in spoken.data["rewrites"]["forms"]]


def _whole(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w:.-])(?:{_renamed(form)})(?!\w|[:.]\d)")


def _renamed(form: str) -> str:
    """Python allows each name once; what comes again is no group of its own but still matches."""
    seen: dict[str, int] = {}

    def once(found: re.Match[str]) -> str:
        name = found.group(1)
        seen[name] = seen.get(name, 0) + 1
        return f"(?P<{name}>" if seen[name] == 1 else f"(?P<{name}_{seen[name]}>"

    return re.sub(r"\(\?P<(\w+)>", once, form)


def _strings(data: Any) -> Iterable[str]:
    if isinstance(data, str):
        yield fold(data) if "\\" not in data else data
    elif isinstance(data, Mapping):
        for key, value in data.items():
            if isinstance(value, (list, dict)):
                yield from _strings(value)
            if isinstance(key, str):
                yield key
    elif isinstance(data, list):
        for one in data:
            yield from _strings(one)


def _single(form: str) -> Iterable[str]:
    """The parts of a form that are one word by themselves, endings in brackets kept."""
    depth, start = 0, 0
    for place, letter in enumerate(f"{form}|"):
        depth += (letter == "(") - (letter == ")")
        if depth == 0 and letter in "| ":
            piece = form[start:place]
            start = place + 1
            if piece and re.match(r"[a-z(]", piece) and _is_pattern(piece):
                yield piece
    for piece in re.findall(r"\(([a-z|]+)\)", form):
        yield from piece.split("|")


def _is_pattern(piece: str) -> bool:
    if re.search(r"\(\?P|\\d|\.\*|\\w\+|\]\+", piece):
        return False
    try:
        return re.compile(piece).fullmatch("") is None
    except re.error:
        return False


def _place(lists: list[str], text: str) -> int:
    return next(i for i, forms in enumerate(lists) if re.fullmatch(forms, text))
