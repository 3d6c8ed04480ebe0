"""Which recordings show a stretch of time: everything there is, each moment once."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.core.event import Gap
from omnisight_desktop.pipeline.film.order import Stretch
from omnisight_desktop.services.export.footage import Piece
from omnisight_desktop.services.export.plan import chosen, cuts_of, pauses_of, unshown
from tests.home import NOON


def at(seconds: float) -> datetime:
    """So many seconds after noon."""
    return NOON + timedelta(seconds=seconds)


def piece(start: float, end: float, *, continuous: bool = False) -> Piece:
    """A recording from one second after noon to another."""
    name = f"{'all ' if continuous else ''}{start}-{end}"
    return Piece(name, "porch", Path(name), at(start), at(end), 1000, continuous=continuous)


def footage(start: float, end: float) -> Piece:
    """A piece of what is recorded all the time."""
    return piece(start, end, continuous=True)


def taken(pieces: list[Piece], since: float, until: float) -> list[tuple[str, float, float]]:
    """What is taken of which recording, in seconds after noon."""
    found = chosen(pieces, at(since), at(until))
    return [
        (
            cut.path.name,
            round((cut.since - NOON).total_seconds(), 3),
            round((cut.until - NOON).total_seconds(), 3),
        )
        for cut in cuts_of(found, at(since), at(until))
    ]


def test_of_what_lies_within_only_what_was_wanted_is_taken() -> None:
    assert taken([piece(0, 10), piece(20, 30), piece(40, 50)], 5, 25) == [
        ("0-10", 5.0, 10.05),
        ("20-30", 20.0, 25.0),
    ]


def test_where_two_overlap_the_later_one_goes_on() -> None:
    assert taken([piece(5, 15), piece(0, 10)], 0, 20) == [("0-10", 0.0, 5.0), ("5-15", 5.0, 15.05)]


def test_what_shows_nothing_new_is_left_out() -> None:
    assert taken([piece(0, 30), piece(5, 10), piece(20, 30)], 0, 40) == [("0-30", 0.0, 30.05)]
    assert taken([piece(0, 10), piece(5, 15), piece(9, 20)], 0, 40) == [
        ("0-10", 0.0, 9.0),
        ("9-20", 9.0, 20.05),
    ]
    assert taken([piece(0, 10), piece(2, 15)], 5, 40) == [("2-15", 5.0, 15.05)]


def test_files_that_follow_each_other_are_not_cut_for_a_clock_that_drifts() -> None:
    assert taken([piece(0, 10.1), piece(10, 20)], 0, 20) == [
        ("0-10.1", 0.0, 10.15),
        ("10-20", 10.0, 20.0),
    ]


def test_footage_comes_first_and_clips_fill_what_is_missing() -> None:
    clips = [piece(5, 40), piece(55, 65), piece(58, 75), piece(100, 110)]
    whole = [footage(0, 20), footage(20, 40), footage(40, 60), footage(70, 90)]
    assert taken([*clips, *whole], 0, 120) == [
        ("all 0-20", 0.0, 20.05),
        ("all 20-40", 20.0, 40.05),
        ("all 40-60", 40.0, 58.0),
        ("58-75", 58.0, 70.0),
        ("all 70-90", 70.0, 90.05),
        ("100-110", 100.0, 110.05),
    ]
    assert taken([piece(10, 30), footage(0, 20.1), footage(20, 40)], 0, 40) == [
        ("all 0-20.1", 0.0, 20.15),
        ("all 20-40", 20.0, 40.0),
    ]


def test_a_clip_gives_way_however_little_it_reaches_over() -> None:
    for end in (10.1, 9.9):
        assert taken([piece(0, end), footage(10, 20)], 0, 30)[0] == (f"0-{end}", 0.0, 10.0)


def test_of_what_is_lost_only_what_nothing_else_shows_is_told() -> None:
    lost = [footage(0, 20), footage(20, 40), piece(5, 8)]
    shown = chosen([footage(40, 60), piece(0, 10), piece(20, 41)], at(0), at(60))
    assert [one.id for one in unshown(lost, shown, at(0), at(60))] == ["all 0-20"]
    assert unshown(lost, shown, at(0), at(9)) == []


spans = st.tuples(st.integers(0, 100), st.integers(1, 30), st.booleans()).map(
    lambda s: piece(s[0], s[0] + s[1], continuous=s[2])
)


@given(st.lists(spans, max_size=12))
def test_every_moment_that_was_recorded_is_shown_once(pieces: list[Piece]) -> None:
    cuts = cuts_of(chosen(pieces, at(20), at(80)), at(20), at(80))
    for tenth in range(205, 800, 10):
        moment = at(tenth / 10)
        there = any(one.start <= moment < one.end for one in pieces)
        showing = [cut for cut in cuts if cut.since <= moment < cut.until]
        assert len(showing) == int(there)
        for cut in showing:
            assert any(p.path == cut.path and p.start <= moment < p.end for p in pieces)


def test_pauses_are_told_with_the_cameras_own_reason() -> None:
    stretches = [Stretch(0.0, at(10), at(20)), Stretch(10.0, at(40), at(59.5))]
    gaps = [Gap("porch", at(25), at(35), "Nobody answers."), Gap("porch", at(30), at(33), "")]
    told = list(pauses_of("porch", stretches, (at(0), at(60)), gaps))
    assert [((p.start - NOON).seconds, (p.end - NOON).seconds, p.reason) for p in told] == [
        (0, 10, "nothing was recorded"),
        (20, 40, "Nobody answers."),
    ]
