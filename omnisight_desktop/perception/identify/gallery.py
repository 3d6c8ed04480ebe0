"""Everybody who is known by face, and who somebody is: one of them, nobody, or not to be told.

Each person has several looks. What was said not to be them counts as well: nobody who is more like
that is taken for them. How alike somebody has to be differs from person to person, and is learnt from
how alike their own looks are and how alike others come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from omnisight_desktop.core.face import EXEMPLARS, Face, FaceKind, Vector, Verdict
from omnisight_desktop.core.ports.faces import Scale, VectorSearch
from omnisight_desktop.perception.identify.scale import Reading
from omnisight_desktop.perception.identify.template import Template

_NEAREST = 48  # looks whose people are considered
_MARGIN = 0.06  # of cosine, by which the first must lead the second
_OTHERS = 0.05  # of cosine, by which a threshold stays above what others reach
_OWN = 0.06  # and may fall below the usual one, for who always looks like themselves
_STRICTEST = 0.25
_LOOKS_TO_NAME = 2  # never by one picture
_LOOKS_TO_MEET = 3
_MEETING_S = 0.4
_CLEAR = 1.0, 2.0  # strengths between which looks say more and more surely who it is, and who not
_RISE = 0.2  # of what is left to 1, by which more is asked of looks that are quite clear
_GAP = 0.03  # of cosine, between those who are surely somebody else and those who are the same
_FEW = 4  # looks, below which more is asked as well
_NOBODY = -2.0
_ONE_FACE = 0.6  # of the cosine of those who are far; below it the looks show two faces


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like a person somebody is."""

    person: str
    cosine: float
    threshold: float


@dataclass(frozen=True, slots=True)
class Decision:
    """Who somebody is. ``score`` reads from 0 to 1: from 0.6 on it is usually the same person."""

    verdict: Verdict
    person: str | None = None
    likely: str | None = None
    score: float = 0.0
    ranked: tuple[Likeness, ...] = ()


@dataclass(slots=True, eq=False)
class _Known:
    """What is remembered of one person's face."""

    looks: dict[str, Vector] = field(default_factory=dict)
    given: set[str] = field(default_factory=set)  # those that a human gave
    not_me: dict[str, Vector] = field(default_factory=dict)
    learnt: tuple[float, float] = (-1.0, -1.0)  # how low their own looks come, how high others
    learnt_at: int = -1  # so many changes of the gallery ago it was still right
    _matrix: Vector | None = None
    _centre: Vector | None = None

    def changed(self) -> None:
        """Their looks are others now."""
        self._matrix = self._centre = None

    @property
    def matrix(self) -> Vector:
        """All looks, one a row."""
        if self._matrix is None:
            self._matrix = np.stack(list(self.looks.values()))
        return self._matrix

    @property
    def centre(self) -> Vector:
        """All of them as one."""
        if self._centre is None:
            self._centre = _middle(self.matrix)
        return self._centre


