"""'Tell me when the cat comes back', without a language model: a wish in words to a proposal."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from omnisight_desktop.chat.answer import Answer, Status
from omnisight_desktop.chat.toolbox import Around
from omnisight_desktop.chat.understanding.language import Language, fold, language_of, plain
from omnisight_desktop.chat.understanding.link import take
from omnisight_desktop.chat.watch import Proposal, Wish, propose
from omnisight_desktop.core.errors import OmniSightError

_ASKED = re.compile(
    r"^(?:please |bitte )?(?:tell|notify|alert|warn|ping|text|let|inform|sag|melde|meld|melden|"
    r"benachrichtige|warne|informiere|gib)\b.*?\b(?:when|if|whenever|once|as soon as|each time|"
    r"every time|wenn|sobald|falls|jedes mal wenn)\b (?P<what>.+)$"
)
_EVERY = re.compile(r"\b(?:whenever|each time|every time|always|jedes ?mal|immer)\b")
_LEAVES = re.compile(r"\b(?:leaves?|goes|gone|geht|weggeht|verlaesst|weg)\b")
_STAYS = re.compile(r"\b(?:stays?|stands?|lingers?|loiters?|parks?|bleibt|steht|parkt)\b")
_WHOEVER = re.compile(
    r"\b(?:someone|somebody|anyone|anybody|a person|people|visitors?|jemand|irgendwer|eine? person)\b"
)
_UNTIL = re.compile(r"\b(?:until|till|bis)\b (?P<end>.+)$")
_FOR = re.compile(
    r"\b(?:for the next|in the next|within the next|die naechsten|in den naechsten)\b "
    r"(?P<n>\d+|[a-z]+)? ?(?P<unit>hours?|days?|weeks?|stunden?|tagen?|wochen?)\b"
)
_UNITS = {"h": 3600, "s": 3600, "d": 86_400, "t": 86_400, "w": 7 * 86_400}
_SAYS = {
    "en": {
        "who": "I watch for kinds of things, not for people by name. Say 'when somebody comes'.",
        "what": "I did not understand what to watch for. I can watch for: {there}.",
        "when": "I did not understand until when.",
    },
    "de": {
        "who": "Ich achte auf Arten von Dingen, nicht auf Personen mit Namen. Sag 'wenn jemand kommt'.",
        "what": "Ich habe nicht verstanden, worauf ich achten soll. Ich kann achten auf: {there}.",
        "when": "Ich habe nicht verstanden, bis wann.",
    },
}


def wished(question: str, around: Around) -> Proposal | Answer | None:
    """The job that a question wants done, or why not; none where it is a question."""
    spoken = language_of(question)
    text = plain(question, spoken)
    asked = _ASKED.match(text)
    if asked is None:
        return None
    says = _SAYS[spoken.code]
    what, until = _end(asked["what"], around, spoken)
    if until is None and what != asked["what"]:
        return Answer(Status.CLARIFY, says["when"])
    cameras, what = take(what, around.known.cameras)
    zones, what = take(what, {zone: zone for zone in around.known.zones})
    label = _label(what, around, spoken)
    if label is None:
        people, _ = take(what, around.known.people)
        if people:
            return Answer(Status.REFUSED, says["who"])
        there = ", ".join(sorted({"person", *around.house.settings.detection.labels}))
        return Answer(Status.CLARIFY, says["what"].format(there=there))
    happens = "leaves" if _LEAVES.search(what) else "stays" if _STAYS.search(what) else "comes"
    wish = Wish(
        label, cameras, zones[0] if zones else "", happens, until, once=not _EVERY.search(text)
    )
    try:
        return propose(around.house, wish, around.now, around.zone)
    except OmniSightError as error:
        return Answer(Status.REFUSED, str(error))


def _label(what: str, around: Around, spoken: Language) -> str | None:
    if _WHOEVER.search(what):
        return "person"
    for label, patterns in spoken.patterns("labels").items():
        if any(pattern.search(what) for pattern in patterns):
            return label
    known = {*around.known.labels, *around.house.settings.detection.labels}
    known -= around.known.gestures
    found, _ = take(what, {fold(label): label for label in known})
    return found[0] if found else None


def _end(what: str, around: Around, spoken: Language) -> tuple[str, datetime | None]:
    """The words without their end, and the end; a week from now where none is named."""
    if found := _FOR.search(what):
        number = spoken.number(found["n"]) if found["n"] else 1
        try:
            end = around.now + timedelta(seconds=number * _UNITS[found["unit"][0]])
        except OverflowError:  # longer than there are years
            end = None
        return _FOR.sub(" ", what), end
    found = _UNTIL.search(what)
    if found is None:
        return what, None
    rest = what[: found.start()]
    return rest, _moment(found["end"], around, spoken)


def _moment(words: str, around: Around, spoken: Language) -> datetime | None:
    local = around.now.astimezone(around.zone)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    days = {
        "tonight": 1,
        "heute abend": 1,
        "midnight": 1,
        "mitternacht": 1,
        "tomorrow": 2,
        "morgen": 2,
    }
    for word, ahead in days.items():
        if words.strip() == word:
            return midnight + timedelta(days=ahead)
    for number, pattern in enumerate(spoken.data["calendar"]["weekdays"]):
        if re.fullmatch(pattern, words.strip()):
            return midnight + timedelta(days=(number - local.weekday() - 1) % 7 + 2)
    clock = re.fullmatch(r"(?:at |um )?(\d{1,2})(?::(\d\d))? ?(am|pm|uhr)?", words.strip())
    if clock is None or int(clock[1]) > 23 or int(clock[2] or 0) > 59:
        return None
    hour = int(clock[1])
    if clock[3] in ("am", "pm"):
        hour = hour % 12 + (12 if clock[3] == "pm" else 0)
    end = local.replace(hour=hour, minute=int(clock[2] or 0), second=0, microsecond=0)
    return end if end > local else end + timedelta(days=1)
