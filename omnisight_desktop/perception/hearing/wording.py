"""What was said as a row of words, each with what it can be: part of a name, a title, a pause, or neither.

A row is written down as one line, a letter and the word for each, so that a form of a language can be
looked for in it. Capitals count for as much as the text is worth: none where it has none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from omnisight_desktop.perception.hearing.tongue import Tongue

#: What a word can be, by the letter before it.
KNOWN, STRANGE, EITHER = "N", "U", "W"  # a name surely, maybe, or a word that some are called
CAPITAL, BARRED = "K", "B"  # an everyday word or a place, a people, a maker; with a capital
TITLE, RANK, FOND = "T", "R", "L"  # before a name: Mrs, inspector, and young or dear
PARTICLE, GREETING, PLAIN = "P", "G", "C"
OWNED = "S"  # what is written as 's: is, or of somebody

PAUSES = ",.!?:"
_ENDS = ".!?:"
_TITLE_WORDS, _TITLE_SHARE = 3, 0.6
_ME = ("I", "I'")  # has a capital wherever it stands
_PIECE = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*'?|[.,!?:;\n\"“”„«»()@#/&*—–…-]")
_PAUSE_OF = {";": ".", "\n": ".", "…": ".", "—": ",", "–": ",", "-": ",", "(": ",", ")": ","}
_PAUSE_OF |= dict.fromkeys("@#/&*", ",")
_CAMEL = re.compile(r"(?<=[a-z]{3})[A-Z]")
_QUOTES = '"“”„«»'


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its place in the text; a pause has no letters."""

    word: str  # folded
    start: int
    end: int
    kind: str
    quoted: bool = False


