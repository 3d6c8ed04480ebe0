"""Whoever is to stay recognisable in a film is named by a track, or as the person they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from omnisight_desktop.core.errors import NotFound
from omnisight_desktop.services.export.request import Hide
from omnisight_desktop.services.export.trails import company, kept_by_track
from tests.fakes.films import path_of
from tests.home import NOON
from tests.services.export.conftest import asked

BOX = (0.1, 0.1, 0.2, 0.4)
SEEN = [(0.0, BOX), (3.0, BOX)]
PEOPLE = {"P1": "Anna Berg", "P2": "Ben"}
PATHS = [
    replace(path_of("T1", "porch", NOON, SEEN), person="P1"),
    replace(path_of("T2", "porch", NOON, SEEN), person="P2"),
    replace(path_of("T3", "porch", NOON, SEEN), person="P1"),
    path_of("T4", "porch", NOON, SEEN),
]


@pytest.mark.parametrize(
    ("keep", "tracks"),
    [
        (("T4",), ("T4",)),
        (("Anna Berg",), ("T1", "T3")),
        (("anna berg",), ("T1", "T3")),
        (("P2", "T4"), ("T2", "T4")),
        ((), ()),
    ],
)
def test_a_person_is_kept_on_each_of_their_tracks(
    keep: tuple[str, ...], tracks: tuple[str, ...]
) -> None:
    request = asked("porch", hide=Hide.OTHERS, keep=keep)
    assert kept_by_track(request, PATHS, PEOPLE).keep == tracks


def test_everybody_else_is_hidden() -> None:
    request = kept_by_track(asked("porch", hide=Hide.OTHERS, keep=("Ben",)), PATHS, PEOPLE)
    veil = company(request, PATHS, PEOPLE).veil
    assert veil is not None
    assert (len(veil.hidden), [trail.name for trail in veil.kept]) == (3, ["Ben"])


def test_who_was_not_there_is_not_silently_hidden() -> None:
    with pytest.raises(NotFound, match="nobody called 'Clara'"):
        kept_by_track(asked("porch", hide=Hide.OTHERS, keep=("Clara",)), PATHS, PEOPLE)