class Gallery:
    """The known people of one installation, for one embedder. Its owner is one thread."""

    def __init__(
        self,
        model: str,
        scale: Scale,
        search: Callable[[], VectorSearch],
        similarity: float = 0.6,
    ) -> None:
        self.model = model
        self.reading = Reading(scale)
        self._scale = scale
        self._usual = self.reading.cosine(similarity)
        self._search = search()
        self._known: dict[str, _Known] = {}
        self._owner: dict[str, str] = {}  # of each look
        self._changes = 0
        self._one_face = _ONE_FACE * scale.far

    def __len__(self) -> int:
        return len(self._known)

    def __contains__(self, person: str) -> bool:
        return person in self._known

    def put(self, faces: Iterable[Face]) -> None:
        """Remember looks at people; those of another embedder, and of nobody, are passed over."""
        self._changes += 1
        keys, vectors = [], []
        for face in faces:
            if face.model != self.model or face.person is None:
                continue
            if self._owner.get(face.id) != face.person:
                self.let_go(face.id)  # it was taken for somebody else's
            known = self._known.setdefault(face.person, _Known())
            known.changed()
            if face.kind is FaceKind.NOT_ME:
                known.not_me[face.id] = face.vector
            elif face.kind in EXEMPLARS:
                known.looks[face.id] = face.vector
                self._owner[face.id] = face.person
                if face.kind is FaceKind.ENROLLED:
                    known.given.add(face.id)
                keys.append(face.id)
                vectors.append(face.vector)
        if keys:
            self._search.add(keys, np.stack(vectors))

    def drop(self, person: str) -> None:
        """Forget somebody."""
        known = self._known.pop(person, None)
        self._changes += 1
        if known is not None:
            self._search.remove(list(known.looks))
            for key in known.looks:
                self._owner.pop(key, None)

    def let_go(self, face_id: str) -> None:
        """Forget one look."""
        person = self._owner.pop(face_id, None)
        if person is not None:
            known = self._known[person]
            known.looks.pop(face_id, None)
            known.given.discard(face_id)
            known.changed()
            self._changes += 1
            self._search.remove([face_id])

    def looks_of(self, person: str) -> dict[str, Vector]:
        """The looks by which somebody is known."""
        known = self._known.get(person)
        return dict(known.looks) if known else {}

    def given(self, person: str) -> frozenset[str]:
        """Those of them that a human gave."""
        known = self._known.get(person)
        return frozenset(known.given) if known else frozenset()

    def decide(self, template: Template, taken: frozenset[str] = frozenset()) -> Decision:
        """Who it is, by all looks together; ``taken`` are those who stand elsewhere just now."""
        if not len(template):
            return Decision(Verdict.UNCLEAR)
        ranked = self.rank(template.vector)
        first = ranked[0] if ranked else None
        score = self.reading.similarity(first.cosine) if first else 0.0
        likely = first.person if first and first.cosine >= self._scale.far else None
        unsure = Decision(Verdict.UNSURE, None, likely, score, ranked)
        if first is None or first.cosine < self._surely_far(template):
            return replace_verdict(unsure, self._met(template))
        named = (
            self.lead(ranked, template) >= 0
            and self._is_one(ranked, template)
            and first.person not in taken
        )
        return Decision(Verdict.KNOWN, first.person, None, score, ranked) if named else unsure

    def lead(self, ranked: Sequence[Likeness], template: Template) -> float:
        """How much more like the first of them somebody is than has to be, in cosine."""
        if not ranked:
            return _NOBODY
        return ranked[0].cosine - ranked[0].threshold - self._asked_more(template)

    def _is_one(self, ranked: Sequence[Likeness], template: Template) -> bool:
        """Whether it can only be the first of them: by several looks, at one face, unlike the next."""
        second = ranked[1].cosine if len(ranked) > 1 else -1.0
        return (
            ranked[0].cosine - second >= _MARGIN
            and len(template) >= _LOOKS_TO_NAME
            and template.unity >= self._one_face
        )

    def rank(self, probe: Vector) -> tuple[Likeness, ...]:
        """Who is like that, most alike first; those who said that it is not them are left out."""
        near = self._search.nearest(probe, _NEAREST)
        people = dict.fromkeys(self._owner[key] for key, _ in near)
        found = [
            Likeness(person, self._likeness(self._known[person], probe), 0.0)
            for person in people
            if not self._denied(self._known[person], probe)
        ]
        found.sort(key=lambda one: -one.cosine)
        return tuple(
            Likeness(one.person, one.cosine, self.threshold(one.person)) for one in found[:5]
        )

    def threshold(self, person: str) -> float:
        """From which cosine on somebody is taken for that person."""
        known = self._known[person]
        if known.learnt_at != self._changes:
            known.learnt = self._own_lowest(known), self._others_highest(person, known)
            known.learnt_at = self._changes
        own, others = known.learnt
        usual = self._usual if own < 0 else max(self._usual - _OWN, min(self._usual, own - _OWN))
        return min(max(usual, others + _OTHERS), self._usual + _STRICTEST)

    def _met(self, template: Template) -> Verdict:
        """Whether somebody who is unlike all others was seen well enough to be remembered."""
        well = (
            len(template) >= _LOOKS_TO_MEET
            and template.lasted_s >= _MEETING_S
            and template.clarity >= _CLEAR[0]
            and template.unity >= self._one_face
        )
        return Verdict.NEWCOMER if well else Verdict.UNSURE

    def _surely_far(self, template: Template) -> float:
        """Below which cosine it is somebody else. Who is seen clearly would be more like themselves."""
        clear = _clear(template) * min(1.0, len(template) / _LOOKS_TO_MEET)
        highest = self._scale.same + _RISE * (1 - self._scale.same) - _GAP
        return self._scale.far + clear * (highest - self._scale.far)

    def _asked_more(self, template: Template) -> float:
        """How much more alike somebody must be who is seen clearly, or was seen a few times only.

        Where many looks are put together, what they have by chance goes, and likeness rises: that of
        the same person most, but that of others, too.
        """
        clear = 1.0 if len(template) < _FEW else _clear(template)
        return clear * _RISE * (1 - self._scale.same)

    @staticmethod
    def _likeness(known: _Known, probe: Vector) -> float:
        """Half by the look that is most alike, half by all of theirs together."""
        return 0.5 * float((known.matrix @ probe).max()) + 0.5 * float(known.centre @ probe)

    @staticmethod
    def _denied(known: _Known, probe: Vector) -> bool:
        """Whether it is more like what is not them than like any look of theirs."""
        if not known.not_me:
            return False
        other = float((np.stack(list(known.not_me.values())) @ probe).max())
        return other >= float((known.matrix @ probe).max())

    def _own_lowest(self, known: _Known) -> float:
        """How alike the least of their looks is to the others; -1 where there are too few."""
        if len(known.looks) < 3:
            return -1.0
        matrix = known.matrix
        alike = matrix @ matrix.T
        np.fill_diagonal(alike, -1.0)  # each against the others alone
        rest = matrix.sum(axis=0) - matrix
        centres = rest / np.maximum(np.linalg.norm(rest, axis=1, keepdims=True), 1e-9)
        return float((0.5 * alike.max(axis=1) + 0.5 * (centres * matrix).sum(axis=1)).min())

    def _others_highest(self, person: str, known: _Known) -> float:
        """How alike others come: those who said that they are not them, and their look-alikes."""
        highest = -1.0
        for vector in known.not_me.values():
            highest = max(highest, self._likeness(known, vector))
        if known.looks:
            for key, _ in self._search.nearest(known.centre, len(known.looks) + _NEAREST // 4):
                owner = self._owner[key]
                if owner != person:
                    vector = self._known[owner].looks[key]
                    highest = max(highest, self._likeness(known, vector))
        return highest


def _middle(matrix: Vector) -> Vector:
    centre = matrix.mean(axis=0)
    return np.asarray(centre / max(float(np.linalg.norm(centre)), 1e-9), np.float32)


def _clear(template: Template) -> float:
    """From 0 to 1."""
    low, high = _CLEAR
    return min(1.0, max(0.0, (template.clarity - low) / (high - low)))


def replace_verdict(decision: Decision, verdict: Verdict) -> Decision:
    """The same with another verdict; a newcomer is like nobody."""
    likely = None if verdict is Verdict.NEWCOMER else decision.likely
    return Decision(verdict, None, likely, decision.score, decision.ranked)
