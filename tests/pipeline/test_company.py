"""Who was in view, and whose face was to be seen while somebody spoke."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np

from omnisight_desktop.core.frame import ArrayPicture, Frame, Image
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.perception.identify.gallery import Gallery
from omnisight_desktop.pipeline.company import Company, Glimpse
from omnisight_desktop.pipeline.glimpsing import Glimpsing
from omnisight_desktop.pipeline.recogniser import Acquainted, Recogniser
from omnisight_desktop.storage.vectors import CodeIndex
from tests.fakes.faces import DIMENSIONS, SIDE, PaintedEmbedder, blank, paint, painted_reader

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)


def after(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def glimpse(track: str, seconds: float) -> Glimpse:
    return Glimpse(track, after(seconds), np.zeros((4, 4, 3), np.uint8), 80.0)


def test_who_was_in_view_is_known_for_a_while() -> None:
    company = Company()
    for second, there in ((0, ("T1",)), (5, ("T1", "T2")), (10, ("T2",))):
        company.note("porch", after(second), there)
    assert company.during("porch", after(10), after(10)) == ("T2",)
    assert company.during("porch", NOON, after(10)) == ("T1", "T2")
    assert company.during("yard", NOON, after(10)) == ()
    company.note("porch", after(200), ())
    assert company.during("porch", NOON, after(10)) == ()


def test_faces_are_told_once_and_then_forgotten() -> None:
    company = Company()
    for seconds in (0, 1, 2, 9):
        company.see("porch", glimpse("T1", seconds))
    assert [one.at for one in company.faces("porch", after(1), after(3))] == [after(1), after(2)]
    assert company.faces("porch", NOON, after(3)) == ()
    assert len(company.faces("porch", after(8), after(10))) == 1
    for second in range(1000):
        company.see("porch", glimpse("T1", second))
    assert len(company.faces("porch", NOON, after(1000))) < 500


def test_faces_that_nobody_asks_for_are_let_go_in_time() -> None:
    company = Company()
    company.see("porch", glimpse("T1", 0))
    company.see("porch", glimpse("T1", 60))
    company.note("porch", after(100), ())
    assert [one.at for one in company.faces("porch", NOON, after(100))] == [after(60)]


class Porch:
    """A camera with two people in view, of whom one shows their face."""

    def __init__(self) -> None:
        self.on = True
        embedder = PaintedEmbedder()
        gallery = Gallery("painted", embedder.scale, lambda: CodeIndex(DIMENSIONS), 0.6)
        recogniser = Recogniser(
            Acquainted(
                painted_reader, lambda: gallery, lambda _, __: None, int, wanted=lambda: self.on
            )
        )
        self.company = Company()
        self.glimpsing = Glimpsing("porch", recogniser, self.company)

    def look(self) -> list[Glimpse]:
        image: Image = blank()
        paint(image, 1, 50, 40)
        tracks = tuple(
            Track(id_, "person", box, 0.9, TrackState.ACTIVE, NOON, NOON)
            for id_, box in (
                ("T1", (32.0, 30.0, 132.0, 230.0)),
                ("T2", (200.0, 30.0, 300.0, 230.0)),
            )
        )
        self.glimpsing.look(Frame("porch", 1, NOON, 0.0, ArrayPicture(image)), tracks)
        return list(self.company.faces("porch", NOON, NOON))


def test_faces_are_looked_at_while_somebody_speaks_and_at_no_other_time() -> None:
    porch = Porch()
    assert porch.look() == []
    porch.company.speaks("porch", anybody=True)
    (seen,) = porch.look()
    assert (seen.track, seen.height_px) == ("T1", SIDE)
    assert SIDE < seen.face.shape[0] <= 160
    porch.company.speaks("porch", anybody=False)
    assert porch.look() == []


def test_whoever_wants_no_faces_recognised_has_none_looked_at() -> None:
    porch = Porch()
    porch.on = False
    porch.company.speaks("porch", anybody=True)
    assert porch.look() == []
