"""Reads names out of what was said: who introduces themselves, or somebody who stands there, too.

The forms of each language are data, in ``resources/hearing``. A form counts only where the word in its
place can be a name, and nothing around it takes it back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from omnisight_desktop.core.speech import HeardName
from omnisight_desktop.perception.hearing.tongue import LANGUAGES, Frame, Tongue, tongue
from omnisight_desktop.perception.hearing.wording import (
    BARRED,
    CAPITAL,
    EITHER,
    FOND,
    KNOWN,
    PARTICLE,
    PAUSES,
    RANK,
    STRANGE,
    TITLE,
    Word,
    Wording,
)

_SURE, _KNOWN, _FULL, _DOUBTED = 0.95, 0.9, 0.8, 0.7
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})
_AGAIN = re.compile(
    r"(?:[,.!?:] )(?P<name>(?:[NUWKB]\S+ )(?:(?:P\S+ )*[NUWKB]\S+ ){0,3})(?=[,.!?:]|$)"
)


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
        for one in _Reading(Wording(plain, tongue(code)), tongue(code), people).names():
            if not any(_overlap(one, other) for other in found):
                found.append(one)
    return tuple(_once(sorted(found, key=lambda one: one.start)))


class _Reading:
    """One look at one text with the forms of one language."""

    def __init__(self, wording: Wording, spoken: Tongue, people: Sequence[str] | None) -> None:
        self._wording = wording
        self._line = wording.line
        self._spoken = spoken
        self._found = False
        self._people = (
            None
            if people is None
            else frozenset(word.casefold() for name in people for word in name.split())
        )

    def names(self) -> Iterator[HeardName]:
        taken: list[HeardName] = []
        for frame in self._spoken.frames:
            for match in frame.form.finditer(self._line):
                if self._taken_back(frame, match):
                    continue
                for one in self._meant(frame, match):
                    if not any(_overlap(one, other) for other in taken):
                        taken.append(one)
                        self._found = True
                        yield one

    def _meant(self, frame: Frame, match: re.Match[str]) -> Iterator[HeardName]:
        """Those named in a form, and whoever is named right behind, too."""
        end, led = match.end(), False
        for slot in range(1, (match.lastindex or 0) + 1):
            if match.group(slot) is None:
                continue
            one = self._name(frame, *match.span(slot), led=led)
            if one is None or not self._holds(frame, match, slot, one):
                return
            yield one
            end, led = max(end, match.end(slot)), True
            again = _AGAIN.match(self._line, match.end(slot))
            if again is not None and self._shares(again, match.group(slot)):
                said = self._name(frame, *again.span("name"), led=True)
                if said is not None:
                    yield said
        if frame.many:
            yield from self._more(frame, end)

    def _holds(self, frame: Frame, match: re.Match[str], slot: int, one: HeardName) -> bool:
        """Whether a word that may be a thing's is somebody's, by all that is said around it."""
        spoken, end = self._spoken, match.end(slot)
        inside = [word[1:] for word in self._line[match.start() : match.start(slot)].split()]
        owned = inside[-1:] and inside[-1] in spoken.owners | spoken.thing_articles
        if spoken.capital_nouns and owned and match.group(slot)[:1] in (STRANGE, CAPITAL):
            return False
        if one.score >= _SURE:
            return True
        if spoken.after_things is not None and spoken.after_things.match(self._line, end):
            return False
        if not frame.points or not (one.score <= _DOUBTED or self._is_a_noun(inside, match, slot)):
            return True
        if any(word in spoken.folk or word in spoken.of_people for word in inside):
            return True
        more = spoken.more.match(self._line, end) if frame.many else None
        ends = {end, match.end(), more.end() if more else end}
        return any(self._is_somebody(match.start(), one) for one in ends)

    def _is_a_noun(self, inside: Sequence[str], match: re.Match[str], slot: int) -> bool:
        """Whether a word that some are called is more likely a thing, by what leads to it."""
        if not self._spoken.capital_nouns or match.group(slot)[:1] != EITHER or not inside:
            return False
        owners = self._spoken.owners
        return inside[-1] in self._spoken.articles or not owners.isdisjoint(inside[-2:])

    def _more(self, frame: Frame, end: int) -> Iterator[HeardName]:
        more = self._spoken.more.match(self._line, end)
        if more is None or self._spoken.more_not.match(self._line, more.end()):
            return
        for slot in range(1, (more.lastindex or 0) + 1):
            if more.group(slot) is not None:
                one = self._name(frame, *more.span(slot), led=True)
                if one is not None:
                    yield one

    def _shares(self, again: re.Match[str], before: str) -> bool:
        """Whether somebody says their name once more, in other words."""
        return bool(set(again.group("name").split()) & set(before.split())) and (
            again.group("name") != before
        )

    def _taken_back(self, frame: Frame, match: re.Match[str]) -> bool:
        """Whether what stands around says that it is not so, or not here."""
        spoken, line = self._spoken, self._line
        before = line[: match.start()]
        if spoken.taken_back is not None and spoken.taken_back.search(before):
            return True
        if frame.unless is not None and frame.unless.match(line, match.end()):
            return True
        if frame.bare and (
            (spoken.called_to is not None and spoken.called_to.search(before))
            or (spoken.spoken_to is not None and spoken.spoken_to.match(line, match.end()))
        ):
            return True
        inside = self._wording.span(match.start(), match.end())
        if inside and inside[-1].quoted and not all(one.quoted for one in self._wording.words):
            return True  # somebody else said it, or it is a title
        return frame.near and self._is_not_there(match)

    def _is_not_there(self, match: re.Match[str]) -> bool:
        """Whether it is told of somebody who is elsewhere, or in a picture."""
        absent = self._spoken.absent
        sentence = self._wording.sentence(match.start(), match.end())
        if absent is not None and absent.search(sentence):
            return True
        beastly = self._spoken.beastly
        told = " ".join(one.word for one in self._wording.behind(match.start()) if one.word)
        if beastly is not None and beastly.search(f" {told} "):
            return True
        around = f"{self._wording.ahead(match.start())} {sentence}".split()
        return not self._spoken.pictured.isdisjoint(around)

    def _is_somebody(self, begin: int, end: int) -> bool:
        """Whether what is told around a word says that it is a person's name."""
        spoken = self._spoken
        if spoken.after_people is not None and spoken.after_people.match(self._line, end):
            return True
        for one in self._wording.behind(end):
            if one.word in spoken.of_people:
                return True
            if one.word in spoken.of_things:
                return False
        before = self._line[:begin]
        if self._found and before.split()[-1:] and before.split()[-1][1:] in spoken.joins:
            return True
        return spoken.before_people is not None and bool(spoken.before_people.search(before))

    def _name(self, frame: Frame, begin: int, end: int, *, led: bool = False) -> HeardName | None:
        """The name between two places, unless those words can be none; one led the way, maybe."""
        words = [one for one in self._wording.span(begin, end) if one.word]
        led, ranked = led or words[0].kind == TITLE, words[0].kind == RANK
        while words and words[0].kind in (TITLE, RANK, FOND):
            words.pop(0)
        titled = led or (ranked and bool(words) and words[0].kind != CAPITAL)
        if titled and not self._wording.cased and words and words[0].kind == PARTICLE:
            return None  # "grandpa of" somebody
        after = self._line[end:].split(" ", 1)[0]
        if not (self._wording.cased or frame.sure):
            words, after = self._short(words, after)
        score = self._score(frame, words, titled=titled, after=after)
        if score == 0:
            return None
        start, stop = words[0].start, words[-1].end
        name = self._wording.text[start:stop]
        return HeardName(
            name if self._wording.cased else name.title(), frame.whom, score, start, stop
        )

    def _short(self, words: list[Word], after: str) -> tuple[list[Word], str]:
        """Without capitals, "of" is sooner about where somebody comes from than part of their name."""
        for place, one in enumerate(words):
            if one.kind == PARTICLE:
                return words[:place], f"{one.kind}{one.word}"
        return words, after

    def _score(self, frame: Frame, words: Sequence[Word], *, titled: bool, after: str) -> float:
        if not words or self._is_a_thing(words, after, titled=titled):
            return 0.0
        if frame.sure:
            return _SURE
        kind = words[0].kind
        if titled or kind == KNOWN:
            return _KNOWN
        if kind == EITHER:
            return self._either(words, after)
        return self._strange(frame, words, after) if kind == STRANGE else 0.0

    def _strange(self, frame: Frame, words: Sequence[Word], after: str) -> float:
        """What a word is worth that nobody wrote down as a name."""
        if self._people is not None:
            return _KNOWN if words[0].word in self._people else 0.0
        if any(one.kind in (CAPITAL, BARRED) for one in words) or frame.known:
            return 0.0
        if not self._wording.cased and (frame.bare or not self._ends_there(after)):
            return 0.0
        alone = len(words) == 1
        if alone and not (frame.strange or self._spoken.sounds_like_a_name(words[0].word)):
            return 0.0
        return _DOUBTED if alone else _FULL

    def _either(self, words: Sequence[Word], after: str) -> float:
        """What a word is worth that some are called and others only say."""
        if len(words) > 1:
            more = any(one.kind in (CAPITAL, BARRED) for one in words[1:])
            return 0.0 if more else _KNOWN
        word = words[0].word
        if not (self._wording.cased or self._ends_there(after)):
            return 0.0
        if word in self._spoken.barred and word not in self._spoken.doubtful:
            return 0.0
        if self._people is None:
            return _DOUBTED if word in self._spoken.doubtful else _KNOWN
        return _KNOWN if word in self._people else _DOUBTED

    def _is_a_thing(self, words: Sequence[Word], after: str, *, titled: bool) -> bool:
        """Whether it is the name of a thing, such as that of a street, or of what is somebody's."""
        spoken = self._spoken
        if after[1:] in spoken.things or any(one.word in spoken.things for one in words):
            return True
        first = words[0].word
        if titled and len(words) > 1 and words[1].kind == STRANGE and spoken.capital_nouns:
            return first.endswith(spoken.owner_tails)
        if len(words) < 2 or words[1].kind != CAPITAL:
            return False
        owners = (first.removesuffix(tail) for tail in spoken.owner_tails if first.endswith(tail))
        return any(spoken.is_known(owner) for owner in owners)

    def _ends_there(self, after: str) -> bool:
        """Whether what follows is something that can follow a name."""
        return not after or after[0] in PAUSES or after[1:] in self._spoken.after_names


def _overlap(one: HeardName, other: HeardName) -> bool:
    return one.start < other.end and other.start < one.end


def _once(found: Iterable[HeardName]) -> Iterator[HeardName]:
    """Who says a name twice has one."""
    told: set[str] = set()
    for one in found:
        if one.name.casefold() not in told:
            told.add(one.name.casefold())
            yield one
