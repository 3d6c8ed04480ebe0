"""One turn of the conversation: a question goes in, an answer that proves itself comes out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, tzinfo

from omnisight_desktop.chat.answer import Answer, Status
from omnisight_desktop.chat.compose import compose
from omnisight_desktop.chat.understanding.parse import parse
from omnisight_desktop.chat.understanding.query import Doubt, Known
from omnisight_desktop.core.clock import LocalZone
from omnisight_desktop.services.house import House


class Assistant:
    """Answers from what is stored, on this computer."""

    def __init__(self, house: House, zone: tzinfo | None = None) -> None:
        self._house = house
        self._zone = zone or LocalZone()

    def ask(self, question: str, now: datetime | None = None, camera: str | None = None) -> Answer:
        """Answer a question as of a moment; ``camera`` narrows it to one camera by name."""
        moment = now or self._house.clock.now()
        known = self._known()
        query = parse(question, moment, self._zone, known)
        if isinstance(query, Doubt):
            status = Status.CLARIFY if query.ambiguous else Status.REFUSED
            return Answer(status, query.words)
        if camera is not None:
            found = self._house.cameras.find(camera)
            if found is None:
                there = ", ".join(sorted(known.cameras)) or "none yet"
                words = f"I have no camera called {camera}; I have: {there}."
                return Answer(Status.REFUSED, words)
            query = replace(query, camera=found.id)
        return compose(query, self._house, moment, self._zone)

    def _known(self) -> Known:
        names = self._house.events.names()
        return Known(
            cameras={name.lower(): key for key, name in names.cameras.items()},
            people={name.lower(): key for key, name in names.people.items()},
            labels=self._house.events.labels(),
        )
