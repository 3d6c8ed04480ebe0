"""Finds events by what was said, described or pictured: one for each house, filled in the background.

What it holds is a cache over the database and the pictures. Only the owner of the data folder writes it
to the disk; whoever else asks takes in what is missing for themselves.
"""

from __future__ import annotations

import logging
import shutil
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from omnisight_desktop.chat.retrieval.gallery import Gallery
from omnisight_desktop.chat.retrieval.narrowed import FEW, Wanted
from omnisight_desktop.chat.retrieval.recall import Recall, is_telling
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.ports.language import PictureEmbedder, SentenceEmbedder
from omnisight_desktop.core.track import TrackPicture
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.services.events import Events
from omnisight_desktop.services.searcher import Match
from omnisight_desktop.storage.events import EventFilter
from omnisight_desktop.storage.tracks import TrackArchive

log = logging.getLogger(__name__)

_ROUND_S = 30.0
_REST_S = 0.5  # between two batches: watching comes first
_IDLE_S = 300.0  # after so long the memory of the engines is worth more than their readiness
_BROKEN_S = 600.0  # networks that cannot be had are not looked for at each round
_PATIENCE_S = 3.0  # for what is new, when somebody waits for an answer
_PICTURES = 8  # at once
_SHARE = 50  # one in so many that is new is worth writing all of them anew


@dataclass(frozen=True, slots=True)
class Engines:
    """What makes vectors here. They are loaded when they are first needed."""

    sentences: Callable[[], tuple[SentenceEmbedder, str]]  # and why it is not a better one
    pictures: Callable[[], PictureEmbedder]


@dataclass(frozen=True, slots=True)
class Stored:
    """Where is read what is searched."""

    events: Events
    tracks: TrackArchive
    media: Path


