"""'Tell me when the cat comes back', without a language model: a wish in words to a proposal."""

from __future__ import annotations

import re
from dataclasses import replace

from omnisight_desktop.chat.answer import Answer, Status
from omnisight_desktop.chat.toolbox import Around
from omnisight_desktop.chat.understanding.language import Language, fold, language_of, plain
from omnisight_desktop.chat.understanding.link import TAKEN, take
from omnisight_desktop.chat.watch import Proposal, Wish, propose
from omnisight_desktop.chat.wishtimes import STAYS, Reading, read_times
from omnisight_desktop.core.errors import OmniSightError

_ASKED = re.compile(
    r"^(?:please |bitte )?(?:tell|notify|alert|warn|ping|text|let|inform|sag|melde|meld|melden|"
    r"benachrichtige|warne|informiere|gib)\b(?P<whom>.*?)\b(?:when|if|whenever|once|as soon as|each time|"
    r"every time|wenn|sobald|falls|jedes mal wenn)\b (?P<what>.+)$"
)
_ME = re.compile(
    r"(?:me|us|know|please|straight away|mir|mich|uns|dich|bescheid|bitte|sofort|~|\s)*"
)
_PAST = re.compile(
    r"\b(?:was|were|came|did|had|arrived|entered|went|stayed|stood|last|first|"
    r"kam|kamen|war|waren|ging|gingen|hat|haben|zuletzt|zuerst)\b"
)
_NOT = re.compile(
    r"\b(?:nobody|no one|noone|none|nothing|never|not|no|without|unless|except|but|(?:do|does|is|are|has|wo)n ?t|"
    r"niemand|keiner?|keine[nms]?|nicht|nichts|nie|niemals|ohne|ausser)\b"
)
_EVERY = re.compile(r"\b(?:whenever|each time|every time|always|jedes ?mal|immer)\b")
_LEAVES = re.compile(r"\b(?:leaves?|goes|gone|geht|weggeht|verlaesst|weg)\b")
_WHOEVER = re.compile(
    r"\b(?:someone|somebody|anyone|anybody|a person|people|visitors?|jemand|irgendwer|eine? person)\b"
)
_NOTHING = re.compile(
    r"\b(?:the|an?|my|our|your|his|her|is|are|be|being|there|here|gets?|come|comes|coming|back|home|again|"
    r"shows?|up|appears?|arrives?|enters?|turns?|passes|walks?|walking|drives?|driving|pulls?|runs?|around|ever|any|"
    r"one|some|this|that|it|you|i|see|sees|seen|spot|detect|detected|notice|camera|cameras|zone|area|in|on|at|"
    r"into|onto|to|from|of|off|out|through|near|by|past|along|over|by|away|when|me|please|and then|then|"
    r"der|die|das|den|dem|des|ein|eine|einen|einem|einer|mein|meine|meinen|unser|unsere|ist|sind|wird|da|"
    r"hier|wieder|zurueck|kommt|kommen|nach|hause|auftaucht|erscheint|auf|im|ins|am|an|bei|beim|zu|zur|zum|vom|aus|"
    r"durch|vorbei|kamera|kameras|bereich|rein|raus|herein|hinein|du|siehst|gesehen|dann|entlang|faehrt|laeuft)\b"
)
_SAYS = {
    "en": {
        "who": "I watch for kinds of things, not for people by name. Say 'when somebody comes'.",
        "what": "I cannot watch for '{what}'. I can watch for: {there}.",
        "when": "I did not understand until when.",
        "not": "I watch for what comes, leaves or stays; not for what does not, and without exceptions. "
        "A rule about nobody being there can be made with the rules of a camera.",
        "rest": "I did not understand '{rest}' in what to watch for, and do not leave it out. "
        "Name a kind of thing, a camera or a zone, and until when.",
        "whom": "I can tell only you. Say 'tell me when …'; others are told by a channel.",
        "zones": "I watch one zone at a time. Name one of: {there}.",
    },
    "de": {
        "who": "Ich achte auf Arten von Dingen, nicht auf Personen mit Namen. Sag 'wenn jemand kommt'.",
        "what": "Auf '{what}' kann ich nicht achten. Ich kann achten auf: {there}.",
        "when": "Ich habe nicht verstanden, bis wann.",
        "not": "Ich achte darauf, was kommt, geht oder bleibt; nicht darauf, was ausbleibt, und ohne "
        "Ausnahmen. Eine Regel dafür, dass niemand da ist, geht bei den Regeln einer Kamera.",
        "rest": "Ich habe '{rest}' nicht verstanden und lasse es nicht weg. Nenne eine Art von Dingen, "
        "eine Kamera oder Zone, und bis wann.",
        "whom": "Ich kann nur dir Bescheid sagen. Andere erreicht ein Kanal.",
        "zones": "Ich achte auf eine Zone zugleich. Nenne eine von: {there}.",
    },
}


