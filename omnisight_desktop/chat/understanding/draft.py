"""What is known of a question while its words are read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from omnisight_desktop.chat.understanding.language import Language
from omnisight_desktop.chat.understanding.query import Ask, Known
from omnisight_desktop.chat.understanding.topics import Topic


@dataclass
class Draft:
    """What is known of the query while its words are read; ``rest`` are those not understood yet."""

    whole: str
    rest: str
    spoken: Language
    known: Known
    people: tuple[str, ...] = ()
    cameras: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    described: tuple[str, ...] = ()
    quoted: str | None = None
    ask: Ask | None = None
    topic: Topic | None = None
    live: bool = False
    proper: frozenset[str] = frozenset()  # written as names are
    phrase: str = ""  # names and times aside, what is described

    def cut(self, pattern: re.Pattern[str]) -> bool:
        """Take what matches out of the words that are left."""
        rest = " ".join(pattern.sub(" ", self.rest).split())
        found, self.rest = rest != self.rest, rest
        return found
