"""One turn of the conversation: a question goes in, an answer that proves itself comes out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, tzinfo

from omnisight_desktop.chat.answer import Answer, Status
from omnisight_desktop.chat.compose import compose
from omnisight_desktop.chat.understanding.parse import parse
from omnisight_desktop.chat.understanding.query import Doubt, Known, Query
from omnisight_desktop.core.clock import LocalZone
from omnisight_desktop.core.event import EventType
from omnisight_desktop.services.house import House
from omnisight_desktop.storage.events import EventFilter

_RULES = 200  # rules are known by what they noted last


class Assistant:
    """One conversation: answers from what is stored, on this computer, and keeps the last turn in mind."""

    def __init__(self, house: House, zone: tzinfo | None = None) -> None:
        self._house = house
        self._zone = zone or LocalZone()
        self._before: Query | None = None

    def ask(self, question: str, now: datetime | None = None, camera: str | None = None) -> Answer:
        """Answer a question as of a moment; ``camera`` narrows it to one camera by name."""
        moment = now or self._house.clock.now()
        known = self._known()
        query = parse(question, moment, self._zone, known, self._before)
        if isinstance(query, Doubt):
            status = Status.CLARIFY if query.ambiguous else Status.REFUSED
            return Answer(status, query.words)
        if camera is not None:
            found = self._house.cameras.find(camera)
            if found is None:
                there = ", ".join(sorted(known.cameras)) or "none yet"
                words = f"I have no camera called {camera}; I have: {there}."
                return Answer(Status.REFUSED, words)
            query = replace(query, cameras=(found.id,))
        self._before = query
        return compose(query, self._house, moment, self._zone)

    def _known(self) -> Known:
        names, events = self._house.events.names(), self._house.events
        told = events.page(EventFilter(types=(EventType.RULE,)), limit=_RULES).events
        first = events.first(EventFilter())
        return Known(
            cameras={name.lower(): key for key, name in names.cameras.items()},
            people={name.lower(): key for key, name in names.people.items()},
            labels=events.labels(),
            zones=events.zones(),
            gestures=events.labels(EventType.GESTURE),
            rules=tuple(dict.fromkeys(event.text for event in told if event.text)),
            first=first.start if first else None,
        )