def wished(question: str, around: Around) -> Proposal | Answer | None:
    """The job that a question wants done, or why not; none where it is a question.
    Nothing that was said is left out: what is not understood is asked about."""
    spoken = language_of(question)
    text = plain(question, spoken)
    asked = _ASKED.match(text)
    if asked is None or _PAST.search(asked["what"]):
        return None
    says = _SAYS[spoken.code]
    read = Reading(asked["what"])
    if not _ME.fullmatch(_EVERY.sub(" ", asked["whom"])):
        return Answer(Status.CLARIFY, says["whom"])
    if _NOT.search(read.rest):
        return Answer(Status.REFUSED, says["not"])
    if not read_times(read, around, spoken):
        return Answer(Status.CLARIFY, says["when"])
    wish = _what(read, around, spoken)
    return wish if isinstance(wish, Answer) else _proposed(wish, text, around)


def _proposed(wish: Wish, text: str, around: Around) -> Proposal | Answer:
    wish = replace(wish, once=not _EVERY.search(text))
    try:
        return propose(around.house, wish, around.now, around.zone)
    except OmniSightError as error:
        return Answer(Status.REFUSED, str(error))


def _what(read: Reading, around: Around, spoken: Language) -> Wish | Answer:
    says = _SAYS[spoken.code]
    cameras, read.rest = take(read.rest, around.known.cameras)
    zones, read.rest = take(read.rest, {zone: zone for zone in around.known.zones})
    people, _ = take(read.rest, around.known.people)
    if people:
        return Answer(Status.REFUSED, says["who"])
    happens = "leaves" if read.cut(_LEAVES) else "stays" if read.cut(STAYS) else "comes"
    label = _label(read, around, spoken)
    if label is None:
        what = _left_over(read) or read.rest
        there = ", ".join(sorted(_watchable(around)))
        return Answer(Status.CLARIFY, says["what"].format(what=what, there=there))
    found = _named_after(read, around, spoken)
    if isinstance(found, Answer):
        return found
    cameras, zones = (*cameras, *found[0]), tuple(dict.fromkeys((*zones, *found[1])))
    if len(zones) > 1:
        return Answer(Status.CLARIFY, says["zones"].format(there=", ".join(zones)))
    if rest := _left_over(read):
        return Answer(Status.CLARIFY, says["rest"].format(rest=rest))
    zone = zones[0] if zones else ""
    stay_s = {} if read.stay_s is None else {"stay_s": read.stay_s}
    happens = "stays" if stay_s else happens
    return Wish(label, cameras, zone, happens, read.until, hours=read.hours, **stay_s)


def _named_after(
    read: Reading, around: Around, spoken: Language
) -> tuple[tuple[str, ...], tuple[str, ...]] | Answer:
    """Words for places, as far as a camera or a zone is named after them; what to say where none is."""
    known = around.known
    cameras: list[str] = []
    zones: list[str] = []
    for place, patterns in spoken.patterns("places").items():
        for pattern in patterns:
            found = read.cut(pattern)
            if found is None:
                continue
            near = [k for n, k in known.cameras.items() if place in (fold(n), *fold(n).split())]
            drawn = [zone for zone in known.zones if fold(zone) == place]
            if not near and not drawn:
                there = ", ".join(sorted((*known.cameras, *map(str.lower, known.zones)))) or "-"
                words = spoken.say("no_camera", word=found.group(), there=there)
                return Answer(Status.REFUSED, words)
            cameras += near if not drawn else []
            zones += drawn
    return tuple(dict.fromkeys(cameras)), tuple(dict.fromkeys(zones))


def _left_over(read: Reading) -> str:
    """What was said beside that which is understood."""
    rest = _EVERY.sub(" ", read.rest).replace(TAKEN, " ")
    return " ".join(_NOTHING.sub(" ", rest).split())


def _watchable(around: Around) -> set[str]:
    known = {*around.known.labels, *around.house.settings.detection.labels}
    for camera in around.house.cameras.enabled():
        known |= set(camera.options.labels)
    return known - around.known.gestures


def _label(read: Reading, around: Around, spoken: Language) -> str | None:
    if read.cut(_WHOEVER):
        return "person"
    for label, patterns in spoken.patterns("labels").items():
        if any([read.cut(pattern) for pattern in patterns]):
            return label
    found, read.rest = take(read.rest, {fold(label): label for label in _watchable(around)})
    return found[0] if found else None
