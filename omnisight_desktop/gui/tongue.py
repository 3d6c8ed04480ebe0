"""The language of the window: English stands in the code, other languages in files for Qt Linguist."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from functools import lru_cache
from pathlib import Path

_words: dict[str, str] = {}
_FIELD = re.compile(r"\{(\w+)\}")
_WORD = re.compile(r"[^\W\d_]{2}")
_HOLE = r"(?:(?![.!?] [A-Z]).)+?"  # a name or a number, and no two sentences
_SHORT = r"\S+?(?: \S+?){0,2}"  # where little else is said: "{this} on {that}" is in every other sentence
_TELLING = 10  # letters beside the holes
_GAP = re.compile(r"(?<=[.!?:]) ")


def tr(text: str, /, **fields: object) -> str:
    """The words in the language of the window, with the fields filled in."""
    said = _words.get(text, text)
    return said.format(**fields) if fields else said


def noted(text: str) -> str:
    """Words that are said later, by ``tr`` of a name: here they are found for translation."""
    return text


def told(text: str) -> str:
    """What the house below says in English, in the language of the window as far as it is known.

    Its sentences hold names and numbers, so they are found by what stands around those.
    """
    return text if not _words else _told(text)


def speak(file: Path | None) -> None:
    """Take up the words of a ``.ts`` file from now on; None is English."""
    _words.clear()
    _told.cache_clear()
    _shapes.cache_clear()
    if file is None:
        return
    for message in ET.parse(file).iter("message"):
        source, said = message.findtext("source"), message.findtext("translation")
        if source and said:
            _words[source] = said


@lru_cache(maxsize=512)
def _told(text: str) -> str:
    whole = _known(text)
    if whole is not None:
        return whole
    # A reason and what to do about it, each of them known for itself.
    for end in reversed([gap.start() for gap in _GAP.finditer(text)]):
        begin = _known(text[:end])
        if begin is not None:
            return f"{begin} {_told(text[end + 1 :])}"
    return text


def _known(text: str) -> str | None:
    said = _words.get(text)
    if said is not None:
        return said
    for shape, words in _shapes():
        found = shape.fullmatch(text)
        if found is not None:
            return words.format(**{hole: _inside(put) for hole, put in found.groupdict().items()})
    return None


def _inside(put: str) -> str:
    """What stands in a hole: a name or a number as it is, or a sentence of its own."""
    return _told(put) if put.count(" ") >= 2 else put


@lru_cache(maxsize=1)
def _shapes() -> list[tuple[re.Pattern[str], str]]:
    """Sentences with holes, the most telling first; one without a word, such as a date, tells nothing."""
    holed = [text for text in _words if _FIELD.search(text) and _WORD.search(_FIELD.sub("", text))]
    holed.sort(key=lambda text: -len(_FIELD.sub("", text)))
    return [(_shape(text), _words[text]) for text in holed]


def _shape(text: str) -> re.Pattern[str]:
    seen: set[str] = set()
    pattern, at = "", 0
    letters = sum(map(str.isalpha, _FIELD.sub("", text)))
    ends = text.startswith("{") and text.endswith("}")
    inside = _SHORT if ends and letters < _TELLING else _HOLE
    for hole in _FIELD.finditer(text):
        pattern += re.escape(text[at : hole.start()])
        name = hole.group(1)
        pattern += f"(?P={name})" if name in seen else f"(?P<{name}>{inside})"
        seen.add(name)
        at = hole.end()
    return re.compile(pattern + re.escape(text[at:]), re.DOTALL)
