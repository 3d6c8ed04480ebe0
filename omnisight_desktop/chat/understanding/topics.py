"""What kind of happening a question is about: that somebody came, left or stayed, a noise, an outage."""

from __future__ import annotations

import re
from enum import StrEnum

from omnisight_desktop.core.event import EventType


class Topic(StrEnum):
    """What the question is about."""

    ANYTHING = "anything"
    VISITS = "visits"
    LEFT = "left"
    STOOD = "stood"
    LOUD = "loud"
    OFFLINE = "offline"
    BACK = "back"


#: Which events tell of it.
KINDS: dict[Topic, EventType] = {
    Topic.LEFT: EventType.LEFT,
    Topic.STOOD: EventType.STATIONARY,
    Topic.LOUD: EventType.LOUD,
    Topic.OFFLINE: EventType.CAMERA_DOWN,
    Topic.BACK: EventType.CAMERA_UP,
}

#: Events that follow from somebody having been seen, or have nothing to do with it. Whatever else
#: there is, imported kinds too, is a sighting.
NO_SIGHTINGS = frozenset(KINDS.values()) | {EventType.RECORDED}

#: Sightings of somebody who had come already; counting people, they do not count again.
NO_ARRIVALS = NO_SIGHTINGS | {EventType.SPOKEN, EventType.GESTURE}

_WORDS = (
    (
        Topic.BACK,
        r"\b(?:back|again) (?:online|up)\b|\bcameras? (?:\w+ )?(?:came|come|comes) back\b",
    ),
    (
        Topic.OFFLINE,
        r"\boff ?line\b|\boutages?\b|\bdisconnect\w*|\bunreachable\b|\bcameras? (?:\w+ )?"
        r"(?:down|dead|away|missing|fail\w*|broke\w*)\b|\b(?:was|were|is|are|went|go|goes) down\b",
    ),
    (Topic.LOUD, r"\bloud\w*|\bnois(?:e|es|y)\b|\bbangs?\b|\bcrash(?:es)?\b|\bsounds?\b"),
    (
        Topic.STOOD,
        r"\bpark(?:ed|ing|s)?\b|\bstationary\b|\bstood\b|\bst(?:and|ood|anding|ands|ay|ayed) still\b"
        r"|\bstanding\b|\bloiter\w*|\bhang(?:ing)? around\b|\bwait(?:ed|ing|s)\b",
    ),
    (
        Topic.LEFT,
        r"\b(?:leave|leaves|leaving|gone|departed|went away|go away)\b"
        r"|(?<!\bthe )(?<!\bto )\bleft\b(?! (?:of|side|hand|corner|camera|door|gate|window))",
    ),
    (Topic.VISITS, r"\bvisits?\b"),
)


def topic_of(text: str) -> Topic:
    """The topic that the words name."""
    return next((topic for topic, words in _WORDS if re.search(words, text)), Topic.ANYTHING)
