"""Who is followed becomes somebody: named late by an event, met as a visitor, or left unnamed."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
import pytest

from omnisight_desktop.core.errors import ModelMissing
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.face import Face, FaceKind, Sighting, Verdict
from omnisight_desktop.core.frame import ArrayPicture, Frame, Image
from omnisight_desktop.core.identity import Person
from omnisight_desktop.core.scene import Scene
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.perception.identify.gallery import Gallery
from omnisight_desktop.perception.identify.reader import FaceReader
from omnisight_desktop.pipeline.heads import head_part, is_theirs
from omnisight_desktop.pipeline.identify import Identify
from omnisight_desktop.pipeline.recogniser import Acquainted, Recogniser
from omnisight_desktop.storage.vectors import CodeIndex
from tests.fakes.faces import (
    DIMENSIONS,
    SIDE,
    PaintedEmbedder,
    PaintedFinder,
    blank,
    paint,
    vector,
)

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
WHOLE = (0.0, 0.0, 320.0, 240.0)


@dataclass
class Stage:
    """One camera, whatever it shows, and what came of it."""

    known: dict[str, int] = field(default_factory=dict)
    budget: int = 2
    meets: bool = True
    events: list[Event] = field(default_factory=list)
    learnt: list[Any] = field(default_factory=list)
    newest: int = 6
    names: dict[str, str] = field(default_factory=lambda: {"anna": "Anna"})

    def __post_init__(self) -> None:
        self.embedder = PaintedEmbedder()
        self.reader = FaceReader(PaintedFinder(), self.embedder)
        self.gallery = Gallery("painted", self.embedder.scale, lambda: CodeIndex(DIMENSIONS), 0.6)
        self.gallery.put(looks(self.known))
        self.recalled: list[str] = []
        self.recogniser = Recogniser(
            Acquainted(
                lambda: self.reader,
                lambda: self.gallery,
                self.recall,
                lambda: self.newest,
                self.meets,
                lambda: dict(self.names),
            )
        )
        self.identify = Identify("porch", self.recogniser, self.budget)
        self.now_s = 0.0
        self.appeared: set[str] = set()

    def recall(self, gallery: Gallery, person: str) -> None:
        self.recalled.append(person)

    def show(self, image: Image, tracks: tuple[Track, ...]) -> tuple[Track, ...]:
        """One look, a fifth of a second after the last."""
        at = NOON + timedelta(seconds=self.now_s)
        self.now_s += 0.2
        seen = tuple(replace(track, since=NOON, last_seen=at) for track in tracks)
        named = self.identify.look(Frame("porch", 1, at, self.now_s, ArrayPicture(image)), seen)
        self.appeared |= {track.id for track in tracks if self.now_s > 0.5}
        self.events += self.identify.tell(
            lambda track: f"S{track}" if track in self.appeared else None, at
        )
        self.learnt += self.identify.learnt()
        return named

    def end(self) -> None:
        """The camera goes off."""
        self.identify.close()
        self.events += self.identify.tell(lambda _: None, NOON)
        self.learnt += self.identify.learnt()

    def all(self, kind: type[Any]) -> list[Any]:
        return [value for value in self.learnt if isinstance(value, kind)]


def looks(known: dict[str, int]) -> Iterator[Face]:
    for person, who in known.items():
        yield Face(f"{person}-1", FaceKind.ENROLLED, "painted", vector(who), 0.9, NOON, person)


def track(name: str = "T1", box: tuple[float, ...] = WHOLE, **more: Any) -> Track:
    told: dict[str, Any] = {"label": "person", "score": 0.9, "state": TrackState.ACTIVE, **more}
    x1, y1, x2, y2 = box
    return Track(id=name, box=(x1, y1, x2, y2), since=NOON, last_seen=NOON, **told)


def face_of(who: int, left: int = 120, top: int = 60, blur: float = 0.0) -> Image:
    image = blank()
    paint(image, who, left, top, blur)
    return image


def test_somebody_known_is_named_by_an_event_that_refers_to_the_track() -> None:
    stage = Stage({"anna": 1})
    named = [stage.show(face_of(1), (track(),)) for _ in range(6)]
    assert named[0][0].identity is None  # never by one picture
    identity = named[-1][0].identity
    assert identity is not None
    assert (identity.person, identity.shown) == ("anna", "Anna")
    (event,) = stage.events
    assert (event.type, event.person, event.track) == (EventType.RECOGNISED, "anna", "T1")
    assert event.story == "ST1"
    assert event.score is not None
    assert event.score > 0.8


def test_an_event_waits_until_the_track_has_appeared() -> None:
    stage = Stage({"anna": 1})
    for _ in range(2):
        stage.show(face_of(1), (track(),))
    assert stage.events == []
    stage.show(face_of(1), (track(),))
    assert len(stage.events) == 1


def test_who_was_seen_when_is_remembered_once_it_ends() -> None:
    stage = Stage({"anna": 1})
    for _ in range(6):
        stage.show(face_of(1), (track(),))
    (ended,) = stage.show(face_of(1), (track(state=TrackState.ENDED),))
    assert ended.identity is not None
    sightings = stage.all(Sighting)
    assert sightings[-1].person == "anna"
    assert sightings[-1].verdict is Verdict.KNOWN
    assert sightings[-1].story == "ST1"
    assert sightings[-1].faces >= 2


def test_a_stranger_who_shows_themselves_well_is_met_and_known_from_then_on() -> None:
    stage = Stage({"anna": 1})
    for _ in range(10):
        stage.show(face_of(2), (track(),))
    (person,) = stage.all(Person)
    assert (person.name, person.visitor) == (None, 7)
    assert [event.type for event in stage.events] == [EventType.NEWCOMER]
    assert {face.kind for face in stage.all(Face)} == {FaceKind.SEEN}
    assert all(face.picture for face in stage.all(Face))
    stage.show(blank(), (track(state=TrackState.ENDED),))
    for _ in range(6):
        stage.show(face_of(2), (track("T2"),))
    assert stage.events[-1].type == EventType.RECOGNISED
    assert stage.events[-1].person == person.id
    assert len(stage.all(Person)) == 1


def test_a_stranger_seen_briefly_is_met_when_they_leave_or_not_at_all() -> None:
    stage = Stage()
    for _ in range(4):
        stage.show(face_of(2), (track(),))
    assert stage.all(Person) == []
    stage.end()
    assert len(stage.all(Person)) == 1
    brief = Stage()
    for _ in range(2):
        brief.show(face_of(2), (track(),))
    brief.end()
    assert brief.all(Person) == []
    (sighting,) = brief.all(Sighting)
    assert sighting.verdict is Verdict.UNSURE
    assert {face.kind for face in brief.all(Face)} == {FaceKind.EVIDENCE}
    assert {face.person for face in brief.all(Face)} == {None}


def test_strangers_are_not_remembered_where_nobody_wants_that() -> None:
    stage = Stage(meets=False)
    for _ in range(10):
        stage.show(face_of(2), (track(),))
    stage.end()
    assert stage.all(Person) == []
    assert stage.events == []


def test_a_face_that_shows_nothing_of_anybody_is_not_embedded() -> None:
    stage = Stage({"anna": 1})
    for _ in range(4):
        stage.show(np.full((240, 320, 3), 3, np.uint8), (track(),))
        stage.show(blank(), (track(),))
    assert stage.embedder.batches == []
    stage.end()
    assert stage.learnt == []


def test_no_more_faces_of_a_picture_are_looked_at_than_is_allowed() -> None:
    stage = Stage(budget=2)
    image = np.full((240, 1280, 3), 90, np.uint8)
    boxes = []
    for place in range(5):
        paint(image, place, 60 + 250 * place, 60)
        boxes.append((20.0 + 250 * place, 20.0, 170.0 + 250 * place, 240.0))
    tracks = tuple(track(f"T{n}", box) for n, box in enumerate(boxes))
    for _ in range(5):
        stage.show(image, tracks)
    assert max(stage.embedder.batches) == 2
    for _ in range(40):
        stage.show(image, tracks)
    met = {sighting.track for sighting in stage.all(Sighting)}
    assert met == {"T0", "T1", "T2", "T3", "T4"}  # and yet each has their turn


def test_faces_of_one_picture_go_through_the_network_together() -> None:
    stage = Stage({"anna": 1, "bert": 2}, budget=4)
    image = np.full((240, 640, 3), 90, np.uint8)
    paint(image, 1, 60, 60)
    paint(image, 2, 400, 60)
    left, right = track("T1", (20, 20, 200, 240)), track("T2", (360, 20, 540, 240))
    stage.show(image, (left, right))
    assert stage.embedder.batches == [2]


def test_one_person_is_not_in_two_places_at_once() -> None:
    stage = Stage({"anna": 1}, budget=4)
    image = np.full((240, 640, 3), 90, np.uint8)
    paint(image, 1, 60, 60)
    paint(image, 1, 400, 60)
    tracks = (track("T1", (20, 20, 200, 240)), track("T2", (360, 20, 540, 240)))
    for _ in range(8):
        named = stage.show(image, tracks)
    assert [one.identity is not None for one in named].count(True) == 1


def test_things_have_no_faces() -> None:
    stage = Stage({"anna": 1})
    for _ in range(4):
        stage.show(face_of(1), (track(label="car"),))
    assert stage.embedder.batches == []


def test_while_the_engines_cannot_be_had_tracks_have_no_names() -> None:
    def missing() -> FaceReader:
        raise ModelMissing("There are no weights.")

    stage = Stage({"anna": 1})
    acquainted = Acquainted(missing, lambda: stage.gallery, stage.recall, lambda: 0)
    recogniser = Recogniser(acquainted)
    stage.identify = Identify("porch", recogniser)
    (named,) = stage.show(face_of(1), (track(),))
    assert named.identity is None
    assert isinstance(recogniser.trouble, ModelMissing)
    stage.end()


def test_what_humans_change_is_read_again_before_the_next_look() -> None:
    stage = Stage({"anna": 1})
    stage.show(face_of(1), (track(),))
    stage.recogniser.amend(frozenset({"anna"}))
    stage.show(face_of(1), (track(),))
    assert stage.recalled == ["anna"]


def test_who_is_forgotten_while_they_stand_there_leaves_nothing_when_they_go() -> None:
    stage = Stage({"anna": 1})
    for number in range(6):
        stage.show(face_of(1, blur=0.4 + 0.1 * number), (track(),))
    stage.learnt.clear()
    stage.names.clear()
    stage.gallery.drop("anna")
    stage.recogniser.amend(frozenset({"anna"}))
    (named,) = stage.show(blank(), (track(state=TrackState.ENDED),))
    stage.end()
    assert named.identity is None
    assert [
        one for one in stage.learnt if "anna" in (one.person, getattr(one, "likely", None))
    ] == []
    assert stage.all(Face) == []


def test_who_is_one_with_somebody_else_is_recognised_as_them() -> None:
    stage = Stage({"anna": 1})
    for _ in range(6):
        stage.show(face_of(1), (track(),))
    stage.names.update(bert=stage.names.pop("anna"))
    stage.gallery.drop("anna")
    stage.gallery.put(looks({"bert": 1}))
    stage.recogniser.amend(frozenset({"anna", "bert"}))
    named = [stage.show(face_of(1), (track(),)) for _ in range(4)][-1][0].identity
    assert named is not None
    assert named.person == "bert"


def test_where_too_much_was_changed_everybody_is_read_anew() -> None:
    stage = Stage({"anna": 1})
    stage.show(face_of(1), (track(),))
    stage.gallery = Gallery("painted", stage.embedder.scale, lambda: CodeIndex(DIMENSIONS), 0.6)
    for number in range(300):
        stage.recogniser.amend(frozenset({str(number)}))
    stage.show(face_of(1), (track(),))
    assert stage.recalled == []
    assert stage.recogniser.ready() == (stage.reader, stage.gallery)


def test_new_views_of_somebody_known_are_learnt_and_not_too_many() -> None:
    stage = Stage({"anna": 1})
    for number in range(40):
        stage.show(face_of(1, blur=0.4 + 0.1 * (number % 5)), (track(),))
    stage.show(blank(), (track(state=TrackState.ENDED),))
    learnt = [face for face in stage.all(Face) if face.person == "anna"]
    assert len(learnt) <= 12


def test_a_scene_with_what_was_learnt_can_be_pickled() -> None:
    stage = Stage()
    for _ in range(8):
        stage.show(face_of(2), (track(),))
    scene = Scene("porch", 1, NOON, (320, 240), (), learnt=tuple(stage.learnt))
    again = pickle.loads(pickle.dumps(scene))
    assert len(again.learnt) == len(stage.learnt)


def test_the_head_of_who_stands_is_in_the_upper_part() -> None:
    image = blank(200, 400)
    part = head_part(image, (50, 50, 120, 350))
    assert part is not None
    shown, (left, top) = part
    assert top < 50
    assert shown.shape[0] < 220
    assert left < 50
    assert head_part(image, (199, 399, 200, 400)) is None


@pytest.mark.parametrize(
    ("middle", "theirs"), [((85, 90), True), ((85, 330), False), ((10, 90), False)]
)
def test_a_face_belongs_to_the_body_below_it(middle: tuple[float, float], theirs: bool) -> None:
    assert is_theirs(middle, (50, 50, 120, 350), []) is theirs


def test_a_face_belongs_to_the_nearer_of_two_bodies() -> None:
    one, other = (50.0, 50.0, 120.0, 350.0), (90.0, 50.0, 160.0, 350.0)
    assert is_theirs((85, 80), one, [other])
    assert not is_theirs((85, 80), other, [one])
    assert SIDE == 64


def test_who_is_followed_loses_their_name_when_faces_are_switched_off() -> None:
    stage = Stage({"anna": 1})
    wanted = [True]
    stage.recogniser._acquainted = replace(stage.recogniser._acquainted, wanted=lambda: wanted[0])
    for _ in range(6):
        named = stage.show(face_of(1), (track(),))
    assert named[0].identity is not None
    wanted[0] = False
    assert stage.show(face_of(1), (track(),))[0].identity is None
    batches = len(stage.embedder.batches)
    stage.show(face_of(1), (track(),))
    assert len(stage.embedder.batches) == batches  # no face is looked at
    assert [one.person for one in stage.all(Sighting) if one.track == "T1"][-1] == "anna"
