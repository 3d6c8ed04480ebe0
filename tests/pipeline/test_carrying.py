"""Who somebody is carries on where no face is seen; whoever might be somebody else stays without a name."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import cast

import numpy as np
import pytest

from omnisight_desktop.core.event import EventType
from omnisight_desktop.core.face import Face, Sighting, Vector
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.perception.identify.body import BodyReader, Box
from omnisight_desktop.pipeline.carrying import Carrying
from omnisight_desktop.pipeline.handover import Handovers
from omnisight_desktop.pipeline.identify import Identify
from omnisight_desktop.pipeline.recogniser import Recogniser
from tests.fakes.faces import blank, paint
from tests.material import need
from tests.pipeline.test_identify import Stage, track

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
NOBODY: frozenset[str] = frozenset()


def after(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def figure(who: int, unlike: float = 0.0, seed: int = 0) -> Vector:
    """How somebody looks; ``unlike`` is how much this look differs from the others."""
    made = np.random.default_rng(who).standard_normal(64)
    made += unlike * np.random.default_rng(1000 + seed).standard_normal(64)
    return np.asarray(made / np.linalg.norm(made), np.float32)


@pytest.fixture
def carrying() -> Carrying:
    """Anna and Bert have just left the porch, where their faces were seen."""
    carrying = Carrying(lambda: None)
    for person, who in (("anna", 1), ("bert", 2)):
        carrying.note(person, "porch", NOON, f"S-{person}")
        for seed in range(3):
            carrying.see(person, figure(who, 0.2, seed))
    return carrying


def seen(who: int, unlike: float = 0.2) -> list[Vector]:
    return [figure(who, unlike, seed) for seed in range(10, 13)]


def test_somebody_is_known_at_the_next_camera_from_behind(carrying: Carrying) -> None:
    found = carrying.who("T9", seen(1), "hall", after(20), NOBODY)
    assert found is not None
    assert found.person == "anna"
    assert found.likeness > 0.8


def test_one_look_names_nobody(carrying: Carrying) -> None:
    assert carrying.who("T9", seen(1)[:2], "hall", after(20), NOBODY) is None


def test_a_stranger_and_who_stands_elsewhere_have_no_name(carrying: Carrying) -> None:
    assert carrying.who("T9", seen(3), "hall", after(20), NOBODY) is None
    assert carrying.who("T9", seen(1), "hall", after(20), frozenset({"anna"})) is None


def test_who_comes_later_than_anybody_would_is_somebody_else(carrying: Carrying) -> None:
    assert carrying.who("T9", seen(1), "hall", after(600), NOBODY) is None


def test_two_in_the_same_clothes_are_both_left_without_a_name(carrying: Carrying) -> None:
    carrying.note("twin", "yard", NOON, "S3")
    carrying.see("twin", figure(1, 0.2, 7))
    assert carrying.who("T9", seen(1), "hall", after(20), NOBODY) is None


def test_a_stranger_in_the_same_clothes_speaks_against_it(carrying: Carrying) -> None:
    carrying.overlook("T7", [figure(1, 0.2, 8)])
    assert carrying.who("T9", seen(1), "hall", after(20), NOBODY) is None
    carrying = Carrying(lambda: None)
    carrying.note("anna", "porch", NOON, "S1")
    carrying.see("anna", figure(1, 0.2, 0))
    carrying.overlook("T9", [figure(1, 0.2, 8)])  # their own looks do not
    assert carrying.who("T9", seen(1), "hall", after(20), NOBODY) is not None


def test_the_story_goes_on_at_the_next_camera(carrying: Carrying) -> None:
    assert carrying.came("anna", "hall", after(30), sure=True) == "S-anna"
    assert carrying.came("anna", "porch", after(30), sure=True) is None  # the same camera
    assert carrying.came("carla", "hall", after(30), sure=True) is None  # nobody knows from where
    assert (
        carrying.came("bert", "hall", after(3000), sure=True) is None
    )  # hours later is no hand-over


def test_who_was_forgotten_is_carried_nowhere(carrying: Carrying) -> None:
    carrying.forget("anna")
    assert carrying.who("T9", seen(1), "hall", after(20), NOBODY) is None
    assert len(carrying) == 1


def test_the_time_between_two_cameras_is_learnt_for_each_pair() -> None:
    handovers = Handovers()
    unknown = handovers.within_s("porch", "hall")
    for gap_s in (4.0, 5.0, 5.5, 4.5, 6.0):
        handovers.learn("porch", "hall", gap_s)
    for gap_s in (240.0, 300.0, 280.0, 260.0):
        handovers.learn("porch", "yard", gap_s)
    near, far = handovers.within_s("hall", "porch"), handovers.within_s("yard", "porch")
    assert 6.0 < near < unknown < far
    assert far > 300.0
    assert handovers.within_s("hall", "yard") == unknown
    handovers.recall([("hall", "yard", 0.0)] * 3)  # they see the same place
    assert handovers.within_s("hall", "yard") < unknown
    handovers.learn("hall", "yard", 1e6)  # another day
    assert handovers.within_s("hall", "yard") < unknown


@pytest.mark.parametrize("street", ["MOT17-05-FRCNN", "MOT17-10-FRCNN", "MOT17-11-FRCNN"])
def test_in_a_street_people_are_known_again_and_nobody_wrongly(street: str) -> None:
    import cv2

    from omnisight_desktop.perception.identify.body import BodyReader, shows_figure

    frames = need("truth", "mot", "MOT17-mini", street)
    reader = BodyReader(need("models", "osnet_x0_25_msmt17.onnx"))
    truth = np.loadtxt(frames / "gt" / "gt.txt", delimiter=",")
    looks: dict[int, list[Vector]] = {}
    for file in sorted((frames / "img1").glob("*.jpg"))[:6]:
        image = np.asarray(cv2.imread(str(file)), np.uint8)
        size = (image.shape[1], image.shape[0])
        for row in truth[(truth[:, 0] == int(file.stem)) & (truth[:, 7] == 1)]:
            x, y, w, h = (float(value) for value in row[2:6])
            box = (x, y, x + w, y + h)
            if row[8] >= 0.7 and shows_figure(box, size):
                looks.setdefault(int(row[1]), []).append(reader.read(image, box))
    carrying = Carrying(lambda: None)
    known = [one for number, one in enumerate(looks) if number % 2 == 0]  # the others are strangers
    for one in known:
        carrying.note(str(one), "one", NOON, None)
        carrying.see(str(one), looks[one][0])
    right = 0
    for one, some in looks.items():
        found = carrying.who(f"T{one}", some[-3:], "other", after(5), NOBODY)
        assert found is None or found.person == str(one)
        right += found is not None
    full = [one for one in known if len(looks[one]) >= 3]
    assert right >= len(full) / 2


UPRIGHT = (100.0, 0.0, 200.0, 230.0)


class ByColour:
    """Tells figures apart by their colour; faces are painted in the upper part."""

    def read(self, image: Image, box: Box) -> Vector:
        assert box == UPRIGHT
        red, green, blue = (float(value) for value in image[200:220, 120:180].mean(axis=(0, 1)))
        made = np.asarray([red, green, blue, 40.0], np.float32) - 80
        return np.asarray(made / np.linalg.norm(made), np.float32)


def dressed(colour: tuple[int, int, int], face: int | None = None) -> Image:
    image = blank()
    image[90:230, 100:200] = colour
    if face is not None:
        paint(image, face, 120, 10)
    return image


RED, GREEN = (30, 30, 220), (30, 220, 30)


class Two:
    """The porch, where Anna is known by her face, and the hall, which shares what it knows."""

    def __init__(self) -> None:
        self.porch, self.hall = Stage({"anna": 1}), Stage()
        bodies = cast("BodyReader", ByColour())
        shared = Recogniser(replace(self.porch.recogniser._acquainted, bodies=lambda: bodies))
        for camera, stage in (("porch", self.porch), ("hall", self.hall)):
            stage.recogniser = shared
            stage.identify = Identify(camera, shared)
        for _ in range(30):
            self.porch.show(dressed(RED, face=1), (track("P1", UPRIGHT),))
        self.porch.show(blank(), (track("P1", UPRIGHT, state=TrackState.ENDED),))

    def come(self, image: Image, looks: int = 20) -> Track:
        """Somebody is in the hall, a moment later."""
        self.hall.now_s = max(self.hall.now_s, 20.0)
        for _ in range(looks):
            (named,) = self.hall.show(image, (track("H1", UPRIGHT),))
        return named


def test_a_turned_back_in_the_hall_is_who_was_on_the_porch() -> None:
    two = Two()
    named = two.come(dressed(RED))
    assert named.identity is not None
    assert named.identity.person == "anna"
    (event,) = two.hall.events
    assert (event.type, event.person) == (EventType.RECOGNISED, "anna")
    assert event.text == "recognised by figure and clothes"
    assert two.hall.identify.joining() == [("H1", "SP1")]
    assert two.hall.identify.joining() == []
    two.hall.end()
    assert two.hall.all(Sighting)[-1].person == "anna"
    assert two.hall.all(Face) == []  # nothing is learnt about a face that was not seen


def test_while_nobody_is_known_no_figure_is_looked_at() -> None:
    stage = Stage()
    looked: list[Box] = []

    class Counting(ByColour):
        def read(self, image: Image, box: Box) -> Vector:
            looked.append(box)
            return super().read(image, box)

    bodies = cast("BodyReader", Counting())
    stage.recogniser = Recogniser(replace(stage.recogniser._acquainted, bodies=lambda: bodies))
    stage.identify = Identify("porch", stage.recogniser)
    for _ in range(10):
        stage.show(dressed(RED), (track("P1", UPRIGHT),))
    assert looked == []


def test_another_back_has_no_name() -> None:
    two = Two()
    assert two.come(dressed(GREEN)).identity is None
    assert two.hall.events == []


def test_a_face_that_is_somebody_elses_outdoes_the_clothes() -> None:
    two = Two()
    assert two.come(dressed(RED)).identity is not None
    named = two.come(dressed(RED, face=2), 40)
    assert named.identity is not None
    assert named.identity.person != "anna"  # a visitor in the same coat
    assert two.hall.events[-1].type == EventType.NEWCOMER
