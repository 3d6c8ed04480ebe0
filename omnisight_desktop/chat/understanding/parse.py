"""The words of a question to a query: what is asked, about whom or what, where and when."""

from __future__ import annotations

import re
from datetime import datetime, tzinfo

from omnisight_desktop.chat.understanding.query import Ask, Doubt, Known, Query
from omnisight_desktop.chat.understanding.times import find_span

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
_CAMERA = re.compile(r"\bcamera (?:called |named )?(?P<place>[\w-]+)")


def parse(question: str, now: datetime, zone: tzinfo, known: Known) -> Query | Doubt:
    """What the question asks for, or why it cannot be told."""
    text = " ".join(re.sub(r"[^\w\s:-]", " ", question.lower()).split())
    if not text:
        return Doubt("Ask me something, for example: what happened today?", ambiguous=True)
    camera = _camera(text, known)
    if isinstance(camera, Doubt):
        return camera
    return Query(
        ask=next((ask for ask, pattern in _ASKS if re.search(pattern, text)), Ask.LIST),
        span=find_span(text, now, zone),
        label=_label(text, known),
        person=_one_of(text, known.people),
        camera=camera,
    )


def _camera(text: str, known: Known) -> str | Doubt | None:
    found = _one_of(text, known.cameras)
    if found is not None:
        return found
    named = _CAMERA.search(text)
    if named is None:
        return None
    there = ", ".join(sorted(known.cameras)) or "none yet"
    return Doubt(f"I have no camera called {named.group('place')}; I have: {there}.")


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
