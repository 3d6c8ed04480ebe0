"""Search in what was said and described: by the words, by their meaning, and by both together."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from omnisight_desktop.chat.retrieval.fuse import fused
from omnisight_desktop.chat.retrieval.nearest import NearestCache
from omnisight_desktop.chat.understanding.language import fold, language_of
from omnisight_desktop.core.errors import NotFound
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.ports.language import SentenceEmbedder
from omnisight_desktop.services.events import Events

_DEPTH = 50  # of each ranking goes into the common one
_LEAST_SHARE = 0.66  # one common word that happens to be there says nothing
_BATCH = 256


def _share(asked: set[str], event: Event) -> float:
    """How many of the words that were asked for an event holds."""
    held = set(re.findall(r"\w+", fold(f"{event.text or ''} {event.label or ''}")))
    return len(asked & held) / max(1, len(asked))


def telling(words: str) -> str:
    """The words of a query that tell something; all of them where none does."""
    nothing = language_of(words).words("about", "nothing")
    told = [word for word in re.findall(r"\w+", fold(words)) if not nothing.fullmatch(word)]
    return " ".join(told) or words


@dataclass(frozen=True, slots=True)
class Match:
    """An event that fits, and how near it is by its meaning; nothing where only its words fit."""

    event: Event
    cosine: float | None


class Recall:
    """The texts of one house, by meaning. The cache is filled from the events, and again when it is lost."""

    def __init__(self, events: Events, embedder: SentenceEmbedder, folder: Path) -> None:
        self._events = events
        self._embedder = embedder
        self._cache = NearestCache(folder, embedder.name, embedder.dimensions)

    def refresh(self, go_on: Callable[[], bool] = lambda: True) -> int:
        """Take in what was stored since; how many texts. ``go_on`` may stop it between two batches."""
        if self._cache.mark > self._events.newest_seq():
            self._cache.forget()  # of another database
        taken, waiting = 0, []
        mark = self._cache.mark
        for seq, event in self._events.since(mark):
            mark = seq
            if event.text:
                waiting.append(event)
            if len(waiting) >= _BATCH:
                taken += self._take(waiting, mark)
                waiting = []
                if not go_on():
                    break
        taken += self._take(waiting, mark)
        if taken:
            self._cache.save()
        return taken

    def by_words(self, words: str, count: int = 10) -> list[Event]:
        """Events that hold any of the words, those that hold the rarest of them first."""
        return self._events.best(telling(words), count)

    def by_meaning(self, words: str, count: int = 10) -> list[Match]:
        """Events whose texts are nearest to these words, as far as they have to do with them."""
        return self._near(self._embedder.embed([words])[0], count)

    def search(self, words: str, count: int = 10) -> list[Match]:
        """Both rankings made into one."""
        asked = set(telling(words).split())
        worded = {
            event.id: event
            for event in self.by_words(words, _DEPTH)
            if _share(asked, event) >= _LEAST_SHARE
        }
        meant = {match.event.id: match for match in self.by_meaning(words, _DEPTH)}
        order = fused([list(worded), list(meant)])[:count]
        return [meant.get(one) or Match(worded[one], None) for one in order]

    def like(self, event_id: str, count: int = 10) -> list[Match]:
        """Events that are told of like this one, itself aside."""
        text = self._events.get(event_id).text
        if not text:
            return []
        found = self._near(self._embedder.embed([text])[0], count + 1)
        return [match for match in found if match.event.id != event_id][:count]

    def _near(self, vector: object, count: int) -> list[Match]:
        found = []
        for key, cosine in self._cache.nearest(vector, count):  # type: ignore[arg-type]
            if cosine < self._embedder.floor:
                break
            try:
                found.append(Match(self._events.get(key), cosine))
            except NotFound:  # it was forgotten meanwhile
                continue
        return found

    def _take(self, events: list[Event], mark: int) -> int:
        if events:
            vectors = self._embedder.embed([event.text or "" for event in events])
            self._cache.add([event.id for event in events], vectors)
        self._cache.mark = mark
        return len(events)
