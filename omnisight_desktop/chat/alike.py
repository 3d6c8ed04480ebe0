"""'Show me more like this': what looks like the event that the last answer told of first."""

from __future__ import annotations

import re

from omnisight_desktop.chat.answer import Answer, Status
from omnisight_desktop.chat.telling import Teller
from omnisight_desktop.chat.toolbox import Around
from omnisight_desktop.chat.understanding.language import language_of, plain
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.storage.events import EventFilter

_COUNT, _TOLD = 10, 3
_ASKED = re.compile(
    r"(?:(?:and|please|can you|could you|show|find|give|are there|is there|were there|me|any|some|more|"
    r"others?|ones?|things?|anything|pictures|events|that|which|looks?|to|see) )*"
    r"(?:like (?:this|that|it|these|those)(?: one)?|similar(?: ones?| to (?:this|that|it))?)(?: please)?|"
    r"(?:(?:und|bitte|zeig|zeige|gibt es|mir|mehr|noch|andere|weitere|etwas|was) )*"
    r"(?:aehnliche[ns]?(?: bilder)?|was so aussieht|die so aussehen)"
)
_SAYS = {
    "en": ("Looks like it: {told}.", "Nothing looks like it.", "Ask for something first, then for more like it."),
    "de": ("Ähnlich: {told}.", "Nichts sieht so aus.", "Frag erst nach etwas, dann nach Ähnlichem."),
}  # fmt: skip


def alike(question: str, before: tuple[str, ...], around: Around) -> Answer | None:
    """What looks like the first of the events ``before``; None where something else is asked."""
    spoken = language_of(question)
    if not _ASKED.fullmatch(plain(question, spoken)):
        return None
    found, nothing, of_what = _SAYS[spoken.code]
    if not before:
        return Answer(Status.CLARIFY, of_what)
    house = around.house
    try:
        near = house.search.like(before[0], EventFilter(real=True), _COUNT)
    except OmniSightError as error:
        return Answer(Status.REFUSED, str(error))
    if not near:
        return Answer(Status.NOTHING, nothing, [], (before[0],))
    events = [match.event for match in near]
    teller = Teller(house.events.names(), around.now, around.zone)
    told = "; ".join(teller.whole(event) for event in events[:_TOLD])
    ids = tuple(event.id for event in events)
    clips = tuple(dict.fromkeys(event.clip for event in events if event.clip))
    return Answer(Status.ANSWERED, found.format(told=told), list(ids), ids, clips)
