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
    if spoken.words("follow", "set").search(draft.whole) and not (draft.people or draft.labels):
        return _of_those(query, draft, before)
    if not _leans(query, draft):
        pronoun = spoken.words("follow", "pronouns").search(draft.whole)
        return _by_a_pronoun(query, draft, before) if pronoun else query
    listing = spoken.words("follow", "listing").search(draft.whole)
    if draft.ask is None and not listing and not spoken.words("asks", "when").search(draft.whole):
        query = replace(query, ask=before.ask)
    query = _of_the_same(query, draft, before)
    if query.topic is Topic.LEFT and spoken.words("moves", "arrive").search(draft.whole):
        query = replace(query, topic=Topic.SIGHTINGS)
    if not (draft.cameras or draft.zones):
        query = replace(query, cameras=before.cameras, zones=before.zones)
    if query.span is None:
        query = replace(query, span=before.span, now=before.now and draft.ask is None)
    return query


def _leans(query: Query, draft: Draft) -> bool:
    """Whether it stands only with what was said before: by its first words, or by what it lacks."""
    spoken, count = draft.spoken, len(draft.whole.split())
    about = bool(draft.people or draft.labels or draft.described)
    asking = draft.ask is not None or bool(spoken.words("asks", "asking").search(draft.whole))
    if any(re.match(rf"(?:{form})\b", draft.whole) for form in spoken.data["follow"]["start"]):
        return True
    if about:  # somebody or something alone is put in the place of who was asked about before
        return not asking and count <= _ALONE
    where = bool(draft.cameras or draft.zones)
    empty = not where and draft.topic is None and query.span is None
    whoever = spoken.words("asks", "who").search(draft.whole)
    return count <= (4 if asking else 6) or (empty and not whoever)


def _of_the_same(query: Query, draft: Draft, before: Query) -> Query:
    """About whom or what it is, as far as the turn before said it."""
    named = bool(draft.people or draft.labels)
    if draft.topic is None and not named:
        query = replace(query, people=before.people, labels=before.labels)
        if not draft.described:
            query = replace(query, text=before.text, topic=before.topic)
    elif not named and not draft.described and draft.topic not in CAMERA_STATES:
        query = replace(query, people=before.people)
    elif draft.topic is None and draft.people and before.topic not in CAMERA_STATES:
        kept = () if before.topic is Topic.SIGHTINGS else before.labels
        query = replace(query, topic=before.topic, labels=kept)
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
