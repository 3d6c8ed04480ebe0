"""What a language model may ask of the house: its verbs, with their words and arguments."""

from __future__ import annotations

from typing import Any

from omnisight_desktop.chat.providers.port import Tool
from omnisight_desktop.chat.understanding.query import Ask
from omnisight_desktop.chat.understanding.topics import Topic

_LIST = {"type": "array", "items": {"type": "string"}}
_TEXT = {"type": "string"}

_WHAT: dict[str, Any] = {
    "people": {**_LIST, "description": "Names of people, as resolved."},
    "labels": {**_LIST, "description": "Kinds of things: person, car, cat, parcel."},
    "cameras": {**_LIST, "description": "Names of cameras."},
    "zones": {**_LIST, "description": "Names of zones."},
    "topic": {
        "type": "string",
        "enum": [topic.value for topic in Topic],
        "description": "What happened; sightings if left out. 'spoken' is what was said.",
    },
    "text": {**_TEXT, "description": "Words that were said, or that describe it: red car."},
    "since": {**_TEXT, "description": "ISO moment in the home's own time."},
    "until": {**_TEXT, "description": "ISO moment in the home's own time."},
    "when": {**_TEXT, "description": "Instead of since and until: words such as last night."},
}
_EVENT = {"event": {**_TEXT, "description": "A handle such as E3."}}

_WHERE = {key: _WHAT[key] for key in ("cameras", "since", "until", "when")}

#: Verbs that look events up, and what each asks for.
LOOK_UPS = {
    "find": Ask.LIST,
    "count": Ask.COUNT,
    "last_seen": Ask.LAST,
    "first_seen": Ask.FIRST,
    "who": Ask.WHO,
    "where": Ask.WHERE,
    "how_long": Ask.DURATION,
    "compare": Ask.COMPARE,
}
_SAID = {
    "find": "Events that fit, the newest first.",
    "count": "How many there were, and in how many visits.",
    "last_seen": "The newest event that fits: when it was last so.",
    "first_seen": "The oldest event that fits.",
    "who": "Which people were seen, each with the newest event.",
    "where": "On which cameras it was, each with the newest event.",
    "how_long": "How long it lasted in all.",
    "compare": "How many of each: of the people, labels or cameras that are named.",
}


def _schema(properties: dict[str, Any], *needed: str) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(needed)}


TOOLS: tuple[Tool, ...] = (
    *(Tool(name, words, _schema(_WHAT)) for name, words in _SAID.items()),
    Tool(
        "timeline",
        "How many events there were in each hour.",
        _schema({key: _WHAT[key] for key in ("since", "until", "when")}),
    ),
    Tool(
        "recall",
        "Search what was said or described by its meaning, in other words than were used.",
        _schema(
            {"words": {**_TEXT, "description": "What was said or described."}, **_WHERE}, "words"
        ),
    ),
    Tool(
        "pictures",
        "Events whose pictures show what the words say, or look like those of an event. "
        "Give one of the two.",
        _schema(
            {
                "words": {**_TEXT, "description": "What is to be seen: man with a ladder."},
                "event": {
                    **_TEXT,
                    "description": "Or a handle such as E3, to find others like it.",
                },
                **_WHERE,
            }
        ),
    ),
    Tool("people", "Everybody who is known by name, and when they were last seen.", _schema({})),
    Tool(
        "camera_state",
        "How the cameras are doing now, and when they were offline.",
        _schema({key: _WHAT[key] for key in ("cameras", "since", "until", "when")}),
    ),
    Tool(
        "in_view",
        "Who and what the cameras see at this moment, as of which second, or why that is not known.",
        _schema({key: _WHAT[key] for key in ("cameras", "people", "labels")}),
    ),
    Tool(
        "look",
        "A picture of an event, where its owner allows that: of who is meant, or the whole scene.",
        _schema(
            {**_EVENT, "whole": {"type": "boolean", "description": "The whole scene."}}, "event"
        ),
    ),
    Tool(
        "clip", "The clip that shows an event, to be played by the owner.", _schema(_EVENT, "event")
    ),
    Tool(
        "propose_rule",
        "Propose to tell the owner when something happens from now on. They are asked first. "
        "What does not happen, exceptions and people by name cannot be watched for: say so.",
        _schema(
            {
                "label": {**_TEXT, "description": "What to watch for: cat, person, car."},
                "cameras": _WHAT["cameras"],
                "zone": {**_TEXT, "description": "Only in this zone."},
                "happens": {"type": "string", "enum": ["comes", "leaves", "stays"]},
                "until": {
                    **_TEXT,
                    "description": "ISO moment at which it ends; a week if left out.",
                },
                "every_time": {"type": "boolean", "description": "Not only the first time."},
            },
            "label",
        ),
    ),
)
