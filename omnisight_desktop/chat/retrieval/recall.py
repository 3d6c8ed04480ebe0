"""Search in what was said and described: by the words, by their meaning, and by both together."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from omnisight_desktop.chat.retrieval.fuse import fused
from omnisight_desktop.chat.retrieval.narrowed import FEW, Wanted, nearest_wanted
from omnisight_desktop.chat.retrieval.nearest import NearestCache
from omnisight_desktop.chat.understanding.language import fold, language_of
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.face import Vector
from omnisight_desktop.core.ports.language import SentenceEmbedder
from omnisight_desktop.services.events import Events
from omnisight_desktop.services.searcher import Match
from omnisight_desktop.storage.events import EventFilter

_DEPTH = 50  # of each ranking goes into the common one
_LEAST_SHARE = 0.66  # one common word that happens to be there says nothing
_BATCH = 256
_PROBED, _STILL_THERE = 200, 0.8
_ANY = EventFilter()

#: What the house noted itself: it is found by what it is, not by its words.
_NOTED = frozenset(
    (
        EventType.LEFT,
        EventType.STATIONARY,
        EventType.LOUD,
        EventType.CAMERA_DOWN,
        EventType.CAMERA_UP,
        EventType.RULE,
    )
)


def _share(asked: set[str], event: Event) -> float:
    """How many of the words that were asked for an event holds."""
    held = set(re.findall(r"\w+", fold(f"{event.text or ''} {event.label or ''}")))
    return len(asked & held) / max(1, len(asked))


def telling(words: str) -> str:
    """The words of a query that tell something; all of them where none does."""
    nothing = language_of(words).words("about", "nothing")
    told = [word for word in re.findall(r"\w+", fold(words)) if not nothing.fullmatch(word)]
    return " ".join(told) or words


def is_telling(event: Event) -> bool:
    """Whether its words say more than what kind of event it is."""
    return bool(event.text) and event.type not in _NOTED


class Recall:
    """The texts of one house, by meaning. The cache is filled from the events, and again when it is lost."""

    def __init__(self, events: Events, embedder: SentenceEmbedder, folder: Path) -> None:
        self._events = events
        self._embedder = embedder
        self._cache = NearestCache(folder, embedder.name, embedder.dimensions)
        self._weeded = False

    def __len__(self) -> int:
        return len(self._cache)

    @property
    def mark(self) -> int:
        """The number of the event up to which it was filled."""
        return self._cache.mark

    def refresh(self, go_on: Callable[[], bool] = lambda: True, *, keep: bool = True) -> int:
        """Take in what was stored since; how many texts. ``go_on`` may stop it between two batches.
        It is kept for the next start, unless somebody else says when."""
        newest = self._events.newest_seq()
        if self._cache.mark > newest:
            self._cache.forget()  # of another database
        self._weed()
        taken = 0
        waiting: list[Event] = []
        mark, through = self._cache.mark, True
        for seq, event in self._events.since(mark, told=True):
            mark = seq
            if is_telling(event):
                waiting.append(event)
            if len(waiting) >= _BATCH:
                taken += self._take(waiting, mark)
                waiting = []
                if not (through := go_on()):
                    break
        # Behind the last text nothing more was told up to here.
        taken += self._take(waiting, max(mark, newest) if through else mark)
        if taken and keep:
            self._cache.save()
        return taken

    def save(self) -> None:
        """Keep it for the next start."""
        self._cache.save()

    def erase(self) -> None:
        """Begin anew, on the disk too."""
        self._cache.erase()

    def by_words(self, words: str, count: int = 10, wanted: EventFilter = _ANY) -> list[Event]:
        """Events that hold any of the words, those that hold the rarest of them first."""
        return self._events.best(telling(words), count, replace(wanted, text=None), _NOTED)

    def by_meaning(self, words: str, count: int = 10, wanted: EventFilter = _ANY) -> list[Match]:
        """Events whose texts are nearest to these words, as far as they have to do with them."""
        return self._near(self._embedder.embed([words])[0], count, wanted)

    def search(self, words: str, count: int = 10, wanted: EventFilter = _ANY) -> list[Match]:
        """Both rankings made into one."""
        asked = set(telling(words).split())
        told = self.by_words(words, _DEPTH, wanted)
        worded = {event.id: event for event in told if _share(asked, event) >= _LEAST_SHARE}
        meant = {match.event.id: match for match in self.by_meaning(words, _DEPTH, wanted)}
        order = fused([list(worded), list(meant)])[:count]
        return [meant.get(one) or Match(worded[one], None) for one in order]

    def like(self, event_id: str, count: int = 10, wanted: EventFilter = _ANY) -> list[Match]:
        """Events that are told of like this one, itself aside."""
        text = self._events.get(event_id).text
        if not text:
            return []
        found = self._near(self._embedder.embed([text])[0], count + 1, wanted)
        return [match for match in found if match.event.id != event_id][:count]

    def _weed(self) -> None:
        """Once a start: where much of it has gone from the database, it is taken in anew without that."""
        if self._weeded:
            return
        self._weeded = True
        some = self._cache.sample(_PROBED)
        if len(self._events.which(some, _ANY)) < _STILL_THERE * len(some):
            self._cache.forget()

    def _near(self, vector: Vector, count: int, wanted: EventFilter) -> list[Match]:
        def fits(ids: Sequence[str]) -> dict[str, Event]:
            # What was forgotten meanwhile is found no more.
            return {event.id: event for event in self._events.which(ids, wanted)}

        asked = Wanted(fits, lambda: self._events.few(replace(wanted, text=None), FEW))
        near = nearest_wanted(self._cache, vector, self._embedder.floor, asked, count)
        return [Match(event, cosine) for event, cosine in near]

    def _take(self, events: list[Event], mark: int) -> int:
        if events:
            vectors = self._embedder.embed([event.text or "" for event in events])
            self._cache.add([event.id for event in events], vectors)
        self._cache.mark = mark
        return len(events)
