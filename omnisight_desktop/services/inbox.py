"""The few questions about people whose answers help most: who somebody is, and whether two are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from omnisight_desktop.core.face import Sighting
from omnisight_desktop.core.identity import Person
from omnisight_desktop.perception.identify.gallery import Gallery
from omnisight_desktop.perception.identify.scale import FAR

_REGULAR = 2  # visits, from which on it is worth knowing who comes
_OF_ONE = 2  # questions about one person at once
_ALIKE = 0.5  # of likeness, from which on two may be one


class Asked(StrEnum):
    """What is asked."""

    WHO = "who"  # who is this visitor?
    WAS_IT = "was_it"  # was that this person, on that track?
    SAME = "same"  # are these two one?
    CALLED = "called"  # is that what they are called? It was heard


@dataclass(frozen=True, slots=True)
class Question:
    """One question, and how much an answer would help."""

    kind: Asked
    words: str
    worth: float
    person: str
    other: str | None = None
    track: str | None = None
    name: str | None = None  # what somebody may be called
    proposal: str | None = None  # the name that was heard

    @property
    def key(self) -> str:
        """What it is known by, where somebody does not want to be asked again."""
        about = (
            self.proposal
            or self.track
            or ":".join(sorted(filter(None, (self.person, self.other, self.name))))
        )
        return f"{self.kind.value}:{about}"

    def as_json(self) -> dict[str, Any]:
        """In the shape that programs rely on."""
        return {
            "kind": self.kind.value,
            "question": self.words,
            "person": self.person,
            "other": self.other,
            "track": self.track,
            "proposal": self.proposal,
            "name": self.name,
            "worth": round(self.worth, 3),
        }


def who_comes(people: Iterable[tuple[Person, int]]) -> Iterator[Question]:
    """Visitors who come again and again; each with the number of visits."""
    for person, visits in people:
        if person.name is None and visits >= _REGULAR:
            words = f"Who is {person.shown}, who came {visits} times?"
            yield Question(Asked.WHO, words, float(visits), person.id)


def was_it(unsure: Iterable[Sighting], names: Mapping[str, str]) -> Iterator[Question]:
    """Who was nearly recognised; the likeliest of each person first, and not too many of one."""
    asked: dict[str, int] = {}
    for sighting in sorted(unsure, key=lambda one: -one.score):
        person = sighting.likely
        if person is None or person not in names or sighting.score < FAR:
            continue
        asked[person] = asked.get(person, 0) + 1
        if asked[person] <= _OF_ONE:
            yield Question(
                Asked.WAS_IT,
                f"Was that {names[person]}, on {sighting.start.astimezone():%Y-%m-%d at %H:%M}?",
                1 + sighting.score,
                person,
                track=sighting.track,
            )


def same(
    gallery: Gallery, visits: Mapping[str, int], names: Mapping[str, str]
) -> Iterator[Question]:
    """Those who are so alike that they may be one, the visitors among them with whoever else."""
    told: set[frozenset[str]] = set()
    for person in names:
        looks = gallery.looks_of(person)
        if not looks:
            continue
        middle = np.stack(list(looks.values())).mean(axis=0)
        middle = np.asarray(middle / max(float(np.linalg.norm(middle)), 1e-9), np.float32)
        for other in gallery.rank(middle):
            pair = frozenset({person, other.person})
            likeness = gallery.reading.similarity(other.cosine)
            if len(pair) < 2 or pair in told or other.person not in names or likeness < _ALIKE:
                continue
            told.add(pair)
            worth = likeness * (1 + min(visits.get(one, 0) for one in pair))
            words = f"Are {names[person]} and {names[other.person]} the same?"
            yield Question(Asked.SAME, words, worth, person, other.person)


def most_worth(
    questions: Iterable[Question], limit: int, aside: frozenset[str] = frozenset()
) -> list[Question]:
    """The few that help most, but for those that somebody put aside."""
    wanted = [one for one in questions if one.key not in aside]
    return sorted(wanted, key=lambda one: (-one.worth, one.words))[:limit]
