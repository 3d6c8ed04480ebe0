"""Nothing is claimed without proof: each sentence must name what it rests on, and only that.

A model writes ``[E3]`` for an event and ``[S1]`` for a search. A sentence that names nothing, names
what it was never shown, or states a number, a time, a day, a person or a camera that stands nowhere
in what it names, is not told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from omnisight_desktop.chat.evidence import NO_NAMES, Names, days_in, names_in, times_in

_MARKS = re.compile(r"\s*\[((?:[ES]\d+)(?:\s*[,;]\s*[ES]\d+)*)\]")
_END = re.compile(
    r"(?:[.!?:](?=[\s\[*_)]|$)[*_)\"”]*(?:\s*\[[ES]\d+(?:\s*[,;]\s*[ES]\d+)*\])*)(?=\s+[^\s\[])|\n+"
)
_ABBREVIATION = re.compile(r"(?:\b(?:[ap]\.m|e\.g|i\.e|z\.B|ca|approx|no|Nr|[A-Z])|\s\d{1,2})\.$")
_LOWER = re.compile(
    r"\s+(?:[a-zäöü]|(?:Jan|Feb|M[aä]r|Apr|Ma[iy]|Ju[nl]|Aug|Sep|O[ck]t|Nov|De[cz]))"
)
_NUMBERED = re.compile(r"(?:^|\n)\s*\d+\.$")
_TELLING = 6  # letters after a point
_NUMBER = re.compile(r"(?<![\w.])\d+(?::\d{2})?(?![\w])")
_LIST = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s+")
_SPELLED = {
    word: number
    for number, words in enumerate(
        ("", "", "two twice zwei zweimal", "three drei dreimal", "four vier", "five fuenf fünf",
         "six sechs", "seven sieben", "eight acht", "nine neun", "ten zehn", "eleven elf",
         "twelve zwölf zwoelf")
    )
    for word in words.split()
}  # fmt: skip
#: A picture or an address in an answer could carry words away when it is shown or clicked.
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\([^)]*\)")
_ADDRESS = re.compile(r"(?:https?|ftp|file|data|javascript):\S+|www\.\S+", re.IGNORECASE)
_HTML = re.compile(r"<[^>\n]{1,500}>")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Something that is told, and what it rests on: handles such as ``E3``."""

    text: str
    rests_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that is not told, and why."""

    text: str
    why: str


class Sieve:
    """Lets sentences through as they come, each once it is whole and holds.

    ``shown`` is what a model was shown, by its handle; a number that it was asked for may be repeated,
    too. ``names`` are those of all people and cameras here.
    """

    def __init__(self, shown: Mapping[str, str], asked: str, names: Names = NO_NAMES) -> None:
        self._shown = shown
        self._names = names
        self._asked = {number for number in _NUMBER.findall(asked) if ":" not in number}
        self._rest = ""
        self.told: list[Sentence] = []
        self.refused: list[Refused] = []
        self.questions: list[str] = []

    def hear(self, text: str) -> list[Sentence]:
        """The sentences that a further piece makes whole."""
        self._rest += text
        fresh: list[Sentence] = []
        while (end := _end_of(self._rest)) is not None:
            piece, self._rest = self._rest[:end], self._rest[end:]
            fresh += self._take(piece)
        return fresh

    def close(self) -> list[Sentence]:
        """Nothing more comes; what is left is a sentence, too."""
        piece, self._rest = self._rest, ""
        return self._take(piece)

    def forget(self) -> None:
        """What was said since is said anew, or was not meant for anybody."""
        self._rest = ""

    def _take(self, piece: str) -> list[Sentence]:
        marks = tuple(
            dict.fromkeys(
                mark.strip() for found in _MARKS.findall(piece) for mark in re.split("[,;]", found)
            )
        )
        text = harmless(_MARKS.sub("", piece)).strip()
        if not re.search(r"\w", _LIST.sub("", text)):
            return []
        if not marks and text.endswith("?"):
            self.questions.append(text)
            return []
        why = self._fault(text, marks)
        if why:
            self.refused.append(Refused(text, why))
            return []
        sentence = Sentence(text, marks)
        self.told.append(sentence)
        return [sentence]

    def _fault(self, text: str, marks: tuple[str, ...]) -> str:
        if not marks:
            return "it names no evidence"
        unknown = [mark for mark in marks if mark not in self._shown]
        if unknown:
            return f"it names {', '.join(unknown)}, which was not shown"
        there = {_plain(n) for mark in marks for n in _NUMBER.findall(self._shown[mark])}
        there |= {_plain(number) for number in self._asked} | {str(len(marks)), mark_count(marks)}
        bare = _LIST.sub("", text)
        said = [_plain(number) for number in _NUMBER.findall(bare)]
        said += [str(_SPELLED[w]) for w in re.findall(r"\w+", bare.lower()) if w in _SPELLED]
        wrong = [number for number in said if number not in there]
        proof = "\n".join(self._shown[mark] for mark in marks)
        wrong += times_in(bare) - times_in(proof)
        wrong += sorted(days_in(bare) - days_in(proof))
        wrong += sorted(names_in(bare, self._names) - names_in(proof, self._names, anywhere=True))
        return f"{', '.join(wrong)} stands nowhere in what it names" if wrong else ""


def mark_count(marks: tuple[str, ...]) -> str:
    """How many events a sentence names."""
    return str(sum(mark.startswith("E") for mark in marks))


def harmless(text: str) -> str:
    """Words only: no picture, no address and no tag that could carry something away."""
    text = _HTML.sub("", text)  # first, for a tag may stand within the others
    text = _ADDRESS.sub("", _LINK.sub(r"\1", _PICTURE.sub("", text)))
    return text.replace("](", "] (")  # what is left of nested ones


def _end_of(text: str) -> int | None:
    for found in _END.finditer(text):
        if "\n" in found.group():
            return found.end()
        end = re.match(r".*?[.!?:]", text[found.start() :], re.DOTALL)
        upto = text[: found.start() + (end.end() if end else 0)]
        if upto.endswith(":") or _NUMBERED.search(upto):
            continue
        if _ABBREVIATION.search(upto):
            rest = text[found.end() :]
            if len(rest) < _TELLING:
                return None  # what follows says whether it is one
            if _LOWER.match(rest):
                continue
        return found.end()
    return None


def _plain(number: str) -> str:
    """The same number the same way: without zeros ahead."""
    return ":".join(
        (part.lstrip("0") or "0") if i == 0 else part for i, part in enumerate(number.split(":"))
    )
