"""The words of a question to a query: what is asked, about whom or what, where and when."""

from __future__ import annotations

import re
from datetime import datetime, tzinfo

from omnisight_desktop.chat.understanding.query import Ask, Doubt, Known, Query
from omnisight_desktop.chat.understanding.times import find_span
from omnisight_desktop.chat.understanding.topics import topic_of

_ASKS = (
    (Ask.COUNT, r"\bhow (?:many|often)\b|\bcount\b|\bnumber of\b"),
    (
        Ask.LAST,
        r"\b(?:when|who|what)\b.*\blast\b(?! (?:\w+ )?(?:night|week|hour|day|minute))|\bmost recent\b|\blatest\b",
    ),
    (Ask.FIRST, r"\bfirst\b|\bearliest\b"),
)
_WORDS = {
    "person": r"\b(?:who|anyone|anybody|someone|somebody|person|people|visitors?|persons)\b",
    "car": r"\b(?:cars?|vehicles?)\b",
}
_CAMERA = re.compile(
    r"\b(?:(?:on|at|in|from|of) (?:the )?camera|camera (?:called|named)) (?P<place>[\w-]+)"
)
#: Words of time; where one stands and no phrase is understood, guessing would answer something else.
_TIME = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|june|july|august"
    r"|september|october|november|december|months?|years?|weekends?|tomorrow|noon|midnight|oclock"
    r"|since|between|ago|\d{1,2}:\d{2}|\d{1,2} ?[ap]m|\d{4}-\d{2}-\d{2}|\d{1,2} may|may \d{1,2})\b"
)
_SEEN = re.compile(r"\b(?:see|saw|seen|was|did|is|has|with|of) (?P<name>[A-Z][\w'-]+)")
_NO_NAMES = frozenset(
    {"I", "Is", "Was", "Did", "The", "A", "An", "Any", "Anyone", "Anybody", "Someone"}
)


def parse(question: str, now: datetime, zone: tzinfo, known: Known) -> Query | Doubt:
    """What the question asks for, or why it cannot be told."""
    text = " ".join(re.sub(r"[^\w\s:-]", " ", question.lower()).split())
    if not text:
        return Doubt("Ask me something, for example: what happened today?", ambiguous=True)
    camera = _camera(text, known)
    if isinstance(camera, Doubt):
        return camera
    span = find_span(text, now, zone)
    if span is None and (when := _TIME.search(text)):
        return Doubt(
            f"I do not understand which time '{when.group(0)}' means here. Ask for example for yesterday."
        )
    stranger = _stranger(question, known)
    if stranger is not None:
        there = ", ".join(sorted(name.title() for name in known.people)) or "nobody by name yet"
        return Doubt(f"I know nobody called {stranger}; I know {there}.")
    return Query(
        ask=next((ask for ask, pattern in _ASKS if re.search(pattern, text)), Ask.LIST),
        span=span,
        label=_label(text, known),
        person=_one_of(text, known.people),
        camera=camera,
        topic=topic_of(_without(text, known)),
    )


def _without(text: str, known: Known) -> str:
    """The text without the names in it: a camera called Left Gate says nothing of leaving."""
    for name in sorted((*known.cameras, *known.people), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name.lower())}(?!\w)", " ", text)
    return " ".join(text.split())


def _camera(text: str, known: Known) -> str | Doubt | None:
    found = _one_of(text, known.cameras)
    if found is not None:
        return found
    named = _CAMERA.search(text)
    if named is None:
        return None
    there = ", ".join(sorted(known.cameras)) or "none yet"
    return Doubt(f"I have no camera called {named.group('place')}; I have: {there}.")


def _stranger(question: str, known: Known) -> str | None:
    """A name in the question that belongs to nobody and nothing that is known."""
    names = {
        word
        for name in (*known.people, *known.cameras, *known.labels)
        for word in name.lower().split()
    }
    for match in _SEEN.finditer(question):
        name = match["name"].removesuffix("'s")
        if name not in _NO_NAMES and name.lower() not in names:
            return name
    return None


def _label(text: str, known: Known) -> str | None:
    for label in sorted(known.labels, key=len, reverse=True):
        if re.search(rf"\b{re.escape(label.lower())}(?:s|es)?\b", text):
            return label
    return next((label for label, words in _WORDS.items() if re.search(words, text)), None)


def _one_of(text: str, names: dict[str, str]) -> str | None:
    """The id behind the longest name that occurs as whole words."""
    for name in sorted(names, key=len, reverse=True):
        if re.search(rf"(?<!\w){re.escape(name.lower())}(?!\w)", text):
            return names[name]
    return None