class HybridSearch:
    """The search of one house. Any thread may ask."""

    def __init__(self, stored: Stored, engines: Engines, folder: Path, *, keeps: bool) -> None:
        self.stored = stored
        self._engines = engines
        self._folder = folder
        self._keeps = keeps
        self._opening = threading.Lock()
        self._filling = threading.Lock()
        self._recall: Recall | None = None
        self._gallery: Gallery | None = None
        self._looked = 0  # the number of the event up to which there are no words
        self._unsaved = 0
        self._leaving = False
        self._incomplete = False
        self._worse = self._blind = ""
        self._blind_until = 0.0
        self._has_words = False
        self._pictured = 0  # the number of the picture up to which none is missing
        self._used = time.monotonic()

    def described(self, words: str, wanted: EventFilter, count: int = 10) -> list[Match]:
        """Events in which that was said or noted, in those words or others; the nearest first."""
        self._catch_up()
        recall = self._opened_recall()
        return recall.search(words, count, wanted) if recall is not None else []

    def pictured(self, words: str, wanted: EventFilter, count: int = 10) -> list[Match]:
        """Events whose pictures show it; none where no picture does."""
        gallery = self._opened_gallery()
        self._catch_up()
        return _matches(gallery.showing(words, self._first_on(wanted), count))

    def like(self, event_id: str, wanted: EventFilter, count: int = 10) -> list[Match]:
        """Events that look like this one, or where it has no picture are told of like it; itself aside."""
        event = self.stored.events.get(event_id)
        self._catch_up()
        kept = self.stored.tracks.picture(event.track) if event.track else None
        looks = _read(self.stored.media, kept) if kept is not None else []
        picture = looks[0] if looks else None
        gallery = self._gallery_or_words(event) if picture is not None else None
        if gallery is not None and picture is not None:
            return _matches(gallery.like(picture, self._first_on(wanted, event.track), count))
        recall = self._opened_recall()
        return recall.like(event_id, count, wanted) if recall is not None else []

    def lacking(self) -> str:
        """Why it does not search as well as it could; nothing where it does."""
        told = []
        if self._worse:
            told.append(f"What was said was compared by its words and letters only. {self._worse}")
        if self._blind:
            told.append(f"Pictures were not looked through. {self._blind}")
        if self._incomplete:
            told.append("Not everything was looked through yet; ask again in a while.")
        return " ".join(told)

    def refresh(self, go_on: Callable[[], bool] = lambda: True) -> int:
        """Take in what was stored since; how much that was. ``go_on`` may stop it in between."""
        with self._filling:
            return self._filled(go_on)

    def run(self, worker: Worker) -> None:
        """Keep taking in what is stored, until the worker is to end."""

        def go_on() -> bool:
            worker.beat()
            return not worker.pause(_REST_S)

        # Not while everything else starts.
        while not worker.pause(_ROUND_S):
            self.refresh(go_on)
            self.rest()
        with self._filling:
            self._save(anyway=True)

    def rest(self, idle_s: float = _IDLE_S) -> None:
        """Let go of engines that nobody has needed for so long; what they made is on the disk."""
        with self._filling, self._opening:
            if time.monotonic() - self._used < idle_s or not self._keeps:
                return
            self._save(anyway=True)
            if self._recall is not None:
                self._looked = self._recall.mark
                self._recall = None
            if self._gallery is not None:
                self._pictured = self._gallery.mark
                self._gallery = None

    def let_go(self) -> None:
        """Forget everything that was taken in: something of it is to be forgotten."""
        self._leaving = True
        with self._filling:  # what was read before must not come in afterwards
            self._leaving, self._looked, self._unsaved, self._pictured = False, 0, 0, 0
            for cache in (self._recall, self._gallery):
                if cache is not None:
                    cache.erase()
            # Also what other engines left there at other times.
            shutil.rmtree(self._folder, ignore_errors=True)

    def _catch_up(self) -> None:
        """Take in what is new, as far as that is quickly done; who fills it just now is left to it."""
        if not self._filling.acquire(blocking=False):
            self._incomplete = True
            return
        try:
            end = time.monotonic() + _PATIENCE_S
            self._used = time.monotonic()
            self._filled(lambda: time.monotonic() < end)
            self._incomplete = time.monotonic() >= end
        finally:
            self._filling.release()

    def _filled(self, go_on: Callable[[], bool]) -> int:
        def may() -> bool:
            return not self._leaving and go_on()

        recall = self._opened_recall(only_if_new=True)
        taken = recall.refresh(may, keep=False) if recall is not None else 0
        if may():
            taken += self._new_pictures(may)
        if taken:
            self._used = time.monotonic()
        self._unsaved += taken
        self._save()
        return taken

    def _save(self, *, anyway: bool = False) -> None:
        whole = sum(len(one) for one in (self._recall, self._gallery) if one is not None)
        enough = 1 if anyway else max(1, whole // _SHARE)
        if not self._keeps or self._unsaved < enough:
            return
        try:
            for cache in (self._recall, self._gallery):
                if cache is not None and len(cache):
                    cache.save()
        except (OSError, RuntimeError) as error:  # it is a cache: the next start fills it again
            log.warning("what was taken in for searching could not be kept: %s", error)
        self._unsaved = 0

    def _opened_recall(self, *, only_if_new: bool = False) -> Recall | None:
        """Opened once there is anything to read: engines are heavy."""
        with self._opening:
            if self._recall is None and (not self._has_words or only_if_new):
                newest, events = self.stored.events.newest_seq(), self.stored.events
                if not any(is_telling(event) for _, event in events.since(self._looked, told=True)):
                    self._looked = newest
                    return None
            if self._recall is None:
                self._has_words, self._used = True, time.monotonic()
                embedder, self._worse = self._engines.sentences()
                self._recall = Recall(self.stored.events, embedder, self._folder)
            return self._recall

    def _opened_gallery(self) -> Gallery:
        with self._opening:
            if self._gallery is None:
                try:
                    embedder = self._engines.pictures()
                except OmniSightError as error:
                    self._blind = f"{error.reason} {error.fix}".strip()
                    raise
                self._gallery, self._blind = Gallery(embedder, self._folder), ""
                self._used = time.monotonic()
            return self._gallery

    def _gallery_or_words(self, event: Event) -> Gallery | None:
        """What compares pictures; none where that cannot be had, but there are words to go by."""
        try:
            return self._opened_gallery()
        except OmniSightError:
            if event.text:
                return None
            raise

    def _new_pictures(self, go_on: Callable[[], bool]) -> int:
        newest = self.stored.tracks.newest_picture()
        if not newest:
            return 0
        asleep = newest == self._pictured or time.monotonic() < self._blind_until
        if self._gallery is None and asleep:
            return 0
        try:
            gallery = self._opened_gallery()
        except OmniSightError:
            self._blind_until = time.monotonic() + _BROKEN_S
            return 0
        if gallery.mark > newest:
            gallery.erase()  # of another database
        taken = 0
        while go_on() and (page := self.stored.tracks.pictures_since(gallery.mark, _PICTURES)):
            read = [(one.track, _read(self.stored.media, one)) for _, one in page]
            there = [(key, picture) for key, pictures in read for picture in pictures]
            gallery.add([key for key, _ in there], [one for _, one in there], page[-1][0])
            taken += len({key for key, _ in there})
        return taken

    def _first_on(self, wanted: EventFilter, but: str | None = None) -> Wanted[Event]:
        """Of pictures by their tracks, those on which anything happened that is wanted: its beginning."""
        events, wanted = self.stored.events, replace(wanted, text=None)

        def fits(tracks: Sequence[str]) -> dict[str, Event]:
            return events.first_on((track for track in tracks if track != but), wanted)

        return Wanted(fits, lambda: events.few(wanted, FEW, tracks=True))


def _matches(found: Sequence[tuple[Event, float]]) -> list[Match]:
    return [Match(event, cosine) for event, cosine in found]


def _read(media: Path, kept: TrackPicture) -> list[Image]:
    """How somebody looked, and the whole picture around them; without those that have gone."""
    import cv2
    import numpy as np

    found: list[Image] = []
    for name in dict.fromkeys((kept.crop, kept.thumbnail)):
        try:
            packed = np.frombuffer((media / name).read_bytes(), np.uint8)
            picture = cv2.imdecode(packed, cv2.IMREAD_COLOR) if len(packed) else None
        except (OSError, cv2.error):
            continue
        if picture is not None:
            found.append(np.asarray(picture, np.uint8))
    return found
