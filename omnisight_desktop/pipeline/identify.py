"""Who the people are that are followed at one camera: a few faces of each picture are looked at, and
a decision is made by all the looks at somebody together.

A name that is known late is a new event that refers to the track. What is learnt on the way (people
met, looks to remember, who was seen when) leaves with the scene.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.face import Face, FaceKind, Sighting, Vector, Verdict
from omnisight_desktop.core.frame import Frame
from omnisight_desktop.core.identity import Identity, Person
from omnisight_desktop.core.ids import IdSource, new_person_id
from omnisight_desktop.core.kinds import PERSON, kind_of
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.perception.identify.gallery import Decision, Gallery
from omnisight_desktop.perception.identify.template import Template
from omnisight_desktop.pipeline.heads import overlapping, own_face
from omnisight_desktop.pipeline.learning import evidence, first_looks, further_looks
from omnisight_desktop.pipeline.recogniser import Recogniser

if TYPE_CHECKING:  # OpenCV is heavy; who looks at no face does without
    from omnisight_desktop.perception.identify.reader import FaceReader, SeenFace

_EAGER = timedelta(seconds=0.15)  # until somebody is known
_MISSED = timedelta(seconds=0.3)  # longer each time that no face was found
_MISSED_MOST = timedelta(seconds=2)
_CALM = timedelta(seconds=3)  # once they are
_PLENTY = 8  # looks, after which there is less of a hurry
_PATIENT = timedelta(seconds=0.7)
_SETTLED = 6  # looks, or
_SETTLED_S = 3.0  # seconds, after which a stranger has shown themselves as well as they will
_FIGURE = timedelta(seconds=0.4)  # between looks at the figure of somebody who is not known
_FIGURE_CALM = timedelta(seconds=2)
_FIGURES = 6  # after which there is less of a hurry
_BY_FIGURE = "recognised by figure and clothes"
_SMALLEST_PX = 40  # of a body whose face is worth looking for


@dataclass(slots=True, eq=False)
class _Followed:
    """What is known of the face of one track."""

    track: Track
    template: Template = field(default_factory=Template)
    due: datetime | None = None
    missed: int = 0
    decision: Decision = Decision(Verdict.UNCLEAR)
    identity: Identity | None = None
    newcomer: bool = False
    told: str | None = None  # who was spoken of in an event
    story: str | None = None
    figures: list[Vector] = field(default_factory=list)  # of somebody who is not known
    figure_due: datetime | None = None
    carried: bool = False  # known by figure and clothes, not by their face
    came_from: str | None = None  # the story at another camera that goes on here

    def forget(self) -> None:
        """Nothing is known of them any more, as if they had come just now."""
        self.template, self.decision = Template(), Decision(Verdict.UNCLEAR)
        self.identity = self.told = self.came_from = self.due = None
        self.newcomer = self.carried = False
        self.figures = []

    def is_due(self, at: datetime) -> bool:
        return self.due is None or at >= self.due or self.due - at > _CALM * 2

    def rest(self, at: datetime, *, found: bool) -> None:
        """Put off the next look."""
        self.missed = 0 if found else self.missed + 1
        if not found:
            self.due = at + min(_MISSED_MOST, _MISSED * self.missed)
        else:
            eager = _EAGER if self.template.seen < _PLENTY else _PATIENT
            known = self.identity is not None and not self.carried
            self.due = at + (_CALM if known else eager)


class Identify:
    """The stage of one camera."""

    def __init__(self, camera: str, recogniser: Recogniser, budget: int = 2) -> None:
        self._camera = camera
        self._recogniser = recogniser
        self._budget = budget
        self._followed: dict[str, _Followed] = {}
        self._ended: list[_Followed] = []
        self._learnt: list[Any] = []
        self._events = IdSource("E")
        self._faces = IdSource("F")

    def look(self, frame: Frame, tracks: tuple[Track, ...]) -> tuple[Track, ...]:
        """The tracks, with who they are as far as that is known."""
        if not self._recogniser.wanted:
            if self._followed:
                self.close()
            return tracks
        self._forget_who_is_gone()
        here = self._here(tracks)
        due = sorted((one for one in here if one.is_due(frame.at)), key=_eagerness)
        if due:
            ready = self._recogniser.ready()
            if ready is not None:
                self._examine(frame, due[: self._budget], here, *ready)
        self._look_at_figure(frame, here)
        for track in tracks:
            if track.state is TrackState.ENDED:
                self._end(track.id)
        return tuple(self._named(track) for track in tracks)

    def joining(self) -> list[tuple[str, str]]:
        """Tracks of those who come from another camera, each with the story that goes on with them."""
        joins = []
        for one in self._followed.values():
            if one.came_from is not None:
                joins.append((one.track.id, one.came_from))
                one.came_from = None
        return joins

    def tell(self, story_of: Callable[[str], str | None], at: datetime) -> tuple[Event, ...]:
        """Who was recognised since; of tracks that have appeared, for others are not spoken of yet."""
        ended, self._ended = self._ended, []
        events = []
        for one in (*self._followed.values(), *ended):
            one.story = story_of(one.track.id) or one.story
            person = one.identity.person if one.identity else None
            if person is not None and one.track.state is TrackState.ACTIVE:
                at_last = one.track.last_seen
                self._recogniser.carrying.note(person, self._camera, at_last, one.story)
            if person is None or person == one.told or one.story is None:
                continue
            one.told = person
            events.append(self._event(one, person, at))
        self._learnt += [self._sighting(one) for one in ended if len(one.template) or one.carried]
        return tuple(events)

    def learnt(self) -> tuple[Any, ...]:
        """What is to be remembered of all this, each once."""
        values, self._learnt = tuple(self._learnt), []
        return values

    def close(self) -> None:
        """Nobody is followed any more; what is still to be said is told next."""
        self._forget_who_is_gone()
        for track_id in list(self._followed):
            self._end(track_id)

    def _forget_who_is_gone(self) -> None:
        """Who was forgotten while they stand here leaves nothing; who is one with somebody else is
        recognised anew."""
        self._recogniser.heed()
        for one in (*self._followed.values(), *self._ended):
            named = one.identity.person if one.identity else None
            if any(who and self._recogniser.is_gone(who) for who in (named, one.decision.likely)):
                one.forget()

    def _here(self, tracks: tuple[Track, ...]) -> list[_Followed]:
        """Those whose faces may be seen in this picture."""
        here = []
        for track in tracks:
            if track.state is not TrackState.ACTIVE or kind_of(track.label) != PERSON:
                continue
            one = self._followed.setdefault(track.id, _Followed(track))
            one.track = track
            if track.box[3] - track.box[1] >= _SMALLEST_PX:
                here.append(one)
        return here

    def _examine(
        self,
        frame: Frame,
        some: list[_Followed],
        here: list[_Followed],
        reader: FaceReader,
        gallery: Gallery,
    ) -> None:
        image = frame.picture.bgr()
        found: list[tuple[_Followed, SeenFace]] = []
        for one in some:
            others = [other.track.box for other in here if other is not one]
            face = own_face(image, one.track.box, others, reader)
            if face is None or not face.quality.usable:
                one.rest(frame.at, found=False)
            else:
                found.append((one, face))
        looks = reader.embed([face for _, face in found], frame.at)
        for (one, _), look in zip(found, looks, strict=True):
            one.template.add(look)
            self._decide(one, here, gallery)
            one.rest(frame.at, found=True)

    def _look_at_figure(self, frame: Frame, here: list[_Followed]) -> None:
        """One figure of each picture: of those who are known to remember it, of the others to know it."""
        due = [one for one in here if one.figure_due is None or frame.at >= one.figure_due]
        due = [one for one in due if self._shows_figure(one, here, frame)]
        carrying = self._recogniser.carrying if due else None
        reader = carrying.reader() if carrying is not None else None
        if carrying is None or reader is None:
            return
        if not len(carrying):  # nobody can be known again, so nobody is looked at for that
            due = [one for one in due if one.identity is not None]
        if not due:
            return
        one = min(due, key=lambda one: (one.identity is not None, len(one.figures)))
        look = reader.read(frame.picture.bgr(), one.track.box)
        if one.identity is not None:
            one.figure_due = frame.at + _FIGURE_CALM
            if not one.carried:
                carrying.see(one.identity.person, look)
            return
        one.figures = [*one.figures, look][-_FIGURES:]
        one.figure_due = frame.at + (_FIGURE if len(one.figures) < _FIGURES else _FIGURE_CALM)
        taken, track = _elsewhere(one, here), one.track
        found = carrying.who(track.id, one.figures, self._camera, track.since, taken)
        if found is None:
            if len(one.figures) == _FIGURES:
                carrying.overlook(track.id, one.figures)
            return
        one.carried = True
        self._know(one, found.person, found.likeness)

    def _shows_figure(self, one: _Followed, here: list[_Followed], frame: Frame) -> bool:
        from omnisight_desktop.perception.identify.body import shows_figure

        others = [other.track.box for other in here if other is not one]
        size = (int(frame.size[0]), int(frame.size[1]))
        return shows_figure(one.track.box, size) and not overlapping(one.track.box, others)

    def _know(self, one: _Followed, person: str, score: float) -> None:
        """It is them, and they may come from another camera."""
        known = self._recogniser
        one.identity = Identity(person, known.called(person), score, known.is_visitor(person))
        sure = not one.carried
        one.came_from = self._recogniser.carrying.came(
            person, self._camera, one.track.since, sure=sure
        )
        self._learnt.append(self._sighting(one))

    def _decide(self, one: _Followed, here: Iterable[_Followed], gallery: Gallery) -> None:
        elsewhere = _elsewhere(one, here)
        one.decision = gallery.decide(one.template, elsewhere)
        if one.carried and one.decision.verdict is Verdict.NEWCOMER:
            one.carried, one.identity = False, None  # it was somebody in the same clothes
        if one.decision.verdict is Verdict.KNOWN and one.decision.person is not None:
            self._recognise(one, one.decision.person)
        elif one.decision.verdict is Verdict.NEWCOMER and one.identity is None:
            settled = one.template.seen >= _SETTLED or one.template.lasted_s >= _SETTLED_S
            if settled:
                self._meet(one, gallery)

    def _recognise(self, one: _Followed, person: str) -> None:
        before = one.identity
        if before is None or before.person != person:
            one.newcomer = one.carried = False
            self._know(one, person, one.decision.score)
            return
        one.carried = False
        one.identity = replace(before, score=one.decision.score)

    def _meet(self, one: _Followed, gallery: Gallery) -> None:
        """Somebody whom the house does not know: they are remembered from now on."""
        if not self._recogniser.meets_strangers:
            return
        began = one.track.since
        person = Person(
            new_person_id(), None, first_seen=began, visitor=self._recogniser.next_visitor()
        )
        looks = [self._face(one, look) for look in first_looks(one.template)]
        looks = [replace(face, kind=FaceKind.SEEN, person=person.id) for face in looks]
        gallery.put(looks)
        one.newcomer = True
        one.identity = Identity(person.id, person.shown, one.decision.score, visitor=True)
        self._learnt += [person, *looks, self._sighting(one)]

    def _end(self, track_id: str) -> None:
        """What all the looks at somebody come to, now that there are no more."""
        one = self._followed.pop(track_id, None)
        if one is None:
            return
        self._ended.append(one)
        ready = self._recogniser.ready() if len(one.template) else None
        if ready is None:
            return
        _, gallery = ready
        if one.identity is None and one.decision.verdict is Verdict.NEWCOMER:
            self._meet(one, gallery)
        if one.identity is not None and not one.carried:
            self._remember(one, one.identity.person, gallery)
        else:
            self._learnt += [self._face(one, look) for look in evidence(one.template)]

    def _remember(self, one: _Followed, person: str, gallery: Gallery) -> None:
        """Looks that show something new of somebody who was surely recognised."""
        looks = further_looks(one.template, one.decision, gallery, person)
        faces = [
            replace(self._face(one, look), kind=FaceKind.SEEN, person=person) for look in looks
        ]
        gallery.put(faces)
        self._learnt += faces

    def _face(self, one: _Followed, look: Any) -> Face:
        ready = self._recogniser.ready()
        assert ready is not None
        return Face(
            id=self._faces.next(to_ms(look.at)),
            kind=FaceKind.EVIDENCE,
            model=ready[1].model,
            vector=look.vector,
            quality=look.quality,
            at=look.at,
            camera=self._camera,
            track=one.track.id,
            picture=look.picture,
        )

    def _sighting(self, one: _Followed) -> Sighting:
        verdict = one.decision.verdict
        if one.identity is not None:
            verdict = Verdict.NEWCOMER if one.newcomer else Verdict.KNOWN
        elif verdict is Verdict.NEWCOMER:  # seen too briefly, or strangers are not to be remembered
            verdict = Verdict.UNSURE
        return Sighting(
            track=one.track.id,
            camera=self._camera,
            start=one.track.since,
            end=max(one.track.since, one.track.last_seen),
            verdict=verdict,
            person=one.identity.person if one.identity else None,
            likely=one.decision.likely if one.identity is None else None,
            score=one.identity.score if one.carried and one.identity else one.decision.score,
            faces=one.template.seen,
            story=one.story,
        )

    def _event(self, one: _Followed, person: str, at: datetime) -> Event:
        return Event(
            id=self._events.next(to_ms(at)),
            camera=self._camera,
            type=EventType.NEWCOMER if one.newcomer else EventType.RECOGNISED,
            start=at,
            end=at,
            label=one.track.label,
            person=person,
            text=_BY_FIGURE if one.carried else None,
            track=one.track.id,
            score=one.identity.score if one.identity else one.decision.score,
            story=one.story,
        )

    def _named(self, track: Track) -> Track:
        one = self._followed.get(track.id)
        if one is None:
            one = next((ended for ended in self._ended if ended.track.id == track.id), None)
        return (
            track if one is None or one.identity is None else replace(track, identity=one.identity)
        )


def _elsewhere(one: _Followed, here: Iterable[_Followed]) -> frozenset[str]:
    """Those who stand in another place of the same picture."""
    return frozenset(
        other.identity.person
        for other in here
        if other is not one
        and other.identity is not None
        and not overlapping(one.track.box, [other.track.box])
    )


def _eagerness(one: _Followed) -> tuple[bool, int, float]:
    """Who comes first: the unknown, those looked at least, those who are large."""
    height = one.track.box[3] - one.track.box[1]
    return one.identity is not None, one.template.seen + one.missed, -height * one.track.score
