"""One turn of the conversation: a question goes in, an answer that proves itself comes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo

from omnisight_desktop.chat.answer import Answer, Status
from omnisight_desktop.chat.compose import compose
from omnisight_desktop.chat.known import known_in
from omnisight_desktop.chat.present import present
from omnisight_desktop.chat.retrieval.recall import Recall
from omnisight_desktop.chat.telling import Teller
from omnisight_desktop.chat.understanding.language import language_of
from omnisight_desktop.chat.understanding.parse import parse
from omnisight_desktop.chat.understanding.query import Doubt, Query
from omnisight_desktop.core.clock import LocalZone
from omnisight_desktop.services.house import House
from omnisight_desktop.services.sight import Sight, sights_of_owner

_NEAR = 3  # what comes near an answer is told so often


class Assistant:
    """One conversation: answers from what is stored, on this computer, and keeps the last turn in mind.

    ``sights`` tells what the cameras see right now; left out, the running program is asked at its door.
    With ``recall``, what is not noted in those words is looked for by its meaning.
    """

    def __init__(
        self,
        house: House,
        zone: tzinfo | None = None,
        sights: Callable[[], Sequence[Sight] | None] | None = None,
        recall: Recall | None = None,
    ) -> None:
        self._house = house
        self._recall = recall
        self._sights = sights or (lambda: sights_of_owner(house.paths))
        self._zone = zone or LocalZone()
        self.before: Query | None = None  # the turn that the next one leans on

    def ask(self, question: str, now: datetime | None = None, camera: str | None = None) -> Answer:
        """Answer a question as of a moment; ``camera`` narrows it to one camera by name."""
        moment, as_of_now = now or self._house.clock.now(), now is None
        known = known_in(self._house)
        query = parse(question, moment, self._zone, known, self.before)
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
        self.before = query
        if query.now:
            seen = self._sights() if as_of_now else None
            return present(query, self._house, seen, language_of(question), self._zone)
        answer = compose(query, self._house, moment, self._zone)
        if answer.status is Status.NOTHING and query.text and self._recall is not None:
            answer = self._close_to(answer, query.text, moment)
        if answer.events:
            newest = self._house.events.get(answer.events[0])
            self.before = replace(query, found=newest.start)
        return answer

    def _close_to(self, answer: Answer, words: str, now: datetime) -> Answer:
        """No is still the answer; what comes near it is told beside it, with its events."""
        assert self._recall is not None
        near = [match.event for match in self._recall.search(words, _NEAR)]
        if not near:
            return answer
        teller = Teller(self._house.events.names(), now, self._zone)
        told = "; ".join(teller.whole(event) for event in near)
        return replace(
            answer,
            text=f"{answer.text} Close to it: {told}.",
            events=tuple(event.id for event in near),
        )
