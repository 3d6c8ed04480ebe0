"""Turns that lean on the one before: what they leave out is what that one said."""

from __future__ import annotations

import re
from dataclasses import replace

from omnisight_desktop.chat.understanding.draft import Draft
from omnisight_desktop.chat.understanding.language import Language
from omnisight_desktop.chat.understanding.query import Query
from omnisight_desktop.chat.understanding.topics import CAMERA_STATES, Topic

_ALONE = 3  # words


def leaning(query: Query, draft: Draft, before: Query) -> Query:
    """What a turn leaves out is what the turn before said."""
    spoken = draft.spoken
    opening = any(
        re.match(rf"(?:{form})\b", draft.whole) for form in spoken.data["follow"]["start"]
    )
    pronoun = spoken.words("follow", "pronouns").search(draft.whole)
    about = bool(draft.people or draft.labels or draft.described)
    if spoken.words("follow", "set").search(draft.whole) and not (draft.people or draft.labels):
        return _of_those(query, draft, before)
    asking = draft.ask is not None or bool(spoken.words("asks", "asking").search(draft.whole))
    short = len(draft.whole.split()) <= (4 if asking else 6) and not about
    # Somebody or something alone is put in the place of who was asked about before.
    short = short or (about and not asking and len(draft.whole.split()) <= _ALONE)
    where = bool(draft.cameras or draft.zones)
    empty = not about and not where and draft.topic is None and query.span is None
    if empty and not spoken.words("asks", "who").search(draft.whole):
        short = True
    if not (opening or short):
        return _by_a_pronoun(query, draft, before) if pronoun else query
    listing = spoken.words("follow", "listing").search(draft.whole)
    if draft.ask is None and not listing and not spoken.words("asks", "when").search(draft.whole):
        query = replace(query, ask=before.ask)
    if not about and draft.topic is None:
        query = replace(query, people=before.people, labels=before.labels, text=before.text)
        query = replace(query, topic=before.topic)
    elif draft.described and not (draft.people or draft.labels) and draft.topic is None:
        query = replace(query, people=before.people, labels=before.labels)
    elif not about and draft.topic not in CAMERA_STATES:
        query = replace(query, people=before.people)
    elif draft.topic is None and draft.people and before.topic not in CAMERA_STATES:
        kept = () if before.topic is Topic.SIGHTINGS else before.labels
        query = replace(query, topic=before.topic, labels=kept)
    if query.topic is Topic.LEFT and spoken.words("moves", "arrive").search(draft.whole):
        query = replace(query, topic=Topic.SIGHTINGS)
    if not where:
        query = replace(query, cameras=before.cameras, zones=before.zones)
    if query.span is None:
        query = replace(query, span=before.span, now=before.now and draft.ask is None)
    return query


def is_opening(text: str, spoken: Language) -> bool:
    """Whether the words begin as something does that goes on with what was said, or are only a few."""
    opening = any(re.match(rf"(?:{form})\b", text) for form in spoken.data["follow"]["start"])
    return opening or len(text.split()) <= _ALONE


def _of_those(query: Query, draft: Draft, before: Query) -> Query:
    """Some of what the turn before found."""
    text = " ".join(dict.fromkeys(filter(None, (before.text, query.text)))) or None
    return replace(
        query,
        people=before.people,
        labels=before.labels,
        text=text,
        topic=before.topic if draft.topic is None else query.topic,
        cameras=query.cameras or before.cameras,
        zones=query.zones or before.zones,
        span=query.span or before.span,
    )


def _by_a_pronoun(query: Query, draft: Draft, before: Query) -> Query:
    """A whole question that only leaves it to a pronoun who is meant."""
    about = bool(draft.people or draft.labels or draft.described)
    if not about:
        query = replace(query, people=before.people, labels=before.labels, text=before.text)
        if query.span is None and " ever" not in draft.whole:
            query = replace(query, span=before.span)
    there = draft.spoken.words("follow", "place").search(draft.whole)
    if there and not (draft.cameras or draft.zones) and (before.cameras or before.zones):
        query = replace(query, cameras=before.cameras, zones=before.zones)
    return query
