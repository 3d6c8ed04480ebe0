"""Who spoke: the only one who plausibly can have."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from omnisight_desktop.core.errors import ModelCorrupt
from omnisight_desktop.core.frame import Image
from omnisight_desktop.pipeline.company import Glimpse
from omnisight_desktop.pipeline.speaker import Showing, only, speaker

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
_M, _R, _U = Showing.MOVING, Showing.RESTING, Showing.UNSURE
_F, _H = Showing.FACING, Showing.HIDDEN


@pytest.mark.parametrize(
    ("shown", "spoke"),
    [
        ({"T1": _M}, "T1"),
        ({"T1": _M, "T2": _R, "T3": _H}, "T1"),
        ({"T1": _M, "T2": _M}, None),
        ({"T1": _M, "T2": _F}, None),
        ({"T1": _M, "T2": _U}, None),
        ({"T1": _U}, None),
        ({"T1": _F, "T2": _U}, None),
        ({"T1": _R}, None),  # the voice came from elsewhere
        ({"T1": _F}, "T1"),
        ({"T1": _F, "T2": _R}, "T1"),
        ({"T1": _F, "T2": _H}, None),  # who turns their back may have said it
        ({"T1": _F, "T2": _F}, None),
        ({"T1": _H}, None),
        ({}, None),
    ],
)
def test_in_doubt_it_is_nobody(shown: dict[str, Showing], spoke: str | None) -> None:
    assert only(shown) == spoke


class Mouth:
    """One mouth that opens so far, again and again."""

    def __init__(self, *openings: float | None) -> None:
        self._openings = openings
        self.asked = 0

    def openings(self, faces: Sequence[Image]) -> tuple[float | None, ...]:
        self.asked = len(faces)
        return tuple(self._openings[at % len(self._openings)] for at in range(len(faces)))

    def close(self) -> None:
        """Nothing is held."""


class Broken(Mouth):
    """A network that cannot be loaded."""

    def openings(self, faces: Sequence[Image]) -> tuple[float | None, ...]:
        raise ModelCorrupt("The file is damaged.")


def faces(count: int, height_px: float = 90.0) -> list[Glimpse]:
    face = np.zeros((4, 4, 3), np.uint8)
    return [Glimpse("T1", NOON + timedelta(seconds=n / 5), face, height_px) for n in range(count)]


def test_a_mouth_that_moves_is_told_from_one_that_rests() -> None:
    assert speaker(["T1"], faces(8), Mouth(0.0, 0.03, 0.06)) == "T1"
    assert speaker(["T1"], faces(8), Mouth(0.062, 0.06)) is None  # open, and it stays so
    assert speaker(["T1"], faces(8), Mouth(0.012, 0.0)) is None  # that may be anything
    mouth = Mouth(0.0, 0.05)
    assert speaker(["T1", "T2"], faces(200), mouth) == "T1"
    assert mouth.asked <= 24


def test_where_mouths_cannot_be_watched_a_face_has_to_do() -> None:
    still = Mouth(0.01)
    for known, mouths in (
        (faces(8), None),
        (faces(2), still),
        (faces(8, height_px=20.0), still),
        (faces(8), Mouth(None)),
        (faces(8), Broken()),
    ):
        assert speaker(["T1"], known, mouths) == "T1"
        assert speaker(["T1", "T2"], known, mouths) is None
