"""One turn of the conversation: a question goes in, an answer that proves itself comes out."""

from __future__ import annotations

import locale
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo

from omnisight_desktop.chat.answer import Answer, Status
from omnisight_desktop.chat.compose import compose
from omnisight_desktop.chat.known import known_in
from omnisight_desktop.chat.lookup import sought
from omnisight_desktop.chat.present import present
from omnisight_desktop.chat.telling import Teller
from omnisight_desktop.chat.understanding.language import LANGUAGES, language_of
from omnisight_desktop.chat.understanding.parse import parse
from omnisight_desktop.chat.understanding.query import Doubt, Query
from omnisight_desktop.core.clock import LocalZone
from omnisight_desktop.core.errors import BackendUnavailable, ModelCorrupt, ModelMissing
from omnisight_desktop.services.house import House
from omnisight_desktop.services.searcher import Match, Searcher
from omnisight_desktop.services.sight import Sight, sights_of_owner

_BLIND = (ModelMissing, ModelCorrupt, BackendUnavailable)
_NEAR = 3  # what comes near an answer is told so often


class Assistant:
    """One conversation: answers from what is stored, on this computer, and keeps the last turn in mind.

    ``sights`` tells what the cameras see right now; left out, the running program is asked at its door.
    With ``search``, what is not noted in those words is looked for by its meaning, and in pictures.
    """

    def __init__(
        self,
        house: House,
        zone: tzinfo | None = None,
        sights: Callable[[], Sequence[Sight] | None] | None = None,
        search: Searcher | None = None,
        tongue: Callable[[], str] | None = None,
    ) -> None:
        self._house = house
        self._search = search
        self._tongue = tongue or (lambda: _tongue_of(house))
        self.note = ""  # why the last search was not as good as it could be
        self._sights = sights or (lambda: sights_of_owner(house.paths))
        self._zone = zone or LocalZone()
        self.before: Query | None = None  # the turn that the next one leans on

    def ask(
        self,
        question: str,
        now: datetime | None = None,
        camera: str | None = None,
        *,
        closely: bool = True,
    ) -> Answer:
        """Answer a question as of a moment; ``camera`` narrows it to one camera by name. Unless it is looked
        at ``closely``, what comes near is not looked for: it is only kept in mind."""
        moment, as_of_now = now or self._house.clock.now(), now is None
        self.note = ""
        known, spoken = known_in(self._house), language_of(question, self._tongue())
        query = parse(question, moment, self._zone, known, self.before, spoken)
        doubt = query if isinstance(query, Doubt) else None
        if isinstance(query, Doubt):
            if query.otherwise is None or self._search is None:
                return _doubted(query)
            query = query.otherwise
        if camera is not None:
            found = self._house.cameras.find(camera)
            if found is None:
                there = ", ".join(sorted(known.cameras)) or "none yet"
                return Answer(Status.REFUSED, spoken.say("no_camera", word=camera, there=there))
            query = replace(query, cameras=(found.id,))
        if query.now:
            self.before = query
            seen = self._sights() if as_of_now else None
            return present(query, self._house, seen, spoken, self._zone)
        answer = compose(query, self._house, moment, self._zone, spoken)
        if answer.status is Status.NOTHING and query.text:
            no = _doubted(doubt) if doubt is not None else answer
            teller = Teller(self._house.events.names(), moment, self._zone, spoken)
            answer = self._resembling(answer, no, query, (moment, teller)) if closely else no
        if doubt is None or answer.status is Status.ANSWERED:
            self.before = query
            if answer.events:
                newest = self._house.events.get(answer.events[0])
                self.before = replace(query, found=newest.start)
        return answer

    def _resembling(
        self, answer: Answer, no: Answer, query: Query, means: tuple[datetime, Teller]
    ) -> Answer:
        """Pictures that show it answer; what is told of like it comes beside the no, with its events."""
        if self._search is None:
            return no
        now, teller = means
        words, wanted = query.words or query.text or "", sought(query, self._house, now)
        try:
            shown = self._search.pictured(words, wanted, _NEAR) if not query.is_heard else []
        except _BLIND:
            shown = []
        near = shown or self._search.described(words, wanted, _NEAR)
        self.note = self._search.lacking()
        if not near:
            return replace(no, text=f"{no.text} {teller.say('no_match', words=words)}")
        events, clips = _proof(near)
        told = "; ".join(teller.whole(match.event) for match in near)
        if shown:
            text = teller.say("look_like", words=words, told=told)
            return Answer(Status.ANSWERED, text, list(events), events, clips)
        return replace(
            answer, text=f"{answer.text} {teller.say('close_to_it', told=told)}", events=events
        )


def _tongue_of(house: House) -> str:
    """The language of the window, for a question that could be of any."""
    wanted: str = house.settings.interface.language
    if wanted == "system":
        wanted = (locale.getlocale()[0] or "")[:2]
    return wanted if wanted in LANGUAGES else LANGUAGES[0]


def _proof(near: Sequence[Match]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The events and the clips behind them."""
    events = [match.event for match in near]
    clips = dict.fromkeys(event.clip for event in events if event.clip)
    return tuple(event.id for event in events), tuple(clips)


def _doubted(doubt: Doubt) -> Answer:
    return Answer(Status.CLARIFY if doubt.ambiguous else Status.REFUSED, doubt.words)