class Wording:
    """A text as words, and as the line in which forms are looked for."""

    def __init__(self, text: str, tongue: Tongue) -> None:
        self.text = text
        self._tongue = tongue
        letters = [letter for letter in text if letter.isalpha()]
        upper = sum(letter.isupper() for letter in letters)
        self.cased = 0 < upper < len(letters)
        words = [word for word in text.split()[1:] if word[0].isalpha() and word[:2] not in _ME]
        usual = [word for word in words if tongue.is_everyday(word.casefold(), by_tail=False)]
        capitals = sum(word[0].isupper() for word in usual)
        # Where everyday words have capitals, as in titles, those of others tell nothing.
        self.headline = (
            not tongue.capital_nouns
            and len(usual) >= _TITLE_WORDS
            and capitals > _TITLE_SHARE * len(usual)
        )
        self.words = tuple(self._sorted_out(list(self._pieces())))
        told = [f"{word.kind}{word.word} " for word in self.words]
        self.line = "".join(told)
        self._starts = list(accumulate(map(len, told), initial=0))

    def at(self, place: int) -> int:
        """Which word stands at a place of the line."""
        return bisect_right(self._starts, place) - 1

    def span(self, begin: int, end: int) -> tuple[Word, ...]:
        """The words between two places of the line."""
        return self.words[self.at(begin) : self.at(end - 1) + 1] if end > begin else ()

    def sentence(self, begin: int, end: int) -> str:
        """The plain words of the sentence around two places, with a space on either side of each."""
        first, last = self.at(begin), self.at(max(begin, end - 1))
        while first > 0 and self.words[first - 1].kind not in _ENDS:
            first -= 1
        while last + 1 < len(self.words) and self.words[last + 1].kind not in _ENDS:
            last += 1
        return f" {' '.join(one.word for one in self.words[first : last + 1] if one.word)} "

    def behind(self, end: int) -> Iterator[Word]:
        """The words from a place on, to the end of the sentence and of the one that follows."""
        left = 2
        for one in self.words[self.at(end) :] if end < len(self.line) else ():
            left -= one.kind in _ENDS
            if not left:
                return
            yield one

    def ahead(self, begin: int) -> str:
        """The plain words of the sentence before the one that goes on at a place."""
        words, ends = [], 0
        for one in reversed(self.words[: self.at(begin)] if begin else ()):
            ends += one.kind in _ENDS
            if ends == 2:
                break
            words.append(one.word)
        return f" {' '.join(reversed(words))} "

    def _pieces(self) -> Iterator[Word]:
        """Words as they are written, without what joins them, and pauses."""
        quoted = False
        for match in _PIECE.finditer(self.text):
            piece, start = match.group(), match.start()
            if piece in _QUOTES:
                quoted = not quoted
            elif not piece[0].isalnum():
                kind = _PAUSE_OF.get(piece, piece)
                spaced = self.text[start - 1 : start].isspace()
                if piece != "-" or spaced:
                    yield Word("", start, match.end(), kind)
            else:
                for one in self._parted(piece, start):
                    yield replace(one, quoted=quoted)

    def _parted(self, piece: str, start: int) -> Iterator[Word]:
        """What is written as one word but said as two."""
        folded, tongue = piece.casefold(), self._tongue
        joined = tongue.joined.get(folded)
        if joined is not None and (not self.cased or folded in tongue.always_joined):
            yield from (Word(one, start, start + len(piece), PLAIN) for one in joined.split())
            return
        before, mark, rest = piece.partition("'")
        if mark and f"{before.casefold()}'" in tongue.clitics and (rest[:1].islower() or not rest):
            cut = start + len(before) + 1
            yield Word(f"{before.casefold()}'", start, cut, PLAIN)
            if rest:
                yield from self._parted(rest, cut)
            return
        for tail, meant in tongue.tails_of_words:
            if folded.endswith(tail) and len(folded) > len(tail):
                cut = start + len(piece) - len(tail)
                yield Word(folded[: -len(tail)], start, cut, "")
                yield Word(meant, cut, start + len(piece), OWNED if meant == "is" else PLAIN)
                return
        yield Word(folded.rstrip("'"), start, start + len(piece.rstrip("'")), "")

    def _sorted_out(self, pieces: Sequence[Word]) -> Iterator[Word]:
        """Each with its kind; what says nothing is left out, and after a greeting there is a pause."""
        last, skip = Word("", 0, 0, "."), 0
        for place, piece in enumerate(pieces):
            if skip:
                skip -= 1
                last = replace(piece, kind=GREETING)
                yield last
                continue
            if piece.word in self._tongue.fillers or self._only_shortens(piece, last):
                continue
            if last.kind == GREETING and piece.word and piece.kind != OWNED:
                last = Word("", piece.start, piece.start, ",")
                yield last
            if last.kind in PAUSES and piece.word:
                length = self._greeting(pieces[place:])
                if length:
                    skip, last = length - 1, replace(piece, kind=GREETING)
                    yield last
                    continue
            if last.kind == TITLE and self._goes_on(pieces[place : place + 2]):
                last = replace(piece, kind=TITLE)  # Mr and Mrs
                yield last
                continue
            if not (piece.kind and piece.kind in PAUSES and last.kind == piece.kind):
                last = piece if piece.kind else replace(piece, kind=self._kind(piece, last.kind))
                yield last

    def _goes_on(self, pieces: Sequence[Word]) -> bool:
        """Whether one more title of the same name follows."""
        words = [piece.word for piece in pieces]
        tongue = self._tongue
        return len(words) > 1 and words[0] in tongue.joins and words[1] in tongue.titles

    def _only_shortens(self, piece: Word, last: Word) -> bool:
        """The point behind "Dr." and "J." ends nothing."""
        if piece.kind != "." or last.end != piece.start:
            return False
        return last.kind in (TITLE, RANK) or len(last.word) == 1

    def _greeting(self, pieces: Sequence[Word]) -> int:
        """Of how many words the greeting is that stands here."""
        words = [piece.word for piece in pieces[: self._tongue.longest_greeting]]
        for length in range(len(words), 0, -1):
            if " ".join(words[:length]) in self._tongue.greetings:
                return length
        return 0

    def _kind(self, piece: Word, before: str) -> str:
        folded = piece.word
        written = self.text[piece.start : piece.end]
        capital, opens = written[0].isupper(), before in _ENDS
        leads = self._leading(folded, capital=capital, opens=opens)
        if leads:
            return leads
        if (self.cased and not capital) or _is_told_apart(folded):
            return PLAIN
        if self.cased and before == PARTICLE and folded in self._tongue.small:
            return STRANGE  # whatever else it means
        _, joined, last = written.rpartition("-")
        if joined and last.islower() and last.endswith(self._tongue.everyday_tails):
            return CAPITAL  # "French-speaking"
        if _CAMEL.search(written) or (self.cased and len(written) > 1 and written.isupper()):
            return CAPITAL  # an account, or an abbreviation
        return self._named(folded, opens=opens)

    def _leading(self, folded: str, *, capital: bool, opens: bool) -> str:
        """What leads to a name, if it does: a title, or a part of it that is small."""
        tongue = self._tongue
        if folded in tongue.ranks or folded.endswith(tongue.rank_tails):
            return RANK
        if folded in tongue.low_titles and not capital:
            return FOND
        if folded in tongue.titles:
            return TITLE
        if folded not in tongue.particles or (capital and opens):
            return ""
        named = tongue.is_known(folded) and (capital or not self.cased)
        return "" if named else PARTICLE

    def _named(self, folded: str, *, opens: bool) -> str:
        """Whether a word can be a name, with a capital or where there are none."""
        tongue = self._tongue
        everyday = CAPITAL if self.cased and not opens else PLAIN
        by_tail = opens or not self.cased
        kinds = (
            (EITHER, folded in tongue.word_names),
            (PLAIN, folded in tongue.small),
            (KNOWN, tongue.is_known(folded)),
            (BARRED if self.cased else PLAIN, folded in tongue.barred),
            (everyday, tongue.is_everyday(folded, by_tail=by_tail)),
            (CAPITAL, self.headline),
        )
        return next((kind for kind, so in kinds if so), STRANGE)


def _is_told_apart(folded: str) -> bool:
    """A word that is told letter by letter, or that has a figure in it."""
    letters = folded.split("-")
    spelt = len(letters) > 1 and all(len(letter) == 1 for letter in letters)
    return spelt or any(letter.isdigit() for letter in folded)
