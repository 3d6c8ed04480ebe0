"""Every split of the people into known and unknown, and what each side makes of every passage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from benchmarks.faces.passages import NOON, Passage
from omnisight_desktop.core.face import Face, FaceKind, Verdict
from omnisight_desktop.perception.identify.gallery import Gallery
from omnisight_desktop.perception.identify.template import Look, Template
from omnisight_desktop.storage.vectors import CodeIndex

_NEVER = -9.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """One passage under one split."""

    person: int
    known: bool
    setting: str
    ours: float  # how much more like somebody than has to be
    ours_right: bool
    named: bool  # with the settings as they are
    named_right: bool
    peer: float
    peer_right: bool


def outcomes(people: Mapping[str, int], seen: Sequence[Passage]) -> list[Outcome]:
    """Everything under every split; a photograph never stands for itself."""
    clean = {one.photo: one.looks[0] for one in seen if not one.setting}
    found = []
    for known in _splits(sorted(set(people.values()))):
        for photo in clean:
            there = [other for other in clean if people[other] in known and other != photo]
            stored = {other: clean[other] for other in there}
            if not stored:
                continue
            gallery = _gallery(stored, people)
            for passage in seen:
                if passage.setting and passage.photo == photo:
                    found.append(_outcome(passage, gallery, stored, people, known))
    return found


def strangers_at(
    recall: float, some: Sequence[Outcome], rounds: int
) -> tuple[float, float, float, float]:
    """The share of strangers named by us and by the peer where so many of the known are named
    rightly; and how far the difference reaches in 95 of 100 draws of the people."""
    person = np.asarray([one.person for one in some])
    known = np.asarray([one.known for one in some])
    ours = _sides(np.asarray([one.ours for one in some]), np.asarray([o.ours_right for o in some]))
    peer = _sides(np.asarray([one.peer for one in some]), np.asarray([o.peer_right for o in some]))
    weights = np.ones(len(some))
    mine, theirs = (_named(recall, side, known, weights) for side in (ours, peer))
    dice = np.random.default_rng(1)
    everyone = np.unique(person)
    differences = []
    for _ in range(rounds):
        drawn = np.bincount(dice.choice(everyone, len(everyone)), minlength=everyone.max() + 1)
        weights = drawn[person].astype(float)
        if weights[known].sum() and weights[~known].sum():
            one, other = (_named(recall, side, known, weights) for side in (ours, peer))
            differences.append(one - other)
    low, high = np.quantile(differences, [0.025, 0.975]) if differences else (0.0, 0.0)
    return mine, theirs, float(low), float(high)


Side = tuple[NDArray[np.float64], NDArray[np.bool_]]


def _sides(scores: NDArray[np.float64], right: NDArray[np.bool_]) -> Side:
    return scores, right


def _named(
    recall: float, side: Side, known: NDArray[np.bool_], weights: NDArray[np.float64]
) -> float:
    """How many strangers are named at the threshold at which that many of the known are."""
    scores, right = side
    theirs = np.where(right, scores, _NEVER)[known]
    order = np.argsort(-theirs)
    reached = np.cumsum(weights[known][order]) / weights[known].sum()
    threshold = theirs[order][min(int(np.searchsorted(reached, recall)), len(order) - 1)]
    return float(np.average(scores[~known] >= threshold, weights=weights[~known]))


def _splits(people: Sequence[int]) -> Iterator[frozenset[int]]:
    for count in range(1, len(people)):
        for some in combinations(people, count):
            yield frozenset(some)


def _outcome(
    passage: Passage,
    gallery: Gallery,
    stored: Mapping[str, Look],
    people: Mapping[str, int],
    known: frozenset[int],
) -> Outcome:
    person = people[passage.photo]
    mine, who, verdict = _ours(passage, gallery)
    peer, whom = _peer(passage, stored, people)
    return Outcome(
        person,
        person in known,
        passage.setting,
        mine,
        who == person,
        verdict is Verdict.KNOWN,
        verdict is Verdict.KNOWN and who == person,
        peer,
        whom == person,
    )


def _ours(passage: Passage, gallery: Gallery) -> tuple[float, int, Verdict]:
    template = Template()
    for look, usable in zip(passage.looks, passage.usable, strict=True):
        if usable:
            template.add(look)
    if not len(template):
        return _NEVER, -1, Verdict.UNCLEAR
    ranked = gallery.rank(template.vector)
    decision = gallery.decide(template)
    return gallery.lead(ranked, template), int(ranked[0].person), decision.verdict


def _gallery(stored: Mapping[str, Look], people: Mapping[str, int]) -> Gallery:
    from omnisight_desktop.perception.identify.arcface import ArcFace

    gallery = Gallery("measured", ArcFace.scale, lambda: CodeIndex(128))
    gallery.put(
        Face(photo, FaceKind.ENROLLED, "measured", look.vector, 0.9, NOON, str(people[photo]))
        for photo, look in stored.items()
    )
    return gallery


def _peer(
    passage: Passage, stored: Mapping[str, Look], people: Mapping[str, int]
) -> tuple[float, int]:
    """Each look by itself: the nearest of all photographs; the first to reach the threshold counts."""
    if not passage.looks:
        return _NEVER, -1
    photos = list(stored)
    vectors = np.stack([stored[photo].vector for photo in photos])
    cosines = np.stack([look.vector for look in passage.looks]) @ vectors.T
    row = int(cosines.max(axis=1).argmax())
    return float(cosines[row].max()), people[photos[int(cosines[row].argmax())]]
