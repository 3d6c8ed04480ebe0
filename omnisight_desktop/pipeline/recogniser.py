"""What all cameras share for recognising people: the engines, and everybody who is known by face."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.flow.channel import Channel
from omnisight_desktop.perception.identify.gallery import Gallery
from omnisight_desktop.pipeline.topology import AMENDED

if TYPE_CHECKING:  # OpenCV is heavy; who looks at no face does without
    from omnisight_desktop.perception.identify.body import BodyReader
    from omnisight_desktop.perception.identify.reader import FaceReader
    from omnisight_desktop.pipeline.carrying import Carrying

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Acquainted:
    """Where a recogniser has its engines and its knowledge from."""

    reader: Callable[[], FaceReader]
    gallery: Callable[[], Gallery]  # everybody, read from the memory
    recall: Callable[[Gallery, str], None]  # brings what is known of one person up to date
    newest_visitor: Callable[[], int]
    meets_strangers: bool = True
    names: Callable[[], Mapping[str, str]] = dict  # what people are called, by id
    named: Callable[[], Collection[str]] = frozenset  # who of them was named by a human
    wanted: Callable[[], bool] = lambda: True  # whether faces are to be recognised just now
    bodies: Callable[[], BodyReader | None] = lambda: None  # what tells figures apart, if anything
    handovers: Callable[[], Iterable[tuple[str, str, float]]] = tuple  # as they were so far


class Recogniser:
    """Belongs to the eye; what humans change about people reaches it through a queue."""

    def __init__(self, acquainted: Acquainted) -> None:
        self._acquainted = acquainted
        self._changed: Channel[frozenset[str]] = AMENDED.channel()
        self._missed = 0
        self._gallery: Gallery | None = None
        self._visitor = 0
        self._names: Mapping[str, str] = {}
        self._named: Collection[str] = frozenset()
        self._gone: set[str] = set()
        self.trouble: OmniSightError | None = None
        self.meets_strangers = acquainted.meets_strangers
        self._carrying: Carrying | None = None

    def amend(self, people: frozenset[str]) -> None:
        """Something was changed about these people; any thread may say so."""
        self._changed.put(people)

    @property
    def wanted(self) -> bool:
        """Whether faces are to be recognised just now; somebody may switch it at any time."""
        return self._acquainted.wanted()

    def ready(self) -> tuple[FaceReader, Gallery] | None:
        """The engines and everybody who is known; nothing while they cannot be had."""
        try:
            reader = self._acquainted.reader()
            gallery = self._up_to_date()
        except OmniSightError as error:
            if self.trouble is None or self.trouble.reason != error.reason:
                log.warning("nobody is recognised by face: %s", error)
            self.trouble = error
            self._gallery = None  # what was changed may be taken up in part: all of it is read anew
            return None
        self.trouble = None
        return reader, gallery

    @property
    def carrying(self) -> Carrying:
        """Where people were last, and how they looked there."""
        if self._carrying is None:
            from omnisight_desktop.pipeline.carrying import Carrying

            self._carrying = Carrying(self._acquainted.bodies)
            self._carrying.handovers.recall(self._acquainted.handovers())
        return self._carrying

    def called(self, person: str) -> str | None:
        """What somebody is called, if anything."""
        return self._names.get(person)

    def is_visitor(self, person: str) -> bool:
        """Whether no human has said yet who that is."""
        return person not in self._named

    def is_gone(self, person: str) -> bool:
        """Whether somebody who was known is not any more: forgotten, or one with somebody else."""
        return person in self._gone

    def heed(self) -> None:
        """Take up what humans changed about people, if anything."""
        if self._gallery is not None and self._changed:
            self.ready()

    def next_visitor(self) -> int:
        """The number of somebody who was just met."""
        self._visitor = max(self._visitor, self._acquainted.newest_visitor()) + 1
        return self._visitor

    def _up_to_date(self) -> Gallery:
        changed = self._changed.drain()
        if self._gallery is None or self._changed.dropped > self._missed:
            self._missed = self._changed.dropped
            self._gallery = self._acquainted.gallery()
            self._call_anew(frozenset().union(*changed))
            return self._gallery
        if changed:
            self._call_anew(frozenset().union(*changed))
        for person in frozenset().union(*changed):
            self._acquainted.recall(self._gallery, person)
            if self._carrying is not None:
                self._carrying.forget(person)
        return self._gallery

    def _call_anew(self, changed: frozenset[str]) -> None:
        """What people are called now, and who of them is not there any more."""
        names = self._acquainted.names()
        self._gone = (self._gone | changed | set(self._names)) - set(names)
        self._names, self._named = names, self._acquainted.named()
