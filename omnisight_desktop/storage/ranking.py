"""The events whose texts fit some words best, however many events hold the common ones among them.

Ranking takes as long as there are finds. Rare words are ranked through all of theirs; of a word that
very many texts hold, only the newest finds are looked at, those that hold the most of the words first.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from omnisight_desktop.storage import finding
from omnisight_desktop.storage.tables import person_events
from omnisight_desktop.storage.wanted import FOUND, EventFilter, narrow, narrow_times
from omnisight_desktop.storage.words import ranked, terms_of

#: A word that more texts hold is common.
COMMON = 5000
#: So many finds of common words are ranked, the newest ones.
AMONG = 500
_MOST_LOOKED_AT = 50_000
_MOST_LEFT_OUT = 6  # of so many words each in turn may be missing

_T = person_events.c


def best(
    connection: sa.Connection, words: str, wanted: EventFilter, but: Sequence[str], limit: int
) -> list[Any]:
    """Events whose texts hold any of the words, the best fit first (BM25); none of the types ``but``."""
    often = {term: _often(connection, term) for term in terms_of(words)}
    rare = [term for term, times in often.items() if 0 < times < COMMON]
    common = [term for term, times in often.items() if times == COMMON]
    wide = narrow_times(narrow(finding.SELECT, wanted), wanted)
    if but:
        wide = wide.where(_T.type.not_in(but))
    rows = _fitting(connection, wide, rare, limit) if rare else []
    if not common:
        return rows
    found = {row.seq: row for row in rows}
    for expression in _most_of(common):
        finds = _holding(expression)
        if wanted.since or wanted.until:
            low, high = finding.numbers(connection, wanted)
            finds = finds.where(FOUND.c.rowid >= low, FOUND.c.rowid <= high)
        for row in finding.walked(connection, finds, wide, (AMONG, _MOST_LOOKED_AT)):
            found.setdefault(row.seq, row)
    rows = list(found.values())
    texts = [" ".join(filter(None, row[:3])) for row in rows]
    order = ranked(words, texts, _weights(connection, often))
    return [rows[place] for place in order[:limit]]


def _often(connection: sa.Connection, term: str) -> int:
    """How many texts hold a word, as far as that is worth counting."""
    some = _holding(f'"{term}"').limit(COMMON).subquery()
    return int(connection.execute(sa.select(sa.func.count()).select_from(some)).scalar() or 0)


def _fitting(connection: sa.Connection, wide: sa.Select[Any], terms: list[str], limit: int) -> Any:
    rank: sa.ColumnElement[float] = sa.literal_column("rank")
    matched = FOUND.c.event_words.op("MATCH")(_in_text(" OR ".join(f'"{one}"' for one in terms)))
    statement = wide.join(FOUND, FOUND.c.rowid == _T.seq).where(matched).order_by(rank)
    # Straight to the rows of the finds, whatever else is wanted.
    statement = statement.with_hint(person_events, "NOT INDEXED", "sqlite")
    return list(connection.execute(statement.limit(limit)).all())


def _most_of(terms: list[str]) -> list[str]:
    """What to look for: all of the words, all but one, any."""
    quoted = [f'"{term}"' for term in terms]
    wishes = [" AND ".join(quoted)]
    if 2 < len(terms) <= _MOST_LEFT_OUT:
        lacking = (quoted[:one] + quoted[one + 1 :] for one in range(len(quoted)))
        wishes.append(" OR ".join(f"({' AND '.join(some)})" for some in lacking))
    if len(terms) > 1:
        wishes.append(" OR ".join(quoted))
    return wishes


def _holding(expression: str) -> sa.Select[int]:
    return sa.select(FOUND.c.rowid).where(FOUND.c.event_words.op("MATCH")(_in_text(expression)))


def _in_text(expression: str) -> str:
    # A label such as person stands at every other event, and says nothing about its text.
    return f"text : ({expression})"


def _weights(connection: sa.Connection, often: Mapping[str, int]) -> dict[str, float]:
    total = connection.execute(sa.select(sa.func.max(_T.seq))).scalar() or 1
    return {term: math.log(1 + (total + 0.5) / (times + 0.5)) for term, times in often.items()}
