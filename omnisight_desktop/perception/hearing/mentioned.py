"""Who is named in a text without being introduced: spoken of, not there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from omnisight_desktop.core.speech import HeardName
from omnisight_desktop.perception.hearing.tongue import known_names, known_things

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BEFORE = re.compile(r"(?:^|[.!?…]\s*)$")
_ASKS = re.compile(r"\s+(?:I|you|we|he|she|it|they|this|that|there)\b", re.IGNORECASE)


def mentioned_in(
    text: str, introduced: Sequence[HeardName], people: Sequence[str] | None = None
) -> tuple[str, ...]:
    """The others, each once, in the order of the text; ``people`` are those whom a recogniser of names
    found, where one looked. Else it is words with a capital that are known as names."""
    taken = {word.casefold() for one in introduced for word in one.name.split()}
    found = people if people is not None else _known(text)
    free = [one for one in found if not taken & {word.casefold() for word in one.split()}]
    return tuple(dict.fromkeys(free))


def _known(text: str) -> Iterator[str]:
    names = known_names() - known_things()
    for match in _WORD.finditer(text):
        word = match[0]
        if not word[0].isupper() or word.casefold() not in names:
            continue
        # "May I" and "Will you" begin a sentence with no name.
        asks = _BEFORE.search(text, 0, match.start()) and _ASKS.match(text, match.end())
        if not asks:
            yield word
